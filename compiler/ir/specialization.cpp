#include "compiler/ir/specialization.h"

#include "compiler/ir/py_ops.h"

#include <mlir/Dialect/Arith/IR/Arith.h>

namespace molt::py {

using mlir::Value;

// ---- What is known beforehand ---------------------------------------------------------------------------------------

Kinds kindsOfConstant(mlir::Attribute value) {
  if (mlir::isa<mlir::BoolAttr>(value))
    return Kind::Bool;
  if (auto integer = mlir::dyn_cast<mlir::IntegerAttr>(value))
    return integer.getValue().isSignedIntN(64) ? Kind::Int : Kind::Other;
  if (mlir::isa<mlir::FloatAttr>(value))
    return Kind::Float;
  if (mlir::isa<mlir::StringAttr>(value))
    return Kind::Str;
  if (mlir::isa<mlir::ArrayAttr>(value))
    return Kind::Tuple;
  return mlir::isa<NoneAttr>(value) ? Kind::None : Kind::Other;
}

Kinds kindsOfHint(mlir::Attribute hint) {
  if (auto known = mlir::dyn_cast_or_null<ClassAttr>(hint))
    return Kinds::instance(known.getNumber());
  auto bits = mlir::dyn_cast_or_null<mlir::IntegerAttr>(hint);
  return bits ? Kinds::fromBits(bits.getValue().getZExtValue()) : Kinds();
}

bool givesLikely(mlir::Attribute result) {
  auto bits = mlir::dyn_cast_or_null<mlir::IntegerAttr>(result);
  return result && (!bits || !bits.getValue().isZero());
}

bool Kinds::isInstanceOf(ClassAttr known) const {
  return is(Kind::Instance) && isOne() && known.includes((bits_ >> kClassShift) - 1);
}

namespace {

/// Where hints of a value stand: those of the function whose parameter it is, or of the op that makes it.
struct Hinted {
  mlir::Operation *op = nullptr; // null: nowhere
  unsigned index = 0;
  bool isParameter = false;
};

Hinted hintedBy(Value value) {
  if (auto result = mlir::dyn_cast<mlir::OpResult>(value))
    return {result.getOwner(), result.getResultNumber(), false};
  auto argument = mlir::cast<mlir::BlockArgument>(value);
  auto function = mlir::dyn_cast_or_null<FuncOp>(argument.getOwner()->getParentOp());
  if (!function || !argument.getOwner()->isEntryBlock())
    return {};
  return {function, argument.getArgNumber(), true};
}

} // namespace

mlir::Attribute likelyHint(Value value) {
  auto [op, index, isParameter] = hintedBy(value);
  mlir::Attribute likely = op ? op->getAttr(isParameter ? "likely_parameters" : "likely") : mlir::Attribute();
  if (auto all = mlir::dyn_cast_or_null<mlir::ArrayAttr>(likely))
    return all[index];
  return likely;
}

/// Of the attribute of that name, with a place for each result or parameter.
static bool isNoted(Value value, llvm::StringRef name) {
  auto [op, index, isParameter] = hintedBy(value);
  auto which = op ? op->getAttrOfType<mlir::DenseBoolArrayAttr>(isParameter ? (name + "_parameters").str() : name.str()) : nullptr;
  return which && which[index];
}

Likely likelyOf(Value value) { return {kindsOfHint(likelyHint(value)), isNoted(value, "or_none")}; }

bool isMixed(Value value, bool orText) {
  return isNoted(value, "mixed") || (orText && isNoted(value, "mixed_or_text"));
}

Kinds likelyKinds(Value value) { return kindsOfHint(likelyHint(value)); }

// ---- Words ----------------------------------------------------------------------------------------------------------

llvm::StringRef typeSymbol(Kind kind) {
  switch (kind) {
  case Kind::List:
    return "type_list";
  case Kind::Tuple:
    return "type_tuple";
  case Kind::Str:
    return "type_str";
  case Kind::Dict:
    return "type_dict";
  default:
    llvm_unreachable("no type of objects");
  }
}

Value makeTest(mlir::OpBuilder &b, mlir::Location location, Value word, Kind kind) {
  mlir::Type i1 = b.getI1Type();
  auto isSymbol = [&](llvm::StringRef name) -> Value { return IsSymbolOp::create(b, location, i1, word, name); };
  if (kind == Kind::Int)
    return IsIntOp::create(b, location, i1, word);
  if (kind == Kind::Float)
    return IsFloatOp::create(b, location, i1, word);
  if (kind == Kind::Bool)
    return mlir::arith::OrIOp::create(b, location, isSymbol("true"), isSymbol("false"));
  if (kind == Kind::None)
    return isSymbol("none");
  return IsExactlyOp::create(b, location, i1, word, typeSymbol(kind));
}

Value makeUnboxed(mlir::OpBuilder &b, mlir::Location location, Value word, Kind kind) {
  if (kind == Kind::Int)
    return UnboxIntOp::create(b, location, b.getI64Type(), word);
  if (kind == Kind::Float)
    return UnboxFloatOp::create(b, location, b.getF64Type(), word);
  return IsSymbolOp::create(b, location, b.getI1Type(), word, "true");
}

} // namespace molt::py
