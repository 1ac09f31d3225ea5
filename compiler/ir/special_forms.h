// What the special forms of ops are put together from: machine numbers, guards, and what must be known of an operand
// first.
#pragma once

#include "compiler/ir/py_ops.h"

#include <mlir/Dialect/Arith/IR/Arith.h>

#include <optional>

namespace molt::py {

// ---- Machine numbers: i64, f64, i1

mlir::Value makeInteger(Specializer &s, int64_t number);
mlir::Value makeFloat(Specializer &s, double number);
mlir::Value makeTruth(Specializer &s, bool value);
mlir::Value makeNot(Specializer &s, mlir::Value condition);
mlir::Value makeComparison(Specializer &s, mlir::arith::CmpIPredicate predicate, mlir::Value left, mlir::Value right);
mlir::Value makeComparison(Specializer &s, mlir::arith::CmpFPredicate predicate, mlir::Value left, mlir::Value right);
mlir::Value makeSelection(Specializer &s, mlir::Value condition, mlir::Value yes, mlir::Value no);

/// On a py.cell_content: what it gives has been found to be a function. On a py.is_function_of: so its type is not asked for.
inline constexpr llvm::StringLiteral kIsFunctionAttr = "is_function";

// ---- Guards

/// Where `condition` does not hold, the op is done in its general form (Specializer::fallBackIf).
void fallBackUnless(Specializer &s, mlir::Value condition, llvm::StringRef guard, mlir::Value about = {});
/// Falls back unless the operand is that object of abi/symbols.def, or the builtin function of that name.
void requireSymbol(Specializer &s, mlir::Value operand, llvm::StringRef symbol);
void requireFunction(Specializer &s, mlir::Value operand, llvm::StringRef function);
/// Falls back once something has changed a known class.
void requireIntactClasses(Specializer &s);

// ---- Changes of classes

/// On a function, and its tests of whether classes are intact: the changes of classes that matter to it (abi/class_changes.h).
inline constexpr llvm::StringLiteral kClassChangesAttr = "class_changes";
/// On an op that calls a method of a known class, or looks one up: its name.
inline constexpr llvm::StringLiteral kLookedUpAttr = "looked_up";
/// On a function that is called through the tables of classes, where a generic one may take its place.
inline constexpr llvm::StringLiteral kThroughTableAttr = "through_table";

// ---- Stores

/// Before a number takes the place of `old`: falls back where that would destroy an object, which may run Python code.
/// False where nothing was tested, since a value other than a number often does.
bool requireQuiet(Specializer &s, mlir::Value value, llvm::function_ref<mlir::Value()> loadOld);

// ---- What must be known first: the answer to give, nothing where it is known

/// That the operand is of one of `kinds`; it is tested for the one that it is likely of.
std::optional<Specialization> needKind(Specializer &s, mlir::Value operand, llvm::ArrayRef<Kind> kinds);
/// That the operand is an instance of that known class; general where that has been ruled out.
std::optional<Specialization> needInstance(Specializer &s, mlir::Value operand, ClassAttr known);

} // namespace molt::py
