// math.sqrt(x), sqrt(x), math.pi: functions of unboxed numbers. py-infer-likely has noted what is likely of module math
// (attribute `native`). The guards: the object is the module as it was made (py.is_intact_math), or the name stands for what
// it was bound to (py.is_known_global), or the callee is that builtin function (py.is_function).
//
// What a function refuses, CPython's message says: there the op is done in its general form.
#include "compiler/ir/specialize_math.h"

#include "compiler/ir/math_functions.h"
#include "compiler/ir/special_forms.h"

namespace molt::py {
namespace {

namespace arith = mlir::arith;
using mlir::Value;

// ---- Forms ----------------------------------------------------------------------------------------------------------

Value unary(Specializer &s, llvm::StringRef intrinsic, Value number) {
  return FloatFunctionOp::create(s.builder(), s.location(), number.getType(), number, intrinsic);
}

Value isBelow(Specializer &s, Value left, Value right) {
  return makeComparison(s, arith::CmpFPredicate::OLT, left, right);
}

Value isFinite(Specializer &s, Value number) {
  return isBelow(s, unary(s, "fabs", number), makeFloat(s, __builtin_inf()));
}

Value library(Specializer &s, llvm::StringRef name, mlir::ValueRange arguments) {
  llvm::SmallVector<Value, 2> numbers;
  for (Value argument : arguments)
    numbers.push_back(s.floating(argument));
  return FloatCallOp::create(s.builder(), s.location(), s.builder().getF64Type(), name, numbers);
}

void setFinite(Specializer &s, Value result) {
  fallBackUnless(s, isFinite(s, result), "the result is finite");
  s.setResult(0, Kind::Float, result);
}

void setSquareRoot(Specializer &s, Value argument) {
  Value number = s.floating(argument);
  s.fallBackIf(isBelow(s, number, makeFloat(s, 0)), "is not negative", argument);
  s.setResult(0, Kind::Float, unary(s, "sqrt", number));
}

Value toFloat(Specializer &s, Value integer) {
  return arith::SIToFPOp::create(s.builder(), s.location(), s.builder().getF64Type(), integer);
}

// Rounded towards zero first. From 53 bits on that is the number itself.
void setRounded(Specializer &s, Value argument, MathForm form) {
  if (s.kindsOf(argument).is(Kind::Int))
    return s.setResult(0, Kind::Int, s.integer(argument));
  Value number = s.floating(argument);
  fallBackUnless(s, isBelow(s, unary(s, "fabs", number), makeFloat(s, 0x1p62)), "fits 62 bits", argument); // nor a NaN
  Value whole = TruncateOp::create(s.builder(), s.location(), s.builder().getI64Type(), number);
  if (form == MathForm::Truncate)
    return s.setResult(0, Kind::Int, whole);
  bool isFloor = form == MathForm::Floor;
  Value back = toFloat(s, whole);
  Value isOff = isFloor ? isBelow(s, number, back) : isBelow(s, back, number);
  Value next = arith::AddIOp::create(s.builder(), s.location(), whole, makeInteger(s, isFloor ? -1 : 1));
  s.setResult(0, Kind::Int, makeSelection(s, isOff, next, whole));
}

void setClass(Specializer &s, Value argument, MathForm form) {
  Value number = s.floating(argument), result;
  if (form == MathForm::IsNan)
    result = makeComparison(s, arith::CmpFPredicate::UNE, number, number);
  else if (form == MathForm::IsInfinite)
    result = makeComparison(s, arith::CmpFPredicate::OEQ, unary(s, "fabs", number), makeFloat(s, __builtin_inf()));
  else
    result = isFinite(s, number);
  s.setResult(0, Kind::Bool, result);
}

// The root of an int of 52 bits is rounded to nothing that is one too large.
void setIntegerRoot(Specializer &s, Value argument) {
  Value number = s.integer(argument);
  Value isOutside = makeComparison(s, arith::CmpIPredicate::uge, number, makeInteger(s, int64_t{1} << 52));
  s.fallBackIf(isOutside, "fits 52 bits, and is not negative", argument);
  Value root = unary(s, "sqrt", toFloat(s, number));
  s.setResult(0, Kind::Int, Value(TruncateOp::create(s.builder(), s.location(), number.getType(), root)));
}

void setResult(Specializer &s, const MathFunction &function, mlir::ValueRange arguments) {
  switch (function.form) {
  case MathForm::SquareRoot:
    return setSquareRoot(s, arguments[0]);
  case MathForm::Absolute:
    return s.setResult(0, Kind::Float, unary(s, "fabs", s.floating(arguments[0])));
  case MathForm::Library:
    return s.setResult(0, Kind::Float, library(s, function.name, arguments));
  case MathForm::Finite:
    return setFinite(s, library(s, function.name, arguments));
  case MathForm::Scale:
    return setFinite(s, arith::MulFOp::create(s.builder(), s.location(), s.floating(arguments[0]),
                                              makeFloat(s, function.factor)));
  case MathForm::Floor:
  case MathForm::Ceiling:
  case MathForm::Truncate:
    return setRounded(s, arguments[0], function.form);
  case MathForm::IsNan:
  case MathForm::IsInfinite:
  case MathForm::IsFinite:
    return setClass(s, arguments[0], function.form);
  case MathForm::IntegerRoot:
    return setIntegerRoot(s, arguments[0]);
  case MathForm::None:
    break;
  }
  llvm_unreachable("it has no form");
}

// ---- What is called -------------------------------------------------------------------------------------------------

llvm::StringRef nativeOf(mlir::Operation *op) {
  auto native = op->getAttrOfType<mlir::StringAttr>("native");
  return native ? native.getValue() : llvm::StringRef();
}

const MathFunction *functionOf(mlir::Operation *op) {
  llvm::StringRef name = nativeOf(op);
  return name.consume_front(kMathPrefix) ? findMathFunction(name) : nullptr;
}

Specialization callForm(Specializer &s, const MathFunction &function, mlir::ValueRange arguments,
                        llvm::function_ref<void()> requireIt) {
  if (function.form == MathForm::None || arguments.size() != function.arity)
    return Specialization::general(function.result == Kind::Int ? Kinds::any() : Kinds(function.result));
  for (Value argument : arguments)
    if (auto answer = function.form == MathForm::IntegerRoot ? needKind(s, argument, {Kind::Int})
                                                             : needKind(s, argument, {Kind::Float, Kind::Int}))
      return *answer;
  requireIt();
  s.explain("computes math." + llvm::Twine(function.name) + " in place");
  setResult(s, function, arguments);
  return Specialization::done();
}

void requireIntact(Specializer &s, Value module) {
  mlir::OpBuilder &b = s.builder();
  fallBackUnless(s, IsIntactMathOp::create(b, s.location(), b.getI1Type(), s.word(module)),
                 "is module math as it was made", module);
}

/// Whether what was found is only called.
bool isOnlyCalled(LoadMethodOp op) {
  return op->hasAttr("called_with");
}

} // namespace

std::optional<Specialization> callMath(Specializer &s, CallOp op) {
  const MathFunction *function = functionOf(op);
  if (!function)
    return std::nullopt;
  return callForm(s, *function, op.getArguments(), [&] { requireFunction(s, op.getCallee(), nativeOf(op)); });
}

std::optional<Specialization> callMath(Specializer &s, CallMethodOp op) {
  const MathFunction *function = functionOf(op);
  if (!function || op.getNames())
    return std::nullopt;
  Value module = op.getArguments()[0];
  return callForm(s, *function, op.getArguments().drop_front(), [&] { requireIntact(s, module); });
}

// The function is found, and its word is not needed: py.call_loaded knows it.
std::optional<Specialization> loadMath(Specializer &s, LoadMethodOp op) {
  if (!functionOf(op) || !isOnlyCalled(op))
    return std::nullopt;
  requireIntact(s, op.getObject());
  mlir::OpBuilder &b = s.builder();
  s.setResult(0, Kind::Exhausted, Value(ExhaustedOp::create(b, s.location())));
  s.setWord(1, Kinds::any(), NullOp::create(b, s.location(), ValueType::get(b.getContext())));
  return Specialization::done();
}

std::optional<Specialization> callMath(Specializer &s, CallLoadedOp op) {
  const MathFunction *function = functionOf(op);
  if (!function || !s.kindsOf(op.getCallee()).is(Kind::Exhausted))
    return std::nullopt;
  return callForm(s, *function, op.getArguments().drop_front(), [] {});
}

std::optional<Specialization> loadMath(Specializer &s, GetAttributeOp op) {
  llvm::StringRef name = nativeOf(op);
  std::optional<double> constant = name.consume_front(kMathPrefix) ? mathConstant(name) : std::nullopt;
  if (!constant)
    return std::nullopt;
  requireIntact(s, op.getObject());
  s.setResult(0, Kind::Float, makeFloat(s, *constant));
  return Specialization::done();
}

} // namespace molt::py
