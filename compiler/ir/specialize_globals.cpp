// Loads of known globals (docs/whole_program.md), of the own module or another: one load and one compare. What is found has no
// count while it is only called or looked into.
#include "compiler/ir/known_builtins.h"
#include "compiler/ir/known_global.h"
#include "compiler/ir/special_forms.h"
#include "compiler/ir/specialize_calls.h"

namespace molt::py {
namespace {

using mlir::Value;

constexpr llvm::StringLiteral kGuard = "is still what the module has defined";

Specialization loadWord(Specializer &s, const KnownRead &read, mlir::StringAttr builtin = {}, Kinds kinds = Kinds::any()) {
  Value known = read.load(s, builtin);
  s.fallBackIf(IsNullOp::create(s.builder(), s.location(), s.builder().getI1Type(), known),
               builtin ? "" : llvm::StringRef(kGuard));
  s.setBorrowed(0, kinds, known);
  return Specialization::done();
}

// A number that is bound to the name once.
Specialization loadConstant(Specializer &s, const KnownRead &read, mlir::TypedAttr constant) {
  mlir::OpBuilder &b = s.builder();
  Value known = read.load(s);
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

/// A module of the program, of which only known names are wanted.
bool isOnlyModule(Value value) {
  return llvm::all_of(value.getUsers(), [&](mlir::Operation *user) {
    return mlir::isa<GetAttributeOp>(user) && user->hasAttr("module");
  });
}

/// A function or class that is loaded for one call, which has a fast version.
bool isCalledFast(Value value) {
  mlir::Operation *call = value.hasOneUse() ? *value.getUsers().begin() : nullptr;
  return call && mlir::isa<CallOp, CallKeywordsOp>(call) && call->getOperand(0) == value && callsKnownGlobal(call);
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

enum class Form { General, Constant, Object, Word };

/// How the value is loaded, which depends on what it is wanted for.
Form formOf(const KnownRead &read, Value value) {
  mlir::Attribute known = read.known();
  if (mlir::isa<ObjectAttr>(known))
    return Form::Object;
  if (mlir::isa<mlir::TypedAttr>(known) && !mlir::isa<mlir::StringAttr>(known))
    return Form::Constant;
  bool isNative = mlir::isa<mlir::StringAttr>(known);
  bool isWanted = isNative ? isOnlyNative(value)
                           : isCalledFast(value) || isLookedInto(value) || isPattern(value) || isOnlyModule(value);
  return isWanted ? Form::Word : Form::General;
}

Specialization loadAs(Specializer &s, const KnownRead &read, Form form) {
  if (form == Form::Constant)
    return loadConstant(s, read, mlir::cast<mlir::TypedAttr>(read.known()));
  auto object = mlir::dyn_cast<ObjectAttr>(read.known());
  return object ? loadWord(s, read, {}, Kinds(Kind(object.getKind()))) : loadWord(s, read);
}

} // namespace

Specialization LoadGlobalOp::specialize(Specializer &s) {
  KnownRead read = KnownRead::of(getValue());
  if (!read)
    return Specialization::general();
  if (auto native = mlir::dyn_cast<mlir::StringAttr>(read.known()); native && knownBuiltin(getName()) == native.getValue())
    return isCalled(getValue()) ? loadWord(s, read, native) : Specialization::general();
  Form form = formOf(read, getValue());
  return form == Form::General ? Specialization::general() : loadAs(s, read, form);
}

std::optional<Specialization> loadKnown(Specializer &s, GetAttributeOp op) {
  KnownRead read = KnownRead::of(op.getValue());
  Form form = read ? formOf(read, op.getValue()) : Form::General;
  if (form == Form::General)
    return std::nullopt;
  read.requireModule(s, op.getObject());
  return loadAs(s, read, form);
}

} // namespace molt::py
