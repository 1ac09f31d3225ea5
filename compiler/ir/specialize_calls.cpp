#include "compiler/ir/specialize_calls.h"

#include "compiler/ir/special_forms.h"

namespace molt::py {
namespace {

using mlir::Value;

/// What a parameter gets: a value, or a constant that is its default.
struct Argument {
  Value value;
  mlir::Attribute constant;

  Kinds kinds(Specializer &s) const { return value ? s.kindsOf(value) : kindsOfConstant(constant); }
  Value word(Specializer &s) const {
    return value ? s.word(value)
                 : ConstantOp::create(s.builder(), s.location(), ValueType::get(s.builder().getContext()), constant);
  }
  Value integer(Specializer &s) const {
    return value ? s.integer(value)
                 : makeInteger(s, mlir::cast<mlir::IntegerAttr>(constant).getValue().getSExtValue());
  }
  Value floating(Specializer &s) const {
    return value ? s.floating(value) : makeFloat(s, mlir::cast<mlir::FloatAttr>(constant).getValueAsDouble());
  }
};

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
  bool exists() const {
    if (!fast())
      return false;
    if (auto binding = this->binding())
      return signature().size() == binding.size() + bool(constructs());
    return !op->hasAttr("names") && signature().size() == arguments.size() + bool(constructs());
  }
  /// See call_binding.cpp.
  mlir::DenseI32ArrayAttr binding() const { return op->getAttrOfType<mlir::DenseI32ArrayAttr>("binding"); }
  bool hasDefaults() const { return binding() && !op->getAttrOfType<mlir::ArrayAttr>("defaults").empty(); }
  /// In the order of the parameters.
  llvm::SmallVector<Argument, 6> bound() const {
    llvm::SmallVector<Argument, 6> all;
    if (!binding()) {
      for (Value argument : arguments)
        all.push_back({argument, {}});
      return all;
    }
    auto *constant = op->getAttrOfType<mlir::ArrayAttr>("defaults").begin();
    for (int32_t index : binding().asArrayRef())
      all.push_back(index < 0 ? Argument{{}, *constant++} : Argument{arguments[index], {}});
    return all;
  }
  /// Among the methods of the receiver's class, where that decides; else null.
  mlir::IntegerAttr place() const { return op->getAttrOfType<mlir::IntegerAttr>("place"); }
  /// The function object is not looked at, nor anything of it (Inference::arePlainHere).
  mlir::UnitAttr plain() const { return op->getAttrOfType<mlir::UnitAttr>("plain"); }
  llvm::ArrayRef<mlir::Attribute> parameters() const { return signature().getValue().drop_front(bool(constructs())); }
};

/// What has to be known of the arguments, or that they do not suit.
std::optional<Specialization> needsTest(Specializer &s, const FastCall &call) {
  for (auto [argument, parameter] : llvm::zip(call.bound(), call.parameters())) {
    Kinds wanted = kindsOfHint(parameter), kinds = argument.kinds(s);
    if (wanted == Kinds() || kinds == wanted)
      continue;
    if (!argument.value)
      return Specialization::general();
    if (auto known = mlir::dyn_cast<ClassAttr>(parameter)) {
      if (auto answer = needInstance(s, argument.value, known))
        return answer;
      continue;
    }
    for (Kind kind : {Kind::Int, Kind::Float, Kind::List, Kind::Tuple, Kind::Str, Kind::Dict})
      if (wanted.is(kind))
        return kinds.has(kind) ? Specialization::test(argument.value, kind, /*isLikely=*/true)
                               : Specialization::general();
    return Specialization::general();
  }
  return std::nullopt;
}

llvm::SmallVector<Value, 6> argumentsOf(Specializer &s, const FastCall &call) {
  llvm::SmallVector<Value, 6> arguments;
  for (auto [argument, parameter] : llvm::zip(call.bound(), call.parameters())) {
    Kinds wanted = kindsOfHint(parameter);
    arguments.push_back(wanted.is(Kind::Int)     ? argument.integer(s)
                        : wanted.is(Kind::Float) ? argument.floating(s)
                                                 : argument.word(s));
  }
  return arguments;
}

/// The call itself; `function` is known to be the one, null: the call is plain. What may go wrong before it has been asked.
Specialization make(Specializer &s, const FastCall &call, Value function) {
  mlir::OpBuilder &b = s.builder();
  mlir::Location location = s.location();
  mlir::UnitAttr plain = function ? mlir::UnitAttr() : b.getUnitAttr();
  if (plain)
    function = NullOp::create(b, location, ValueType::get(b.getContext()));
  s.explain(call.place() ? "calls the method of the object's class directly"
                         : "calls " + call.target().getValue() + " directly");
  llvm::SmallVector<Value, 6> arguments = argumentsOf(s, call);
  Kinds result = call.result();
  if (result == Kinds()) {
    s.setWord(0, Kinds::any(),
              CallFastOp::create(b, location, function.getType(), function, call.fast(), call.place(), plain, arguments));
    return Specialization::done();
  }
  mlir::Type type = result.is(Kind::Int) ? mlir::Type(b.getI64Type()) : b.getF64Type();
  auto made =
      CallFastNumberOp::create(b, location, type, b.getI1Type(), function, call.fast(), call.place(), plain, arguments);
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

/// The name of the callee, where it is a global one of a known function or class, and it is for this call that it is loaded.
LoadGlobalOp knownGlobal(const FastCall &call, Value callee) {
  auto load = callee.getDefiningOp<LoadGlobalOp>();
  if (!load || !load->hasAttr("known") || !callee.hasOneUse())
    return {};
  mlir::Attribute meant = call.constructs() ? mlir::Attribute(call.constructs()) : call.target();
  return load->getAttr("known") == meant ? load : LoadGlobalOp();
}

/// It is still what the name stands for; nothing else is asked of the object itself.
void requireKnownGlobal(Specializer &s, LoadGlobalOp load) {
  mlir::OpBuilder &b = s.builder();
  Value isIt = IsKnownGlobalOp::create(b, s.location(), b.getI1Type(), s.word(load.getValue()), load.getNameAttr());
  fallBackUnless(s, isIt, "is still the one of its module", load.getValue());
}

Specialization callFunction(Specializer &s, const FastCall &call, Value callee) {
  if (auto answer = needsTest(s, call))
    return *answer;
  mlir::OpBuilder &b = s.builder();
  if (LoadGlobalOp load = knownGlobal(call, callee)) {
    requireKnownGlobal(s, load);
    requireCall(s);
    s.settle();
    return make(s, call, call.plain() ? Value()
                                        : KnownGlobalOp::create(b, s.location(), load.getNameAttr()));
  }
  if (call.hasDefaults()) // another function over that code may have others
    return Specialization::general();
  fallBackUnless(s, IsFunctionOfOp::create(b, s.location(), b.getI1Type(), s.word(callee), call.target()),
                 "is that function", callee);
  requireCall(s);
  s.settle();
  return make(s, call, s.word(callee));
}

// A class is known to make its instances as object does, and to have a function as its __init__.
std::optional<Specialization> construct(Specializer &s, const FastCall &call, Value callee) {
  ClassAttr known = call.constructs();
  auto self = mlir::dyn_cast<ClassAttr>(call.signature()[0]);
  bool suits = self ? self.includes(known.getNumber()) : kindsOfHint(call.signature()[0]) == Kinds();
  if (!(call.result() == Kinds()) || !suits)
    return std::nullopt;
  if (auto answer = needsTest(s, call))
    return *answer;
  mlir::OpBuilder &b = s.builder();
  LoadGlobalOp load = knownGlobal(call, callee);
  if (load)
    requireKnownGlobal(s, load);
  else
    fallBackUnless(s, IsKnownClassOp::create(b, s.location(), b.getI1Type(), s.word(callee), known), "is that class",
                   callee);
  requireIntactClasses(s);
  requireCall(s);
  s.settle();
  s.explain("makes the instance directly, then calls " + call.target().getValue());
  Value type = load ? KnownGlobalOp::create(b, s.location(), load.getNameAttr()).getValue()
                    : s.word(callee);
  s.setWord(0, Kinds::instance(known.getNumber()),
            ConstructFastOp::create(b, s.location(), type.getType(), type,
                                    call.op->getAttrOfType<mlir::IntegerAttr>("method"), call.fast(),
                                    call.plain(), argumentsOf(s, call)));
  return Specialization::done();
}

} // namespace

static std::optional<Specialization> callFast(Specializer &s, const FastCall &call, Value callee) {
  if (call.exists() && call.constructs())
    return construct(s, call, callee);
  return call.exists() ? std::optional(callFunction(s, call, callee)) : std::nullopt;
}
std::optional<Specialization> callFast(Specializer &s, CallOp op) {
  return callFast(s, FastCall{op, op.getArguments()}, op.getCallee());
}

Specialization CallKeywordsOp::specialize(Specializer &s) {
  if (auto answer = callFast(s, FastCall{*this, getArguments()}, getCallee()))
    return *answer;
  return Specialization::general().because("a call with keyword arguments has no special form");
}

bool callsKnownGlobal(mlir::Operation *call, LoadGlobalOp callee) {
  FastCall fast{call, call->getOperands().drop_front()};
  return fast.exists() && knownGlobal(fast, callee.getValue());
}

/// Another form may suit where a test does not help.
static std::optional<Specialization> onlyTest(const Specialization &answer) {
  return answer.step() == Specialization::Test ? std::optional(answer) : std::nullopt;
}

// The class's function is what the lookup would find: the class is as it was, and the instance has no dict.
// The right operand is asked first where its class derives from the left one's, and next where the left one has no
// answer: an object of the same class, or a number, does neither.
std::optional<Specialization> operateFast(Specializer &s, mlir::Operation *op) {
  FastCall call{op, op->getOperands()};
  auto receiver = op->getAttrOfType<ClassAttr>("receiver");
  if (!receiver || !call.exists() || call.place() || !(call.result() == Kinds()))
    return std::nullopt;
  Value left = op->getOperand(0), right = op->getOperand(1);
  if (auto answer = needInstance(s, left, receiver))
    return onlyTest(*answer);
  if (auto answer = needsTest(s, call))
    return *answer;
  Kinds other = s.kindsOf(right);
  bool isSameClass = other.isInstanceOf(receiver) && !receiver.getSubclasses();
  if (!isSameClass && !other.is(Kind::Int) && !other.is(Kind::Float))
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
                                  call.plain(), argumentsOf(s, call)));
  return Specialization::done();
}

