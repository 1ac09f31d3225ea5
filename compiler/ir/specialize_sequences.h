// Items of exact lists and tuples, for the special forms that take them.
#pragma once

#include "compiler/ir/specialization.h"

namespace molt::py {

/// Sets result 0 of the op to the item at `place`, which is in bounds, of a sequence (List or Tuple): a number where it is
/// likely to be one, else a word, borrowed where the sequence is held.
void setItem(Specializer &s, Kind sequence, mlir::Value word, mlir::Value place, Kinds likely, bool isHeld);

/// The item itself.
mlir::Value makeItem(Specializer &s, Kind sequence, mlir::Value word, mlir::Value place, bool isOwned);

} // namespace molt::py
