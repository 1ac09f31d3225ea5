// Parsing format specs and laying out numbers and strings by them.
#include "runtime/types/format_spec.h"

#include "runtime/text/double_text.h"
#include "runtime/types/int.h"
#include "runtime/types/str.h"

#include <climits>
#include <cmath>

namespace molt {
namespace {

bool isAlign(uint32_t code) { return code == '<' || code == '>' || code == '=' || code == '^'; }

Raised unknownCode(uint32_t code, const char *typeName) {
  if (code > 32 && code < 128)
    return raise(ValueError, "Unknown format code '%c' for object of type '%.200s'", static_cast<char>(code), typeName);
  char hex[12];
  int count = 0;
  for (int shift = 28; shift >= 0; shift -= 4)
    if (count || code >> shift || shift == 0)
      hex[count++] = "0123456789abcdef"[code >> shift & 15];
  hex[count] = 0;
  return raise(ValueError, "Unknown format code '\\x%s' for object of type '%.200s'", static_cast<const char *>(hex),
               typeName);
}

// Reads the spec's characters one after the other.
struct SpecReader {
  const char *at, *end;
  bool atEnd() const { return at >= end; }
  uint32_t peek() const {
    const char *next = at;
    return atEnd() ? 0 : utf8::decode(next);
  }
  bool take(char wanted) {
    if (atEnd() || *at != wanted)
      return false;
    ++at;
    return true;
  }
  // Decimal digits of any script; -1 when there are none, -2 when too many.
  int64_t number() {
    int64_t value = -1;
    while (!atEnd() && *at >= '0' && *at <= '9') {
      value = value < 0 ? 0 : value;
      if (value > (INT64_MAX - 9) / 10)
        return -2;
      value = value * 10 + (*at++ - '0');
    }
    return value;
  }
};

Raised commaAndUnderscore() { return raise(ValueError, "Cannot specify both ',' and '_'."); }
Raised tooManyDigits() { return raise(ValueError, "Too many decimal digits in format string"); }

Result<char> readGrouping(SpecReader &reader) {
  char grouping = 0;
  if (reader.take(','))
    grouping = ',';
  if (reader.take('_')) {
    if (grouping)
      return commaAndUnderscore();
    grouping = '_';
  }
  if (!reader.atEnd() && *reader.at == ',' && grouping == '_')
    return commaAndUnderscore();
  return grouping;
}

Result<void> readPrecision(SpecReader &reader, FormatSpec &spec) {
  int64_t precision = reader.number();
  if (precision == -2)
    return tooManyDigits();
  spec.precision = precision;
  if (runtime().pythonMinor >= 14)
    spec.fractionGrouping = TRY(readGrouping(reader));
  if (precision < 0 && !spec.fractionGrouping)
    return raise(ValueError, "Format specifier missing precision");
  return {};
}

Result<void> checkGrouping(const FormatSpec &spec) {
  if (!spec.grouping)
    return {};
  switch (spec.type) {
  case 0: case 'd': case 'e': case 'f': case 'g': case 'E': case 'G': case '%': case 'F':
    return {};
  case 'b': case 'o': case 'x': case 'X':
    if (spec.grouping == '_')
      return {};
  }
  if (spec.type > 32 && spec.type < 128)
    return raise(ValueError, "Cannot specify '%c' with '%c'.", spec.grouping, static_cast<char>(spec.type));
  char hex[12];
  int count = 0;
  for (int shift = 28; shift >= 0; shift -= 4)
    if (count || spec.type >> shift || shift == 0)
      hex[count++] = "0123456789abcdef"[spec.type >> shift & 15];
  hex[count] = 0;
  return raise(ValueError, "Cannot specify '%c' with '\\x%s'.", spec.grouping, static_cast<const char *>(hex));
}

// ---- Numbers laid out ---------------------------------------------------------------------------------

// A number in parts: sign, prefix (0x), digits that may be grouped, and the rest (point, fraction, exponent, %).
struct NumberParts {
  char sign = 0;
  const char *prefix = "";
  const char *digits;
  uint64_t digitCount;
  const char *rest = "";
  uint64_t restSize = 0;
};

int groupSize(const FormatSpec &spec) {
  bool byFour = spec.type == 'b' || spec.type == 'o' || spec.type == 'x' || spec.type == 'X';
  return byFour && spec.grouping == '_' ? 4 : 3;
}

// Writes the digits with separators, with zeros in front up to minWidth. Returns what it wrote reversed-free in out.
void groupDigits(TextBuffer &out, const char *digits, uint64_t count, char separator, int group, int64_t minWidth) {
  // From the right: groups, filled with zeros while there is width left.
  TextBuffer reversed;
  auto remaining = static_cast<int64_t>(count);
  bool first = true;
  for (;;) {
    int64_t want = remaining > minWidth ? remaining : minWidth;
    want = want < 1 ? 1 : want;
    int64_t take = separator && want > group ? group : want;
    int64_t fromDigits = remaining < take ? remaining : take;
    if (!first)
      reversed.append(separator);
    for (int64_t i = 0; i < fromDigits; ++i)
      reversed.append(digits[--remaining]);
    if (take > fromDigits)
      reversed.fill(static_cast<uint64_t>(take - fromDigits), '0');
    minWidth -= take;
    if (remaining <= 0 && minWidth <= 0)
      break;
    first = false;
    minWidth -= 1;
  }
  char *target = out.reserve(reversed.size());
  for (uint64_t i = 0; i < reversed.size(); ++i)
    target[i] = reversed[reversed.size() - 1 - i];
  out.grow(reversed.size());
}

// ".123456" with separators after every third digit.
void groupFraction(TextBuffer &out, const char *rest, uint64_t size, char separator) {
  uint64_t i = 0;
  if (size && rest[0] == '.') {
    out.append('.');
    for (i = 1; i < size && rest[i] >= '0' && rest[i] <= '9'; ++i) {
      if (i > 1 && (i - 1) % 3 == 0)
        out.append(separator);
      out.append(rest[i]);
    }
  }
  out.append(rest + i, size - i);
}

void layoutNumber(TextBuffer &out, const NumberParts &parts, const FormatSpec &spec) {
  char sign = parts.sign ? parts.sign : spec.sign == '+' || spec.sign == ' ' ? spec.sign : 0;
  uint64_t prefixSize = std::strlen(parts.prefix);
  TextBuffer rest;
  if (spec.fractionGrouping)
    groupFraction(rest, parts.rest, parts.restSize, spec.fractionGrouping);
  else
    rest.append(parts.rest, parts.restSize);
  uint64_t fixed = (sign ? 1 : 0) + prefixSize + rest.size();
  int64_t minWidth = spec.fill == '0' && spec.align == '=' ? spec.width - static_cast<int64_t>(fixed) : 0;
  TextBuffer digits;
  if (parts.digitCount || minWidth > 0)
    groupDigits(digits, parts.digits, parts.digitCount, parts.digitCount ? spec.grouping : 0, groupSize(spec), minWidth);
  uint64_t total = fixed + digits.size();
  uint64_t padding = spec.width > 0 && static_cast<uint64_t>(spec.width) > total ? static_cast<uint64_t>(spec.width) - total : 0;
  uint64_t left = spec.align == '>' ? padding : spec.align == '^' ? padding / 2 : 0;
  uint64_t inside = spec.align == '=' ? padding : 0;
  out.fillCode(left, spec.fill);
  if (sign)
    out.append(sign);
  out.append(parts.prefix, prefixSize);
  out.fillCode(inside, spec.fill);
  out.append(digits.data(), digits.size());
  out.append(rest.data(), rest.size());
  out.fillCode(padding - left - inside, spec.fill);
}

// Splits "-123.5e+10%" into its parts.
NumberParts splitNumber(const char *text, uint64_t size) {
  NumberParts parts;
  uint64_t i = 0;
  if (size && (text[0] == '-' || text[0] == '+'))
    parts.sign = text[0] == '-' ? '-' : 0, i = 1;
  uint64_t start = i;
  while (i < size && text[i] >= '0' && text[i] <= '9')
    ++i;
  parts.digits = text + start;
  parts.digitCount = i - start;
  parts.rest = text + i;
  parts.restSize = size - i;
  return parts;
}

Result<void> checkPrecision(const FormatSpec &spec) {
  if (spec.precision > INT_MAX)
    return raise(ValueError, "precision too big");
  if (spec.precision > INT_MAX - 16)
    return raiseMemoryError();
  return {};
}

Result<void> layoutDouble(TextBuffer &out, double value, FormatSpec spec) {
  TRY(checkPrecision(spec));
  unsigned flags = (spec.alternate ? kAlternate : 0u) | (spec.noNegativeZero ? kNoNegativeZero : 0u);
  auto code = static_cast<char>(spec.type);
  int precision = static_cast<int>(spec.precision);
  bool percent = code == '%';
  if (percent) {
    code = 'f';
    value *= 100;
  }
  if (code == 0) {
    flags |= kAddDotZero;
    code = precision < 0 ? 'r' : 'g';
    precision = precision < 0 ? 0 : precision;
  } else if (precision < 0) {
    precision = 6;
  }
  if (code == 'n')
    code = 'g';
  TextBuffer text;
  appendDouble(text, value, code, precision, flags);
  if (percent)
    text.append('%');
  layoutNumber(out, splitNumber(text.data(), text.size()), spec);
  return {};
}

} // namespace

Result<FormatSpec> parseFormatSpec(Borrowed<Str> text, char defaultType, char defaultAlign, const char *typeName) {
  FormatSpec spec;
  spec.type = static_cast<unsigned char>(defaultType);
  spec.align = defaultAlign;
  SpecReader reader{text->data(), text->data() + text->size};
  bool fillGiven = false;
  if (!reader.atEnd()) {
    const char *next = reader.at;
    uint32_t first = utf8::decode(next);
    if (next < reader.end && isAlign(static_cast<unsigned char>(*next))) {
      spec.fill = first;
      spec.align = *next;
      fillGiven = spec.alignGiven = true;
      reader.at = next + 1;
    } else if (isAlign(first)) {
      spec.align = static_cast<char>(first);
      spec.alignGiven = true;
      reader.at = next;
    }
  }
  for (char sign : {'+', '-', ' '})
    if (!spec.sign && reader.take(sign))
      spec.sign = sign;
  spec.noNegativeZero = reader.take('z');
  spec.alternate = reader.take('#');
  if (!fillGiven && reader.take('0')) {
    spec.fill = '0';
    if (!spec.alignGiven && defaultAlign == '>')
      spec.align = '=';
  }
  spec.width = reader.number();
  if (spec.width == -2)
    return tooManyDigits();
  spec.grouping = TRY(readGrouping(reader));
  if (reader.take('.'))
    TRY(readPrecision(reader, spec));
  if (!reader.atEnd()) {
    spec.type = utf8::decode(reader.at);
    if (!reader.atEnd())
      return raise(ValueError, "Invalid format specifier '%S' for object of type '%.200s'", text, typeName);
  }
  TRY(checkGrouping(spec));
  return spec;
}

Result<void> formatStr_spec(TextBuffer &out, Borrowed<Str> value, Borrowed<Str> text, const char *typeName) {
  FormatSpec spec = TRY(parseFormatSpec(text, 's', '<', typeName));
  if (spec.type != 's')
    return unknownCode(spec.type, typeName);
  if (spec.sign)
    return raise(ValueError, spec.sign == ' ' ? "Space not allowed in string format specifier"
                                              : "Sign not allowed in string format specifier");
  if (spec.noNegativeZero)
    return raise(ValueError, "Negative zero coercion (z) not allowed in string format specifier");
  if (spec.alternate)
    return raise(ValueError, "Alternate form (#) not allowed in string format specifier");
  if (spec.align == '=')
    return raise(ValueError, "'=' alignment not allowed in string format specifier");
  uint64_t length = value->length, size = value->size;
  if (spec.precision >= 0 && static_cast<uint64_t>(spec.precision) < length) {
    length = static_cast<uint64_t>(spec.precision);
    size = byteOffset(value, length);
  }
  uint64_t padding = spec.width > 0 && static_cast<uint64_t>(spec.width) > length ? static_cast<uint64_t>(spec.width) - length : 0;
  if (!memoryFor(padding))
    return raiseMemoryError();
  uint64_t left = spec.align == '>' ? padding : spec.align == '^' ? padding / 2 : 0;
  out.fillCode(left, spec.fill);
  out.append(value->data(), size);
  out.fillCode(padding - left, spec.fill);
  return {};
}

static Result<void> formatCharacter(TextBuffer &out, Borrowed<> value, const FormatSpec &spec) {
  if (spec.sign)
    return raise(ValueError, "Sign not allowed with integer format specifier 'c'");
  if (spec.alternate)
    return raise(ValueError, "Alternate form (#) not allowed with integer format specifier 'c'");
  int64_t code;
  if (!intToInt64(value, &code))
    return raise(OverflowError, "Python int too large to convert to C long");
  if (code < 0 || code >= 0x110000)
    return raise(OverflowError, "%%c arg not in range(0x110000)");
  char bytes[4];
  NumberParts parts;
  parts.digits = bytes;
  parts.digitCount = 0;
  // One character wide, whatever its bytes.
  FormatSpec inner = spec;
  uint64_t width = inner.width > 1 ? static_cast<uint64_t>(inner.width) - 1 : 0;
  uint64_t left = spec.align == '>' || spec.align == '=' ? width : spec.align == '^' ? width / 2 : 0;
  out.fillCode(left, spec.fill);
  out.appendCode(static_cast<uint32_t>(code));
  out.fillCode(width - left, spec.fill);
  return {};
}

Result<void> formatInt_spec(TextBuffer &out, Borrowed<> value, Borrowed<Str> text, const char *typeName) {
  FormatSpec spec = TRY(parseFormatSpec(text, 'd', '>', typeName));
  int base = 10;
  const char *prefix = "";
  switch (spec.type) {
  case 'b':
    base = 2, prefix = "0b";
    break;
  case 'o':
    base = 8, prefix = "0o";
    break;
  case 'x':
    base = 16, prefix = "0x";
    break;
  case 'X':
    base = 16, prefix = "0X";
    break;
  case 'c': case 'd': case 'n':
    break;
  case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': case '%': {
    double number = TRY(intToDouble(value));
    return layoutDouble(out, number, spec);
  }
  default:
    return unknownCode(spec.type, typeName);
  }
  if (spec.noNegativeZero)
    return raise(ValueError, "Negative zero coercion (z) not allowed in integer format specifier");
  if (spec.precision != -1)
    return raise(ValueError, "Precision not allowed in integer format specifier");
  if (spec.width > 0 && !memoryFor(static_cast<uint64_t>(spec.width)))
    return raiseMemoryError();
  if (spec.type == 'c')
    return formatCharacter(out, value, spec);
  TextBuffer digits;
  TRY(appendInt(digits, value, base));
  if (spec.type == 'X')
    for (uint64_t i = 0; i < digits.size(); ++i)
      if (digits[i] >= 'a')
        digits.data()[i] = static_cast<char>(digits[i] - 32);
  NumberParts parts = splitNumber(digits.data(), digits.size());
  parts.digitCount = digits.size() - (parts.sign ? 1 : 0); // letters too
  parts.restSize = 0;
  if (spec.alternate)
    parts.prefix = prefix;
  layoutNumber(out, parts, spec);
  return {};
}

