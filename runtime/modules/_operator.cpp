// The module `_operator`: what operator.py takes instead of its own functions.
#include "runtime/modules/_operator.gen.h"

#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"
#include "runtime/modules/import.h"
#include "runtime/modules/native_module.h"
#include "runtime/types/bytes_views.h"
#include "runtime/types/dict.h"
#include "runtime/types/list.h"
#include "runtime/types/str.h"
#include "runtime/types/tuple.h"

namespace molt {

extern "C" {
Result<Owned<>> molt_negative_py(Borrowed<> operand);
Result<Owned<>> molt_positive_py(Borrowed<> operand);
Result<Owned<>> molt_invert_py(Borrowed<> operand);
}
Result<Owned<>> builtins_abs(Borrowed<> x);

const NativeModule nativeModule__operator{
    .name = "_operator", .functions = _operator_functions, .doc = _operator_doc, .types = _operator_types};

// ---- Operators ------------------------------------------------------------------------------------------

#define COMPARE(name, operation)                                                                                       \
  Result<Owned<>> _operator_##name(Borrowed<> a, Borrowed<> b) { return compare_py(a, b, Comparison::operation); }
#define BINARY(name, operation)                                                                                        \
  Result<Owned<>> _operator_##name(Borrowed<> a, Borrowed<> b) { return binary_py(BinaryOperator::operation, a, b); }
#define INPLACE(name, operation)                                                                                       \
  Result<Owned<>> _operator_##name(Borrowed<> a, Borrowed<> b) { return inplace_py(BinaryOperator::operation, a, b); }
COMPARE(lt, kLess)
COMPARE(le, kLessEqual)
COMPARE(eq, kEqual)
COMPARE(ne, kNotEqual)
COMPARE(ge, kGreaterEqual)
COMPARE(gt, kGreater)
BINARY(add, kAdd)
BINARY(sub, kSubtract)
BINARY(mul, kMultiply)
BINARY(matmul, kMatrixMultiply)
BINARY(floordiv, kFloorDivide)
BINARY(truediv, kTrueDivide)
BINARY(mod, kModulo)
BINARY(lshift, kShiftLeft)
BINARY(rshift, kShiftRight)
BINARY(and_, kBitAnd)
BINARY(xor, kBitXor)
BINARY(or_, kBitOr)
BINARY(pow, kPower)
INPLACE(iadd, kAdd)
INPLACE(isub, kSubtract)
INPLACE(imul, kMultiply)
INPLACE(imatmul, kMatrixMultiply)
INPLACE(ifloordiv, kFloorDivide)
INPLACE(itruediv, kTrueDivide)
INPLACE(imod, kModulo)
INPLACE(ilshift, kShiftLeft)
INPLACE(irshift, kShiftRight)
INPLACE(iand, kBitAnd)
INPLACE(ixor, kBitXor)
INPLACE(ior, kBitOr)
INPLACE(ipow, kPower)
#undef COMPARE
#undef BINARY
#undef INPLACE

Result<Owned<>> _operator_neg(Borrowed<> a) { return molt_negative_py(a); }
Result<Owned<>> _operator_pos(Borrowed<> a) { return molt_positive_py(a); }
Result<Owned<>> _operator_inv(Borrowed<> a) { return molt_invert_py(a); }
Result<Owned<>> _operator_invert(Borrowed<> a) { return molt_invert_py(a); }
Result<Owned<>> _operator_abs(Borrowed<> a) { return builtins_abs(a); }
Result<Owned<>> _operator_index(Borrowed<> a) { return index_py(a); }
Result<bool> _operator_truth(Borrowed<> a) { return truth_py(a); }
Result<bool> _operator_not_(Borrowed<> a) { return !TRY(truth_py(a)); }
Result<bool> _operator_is_none(Borrowed<> a) { return isNone(a); }
Result<bool> _operator_is_not_none(Borrowed<> a) { return !isNone(a); }
Result<bool> _operator_is_(Borrowed<> a, Borrowed<> b) { return a.value() == b.value(); }
Result<bool> _operator_is_not(Borrowed<> a, Borrowed<> b) { return a.value() != b.value(); }

// ---- Containers -------------------------------------------------------------------------------------------

static Result<void> checkSequence(Borrowed<> value) {
  const ContainerSlots *container = typeOf(value)->container;
  if (container && container->getItem && !hasTypeFlag(value, kTypeDict) && !hasTypeFlag(value, kTypeMapping))
    return {};
  return raise(TypeError, "'%T' object can't be concatenated", value);
}

Result<Owned<>> _operator_concat(Borrowed<> a, Borrowed<> b) {
  TRY(checkSequence(a));
  if (const ContainerSlots *container = typeOf(a)->container; container->concat)
    return container->concat(a, b);
  if (checkSequence(b).raised()) { // blames the first one
    clearPending();
    return raise(TypeError, "'%T' object can't be concatenated", a);
  }
  return binary_py(BinaryOperator::kAdd, a, b);
}
Result<Owned<>> _operator_iconcat(Borrowed<> a, Borrowed<> b) {
  TRY(checkSequence(a));
  const ContainerSlots *container = typeOf(a)->container;
  if (container->inplaceConcat)
    return container->inplaceConcat(a, b);
  if (container->concat)
    return container->concat(a, b);
  if (checkSequence(b).raised()) {
    clearPending();
    return raise(TypeError, "'%T' object can't be concatenated", a);
  }
  return inplace_py(BinaryOperator::kAdd, a, b);
}

// iter() for what counts items: other words.
static Result<void> startSearch_py(Iteration &items, Borrowed<> container) {
  Result<void> started = items.start_py(container);
  if (started.raised() && clearIfMatches(TypeError))
    return raise(TypeError, "argument of type '%T' is not iterable", container);
  return started;
}
Result<int64_t> _operator_countOf(Borrowed<> a, Borrowed<> b) {
  Iteration items;
  TRY(startSearch_py(items, a));
  for (int64_t count = 0;;) {
    Owned<> item = TRY(items.next_py());
    if (Iteration::isEnd(item))
      return count;
    bool same = TRY(equals_py(item, b));
    count += same;
  }
}
Result<int64_t> _operator_indexOf(Borrowed<> a, Borrowed<> b) {
  Iteration items;
  TRY(startSearch_py(items, a));
  for (int64_t index = 0;; ++index) {
    Owned<> item = TRY(items.next_py());
    if (Iteration::isEnd(item))
      return raise(ValueError, "sequence.index(x): x not in sequence");
    bool same = TRY(equals_py(item, b));
    if (same)
      return index;
  }
}

Result<bool> _operator_contains(Borrowed<> a, Borrowed<> b) { return contains_py(a, b); }
Result<Owned<>> _operator_getitem(Borrowed<> a, Borrowed<> b) { return getItem_py(a, b); }
Result<void> _operator_setitem(Borrowed<> a, Borrowed<> b, Borrowed<> c) { return setItem_py(a, b, c); }
Result<void> _operator_delitem(Borrowed<> a, Borrowed<> b) { return deleteItem_py(a, b); }
Result<int64_t> _operator_length_hint(Borrowed<> object, int64_t fallback) { return lengthHint_py(object, fallback); }

Result<Owned<>> _operator_call(Borrowed<Tuple> arguments, Borrowed<Dict> keywords) {
  if (arguments->length == 0)
    return raise(TypeError, "call expected at least 1 argument, got 0");
  return callSpread_py(tupleItem(arguments, 0), tupleSlice(arguments, 1, arguments->length), Borrowed<>(keywords));
}

// As many steps as the second operand has bytes, whatever they are.
Result<bool> _operator__compare_digest(Borrowed<> a, Borrowed<> b) {
  ByteView one, other;
  if (isStr(a) && isStr(b)) {
    Borrowed<Str> left = a.as<Str>(), right = b.as<Str>();
    if (!(left->flags & kStrAscii) || !(right->flags & kStrAscii))
      return raise(TypeError, "comparing strings with non-ASCII characters is not supported");
    one = {left->data(), left->size};
    other = {right->data(), right->size};
  } else {
    auto isByteLike = [](Borrowed<> value) { return isBytes(value) || isInstance(value, molt_type_bytearray); };
    if (!isByteLike(a) || !isByteLike(b))
      return raise(TypeError, "unsupported operand types(s) or combination of types: '%T' and '%T'", a, b);
    one = viewOf(a);
    other = viewOf(b);
  }
  volatile unsigned char difference = one.size != other.size;
  const char *compared = one.size == other.size ? one.data : other.data;
  for (uint64_t i = 0; i < other.size; ++i)
    difference = difference | static_cast<unsigned char>(compared[i] ^ other.data[i]);
  return difference == 0;
}

// ---- itemgetter, attrgetter, methodcaller -------------------------------------------------------------------

// All three: what they were made with. attrgetter also has each name as a tuple of its parts.
struct OperatorGetter : Object {
  Value arguments; // a tuple
  Value keywords;  // a dict or null
  Value parts;     // attrgetter: a tuple of tuples of str
};
struct OperatorItemgetter : OperatorGetter {};
struct OperatorAttrgetter : OperatorGetter {};
struct OperatorMethodcaller : OperatorGetter {};

namespace {

OperatorGetter *asGetter(Borrowed<> self) { return self.as<OperatorGetter>().get(); }
Borrowed<Tuple> argumentsOf(Borrowed<> self) { return Borrowed<>(asGetter(self)->arguments).as<Tuple>(); }

void destroyGetter(Object *object) {
  auto *self = static_cast<OperatorGetter *>(object);
  releaseField(self->arguments);
  releaseField(self->keywords);
  releaseField(self->parts);
}
void traverseGetter(Object *object, Visitor &visitor) {
  visitor.visit(&static_cast<OperatorGetter *>(object)->arguments, 3);
}

Owned<OperatorGetter> makeGetter(Borrowed<Type> cls, Borrowed<Tuple> arguments) {
  auto made = Owned<OperatorGetter>::steal(
      static_cast<OperatorGetter *>(allocateObject(cls.get(), sizeof(OperatorGetter), 0)));
  made->arguments = Owned<>::retain(arguments).intoValue();
  return made;
}

// The object that one of them is called with.
Result<Borrowed<>> onlyArgument(const char *name, const Value *arguments, uint64_t count, Borrowed<Tuple> names) {
  TRY(rejectKeywords(name, names));
  TRY(checkPositionalCount(name, count, 1, 1));
  return Borrowed<>(arguments[0]);
}

// getOne(i), or a tuple of all where there are several.
template <class GetOne> Result<Owned<>> oneOrAll_py(uint64_t count, GetOne getOne) {
  if (count == 1)
    return getOne(0);
  Owned<Tuple> all = makeUnfilledTuple(count);
  for (uint64_t i = 0; i < count; ++i)
    all->items()[i] = TRY(getOne(i)).intoValue();
  return all;
}

Result<Owned<>> callItemgetter(Borrowed<> self, const Value *arguments, uint64_t count, Borrowed<Tuple> names) {
  Borrowed<> object = TRY(onlyArgument("itemgetter", arguments, count, names));
  Borrowed<Tuple> items = argumentsOf(self);
  return oneOrAll_py(items->length, [&](uint64_t i) { return getItem_py(object, tupleItem(items, i)); });
}

Result<Owned<>> getDotted_py(Borrowed<> object, Borrowed<Tuple> names) {
  Owned<> found = Owned<>::retain(object);
  for (uint64_t i = 0; i < names->length; ++i)
    found = TRY(getAttribute_py(found, tupleItem(names, i).as<Str>()));
  return found;
}
Result<Owned<>> callAttrgetter(Borrowed<> self, const Value *arguments, uint64_t count, Borrowed<Tuple> names) {
  Borrowed<> object = TRY(onlyArgument("attrgetter", arguments, count, names));
  Borrowed<Tuple> parts = Borrowed<>(asGetter(self)->parts).as<Tuple>();
  return oneOrAll_py(parts->length, [&](uint64_t i) { return getDotted_py(object, tupleItem(parts, i).as<Tuple>()); });
}

Result<Owned<>> callMethodcaller(Borrowed<> self, const Value *arguments, uint64_t count, Borrowed<Tuple> names) {
  TRY(checkPositionalCount("methodcaller", count, 1, 1));
  Borrowed<> object = TRY(onlyArgument("methodcaller", arguments, count, names));
  Borrowed<Tuple> given = argumentsOf(self);
  Owned<> method = TRY(getAttribute_py(object, tupleItem(given, 0).as<Str>()));
  return callSpread_py(method, tupleSlice(given, 1, given->length), Borrowed<>(asGetter(self)->keywords));
}

// "operator.itemgetter(1, 'x', key=2)"
Result<Owned<Str>> reprGetter(Borrowed<> self) {
  ReprGuard guard(self);
  const char *name = typeName(self);
  if (guard.nested())
    return formatStr("operator.%s(...)", name);
  Borrowed<Tuple> arguments = argumentsOf(self);
  Owned<Str> text = TRY(formatStr("operator.%s(%R", name, tupleItem(arguments, 0)));
  for (uint64_t i = 1; i < arguments->length; ++i)
    text = TRY(formatStr("%S, %R", text, tupleItem(arguments, i)));
  uint64_t position = 0;
  Borrowed<> key, value;
  if (!asGetter(self)->keywords.isNull())
    while (dictNext(Borrowed<>(asGetter(self)->keywords).as<Dict>(), &position, &key, &value))
      text = TRY(formatStr("%S, %S=%R", text, key, value));
  return formatStr("%S)", text);
}

Result<Owned<Tuple>> namesIn_py(Borrowed<Str> dotted) {
  Owned<List> names = makeList();
  const char *at = dotted->data(), *end = at + dotted->size;
  for (;;) {
    const char *dot = at;
    while (dot != end && *dot != '.')
      ++dot;
    Owned<Str> name = makeStr(at, static_cast<size_t>(dot - at));
    listAppend(names, intern(name));
    if (dot == end)
      return listToTuple(names);
    at = dot + 1;
  }
}

Result<Owned<>> typeAndArguments(Borrowed<> self) {
  return makePair(Borrowed<>(Value::fromObject(typeOf(self))), argumentsOf(self));
}

constexpr TypeSpec getterSpec(const char *name, const char *doc, MethodTable methods, NewSlot newInstance, CallSlot call) {
  return TypeSpec{.name = name,
                  .module = "operator",
                  .doc = doc,
                  .size = sizeof(OperatorGetter),
                  .flags = kTypeGC,
                  .methods = methods,
                  .destroy = destroyGetter,
                  .traverse = traverseGetter,
                  .repr = reprGetter,
                  .call = call,
                  .newInstance = newInstance};
}

} // namespace

Result<Owned<>> operator_itemgetter_new(Borrowed<Type> cls, Borrowed<Tuple> items) {
  if (items->length == 0)
    return raise(TypeError, "itemgetter expected 1 argument, got 0");
  return makeGetter(cls, items);
}
Result<Owned<>> operator_attrgetter_new(Borrowed<Type> cls, Borrowed<Tuple> attributes) {
  if (attributes->length == 0)
    return raise(TypeError, "attrgetter expected 1 argument, got 0");
  Owned<Tuple> parts = makeUnfilledTuple(attributes->length);
  for (uint64_t i = 0; i < attributes->length; ++i) {
    Borrowed<> name = tupleItem(attributes, i);
    if (!isStr(name))
      return raise(TypeError, "attribute name must be a string");
    parts->items()[i] = Owned<>(TRY(namesIn_py(name.as<Str>()))).intoValue();
  }
  Owned<OperatorGetter> made = makeGetter(cls, attributes);
  made->parts = Owned<>(std::move(parts)).intoValue();
  return made;
}
Result<Owned<>> operator_methodcaller_new(Borrowed<Type> cls, Borrowed<Tuple> arguments, Borrowed<Dict> keywords) {
  if (arguments->length == 0)
    return raise(TypeError, "methodcaller needs at least one argument, the method name");
  if (!isStr(tupleItem(arguments, 0)))
    return raise(TypeError, "method name must be a string");
  Owned<OperatorGetter> made = makeGetter(cls, arguments);
  if (keywords && dictLength(keywords))
    made->keywords = Owned<>::retain(keywords).intoValue();
  return made;
}

Result<Owned<>> operator_itemgetter_reduce(Borrowed<OperatorItemgetter> self) { return typeAndArguments(self); }
Result<Owned<>> operator_attrgetter_reduce(Borrowed<OperatorAttrgetter> self) { return typeAndArguments(self); }
Result<Owned<>> operator_methodcaller_reduce(Borrowed<OperatorMethodcaller> self) {
  if (self->keywords.isNull())
    return typeAndArguments(self);
  Owned<> functools = TRY(importModule_py("functools"_str));
  Owned<> partial = TRY(getAttribute_py(functools, "partial"_str));
  Borrowed<Tuple> arguments = argumentsOf(self);
  const Value given[] = {Value::fromObject(self->type.get()), arguments->items()[0]};
  Owned<> maker = TRY(callSpread_py(partial, makeTuple(given, 2), Borrowed<>(self->keywords)));
  return makePair(maker, tupleSlice(arguments, 1, arguments->length));
}

extern "C" {
constinit Type molt_type_operator_itemgetter{getterSpec("itemgetter", operator_itemgetter_doc, operator_itemgetter_methods,
                                                        operator_itemgetter_new_slot, callItemgetter)};
constinit Type molt_type_operator_attrgetter{getterSpec("attrgetter", operator_attrgetter_doc, operator_attrgetter_methods,
                                                        operator_attrgetter_new_slot, callAttrgetter)};
constinit Type molt_type_operator_methodcaller{getterSpec("methodcaller", operator_methodcaller_doc,
                                                          operator_methodcaller_methods, operator_methodcaller_new_slot,
                                                          callMethodcaller)};
}

} // namespace molt
