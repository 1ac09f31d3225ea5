// Finding, replacing, splitting and trimming: on the bytes, since UTF-8 text is found by its bytes.
#include "runtime/core/operators.h"
#include "runtime/text/byte_search.h"
#include "runtime/text/unicode.h"
#include "runtime/types/list.h"
#include "runtime/types/str.gen.h"
#include "runtime/types/str.h"

#include <algorithm>
#include <cstring>

namespace molt {

// ---- Ranges -----------------------------------------------------------------------------------------

namespace {

struct ByteRange {
  uint64_t start, stop; // bytes
  bool valid;           // start <= stop in code points
};

ByteRange rangeOf(Borrowed<Str> self, int64_t start, int64_t end) {
  auto length = static_cast<int64_t>(self->length);
  if (end > length)
    end = length;
  else if (end < 0)
    end = end + length < 0 ? 0 : end + length;
  if (start < 0)
    start = start + length < 0 ? 0 : start + length;
  if (start > end)
    return {0, 0, false};
  return {byteOffset(self, static_cast<uint64_t>(start)), byteOffset(self, static_cast<uint64_t>(end)), true};
}

int64_t findIn(Borrowed<Str> self, Borrowed<Str> sub, int64_t start, int64_t end, bool last) {
  ByteRange range = rangeOf(self, start, end);
  if (!range.valid)
    return -1;
  auto *search = last ? findLastBytes : findBytes;
  int64_t found = search(self->data() + range.start, range.stop - range.start, sub->data(), sub->size);
  return found < 0 ? -1 : static_cast<int64_t>(codePointIndex(self, range.start + static_cast<uint64_t>(found)));
}

Owned<Str> piece(Borrowed<Str> self, uint64_t start, uint64_t stop) {
  if (start == 0 && stop == self->size)
    return exactStr(self);
  if (isAscii(self))
    return makeAsciiStr(self->data() + start, stop - start);
  return makeStr(self->data() + start, stop - start);
}

void appendPiece(Borrowed<List> list, Borrowed<Str> self, uint64_t start, uint64_t stop) {
  listAppend(list, Owned<>(piece(self, start, stop)));
}

} // namespace

Result<int64_t> str_find(Borrowed<Str> self, Borrowed<Str> sub, int64_t start, int64_t end) {
  return findIn(self, sub, start, end, false);
}
Result<int64_t> str_rfind(Borrowed<Str> self, Borrowed<Str> sub, int64_t start, int64_t end) {
  return findIn(self, sub, start, end, true);
}
static Result<int64_t> foundOrRaise(int64_t index) {
  if (index < 0)
    return raise(ValueError, "substring not found");
  return index;
}
Result<int64_t> str_index(Borrowed<Str> self, Borrowed<Str> sub, int64_t start, int64_t end) {
  return foundOrRaise(findIn(self, sub, start, end, false));
}
Result<int64_t> str_rindex(Borrowed<Str> self, Borrowed<Str> sub, int64_t start, int64_t end) {
  return foundOrRaise(findIn(self, sub, start, end, true));
}

Result<int64_t> str_count(Borrowed<Str> self, Borrowed<Str> sub, int64_t start, int64_t end) {
  ByteRange range = rangeOf(self, start, end);
  if (!range.valid)
    return 0;
  const char *text = self->data() + range.start;
  uint64_t size = range.stop - range.start;
  if (sub->size == 0)
    return static_cast<int64_t>(utf8::countCodePoints(text, size)) + 1;
  return static_cast<int64_t>(countBytes(text, size, sub->data(), sub->size, ~uint64_t{0}));
}

// ---- Prefixes and suffixes --------------------------------------------------------------------------

static bool matchesEnd(Borrowed<Str> self, Borrowed<Str> affix, const ByteRange &range, bool atEnd) {
  if (!range.valid || affix->size > range.stop - range.start)
    return false;
  const char *at = self->data() + (atEnd ? range.stop - affix->size : range.start);
  if (affix->size == 1)
    return *at == *affix->data();
  return std::memcmp(at, affix->data(), affix->size) == 0;
}

static Result<bool> matchesAny(Borrowed<Str> self, Borrowed<> affix, int64_t start, int64_t end, bool atEnd) {
  ByteRange range = rangeOf(self, start, end);
  const char *name = atEnd ? "endswith" : "startswith";
  if (isStr(affix))
    return matchesEnd(self, affix.as<Str>(), range, atEnd);
  if (!isTuple(affix))
    return raise(TypeError, "%s first arg must be str or a tuple of str, not %T", name, affix);
  Borrowed<Tuple> tuple = affix.as<Tuple>();
  for (uint64_t i = 0; i < tuple->length; ++i) {
    Borrowed<> item(tuple->items()[i]);
    if (!isStr(item))
      return raise(TypeError, "tuple for %s must only contain str, not %T", name, item);
    if (matchesEnd(self, item.as<Str>(), range, atEnd))
      return true;
  }
  return false;
}
Result<bool> str_startswith(Borrowed<Str> self, Borrowed<> prefix, int64_t start, int64_t end) {
  return matchesAny(self, prefix, start, end, false);
}
Result<bool> str_endswith(Borrowed<Str> self, Borrowed<> suffix, int64_t start, int64_t end) {
  return matchesAny(self, suffix, start, end, true);
}
Result<Owned<Str>> str_removeprefix(Borrowed<Str> self, Borrowed<Str> prefix) {
  bool has = matchesEnd(self, prefix, {0, self->size, true}, false);
  return piece(self, has ? prefix->size : 0, self->size);
}
Result<Owned<Str>> str_removesuffix(Borrowed<Str> self, Borrowed<Str> suffix) {
  bool has = matchesEnd(self, suffix, {0, self->size, true}, true);
  return piece(self, 0, self->size - (has ? suffix->size : 0));
}

// ---- replace ----------------------------------------------------------------------------------------

// Between all characters, and at both ends.
static Owned<Str> interleave(Borrowed<Str> self, Borrowed<Str> with, uint64_t limit) {
  uint64_t times = self->length + 1 < limit ? self->length + 1 : limit;
  Owned<Str> result = makeUnfilledStr(self->size + times * with->size, self->length + times * with->length);
  char *out = result->data();
  const char *at = self->data(), *end = at + self->size;
  for (; times; --times) {
    std::memcpy(out, with->data(), with->size);
    out += with->size;
    if (at == end)
      continue;
    unsigned width = utf8::sequenceLength(static_cast<unsigned char>(*at));
    std::memcpy(out, at, width);
    out += width;
    at += width;
  }
  std::memcpy(out, at, static_cast<uint64_t>(end - at));
  return result;
}

Result<Owned<Str>> str_replace(Borrowed<Str> self, Borrowed<Str> old, Borrowed<Str> with, int64_t count) {
  uint64_t limit = count < 0 ? ~uint64_t{0} : static_cast<uint64_t>(count);
  if (limit == 0 || old->size > self->size)
    return exactStr(self);
  if (old->size == 0) {
    uint64_t times = self->length + 1 < limit ? self->length + 1 : limit;
    if (with->size && (times > kLargestAllocation / with->size || !memoryFor(self->size + times * with->size)))
      return raiseMemoryError();
    return interleave(self, with, limit);
  }
  uint64_t times = countBytes(self->data(), self->size, old->data(), old->size, limit);
  if (times == 0)
    return exactStr(self);
  if (with->size && (times > kLargestAllocation / with->size || !memoryFor(self->size + times * with->size)))
    return raiseMemoryError();
  Owned<Str> result = makeUnfilledStr(self->size + times * with->size - times * old->size,
                                      self->length + times * with->length - times * old->length);
  char *out = result->data();
  const char *at = self->data(), *end = at + self->size;
  if (old->size == 1 && with->size == 1 && times < limit) {
    std::replace_copy(at, end, out, *old->data(), *with->data());
    return result;
  }
  for (; times; --times) {
    auto before = static_cast<uint64_t>(findBytes(at, static_cast<uint64_t>(end - at), old->data(), old->size));
    std::memcpy(out, at, before);
    out += before;
    std::memcpy(out, with->data(), with->size);
    out += with->size;
    at += before + old->size;
  }
  std::memcpy(out, at, static_cast<uint64_t>(end - at));
  return result;
}

// ---- split ------------------------------------------------------------------------------------------

// Skips characters while (or until) they are white space; moves `at` forward.
static bool isSpaceCode(uint32_t code) {
  if (code < 128)
    return code == ' ' || (code >= '\t' && code <= '\r') || (code >= 0x1C && code <= 0x1F);
  return unicode::is(code, unicode::kIsSpace);
}
static const char *skip(const char *at, const char *end, bool whileSpace) {
  while (at < end) {
    const char *next = at;
    if (isSpaceCode(utf8::decode(next)) != whileSpace)
      break;
    at = next;
  }
  return at;
}
static const char *skipBack(const char *start, const char *at, bool whileSpace) {
  while (at > start) {
    const char *previous = at;
    if (isSpaceCode(utf8::decodeBack(previous)) != whileSpace)
      break;
    at = previous;
  }
  return at;
}

static Owned<List> splitAsciiSpace(Borrowed<Str> self, uint64_t limit) {
  Owned<List> list = makeList();
  const char *data = self->data();
  for (uint64_t at = 0, size = self->size;;) {
    while (at < size && isSpaceCode(static_cast<unsigned char>(data[at])))
      ++at;
    if (at == size)
      return list;
    uint64_t start = at;
    if (limit-- == 0)
      at = size;
    while (at < size && !isSpaceCode(static_cast<unsigned char>(data[at])))
      ++at;
    listAppend(list, Owned<>(start == 0 && at == size ? exactStr(self) : makeAsciiStr(data + start, at - start)));
  }
}

static Owned<List> splitSpace(Borrowed<Str> self, uint64_t limit) {
  if (isAscii(self))
    return splitAsciiSpace(self, limit);
  Owned<List> list = makeList();
  const char *start = self->data(), *at = start, *end = at + self->size;
  auto offset = [&](const char *place) { return static_cast<uint64_t>(place - start); };
  for (;;) {
    at = skip(at, end, true);
    if (at == end)
      return list;
    if (limit-- == 0)
      break;
    const char *word = at;
    at = skip(at, end, false);
    appendPiece(list, self, offset(word), offset(at));
  }
  appendPiece(list, self, offset(at), offset(end));
  return list;
}

static Owned<List> splitSpaceBack(Borrowed<Str> self, uint64_t limit) {
  Owned<List> list = makeList();
  const char *start = self->data(), *at = start + self->size;
  auto offset = [&](const char *place) { return static_cast<uint64_t>(place - start); };
  for (;;) {
    at = skipBack(start, at, true);
    if (at == start)
      break;
    if (limit-- == 0) {
      appendPiece(list, self, 0, offset(at));
      break;
    }
    const char *wordEnd = at;
    at = skipBack(start, at, false);
    appendPiece(list, self, offset(at), offset(wordEnd));
  }
  listReverse(list);
  return list;
}

static Owned<List> splitBy(Borrowed<Str> self, Borrowed<Str> separator, uint64_t limit) {
  Owned<List> list = makeList();
  uint64_t start = 0;
  for (; limit; --limit) {
    int64_t found = findBytes(self->data() + start, self->size - start, separator->data(), separator->size);
    if (found < 0)
      break;
    appendPiece(list, self, start, start + static_cast<uint64_t>(found));
    start += static_cast<uint64_t>(found) + separator->size;
  }
  appendPiece(list, self, start, self->size);
  return list;
}
static Owned<List> splitByBack(Borrowed<Str> self, Borrowed<Str> separator, uint64_t limit) {
  Owned<List> list = makeList();
  uint64_t stop = self->size;
  for (; limit; --limit) {
    int64_t found = findLastBytes(self->data(), stop, separator->data(), separator->size);
    if (found < 0)
      break;
    appendPiece(list, self, static_cast<uint64_t>(found) + separator->size, stop);
    stop = static_cast<uint64_t>(found);
  }
  appendPiece(list, self, 0, stop);
  listReverse(list);
  return list;
}

static Result<Owned<List>> splitAny(Borrowed<Str> self, Borrowed<> separator, int64_t maxsplit, bool back) {
  uint64_t limit = maxsplit < 0 ? ~uint64_t{0} : static_cast<uint64_t>(maxsplit);
  if (isNone(separator))
    return back ? splitSpaceBack(self, limit) : splitSpace(self, limit);
  if (!isStr(separator))
    return raise(TypeError, "must be str or None, not %T", separator);
  if (separator.as<Str>()->size == 0)
    return raise(ValueError, "empty separator");
  return back ? splitByBack(self, separator.as<Str>(), limit) : splitBy(self, separator.as<Str>(), limit);
}
Result<Owned<List>> str_split(Borrowed<Str> self, Borrowed<> sep, int64_t maxsplit) {
  Owned<List> pieces = TRY(splitAny(self, sep, maxsplit, false));
  listFit(pieces);
  return pieces;
}
Result<Owned<List>> str_rsplit(Borrowed<Str> self, Borrowed<> sep, int64_t maxsplit) {
  Owned<List> pieces = TRY(splitAny(self, sep, maxsplit, true));
  listFit(pieces);
  return pieces;
}

Result<Owned<List>> str_splitlines(Borrowed<Str> self, bool keepends) {
  Owned<List> list = makeList();
  const char *start = self->data(), *at = start, *end = at + self->size;
  while (at < end) {
    const char *line = at, *lineEnd = end;
    while (lineEnd == end && (at += skipPlainAscii(at, static_cast<uint64_t>(end - at))) < end) {
      const char *here = at;
      uint32_t code = utf8::decode(at);
      if (!unicode::isLineBreak(code))
        continue;
      lineEnd = here;
      if (code == '\r' && at < end && *at == '\n')
        ++at;
    }
    const char *stop = keepends ? at : lineEnd;
    appendPiece(list, self, static_cast<uint64_t>(line - start), static_cast<uint64_t>(stop - start));
  }
  return list;
}

static Result<Owned<Tuple>> partitionAny(Borrowed<Str> self, Borrowed<> sep, bool last) {
  if (!isStr(sep))
    return raise(TypeError, "must be str, not %T", sep);
  Borrowed<Str> separator = sep.as<Str>();
  if (separator->size == 0)
    return raise(ValueError, "empty separator");
  auto *search = last ? findLastBytes : findBytes;
  int64_t found = search(self->data(), self->size, separator->data(), separator->size);
  Owned<Str> whole = exactStr(self), empty = emptyStr();
  if (found < 0) {
    Value none[] = {last ? empty.value() : whole.value(), empty.value(), last ? whole.value() : empty.value()};
    return makeTuple(none, 3);
  }
  auto at = static_cast<uint64_t>(found);
  Owned<Str> before = piece(self, 0, at), behind = piece(self, at + separator->size, self->size);
  Value parts[] = {before.value(), separator.value(), behind.value()};
  return makeTuple(parts, 3);
}
Result<Owned<Tuple>> str_partition(Borrowed<Str> self, Borrowed<> sep) { return partitionAny(self, sep, false); }
Result<Owned<Tuple>> str_rpartition(Borrowed<Str> self, Borrowed<> sep) { return partitionAny(self, sep, true); }

// ---- strip ------------------------------------------------------------------------------------------

static bool holds(Borrowed<Str> characters, const char *at, const char *end) {
  if (characters->size == 1)
    return *at == *characters->data();
  return findBytes(characters->data(), characters->size, at, static_cast<uint64_t>(end - at)) >= 0;
}

static Result<Owned<Str>> stripEnds(Borrowed<Str> self, Borrowed<> chars, bool left, bool right, const char *name) {
  if (!isNone(chars) && !isStr(chars))
    return raise(TypeError, "%s arg must be None or str", name);
  const char *start = self->data(), *first = start, *last = start + self->size;
  if (isNone(chars)) {
    first = left ? skip(first, last, true) : first;
    last = right ? skipBack(first, last, true) : last;
  } else {
    Borrowed<Str> characters = chars.as<Str>();
    while (left && first < last) {
      const char *next = first + utf8::sequenceLength(static_cast<unsigned char>(*first));
      if (!holds(characters, first, next))
        break;
      first = next;
    }
    while (right && first < last) {
      const char *previous = last;
      utf8::decodeBack(previous);
      if (!holds(characters, previous, last))
        break;
      last = previous;
    }
  }
  return piece(self, static_cast<uint64_t>(first - start), static_cast<uint64_t>(last - start));
}
Result<Owned<Str>> str_strip(Borrowed<Str> self, Borrowed<> chars) { return stripEnds(self, chars, true, true, "strip"); }
Result<Owned<Str>> str_lstrip(Borrowed<Str> self, Borrowed<> chars) { return stripEnds(self, chars, true, false, "lstrip"); }
Result<Owned<Str>> str_rstrip(Borrowed<Str> self, Borrowed<> chars) { return stripEnds(self, chars, false, true, "rstrip"); }

} // namespace molt
