// The special forms of comparisons, sums, `in` and predicates of exact strs, and of numbers as text: ops that never raise, so
// nothing falls back.
#include "compiler/ir/specialize_strings.h"

#include "abi/plain_spec.h"
#include "compiler/ir/special_forms.h"
#include "compiler/ir/specialize_specials.h"

#include <llvm/ADT/StringSwitch.h>

namespace molt::py {
namespace {

namespace arith = mlir::arith;
using mlir::Value;

bool isPerhapsStr(Specializer &s, Value operand) {
  Kinds known = s.kindsOf(operand);
  return known.is(Kind::Str) || (known.has(Kind::Str) && likelyKinds(operand).is(Kind::Str));
}

/// That both are strs, which they likely are: the answer to give, nothing where it is known.
std::optional<Specialization> needStrs(Specializer &s, Value one, Value other) {
  for (Value operand : {one, other})
    if (!s.kindsOf(operand).is(Kind::Str))
      return Specialization::test(operand, Kind::Str, /*isLikely=*/true);
  return std::nullopt;
}

bool isPredicate(llvm::StringRef name) {
  return llvm::StringSwitch<bool>(name)
      .Cases({"isdigit", "isdecimal", "isalpha", "isalnum", "isspace", "isupper", "islower"}, true)
      .Default(false);
}

} // namespace

std::optional<Specialization> compareStrs(Specializer &s, llvm::StringRef comparison, Value left, Value right,
                                          Value &result) {
  if (!isPerhapsStr(s, left) || !isPerhapsStr(s, right))
    return std::nullopt;
  if (auto answer = needStrs(s, left, right))
    return answer;
  mlir::OpBuilder &b = s.builder();
  if (comparison == "equal" || comparison == "not_equal") {
    result = StrEqualOp::create(b, s.location(), b.getI1Type(), s.word(left), s.word(right));
    if (comparison == "not_equal")
      result = makeNot(s, result);
    return std::nullopt;
  }
  auto predicate = llvm::StringSwitch<arith::CmpIPredicate>(comparison)
                       .Case("less", arith::CmpIPredicate::slt)
                       .Case("less_equal", arith::CmpIPredicate::sle)
                       .Case("greater", arith::CmpIPredicate::sgt)
                       .Default(arith::CmpIPredicate::sge);
  Value order = StrOrderOp::create(b, s.location(), b.getI64Type(), s.word(left), s.word(right));
  result = makeComparison(s, predicate, order, makeInteger(s, 0));
  return std::nullopt;
}

std::optional<Specialization> concatStrs(Specializer &s, Value left, Value right) {
  if (!isPerhapsStr(s, left) || !isPerhapsStr(s, right))
    return std::nullopt;
  if (auto answer = needStrs(s, left, right))
    return answer;
  Value one = s.word(left), other = s.word(right);
  s.setWord(0, Kind::Str, StrConcatOp::create(s.builder(), s.location(), one.getType(), one, other));
  return Specialization::done();
}

std::optional<Specialization> callStrPredicate(Specializer &s, CallMethodOp call) {
  if (!isPredicate(call.getName()) || call.getArguments().size() != 1)
    return std::nullopt;
  Value str = call.getArguments()[0];
  if (auto answer = needKind(s, str, {Kind::Str}))
    return answer;
  mlir::OpBuilder &b = s.builder();
  s.setResult(0, Kind::Bool, Value(StrIsAllOp::create(b, s.location(), b.getI1Type(), call.getName(), s.word(str))));
  return Specialization::done();
}

Specialization ContainsOp::specialize(Specializer &s) {
  if (auto answer = containsFast(s, *this))
    return *answer;
  Value text = getContainer(), part = getItem();
  if (!isPerhapsStr(s, text) || !isPerhapsStr(s, part))
    return Specialization::general();
  if (auto answer = needStrs(s, text, part))
    return *answer;
  s.setCondition(0, StrContainsOp::create(s.builder(), getLoc(), s.builder().getI1Type(), s.word(text), s.word(part)));
  return Specialization::done();
}

// ---- Text of numbers -----------------------------------------------------------------------------------------------

// str(value) of a kind that is known.
static Value makeText(Specializer &s, Value value) {
  mlir::OpBuilder &b = s.builder();
  auto type = ValueType::get(b.getContext());
  if (s.kindsOf(value).is(Kind::Int))
    return IntTextOp::create(b, s.location(), type, s.integer(value));
  if (s.kindsOf(value).is(Kind::Float))
    return FloatTextOp::create(b, s.location(), type, s.floating(value));
  return RetainOp::create(b, s.location(), type, s.word(value)).getOwned();
}

Specialization callStr(Specializer &s, CallOp call) {
  Value value = call.getArguments()[0];
  if (auto answer = needKind(s, value, {Kind::Int, Kind::Float, Kind::Str}))
    return *answer;
  requireSymbol(s, call.getCallee(), "type_str");
  s.setWord(0, Kind::Str, makeText(s, value));
  return Specialization::done();
}

Specialization FormatValueOp::specialize(Specializer &s) {
  Value value = getValue();
  bool isEmpty = !getSpec();
  if (isEmpty && (getConversion() == 0 || getConversion() == 's')) {
    if (auto answer = needKind(s, value, {Kind::Int, Kind::Float, Kind::Str}))
      return *answer;
    s.setWord(0, Kind::Str, makeText(s, value));
    return Specialization::done();
  }
  auto constant = isEmpty ? ConstantOp() : getSpec().getDefiningOp<ConstantOp>();
  auto text = constant ? mlir::dyn_cast<mlir::StringAttr>(constant.getValue()) : mlir::StringAttr();
  PlainSpec spec;
  if (getConversion() != 0 || !text || !PlainSpec::parse(text.data(), text.size(), &spec))
    return Specialization::general();
  if (!spec.suitsInt() && !spec.suitsFloat())
    return Specialization::general();
  if (auto answer = needKind(s, value, {spec.suitsInt() ? Kind::Int : Kind::Float}))
    return *answer;
  mlir::OpBuilder &b = s.builder();
  auto type = ValueType::get(b.getContext());
  if (spec.suitsInt())
    s.setWord(0, Kind::Str, FormatIntOp::create(b, getLoc(), type, s.integer(value), spec.packed()));
  else
    s.setWord(0, Kind::Str, FormatFloatOp::create(b, getLoc(), type, s.floating(value), spec.packed(), text));
  return Specialization::done();
}

} // namespace molt::py