Result<void> formatDouble_spec(TextBuffer &out, double value, Borrowed<Str> text, const char *typeName) {
  FormatSpec spec = TRY(parseFormatSpec(text, 0, '>', typeName));
  switch (spec.type) {
  case 0: case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': case 'n': case '%':
    break;
  default:
    return unknownCode(spec.type, typeName);
  }
  if (spec.width > 0 && !memoryFor(static_cast<uint64_t>(spec.width)))
    return raiseMemoryError();
  return layoutDouble(out, value, spec);
}

Result<void> formatComplex_spec(TextBuffer &out, double real, double imaginary, Borrowed<Str> text,
                                const char *typeName) {
  FormatSpec spec = TRY(parseFormatSpec(text, 0, '>', typeName));
  switch (spec.type) {
  case 0: case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': case 'n':
    break;
  default:
    return unknownCode(spec.type, typeName);
  }
  if (spec.fill == '0')
    return raise(ValueError, "Zero padding is not allowed in complex format specifier");
  if (spec.align == '=')
    return raise(ValueError, "'=' alignment flag is not allowed in complex format specifier");
  TRY(checkPrecision(spec));
  // Without a type as str() does it: no real part when it is +0, parentheses otherwise.
  bool skipReal = spec.type == 0 && real == 0 && !std::signbit(real);
  bool parentheses = spec.type == 0 && !skipReal;
  char code = spec.type == 0 ? (spec.precision < 0 ? 'r' : 'g') : spec.type == 'n' ? 'g' : static_cast<char>(spec.type);
  int precision = spec.precision >= 0 ? static_cast<int>(spec.precision) : spec.type == 0 ? 0 : 6;
  unsigned flags = (spec.alternate ? kAlternate : 0u) | (spec.noNegativeZero ? kNoNegativeZero : 0u);
  FormatSpec part = spec;
  part.width = -1;
  part.align = '<';
  TextBuffer whole, number;
  if (parentheses)
    whole.append('(');
  if (!skipReal) {
    appendDouble(number, real, code, precision, flags);
    layoutNumber(whole, splitNumber(number.data(), number.size()), part);
    part.sign = '+'; // the imaginary part always shows one
  }
  number.truncate(0);
  appendDouble(number, imaginary, code, precision, flags);
  layoutNumber(whole, splitNumber(number.data(), number.size()), part);
  whole.append('j');
  if (parentheses)
    whole.append(')');
  uint64_t padding = spec.width > 0 && static_cast<uint64_t>(spec.width) > whole.size()
                         ? static_cast<uint64_t>(spec.width) - whole.size() : 0;
  uint64_t left = spec.align == '>' ? padding : spec.align == '^' ? padding / 2 : 0;
  out.fillCode(left, spec.fill);
  out.append(whole.data(), whole.size());
  out.fillCode(padding - left, spec.fill);
  return {};
}

} // namespace molt
