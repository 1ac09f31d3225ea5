// The type bytearray: a resizable buffer. What it shares with bytes is in bytes.cpp and bytes_methods.cpp.
#include "runtime/core/call.h"
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/text/byte_search.h"
#include "runtime/types/bytearray.gen.h"
#include "runtime/types/bytes_views.h"
#include "runtime/types/int.h"
#include "runtime/types/slice.h"
#include "runtime/types/str.h"

#include <cstring>

namespace molt {

extern "C" {
extern Type molt_type_slice;
}

namespace {

ByteArray *arrayOf(Borrowed<> self) { return static_cast<ByteArray *>(self.value().asObject()); }

void releaseContent(ByteArray *array) {
  releaseBuffer(array->buffer, array->capacity);
  array->buffer = nullptr;
  array->capacity = array->size = array->start = 0;
}

// Room for `size` bytes and the NUL; grows by an eighth more.
void setSize(ByteArray *array, uint64_t size) {
  if (array->start + size + 1 > array->capacity) {
    uint64_t capacity = size + 1 + (size > array->size ? (size >> 3) + (size < 9 ? 3 : 6) : 0);
    char *buffer = allocateArray<char>(capacity);
    if (array->size)
      std::memcpy(buffer, array->data(), array->size < size ? array->size : size);
    releaseBuffer(array->buffer, array->capacity);
    array->buffer = buffer;
    array->capacity = capacity;
    array->start = 0;
  }
  array->size = size;
  array->data()[size] = 0;
}

Result<void> checkResizable(ByteArray *array) {
  if (array->exports)
    return raise(BufferError, "Existing exports of data: object cannot be re-sized");
  return {};
}

Result<char> byteValue_py(Borrowed<> value) {
  if (Value number = value.value(); number.isInlineInt() && static_cast<uint64_t>(number.asInlineInt()) <= 255)
    return static_cast<char>(number.asInlineInt());
  Owned<> index = TRY(index_py(value));
  int64_t number;
  if (!intToInt64(index, &number) || number < 0 || number > 255)
    return raise(ValueError, "byte must be in range(0, 256)");
  return static_cast<char>(number);
}

// Replaces [start, stop) by other bytes (which do not lie in this array).
Result<void> replaceRange(ByteArray *array, uint64_t start, uint64_t stop, ByteView with) {
  uint64_t oldSize = array->size, newSize = oldSize - (stop - start) + with.size;
  if (newSize != oldSize)
    TRY(checkResizable(array));
  if (start == 0 && newSize < oldSize && array->buffer.get()) { // cut at the front: move the start
    array->start += oldSize - newSize;
    array->size = newSize;
    if (with.size)
      std::memcpy(array->data(), with.data, with.size);
    return {};
  }
  if (newSize > oldSize)
    setSize(array, newSize);
  if (newSize == 0 && !array->buffer.get())
    return {};
  std::memmove(array->data() + start + with.size, array->data() + stop, oldSize - stop);
  if (with.size)
    std::memcpy(array->data() + start, with.data, with.size);
  if (newSize < oldSize)
    setSize(array, newSize);
  return {};
}

void destroy(Object *self) { releaseContent(static_cast<ByteArray *>(self)); }

Result<Owned<Str>> reprSlot(Borrowed<> self) {
  TextBuffer text;
  text.append(typeName(self));
  text.append('(');
  appendBytesRepr(text, viewOf(self), true);
  text.append(')');
  return makeStr(text);
}

// ---- Items ------------------------------------------------------------------------------------------

Result<int64_t> checkedIndex_py(Borrowed<> self, Borrowed<> key, const char *text) {
  int64_t index = TRY(indexForSubscript_py(key));
  auto size = static_cast<int64_t>(arrayOf(self)->size);
  index += index < 0 ? size : 0;
  if (index < 0 || index >= size)
    return raise(IndexError, text);
  return index;
}

Result<void> deleteSlice(ByteArray *array, const SliceIndices &slice) {
  if (slice.count == 0)
    return {};
  TRY(checkResizable(array));
  int64_t start = slice.start, step = slice.step;
  if (step < 0) { // the same places from the left
    start = slice.start + (static_cast<int64_t>(slice.count) - 1) * step;
    step = -step;
  }
  char *data = array->data();
  auto to = static_cast<uint64_t>(start);
  uint64_t removed = 0, next = to;
  for (uint64_t from = to; from < array->size; ++from) {
    if (from == next && removed < slice.count) {
      ++removed;
      next += static_cast<uint64_t>(step);
    } else {
      data[to++] = data[from];
    }
  }
  setSize(array, array->size - slice.count);
  return {};
}

Result<void> setSlice_py(Borrowed<> self, Borrowed<> key, Borrowed<> value) {
  ByteArray *array = arrayOf(self);
  TextBuffer content; // a copy: the value may be self, or change it
  if (value) {
    ByteView view;
    if (bytesLike(value, &view.data, &view.size))
      content.append(view.data, view.size);
    else if (isInt(value) || isStr(value))
      return raise(TypeError, "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
    else
      TRY(appendIterable_py(content, value, true));
  }
  SliceIndices slice = TRY(sliceIndices_py(key.as<Slice>(), array->size));
  if (slice.step == 1) {
    auto start = static_cast<uint64_t>(slice.start);
    return replaceRange(array, start, start + slice.count, {content.data(), content.size()});
  }
  if (content.size() == 0)
    return deleteSlice(array, slice);
  if (content.size() != slice.count)
    return raise(ValueError, "attempt to assign bytes of size %zd to extended slice of size %zd", content.size(), slice.count);
  int64_t at = slice.start;
  for (uint64_t i = 0; i < slice.count; ++i, at += slice.step)
    array->data()[at] = content[i];
  return {};
}

Result<void> setItemSlot(Borrowed<> self, Borrowed<> key, Borrowed<> value) {
  if (isExactly(key, molt_type_slice))
    return setSlice_py(self, key, value);
  if (!isInt(key) && !(typeOf(key)->number && typeOf(key)->number->index))
    return raise(TypeError, "bytearray indices must be integers or slices, not %T", key);
  if (!value) {
    int64_t index = TRY(checkedIndex_py(self, key, "bytearray index out of range"));
    return replaceRange(arrayOf(self), static_cast<uint64_t>(index), static_cast<uint64_t>(index) + 1, {});
  }
  char byte = TRY(byteValue_py(value));
  int64_t index = TRY(checkedIndex_py(self, key, "bytearray index out of range"));
  arrayOf(self)->data()[index] = byte;
  return {};
}

Result<void> appendContent(ByteArray *array, const char *data, uint64_t size) {
  if (size == 0)
    return {};
  TRY(checkResizable(array));
  uint64_t old = array->size;
  setSize(array, old + size);
  std::memcpy(array->data() + old, data, size);
  return {};
}

Result<Owned<>> inplaceConcatSlot(Borrowed<> self, Borrowed<> right) {
  ByteView view;
  if (!bytesLike(right, &view.data, &view.size))
    return raise(TypeError, "can't concat %T to %T", right, self);
  if (right.value() == self.value() && view.size) // its own buffer is in use meanwhile
    return raise(BufferError, "Existing exports of data: object cannot be re-sized");
  TRY(appendContent(arrayOf(self), view.data, view.size));
  return Owned<>::retain(self);
}

Result<Owned<>> inplaceRepeatSlot(Borrowed<> self, Borrowed<> count) {
  Owned<> product = TRY(bytesRepeat_py(self, count));
  ByteView view = viewOf(product);
  ByteArray *array = arrayOf(self);
  TRY(replaceRange(array, 0, array->size, view));
  return Owned<>::retain(self);
}

constexpr NumberSlots arrayNumber{.modulo = bytesModulo_py};
constexpr ContainerSlots arrayContainer{.length = bytesLength,
                                        .getItem = bytesGetItem_py,
                                        .setItem = setItemSlot,
                                        .contains = bytesContains_py,
                                        .concat = bytesConcat,
                                        .inplaceConcat = inplaceConcatSlot,
                                        .repeat = bytesRepeat_py,
                                        .inplaceRepeat = inplaceRepeatSlot};

} // namespace

// ---- Construction -------------------------------------------------------------------------------------

Owned<ByteArray> makeByteArray(const char *data, uint64_t size) {
  Owned<ByteArray> array = allocate<ByteArray>(molt_type_bytearray);
  if (size) {
    setSize(array.get(), size);
    if (data)
      std::memcpy(array->data(), data, size);
  }
  return array;
}

static Result<Owned<>> newArray(Borrowed<Type> type, const Value *, uint64_t, Borrowed<Tuple>) {
  return allocate<ByteArray>(*type);
}

Result<void> bytearray_init(Borrowed<> self, Borrowed<> source, Borrowed<Str> encoding, Borrowed<Str> errors) {
  TextBuffer content;
  TRY(readSource_py(content, source, encoding, errors, true));
  ByteArray *array = arrayOf(self);
  return replaceRange(array, 0, array->size, {content.data(), content.size()});
}

// ---- Methods ------------------------------------------------------------------------------------------

static Result<void> appendByte(ByteArray *self, char byte) {
  TRY(checkResizable(self));
  setSize(self, self->size + 1);
  self->data()[self->size - 1] = byte;
  return {};
}
Result<void> bytearray_append(Borrowed<> self, Borrowed<> item) {
  char byte = TRY(byteValue_py(item));
  return appendByte(arrayOf(self), byte);
}
extern "C" Result<void> molt_append_byte(Borrowed<> array, int64_t byte) {
  if (static_cast<uint64_t>(byte) > 255)
    return raise(ValueError, "byte must be in range(0, 256)");
  return appendByte(arrayOf(array), static_cast<char>(byte));
}
Result<void> bytearray_clear(Borrowed<> self) {
  TRY(checkResizable(arrayOf(self)));
  releaseContent(arrayOf(self));
  return {};
}
Result<Owned<>> bytearray_copy(Borrowed<> self) { return makeByteArray(viewOf(self).data, viewOf(self).size); }

Result<void> bytearray_extend(Borrowed<> self, Borrowed<> iterable) {
  TextBuffer content;
  ByteView view;
  if (bytesLike(iterable, &view.data, &view.size)) {
    content.append(view.data, view.size);
  } else if (isStr(iterable)) {
    return raise(TypeError, "expected iterable of integers; got: 'str'");
  } else if (!typeOf(iterable)->iter && !(typeOf(iterable)->container && typeOf(iterable)->container->getItem)) {
    return raise(TypeError, "can't extend bytearray with %T", iterable);
  } else {
    TRY(appendIterable_py(content, iterable, true));
  }
  return appendContent(arrayOf(self), content.data(), content.size());
}

Result<void> bytearray_insert(Borrowed<> self, int64_t index, Borrowed<> item) {
  char byte = TRY(byteValue_py(item));
  auto size = static_cast<int64_t>(arrayOf(self)->size);
  index += index < 0 ? size : 0;
  index = index < 0 ? 0 : index > size ? size : index;
  return replaceRange(arrayOf(self), static_cast<uint64_t>(index), static_cast<uint64_t>(index), {&byte, 1});
}

Result<Owned<>> bytearray_pop(Borrowed<> self, int64_t index) {
  ByteArray *array = arrayOf(self);
  auto size = static_cast<int64_t>(array->size);
  if (size == 0)
    return raise(IndexError, "pop from empty bytearray");
  index += index < 0 ? size : 0;
  if (index < 0 || index >= size)
    return raise(IndexError, "pop index out of range");
  TRY(checkResizable(array));
  auto byte = static_cast<unsigned char>(array->data()[index]);
  TRY(replaceRange(array, static_cast<uint64_t>(index), static_cast<uint64_t>(index) + 1, {}));
  return Owned<>::steal(Value::fromInt(byte));
}

Result<void> bytearray_remove(Borrowed<> self, Borrowed<> value) {
  char byte = TRY(byteValue_py(value));
  ByteArray *array = arrayOf(self);
  int64_t found = array->size ? findBytes(array->data(), array->size, &byte, 1) : -1;
  if (found < 0)
    return raise(ValueError, "value not found in bytearray");
  return replaceRange(array, static_cast<uint64_t>(found), static_cast<uint64_t>(found) + 1, {});
}

Result<void> bytearray_resize(Borrowed<> self, int64_t size) {
  if (size < 0)
    return raise(ValueError, "Can only resize to positive sizes, got %d", size);
  if (!memoryFor(static_cast<uint64_t>(size)))
    return raiseMemoryError();
  ByteArray *array = arrayOf(self);
  TRY(checkResizable(array));
  uint64_t old = array->size;
  setSize(array, static_cast<uint64_t>(size));
  if (array->size > old)
    std::memset(array->data() + old, 0, array->size - old);
  return {};
}

Result<void> bytearray_reverse(Borrowed<> self) {
  ByteArray *array = arrayOf(self);
  for (uint64_t i = 0; i < array->size / 2; ++i)
    std::swap(array->data()[i], array->data()[array->size - 1 - i]);
  return {};
}

Result<Owned<>> bytearray_alloc(Borrowed<> self) { return intFrom(static_cast<int64_t>(arrayOf(self)->capacity)); }
Result<Owned<>> bytearray_sizeof(Borrowed<> self) { return intFrom(static_cast<int64_t>(56 + arrayOf(self)->capacity)); }

} // namespace molt

using namespace molt;

extern "C" constinit Type molt_type_bytearray{TypeSpec{
    .name = "bytearray",
    .doc = bytearray_doc,
    .size = sizeof(ByteArray),
    .flags = kTypeBaseAllowed,
    .methods = bytearray_methods,
    .destroy = destroy,
    .repr = reprSlot,
    .compare = bytesCompare,
    .iter = bytesIter,
    .newInstance = newArray,
    .init = bytearray_init_slot,
    .truth = bytesTruth,
    .number = &arrayNumber,
    .container = &arrayContainer,
    .hiddenDunders = "__bool__",
}};
