// The type bytes, what bytes and bytearray have in common, and their iterators.
#include "runtime/types/bytes.h"

#include "runtime/core/call.h"
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/text/byte_search.h"
#include "runtime/text/siphash.h"
#include "runtime/types/bytes.gen.h"
#include "runtime/types/bytes_iterator.gen.h"
#include "runtime/types/bytes_views.h"
#include "runtime/types/int.h"
#include "runtime/types/memoryview.h"
#include "runtime/types/percent_format.h"
#include "runtime/types/sequence.h"
#include "runtime/types/str.h"

#include <cstring>

namespace molt {

extern "C" {
extern Type molt_type_bytes_iterator;
extern Type molt_type_bytearray_iterator;
}

// ---- Making -----------------------------------------------------------------------------------------

Owned<Bytes> makeUnfilledBytes(uint64_t size) {
  Owned<Bytes> bytes = allocate<Bytes>(molt_type_bytes, size + 1);
  bytes->size = size;
  bytes->data()[size] = 0;
  return bytes;
}

Owned<Bytes> makeBytes(const char *data, uint64_t size) {
  Owned<Bytes> bytes = makeUnfilledBytes(size);
  if (size)
    std::memcpy(bytes->data(), data, size);
  return bytes;
}

// The memory of a memoryview when it lies in one piece.
static bool memoryOfView(Borrowed<> value, const char **data, uint64_t *size) {
  auto *view = static_cast<MemoryView *>(value.value().asObject());
  if (!view->object.get() || view->stride != static_cast<int64_t>(view->itemSize))
    return false;
  *data = viewOf(Borrowed<>(Value::fromObject(view->object.get()))).data + view->offset;
  *size = view->length * view->itemSize;
  return true;
}

bool bytesLike(Borrowed<> value, const char **data, uint64_t *size) {
  if (hasTypeFlag(value, kTypeMemoryView))
    return memoryOfView(value, data, size);
  if (!value.value().isObject() || (!isBytes(value) && !isInstance(value, molt_type_bytearray)))
    return false;
  ByteView view = viewOf(value);
  *data = view.data;
  *size = view.size;
  return true;
}

Raised raiseNotBytesLike(Borrowed<> value) {
  return raise(TypeError, "a bytes-like object is required, not '%T'", value);
}

int64_t bytesHash(Borrowed<Bytes> bytes) {
  if (bytes->hash || bytes->size == 0)
    return static_cast<int64_t>(bytes->hash);
  uint64_t hash = siphash13(bytes->data(), bytes->size);
  bytes->hash = hash == ~uint64_t{0} ? ~uint64_t{1} : hash;
  return static_cast<int64_t>(bytes->hash);
}

// ---- What both are made from ------------------------------------------------------------------------

static Result<char> byteOf_py(Borrowed<> value, bool forArray) {
  Owned<> index = TRY(index_py(value));
  int64_t number;
  if (!intToInt64(index, &number) || number < 0 || number > 255)
    return raise(ValueError, forArray ? "byte must be in range(0, 256)" : "bytes must be in range(0, 256)");
  return static_cast<char>(number);
}

Result<void> appendIterable_py(TextBuffer &out, Borrowed<> iterable, bool forArray) {
  if (!typeOf(iterable)->iter && !(typeOf(iterable)->container && typeOf(iterable)->container->getItem))
    return raise(TypeError, "cannot convert '%T' object to %s", iterable, forArray ? "bytearray" : "bytes");
  return forEach_py(iterable, [&](Borrowed<> item) -> Result<bool> {
    char byte = TRY(byteOf_py(item, forArray));
    out.append(byte);
    return true;
  });
}

static Result<void> appendBytesMethod_py(TextBuffer &out, Borrowed<> source, bool *found) {
  Owned<> made = TRY(callSpecial_py(source, "__bytes__"_str, {}, found));
  if (!*found)
    return {};
  if (!isBytes(made))
    return raise(TypeError, "__bytes__ returned non-bytes (type %T)", made);
  ByteView view = viewOf(made);
  out.append(view.data, view.size);
  return {};
}

Result<void> readSource_py(TextBuffer &out, Borrowed<> source, Borrowed<Str> encoding, Borrowed<Str> errors,
                           bool forArray) {
  if (!source) {
    if (encoding || errors)
      return raise(TypeError, encoding ? "encoding without a string argument" : "errors without a string argument");
    return {};
  }
  if (isStr(source)) {
    if (!encoding)
      return raise(TypeError, errors ? "string argument without an encoding" : "string argument without an encoding");
    Owned<Bytes> bytes = TRY(encodeStr_py(source.as<Str>(), encoding->data(), errors ? errors->data() : nullptr));
    out.append(bytes->data(), bytes->size);
    return {};
  }
  if (encoding || errors)
    return raise(TypeError, encoding ? "encoding without a string argument" : "errors without a string argument");
  ByteView view;
  if (bytesLike(source, &view.data, &view.size)) {
    out.append(view.data, view.size);
    return {};
  }
  if (!forArray) {
    bool found;
    TRY(appendBytesMethod_py(out, source, &found));
    if (found)
      return {};
  }
  if (isInt(source) || (typeOf(source)->number && typeOf(source)->number->index)) {
    Owned<> index = TRY(index_py(source));
    int64_t count;
    if (!intToInt64(index, &count))
      return raise(OverflowError, "cannot fit '%T' into an index-sized integer", source);
    if (count < 0)
      return raise(ValueError, "negative count");
    if (!memoryFor(static_cast<uint64_t>(count)))
      return raiseMemoryError();
    out.fill(static_cast<uint64_t>(count), 0);
    return {};
  }
  return appendIterable_py(out, source, forArray);
}

Result<Owned<Bytes>> bytesFromValue_py(Borrowed<> value) {
  if (isExactly(value, molt_type_bytes))
    return Owned<Bytes>::retain(value.as<Bytes>());
  TextBuffer out;
  ByteView view;
  if (bytesLike(value, &view.data, &view.size))
    return makeBytes(view.data, view.size);
  bool found;
  TRY(appendBytesMethod_py(out, value, &found));
  if (!found) {
    if (isStr(value))
      return raise(TypeError, "cannot convert 'str' object to bytes");
    TRY(appendIterable_py(out, value, false));
  }
  return makeBytes(out.data(), out.size());
}

Result<Owned<>> bytes_new(Borrowed<Type> cls, Borrowed<> source, Borrowed<Str> encoding, Borrowed<Str> errors) {
  bool exact = cls.get() == &molt_type_bytes;
  if (exact && source && !encoding && !errors && isExactly(source, molt_type_bytes))
    return Owned<>::retain(source);
  TextBuffer out;
  TRY(readSource_py(out, source, encoding, errors, false));
  if (exact)
    return makeBytes(out.data(), out.size());
  Owned<Bytes> bytes = allocate<Bytes>(*cls, out.size() + 1);
  bytes->size = out.size();
  std::memcpy(bytes->data(), out.data(), out.size());
  bytes->data()[out.size()] = 0;
  return bytes;
}

// ---- repr ---------------------------------------------------------------------------------------------

void appendBytesRepr(TextBuffer &out, ByteView view, bool escapeSingle) {
  bool single = view.size && std::memchr(view.data, '\'', view.size);
  bool twice = view.size && std::memchr(view.data, '"', view.size);
  char quote = single && !twice ? '"' : '\'';
  out.append('b');
  out.append(quote);
  for (uint64_t i = 0; i < view.size; ++i) {
    auto c = static_cast<unsigned char>(view.data[i]);
    if (c == static_cast<unsigned char>(quote) || c == '\\' || (escapeSingle && c == '\'')) {
      out.append('\\');
      out.append(static_cast<char>(c));
    } else if (c == '\t' || c == '\n' || c == '\r') {
      out.append(c == '\t' ? "\\t" : c == '\n' ? "\\n" : "\\r");
    } else if (c < ' ' || c >= 0x7F) {
      out.append("\\x");
      out.append("0123456789abcdef"[c >> 4]);
      out.append("0123456789abcdef"[c & 15]);
    } else {
      out.append(static_cast<char>(c));
    }
  }
  out.append(quote);
}

// ---- Slots of both --------------------------------------------------------------------------------------

Result<int64_t> bytesLength(Borrowed<> self) { return static_cast<int64_t>(viewOf(self).size); }
Result<bool> bytesTruth(Borrowed<> self) { return viewOf(self).size != 0; }

Result<Owned<>> bytesCompare(Borrowed<> left, Borrowed<> right, Comparison operation) {
  ByteView a, b;
  if (!bytesLike(left, &a.data, &a.size) || !bytesLike(right, &b.data, &b.size))
    return ownedNotImplemented();
  int order = std::memcmp(a.data, b.data, a.size < b.size ? a.size : b.size);
  if (order == 0)
    order = a.size < b.size ? -1 : a.size > b.size;
  switch (operation) {
  case Comparison::kLess:
    return ownedBool(order < 0);
  case Comparison::kLessEqual:
    return ownedBool(order <= 0);
  case Comparison::kEqual:
    return ownedBool(order == 0);
  case Comparison::kNotEqual:
    return ownedBool(order != 0);
  case Comparison::kGreater:
    return ownedBool(order > 0);
  case Comparison::kGreaterEqual:
    return ownedBool(order >= 0);
  }
  return ownedNotImplemented();
}

Result<bool> bytesContains_py(Borrowed<> self, Borrowed<> item) {
  ByteView wanted;
  char byte;
  if (isInt(item) || (typeOf(item)->number && typeOf(item)->number->index)) {
    byte = TRY(byteOf_py(item, true));
    wanted = {&byte, 1};
  } else if (!bytesLike(item, &wanted.data, &wanted.size)) {
    return raiseNotBytesLike(item);
  }
  ByteView view = viewOf(self);
  return findBytes(view.data, view.size, wanted.data, wanted.size) >= 0;
}

static Owned<> makeLike(Borrowed<> self, const char *data, uint64_t size) {
  if (isBytes(self))
    return makeBytes(data, size);
  return makeByteArray(data, size);
}

Result<Owned<>> bytesModulo_py(Borrowed<> left, Borrowed<> right) {
  ByteView view;
  if (!bytesLike(left, &view.data, &view.size))
    return ownedNotImplemented();
  TextBuffer out;
  Owned<> keep = Owned<>::retain(left);
  TRY(appendPercent_py(out, view.data, view.size, right, true));
  return makeLike(left, out.data(), out.size());
}

Result<Owned<>> bytesGetItem_py(Borrowed<> self, Borrowed<> key) {
  const char *kind = isBytes(self) ? "byte" : "bytearray";
  if (isExactly(key, molt_type_slice)) {
    SliceIndices slice = TRY(sliceUnpack_py(key.as<Slice>()));
    ByteView view = viewOf(self);
    slice = sliceAdjust(slice, view.size);
    if (slice.step == 1 || slice.count == 0) {
      if (slice.count == view.size && isExactly(self, molt_type_bytes))
        return Owned<>::retain(self);
      return makeLike(self, view.data + (slice.count ? slice.start : 0), slice.count);
    }
    TextBuffer out;
    int64_t at = slice.start;
    for (uint64_t i = 0; i < slice.count; ++i, at += slice.step)
      out.append(view.data[at]);
    return makeLike(self, out.data(), out.size());
  }
  if (!isInt(key) && !(typeOf(key)->number && typeOf(key)->number->index))
    return raise(TypeError, "%s indices must be integers or slices, not %T", kind, key);
  int64_t index = key.value().isInlineInt() ? key.value().asInlineInt() : TRY(indexForSubscript_py(key));
  ByteView view = viewOf(self);
  auto size = static_cast<int64_t>(view.size);
  index += index < 0 ? size : 0;
  if (index < 0 || index >= size)
    return raise(IndexError, isBytes(self) ? "index out of range" : "bytearray index out of range");
  return Owned<>::steal(Value::fromInt(static_cast<unsigned char>(view.data[index])));
}

Result<Owned<>> bytesConcat(Borrowed<> left, Borrowed<> right) {
  ByteView a = viewOf(left), b;
  if (!bytesLike(right, &b.data, &b.size))
    return raise(TypeError, "can't concat %T to %T", right, left);
  Owned<> result;
  if (isBytes(left))
    result = makeUnfilledBytes(a.size + b.size);
  else
    result = makeByteArray(nullptr, a.size + b.size);
  auto *out = const_cast<char *>(viewOf(result).data);
  std::memcpy(out, a.data, a.size);
  std::memcpy(out + a.size, b.data, b.size);
  return result;
}

Result<Owned<>> bytesRepeat_py(Borrowed<> self, Borrowed<> count) {
  int64_t times = TRY(repeatCount_py(count));
  ByteView view = viewOf(self);
  uint64_t repeats = times < 0 ? 0 : static_cast<uint64_t>(times);
  if (repeats == 1 && isExactly(self, molt_type_bytes))
    return Owned<>::retain(self);
  if (view.size && repeats > INT64_MAX / view.size && isBytes(self))
    return raise(OverflowError, "repeated bytes are too long");
  if (view.size && (repeats > kLargestAllocation / view.size || !memoryFor(repeats * view.size)))
    return raiseMemoryError();
  TextBuffer out;
  for (uint64_t i = 0; i < repeats; ++i)
    out.append(view.data, view.size);
  return makeLike(self, out.data(), out.size());
}

// ---- bytes --------------------------------------------------------------------------------------------

namespace {

Result<Owned<Str>> reprSlot(Borrowed<> self) {
  TextBuffer text;
  appendBytesRepr(text, viewOf(self));
  return makeAsciiStr(text.data(), text.size());
}
Result<int64_t> hashSlot(Borrowed<> self) { return bytesHash(self.as<Bytes>()); }
size_t variableSize(const Object *self) { return sizeof(Bytes) + static_cast<const Bytes *>(self)->size + 1; }

constexpr NumberSlots bytesNumber{.modulo = bytesModulo_py};
constexpr ContainerSlots bytesContainer{.length = bytesLength,
                                        .getItem = bytesGetItem_py,
                                        .contains = bytesContains_py,
                                        .concat = bytesConcat,
                                        .repeat = bytesRepeat_py};

} // namespace

Result<Owned<>> bytes_bytes(Borrowed<> self) {
  if (isExactly(self, molt_type_bytes))
    return Owned<>::retain(self);
  return makeBytes(viewOf(self).data, viewOf(self).size);
}
Result<Owned<>> bytes_getnewargs(Borrowed<> self) {
  Owned<> copy = makeBytes(viewOf(self).data, viewOf(self).size);
  Value items[] = {copy.value()};
  return makeTuple(items, 1);
}
Result<Owned<>> bytes_sizeof(Borrowed<> self) { return intFrom(static_cast<int64_t>(33 + viewOf(self).size)); }

// ---- Iterators ------------------------------------------------------------------------------------------

struct BytesIterator : Object {
  Ptr<Object> bytes; // null at the end
  uint64_t index;
};

Result<Owned<>> bytesIter(Borrowed<> self) {
  Owned<BytesIterator> iterator =
      allocate<BytesIterator>(isBytes(self) ? molt_type_bytes_iterator : molt_type_bytearray_iterator);
  retain(self.value());
  iterator->bytes = self.value().asObject();
  return iterator;
}

namespace {

Borrowed<> contentOf(BytesIterator *iterator) { return Borrowed<>(Value::fromObject(iterator->bytes.get())); }

void destroyIterator(Object *self) { releaseField(static_cast<BytesIterator *>(self)->bytes); }
Result<Owned<>> iterSelf(Borrowed<> self) { return Owned<>::retain(self); }
Result<Owned<>> nextByte(Borrowed<> self) {
  auto *iterator = static_cast<BytesIterator *>(self.value().asObject());
  if (!iterator->bytes.get())
    return ownedExhausted();
  ByteView view = viewOf(contentOf(iterator));
  if (iterator->index >= view.size) {
    releaseField(iterator->bytes);
    return ownedExhausted();
  }
  return Owned<>::steal(Value::fromInt(static_cast<unsigned char>(view.data[iterator->index++])));
}

} // namespace

Result<int64_t> bytes_iterator_length_hint(Borrowed<BytesIterator> self) {
  if (!self->bytes.get())
    return int64_t{0};
  auto size = static_cast<int64_t>(viewOf(contentOf(self.get())).size), index = static_cast<int64_t>(self->index);
  return size > index ? size - index : 0;
}
Result<void> bytes_iterator_setstate(Borrowed<BytesIterator> self, int64_t state) {
  if (!self->bytes.get())
    return {};
  uint64_t size = viewOf(contentOf(self.get())).size, index = state < 0 ? 0 : static_cast<uint64_t>(state);
  self->index = index < size ? index : size;
  return {};
}

} // namespace molt

