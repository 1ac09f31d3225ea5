#include "compiler/ir/fast_call.h"

#include "abi/class_changes.h"

namespace molt::py {

using mlir::Value;

bool goesThroughTable(mlir::Operation *op) {
  FastCall call{op, op->getOperands()};
  return mlir::isa<CallMethodOp, GetAttributeOp>(op) && call.place() && !call.binding() &&
         !op->hasAttr("form") && op->getNumOperands() <= kMostGenericParameters;
}

uint32_t changesThatMatter(mlir::Operation *op) {
  bool usesMethod = op->hasAttr("method") || op->hasAttr("place") || op->hasAttr("constructs") ||
                    op->hasAttr("exit_method") || op->hasAttr("init_exception");
  if (!usesMethod || goesThroughTable(op))
    return kClassesChanged;
  auto changeOf = [](llvm::StringRef name) { return methodChanged(name.data(), name.size()); };
  auto name = op->getAttrOfType<mlir::StringAttr>(kLookedUpAttr);
  if (!name || op->hasAttr("init_exception"))
    return ~uint32_t{0};
  return kClassesChanged | changeOf(name.getValue()) | (op->hasAttr("exit_method") ? changeOf("__exit__") : 0);
}

Value Argument::word(Specializer &s) const {
  mlir::OpBuilder &b = s.builder();
  mlir::Type type = ValueType::get(b.getContext());
  if (value)
    return s.word(value);
  if (made)
    return made;
  if (!rest)
    return ConstantOp::create(b, s.location(), type, constant);
  llvm::SmallVector<Value, 4> words;
  for (Value item : *rest)
    words.push_back(s.word(item));
  return MakeTupleOp::create(b, s.location(), type, words);
}

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

void setLikely(Specializer &s, mlir::Operation *op, Value bits, Value isOther, Kinds kinds,
               llvm::function_ref<void(Specializer &)> setOther) {
  llvm::StringRef guard = kinds.is(Kind::Int) ? "it gives an int" : kinds.is(Kind::Float) ? "it gives a float" : "";
  bool orNone = op->getNumResults() && likelyOf(op->getResult(0)).orNone;
  s.divertIf(isOther, /*isRare=*/!orNone, orNone ? "" : guard, setOther);
  if (kinds.isNumber()) {
    s.setResult(0, kinds.one(), {bits});
    return;
  }
  auto type = ValueType::get(s.builder().getContext());
  Value word = LikelyResultOp::create(s.builder(), s.location(), type, bits);
  if (op->getNumResults())
    s.setWord(0, kinds == Kinds() ? Kinds::any() : kinds, word);
}

void setLikely(Specializer &s, mlir::Operation *op, Value bits, Value isOther, Kinds kinds) {
  setLikely(s, op, bits, isOther, kinds, [&](Specializer &other) {
    auto type = ValueType::get(other.builder().getContext());
    Value word = UnexpectedResultOp::create(other.builder(), op->getLoc(), type, bits);
    if (op->getNumResults())
      other.setWord(0, Kinds::any(), word);
  });
}

Specialization makeCall(Specializer &s, const FastCall &call, Value function) {
  mlir::OpBuilder &b = s.builder();
  mlir::Location location = s.location();
  mlir::UnitAttr plain = function ? mlir::UnitAttr() : b.getUnitAttr();
  if (plain)
    function = NullOp::create(b, location, ValueType::get(b.getContext()));
  s.explain(call.place()     ? "calls the method of the object's class directly"
            : call.targets() ? "calls one of " + llvm::Twine(call.targets().size()) + " functions directly"
                             : "calls " + call.target().getValue() + " directly");
  llvm::SmallVector<Value, 6> arguments = argumentsOf(s, call);
  if (!call.givesLikely()) {
    Value given =
        CallFastOp::create(b, location, function.getType(), function, call.fast(), call.others(), call.place(), plain, arguments);
    if (call.op->getNumResults())
      s.setWord(0, Kinds::any(), given);
    return Specialization::done();
  }
  Kinds result = call.result();
  mlir::Type type = result.is(Kind::Float) ? mlir::Type(b.getF64Type()) : b.getI64Type();
  auto made =
      CallFastLikelyOp::create(b, location, type, b.getI1Type(), function, call.fast(), call.others(), call.place(), plain,
                               arguments);
  setLikely(s, call.op, made.getBits(), made.getIsOther(), result);
  return Specialization::done();
}

void requireCall(Specializer &s) {
  mlir::OpBuilder &b = s.builder();
  fallBackUnless(s, CanCallOp::create(b, s.location(), b.getI1Type()), /*guard=*/""); // the stack has room
}

std::optional<Specialization> onlyTest(const Specialization &answer) {
  return answer.step() == Specialization::Test ? std::optional(answer) : std::nullopt;
}

Value methodOf(Specializer &s, mlir::Operation *op, Value self) {
  mlir::OpBuilder &b = s.builder();
  mlir::Type type = ValueType::get(b.getContext());
  if (auto place = op->getAttrOfType<mlir::IntegerAttr>("place"))
    return MethodAtOp::create(b, s.location(), type, s.word(self), place);
  return KnownMethodOp::create(b, s.location(), type, op->getAttrOfType<mlir::IntegerAttr>("method"));
}

Value ownMethodOf(Specializer &s, mlir::Operation *op, Value self) {
  Value method = methodOf(s, op, self);
  return RetainOp::create(s.builder(), s.location(), method.getType(), method).getOwned();
}

Value calledMethod(Specializer &s, const FastCall &call, Value self) {
  return call.plain() ? Value() : ownMethodOf(s, call.op, self);
}

} // namespace molt::py
