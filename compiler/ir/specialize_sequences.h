// Items of exact lists and tuples, for the special forms that take them.
#pragma once

#include "compiler/ir/py_ops.h"

namespace molt::py {

/// On a call of a method, by name: its object is likely a bytearray (py-infer-likely).
inline constexpr llvm::StringLiteral kOfByteArrayAttr = "of_bytearray";

/// Sets result 0 of the op to the item at `place`, which is in bounds, of a sequence (List or Tuple): a number where it
/// is likely to be one, else a word, borrowed where the sequence is held.
void setItem(Specializer &s, Kind sequence, mlir::Value word, mlir::Value place, Likely likely, bool isHeld);

/// Sets result `index` to an item that is an owned word; `setOthers` sets the op's other results before.
void setOwnedItem(
    Specializer &s, unsigned index, mlir::Value word, Likely likely,
    llvm::function_ref<void(Specializer &)> setOthers = [](Specializer &) {});

/// Calls of the builtin types whose objects are only iterated over: range, enumerate, reversed, zip.
Specialization specializeIteratorCall(Specializer &s, CallOp call, llvm::StringRef name);

/// The item itself.
mlir::Value makeItem(Specializer &s, Kind sequence, mlir::Value word, mlir::Value place, bool isOwned);

} // namespace molt::py
