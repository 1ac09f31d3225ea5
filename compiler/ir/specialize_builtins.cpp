// The special forms of calls of builtin functions, types and methods, for arguments of known kinds.
//
// A call by a global name is done inline behind a guard that the name holds the builtin: what the program has put in
// its place is called. What the form cannot do (an overflow, an empty list) falls back to the call. A method of an
// exact list needs no guard, since builtin types cannot be changed.
#include "compiler/ir/special_forms.h"
#include "compiler/ir/specialize_calls.h"
#include "compiler/ir/specialize_math.h"
#include "compiler/ir/specialize_sequences.h"
#include "compiler/ir/specialize_strings.h"

namespace molt::py {
namespace {

namespace arith = mlir::arith;
using mlir::Value;
using Form = Specialization (*)(Specializer &, CallOp);

Value function(Specializer &s, llvm::StringRef name, Value number) {
  return FloatFunctionOp::create(s.builder(), s.location(), number.getType(), number, name);
}

// ---- Functions ------------------------------------------------------------------------------------------------------

constexpr Kind kSized[] = {Kind::List, Kind::Tuple, Kind::Str, Kind::Dict};

/// Sets result 0 to the length of an object that is one of these.
void setLength(Specializer &s, Value object) {
  Value word = s.word(object);
  if (s.kindsOf(object).is(Kind::Dict))
    s.setResult(0, Kind::Int, Value(DictLengthOp::create(s.builder(), s.location(), word)));
  else if (s.kindsOf(object).is(Kind::List))
    s.setResult(0, Kind::Int, Value(AnyLengthOp::create(s.builder(), s.location(), word)));
  else
    s.setResult(0, Kind::Int, Value(LengthOp::create(s.builder(), s.location(), word)));
}

Specialization callLen(Specializer &s, CallOp call) {
  Value object = call.getArguments()[0];
  if (auto answer = needKind(s, object, kSized))
    return *answer;
  requireFunction(s, call.getCallee(), "builtins_len");
  setLength(s, object);
  return Specialization::done();
}

Specialization callAbs(Specializer &s, CallOp call) {
  Value argument = call.getArguments()[0];
  if (auto answer = needKind(s, argument, {Kind::Int, Kind::Float}))
    return *answer;
  requireFunction(s, call.getCallee(), "builtins_abs");
  if (s.kindsOf(argument).is(Kind::Float)) {
    s.setResult(0, Kind::Float, function(s, "fabs", s.floating(argument)));
    return Specialization::done();
  }
  Value value = s.integer(argument);
  auto negated = SubtractOverflowOp::create(s.builder(), s.location(), makeInteger(s, 0), value);
  s.fallBackIf(negated.getOverflow(), "the result fits 64 bits");
  Value isNegative = makeComparison(s, arith::CmpIPredicate::slt, value, makeInteger(s, 0));
  s.setResult(0, Kind::Int, makeSelection(s, isNegative, negated.getResult(), value));
  return Specialization::done();
}

// The first of the arguments that no other one is below, or above: NaNs as in Python, since nothing is below them.
Specialization callExtreme(Specializer &s, CallOp call, bool isMin) {
  mlir::OperandRange arguments = call.getArguments();
  for (Value argument : arguments)
    if (auto answer = needKind(s, argument, {Kind::Int, Kind::Float}))
      return *answer;
  Kind kind = s.kindsOf(arguments[0]).one();
  if (llvm::any_of(arguments, [&](Value argument) { return !s.kindsOf(argument).is(kind); }))
    return Specialization::general();
  requireFunction(s, call.getCallee(), isMin ? "builtins_min" : "builtins_max");
  auto number = [&](Value argument) { return kind == Kind::Int ? s.integer(argument) : s.floating(argument); };
  Value best = number(arguments[0]);
  for (Value argument : arguments.drop_front()) {
    Value next = number(argument), isBetter;
    if (kind == Kind::Int)
      isBetter = makeComparison(s, isMin ? arith::CmpIPredicate::slt : arith::CmpIPredicate::sgt, next, best);
    else
      isBetter = makeComparison(s, isMin ? arith::CmpFPredicate::OLT : arith::CmpFPredicate::OGT, next, best);
    best = makeSelection(s, isBetter, next, best);
  }
  s.setResult(0, kind, best);
  return Specialization::done();
}
Specialization callMin(Specializer &s, CallOp call) { return callExtreme(s, call, true); }
Specialization callMax(Specializer &s, CallOp call) { return callExtreme(s, call, false); }

Specialization callOrd(Specializer &s, CallOp call) {
  Value argument = call.getArguments()[0];
  if (auto answer = needKind(s, argument, {Kind::Str}))
    return *answer;
  requireFunction(s, call.getCallee(), "builtins_ord");
  Value str = s.word(argument);
  fallBackUnless(s, IsAsciiOp::create(s.builder(), s.location(), s.builder().getI1Type(), str), "is ASCII", argument);
  Value length = LengthOp::create(s.builder(), s.location(), str);
  s.fallBackIf(makeComparison(s, arith::CmpIPredicate::ne, length, makeInteger(s, 1)), "is one character", argument);
  s.setResult(0, Kind::Int,
              Value(AsciiCodeOp::create(s.builder(), s.location(), length.getType(), str, makeInteger(s, 0))));
  return Specialization::done();
}

Specialization callChr(Specializer &s, CallOp call) {
  Value argument = call.getArguments()[0];
  if (auto answer = needKind(s, argument, {Kind::Int}))
    return *answer;
  requireFunction(s, call.getCallee(), "builtins_chr");
  Value code = s.integer(argument);
  s.fallBackIf(makeComparison(s, arith::CmpIPredicate::ugt, code, makeInteger(s, 127)), "is from 0 to 127", argument);
  auto type = ValueType::get(s.builder().getContext());
  s.setWord(0, Kind::Str, AsciiCharacterOp::create(s.builder(), s.location(), type, code));
  return Specialization::done();
}

/// Whether all that is done with a pair is to take it apart.
bool isOnlyUnpacked(Value pair) {
  auto unpack = pair.hasOneUse() ? mlir::dyn_cast<UnpackOp>(*pair.getUsers().begin()) : UnpackOp();
  return unpack && unpack.getItems().size() == 2;
}

Specialization callDivmod(Specializer &s, CallOp call) {
  Value left = call.getArguments()[0], right = call.getArguments()[1];
  if (!isOnlyUnpacked(call.getResult()))
    return Specialization::general().because("the pair is not unpacked at once");
  for (Value argument : {left, right})
    if (auto answer = needKind(s, argument, {Kind::Int}))
      return *answer;
  requireFunction(s, call.getCallee(), "builtins_divmod");
  Value dividend = s.integer(left), divisor = s.integer(right);
  s.fallBackIf(makeComparison(s, arith::CmpIPredicate::sle, divisor, makeInteger(s, 0)), "is positive", right);
  Value quotient = FloorDivideIntOp::create(s.builder(), s.location(), dividend, divisor);
  Value remainder = ModuloIntOp::create(s.builder(), s.location(), dividend, divisor);
  s.setResult(0, Kind::IntPair, {quotient, remainder});
  return Specialization::done();
}

// ---- Types ----------------------------------------------------------------------------------------------------------

Specialization callInt(Specializer &s, CallOp call) {
  Value argument = call.getArguments()[0];
  if (auto answer = needKind(s, argument, {Kind::Int, Kind::Float}))
    return *answer;
  requireSymbol(s, call.getCallee(), "type_int");
  if (s.kindsOf(argument).is(Kind::Int)) {
    s.setResult(0, Kind::Int, s.integer(argument));
    return Specialization::done();
  }
  Value value = s.floating(argument);
  Value limit = makeFloat(s, 0x1p62);
  fallBackUnless(s, makeComparison(s, arith::CmpFPredicate::OLT, function(s, "fabs", value), limit), "fits 62 bits",
                 argument); // nor a NaN
  s.setResult(0, Kind::Int, Value(TruncateOp::create(s.builder(), s.location(), s.builder().getI64Type(), value)));
  return Specialization::done();
}

Specialization callFloat(Specializer &s, CallOp call) {
  Value argument = call.getArguments()[0];
  if (auto answer = needKind(s, argument, {Kind::Float, Kind::Int}))
    return *answer;
  requireSymbol(s, call.getCallee(), "type_float");
  s.setResult(0, Kind::Float, s.floating(argument));
  return Specialization::done();
}

struct Builtin {
  llvm::StringRef name;
  unsigned least, most; // arguments
  Form form;
};
constexpr Builtin kBuiltins[] = {
    {"len", 1, 1, callLen}, {"abs", 1, 1, callAbs},     {"min", 2, 4, callMin},
    {"max", 2, 4, callMax}, {"ord", 1, 1, callOrd},     {"chr", 1, 1, callChr},
    {"int", 1, 1, callInt}, {"float", 1, 1, callFloat}, {"str", 1, 1, callStr},
    {"divmod", 2, 2, callDivmod},
};

// ---- Methods of lists -----------------------------------------------------------------------------------------------

constexpr llvm::StringLiteral kUnknownMethod =
    "the method is not one known function, nor one of a builtin type that has a special form";

Value makeNone(Specializer &s) {
  auto none = NoneAttr::get(s.builder().getContext());
  return ConstantOp::create(s.builder(), s.location(), ValueType::get(s.builder().getContext()), none);
}
void setNone(Specializer &s) { s.setWord(0, Kind::None, makeNone(s)); }

Specialization append(Specializer &s, Value list, Value item) {
  s.settle();
  ListAppendOp::create(s.builder(), s.location(), s.word(list), s.word(item));
  setNone(s);
  return Specialization::done();
}

// The last item.
Specialization pop(Specializer &s, CallMethodOp call) {
  Value list = s.word(call.getArguments()[0]);
  Value length = LengthOp::create(s.builder(), s.location(), list);
  s.fallBackIf(makeComparison(s, arith::CmpIPredicate::eq, length, makeInteger(s, 0)), "is not empty",
               call.getArguments()[0]);
  s.settle();
  list = s.word(call.getArguments()[0]);
  Value item = ListPopOp::create(s.builder(), s.location(), list.getType(), list);
  setOwnedItem(s, 0, item, likelyOf(call.getResult()));
  return Specialization::done();
}

// bytearray.append, where the whole program says that it is one.
std::optional<Specialization> appendByte(Specializer &s, CallMethodOp call) {
  if (!call->hasAttr(kOfByteArrayAttr) || call.getArguments().size() != 2 || call.getName() != "append")
    return std::nullopt;
  Value array = call.getArguments()[0], byte = call.getArguments()[1];
  if (!s.kindsOf(array).has(Kind::Other))
    return std::nullopt;
  if (auto answer = needKind(s, byte, {Kind::Int}))
    return answer;
  mlir::OpBuilder &b = s.builder();
  Value word = s.word(array), none = makeNone(s), number = s.integer(byte);
  fallBackUnless(s, IsExactlyOp::create(b, s.location(), b.getI1Type(), word, "type_bytearray"), "is a bytearray", array);
  s.settle();
  AppendByteOp::create(b, s.location(), s.word(array), number);
  s.setWord(0, Kind::None, none);
  return Specialization::done();
}

bool isGet(llvm::StringRef name, unsigned argumentCount) {
  return name == "get" && (argumentCount == 2 || argumentCount == 3);
}

// Of a dict.
Specialization get(Specializer &s, mlir::OperandRange arguments) {
  s.settle();
  Value dict = s.word(arguments[0]), key = s.word(arguments[1]);
  Value absent = arguments.size() > 2 ? s.word(arguments[2]) : makeNone(s);
  s.setWord(0, Kinds::any(), DictGetOp::create(s.builder(), s.location(), dict.getType(), dict, key, absent));
  return Specialization::done();
}

Specialization insert(Specializer &s, CallMethodOp call) {
  if (auto answer = needKind(s, call.getArguments()[1], {Kind::Int}))
    return *answer;
  Value index = s.integer(call.getArguments()[1]);
  s.settle();
  ListInsertOp::create(s.builder(), s.location(), s.word(call.getArguments()[0]), index, s.word(call.getArguments()[2]));
  setNone(s);
  return Specialization::done();
}

/// Whether what py.load_method found is only called, with one argument.
bool isCalledWithOne(LoadMethodOp method) {
  return llvm::all_of(method.getFunction().getUsers(), [&](mlir::Operation *user) {
    auto call = mlir::dyn_cast<CallLoadedOp>(user);
    return mlir::isa<ReleaseOp>(user) ||
           (call && call.getArguments().size() == 2 && !call.getNames() && call.getArguments()[0] == method.getSelf() &&
            call.getCallee() == method.getFunction() && call.getArguments()[1] != method.getFunction());
  });
}

} // namespace

Specialization CallOp::specialize(Specializer &s) {
  if (auto answer = callFast(s, *this))
    return *answer;
  if (auto answer = callMath(s, *this))
    return *answer;
  auto global = getCallee().getDefiningOp<LoadGlobalOp>();
  if (!global)
    return Specialization::general().because("it is not one known function");
  for (const Builtin &builtin : kBuiltins)
    if (builtin.name == global.getName() && getArguments().size() >= builtin.least &&
        getArguments().size() <= builtin.most)
      return builtin.form(s, *this);
  return specializeIteratorCall(s, *this, global.getName());
}

Specialization CallMethodOp::specialize(Specializer &s) {
  if (auto answer = callFast(s, *this))
    return *answer;
  if (auto answer = callMath(s, *this))
    return *answer;
  mlir::OperandRange arguments = getArguments();
  if (getNames())
    return Specialization::general().because("a call with keyword arguments has no special form");
  if (auto answer = callStrPredicate(s, *this))
    return *answer;
  if (isGet(getName(), arguments.size())) {
    if (auto answer = needKind(s, arguments[0], {Kind::Dict}))
      return *answer;
    return get(s, arguments);
  }
  if (auto answer = appendByte(s, *this))
    return *answer;
  bool isAppend = getName() == "append" && arguments.size() == 2, isPop = getName() == "pop" && arguments.size() == 1;
  bool isInsert = getName() == "insert" && arguments.size() == 3;
  if (!isAppend && !isPop && !isInsert)
    return Specialization::general().because(kUnknownMethod);
  if (auto answer = needKind(s, arguments[0], {Kind::List}))
    return *answer;
  if (isInsert)
    return insert(s, *this);
  return isAppend ? append(s, arguments[0], arguments[1]) : pop(s, *this);
}

// The method is found, and not needed as a value: py.call_loaded knows it by the kind of what stands for it.
Specialization LoadMethodOp::specialize(Specializer &s) {
  if (auto answer = loadFast(s, *this))
    return *answer;
  if (auto answer = loadMath(s, *this))
    return *answer;
  auto count = (*this)->getAttrOfType<mlir::IntegerAttr>("called_with");
  bool isOfDict = count && isGet(getName(), count.getInt());
  if (!isOfDict && (getName() != "append" || !isCalledWithOne(*this) || (*this)->hasAttr(kOfByteArrayAttr)))
    return Specialization::general().because(kUnknownMethod);
  Kind kind = isOfDict ? Kind::Dict : Kind::List;
  if (auto answer = needKind(s, getObject(), {kind}))
    return *answer;
  Value object = s.word(getObject());
  s.setResult(0, Kind::Exhausted, Value(ExhaustedOp::create(s.builder(), s.location())));
  s.setWord(1, kind, RetainOp::create(s.builder(), s.location(), object.getType(), object).getOwned());
  return Specialization::done();
}

Specialization CallGetByTupleOp::specialize(Specializer &s) {
  if (!s.kindsOf(getCallee()).is(Kind::Exhausted) || !s.kindsOf(getSelf()).is(Kind::Dict))
    return Specialization::general();
  s.settle();
  Value dict = s.word(getSelf()), absent = getAbsent() ? s.word(getAbsent()) : makeNone(s);
  llvm::SmallVector<Value, 4> items;
  for (Value item : getItems())
    items.push_back(s.word(item));
  s.setWord(0, Kinds::any(), DictGetByTupleOp::create(s.builder(), s.location(), dict.getType(), dict, items, absent));
  return Specialization::done();
}

Specialization CallLoadedOp::specialize(Specializer &s) {
  if (auto answer = callFast(s, *this))
    return *answer;
  if (auto answer = callMath(s, *this))
    return *answer;
  if (!s.kindsOf(getCallee()).is(Kind::Exhausted))
    return Specialization::general();
  Kinds self = s.kindsOf(getArguments()[0]);
  if (self.is(Kind::Dict))
    return get(s, getArguments());
  return self.is(Kind::List) ? append(s, getArguments()[0], getArguments()[1]) : Specialization::general();
}

Specialization LenOp::specialize(Specializer &s) {
  if (auto answer = needKind(s, getValue(), kSized))
    return *answer;
  setLength(s, getValue());
  return Specialization::done();
}

} // namespace molt::py
