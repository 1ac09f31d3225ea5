#include "compiler/ir/specialize_specials.h"

#include "compiler/ir/fast_call.h"

// A special method is looked up on the class alone, so what an instance has of its own does not count. What must hold is that
// the classes are as they were.
namespace molt::py {

namespace arith = mlir::arith;
using mlir::Value;

namespace {

ClassAttr receiverOf(mlir::Operation *op) { return op->getAttrOfType<ClassAttr>("receiver"); }

/// What must be known before the method can be called; ready() then.
std::optional<Specialization> needsTest(Specializer &s, const FastCall &call, Value self) {
  if (auto answer = needInstance(s, self, receiverOf(call.op)))
    return answer;
  return needsTest(s, call);
}

void require(Specializer &s) {
  requireIntactClasses(s);
  requireCall(s);
  s.settle();
}

/// The function as an op takes it, and whether the call is plain.
std::pair<Value, mlir::UnitAttr> functionOf(Specializer &s, const FastCall &call, Value self) {
  mlir::OpBuilder &b = s.builder();
  if (call.plain())
    return {NullOp::create(b, s.location(), ValueType::get(b.getContext())), call.plain()};
  return {ownMethodOf(s, call.op, self), mlir::UnitAttr()};
}

void explainCall(Specializer &s, const FastCall &call) {
  s.explain(call.place() ? "calls the method of the object's class directly"
                         : "calls " + call.target().getValue() + " directly");
}

/// Whether the left operand's class is asked first; may fall back. The right one is where its class derives from the left
/// one's.
bool requireLeftFirst(Specializer &s, Value left, Value right, ClassAttr receiver) {
  Kinds other = s.kindsOf(right);
  if (!other.has(Kind::Instance) && !other.has(Kind::Other))
    return true;
  if (!other.is(Kind::Instance) || !other.isOne())
    return false;
  if (!receiver.getSubclasses())
    return true; // no known class derives from it, and the right one's is known
  if (!other.isInstanceOf(receiver))
    return false;
  mlir::OpBuilder &b = s.builder();
  fallBackUnless(s, SameTypeOp::create(b, s.location(), b.getI1Type(), s.word(left), s.word(right)),
                 "is of the left one's class", right);
  return true;
}

} // namespace

std::optional<Specialization> callSpecial(Specializer &s, const FastCall &call) {
  bool isNumberLost = !call.op->getNumResults() && call.result().isNumber();
  if (!receiverOf(call.op) || !call.exists() || isNumberLost)
    return std::nullopt;
  Value self = call.arguments[0];
  if (auto answer = needsTest(s, call, self))
    return onlyTest(*answer);
  require(s);
  return makeCall(s, call, calledMethod(s, call, self));
}

std::optional<Specialization> callSpecial(Specializer &s, mlir::Operation *op) {
  return callSpecial(s, FastCall{op, op->getOperands()});
}

// ---- len() and truth ------------------------------------------------------------------------------------------------

namespace {

/// The length that __len__ gives; `setOther` takes what it gives instead of a number from 0 on, if that is to be a length.
Value makeLength(Specializer &s, const FastCall &call, llvm::function_ref<void(Specializer &, Value)> setOther) {
  mlir::OpBuilder &b = s.builder();
  Value self = call.arguments[0];
  auto [function, plain] = functionOf(s, call, self);
  explainCall(s, call);
  auto given = CallFastLikelyOp::create(b, s.location(), b.getI64Type(), b.getI1Type(), function, call.fast(),
                                        /*others=*/{}, call.place(), plain, argumentsOf(s, call));
  s.divertIf(given.getIsOther(), /*isRare=*/true, "it gives an int", [&](Specializer &other) {
    Value word = UnexpectedWordOp::create(other.builder(), other.location(), ValueType::get(b.getContext()), given.getBits());
    setOther(other, word);
  });
  Value isNegative = makeComparison(s, arith::CmpIPredicate::slt, given.getBits(), makeInteger(s, 0));
  s.divertIf(isNegative, /*isRare=*/true, "it is not negative", [&](Specializer &other) {
    Value word = BoxIntOp::create(other.builder(), other.location(), ValueType::get(b.getContext()), given.getBits());
    setOther(other, word);
  });
  return given.getBits();
}

} // namespace

std::optional<Specialization> callLength(Specializer &s, CallOp op) {
  FastCall call{op, op.getArguments()};
  if (!receiverOf(op) || !call.exists() || !call.result().is(Kind::Int))
    return std::nullopt;
  if (auto answer = needsTest(s, call, op.getArguments()[0]))
    return onlyTest(*answer);
  requireFunction(s, op.getCallee(), "builtins_len");
  require(s);
  Value length = makeLength(s, call, [&](Specializer &other, Value given) {
    other.setWord(0, Kinds::any(), LengthResultOp::create(other.builder(), op.getLoc(), given.getType(), given));
  });
  s.setResult(0, Kind::Int, length);
  return Specialization::done();
}

namespace {

std::optional<Specialization> testLength(Specializer &s, const FastCall &call) {
  if (!call.result().is(Kind::Int))
    return std::nullopt;
  require(s);
  mlir::Location location = call.op->getLoc();
  Value length = makeLength(s, call, [&](Specializer &other, Value given) {
    mlir::OpBuilder &b = other.builder();
    other.setCondition(0, LengthTruthOp::create(b, location, b.getI1Type(), given));
  });
  s.setCondition(0, makeComparison(s, arith::CmpIPredicate::ne, length, makeInteger(s, 0)));
  return Specialization::done();
}

/// The truth of what the method gives; `isBool`: it must give a bool.
std::optional<Specialization> testResult(Specializer &s, const FastCall &call, Value self, bool isBool) {
  if (call.result().isNumber())
    return std::nullopt;
  require(s);
  mlir::OpBuilder &b = s.builder();
  auto [function, plain] = functionOf(s, call, self);
  explainCall(s, call);
  mlir::UnitAttr onlyBool = isBool ? b.getUnitAttr() : mlir::UnitAttr();
  s.setCondition(0, TruthFastOp::create(b, s.location(), b.getI1Type(), function, call.fast(), call.place(), plain,
                                        onlyBool, argumentsOf(s, call)));
  return Specialization::done();
}

} // namespace

std::optional<Specialization> testFast(Specializer &s, mlir::Operation *op, Value value) {
  ClassAttr receiver = receiverOf(op);
  if (!receiver)
    return std::nullopt;
  if (s.kindsOf(value).has(Kind::None) && likelyOf(value).orNone)
    return s.kindsOf(value).is(Kind::None) ? std::nullopt : std::optional(Specialization::test(value, Kind::None));
  if (auto answer = needInstance(s, value, receiver))
    return onlyTest(*answer);
  if (op->hasAttr("always_true")) {
    requireIntactClasses(s);
    s.setCondition(0, makeTruth(s, true));
    return Specialization::done();
  }
  FastCall call{op, op->getOperands()};
  if (!call.exists())
    return std::nullopt;
  if (auto answer = needsTest(s, call))
    return onlyTest(*answer);
  bool isBool = op->getAttrOfType<mlir::StringAttr>("special").getValue() == "__bool__";
  return isBool ? testResult(s, call, value, /*isBool=*/true) : testLength(s, call);
}

std::optional<Specialization> containsFast(Specializer &s, mlir::Operation *op) {
  FastCall call{op, op->getOperands()};
  if (!receiverOf(op) || !call.exists())
    return std::nullopt;
  if (auto answer = needsTest(s, call, op->getOperand(0)))
    return onlyTest(*answer);
  return testResult(s, call, op->getOperand(0), /*isBool=*/false);
}

// ---- Binary operators -----------------------------------------------------------------------------------------------

// Where the left operand has no answer, the right one is asked: an object of the same class, or a number, has none either.
std::optional<Specialization> operateFast(Specializer &s, mlir::Operation *op) {
  FastCall call{op, op->getOperands()};
  ClassAttr receiver = receiverOf(op);
  if (!receiver || !call.exists() || call.place())
    return std::nullopt;
  Value left = op->getOperand(0), right = op->getOperand(1);
  if (auto answer = needInstance(s, left, receiver))
    return onlyTest(*answer);
  if (auto answer = needsTest(s, call))
    return onlyTest(*answer);
  Kinds other = s.kindsOf(right);
  bool isOfClass = other.isInstanceOf(receiver);
  if (!isOfClass && !other.is(Kind::Int) && !other.is(Kind::Float))
    return std::nullopt;
  if (isOfClass && !requireLeftFirst(s, left, right, receiver))
    return std::nullopt;
  require(s);
  explainCall(s, call);
  mlir::OpBuilder &b = s.builder();
  mlir::Location location = s.location();
  auto symbol = op->getAttrOfType<mlir::StringAttr>("symbol");
  auto method = op->getAttrOfType<mlir::IntegerAttr>("method");
  Value leftWord = s.word(left), rightWord = s.word(right);
  mlir::Type word = leftWord.getType();
  Kinds result = call.result();
  if (!result.isNumber()) {
    auto given = OperateFastOp::create(b, location, b.getI64Type(), b.getI1Type(), symbol, leftWord, rightWord, method,
                                       call.fast(), call.plain(), argumentsOf(s, call));
    setLikely(s, op, given.getBits(), given.getIsOther(), result);
    return Specialization::done();
  }
  auto [function, plain] = functionOf(s, call, left);
  mlir::Type type = result.is(Kind::Int) ? mlir::Type(b.getI64Type()) : b.getF64Type();
  auto given = CallFastLikelyOp::create(b, location, type, b.getI1Type(), function, call.fast(), /*others=*/{}, call.place(),
                                        plain, argumentsOf(s, call));
  setLikely(s, op, given.getBits(), given.getIsOther(), result, [&](Specializer &path) {
    path.setWord(0, Kinds::any(), OperatorResultOp::create(path.builder(), location, word, given.getBits(), symbol,
                                                           leftWord, rightWord));
  });
  return Specialization::done();
}

// ---- Comparisons ----------------------------------------------------------------------------------------------------

namespace {

void setTruth(Specializer &s, mlir::Operation *op, Value truth) {
  if (op->getResult(0).getType().isInteger(1))
    s.setCondition(0, truth);
  else
    s.setResult(0, Kind::Bool, truth);
}

/// Objects of classes that have no == of their own are equal if they are the same.
std::optional<Specialization> compareIdentities(Specializer &s, mlir::Operation *op, llvm::StringRef comparison,
                                                ClassAttr otherClass) {
  Value left = op->getOperand(0), right = op->getOperand(1);
  if (auto answer = needInstance(s, left, receiverOf(op)))
    return onlyTest(*answer);
  bool isNone = s.kindsOf(right).is(Kind::None);
  if (!isNone && likelyOf(right).orNone && s.kindsOf(right).has(Kind::None))
    return Specialization::test(right, Kind::None);
  if (!isNone)
    if (auto answer = needInstance(s, right, otherClass))
      return onlyTest(*answer);
  requireIntactClasses(s);
  mlir::OpBuilder &b = s.builder();
  Value isSame = isNone ? makeTruth(s, false)
                        : IsOp::create(b, s.location(), b.getI1Type(), s.word(left), s.word(right)).getResult();
  setTruth(s, op, comparison == "equal" ? isSame : makeNot(s, isSame));
  return Specialization::done();
}

} // namespace

std::optional<Specialization> compareFast(Specializer &s, mlir::Operation *op, llvm::StringRef comparison) {
  ClassAttr receiver = receiverOf(op);
  if (!receiver)
    return std::nullopt;
  if (auto other = op->getAttrOfType<ClassAttr>("by_identity"))
    return compareIdentities(s, op, comparison, other);
  FastCall call{op, op->getOperands()};
  if (!call.exists() || call.result().isNumber())
    return std::nullopt;
  Value left = op->getOperand(0), right = op->getOperand(1);
  if (auto answer = needsTest(s, call, left))
    return onlyTest(*answer);
  if (!requireLeftFirst(s, left, right, receiver))
    return std::nullopt;
  require(s);
  explainCall(s, call);
  mlir::OpBuilder &b = s.builder();
  auto [function, plain] = functionOf(s, call, left);
  auto negated = op->getAttrOfType<mlir::UnitAttr>("negated");
  Value leftWord = s.word(left), rightWord = s.word(right);
  auto name = b.getStringAttr(comparison);
  if (op->getResult(0).getType().isInteger(1))
    s.setCondition(0, TestFastOp::create(b, s.location(), b.getI1Type(), name, negated, leftWord, rightWord, function,
                                         call.fast(), call.place(), plain, argumentsOf(s, call)));
  else
    s.setWord(0, Kinds::any(),
              CompareFastOp::create(b, s.location(), leftWord.getType(), name, negated, leftWord, rightWord, function,
                                    call.fast(), call.place(), plain, argumentsOf(s, call)));
  return Specialization::done();
}

} // namespace molt::py