using namespace molt;

extern "C" constinit Type molt_type_bytes{TypeSpec{
    .name = "bytes",
    .doc = bytes_doc,
    .size = sizeof(Bytes),
    .itemSize = 1,
    .flags = kTypeBaseAllowed | kTypeBytes,
    .methods = bytes_methods,
    .repr = reprSlot,
    .hash = hashSlot,
    .compare = bytesCompare,
    .iter = bytesIter,
    .newInstance = bytes_new_slot,
    .truth = bytesTruth,
    .number = &bytesNumber,
    .container = &bytesContainer,
    .variableSize = variableSize,
    .hiddenDunders = "__bool__",
}};

extern "C" {
#define BYTES_ITERATOR(symbol)                                                                                         \
  constinit Type molt_type_##symbol{TypeSpec{                                                                         \
      .name = #symbol,                                                                                                 \
      .size = sizeof(BytesIterator),                                                                                   \
      .flags = kTypeNoNew,                                                                                             \
      .methods = bytes_iterator_methods,                                                                               \
      .destroy = destroyIterator,                                                                                      \
      .iter = iterSelf,                                                                                                \
      .next = nextByte,                                                                                                \
  }};
BYTES_ITERATOR(bytes_iterator)
BYTES_ITERATOR(bytearray_iterator)
}
