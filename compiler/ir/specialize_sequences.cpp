// The special forms of subscripts: items of exact lists and tuples by an int of 64 bits.
//
// The object's type is tested once on a path; after that a subscript is a comparison with the length and a load or
// store. What an item is likely of (likelyKinds), or what is known already, decides how it is taken: a number without a
// count, anything else borrowed where the object is held, so that it costs a count only where it is kept.
#include "compiler/ir/specialize_sequences.h"

#include "compiler/ir/special_forms.h"
#include "compiler/ir/specialize_specials.h"

namespace molt::py {
namespace {

namespace arith = mlir::arith;
using mlir::Value;

/// What must be known before an item can be taken, or the answer to give. `kinds`: types that have a form, the most
/// common one first.
std::optional<Specialization> needsTest(Specializer &s, Value object, Value key, llvm::ArrayRef<Kind> kinds) {
  Kinds known = s.kindsOf(object), index = s.kindsOf(key), likely = likelyKinds(object);
  bool isKnown = llvm::any_of(kinds, [&](Kind kind) { return known.is(kind); });
  if (!index.has(Kind::Int))
    return Specialization::common();
  if (!isKnown && !index.is(Kind::Int) && !llvm::any_of(kinds, [&](Kind kind) { return likely.is(kind); }))
    return Specialization::common(); // nothing is known of either
  if (!isKnown) {
    for (Kind kind : kinds)
      if (known.has(kind) && likely.is(kind))
        return Specialization::test(object, kind, /*isLikely=*/true);
    return Specialization::common();
  }
  if (!index.is(Kind::Int))
    return Specialization::test(key, Kind::Int, /*isLikely=*/true);
  return std::nullopt;
}

/// The place that `key` means in a sequence of `length`; elsewhere falls back.
Value placeOf(Specializer &s, Value key, Value length) {
  mlir::OpBuilder &b = s.builder();
  mlir::Location location = s.location();
  auto place = PlaceOp::create(b, location, s.integer(key), length);
  s.fallBackIf(place.getIsOutside(), "is in bounds", key);
  return place.getPlace();
}

} // namespace

Value makeItem(Specializer &s, Kind sequence, Value word, Value place, bool isOwned) {
  if (sequence == Kind::List)
    return ListItemOp::create(s.builder(), s.location(), word, place, isOwned);
  return TupleItemOp::create(s.builder(), s.location(), word, place, isOwned);
}

namespace {

bool isUnboxable(Kinds kinds) { return kinds.isNumber() || kinds.is(Kind::Bool); }

void setUnboxed(Specializer &s, unsigned index, Value word, Kinds likely) {
  s.setResult(index, likely.one(), makeUnboxed(s.builder(), s.location(), word, likely.one()));
}

Value makeDiffers(Specializer &s, Value word, Kinds likely) {
  return makeNot(s, makeTest(s.builder(), s.location(), word, likely.one()));
}

llvm::StringRef itemGuard(Kinds likely) {
  return likely.is(Kind::Int)     ? "the item is an int"
         : likely.is(Kind::Float) ? "the item is a float"
                                  : "the item is a bool";
}

} // namespace

void setItem(Specializer &s, Kind sequence, Value word, Value place, Likely likely, bool isHeld) {
  if (isUnboxable(likely.kinds)) {
    Value item = makeItem(s, sequence, word, place, /*isOwned=*/false);
    s.divertIf(makeDiffers(s, item, likely.kinds), /*isRare=*/!likely.orNone, itemGuard(likely.kinds), [&](Specializer &other) {
      other.setWord(0, Kinds::any(), makeItem(other, sequence, word, place, /*isOwned=*/true));
    });
    setUnboxed(s, 0, item, likely.kinds);
    return;
  }
  Value item = makeItem(s, sequence, word, place, /*isOwned=*/!isHeld);
  if (isHeld)
    s.setBorrowed(0, Kinds::any(), item);
  else
    s.setWord(0, Kinds::any(), item);
}

void setOwnedItem(Specializer &s, unsigned index, Value word, Likely likely,
                  llvm::function_ref<void(Specializer &)> setOthers) {
  setOthers(s);
  if (!isUnboxable(likely.kinds))
    return s.setWord(index, Kinds::any(), word);
  s.divertIf(makeDiffers(s, word, likely.kinds), /*isRare=*/!likely.orNone, itemGuard(likely.kinds),
             [&](Specializer &other) { other.setWord(index, Kinds::any(), word); });
  setUnboxed(s, index, word, likely.kinds);
}

namespace {

// ---- Bytes: they have no kind of their own, and the type is tested at each subscript. LLVM does it once where it can.

/// What is likely the object's type, where it is bytes or a bytearray; and whether the key may be an int.
llvm::StringRef bytesTypeOf(Specializer &s, mlir::Operation *op, Value object, Value key) {
  auto native = op->getAttrOfType<mlir::StringAttr>("native");
  bool suits = native && s.kindsOf(object).has(Kind::Other) && s.kindsOf(key).has(Kind::Int);
  return suits ? native.getValue() : llvm::StringRef();
}

/// The place of a byte in an object of that type.
Value byteIn(Specializer &s, llvm::StringRef type, Value object, Value key) {
  mlir::OpBuilder &b = s.builder();
  Value word = s.word(object);
  Value isIt = IsExactlyOp::create(b, s.location(), b.getI1Type(), word, ("type_" + type).str());
  fallBackUnless(s, isIt, type == "bytes" ? "is bytes" : "is a bytearray", object);
  return placeOf(s, key, LengthOp::create(b, s.location(), word));
}

std::optional<Specialization> byteOf(Specializer &s, GetItemOp op) {
  llvm::StringRef type = bytesTypeOf(s, op, op.getObject(), op.getKey());
  if (type.empty())
    return std::nullopt;
  if (auto answer = needKind(s, op.getKey(), {Kind::Int}))
    return answer;
  Value place = byteIn(s, type, op.getObject(), op.getKey());
  Value byte = ByteOp::create(s.builder(), op.getLoc(), s.builder().getI64Type(), s.word(op.getObject()), place,
                              type == "bytearray");
  s.setResult(0, Kind::Int, byte);
  return Specialization::done();
}

std::optional<Specialization> setByte(Specializer &s, SetItemOp op) {
  if (bytesTypeOf(s, op, op.getObject(), op.getKey()) != "bytearray" || !s.kindsOf(op.getValue()).has(Kind::Int))
    return std::nullopt;
  for (Value operand : {op.getKey(), op.getValue()})
    if (auto answer = needKind(s, operand, {Kind::Int}))
      return answer;
  Value place = byteIn(s, "bytearray", op.getObject(), op.getKey()), byte = s.integer(op.getValue());
  s.fallBackIf(makeComparison(s, arith::CmpIPredicate::ugt, byte, makeInteger(s, 255)), "is from 0 to 255", op.getValue());
  SetByteOp::create(s.builder(), op.getLoc(), s.word(op.getObject()), place, byte);
  return Specialization::done();
}

// ---- Compact lists: their test of bounds is one that they are compact, too ------------------------------------------

std::optional<Specialization> compactItemOf(Specializer &s, GetItemOp op) {
  if (!op->hasAttr(kCompactAttr) || !s.kindsOf(op.getObject()).is(Kind::List))
    return std::nullopt;
  Value list = s.word(op.getObject());
  Value place = placeOf(s, op.getKey(), CompactLengthOp::create(s.builder(), op.getLoc(), list));
  s.setResult(0, Kind::Bool, Value(CompactItemOp::create(s.builder(), op.getLoc(), list, place)));
  return Specialization::done();
}

std::optional<Specialization> setCompactItem(Specializer &s, SetItemOp op) {
  if (!op->hasAttr(kCompactAttr) || !s.kindsOf(op.getValue()).has(Kind::Bool))
    return std::nullopt;
  if (auto answer = needKind(s, op.getValue(), {Kind::Bool}))
    return answer;
  Value list = s.word(op.getObject());
  Value place = placeOf(s, op.getKey(), CompactLengthOp::create(s.builder(), op.getLoc(), list));
  SetCompactItemOp::create(s.builder(), op.getLoc(), list, place, s.boolean(op.getValue()));
  return Specialization::done();
}

// A character of an ASCII str is one of the runtime's own.
Specialization characterOf(Specializer &s, GetItemOp op) {
  mlir::OpBuilder &b = s.builder();
  Value str = s.word(op.getObject());
  fallBackUnless(s, IsAsciiOp::create(b, op.getLoc(), b.getI1Type(), str), "is ASCII", op.getObject());
  Value place = placeOf(s, op.getKey(), LengthOp::create(b, op.getLoc(), str));
  Value code = AsciiCodeOp::create(b, op.getLoc(), b.getI64Type(), str, place);
  s.setWord(0, Kind::Str, AsciiCharacterOp::create(b, op.getLoc(), str.getType(), code));
  return Specialization::done();
}

} // namespace

Specialization GetItemOp::specialize(Specializer &s) {
  if (auto answer = byteOf(s, *this))
    return *answer;
  if (auto answer = callSpecial(s, getOperation()))
    return *answer;
  if (auto answer = needsTest(s, getObject(), getKey(), {Kind::List, Kind::Tuple, Kind::Str}))
    return *answer;
  if (s.kindsOf(getObject()).is(Kind::Str))
    return characterOf(s, *this);
  if (auto answer = compactItemOf(s, *this))
    return *answer;
  Kind sequence = s.kindsOf(getObject()).is(Kind::List) ? Kind::List : Kind::Tuple;
  Value word = s.word(getObject());
  Value place = placeOf(s, getKey(), LengthOp::create(s.builder(), getLoc(), word));
  setItem(s, sequence, word, place, likelyOf(getValue()), s.isHeld(getObject()));
  return Specialization::done();
}

Specialization SetItemOp::specialize(Specializer &s) {
  if (auto answer = setByte(s, *this))
    return *answer;
  if (auto answer = callSpecial(s, getOperation()))
    return *answer;
  if (auto answer = needsTest(s, getObject(), getKey(), {Kind::List}))
    return *answer;
  if (auto answer = setCompactItem(s, *this))
    return *answer;
  Value list = s.word(getObject());
  Value place = placeOf(s, getKey(), LengthOp::create(s.builder(), getLoc(), list));
  bool isQuiet =
      requireQuiet(s, getValue(), [&] { return makeItem(s, Kind::List, list, place, /*isOwned=*/false); });
  if (!isQuiet)
    s.settle();
  SetListItemOp::create(s.builder(), getLoc(), s.word(getObject()), place, s.word(getValue()), isQuiet);
  return Specialization::done();
}

Specialization DeleteItemOp::specialize(Specializer &s) {
  if (auto answer = needsTest(s, getObject(), getKey(), {Kind::List}))
    return *answer;
  Value list = s.word(getObject());
  Value place = placeOf(s, getKey(), LengthOp::create(s.builder(), getLoc(), list));
  s.settle();
  ListDeleteOp::create(s.builder(), getLoc(), s.word(getObject()), place);
  return Specialization::done();
}

// ---- a, b = tuple ---------------------------------------------------------------------------------------------------

namespace {

// All items that are likely numbers are tested before any result is set: one other path takes all as words.
Specialization unpackTuple(Specializer &s, UnpackOp op) {
  mlir::OpBuilder &b = s.builder();
  Value tuple = s.word(op.getValue());
  unsigned count = op.getItems().size();
  Value length = LengthOp::create(b, op.getLoc(), tuple);
  s.fallBackIf(makeComparison(s, arith::CmpIPredicate::ne, length, makeInteger(s, count)), "has as many items",
               op.getValue());
  auto take = [&](Specializer &path, unsigned i, bool isOwned) {
    return makeItem(path, Kind::Tuple, tuple, makeInteger(path, i), isOwned);
  };
  llvm::SmallVector<Value, 4> peeked(count);
  Value differs;
  bool isRare = true;
  for (unsigned i = 0; i < count; ++i) {
    Likely likely = likelyOf(op.getItems()[i]);
    if (!isUnboxable(likely.kinds))
      continue;
    isRare &= !likely.orNone;
    peeked[i] = take(s, i, /*isOwned=*/false);
    Value one = makeDiffers(s, peeked[i], likely.kinds);
    differs = differs ? Value(arith::OrIOp::create(b, op.getLoc(), differs, one)) : one;
  }
  if (differs)
    s.divertIf(differs, isRare, "the items are of the kinds that they mostly are", [&](Specializer &other) {
      for (unsigned i = 0; i < count; ++i)
        other.setWord(i, Kinds::any(), take(other, i, /*isOwned=*/true));
    });
  for (unsigned i = 0; i < count; ++i) {
    if (peeked[i])
      setUnboxed(s, i, peeked[i], likelyKinds(op.getItems()[i]));
    else
      s.setWord(i, Kinds::any(), take(s, i, /*isOwned=*/true));
  }
  return Specialization::done();
}

} // namespace

Specialization UnpackOp::specialize(Specializer &s) {
  Kinds kinds = s.kindsOf(getValue());
  if (kinds.is(Kind::EnumerateItem)) {
    llvm::SmallVector<Value, 2> parts(s.parts(getValue()));
    setOwnedItem(s, 1, parts[1], likelyOf(getItems()[1]),
                 [&](Specializer &path) { path.setResult(0, Kind::Int, parts[0]); });
    return Specialization::done();
  }
  if (kinds.is(Kind::IntPair)) {
    llvm::SmallVector<Value, 2> parts(s.parts(getValue()));
    for (unsigned i = 0; i < 2; ++i)
      s.setResult(i, Kind::Int, parts[i]);
    return Specialization::done();
  }
  if (kinds.is(Kind::ZipItem)) {
    llvm::SmallVector<Value, 2> parts(s.parts(getValue()));
    Likely likely = likelyOf(getItems()[1]);
    setOwnedItem(s, 1, parts[1], likely, [&](Specializer &path) { path.setWord(0, Kinds::any(), parts[0]); });
    return Specialization::done();
  }
  constexpr unsigned kMost = 8; // more are rare, and long
  if (getItems().empty() || getItems().size() > kMost)
    return Specialization::general();
  if (auto answer = needKind(s, getValue(), {Kind::Tuple}))
    return *answer;
  return unpackTuple(s, *this);
}

// ---- What is made ---------------------------------------------------------------------------------------------------

Specialization MakeListOp::specialize(Specializer &) { return Specialization::general(Kind::List); }
Specialization MakeTupleOp::specialize(Specializer &) { return Specialization::general(Kind::Tuple); }
Specialization SpreadTupleOp::specialize(Specializer &) { return Specialization::general(Kind::Tuple); }
Specialization ListToTupleOp::specialize(Specializer &) { return Specialization::general(Kind::Tuple); }
Specialization MakeDictOp::specialize(Specializer &) { return Specialization::general(Kind::Dict); }
Specialization JoinStringsOp::specialize(Specializer &) { return Specialization::general(Kind::Str); }

} // namespace molt::py