/// The function that is a method of `self`, of a known class that is intact; borrowed from the class.
static Value methodOf(Specializer &s, mlir::Operation *op, Value self) {
  mlir::OpBuilder &b = s.builder();
  mlir::Type type = ValueType::get(b.getContext());
  if (auto place = op->getAttrOfType<mlir::IntegerAttr>("place"))
    return MethodAtOp::create(b, s.location(), type, s.word(self), place);
  return KnownMethodOp::create(b, s.location(), type, op->getAttrOfType<mlir::IntegerAttr>("method"));
}

/// Its own word of it: the class can lose it meanwhile.
static Value ownMethodOf(Specializer &s, mlir::Operation *op, Value self) {
  Value method = methodOf(s, op, self);
  return RetainOp::create(s.builder(), s.location(), method.getType(), method).getOwned();
}

/// Nothing of the instance's own hides a method.
static void requireNoDict(Specializer &s, Value self) {
  s.fallBackIf(HasDictOp::create(s.builder(), s.location(), s.builder().getI1Type(), s.word(self)),
               "has no attributes of its own", self);
}

/// The call of a method of a known class, or of a property's getter.
static std::optional<Specialization> callMethod(Specializer &s, const FastCall &call) {
  if (!call.exists())
    return std::nullopt;
  Value self = call.arguments[0];
  if (auto answer = needInstance(s, self, call.op->getAttrOfType<ClassAttr>("receiver")))
    return onlyTest(*answer);
  if (auto answer = needsTest(s, call))
    return *answer;
  requireIntactClasses(s);
  requireNoDict(s, self);
  requireCall(s);
  s.settle();
  return make(s, call, call.plain() ? Value() : ownMethodOf(s, call.op, self));
}

