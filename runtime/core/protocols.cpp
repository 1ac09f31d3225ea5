// The small protocols: truth, hash, repr, str, format, len, index and float conversion, subscripts,
// membership.

#include "runtime/types/quick_items.h"
#include "runtime/types/int.h"
#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/generic_slots.h"
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"

#include <cstdio>

namespace molt {

// ---- Truth, hash ------------------------------------------------------------------------------------

Result<bool> truth_py(Borrowed<> value) {
  if (value.value() == boolean(true).value())
    return true;
  if (value.value() == boolean(false).value() || isNone(value))
    return false;
  if (value.value().isInlineInt())
    return value.value().asInlineInt() != 0;
  Type *type = typeOf(value);
  if (type->truth)
    return type->truth(value);
  if (type->container && type->container->length)
    return TRY(type->container->length(value)) != 0;
  return true;
}
extern "C" Result<bool> molt_truth_py(Borrowed<> value) { return truth_py(value); }

Result<int64_t> hash_py(Borrowed<> value) { return typeOf(value)->hash(value); }

// ---- Text -------------------------------------------------------------------------------------------

Result<Owned<Str>> repr_py(Borrowed<> value) {
  NativeStep step(700);
  TRY(checkStack(" while getting the repr of an object"));
  return typeOf(value)->repr(value);
}

Result<Owned<Str>> str_py(Borrowed<> value) {
  if (typeOf(value) == &molt_type_str)
    return Owned<Str>::retain(value.as<Str>());
  NativeStep step(500);
  TRY(checkStack(" while getting the str of an object"));
  return typeOf(value)->str(value);
}

namespace {

// Decodes one code point of valid UTF-8 (surrogates allowed).
uint32_t nextCodePoint(const unsigned char *&at) {
  uint32_t c = *at++;
  if (c < 0x80)
    return c;
  int more = c >= 0xF0 ? 3 : c >= 0xE0 ? 2 : 1;
  c &= 0x3Fu >> more;
  for (; more; --more)
    c = c << 6 | (*at++ & 0x3Fu);
  return c;
}

} // namespace

Result<Owned<Str>> ascii_py(Borrowed<> value) {
  Owned<Str> text = TRY(repr_py(value));
  if (text->flags & kStrAscii)
    return text;
  auto *at = reinterpret_cast<const unsigned char *>(text->data()), *end = at + text->size;
  size_t capacity = text->length * 10;
  char *escaped = allocateArray<char>(capacity + 1), *out = escaped;
  while (at < end) {
    uint32_t c = nextCodePoint(at);
    if (c < 0x80)
      *out++ = static_cast<char>(c);
    else
      out += std::snprintf(out, 11, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
  }
  Owned<Str> result = makeStr(escaped, static_cast<size_t>(out - escaped));
  releaseArray(escaped, capacity + 1);
  return result;
}

Result<Owned<Str>> format_py(Borrowed<> value, Borrowed<Str> spec) {
  if (!spec->size && typeOf(value) == &molt_type_str)
    return Owned<Str>::retain(value.as<Str>());
  Borrowed<> method = lookupInType(typeOf(value), "__format__"_str);
  if (!method)
    return raise(TypeError, "Type %T doesn't define __format__", value);
  Value argument = spec.value();
  Owned<> result = TRY(callFound_py(method, value, &argument, 1, {}));
  if (!isStr(result))
    return raise(TypeError, "__format__ must return a str, not %T", result);
  return std::move(result).as<Str>();
}

// ---- Length -----------------------------------------------------------------------------------------

Result<int64_t> length_py(Borrowed<> value) {
  const ContainerSlots *container = typeOf(value)->container;
  if (container && container->length)
    return container->length(value);
  return raise(TypeError, "object of type '%T' has no len()", value);
}

Result<int64_t> lengthHint_py(Borrowed<> value, int64_t fallback) {
  const ContainerSlots *container = typeOf(value)->container;
  if (container && container->length) {
    Result<int64_t> length = container->length(value);
    if (!length.raised() || !clearIfMatches(TypeError))
      return length;
  }
  Borrowed<> method = lookupInType(typeOf(value), "__length_hint__"_str);
  if (!method)
    return fallback;
  Result<Owned<>> called = callFound_py(method, value, nullptr, 0, {});
  if (called.raised()) {
    if (clearIfMatches(TypeError))
      return fallback;
    return Raised{};
  }
  Owned<> hint = called.take();
  if (isNotImplemented(hint))
    return fallback;
  if (!isInt(hint))
    return raise(TypeError, "__length_hint__ must be an integer, not %T", hint);
  int64_t number = TRY(indexToInt64_py(hint));
  if (number < 0)
    return raise(ValueError, "__length_hint__() should return >= 0");
  return number;
}

// ---- Numbers ----------------------------------------------------------------------------------------

Result<Owned<>> index_py(Borrowed<> value) {
  if (value.value().isInlineInt())
    return Owned<>::retain(value);
  if (isInt(value))
    return intExact(value);
  const NumberSlots *number = typeOf(value)->number;
  if (!number || !number->index)
    return raise(TypeError, "'%T' object cannot be interpreted as an integer", value);
  Owned<> result = TRY(number->index(value));
  if (!isInt(result))
    return raise(TypeError, "__index__ returned non-int (type %T)", result);
  return result;
}

namespace {

// The int64 of value's index; OverflowError-like cases give *fits false.
Result<int64_t> indexNumber_py(Borrowed<> value, bool *fits, bool *negative) {
  *fits = true;
  if (value.value().isInlineInt())
    return value.value().asInlineInt();
  Owned<> index = TRY(index_py(value));
  int64_t number = 0;
  *fits = intToInt64(index, &number);
  if (!*fits)
    *negative = TRY(less_py(index, Borrowed<>(Value::fromInt(0))));
  return number;
}

} // namespace

Result<int64_t> indexToInt64_py(Borrowed<> value) {
  bool fits, negative = false;
  int64_t number = TRY(indexNumber_py(value, &fits, &negative));
  if (!fits)
    return raise(OverflowError, "Python int too large to convert to C ssize_t");
  return number;
}
Result<int64_t> indexForSubscript_py(Borrowed<> value) {
  bool fits, negative = false;
  int64_t number = TRY(indexNumber_py(value, &fits, &negative));
  if (!fits)
    return raise(IndexError, "cannot fit '%T' into an index-sized integer", value);
  return number;
}
Result<int64_t> indexClamped_py(Borrowed<> value) {
  bool fits, negative = false;
  int64_t number = TRY(indexNumber_py(value, &fits, &negative));
  if (!fits)
    return negative ? INT64_MIN : INT64_MAX;
  return number;
}

Result<double> toDouble_py(Borrowed<> value) {
  if (value.value().isDouble())
    return value.value().asDouble();
  const NumberSlots *number = typeOf(value)->number;
  if (number && number->toFloat) {
    Owned<> result = TRY(number->toFloat(value));
    if (result.value().isDouble())
      return result.value().asDouble();
    if (hasTypeFlag(result, kTypeFloat)) { // an instance of a subclass of float
      Owned<> plain = TRY(molt_type_float.number->toFloat(result));
      return plain.value().asDouble();
    }
    return raise(TypeError, "%T.__float__ returned non-float (type %T)", value, result);
  }
  if (number && number->index) {
    Owned<> index = TRY(index_py(value));
    Owned<> result = TRY(molt_type_int.number->toFloat(index));
    return result.value().asDouble();
  }
  return raise(TypeError, "must be real number, not %T", value);
}

// ---- Subscripts -------------------------------------------------------------------------------------

Result<Owned<>> getItem_py(Borrowed<> object, Borrowed<> key) {
  Type *type = typeOf(object);
  if (type->container && type->container->getItem)
    return type->container->getItem(object, key);
  if (!type->has(kTypeType))
    return raise(TypeError, "'%T' object is not subscriptable", object);
  Borrowed<> method = lookupInType(object.as<Type>().get(), "__class_getitem__"_str);
  if (!method)
    return raise(TypeError, "type '%N' is not subscriptable",
                 static_cast<const Type *>(object.as<Type>().get()));
  Owned<> bound = Owned<>::retain(method);
  if (DescriptorGetSlot get = typeOf(method)->descriptorGet)
    bound = TRY(get(bound, Borrowed<>(), object));
  return call_py(bound, {key});
}
Result<void> setItem_py(Borrowed<> object, Borrowed<> key, Borrowed<> value) {
  const ContainerSlots *container = typeOf(object)->container;
  if (container && container->setItem)
    return container->setItem(object, key, value);
  return raise(TypeError, "'%T' object does not support item assignment", object);
}
Result<void> deleteItem_py(Borrowed<> object, Borrowed<> key) {
  const ContainerSlots *container = typeOf(object)->container;
  if (container && container->setItem)
    return container->setItem(object, key, Borrowed<>());
  return raise(TypeError, "'%T' object doesn't support item deletion", object);
}

extern "C" Result<Owned<>> molt_get_item_py(Borrowed<> object, Borrowed<> key) {
  if (object.value().isObject() && object.value().asObject()->type == &molt_type_dict)
    return dictSubscript_py(object.as<Dict>(), key);
  if (Owned<> item = quickGetItem(object, key))
    return item;
  return getItem_py(object, key);
}
extern "C" Result<void> molt_set_item_py(Borrowed<> object, Borrowed<> key, Borrowed<> value) {
  safePoint_py();
  if (object.value().isObject() && object.value().asObject()->type == &molt_type_dict)
    return dictSet_py(object.as<Dict>(), key, value);
  if (quickSetItem(object, key, value))
    return {};
  return setItem_py(object, key, value);
}
namespace {
Owned<> sliceOf(const Value *bounds) {
  return molt_make_slice(Borrowed<>(bounds[0]), Borrowed<>(bounds[1]), Borrowed<>(bounds[2]));
}
} // namespace

extern "C" Result<Owned<>> molt_get_slice_py(Borrowed<> object, const Value *bounds) {
  const Type *type = typeOf(object);
  if (!type->isHeap() && type->container && type->container->getSlice)
    return type->container->getSlice(object, bounds);
  return getItem_py(object, sliceOf(bounds));
}
extern "C" Result<void> molt_set_slice_py(Borrowed<> object, const Value *bounds, Borrowed<> value) {
  safePoint_py();
  const Type *type = typeOf(object);
  if (!type->isHeap() && type->container && type->container->setSlice)
    return type->container->setSlice(object, bounds, value);
  return setItem_py(object, sliceOf(bounds), value);
}
extern "C" Result<void> molt_delete_item_py(Borrowed<> object, Borrowed<> key) {
  return deleteItem_py(object, key);
}

// ---- Membership -------------------------------------------------------------------------------------

Result<bool> contains_py(Borrowed<> container, Borrowed<> item) {
  const ContainerSlots *slots = typeOf(container)->container;
  if (slots && slots->contains)
    return slots->contains(container, item);
  return containsByIterating_py(container, item);
}
extern "C" Result<bool> molt_contains_py(Borrowed<> container, Borrowed<> item) {
  return contains_py(container, item);
}

Result<bool> containsByIterating_py(Borrowed<> container, Borrowed<> item) {
  Result<Owned<>> started = getIterator_py(container);
  if (started.raised()) {
    if (!clearIfMatches(TypeError))
      return Raised{};
    if (runtime().pythonMinor >= 14)
      return raise(TypeError, "argument of type '%T' is not a container or iterable", container);
    return raise(TypeError, "argument of type '%T' is not iterable", container);
  }
  Owned<> iterator = started.take();
  for (;;) {
    Owned<> candidate = TRY(iteratorNext_py(iterator));
    if (isExhausted(candidate))
      return false;
    bool found = TRY(equals_py(candidate, item));
    if (found)
      return true;
  }
}

} // namespace molt
