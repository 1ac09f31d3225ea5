// The type str: making, positions, comparing, hashing, slots. Methods are in str_*.cpp.
#include "runtime/types/str.h"

#include "runtime/core/cells.h"
#include "runtime/core/cell_poison.h"
#include "runtime/core/operators.h"
#include "runtime/text/byte_search.h"
#include "runtime/text/copy_bytes.h"
#include "runtime/text/siphash.h"
#include "runtime/text/unicode.h"
#include "runtime/types/bytes.h"
#include "runtime/types/int.h"
#include "runtime/types/sequence.h"
#include "runtime/types/str.gen.h"
#include "runtime/types/str_iterator.h"

#include <cstdlib>
#include <cstring>

namespace molt {

// ---- Making -----------------------------------------------------------------------------------------

extern "C" AsciiCharacter molt_ascii_characters[128] = {};

void fillAsciiCharacters() {
  if (molt_ascii_characters[127].header.Object::type)
    return;
  for (unsigned i = 0; i < 128; ++i) {
    Str &header = molt_ascii_characters[i].header;
    header.length = header.size = 1;
    header.refcount = kImmortal;
    header.flags = kStrAscii;
    header.data()[0] = static_cast<char>(i);
    header.Object::type = &molt_type_str;
  }
}

static Str *asciiCharacter(unsigned code) { return &molt_ascii_characters[code].header; }

Owned<Str> emptyStr() { return Owned<Str>::retain(""_str); }

Owned<Str> makeUnfilledStr(uint64_t size, uint64_t length) {
  bool ascii = size == length;
  Owned<Str> string = allocateQuickly<Str, false>(molt_type_str, textBytes(size, ascii));
  string->size = size;
  string->length = length;
  string->data()[size] = 0;
  if (ascii)
    string->flags |= kStrAscii;
  else
    indexOf(string.get()) = nullptr;
  return string;
}

Owned<Str> codePointStr(uint32_t code) {
  if (code < 128)
    return Owned<Str>::retain(Borrowed<Str>(asciiCharacter(code)));
  Owned<Str> string = makeUnfilledStr(utf8::encodedLength(code), 1);
  utf8::encode(code, string->data());
  return string;
}

Owned<Str> makeStrCounted(const char *text, uint64_t size, uint64_t length) {
  if (size <= 1)
    return size == 0 ? emptyStr() : codePointStr(static_cast<unsigned char>(*text));
  Owned<Str> string = makeUnfilledStr(size, length);
  copyBytes(string->data(), text, size);
  return string;
}
Owned<Str> makeAsciiStr(const char *text, uint64_t size) { return makeStrCounted(text, size, size); }
Owned<Str> makeStr(const char *text, size_t size) {
  return makeStrCounted(text, size, utf8::countCodePoints(text, size));
}
Owned<Str> makeStr(const char *text) { return makeStr(text, std::strlen(text)); }

Owned<Str> exactStr(Borrowed<Str> string) {
  if (isExactly(string, molt_type_str))
    return Owned<Str>::retain(string);
  return makeStrCounted(string->data(), string->size, string->length);
}

// ---- Positions --------------------------------------------------------------------------------------

static constexpr uint64_t kIndexStep = 64; // code points

// Builds the table of offsets; false: too short to be worth it, or too long for it.
static bool haveIndex(Borrowed<Str> string) {
  if (indexOf(string.get()))
    return true;
  if (string->length < 2 * kIndexStep || string->size > UINT32_MAX)
    return false;
  auto *index = static_cast<uint32_t *>(std::malloc((string->length / kIndexStep + 1) * sizeof(uint32_t)));
  if (!index)
    return false;
  const char *data = string->data();
  uint64_t count = 0;
  for (uint64_t offset = 0; offset < string->size; ++offset) {
    if (utf8::isContinuation(data[offset]))
      continue;
    if (count % kIndexStep == 0)
      index[count / kIndexStep] = static_cast<uint32_t>(offset);
    ++count;
  }
  if (count % kIndexStep == 0)
    index[count / kIndexStep] = static_cast<uint32_t>(string->size);
  indexOf(string.get()) = index;
  return true;
}

uint64_t byteOffset(Borrowed<Str> string, uint64_t index) {
  if (isAscii(string))
    return index;
  if (index == string->length)
    return string->size;
  const char *at = string->data();
  if (index >= kIndexStep && haveIndex(string)) {
    at += indexOf(string.get())[index / kIndexStep];
    index %= kIndexStep;
  }
  for (; index; --index)
    at += utf8::sequenceLength(static_cast<unsigned char>(*at));
  return static_cast<uint64_t>(at - string->data());
}

uint64_t codePointIndex(Borrowed<Str> string, uint64_t offset) {
  if (isAscii(string))
    return offset;
  uint64_t start = 0, count = 0;
  if (offset >= kIndexStep && haveIndex(string)) {
    const uint32_t *index = indexOf(string.get());
    uint64_t low = 0, high = string->length / kIndexStep; // the last entry <= offset
    while (low < high) {
      uint64_t middle = (low + high + 1) / 2;
      if (index[middle] <= offset)
        low = middle;
      else
        high = middle - 1;
    }
    start = index[low];
    count = low * kIndexStep;
  }
  return count + utf8::countCodePoints(string->data() + start, offset - start);
}

uint32_t codePointAt(Borrowed<Str> string, uint64_t index) {
  const char *at = string->data() + byteOffset(string, index);
  return utf8::decode(at);
}

Owned<Str> substring(Borrowed<Str> string, uint64_t start, uint64_t stop) {
  if (start == 0 && stop == string->length && isExactly(string, molt_type_str))
    return Owned<Str>::retain(string);
  uint64_t first = byteOffset(string, start), last = byteOffset(string, stop);
  return makeStrCounted(string->data() + first, last - first, stop - start);
}

// ---- Comparing --------------------------------------------------------------------------------------

bool strEqual(Borrowed<Str> left, Borrowed<Str> right) {
  if (left.get() == right.get())
    return true;
  return sameText(left.get(), right.get());
}
bool strEqual(Borrowed<Str> left, const char *right) {
  uint64_t size = std::strlen(right);
  return left->size == size && std::memcmp(left->data(), right, size) == 0;
}

int compareStr(Borrowed<Str> left, Borrowed<Str> right) {
  uint64_t size = left->size < right->size ? left->size : right->size;
  int order = std::memcmp(left->data(), right->data(), size);
  if (order == 0)
    order = left->size < right->size ? -1 : left->size > right->size;
  return order < 0 ? -1 : order > 0;
}

extern "C" Owned<Str> molt_str_slice(Borrowed<Str> text, int64_t start, int64_t stop) {
  auto length = static_cast<int64_t>(text->length);
  auto fit = [&](int64_t bound) {
    bound += bound < 0 ? length : 0;
    return bound < 0 ? 0 : bound > length ? length : bound;
  };
  start = fit(start), stop = fit(stop);
  return start < stop ? substring(text, static_cast<uint64_t>(start), static_cast<uint64_t>(stop)) : emptyStr();
}
extern "C" int32_t molt_str_same_text(Borrowed<Str> left, Borrowed<Str> right) { return sameText(left.get(), right.get()); }
extern "C" int32_t molt_str_order(Borrowed<Str> left, Borrowed<Str> right) { return compareStr(left, right); }
extern "C" Owned<Str> molt_str_concat(Borrowed<Str> left, Borrowed<Str> right) { return concatStr(left, right); }
extern "C" int32_t molt_str_contains(Borrowed<Str> text, Borrowed<Str> part) {
  return findBytes(text->data(), text->size, part->data(), part->size) >= 0;
}

// CPython hashes the characters in the narrowest of 1, 2 or 4 bytes each that holds them all.
static uint64_t hashWide(Borrowed<Str> string) {
  uint32_t most = 0;
  const char *end = string->data() + string->size;
  for (const char *at = string->data(); at < end;) {
    uint32_t code = utf8::decode(at);
    most = code > most ? code : most;
  }
  unsigned width = most < 0x100 ? 1 : most < 0x10000 ? 2 : 4;
  TextBuffer wide;
  char *out = wide.reserve(string->length * width);
  for (const char *at = string->data(); at < end; out += width) {
    uint32_t code = utf8::decode(at);
    for (unsigned i = 0; i < width; ++i)
      out[i] = static_cast<char>(code >> (8 * i));
  }
  return siphash13(wide.data(), string->length * width);
}

int64_t strHash(Borrowed<Str> string) {
  if (string->hash || string->size == 0)
    return static_cast<int64_t>(string->hash);
  uint64_t hash = isAscii(string) ? siphash13(string->data(), string->size) : hashWide(string);
  if (hash == ~uint64_t{0})
    hash = ~uint64_t{1};
  string->hash = hash;
  return static_cast<int64_t>(hash);
}

// ---- Concatenating ----------------------------------------------------------------------------------

Owned<Str> concatStr(Borrowed<Str> left, Borrowed<Str> right) {
  if (left->size == 0)
    return exactStr(right);
  if (right->size == 0)
    return exactStr(left);
  Owned<Str> result = makeUnfilledStr(left->size + right->size, left->length + right->length);
  copyBytes(result->data(), left->data(), left->size);
  copyBytes(result->data() + left->size, right->data(), right->size);
  return result;
}

static void dropIndex(Str *string) {
  if (!(string->flags & kStrAscii))
    std::free(std::exchange(indexOf(string), Ptr<uint32_t>()));
}

// Bytes that the object's memory has for its text.
static uint64_t roomOf(Str *string) {
  uint64_t whole = string->flags & kLargeObject ? LargeBlock::of(string)->size : Page::of(string)->cellSize;
  return whole - sizeof(Str);
}

// An ASCII text behind that of an ASCII str that nobody else has, where its memory has the room; false: not so.
static bool appendInPlace(Str *left, const Str *right) {
  uint64_t before = left->size, added = right->size, size = before + added; // right may be left itself
  if (left->refcount != 1 || left->Object::type != &molt_type_str || !(left->flags & right->flags & kStrAscii) ||
      roomOf(left) < textBytes(size, true))
    return false;
  if (!(left->flags & kLargeObject))
    limitCell(left, sizeof(Str) + textBytes(size, true), Page::of(left)->cellSize);
  if (added == 1)
    left->data()[before] = right->data()[0];
  else
    copyBytes(left->data() + before, right->data(), added);
  left->data()[size] = 0;
  left->length = left->size = size;
  left->hash = 0;
  left->flags &= ~uint32_t{kStrInterned};
  return true;
}

Owned<Str> appendStr(Owned<Str> left, Borrowed<Str> right) {
  if (right->size == 0)
    return left;
  if (left->size != 0 && appendInPlace(left.get(), right.get()))
    return left;
  if (left->size == 0)
    return exactStr(right);
  uint64_t size = left->size + right->size, length = left->length + right->length;
  bool ascii = isAscii(left) && isAscii(right); // right may be left itself, which can go away
  uint64_t bytes = textBytes(size, ascii);
  bool alone = left->refcount == 1 && left->Object::type == &molt_type_str;
  if (alone)
    dropIndex(left.get());
  if (!alone || roomOf(left.get()) < bytes) {
    Owned<Str> longer = allocate<Str>(molt_type_str, bytes + (alone ? size / 4 : 0));
    std::memcpy(longer->data(), left->data(), left->size);
    copyBytes(longer->data() + left->size, right->data(), right->size);
    left = std::move(longer);
  } else {
    if (!(left->flags & kLargeObject))
      limitCell(left.get(), sizeof(Str) + bytes, Page::of(left.get())->cellSize);
    copyBytes(left->data() + left->size, right->data(), right->size);
  }
  left->length = length;
  left->size = size;
  left->data()[size] = 0;
  left->hash = 0;
  left->flags &= ~uint32_t{kStrAscii | kStrInterned};
  if (ascii)
    left->flags |= kStrAscii;
  else
    indexOf(left.get()) = nullptr;
  return left;
}

// ---- Slots ------------------------------------------------------------------------------------------

namespace {

void destroy(Object *self) { dropIndex(static_cast<Str *>(self)); }

size_t variableSize(const Object *self) {
  auto *string = static_cast<const Str *>(self);
  return sizeof(Str) + textBytes(string->size, string->flags & kStrAscii);
}

Result<int64_t> lengthSlot(Borrowed<> self) { return static_cast<int64_t>(self.as<Str>()->length); }
Result<bool> truthSlot(Borrowed<> self) { return self.as<Str>()->size != 0; }
Result<int64_t> hashSlot(Borrowed<> self) { return strHash(self.as<Str>()); }
Result<Owned<Str>> strSlot(Borrowed<> self) { return exactStr(self.as<Str>()); }
Result<Owned<Str>> reprSlot(Borrowed<> self) { return reprStr(self.as<Str>()); }

Result<Owned<>> compareSlot(Borrowed<> left, Borrowed<> right, Comparison operation) {
  if (!isStr(left) || !isStr(right))
    return ownedNotImplemented();
  Borrowed<Str> a = left.as<Str>(), b = right.as<Str>();
  switch (operation) {
  case Comparison::kEqual:
    return ownedBool(strEqual(a, b));
  case Comparison::kNotEqual:
    return ownedBool(!strEqual(a, b));
  case Comparison::kLess:
    return ownedBool(compareStr(a, b) < 0);
  case Comparison::kLessEqual:
    return ownedBool(compareStr(a, b) <= 0);
  case Comparison::kGreater:
    return ownedBool(compareStr(a, b) > 0);
  case Comparison::kGreaterEqual:
    return ownedBool(compareStr(a, b) >= 0);
  }
  return ownedNotImplemented();
}

Owned<Str> sliceWithStep(Borrowed<Str> string, const SliceIndices &slice) {
  int64_t at = slice.start;
  if (isAscii(string)) {
    Owned<Str> result = makeUnfilledStr(slice.count, slice.count);
    for (uint64_t i = 0; i < slice.count; ++i, at += slice.step)
      result->data()[i] = string->data()[at];
    return result;
  }
  TextBuffer text;
  for (uint64_t i = 0; i < slice.count; ++i, at += slice.step)
    text.appendCode(codePointAt(string, static_cast<uint64_t>(at)));
  return makeStrCounted(text.data(), text.size(), slice.count);
}

Result<Owned<>> itemAt(Borrowed<Str> string, int64_t index) {
  auto length = static_cast<int64_t>(string->length);
  index += index < 0 ? length : 0;
  if (index < 0 || index >= length)
    return raise(IndexError, "string index out of range");
  if (isAscii(string))
    return codePointStr(static_cast<unsigned char>(string->data()[index]));
  return codePointStr(codePointAt(string, static_cast<uint64_t>(index)));
}

Result<Owned<>> getItemSlot(Borrowed<> self, Borrowed<> key) {
  Borrowed<Str> string = self.as<Str>();
  if (key.value().isInlineInt())
    return itemAt(string, key.value().asInlineInt());
  if (isExactly(key, molt_type_slice)) {
    SliceIndices slice = TRY(sliceIndices_py(key.as<Slice>(), string->length));
    if (slice.step == 1 || slice.count == 0)
      return slice.count ? substring(string, static_cast<uint64_t>(slice.start), static_cast<uint64_t>(slice.start) + slice.count)
                         : emptyStr();
    if (slice.count == 1)
      return itemAt(string, slice.start);
    return sliceWithStep(string, slice);
  }
  if (isInt(key) || (typeOf(key)->number && typeOf(key)->number->index)) {
    int64_t index = TRY(indexForSubscript_py(key));
    return itemAt(string, index);
  }
  return raise(TypeError, "string indices must be integers, not '%T'", key);
}

Result<bool> containsSlot(Borrowed<> self, Borrowed<> item) {
  if (!isStr(item))
    return raise(TypeError, "'in <string>' requires string as left operand, not %T", item);
  Borrowed<Str> text = self.as<Str>(), wanted = item.as<Str>();
  return findBytes(text->data(), text->size, wanted->data(), wanted->size) >= 0;
}

Result<Owned<>> concatSlot(Borrowed<> left, Borrowed<> right) {
  if (!isStr(right))
    return raise(TypeError, "can only concatenate str (not \"%T\") to str", right);
  return concatStr(left.as<Str>(), right.as<Str>());
}

Result<Owned<>> repeatSlot(Borrowed<> self, Borrowed<> right) {
  int64_t count = TRY(repeatCount_py(right));
  Borrowed<Str> string = self.as<Str>();
  if (count <= 0 || string->size == 0)
    return emptyStr();
  if (count == 1)
    return exactStr(string);
  auto times = static_cast<uint64_t>(count);
  if (times > INT64_MAX / string->size)
    return raise(OverflowError, "repeated string is too long");
  if (!memoryFor(times * string->size))
    return raiseMemoryError();
  Owned<Str> result = makeUnfilledStr(string->size * times, string->length * times);
  char *out = result->data();
  if (string->size == 1) {
    std::memset(out, string->data()[0], times);
    return result;
  }
  std::memcpy(out, string->data(), string->size); // then double what is there
  for (uint64_t done = string->size; done < result->size;) {
    uint64_t step = done < result->size - done ? done : result->size - done;
    std::memcpy(out + done, out, step);
    done += step;
  }
  return result;
}

Result<Owned<>> moduloSlot(Borrowed<> left, Borrowed<> right) {
  if (!isStr(left))
    return ownedNotImplemented();
  return formatPercent_py(left.as<Str>(), right);
}

Result<Owned<>> iterSlot(Borrowed<> self) { return makeStrIterator(self.as<Str>()); }

constexpr NumberSlots numberSlots{.modulo = moduloSlot};
constexpr ContainerSlots containerSlots{
    .length = lengthSlot, .getItem = getItemSlot, .contains = containsSlot, .concat = concatSlot, .repeat = repeatSlot};

} // namespace

// ---- str() ------------------------------------------------------------------------------------------

static Owned<Str> makeIn(Borrowed<Type> cls, Borrowed<Str> content) {
  Owned<Str> string = allocate<Str>(*cls, textBytes(content->size, isAscii(content)));
  std::memcpy(string->data(), content->data(), content->size + 1);
  string->size = content->size;
  string->length = content->length;
  string->flags |= content->flags & kStrAscii;
  if (!isAscii(string))
    indexOf(string.get()) = nullptr;
  return string;
}

static Result<Owned<Str>> strValue_py(Borrowed<> object, Borrowed<Str> encoding, Borrowed<Str> errors) {
  if (!object)
    return emptyStr();
  if (!encoding && !errors)
    return str_py(object);
  if (isStr(object))
    return raise(TypeError, "decoding str is not supported");
  const char *data;
  uint64_t size;
  if (!bytesLike(object, &data, &size))
    return raise(TypeError, "decoding to str: need a bytes-like object, %T found", object);
  return decodeBytes_py(data, size, encoding ? encoding->data() : nullptr, errors ? errors->data() : nullptr, object);
}

Result<Owned<>> str_new(Borrowed<Type> cls, Borrowed<> object, Borrowed<Str> encoding, Borrowed<Str> errors) {
  Owned<Str> value = TRY(strValue_py(object, encoding, errors));
  if (cls.get() == &molt_type_str)
    return value;
  return makeIn(cls, value);
}

} // namespace molt

using namespace molt;

extern "C" constinit Type molt_type_str{TypeSpec{
    .name = "str",
    .doc = str_doc,
    .size = sizeof(Str),
    .itemSize = 1,
    .flags = kTypeBaseAllowed | kTypeStr,
    .methods = str_methods,
    .destroy = destroy,
    .repr = reprSlot,
    .str = strSlot,
    .hash = hashSlot,
    .compare = compareSlot,
    .iter = iterSlot,
    .newInstance = str_new_slot,
    .truth = truthSlot,
    .number = &numberSlots,
    .container = &containerSlots,
    .variableSize = variableSize,
    .hiddenDunders = "__bool__",
}};