std::optional<Specialization> callFast(Specializer &s, CallMethodOp op) {
  return callMethod(s, {op, op.getArguments()});
}

/// A parameter that is not a variable: it lives as long as the call.
static bool isParameter(Value value) {
  auto argument = mlir::dyn_cast<mlir::BlockArgument>(value);
  return argument && argument.getOwner()->isEntryBlock();
}

std::optional<Specialization> loadFast(Specializer &s, LoadMethodOp op) {
  auto receiver = op->getAttrOfType<ClassAttr>("receiver");
  if (!receiver || !op->hasAttr("fast"))
    return std::nullopt;
  if (auto answer = needInstance(s, op.getObject(), receiver))
    return onlyTest(*answer);
  requireIntactClasses(s);
  requireNoDict(s, op.getObject());
  Kinds kinds = s.kindsOf(op.getObject());
  if (op->hasAttr("plain"))
    s.setBorrowed(0, Kinds::any(), methodOf(s, op, op.getObject()));
  else
    s.setWord(0, Kinds::any(), ownMethodOf(s, op, op.getObject()));
  Value self = s.word(op.getObject());
  if (!isParameter(op.getObject()))
    self = RetainOp::create(s.builder(), s.location(), self.getType(), self).getOwned();
  s.setWord(1, kinds, self);
  return Specialization::done();
}

// What was found is what would be found now, so its fast version is known.
std::optional<Specialization> callFast(Specializer &s, CallLoadedOp op) {
  FastCall call{op, op.getArguments()};
  auto receiver = op->getAttrOfType<ClassAttr>("receiver");
  if (!receiver || !call.exists())
    return std::nullopt;
  Value self = op.getArguments()[0];
  if (auto answer = needInstance(s, self, receiver))
    return onlyTest(*answer);
  if (auto answer = needsTest(s, call))
    return *answer;
  requireIntactClasses(s);
  mlir::OpBuilder &b = s.builder();
  Value isIt = IsOp::create(b, s.location(), b.getI1Type(), s.word(op.getCallee()), methodOf(s, op, self));
  fallBackUnless(s, isIt, "is that method", op.getCallee());
  requireCall(s);
  s.settle();
  return make(s, call, call.plain() ? Value() : s.word(op.getCallee()));
}

std::optional<Specialization> callFast(Specializer &s, GetAttributeOp op) {
  return callMethod(s, {op, op->getOperands()});
}

} // namespace molt::py
