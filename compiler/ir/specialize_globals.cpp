// Loads of known globals (docs/whole_program.md): one load and one compare. What is found has no count while it is only called
// or looked into.
#include "compiler/ir/known_builtins.h"
#include "compiler/ir/special_forms.h"
#include "compiler/ir/specialize_calls.h"

namespace molt::py {
namespace {

using mlir::Value;

constexpr llvm::StringLiteral kGuard = "is still what the module has defined";

Specialization loadKnown(Specializer &s, LoadGlobalOp op, mlir::StringAttr builtin = {}, Kinds kinds = Kinds::any()) {
  mlir::OpBuilder &b = s.builder();
  Value known = KnownGlobalOp::create(b, s.location(), op.getNameAttr(), builtin);
  s.fallBackIf(IsNullOp::create(b, s.location(), b.getI1Type(), known), builtin ? "" : llvm::StringRef(kGuard));
  s.setBorrowed(0, kinds, known);
  return Specialization::done();
}

// A number that is bound to the name once.
Specialization loadConstant(Specializer &s, LoadGlobalOp op, mlir::TypedAttr constant) {
  mlir::OpBuilder &b = s.builder();
  Value known = KnownGlobalOp::create(b, s.location(), op.getNameAttr());
  Value same = ConstantOp::create(b, s.location(), known.getType(), constant);
  fallBackUnless(s, IsOp::create(b, s.location(), b.getI1Type(), known, same), kGuard);
  if (mlir::isa<mlir::BoolAttr>(constant))
    s.setResult(0, Kind::Bool, makeTruth(s, mlir::cast<mlir::BoolAttr>(constant).getValue()));
  else if (auto number = mlir::dyn_cast<mlir::FloatAttr>(constant))
    s.setResult(0, Kind::Float, makeFloat(s, number.getValueAsDouble()));
  else
    s.setResult(0, Kind::Int, makeInteger(s, mlir::cast<mlir::IntegerAttr>(constant).getValue().getSExtValue()));
  return Specialization::done();
}

/// Called, or asked for as a type by isinstance().
bool isCalled(Value value) {
  return llvm::all_of(value.getUsers(), [&](mlir::Operation *user) {
    return mlir::isa<CallOp>(user) && (user->getOperand(0) == value || user->getNumOperands() == 3);
  });
}

/// Module math, or a function of its, and only used as such.
bool isOnlyNative(Value value) {
  return llvm::all_of(value.getUsers(), [&](mlir::Operation *user) {
    return user->hasAttr("native") && user->getOperand(0) == value && llvm::count(user->getOperands(), value) == 1;
  });
}

/// A function or class that is loaded for one call, which has a fast version.
bool isCalledFast(LoadGlobalOp op) {
  mlir::Operation *call = op.getValue().hasOneUse() ? *op.getValue().getUsers().begin() : nullptr;
  return call && mlir::isa<CallOp, CallKeywordsOp>(call) && call->getOperand(0) == op.getValue() && callsKnownGlobal(call, op);
}

/// A class that handlers are for.
bool isPattern(Value value) {
  return llvm::all_of(value.getUsers(), [&](mlir::Operation *user) {
    return mlir::isa<ExceptionMatchesOp>(user) && user->hasAttr("known") && user->getOperand(0) != value;
  });
}

/// A function whose own attributes are wanted.
bool isLookedInto(Value value) {
  return llvm::all_of(value.getUsers(), [&](mlir::Operation *user) {
    return user->hasAttr(kInDictAttr) && user->getOperand(0) == value && llvm::count(user->getOperands(), value) == 1;
  });
}

} // namespace

Specialization LoadGlobalOp::specialize(Specializer &s) {
  mlir::Attribute known = (*this)->getAttr("known");
  if (!known)
    return Specialization::general();
  if (auto object = mlir::dyn_cast<ObjectAttr>(known))
    return loadKnown(s, *this, {}, Kinds(Kind(object.getKind())));
  if (auto constant = mlir::dyn_cast<mlir::TypedAttr>(known); constant && !mlir::isa<mlir::StringAttr>(known))
    return loadConstant(s, *this, constant);
  auto native = mlir::dyn_cast<mlir::StringAttr>(known);
  if (native && knownBuiltin(getName()) == native.getValue())
    return isCalled(getValue()) ? loadKnown(s, *this, native) : Specialization::general();
  if (native ? isOnlyNative(getValue()) : isCalledFast(*this) || isLookedInto(getValue()) || isPattern(getValue()))
    return loadKnown(s, *this);
  return Specialization::general();
}

} // namespace molt::py
