#include "compiler/ir/specialize_calls.h"

#include "abi/object.h"
#include "compiler/ir/fast_call.h"
#include "compiler/ir/known_global.h"
#include "compiler/ir/specialize_specials.h"

namespace molt::py {
namespace {

using mlir::Value;

/// The name of the callee, where it is a global one of a known function or class, and it is for this call that it is loaded.
KnownRead knownGlobal(const FastCall &call, Value callee) {
  KnownRead read = KnownRead::of(callee);
  if (!read || !callee.hasOneUse())
    return {};
  mlir::Attribute meant = call.constructs() ? mlir::Attribute(call.constructs()) : call.target();
  return read.known() == meant ? read : KnownRead();
}

/// It is still what the name stands for; nothing else is asked of the object itself.
void requireKnownGlobal(Specializer &s, KnownRead &read, Value callee) {
  read.requireModule(s);
  read.require(s, s.word(callee), "is still the one of its module");
}

Specialization callFunction(Specializer &s, const FastCall &call, Value callee) {
  if (auto answer = needsTest(s, call))
    return *answer;
  mlir::OpBuilder &b = s.builder();
  if (KnownRead read = knownGlobal(call, callee)) {
    requireKnownGlobal(s, read, callee);
    requireCall(s);
    s.settle();
    if (call.plain())
      return makeCall(s, call, {});
    Value function = read.load(s);
    if (call.op->hasAttr("counted"))
      function = RetainOp::create(b, s.location(), function.getType(), function).getOwned();
    return makeCall(s, call, function);
  }
  mlir::UnitAttr defaults = call.hasDefaults() ? b.getUnitAttr() : mlir::UnitAttr();
  mlir::ArrayAttr functions = call.targets() ? call.targets() : b.getArrayAttr(call.target());
  auto isIt = IsFunctionOfOp::create(b, s.location(), b.getI1Type(), s.word(callee), functions, defaults);
  if (mlir::Operation *made = isIt.getValue().getDefiningOp(); made && made->hasAttr(kIsFunctionAttr))
    isIt->setAttr(kIsFunctionAttr, b.getUnitAttr());
  fallBackUnless(s, isIt, call.targets() ? "is one of those functions" : "is that function", callee);
  requireCall(s);
  s.settle();
  return makeCall(s, call, s.word(callee));
}

// A class is known to make its instances as object does, and to have a function as its __init__.
std::optional<Specialization> construct(Specializer &s, const FastCall &call, Value callee) {
  ClassAttr known = call.constructs();
  auto self = mlir::dyn_cast<ClassAttr>(call.signature()[0]);
  bool suits = self ? self.includes(known.getNumber()) : kindsOfHint(call.signature()[0]) == Kinds();
  bool isException = call.op->hasAttr("exception");
  if (call.result().isNumber() || !suits || (isException && call.binding())) // its __new__ gets them as they are
    return std::nullopt;
  if (auto answer = needsTest(s, call))
    return *answer;
  mlir::OpBuilder &b = s.builder();
  KnownRead read = knownGlobal(call, callee);
  if (read)
    requireKnownGlobal(s, read, callee);
  else
    fallBackUnless(s, IsKnownClassOp::create(b, s.location(), b.getI1Type(), s.word(callee), known), "is that class",
                   callee);
  requireIntactClasses(s);
  requireCall(s);
  s.settle();
  s.explain("makes the instance directly, then calls " + call.target().getValue());
  Value type = read ? read.load(s) : s.word(callee);
  auto made = ConstructFastOp::create(b, s.location(), b.getI64Type(), b.getI1Type(), type,
                                      call.op->getAttrOfType<mlir::IntegerAttr>("method"), call.fast(),
                                      call.op->getAttrOfType<mlir::IntegerAttr>("fields"), call.plain(),
                                      isException ? b.getUnitAttr() : mlir::UnitAttr(), argumentsOf(s, call));
  setLikely(s, call.op, made.getBits(), made.getIsOther(), Kinds::instance(known.getNumber()));
  return Specialization::done();
}

} // namespace

static std::optional<Specialization> callFast(Specializer &s, const FastCall &call, Value callee) {
  if (call.op->hasAttr("special"))
    return std::nullopt;
  if (call.exists() && call.constructs())
    return construct(s, call, callee);
  return call.exists() ? std::optional(callFunction(s, call, callee)) : std::nullopt;
}
std::optional<Specialization> callFast(Specializer &s, CallOp op) {
  if (auto special = op->getAttrOfType<mlir::StringAttr>("special"))
    return special.getValue() == "__len__" ? callLength(s, op) : callSpecial(s, op.getOperation());
  if (op->hasAttr(kTestedTypesAttr))
    return callIsInstance(s, op);
  return callFast(s, FastCall{op, op.getArguments()}, op.getCallee());
}

Specialization CallKeywordsOp::specialize(Specializer &s) {
  if ((*this)->hasAttr("special"))
    if (auto answer = callSpecial(s, getOperation()))
      return *answer;
  if (auto answer = callFast(s, FastCall{*this, getArguments()}, getCallee()))
    return *answer;
  return Specialization::general().because("a call with keyword arguments has no special form");
}

bool callsKnownGlobal(mlir::Operation *call) {
  FastCall fast{call, call->getOperands().drop_front()};
  return fast.exists() && knownGlobal(fast, call->getOperand(0));
}

/// Nothing of the instance's own hides a method.
static void requireNoDict(Specializer &s, mlir::Operation *op, Value self) {
  if (op->hasAttr("declared")) // there is no dict
    return;
  s.fallBackIf(HasDictOp::create(s.builder(), s.location(), s.builder().getI1Type(), s.word(self),
                                 op->hasAttr("exception")),
               "has no attributes of its own", self);
}

/// Where not all classes of the family have the method, that of `self` has it.
static void requireMethod(Specializer &s, mlir::Operation *op, Value self) {
  if (!op->hasAttr("partial"))
    return;
  s.fallBackIf(IsNullOp::create(s.builder(), s.location(), s.builder().getI1Type(), methodOf(s, op, self)),
               "is of a class that has the method", self);
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
  requireNoDict(s, call.op, self);
  requireMethod(s, call.op, self);
  requireCall(s);
  s.settle();
  return makeCall(s, call, calledMethod(s, call, self));
}

// ---- Static and class methods, and methods through their class ------------------------------------------------------

static uint32_t formOf(mlir::Operation *op) {
  auto form = op->getAttrOfType<mlir::IntegerAttr>("form");
  return form ? form.getInt() : kPlainMethod;
}

static bool isWrapped(mlir::Operation *op) { return op->hasAttr("form"); }

/// What stands before the dot is that class, or an instance of the known class whose attributes do not hide its.
static std::optional<Specialization> requireOwner(Specializer &s, mlir::Operation *op, Value owner) {
  mlir::OpBuilder &b = s.builder();
  if (auto known = op->getAttrOfType<ClassAttr>("through")) {
    fallBackUnless(s, IsKnownClassOp::create(b, s.location(), b.getI1Type(), s.word(owner), known), "is that class", owner);
    requireIntactClasses(s);
    return std::nullopt;
  }
  if (auto answer = needInstance(s, owner, op->getAttrOfType<ClassAttr>("receiver")))
    return answer;
  requireIntactClasses(s);
  requireNoDict(s, op, owner);
  return std::nullopt;
}

/// What a class method gets.
static Value classOf(Specializer &s, mlir::Operation *op, Value owner) {
  Value word = s.word(owner);
  return op->hasAttr("through") ? word : TypeOfOp::create(s.builder(), s.location(), word.getType(), word).getType();
}

/// The arguments without the first one, where it is not passed.
static mlir::ValueRange passedOf(mlir::Operation *op, mlir::ValueRange arguments) {
  return op->hasAttr("skips_first") ? arguments.drop_front() : arguments;
}

static std::optional<Specialization> callWrapped(Specializer &s, CallMethodOp op) {
  FastCall call{op, passedOf(op, op.getArguments())};
  if (!call.exists())
    return std::nullopt;
  if (!op->hasAttr("through")) // is tested first
    if (auto answer = needInstance(s, op.getArguments()[0], op->getAttrOfType<ClassAttr>("receiver")))
      return onlyTest(*answer);
  if (formOf(op) == kClassMethod)
    call.first = s.word(op.getArguments()[0]);
  if (auto answer = needsTest(s, call))
    return onlyTest(*answer);
  if (auto answer = requireOwner(s, op, op.getArguments()[0]))
    return onlyTest(*answer);
  requireCall(s);
  s.settle();
  if (formOf(op) == kClassMethod)
    call.first = classOf(s, op, op.getArguments()[0]);
  return makeCall(s, call, calledMethod(s, call, {}));
}

std::optional<Specialization> callFast(Specializer &s, CallMethodOp op) {
  if (isWrapped(op))
    return callWrapped(s, op);
  return callMethod(s, {op, op.getArguments()});
}

/// Sets the function that has been looked up.
static void setMethod(Specializer &s, mlir::Operation *op, Value self) {
  if (op->hasAttr("plain"))
    s.setBorrowed(0, Kinds::any(), methodOf(s, op, self));
  else
    s.setWord(0, Kinds::any(), ownMethodOf(s, op, self));
}

static std::optional<Specialization> loadWrapped(Specializer &s, LoadMethodOp op) {
  if (!op->hasAttr("fast"))
    return std::nullopt;
  if (auto answer = requireOwner(s, op, op.getObject()))
    return onlyTest(*answer);
  setMethod(s, op, op.getObject());
  mlir::OpBuilder &b = s.builder();
  mlir::Type type = ValueType::get(b.getContext());
  Value self = formOf(op) == kClassMethod ? RetainOp::create(b, op.getLoc(), type, classOf(s, op, op.getObject())).getOwned()
                                          : NullOp::create(b, op.getLoc(), type).getResult();
  s.setWord(1, Kinds::any(), self);
  return Specialization::done();
}

// The function is that one, and has been found with a self where the call passes one, and only there.
static std::optional<Specialization> callLoadedWrapped(Specializer &s, CallLoadedOp op) {
  FastCall call{op, passedOf(op, op.getArguments())};
  if (!call.exists())
    return std::nullopt;
  if (auto answer = needsTest(s, call))
    return onlyTest(*answer);
  requireIntactClasses(s);
  mlir::OpBuilder &b = s.builder();
  Value isIt = IsOp::create(b, s.location(), b.getI1Type(), s.word(op.getCallee()), methodOf(s, op, {}));
  fallBackUnless(s, isIt, "is that method", op.getCallee());
  Value isAlone = IsNullOp::create(b, s.location(), b.getI1Type(), s.word(op.getArguments()[0]));
  s.fallBackIf(op->hasAttr("skips_first") ? makeNot(s, isAlone) : isAlone, /*guard=*/"");
  requireCall(s);
  s.settle();
  return makeCall(s, call, call.plain() ? Value() : s.word(op.getCallee()));
}

// ---- super() --------------------------------------------------------------------------------------------------------

namespace {

/// super() is what it is, in a method of the known class, of an instance of that or a class that derives from it.
std::optional<Specialization> requireSuper(Specializer &s, mlir::Operation *op, Value callee, Value definingClass,
                                           Value self) {
  auto known = op->getAttrOfType<ClassAttr>("receiver");
  if (auto answer = needInstance(s, self, known))
    return answer;
  requireSymbol(s, callee, "type_super");
  mlir::OpBuilder &b = s.builder();
  fallBackUnless(s, IsKnownClassOp::create(b, s.location(), b.getI1Type(), s.word(definingClass), known), "is that class",
                 definingClass);
  requireIntactClasses(s);
  return std::nullopt;
}

} // namespace

// super().__init__(...) where what comes next is BaseException.
static Specialization initException(Specializer &s, CallSuperMethodOp op) {
  if (auto answer = requireSuper(s, op, op.getCallee(), op.getDefiningClass(), op.getArguments()[0]))
    return *answer;
  s.settle(); // other arguments may end
  s.explain("stores the exception's arguments");
  mlir::OpBuilder &b = s.builder();
  llvm::SmallVector<Value, 4> words;
  for (Value argument : op.getArguments())
    words.push_back(s.word(argument));
  InitExceptionOp::create(b, op.getLoc(), words[0], mlir::ValueRange(words).drop_front());
  s.setWord(0, Kind::None, ConstantOp::create(b, op.getLoc(), words[0].getType(), NoneAttr::get(b.getContext())));
  return Specialization::done();
}

Specialization CallSuperMethodOp::specialize(Specializer &s) {
  FastCall call{*this, getArguments()};
  if ((*this)->hasAttr("init_exception"))
    return initException(s, *this);
  constexpr llvm::StringLiteral kUnknown = "the method of the base is not one known function";
  if (!(*this)->hasAttr("receiver") || !call.exists())
    return Specialization::general().because(kUnknown);
  if (auto answer = needInstance(s, getArguments()[0], (*this)->getAttrOfType<ClassAttr>("receiver")))
    return *answer;
  if (auto answer = needsTest(s, call))
    return *answer;
  if (auto answer = requireSuper(s, *this, getCallee(), getDefiningClass(), getArguments()[0]))
    return *answer;
  requireCall(s);
  s.settle();
  return makeCall(s, call, calledMethod(s, call, {}));
}

Specialization LoadSuperMethodOp::specialize(Specializer &s) {
  if (!(*this)->hasAttr("receiver") || !(*this)->hasAttr("fast"))
    return Specialization::general();
  if (auto answer = requireSuper(s, *this, getCallee(), getDefiningClass(), getObject()))
    return *answer;
  Kinds kinds = s.kindsOf(getObject());
  setMethod(s, *this, {});
  Value self = s.word(getObject());
  s.setWord(1, kinds, RetainOp::create(s.builder(), getLoc(), self.getType(), self).getOwned());
  return Specialization::done();
}

// ---- Methods that are looked up before their arguments are evaluated ------------------------------------------------

/// A parameter that is not a variable: it lives as long as the call.
static bool isParameter(Value value) {
  auto argument = mlir::dyn_cast<mlir::BlockArgument>(value);
  return argument && argument.getOwner()->isEntryBlock();
}

std::optional<Specialization> loadFast(Specializer &s, LoadMethodOp op) {
  auto receiver = op->getAttrOfType<ClassAttr>("receiver");
  if (isWrapped(op))
    return loadWrapped(s, op);
  if (!receiver || !op->hasAttr("fast"))
    return std::nullopt;
  if (auto answer = needInstance(s, op.getObject(), receiver))
    return onlyTest(*answer);
  requireIntactClasses(s);
  requireNoDict(s, op, op.getObject());
  requireMethod(s, op, op.getObject());
  Kinds kinds = s.kindsOf(op.getObject());
  setMethod(s, op, op.getObject());
  Value self = s.word(op.getObject());
  if (!isParameter(op.getObject()))
    self = RetainOp::create(s.builder(), s.location(), self.getType(), self).getOwned();
  s.setWord(1, kinds, self);
  return Specialization::done();
}

// What was found is what would be found now, so its fast version is known.
std::optional<Specialization> callFast(Specializer &s, CallLoadedOp op) {
  if (isWrapped(op))
    return callLoadedWrapped(s, op);
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
  return makeCall(s, call, call.plain() ? Value() : s.word(op.getCallee()));
}

std::optional<Specialization> callFast(Specializer &s, GetAttributeOp op) {
  return callMethod(s, {op, op->getOperands()});
}

} // namespace molt::py
