// The type memoryview: one dimension of items of a native format over a bytes or bytearray.
//
// Invariant: while a view is not released it holds its object, and a bytearray counts it in `exports`, so the memory
// stays where it is.
#include "runtime/types/memoryview.h"

#include "runtime/core/operators.h"
#include "runtime/types/bytes_views.h"
#include "runtime/types/float.h"
#include "runtime/types/int.h"
#include "runtime/types/list.h"
#include "runtime/types/memoryview.gen.h"
#include "runtime/types/sequence.h"
#include "runtime/types/str.h"
#include "runtime/types/tuple.h"

#include <cstring>

namespace molt {
namespace {

MemoryView *viewIn(Borrowed<> self) { return static_cast<MemoryView *>(self.value().asObject()); }

Raised raiseReleased() { return raise(ValueError, "operation forbidden on released memoryview object"); }
Result<void> checkAlive(const MemoryView *view) {
  if (!view->object.get())
    return raiseReleased();
  return {};
}

char *memoryOf(const MemoryView *view) {
  return const_cast<char *>(viewOf(Borrowed<>(Value::fromObject(view->object.get()))).data) + view->offset;
}
char *itemAt(const MemoryView *view, uint64_t index) {
  return memoryOf(view) + static_cast<int64_t>(index) * view->stride;
}

void attach(MemoryView *view, Borrowed<> object) {
  retain(object.value());
  view->object = object.value().asObject();
  if (!isBytes(object))
    ++static_cast<ByteArray *>(view->object.get())->exports;
}
void detach(MemoryView *view) {
  Object *object = view->object;
  if (!object)
    return;
  if (!isBytes(Borrowed<>(Value::fromObject(object))))
    --static_cast<ByteArray *>(object)->exports;
  releaseField(view->object);
}

Owned<MemoryView> makeView(const MemoryView *like) {
  Owned<MemoryView> view = allocate<MemoryView>(molt_type_memoryview);
  view->offset = like->offset;
  view->stride = like->stride;
  view->length = like->length;
  view->itemSize = like->itemSize;
  view->format = like->format;
  view->readonly = like->readonly;
  attach(view.get(), Borrowed<>(Value::fromObject(like->object.get())));
  return view;
}

uint32_t sizeOfFormat(char format) {
  switch (format) {
  case 'b': case 'B': case 'c': case '?':
    return 1;
  case 'h': case 'H':
    return 2;
  case 'i': case 'I': case 'f':
    return 4;
  case 'l': case 'L': case 'q': case 'Q': case 'n': case 'N': case 'd':
    return 8;
  }
  return 0;
}
bool isSignedFormat(char format) { return format >= 'a' && format != 'c'; }

Owned<> readItem(const MemoryView *view, const char *at) {
  switch (view->format) {
  case 'c':
    return makeBytes(at, 1);
  case '?':
    return ownedBool(*at != 0);
  case 'f': {
    float number;
    std::memcpy(&number, at, sizeof(number));
    return makeFloat(number);
  }
  case 'd': {
    double number;
    std::memcpy(&number, at, sizeof(number));
    return makeFloat(number);
  }
  }
  return intFromBytes(reinterpret_cast<const unsigned char *>(at), view->itemSize, true, isSignedFormat(view->format));
}

Raised invalidType(const MemoryView *view) {
  return raise(TypeError, "memoryview: invalid type for format '%c'", view->format);
}
Raised invalidValue(const MemoryView *view) {
  return raise(ValueError, "memoryview: invalid value for format '%c'", view->format);
}

Result<void> writeItem_py(MemoryView *view, uint64_t index, Borrowed<> value) {
  char packed[8];
  if (view->format == 'c') {
    if (!isBytes(value))
      return invalidType(view);
    if (value.as<Bytes>()->size != 1)
      return invalidValue(view);
    packed[0] = value.as<Bytes>()->data()[0];
  } else if (view->format == '?') {
    packed[0] = TRY(truth_py(value));
  } else if (view->format == 'f' || view->format == 'd') {
    if (!isFloat(value) && !isInt(value))
      return invalidType(view);
    double number = TRY(toDouble_py(value));
    if (view->format == 'f') {
      auto narrow = static_cast<float>(number);
      std::memcpy(packed, &narrow, sizeof(narrow));
    } else {
      std::memcpy(packed, &number, sizeof(number));
    }
  } else {
    if (!isInt(value) && !(typeOf(value)->number && typeOf(value)->number->index))
      return invalidType(view);
    Owned<> number = TRY(index_py(value));
    bool isSigned = isSignedFormat(view->format);
    if (!isSigned && intSign(number) < 0)
      return invalidValue(view);
    auto *bytes = reinterpret_cast<unsigned char *>(packed);
    bool fits = intToBytes(number, bytes, view->itemSize, true);
    if (!fits || (isSigned && (bytes[view->itemSize - 1] >> 7 != 0) != (intSign(number) < 0)))
      return invalidValue(view);
  }
  TRY(checkAlive(view));
  std::memcpy(itemAt(view, index), packed, view->itemSize);
  return {};
}

Owned<Bytes> contentOf(const MemoryView *view) {
  Owned<Bytes> bytes = makeUnfilledBytes(view->length * view->itemSize);
  for (uint64_t i = 0; i < view->length; ++i)
    std::memcpy(bytes->data() + i * view->itemSize, itemAt(view, i), view->itemSize);
  return bytes;
}

Result<int64_t> indexIn_py(const MemoryView *view, Borrowed<> key) {
  int64_t index = TRY(indexForSubscript_py(key));
  auto length = static_cast<int64_t>(view->length);
  index += index < 0 ? length : 0;
  if (index < 0 || index >= length)
    return raise(IndexError, "index out of bounds on dimension 1");
  return index;
}
bool isIndex(Borrowed<> key) { return isInt(key) || (typeOf(key)->number && typeOf(key)->number->index); }

// ---- Slots --------------------------------------------------------------------------------------------

void destroy(Object *self) { detach(static_cast<MemoryView *>(self)); }
void traverse(Object *self, Visitor &visitor) { visitor.visit(static_cast<MemoryView *>(self)->object); }

Result<int64_t> lengthSlot(Borrowed<> self) {
  TRY(checkAlive(viewIn(self)));
  return static_cast<int64_t>(viewIn(self)->length);
}

Result<Owned<>> getItemSlot(Borrowed<> self, Borrowed<> key) {
  MemoryView *view = viewIn(self);
  TRY(checkAlive(view));
  if (isSlice(key)) {
    SliceIndices slice = TRY(sliceIndices_py(key.as<Slice>(), view->length));
    Owned<MemoryView> part = makeView(view);
    part->offset += static_cast<uint64_t>((slice.count ? slice.start : 0) * view->stride);
    part->stride *= slice.step;
    part->length = slice.count;
    return part;
  }
  if (!isIndex(key))
    return raise(TypeError, "memoryview: invalid slice key");
  int64_t index = TRY(indexIn_py(view, key));
  TRY(checkAlive(view));
  return readItem(view, itemAt(view, static_cast<uint64_t>(index)));
}

Result<void> setItemSlot(Borrowed<> self, Borrowed<> key, Borrowed<> value) {
  MemoryView *view = viewIn(self);
  TRY(checkAlive(view));
  if (view->readonly)
    return raise(TypeError, "cannot modify read-only memory");
  if (!value)
    return raise(TypeError, "cannot delete memory");
  if (isSlice(key)) {
    ByteView source;
    Owned<> copy;
    if (isExactly(value, molt_type_memoryview)) {
      TRY(checkAlive(viewIn(value)));
      copy = contentOf(viewIn(value));
      source = viewOf(copy);
    } else if (!bytesLike(value, &source.data, &source.size)) {
      return raiseNotBytesLike(value);
    } else {
      copy = makeBytes(source.data, source.size); // the memory may overlap
      source = viewOf(copy);
    }
    SliceIndices slice = TRY(sliceIndices_py(key.as<Slice>(), view->length));
    if (source.size != slice.count * view->itemSize)
      return raise(ValueError, "memoryview assignment: lvalue and rvalue have different structures");
    int64_t at = slice.start;
    for (uint64_t i = 0; i < slice.count; ++i, at += slice.step)
      std::memcpy(itemAt(view, static_cast<uint64_t>(at)), source.data + i * view->itemSize, view->itemSize);
    return {};
  }
  if (!isIndex(key))
    return raise(TypeError, "memoryview: invalid slice key");
  int64_t index = TRY(indexIn_py(view, key));
  return writeItem_py(view, static_cast<uint64_t>(index), value);
}

Result<Owned<>> compareSlot(Borrowed<> left, Borrowed<> right, Comparison operation) {
  if (operation != Comparison::kEqual && operation != Comparison::kNotEqual)
    return ownedNotImplemented();
  bool equal = left.value() == right.value();
  MemoryView *view = viewIn(left);
  if (!equal && view->object.get()) {
    Owned<MemoryView> other;
    if (isExactly(right, molt_type_memoryview) && viewIn(right)->object.get())
      other = makeView(viewIn(right));
    else if (isBytesLike(right))
      other = makeMemoryView(right);
    else if (!isExactly(right, molt_type_memoryview))
      return ownedNotImplemented();
    equal = other && other->length == view->length;
    for (uint64_t i = 0; equal && i < view->length; ++i) {
      Owned<> a = readItem(view, itemAt(view, i)), b = readItem(other.get(), itemAt(other.get(), i));
      equal = TRY(compareTruth_py(a, b, Comparison::kEqual));
    }
  }
  return ownedBool(equal == (operation == Comparison::kEqual));
}

Result<int64_t> hashSlot(Borrowed<> self) {
  MemoryView *view = viewIn(self);
  TRY(checkAlive(view));
  if (!view->readonly)
    return raise(ValueError, "cannot hash writable memoryview object");
  if (view->itemSize != 1 || view->format == '?')
    return raise(ValueError, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
  return bytesHash(contentOf(view));
}

Result<Owned<Str>> reprSlot(Borrowed<> self) {
  TextBuffer text;
  text.append(viewIn(self)->object.get() ? "<memory at 0x" : "<released memory at 0x");
  TRY(appendInt(text, makeUnsigned(self.value().bits()), 16));
  text.append('>');
  return makeAsciiStr(text.data(), text.size());
}

constexpr ContainerSlots containerSlots{.length = lengthSlot, .getItem = getItemSlot, .setItem = setItemSlot};

} // namespace

// ---- Making -------------------------------------------------------------------------------------------

Owned<MemoryView> makeMemoryView(Borrowed<> object) {
  Owned<MemoryView> view = allocate<MemoryView>(molt_type_memoryview);
  view->stride = 1;
  view->itemSize = 1;
  view->format = 'B';
  view->readonly = isBytes(object);
  view->length = viewOf(object).size;
  attach(view.get(), object);
  return view;
}

Result<Owned<>> memoryview_new(Borrowed<Type> cls, Borrowed<> object) {
  if (isExactly(object, molt_type_memoryview)) {
    TRY(checkAlive(viewIn(object)));
    return makeView(viewIn(object));
  }
  if (!isBytesLike(object))
    return raise(TypeError, "memoryview: a bytes-like object is required, not '%T'", object);
  return makeMemoryView(object);
}

// ---- Methods ------------------------------------------------------------------------------------------

Result<Owned<>> memoryview_cast(Borrowed<MemoryView> self, Borrowed<Str> format, Borrowed<> shape) {
  TRY(checkAlive(self.get()));
  if (shape)
    return raise(NotImplementedError, "memoryview.cast() with a shape is not supported");
  const char *text = format->data();
  text += *text == '@';
  uint32_t itemSize = *text && !text[1] ? sizeOfFormat(*text) : 0;
  if (!itemSize)
    return raise(ValueError, "memoryview: destination format must be a native single character format prefixed with "
                             "an optional '@'");
  if (self->stride != static_cast<int64_t>(self->itemSize))
    return raise(TypeError, "memoryview: casts are restricted to C-contiguous views");
  auto isByte = [](char c) { return c == 'b' || c == 'B' || c == 'c'; };
  if (!isByte(self->format) && !isByte(*text))
    return raise(TypeError, "memoryview: cannot cast between two non-byte formats");
  uint64_t size = self->length * self->itemSize;
  if (size % itemSize)
    return raise(TypeError, "memoryview: length is not a multiple of itemsize");
  Owned<MemoryView> view = makeView(self.get());
  view->format = *text;
  view->itemSize = itemSize;
  view->stride = itemSize;
  view->length = size / itemSize;
  return view;
}

Result<Owned<Bytes>> memoryview_tobytes(Borrowed<MemoryView> self, Borrowed<> order) {
  TRY(checkAlive(self.get()));
  if (!isNone(order) && !(isStr(order) && (strEqual(order.as<Str>(), "C") || strEqual(order.as<Str>(), "F") ||
                                            strEqual(order.as<Str>(), "A"))))
    return raise(ValueError, "order must be 'C', 'F' or 'A'");
  return contentOf(self.get());
}
Result<Owned<List>> memoryview_tolist(Borrowed<MemoryView> self) {
  TRY(checkAlive(self.get()));
  Owned<List> list = makeList();
  for (uint64_t i = 0; i < self->length; ++i)
    listAppend(list, readItem(self.get(), itemAt(self.get(), i)).borrow());
  return list;
}
Result<Owned<>> memoryview_toreadonly(Borrowed<MemoryView> self) {
  TRY(checkAlive(self.get()));
  Owned<MemoryView> view = makeView(self.get());
  view->readonly = true;
  return view;
}
Result<Owned<Str>> memoryview_hex(Borrowed<MemoryView> self, Borrowed<> sep, int32_t group) {
  TRY(checkAlive(self.get()));
  Owned<> bytes = contentOf(self.get());
  return bytesHex_py(bytes, sep, group);
}
Result<void> memoryview_release(Borrowed<MemoryView> self) {
  detach(self.get());
  return {};
}
Result<Owned<>> memoryview_enter(Borrowed<MemoryView> self) {
  TRY(checkAlive(self.get()));
  return Owned<>::retain(self);
}
Result<void> memoryview_exit(Borrowed<MemoryView> self, Borrowed<Tuple> args) {
  detach(self.get());
  return {};
}

Result<int64_t> memoryview_count(Borrowed<MemoryView> self, Borrowed<> value) {
  TRY(checkAlive(self.get()));
  int64_t count = 0;
  for (uint64_t i = 0; i < self->length; ++i) {
    TRY(checkAlive(self.get()));
    Owned<> item = readItem(self.get(), itemAt(self.get(), i));
    bool equal = TRY(equals_py(item, value));
    count += equal;
  }
  return count;
}
Result<int64_t> memoryview_index(Borrowed<MemoryView> self, Borrowed<> value, int64_t start, int64_t stop) {
  TRY(checkAlive(self.get()));
  clampRange(&start, &stop, self->length);
  for (int64_t i = start; i < stop && i < static_cast<int64_t>(self->length); ++i) {
    TRY(checkAlive(self.get()));
    Owned<> item = readItem(self.get(), itemAt(self.get(), static_cast<uint64_t>(i)));
    bool equal = TRY(equals_py(item, value));
    if (equal)
      return i;
  }
  return raise(ValueError, "memoryview.index(x): x not found");
}

#define PROPERTY(name, expression)                                                                                     \
  Result<Owned<>> memoryview_##name(Borrowed<MemoryView> self) {                                                       \
    TRY(checkAlive(self.get()));                                                                                       \
    return expression;                                                                                                 \
  }
static Owned<> single(int64_t number) {
  Value items[] = {Value::fromInt(number)};
  return makeTuple(items, 1);
}
static bool isContiguous(Borrowed<MemoryView> self) {
  return self->stride == static_cast<int64_t>(self->itemSize) || self->length <= 1;
}
PROPERTY(obj, Owned<>::retain(Borrowed<>(Value::fromObject(self->object.get()))))
PROPERTY(nbytes, intFrom(static_cast<int64_t>(self->length * self->itemSize)))
PROPERTY(itemsize, intFrom(self->itemSize))
PROPERTY(format, codePointStr(static_cast<unsigned char>(self->format)))
PROPERTY(ndim, intFrom(1))
PROPERTY(shape, single(static_cast<int64_t>(self->length)))
PROPERTY(strides, single(self->stride))
PROPERTY(suboffsets, Owned<Tuple>::retain(emptyTuple()))
PROPERTY(readonly, ownedBool(self->readonly))
PROPERTY(contiguous, ownedBool(isContiguous(self)))
PROPERTY(c_contiguous, ownedBool(isContiguous(self)))
PROPERTY(f_contiguous, ownedBool(isContiguous(self)))
#undef PROPERTY

} // namespace molt

using namespace molt;

extern "C" constinit Type molt_type_memoryview{TypeSpec{
    .name = "memoryview",
    .doc = memoryview_doc,
    .size = sizeof(MemoryView),
    .flags = kTypeGC | kTypeSequence | kTypeMemoryView | kTypeHasWeakrefs,
    .methods = memoryview_methods,
    .getsets = memoryview_getset,
    .destroy = destroy,
    .traverse = traverse,
    .repr = reprSlot,
    .hash = hashSlot,
    .compare = compareSlot,
    .newInstance = memoryview_new_slot,
    .container = &containerSlots,
}};
