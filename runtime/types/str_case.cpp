// Case, classes of characters, padding and translation.
#include "runtime/core/operators.h"
#include "runtime/text/unicode.h"
#include "runtime/types/dict.h"
#include "runtime/types/int.h"
#include "runtime/types/str.gen.h"
#include "runtime/types/str.h"
#include "runtime/types/tuple.h"

#include <cstring>

namespace molt {
namespace {

using unicode::CaseForm;
using unicode::is;

bool isAsciiLower(char c) { return c >= 'a' && c <= 'z'; }
bool isAsciiUpper(char c) { return c >= 'A' && c <= 'Z'; }

template <class Map> Owned<Str> mapAscii(Borrowed<Str> self, Map map) {
  uint64_t size = self->size; // the compiler cannot know that the stores do not change it
  Owned<Str> result = makeUnfilledStr(size, size);
  const char *from = self->data();
  char *to = result->data();
  for (uint64_t i = 0; i < size; ++i)
    to[i] = map(from[i]);
  return result;
}
char asciiLower(char c) { return static_cast<char>(c + (isAsciiUpper(c) ? 32 : 0)); }
char asciiUpper(char c) { return static_cast<char>(c - (isAsciiLower(c) ? 32 : 0)); }
char asciiSwapped(char c) { return static_cast<char>(c ^ (isAsciiUpper(c) || isAsciiLower(c) ? 32 : 0)); }

// Greek sigma at a word's end: something cased before it and nothing cased behind, case ignorables aside.
bool isFinalSigma(const char *start, const char *sigma, const char *end) {
  const char *at = sigma;
  uint32_t code = 0;
  bool before = false;
  while (at > start) {
    code = utf8::decodeBack(at);
    if (is(code, unicode::kIsCaseIgnorable))
      continue;
    before = is(code, unicode::kIsCased);
    break;
  }
  if (!before)
    return false;
  for (at = sigma + 2; at < end;) {
    code = utf8::decode(at);
    if (!is(code, unicode::kIsCaseIgnorable))
      return !is(code, unicode::kIsCased);
  }
  return true;
}

void appendMapped(TextBuffer &out, uint32_t code, CaseForm form) {
  uint32_t mapped[3];
  int count = unicode::mapCase(code, form, mapped);
  for (int i = 0; i < count; ++i)
    out.appendCode(mapped[i]);
}
// The lower form of the character before `next`, whose text lies in start .. end.
void appendLower(TextBuffer &out, uint32_t code, const char *start, const char *next, const char *end) {
  if (code == 0x3A3)
    out.appendCode(isFinalSigma(start, next - 2, end) ? 0x3C2 : 0x3C3);
  else
    appendMapped(out, code, CaseForm::kLower);
}

template <class Body> void eachCharacter(Borrowed<Str> self, Body body) {
  const char *end = self->data() + self->size;
  for (const char *at = self->data(); at < end;) {
    uint32_t code = utf8::decode(at);
    body(code, at);
  }
}

Owned<Str> mapAll(Borrowed<Str> self, CaseForm form) {
  TextBuffer text;
  const char *start = self->data(), *end = start + self->size;
  eachCharacter(self, [&](uint32_t code, const char *next) {
    if (form == CaseForm::kLower)
      appendLower(text, code, start, next, end);
    else
      appendMapped(text, code, form);
  });
  return makeStr(text);
}

bool allAre(Borrowed<Str> self, uint16_t any) {
  const char *end = self->data() + self->size;
  for (const char *at = self->data(); at < end;)
    if (!is(utf8::decode(at), any))
      return false;
  return self->size != 0;
}

} // namespace

// ---- Case -------------------------------------------------------------------------------------------

Result<Owned<Str>> str_lower(Borrowed<Str> self) {
  if (isAscii(self))
    return mapAscii(self, asciiLower);
  return mapAll(self, CaseForm::kLower);
}
Result<Owned<Str>> str_upper(Borrowed<Str> self) {
  if (isAscii(self))
    return mapAscii(self, asciiUpper);
  return mapAll(self, CaseForm::kUpper);
}
Result<Owned<Str>> str_casefold(Borrowed<Str> self) {
  if (isAscii(self))
    return str_lower(self);
  return mapAll(self, CaseForm::kFold);
}
Result<Owned<Str>> str_swapcase(Borrowed<Str> self) {
  if (isAscii(self))
    return mapAscii(self, asciiSwapped);
  TextBuffer text;
  const char *start = self->data(), *end = start + self->size;
  eachCharacter(self, [&](uint32_t code, const char *next) {
    if (is(code, unicode::kIsUpper))
      appendLower(text, code, start, next, end);
    else if (is(code, unicode::kIsLower))
      appendMapped(text, code, CaseForm::kUpper);
    else
      text.appendCode(code);
  });
  return makeStr(text);
}
Result<Owned<Str>> str_capitalize(Borrowed<Str> self) {
  if (isAscii(self)) {
    Owned<Str> result = mapAscii(self, asciiLower);
    result->data()[0] = asciiUpper(result->data()[0]);
    return result;
  }
  TextBuffer text;
  const char *start = self->data(), *end = start + self->size;
  bool first = true;
  eachCharacter(self, [&](uint32_t code, const char *next) {
    if (first)
      appendMapped(text, code, CaseForm::kTitle);
    else
      appendLower(text, code, start, next, end);
    first = false;
  });
  return makeStr(text);
}
Result<Owned<Str>> str_title(Borrowed<Str> self) {
  if (isAscii(self))
    return mapAscii(self, [inWord = false](char c) mutable {
      char mapped = inWord ? asciiLower(c) : asciiUpper(c);
      inWord = isAsciiLower(c) || isAsciiUpper(c);
      return mapped;
    });
  TextBuffer text;
  const char *start = self->data(), *end = start + self->size;
  bool inWord = false;
  eachCharacter(self, [&](uint32_t code, const char *next) {
    if (inWord)
      appendLower(text, code, start, next, end);
    else
      appendMapped(text, code, CaseForm::kTitle);
    inWord = is(code, unicode::kIsUpper | unicode::kIsLower | unicode::kIsTitle);
  });
  return makeStr(text);
}

// ---- Classes ----------------------------------------------------------------------------------------

Result<bool> str_isalpha(Borrowed<Str> self) { return allAre(self, unicode::kIsAlpha); }
Result<bool> str_isalnum(Borrowed<Str> self) { return allAre(self, unicode::kIsAlnum); }
Result<bool> str_isdecimal(Borrowed<Str> self) { return allAre(self, unicode::kIsDecimal); }
Result<bool> str_isdigit(Borrowed<Str> self) { return allAre(self, unicode::kIsDigit); }
Result<bool> str_isnumeric(Borrowed<Str> self) { return allAre(self, unicode::kIsNumeric); }
Result<bool> str_isspace(Borrowed<Str> self) { return allAre(self, unicode::kIsSpace); }
Result<bool> str_isascii(Borrowed<Str> self) { return isAscii(self); }
Result<bool> str_isprintable(Borrowed<Str> self) { return self->size == 0 || allAre(self, unicode::kIsPrintable); }

Result<bool> str_isidentifier(Borrowed<Str> self) {
  bool first = true, valid = self->size != 0;
  eachCharacter(self, [&](uint32_t code, const char *) {
    valid &= code == '_' || is(code, first ? unicode::kIsIdentifierStart : unicode::kIsIdentifierContinue);
    first = false;
  });
  return valid;
}

static bool casedOnly(Borrowed<Str> self, uint16_t wanted, uint16_t forbidden) {
  bool any = false, clean = true;
  eachCharacter(self, [&](uint32_t code, const char *) {
    clean &= !is(code, forbidden);
    any |= is(code, wanted);
  });
  return any && clean;
}
Result<bool> str_islower(Borrowed<Str> self) {
  return casedOnly(self, unicode::kIsLower, unicode::kIsUpper | unicode::kIsTitle);
}
Result<bool> str_isupper(Borrowed<Str> self) {
  return casedOnly(self, unicode::kIsUpper, unicode::kIsLower | unicode::kIsTitle);
}
// What compiled code asks of exact strs that are not one ASCII character.
#define PREDICATE(name)                                                                                                \
  extern "C" int32_t molt_str_##name(Borrowed<Str> string) { return str_##name(string).take(); }
PREDICATE(isalpha)
PREDICATE(isalnum)
PREDICATE(isdecimal)
PREDICATE(isdigit)
PREDICATE(isspace)
PREDICATE(isupper)
PREDICATE(islower)
#undef PREDICATE

Result<bool> str_istitle(Borrowed<Str> self) {
  bool cased = false, previousCased = false, valid = true;
  eachCharacter(self, [&](uint32_t code, const char *) {
    if (is(code, unicode::kIsUpper | unicode::kIsTitle)) {
      valid &= !previousCased;
      previousCased = cased = true;
    } else if (is(code, unicode::kIsLower)) {
      valid &= previousCased;
      previousCased = cased = true;
    } else {
      previousCased = false;
    }
  });
  return cased && valid;
}

// ---- Padding ----------------------------------------------------------------------------------------

static Result<uint32_t> fillCharacter(Borrowed<> fill) {
  if (!fill)
    return uint32_t{' '};
  if (!isStr(fill))
    return raise(TypeError, "The fill character must be a unicode character, not %T", fill);
  if (fill.as<Str>()->length != 1)
    return raise(TypeError, "The fill character must be exactly one character long");
  return onlyCodePoint(fill.as<Str>());
}

static Result<Owned<Str>> pad(Borrowed<Str> self, uint64_t left, uint64_t right, uint32_t fill) {
  if (left == 0 && right == 0)
    return exactStr(self);
  uint64_t extra = left + right, width = utf8::encodedLength(fill);
  if (!memoryFor(extra) || !memoryFor(extra * width))
    return raiseMemoryError();
  Owned<Str> result = makeUnfilledStr(self->size + extra * width, self->length + extra);
  char *out = result->data();
  for (uint64_t i = 0; i < left; ++i)
    out = utf8::encode(fill, out);
  std::memcpy(out, self->data(), self->size);
  out += self->size;
  for (uint64_t i = 0; i < right; ++i)
    out = utf8::encode(fill, out);
  return result;
}
static uint64_t missing(Borrowed<Str> self, int64_t width) {
  auto length = static_cast<int64_t>(self->length);
  return width > length ? static_cast<uint64_t>(width - length) : 0;
}
Result<Owned<Str>> str_ljust(Borrowed<Str> self, int64_t width, Borrowed<> fillchar) {
  uint32_t fill = TRY(fillCharacter(fillchar));
  return pad(self, 0, missing(self, width), fill);
}
Result<Owned<Str>> str_rjust(Borrowed<Str> self, int64_t width, Borrowed<> fillchar) {
  uint32_t fill = TRY(fillCharacter(fillchar));
  return pad(self, missing(self, width), 0, fill);
}
Result<Owned<Str>> str_center(Borrowed<Str> self, int64_t width, Borrowed<> fillchar) {
  uint32_t fill = TRY(fillCharacter(fillchar));
  uint64_t extra = missing(self, width);
  uint64_t left = extra / 2 + (extra & static_cast<uint64_t>(width) & 1);
  return pad(self, left, extra - left, fill);
}
Result<Owned<Str>> str_zfill(Borrowed<Str> self, int64_t width) {
  uint64_t extra = missing(self, width);
  Owned<Str> result = TRY(pad(self, extra, 0, '0'));
  if (extra && self->size && (*self->data() == '+' || *self->data() == '-')) {
    result->data()[0] = *self->data();
    result->data()[extra] = '0';
  }
  return result;
}

Result<Owned<Str>> str_expandtabs(Borrowed<Str> self, int32_t tabsize) {
  TextBuffer text;
  int64_t column = 0;
  eachCharacter(self, [&](uint32_t code, const char *) {
    if (code == '\t') {
      int64_t step = tabsize > 0 ? tabsize - column % tabsize : 0;
      text.fill(static_cast<uint64_t>(step), ' ');
      column += step;
    } else {
      text.appendCode(code);
      column = code == '\n' || code == '\r' ? 0 : column + 1;
    }
  });
  return makeStr(text);
}

// ---- translate --------------------------------------------------------------------------------------

// What the table says of a character: kept when it raises LookupError.
static Result<void> translateOne_py(TextBuffer &out, uint32_t code, Borrowed<> table) {
  Result<Owned<>> looked = getItem_py(table, Borrowed<>(Value::fromInt(code)));
  if (looked.raised()) {
    if (!pendingMatches(LookupError))
      return Raised{};
    takePending();
    out.appendCode(code);
    return {};
  }
  Owned<> mapped = looked.take();
  if (isNone(mapped))
    return {};
  if (isStr(mapped)) {
    Borrowed<Str> text = mapped.borrow().as<Str>();
    out.append(text->data(), text->size);
    return {};
  }
  if (!isInt(mapped))
    return raise(TypeError, "character mapping must return integer, None or str");
  int64_t number;
  if (!intToInt64(mapped, &number) || number < 0 || number > 0x10FFFF)
    return raise(ValueError, "character mapping must be in range(0x110000)");
  out.appendCode(static_cast<uint32_t>(number));
  return {};
}

Result<Owned<Str>> str_translate(Borrowed<Str> self, Borrowed<> table) {
  TextBuffer text;
  const char *end = self->data() + self->size;
  for (const char *at = self->data(); at < end;) {
    uint32_t code = utf8::decode(at);
    TRY(translateOne_py(text, code, table));
  }
  return makeStr(text);
}

static Result<void> mapPairs_py(Borrowed<Dict> table, Borrowed<Str> from, Borrowed<Str> to) {
  if (from->length != to->length)
    return raise(ValueError, "the first two maketrans arguments must have equal length");
  const char *target = to->data(), *end = from->data() + from->size;
  for (const char *at = from->data(); at < end;) {
    uint32_t code = utf8::decode(at), mapped = utf8::decode(target);
    TRY(dictSet_py(table, Borrowed<>(Value::fromInt(code)), Borrowed<>(Value::fromInt(mapped))));
  }
  return {};
}

static Result<void> copyTable_py(Borrowed<Dict> table, Borrowed<> mapping) {
  if (!isExactly(mapping, molt_type_dict))
    return raise(TypeError, "if you give only one argument to maketrans it must be a dict");
  uint64_t position = 0;
  Borrowed<> key, value;
  while (dictNext(mapping.as<Dict>(), &position, &key, &value)) {
    if (isStr(key)) {
      if (key.as<Str>()->length != 1)
        return raise(ValueError, "string keys in translate table must be of length 1");
      TRY(dictSet_py(table, Borrowed<>(Value::fromInt(onlyCodePoint(key.as<Str>()))), value));
    } else if (isInt(key)) {
      TRY(dictSet_py(table, key, value));
    } else {
      return raise(TypeError, "keys in translate table must be strings or integers");
    }
  }
  return {};
}

Result<Owned<>> str_maketrans(Borrowed<> x, Borrowed<Str> y, Borrowed<Str> z) {
  Owned<Dict> table = makeDict();
  if (!y) {
    TRY(copyTable_py(table, x));
    return table;
  }
  if (!isStr(x))
    return raise(TypeError, "first maketrans argument must be a string if there is a second argument");
  TRY(mapPairs_py(table, x.as<Str>(), y));
  if (z) {
    const char *end = z->data() + z->size;
    for (const char *at = z->data(); at < end;) {
      uint32_t code = utf8::decode(at);
      TRY(dictSet_py(table, Borrowed<>(Value::fromInt(code)), none()));
    }
  }
  return table;
}

Result<Owned<>> str_getnewargs(Borrowed<Str> self) {
  Owned<Str> copy = exactStr(self);
  Value items[] = {copy.value()};
  return makeTuple(items, 1);
}
// CPython's size: 1, 2 or 4 bytes a character behind its header.
Result<Owned<>> str_sizeof(Borrowed<Str> self) {
  uint32_t most = 0;
  eachCharacter(self, [&](uint32_t code, const char *) { most = code > most ? code : most; });
  uint64_t width = most < 0x100 ? 1 : most < 0x10000 ? 2 : 4, header = most < 0x80 ? 40 : 56;
  return intFrom(static_cast<int64_t>(header + (self->length + 1) * width));
}

} // namespace molt
