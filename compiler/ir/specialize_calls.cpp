#include "compiler/ir/specialize_calls.h"

#include "compiler/ir/special_forms.h"

namespace molt::py {
namespace {

using mlir::Value;

/// A call that has a fast version to go to.
struct FastCall {
  mlir::Operation *op;
  mlir::ValueRange arguments;

  mlir::FlatSymbolRefAttr target() const { return op->getAttrOfType<mlir::FlatSymbolRefAttr>("target"); }
  mlir::FlatSymbolRefAttr fast() const { return op->getAttrOfType<mlir::FlatSymbolRefAttr>("fast"); }
  mlir::ArrayAttr signature() const { return op->getAttrOfType<mlir::ArrayAttr>("signature"); }
  Kinds result() const { return kindsOfHint(op->getAttr("result")); }
  /// A class's call passes no self.
  ClassAttr constructs() const { return op->getAttrOfType<ClassAttr>("constructs"); }
  bool exists() const { return fast() && signature().size() == arguments.size() + bool(constructs()); }
  llvm::ArrayRef<mlir::Attribute> parameters() const { return signature().getValue().drop_front(bool(constructs())); }
};

/// What has to be known of the arguments, or that they do not suit.
std::optional<Specialization> needsTest(Specializer &s, const FastCall &call) {
  for (auto [argument, parameter] : llvm::zip(call.arguments, call.parameters())) {
    Kinds wanted = kindsOfHint(parameter), kinds = s.kindsOf(argument);
    if (wanted == Kinds() || kinds == wanted)
      continue;
    if (auto known = mlir::dyn_cast<ClassAttr>(parameter))
      return needInstance(s, argument, known);
    for (Kind kind : {Kind::Int, Kind::Float, Kind::List, Kind::Tuple, Kind::Str, Kind::Dict})
      if (wanted.is(kind))
        return kinds.has(kind) ? Specialization::test(argument, kind, /*isLikely=*/true) : Specialization::general();
    return Specialization::general();
  }
  return std::nullopt;
}

llvm::SmallVector<Value, 6> argumentsOf(Specializer &s, const FastCall &call) {
  llvm::SmallVector<Value, 6> arguments;
  for (auto [argument, parameter] : llvm::zip(call.arguments, call.parameters())) {
    Kinds wanted = kindsOfHint(parameter);
    arguments.push_back(wanted.is(Kind::Int)     ? s.integer(argument)
                        : wanted.is(Kind::Float) ? s.floating(argument)
                                                 : s.word(argument));
  }
  return arguments;
}

/// The call itself; `function` is known to be the one. What may go wrong before it has been asked.
Specialization make(Specializer &s, const FastCall &call, Value function) {
  mlir::OpBuilder &b = s.builder();
  mlir::Location location = s.location();
  s.explain("calls " + call.target().getValue() + " directly");
  llvm::SmallVector<Value, 6> arguments = argumentsOf(s, call);
  Kinds result = call.result();
  if (result == Kinds()) {
    s.setWord(0, Kinds::any(), CallFastOp::create(b, location, function.getType(), function, call.fast(), arguments));
    return Specialization::done();
  }
  mlir::Type type = result.is(Kind::Int) ? mlir::Type(b.getI64Type()) : b.getF64Type();
  auto made = CallFastNumberOp::create(b, location, type, b.getI1Type(), function, call.fast(), arguments);
  s.divertIf(made.getIsWord(), /*isRare=*/true, result.is(Kind::Int) ? "it gives an int" : "it gives a float",
             [&](Specializer &other) {
               other.setWord(
                   0, Kinds::any(),
                   UnexpectedResultOp::create(other.builder(), location, function.getType(), made.getNumber()));
             });
  s.setResult(0, result.is(Kind::Int) ? Kind::Int : Kind::Float, {made.getNumber()});
  return Specialization::done();
}

void requireCall(Specializer &s) {
  mlir::OpBuilder &b = s.builder();
  fallBackUnless(s, CanCallOp::create(b, s.location(), b.getI1Type()), /*guard=*/""); // the stack has room
}

Specialization callFunction(Specializer &s, const FastCall &call, Value callee) {
  if (auto answer = needsTest(s, call))
    return *answer;
  mlir::OpBuilder &b = s.builder();
  fallBackUnless(s, IsFunctionOfOp::create(b, s.location(), b.getI1Type(), s.word(callee), call.target()),
                 "is that function", callee);
  requireCall(s);
  s.settle();
  return make(s, call, s.word(callee));
}

// A class is known to make its instances as object does, and to have a function as its __init__.
std::optional<Specialization> construct(Specializer &s, const FastCall &call, Value callee) {
  ClassAttr known = call.constructs();
  Kinds self = kindsOfHint(call.signature()[0]);
  if (!(call.result() == Kinds()) || !(self == Kinds() || self.isInstanceOf(known.getNumber())))
    return std::nullopt;
  if (auto answer = needsTest(s, call))
    return *answer;
  mlir::OpBuilder &b = s.builder();
  fallBackUnless(s, IsKnownClassOp::create(b, s.location(), b.getI1Type(), s.word(callee), known), "is that class",
                 callee);
  requireIntactClasses(s);
  requireCall(s);
  s.settle();
  s.explain("makes the instance directly, then calls " + call.target().getValue());
  Value type = s.word(callee);
  s.setWord(0, Kinds::instance(known.getNumber()),
            ConstructFastOp::create(b, s.location(), type.getType(), type,
                                    call.op->getAttrOfType<mlir::IntegerAttr>("method"), call.fast(),
                                    argumentsOf(s, call)));
  return Specialization::done();
}

} // namespace

std::optional<Specialization> callFast(Specializer &s, CallOp op) {
  FastCall call{op, op.getArguments()};
  if (call.exists() && call.constructs())
    return construct(s, call, op.getCallee());
  return call.exists() ? std::optional(callFunction(s, call, op.getCallee())) : std::nullopt;
}

std::optional<Specialization> callFast(Specializer &s, CallLoadedOp op) {
  FastCall call{op, op.getArguments()};
  return call.exists() && !op.getNames() ? std::optional(callFunction(s, call, op.getCallee())) : std::nullopt;
}

// The class's function is what the lookup would find: the class is as it was, and the instance has no dict.
// The right operand is asked first where its class derives from the left one's, and next where the left one has no
// answer: an object of the same class, or a number, does neither.
std::optional<Specialization> operateFast(Specializer &s, mlir::Operation *op) {
  FastCall call{op, op->getOperands()};
  auto receiver = op->getAttrOfType<ClassAttr>("receiver");
  if (!receiver || !call.exists() || !(call.result() == Kinds()))
    return std::nullopt;
  Value left = op->getOperand(0), right = op->getOperand(1);
  if (auto answer = needInstance(s, left, receiver))
    return answer->step() == Specialization::Test ? answer : std::nullopt;
  if (auto answer = needsTest(s, call))
    return *answer;
  Kinds other = s.kindsOf(right);
  if (!other.isInstanceOf(receiver.getNumber()) && !other.is(Kind::Int) && !other.is(Kind::Float))
    return std::nullopt;
  mlir::OpBuilder &b = s.builder();
  requireIntactClasses(s);
  requireCall(s);
  s.settle();
  s.explain("calls " + call.target().getValue() + " directly");
  Value leftWord = s.word(left), rightWord = s.word(right);
  s.setWord(0, Kinds::any(),
            OperateFastOp::create(b, s.location(), leftWord.getType(), op->getAttrOfType<mlir::StringAttr>("symbol"),
                                  leftWord, rightWord, op->getAttrOfType<mlir::IntegerAttr>("method"), call.fast(),
                                  argumentsOf(s, call)));
  return Specialization::done();
}

std::optional<Specialization> callFast(Specializer &s, CallMethodOp op) {
  FastCall call{op, op.getArguments()};
  if (op.getNames() || !call.exists())
    return std::nullopt;
  Value self = op.getArguments()[0];
  auto receiver = op->getAttrOfType<ClassAttr>("receiver");
  if (auto answer = needInstance(s, self, receiver))
    return answer->step() == Specialization::Test ? answer : std::nullopt;
  if (auto answer = needsTest(s, call))
    return *answer;
  mlir::OpBuilder &b = s.builder();
  requireIntactClasses(s);
  s.fallBackIf(HasDictOp::create(b, s.location(), b.getI1Type(), s.word(self)), "has no attributes of its own", self);
  requireCall(s);
  s.settle();
  mlir::Type type = op.getResult().getType();
  Value method = KnownMethodOp::create(b, s.location(), type, op->getAttrOfType<mlir::IntegerAttr>("method"));
  Value function = RetainOp::create(b, s.location(), type, method).getOwned(); // the class can lose it meanwhile
  return make(s, call, function);
}

} // namespace molt::py
