// The methods that bytes and bytearray share: written once for both, results of the type of self.
#include "runtime/types/bytes.h"

#include "runtime/core/call.h"
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/text/byte_search.h"
#include "runtime/types/bytearray.gen.h"
#include "runtime/types/bytes.gen.h"
#include "runtime/types/bytes_views.h"
#include "runtime/types/int.h"
#include "runtime/types/list.h"
#include "runtime/types/str.h"
#include "runtime/types/tuple.h"

#include <cstring>

namespace molt {
namespace {

bool isSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool isLower(char c) { return c >= 'a' && c <= 'z'; }
bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool isAlpha(char c) { return isLower(static_cast<char>(c | 0x20)) && !(c & 0x80); }
bool isDigit(char c) { return c >= '0' && c <= '9'; }
char toLower(char c) { return isUpper(c) ? static_cast<char>(c + 32) : c; }
char toUpper(char c) { return isLower(c) ? static_cast<char>(c - 32) : c; }

Owned<> makeLike(Borrowed<> self, const char *data, uint64_t size) {
  if (isBytes(self))
    return makeBytes(data, size);
  return makeByteArray(data, size);
}
Owned<> piece(Borrowed<> self, uint64_t start, uint64_t stop) {
  ByteView view = viewOf(self);
  if (start == 0 && stop == view.size && isExactly(self, molt_type_bytes))
    return Owned<>::retain(self);
  return makeLike(self, view.data + start, stop - start);
}

Result<ByteView> needBytes(Borrowed<> value) {
  ByteView view;
  if (!bytesLike(value, &view.data, &view.size))
    return raiseNotBytesLike(value);
  return view;
}

// What is searched for: bytes, or one byte as an int (kept in *byte).
Result<ByteView> needle_py(Borrowed<> value, char *byte) {
  ByteView view;
  if (bytesLike(value, &view.data, &view.size))
    return view;
  if (!isInt(value) && !(typeOf(value)->number && typeOf(value)->number->index))
    return raise(TypeError, "argument should be integer or bytes-like object, not '%T'", value);
  Owned<> index = TRY(index_py(value));
  int64_t number;
  if (!intToInt64(index, &number) || number < 0 || number > 255)
    return raise(ValueError, "byte must be in range(0, 256)");
  *byte = static_cast<char>(number);
  return ByteView{byte, 1};
}

struct Range {
  uint64_t start, stop;
  bool valid;
};
Range rangeOf(uint64_t size, int64_t start, int64_t end) {
  auto length = static_cast<int64_t>(size);
  if (end > length)
    end = length;
  else if (end < 0)
    end = end + length < 0 ? 0 : end + length;
  if (start < 0)
    start = start + length < 0 ? 0 : start + length;
  return {static_cast<uint64_t>(start), static_cast<uint64_t>(end), start <= end};
}

// ---- Searching --------------------------------------------------------------------------------------

Result<int64_t> findIn_py(Borrowed<> self, Borrowed<> sub, int64_t start, int64_t end, bool last) {
  char byte;
  ByteView wanted = TRY(needle_py(sub, &byte)), view = viewOf(self);
  Range range = rangeOf(view.size, start, end);
  if (!range.valid)
    return int64_t{-1};
  auto *search = last ? findLastBytes : findBytes;
  int64_t found = search(view.data + range.start, range.stop - range.start, wanted.data, wanted.size);
  return found < 0 ? int64_t{-1} : static_cast<int64_t>(range.start) + found;
}
Result<int64_t> common_find(Borrowed<> self, Borrowed<> sub, int64_t start, int64_t end) {
  return findIn_py(self, sub, start, end, false);
}
Result<int64_t> common_rfind(Borrowed<> self, Borrowed<> sub, int64_t start, int64_t end) {
  return findIn_py(self, sub, start, end, true);
}
Result<int64_t> indexIn_py(Borrowed<> self, Borrowed<> sub, int64_t start, int64_t end, bool last) {
  int64_t found = TRY(findIn_py(self, sub, start, end, last));
  if (found < 0)
    return raise(ValueError, isBytes(self) || runtime().pythonMinor >= 13 ? "subsection not found" : "subsection not found");
  return found;
}
Result<int64_t> common_index(Borrowed<> self, Borrowed<> sub, int64_t start, int64_t end) {
  return indexIn_py(self, sub, start, end, false);
}
Result<int64_t> common_rindex(Borrowed<> self, Borrowed<> sub, int64_t start, int64_t end) {
  return indexIn_py(self, sub, start, end, true);
}
Result<int64_t> common_count(Borrowed<> self, Borrowed<> sub, int64_t start, int64_t end) {
  char byte;
  ByteView wanted = TRY(needle_py(sub, &byte)), view = viewOf(self);
  Range range = rangeOf(view.size, start, end);
  if (!range.valid || range.start > view.size)
    return int64_t{0};
  if (wanted.size == 0)
    return static_cast<int64_t>(range.stop - range.start) + 1;
  return static_cast<int64_t>(
      countBytes(view.data + range.start, range.stop - range.start, wanted.data, wanted.size, ~uint64_t{0}));
}

bool matchesEnd(ByteView view, ByteView affix, const Range &range, bool atEnd) {
  if (!range.valid || range.start > view.size || affix.size > range.stop - range.start)
    return false;
  return std::memcmp(view.data + (atEnd ? range.stop - affix.size : range.start), affix.data, affix.size) == 0;
}
Result<bool> matchesAny(Borrowed<> self, Borrowed<> affix, int64_t start, int64_t end, bool atEnd) {
  ByteView view = viewOf(self), one;
  Range range = rangeOf(view.size, start, end);
  if (bytesLike(affix, &one.data, &one.size))
    return matchesEnd(view, one, range, atEnd);
  if (!isTuple(affix))
    return raise(TypeError, "%s first arg must be bytes or a tuple of bytes, not %T", atEnd ? "endswith" : "startswith", affix);
  Borrowed<Tuple> tuple = affix.as<Tuple>();
  for (uint64_t i = 0; i < tuple->length; ++i) {
    one = TRY(needBytes(Borrowed<>(tuple->items()[i])));
    if (matchesEnd(view, one, range, atEnd))
      return true;
  }
  return false;
}
Result<bool> common_startswith(Borrowed<> self, Borrowed<> prefix, int64_t start, int64_t end) {
  return matchesAny(self, prefix, start, end, false);
}
Result<bool> common_endswith(Borrowed<> self, Borrowed<> suffix, int64_t start, int64_t end) {
  return matchesAny(self, suffix, start, end, true);
}
Result<Owned<>> common_removeprefix(Borrowed<> self, Borrowed<> prefix) {
  ByteView affix = TRY(needBytes(prefix)), view = viewOf(self);
  bool has = matchesEnd(view, affix, {0, view.size, true}, false);
  return piece(self, has ? affix.size : 0, view.size);
}
Result<Owned<>> common_removesuffix(Borrowed<> self, Borrowed<> suffix) {
  ByteView affix = TRY(needBytes(suffix)), view = viewOf(self);
  bool has = matchesEnd(view, affix, {0, view.size, true}, true);
  return piece(self, 0, view.size - (has ? affix.size : 0));
}

Result<Owned<>> common_replace(Borrowed<> self, Borrowed<> old, Borrowed<> with, int64_t count) {
  ByteView from = TRY(needBytes(old)), to = TRY(needBytes(with)), view = viewOf(self);
  uint64_t limit = count < 0 ? ~uint64_t{0} : static_cast<uint64_t>(count);
  TextBuffer out;
  uint64_t start = 0;
  for (; limit; --limit) {
    if (from.size == 0) {
      if (start > view.size)
        break;
      out.append(to.data, to.size);
      if (start < view.size)
        out.append(view.data[start]);
      ++start;
      continue;
    }
    int64_t found = findBytes(view.data + start, view.size - start, from.data, from.size);
    if (found < 0)
      break;
    out.append(view.data + start, static_cast<uint64_t>(found));
    out.append(to.data, to.size);
    start += static_cast<uint64_t>(found) + from.size;
  }
  if (start == 0)
    return piece(self, 0, view.size);
  if (start < view.size)
    out.append(view.data + start, view.size - start);
  return makeLike(self, out.data(), out.size());
}

// ---- Splitting --------------------------------------------------------------------------------------

void appendPiece(Borrowed<List> list, Borrowed<> self, uint64_t start, uint64_t stop) {
  listAppend(list, piece(self, start, stop).borrow());
}

// White space before each piece is dropped; after the last split also what is left keeps it at its far end.
Owned<List> splitSpace(Borrowed<> self, uint64_t limit) {
  Owned<List> list = makeList();
  ByteView view = viewOf(self);
  for (uint64_t at = 0;;) {
    while (at < view.size && isSpace(view.data[at]))
      ++at;
    if (at == view.size)
      return list;
    uint64_t start = at;
    if (limit-- == 0) {
      appendPiece(list, self, start, view.size);
      return list;
    }
    while (at < view.size && !isSpace(view.data[at]))
      ++at;
    appendPiece(list, self, start, at);
  }
}
Owned<List> splitSpaceBack(Borrowed<> self, uint64_t limit) {
  Owned<List> list = makeList();
  ByteView view = viewOf(self);
  for (uint64_t at = view.size;;) {
    while (at > 0 && isSpace(view.data[at - 1]))
      --at;
    if (at == 0)
      break;
    uint64_t stop = at;
    if (limit-- == 0) {
      appendPiece(list, self, 0, stop);
      break;
    }
    while (at > 0 && !isSpace(view.data[at - 1]))
      --at;
    appendPiece(list, self, at, stop);
  }
  listReverse(list);
  return list;
}

Result<Owned<>> splitAny(Borrowed<> self, Borrowed<> separator, int64_t maxsplit, bool back) {
  uint64_t limit = maxsplit < 0 ? ~uint64_t{0} : static_cast<uint64_t>(maxsplit);
  if (isNone(separator))
    return back ? splitSpaceBack(self, limit) : splitSpace(self, limit);
  ByteView by = TRY(needBytes(separator)), view = viewOf(self);
  if (by.size == 0)
    return raise(ValueError, "empty separator");
  Owned<List> list = makeList();
  uint64_t start = 0, stop = view.size;
  for (; limit; --limit) {
    int64_t found = back ? findLastBytes(view.data, stop, by.data, by.size)
                         : findBytes(view.data + start, stop - start, by.data, by.size);
    if (found < 0)
      break;
    auto at = static_cast<uint64_t>(found);
    if (back) {
      appendPiece(list, self, at + by.size, stop);
      stop = at;
    } else {
      appendPiece(list, self, start, start + at);
      start += at + by.size;
    }
  }
  appendPiece(list, self, start, stop);
  if (back)
    listReverse(list);
  return list;
}
Result<Owned<>> common_split(Borrowed<> self, Borrowed<> sep, int64_t maxsplit) { return splitAny(self, sep, maxsplit, false); }
Result<Owned<>> common_rsplit(Borrowed<> self, Borrowed<> sep, int64_t maxsplit) { return splitAny(self, sep, maxsplit, true); }

Result<Owned<>> common_splitlines(Borrowed<> self, bool keepends) {
  Owned<List> list = makeList();
  ByteView view = viewOf(self);
  for (uint64_t at = 0; at < view.size;) {
    uint64_t start = at;
    while (at < view.size && view.data[at] != '\n' && view.data[at] != '\r')
      ++at;
    uint64_t stop = at;
    if (at < view.size)
      at += view.data[at] == '\r' && at + 1 < view.size && view.data[at + 1] == '\n' ? 2 : 1;
    appendPiece(list, self, start, keepends ? at : stop);
  }
  return list;
}

Result<Owned<>> partitionAny(Borrowed<> self, Borrowed<> separator, bool last) {
  ByteView by = TRY(needBytes(separator)), view = viewOf(self);
  if (by.size == 0)
    return raise(ValueError, "empty separator");
  auto *search = last ? findLastBytes : findBytes;
  int64_t found = search(view.data, view.size, by.data, by.size);
  Owned<> first, middle, rest;
  if (found < 0) {
    Owned<> whole = piece(self, 0, view.size), empty = makeLike(self, nullptr, 0);
    middle = makeLike(self, nullptr, 0);
    first = last ? std::move(empty) : std::move(whole);
    rest = last ? piece(self, 0, view.size) : makeLike(self, nullptr, 0);
  } else {
    auto at = static_cast<uint64_t>(found);
    first = piece(self, 0, at);
    middle = isBytes(self) ? Owned<>::retain(separator) : makeLike(self, by.data, by.size);
    rest = piece(self, at + by.size, view.size);
  }
  Value parts[] = {first.value(), middle.value(), rest.value()};
  return makeTuple(parts, 3);
}
Result<Owned<>> common_partition(Borrowed<> self, Borrowed<> sep) { return partitionAny(self, sep, false); }
Result<Owned<>> common_rpartition(Borrowed<> self, Borrowed<> sep) { return partitionAny(self, sep, true); }

Result<Owned<>> stripEnds(Borrowed<> self, Borrowed<> which, bool left, bool right) {
  ByteView view = viewOf(self), set{};
  bool space = isNone(which);
  if (!space)
    set = TRY(needBytes(which));
  auto drops = [&](char c) { return space ? isSpace(c) : set.size && std::memchr(set.data, c, set.size); };
  uint64_t start = 0, stop = view.size;
  while (left && start < stop && drops(view.data[start]))
    ++start;
  while (right && start < stop && drops(view.data[stop - 1]))
    --stop;
  return piece(self, start, stop);
}
Result<Owned<>> common_strip(Borrowed<> self, Borrowed<> bytes) { return stripEnds(self, bytes, true, true); }
Result<Owned<>> common_lstrip(Borrowed<> self, Borrowed<> bytes) { return stripEnds(self, bytes, true, false); }
Result<Owned<>> common_rstrip(Borrowed<> self, Borrowed<> bytes) { return stripEnds(self, bytes, false, true); }

Result<Owned<>> common_join(Borrowed<> self, Borrowed<> iterable) {
  if (!typeOf(iterable)->iter && !(typeOf(iterable)->container && typeOf(iterable)->container->getItem))
    return raise(TypeError, "can only join an iterable");
  TextBuffer out;
  Owned<List> items = TRY(listFromIterable_py(iterable));
  ByteView separator = viewOf(self);
  for (uint64_t i = 0; i < items->length; ++i) {
    ByteView item;
    if (!bytesLike(listItem(items, i), &item.data, &item.size))
      return raise(TypeError, "sequence item %zu: expected a bytes-like object, %T found", i, listItem(items, i));
    if (i)
      out.append(separator.data, separator.size);
    out.append(item.data, item.size);
  }
  return makeLike(self, out.data(), out.size());
}

// ---- Case and classes -------------------------------------------------------------------------------

template <class Map> Owned<> mapped(Borrowed<> self, Map map) {
  ByteView view = viewOf(self);
  Owned<> result = makeLike(self, view.data, view.size);
  ByteView copy = viewOf(result);
  auto *out = const_cast<char *>(copy.data);
  for (uint64_t i = 0; i < view.size; ++i)
    out[i] = map(out[i]);
  return result;
}
Result<Owned<>> common_lower(Borrowed<> self) { return mapped(self, toLower); }
Result<Owned<>> common_upper(Borrowed<> self) { return mapped(self, toUpper); }
Result<Owned<>> common_swapcase(Borrowed<> self) {
  return mapped(self, [](char c) { return isLower(c) ? toUpper(c) : toLower(c); });
}
Result<Owned<>> common_capitalize(Borrowed<> self) {
  return mapped(self, [first = true](char c) mutable { return std::exchange(first, false) ? toUpper(c) : toLower(c); });
}
Result<Owned<>> common_title(Borrowed<> self) {
  return mapped(self, [inWord = false](char c) mutable {
    char result = inWord ? toLower(c) : toUpper(c);
    inWord = isAlpha(c);
    return result;
  });
}
template <class Test> bool allAre(Borrowed<> self, Test test) {
  ByteView view = viewOf(self);
  for (uint64_t i = 0; i < view.size; ++i)
    if (!test(view.data[i]))
      return false;
  return view.size != 0;
}
Result<bool> common_isalpha(Borrowed<> self) { return allAre(self, isAlpha); }
Result<bool> common_isdigit(Borrowed<> self) { return allAre(self, isDigit); }
Result<bool> common_isspace(Borrowed<> self) { return allAre(self, isSpace); }
Result<bool> common_isalnum(Borrowed<> self) {
  return allAre(self, [](char c) { return isAlpha(c) || isDigit(c); });
}
Result<bool> common_isascii(Borrowed<> self) { return utf8::isAscii(viewOf(self).data, viewOf(self).size); }
bool casedOnly(Borrowed<> self, bool (*wanted)(char), bool (*forbidden)(char)) {
  ByteView view = viewOf(self);
  bool any = false;
  for (uint64_t i = 0; i < view.size; ++i) {
    if (forbidden(view.data[i]))
      return false;
    any |= wanted(view.data[i]);
  }
  return any;
}
Result<bool> common_islower(Borrowed<> self) { return casedOnly(self, isLower, isUpper); }
Result<bool> common_isupper(Borrowed<> self) { return casedOnly(self, isUpper, isLower); }
Result<bool> common_istitle(Borrowed<> self) {
  ByteView view = viewOf(self);
  bool cased = false, previous = false;
  for (uint64_t i = 0; i < view.size; ++i) {
    char c = view.data[i];
    if ((isUpper(c) && previous) || (isLower(c) && !previous))
      return false;
    previous = isAlpha(c);
    cased |= previous;
  }
  return cased;
}

// ---- Padding ----------------------------------------------------------------------------------------

Result<char> fillByte(Borrowed<> fill, const char *name) {
  if (!fill)
    return ' ';
  ByteView view;
  bool bytes = bytesLike(fill, &view.data, &view.size);
  if (bytes && view.size == 1)
    return *view.data;
  if (bytes && runtime().pythonMinor >= 14)
    return raise(TypeError, "%s(): argument 2 must be a byte string of length 1, not a %T object of length %zd", name, fill, view.size);
  return raise(TypeError, "%s() argument 2 must be a byte string of length 1, not %T", name, fill);
}
Result<Owned<>> pad(Borrowed<> self, uint64_t left, uint64_t right, char fill) {
  ByteView view = viewOf(self);
  if (left + right == 0)
    return piece(self, 0, view.size);
  if (!memoryFor(left + right))
    return raiseMemoryError();
  TextBuffer out;
  out.fill(left, fill);
  out.append(view.data, view.size);
  out.fill(right, fill);
  return makeLike(self, out.data(), out.size());
}
uint64_t missing(Borrowed<> self, int64_t width) {
  auto size = static_cast<int64_t>(viewOf(self).size);
  return width > size ? static_cast<uint64_t>(width - size) : 0;
}
Result<Owned<>> common_ljust(Borrowed<> self, int64_t width, Borrowed<> fillchar) {
  char fill = TRY(fillByte(fillchar, "ljust"));
  return pad(self, 0, missing(self, width), fill);
}
Result<Owned<>> common_rjust(Borrowed<> self, int64_t width, Borrowed<> fillchar) {
  char fill = TRY(fillByte(fillchar, "rjust"));
  return pad(self, missing(self, width), 0, fill);
}
Result<Owned<>> common_center(Borrowed<> self, int64_t width, Borrowed<> fillchar) {
  char fill = TRY(fillByte(fillchar, "center"));
  uint64_t extra = missing(self, width), left = extra / 2 + (extra & static_cast<uint64_t>(width) & 1);
  return pad(self, left, extra - left, fill);
}
Result<Owned<>> common_zfill(Borrowed<> self, int64_t width) {
  uint64_t extra = missing(self, width);
  Owned<> result = TRY(pad(self, extra, 0, '0'));
  ByteView view = viewOf(result);
  if (extra && view.size > extra && (view.data[extra] == '+' || view.data[extra] == '-')) {
    auto *data = const_cast<char *>(view.data);
    data[0] = data[extra];
    data[extra] = '0';
  }
  return result;
}
Result<Owned<>> common_expandtabs(Borrowed<> self, int32_t tabsize) {
  TextBuffer out;
  ByteView view = viewOf(self);
  int64_t column = 0;
  for (uint64_t i = 0; i < view.size; ++i) {
    char c = view.data[i];
    if (c == '\t') {
      int64_t step = tabsize > 0 ? tabsize - column % tabsize : 0;
      out.fill(static_cast<uint64_t>(step), ' ');
      column += step;
    } else {
      out.append(c);
      column = c == '\n' || c == '\r' ? 0 : column + 1;
    }
  }
  return makeLike(self, out.data(), out.size());
}

// ---- translate, hex and decode ----------------------------------------------------------------------

Result<Owned<>> common_translate(Borrowed<> self, Borrowed<> table, Borrowed<> remove) {
  ByteView map{}, drop{}, view = viewOf(self);
  if (!isNone(table)) {
    map = TRY(needBytes(table));
    if (map.size != 256)
      return raise(ValueError, "translation table must be 256 characters long");
  }
  if (remove)
    drop = TRY(needBytes(remove));
  bool drops[256] = {};
  for (uint64_t i = 0; i < drop.size; ++i)
    drops[static_cast<unsigned char>(drop.data[i])] = true;
  TextBuffer out;
  char *to = out.reserve(view.size);
  for (uint64_t i = 0; i < view.size; ++i) {
    auto byte = static_cast<unsigned char>(view.data[i]);
    *to = map.data ? map.data[byte] : view.data[i];
    to += !drops[byte];
  }
  out.grow(static_cast<uint64_t>(to - out.data()));
  return makeLike(self, out.data(), out.size());
}
Result<Owned<>> common_maketrans(Borrowed<> from, Borrowed<> to) {
  ByteView keys = TRY(needBytes(from)), values = TRY(needBytes(to));
  if (keys.size != values.size)
    return raise(ValueError, "maketrans arguments must have same length");
  Owned<Bytes> table = makeUnfilledBytes(256);
  for (int i = 0; i < 256; ++i)
    table->data()[i] = static_cast<char>(i);
  for (uint64_t i = 0; i < keys.size; ++i)
    table->data()[static_cast<unsigned char>(keys.data[i])] = values.data[i];
  return table;
}

Result<Owned<Str>> common_hex(Borrowed<> self, Borrowed<> separator, int32_t group) {
  ByteView view = viewOf(self);
  char mark = 0;
  if (separator) {
    ByteView sep;
    int64_t length = TRY(length_py(separator));
    bool text = isStr(separator);
    if (length != 1)
      return raise(ValueError, "sep must be length 1.");
    if (!text && !isBytes(separator))
      return raise(TypeError, "sep must be str or bytes.");
    if (text)
      sep = {separator.as<Str>()->data(), separator.as<Str>()->size};
    else
      bytesLike(separator, &sep.data, &sep.size);
    if (*sep.data & 0x80)
      return raise(ValueError, "sep must be ASCII.");
    mark = *sep.data;
  }
  if (!view.size)
    return emptyStr();
  uint64_t step = group < 0 ? 0 - static_cast<uint64_t>(group) : static_cast<uint64_t>(group);
  uint64_t marks = mark && step && view.size ? (view.size - 1) / step : 0;
  Owned<Str> result = makeUnfilledStr(2 * view.size + marks, 2 * view.size + marks);
  char *out = result->data();
  // Groups are counted from the right, or from the left when negative: how many bytes until the next mark.
  uint64_t left = !marks ? view.size : group > 0 ? (view.size - 1) % step + 1 : step;
  for (uint64_t i = 0; i < view.size; ++i) {
    if (left-- == 0) {
      *out++ = mark;
      left = step - 1;
    }
    auto byte = static_cast<unsigned char>(view.data[i]);
    *out++ = "0123456789abcdef"[byte >> 4];
    *out++ = "0123456789abcdef"[byte & 15];
  }
  return result;
}

Result<Owned<Str>> common_decode(Borrowed<> self, Borrowed<Str> encoding, Borrowed<Str> errors) {
  ByteView view = viewOf(self);
  return decodeBytes_py(view.data, view.size, encoding->data(), errors->data(), self);
}

int hexDigit(char c) {
  return isDigit(c) ? c - '0' : toLower(c) >= 'a' && toLower(c) <= 'f' ? toLower(c) - 'a' + 10 : -1;
}
Result<void> parseHex(TextBuffer &out, Borrowed<> string) {
  ByteView view;
  if (isStr(string))
    view = {string.as<Str>()->data(), string.as<Str>()->size};
  else if (runtime().pythonMinor < 14)
    return raise(TypeError, "fromhex() argument must be str, not %T", string);
  else if (!bytesLike(string, &view.data, &view.size))
    return raise(TypeError, "fromhex() argument must be str or bytes-like, not %T", string);
  auto position = [&](uint64_t at) { return isStr(string) ? utf8::countCodePoints(view.data, at) : at; };
  for (uint64_t i = 0; i < view.size;) {
    if (isSpace(view.data[i])) {
      ++i;
      continue;
    }
    int high = hexDigit(view.data[i]), low = i + 1 < view.size ? hexDigit(view.data[i + 1]) : -1;
    if (high >= 0 && i + 1 == view.size && runtime().pythonMinor >= 14)
      return raise(ValueError, "fromhex() arg must contain an even number of hexadecimal digits");
    if (high < 0 || low < 0)
      return raise(ValueError, "non-hexadecimal number found in fromhex() arg at position %zd", position(high < 0 ? i : i + 1));
    out.append(static_cast<char>(high << 4 | low));
    i += 2;
  }
  return {};
}

} // namespace

// ---- The two types' names for them -----------------------------------------------------------------------

#define BOTH(result, name, parameters, arguments)                                                                      \
  Result<result> bytes_##name parameters { return common_##name arguments; }                                           \
  Result<result> bytearray_##name parameters { return common_##name arguments; }
#define BOTH_PLAIN(result, name) BOTH(result, name, (Borrowed<> self), (self))
#define BOTH_RANGE(result, name)                                                                                       \
  BOTH(result, name, (Borrowed<> self, Borrowed<> sub, int64_t start, int64_t end), (self, sub, start, end))
#define BOTH_ONE(result, name) BOTH(result, name, (Borrowed<> self, Borrowed<> one), (self, one))

BOTH_RANGE(int64_t, find)
BOTH_RANGE(int64_t, rfind)
BOTH_RANGE(int64_t, index)
BOTH_RANGE(int64_t, rindex)
BOTH_RANGE(int64_t, count)
BOTH_RANGE(bool, startswith)
BOTH_RANGE(bool, endswith)
BOTH_ONE(Owned<>, removeprefix)
BOTH_ONE(Owned<>, removesuffix)
BOTH_ONE(Owned<>, partition)
BOTH_ONE(Owned<>, rpartition)
BOTH_ONE(Owned<>, strip)
BOTH_ONE(Owned<>, lstrip)
BOTH_ONE(Owned<>, rstrip)
BOTH_ONE(Owned<>, join)
BOTH(Owned<>, replace, (Borrowed<> self, Borrowed<> old, Borrowed<> with, int64_t count), (self, old, with, count))
BOTH(Owned<>, split, (Borrowed<> self, Borrowed<> sep, int64_t maxsplit), (self, sep, maxsplit))
BOTH(Owned<>, rsplit, (Borrowed<> self, Borrowed<> sep, int64_t maxsplit), (self, sep, maxsplit))
BOTH(Owned<>, splitlines, (Borrowed<> self, bool keepends), (self, keepends))
BOTH_PLAIN(Owned<>, lower)
BOTH_PLAIN(Owned<>, upper)
BOTH_PLAIN(Owned<>, swapcase)
BOTH_PLAIN(Owned<>, capitalize)
BOTH_PLAIN(Owned<>, title)
BOTH_PLAIN(bool, isalpha)
BOTH_PLAIN(bool, isdigit)
BOTH_PLAIN(bool, isspace)
BOTH_PLAIN(bool, isalnum)
BOTH_PLAIN(bool, isascii)
BOTH_PLAIN(bool, islower)
BOTH_PLAIN(bool, isupper)
BOTH_PLAIN(bool, istitle)
BOTH(Owned<>, ljust, (Borrowed<> self, int64_t width, Borrowed<> fill), (self, width, fill))
BOTH(Owned<>, rjust, (Borrowed<> self, int64_t width, Borrowed<> fill), (self, width, fill))
BOTH(Owned<>, center, (Borrowed<> self, int64_t width, Borrowed<> fill), (self, width, fill))
BOTH(Owned<>, zfill, (Borrowed<> self, int64_t width), (self, width))
BOTH(Owned<>, expandtabs, (Borrowed<> self, int32_t tabsize), (self, tabsize))
BOTH(Owned<>, translate, (Borrowed<> self, Borrowed<> table, Borrowed<> remove), (self, table, remove))
BOTH(Owned<>, maketrans, (Borrowed<> from, Borrowed<> to), (from, to))
BOTH(Owned<Str>, hex, (Borrowed<> self, Borrowed<> sep, int32_t group), (self, sep, group))
BOTH(Owned<Str>, decode, (Borrowed<> self, Borrowed<Str> encoding, Borrowed<Str> errors), (self, encoding, errors))

Result<Owned<Str>> bytesHex_py(Borrowed<> bytes, Borrowed<> separator, int32_t group) {
  return common_hex(bytes, separator, group);
}

Result<Owned<>> bytes_fromhex(Borrowed<Type> cls, Borrowed<> string) {
  TextBuffer out;
  TRY(parseHex(out, string));
  Owned<Bytes> result = makeBytes(out.data(), out.size());
  if (cls.get() == &molt_type_bytes)
    return result;
  return call_py(Borrowed<>(Value::fromObject(cls.get())), {result});
}
Result<Owned<>> bytearray_fromhex(Borrowed<Type> cls, Borrowed<> string) {
  TextBuffer out;
  TRY(parseHex(out, string));
  Owned<ByteArray> result = makeByteArray(out.data(), out.size());
  if (cls.get() == &molt_type_bytearray)
    return result;
  return call_py(Borrowed<>(Value::fromObject(cls.get())), {result});
}

} // namespace molt
