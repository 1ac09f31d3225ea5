#include "compiler/versioning/state.h"

#include "compiler/ir/py_ops.h"

namespace molt::versioning {

llvm::SmallVector<mlir::Type, 3> unboxedTypes(Kinds kinds, mlir::MLIRContext *context) {
  if (kinds.is(Kind::Int))
    return {mlir::IntegerType::get(context, 64)};
  if (kinds.is(Kind::Float))
    return {mlir::Float64Type::get(context)};
  if (kinds.is(Kind::Bool))
    return {mlir::IntegerType::get(context, 1)};
  mlir::Type word = py::ValueType::get(context), number = mlir::IntegerType::get(context, 64);
  if (kinds.is(Kind::RangeUp) || kinds.is(Kind::RangeDown))
    return {number, number, number};
  if (kinds.is(Kind::ListIterator) || kinds.is(Kind::TupleIterator) || kinds.is(Kind::ReverseIterator))
    return {word, number};
  if (kinds.is(Kind::EnumerateIterator))
    return {word, number, number};
  if (kinds.is(Kind::EnumerateItem))
    return {number, word};
  if (kinds.is(Kind::ZipIterator))
    return {word, word, number};
  if (kinds.is(Kind::ZipItem))
    return {word, word};
  if (kinds.is(Kind::IntPair))
    return {number, number};
  if (kinds.is(Kind::ListSlice))
    return {word, number, number, number};
  return {};
}

mlir::Value makeBoxed(mlir::OpBuilder &builder, mlir::Location location, Kinds kinds, mlir::Value number) {
  auto type = py::ValueType::get(builder.getContext());
  if (kinds.is(Kind::Int))
    return py::BoxIntOp::create(builder, location, type, number);
  if (kinds.is(Kind::Float))
    return py::BoxFloatOp::create(builder, location, type, number);
  assert(kinds.is(Kind::Bool) && "a range is never an object");
  return py::BoxBoolOp::create(builder, location, type, number, /*negated=*/false);
}

bool Binding::isWord() const { return parts.size() == 1 && mlir::isa<py::ValueType>(parts[0].getType()); }

// What a range is cannot be forgotten: it has no word.
static bool isVirtual(uint32_t known) { return known != kStaleSlot && Kinds::fromBits(known).isVirtual(); }

Context generalOf(const Context &context) {
  Context result;
  for (uint32_t known : context)
    result.push_back(isVirtual(known) ? known : 0);
  return result;
}

std::optional<unsigned> lossOf(const Context &general, const Context &special) {
  unsigned loss = 0;
  for (auto [g, s] : llvm::zip(general, special)) {
    if (g == s)
      continue;
    if (g || isVirtual(s))
      return std::nullopt;
    ++loss;
  }
  return loss;
}

Context join(const Context &a, const Context &b) {
  Context result;
  for (auto [x, y] : llvm::zip(a, b))
    result.push_back(x == y ? x : 0);
  return result;
}

} // namespace molt::versioning
