// Sums, products and shifts to the left keep their low bits when they overflow, and so does what is made of these by such
// operators. So where a mask, `& literal` or `% 2**k`, takes the low bits in the end, arithmetic of 64 bits gives what ints
// of any size would give.
//
// What overflows on the way is wrong until the mask has cut it. Therefore:
//   1. It has one use: an operator that keeps low bits, or the mask.
//   2. Between it and the mask stand only such operators, on what is known to be ints of 64 bits, and what cannot leave
//      the path. So no exit, no exception and no other version of a block can see it.
#include "compiler/ir/demanded_bits.h"

#include <llvm/Support/MathExtras.h>

namespace molt::py {

using mlir::Operation;
using mlir::Value;

std::optional<unsigned> literalPowerOfTwo(Value right) {
  std::optional<int64_t> number = literalInt(right);
  if (!number || *number <= 0 || !llvm::isPowerOf2_64(*number))
    return std::nullopt;
  return llvm::Log2_64(*number);
}

namespace {

bool isMask(Operation *op) {
  if (mlir::isa<BitAndOp, InplaceBitAndOp>(op))
    return literalInt(op->getOperand(0)).value_or(-1) >= 0 || literalInt(op->getOperand(1)).value_or(-1) >= 0;
  return mlir::isa<ModuloOp, InplaceModuloOp>(op) && literalPowerOfTwo(op->getOperand(1));
}

bool mayOverflow(Operation *op) {
  return mlir::isa<AddOp, InplaceAddOp, SubtractOp, InplaceSubtractOp, MultiplyOp, InplaceMultiplyOp, ShiftLeftOp,
                   InplaceShiftLeftOp>(op);
}

/// Whether the low bits of the result depend on nothing but those of the operands, and the op always has its special form.
bool keepsLowBits(Operation *op) {
  if (mlir::isa<ShiftLeftOp, InplaceShiftLeftOp>(op)) {
    int64_t count = literalInt(op->getOperand(1)).value_or(-1);
    return count >= 0 && count < 64;
  }
  return mayOverflow(op) ||
         mlir::isa<BitAndOp, InplaceBitAndOp, BitOrOp, InplaceBitOrOp, BitXorOp, InplaceBitXorOp>(op);
}

/// Whether all that overflows from `op` on comes to a mask.
bool isMaskedAhead(Specializer &s, Operation *op) {
  Ahead ahead(s, op);
  ahead.noteInt(op->getResult(0));
  llvm::SmallDenseSet<Value, 4> cut = {op->getResult(0)}; // what may have overflown and has not been used yet
  constexpr unsigned kMost = 32;
  for (unsigned i = 0; i < kMost; ++i) {
    Operation *next = ahead.next();
    if (!next)
      return false;
    if (ahead.readsVariable(next)) {
      if (next->getNumOperands() && !ahead.isInt(next->getResult(0)))
        return false;
      continue;
    }
    if (!(isMask(next) || keepsLowBits(next)) ||
        !llvm::all_of(next->getOperands(), [&](Value value) { return ahead.isInt(value); }))
      return false;
    // An op of ints that are right may overflow, too; it asks for itself when it is its turn, and gets the same answer.
    bool isCut = mayOverflow(next);
    for (Value operand : next->getOperands())
      isCut |= cut.erase(operand);
    Value result = next->getResult(0);
    ahead.noteInt(result);
    if (isCut && !isMask(next)) {
      if (!result.hasOneUse())
        return false;
      cut.insert(result);
    }
    if (cut.empty())
      return true;
  }
  return false;
}

} // namespace

bool isOnlyMasked(Specializer &s, Operation *op) {
  return s.isLeft() && op->getNumResults() == 1 && op->getResult(0).hasOneUse() && isMaskedAhead(s, op);
}

} // namespace molt::py
