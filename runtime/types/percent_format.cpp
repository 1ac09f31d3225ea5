// format % arguments, for str and for bytes.
#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/operators.h"
#include "runtime/text/double_text.h"
#include "runtime/types/bytes.h"
#include "runtime/types/dict.h"
#include "runtime/types/int.h"
#include "runtime/types/percent_format.h"
#include "runtime/types/str.h"

#include <climits>
#include <cmath>
#include <cstring>

namespace molt {
namespace {

struct Conversion {
  bool left = false, plus = false, space = false, alternate = false, zero = false;
  int64_t width = -1, precision = -1;
  uint32_t type = 0;
};

class PercentFormatter {
  TextBuffer &out_;
  const char *start_, *at_, *end_;
  Borrowed<> arguments_;
  bool bytes_;
  bool tuple_, mapping_;
  uint64_t next_ = 0;

public:
  PercentFormatter(TextBuffer &out, const char *format, uint64_t size, Borrowed<> arguments, bool bytes)
      : out_(out), start_(format), at_(format), end_(format + size), arguments_(arguments), bytes_(bytes),
        tuple_(isTuple(arguments)) {
    const Type *type = typeOf(arguments);
    bool text = isStr(arguments) || (bytes && isBytesLike(arguments));
    mapping_ = !tuple_ && !text && type->container && type->container->getItem;
  }

  Result<void> run_py() {
    while (at_ < end_) {
      const char *literal = at_;
      const auto *found = static_cast<const char *>(std::memchr(at_, '%', static_cast<uint64_t>(end_ - at_)));
      at_ = found ? found : end_;
      out_.append(literal, static_cast<uint64_t>(at_ - literal));
      if (at_ == end_)
        break;
      ++at_;
      if (!convertQuickly())
        TRY(convertOne_py());
    }
    uint64_t count = tuple_ ? arguments_.as<Tuple>()->length : 1;
    if (!mapping_ && next_ < count)
      return raise(TypeError, bytes_ ? "not all arguments converted during bytes formatting"
                                     : "not all arguments converted during string formatting");
    return {};
  }

private:
  // %d and %s alone, of a small int and an exact str: nothing is asked.
  bool convertQuickly() {
    if (!tuple_ || at_ == end_ || next_ >= arguments_.as<Tuple>()->length)
      return false;
    Value argument = arguments_.as<Tuple>()->items()[next_];
    if (*at_ == 'd' && argument.isInlineInt())
      out_.appendInt(argument.asInlineInt());
    else if (*at_ == 's' && !bytes_ && isExactly(Borrowed<>(argument), molt_type_str))
      out_.append(Borrowed<>(argument).as<Str>()->data(), Borrowed<>(argument).as<Str>()->size);
    else
      return false;
    ++at_, ++next_;
    return true;
  }

  Result<Owned<>> nextArgument() {
    if (tuple_ && next_ < arguments_.as<Tuple>()->length)
      return Owned<>::retain(Borrowed<>(arguments_.as<Tuple>()->items()[next_++]));
    if (!tuple_ && next_ == 0) {
      next_ = 1;
      return Owned<>::retain(arguments_);
    }
    return raise(TypeError, "not enough arguments for format string");
  }

  Result<Owned<>> mappingArgument_py() {
    if (!mapping_)
      return raise(TypeError, "format requires a mapping");
    const char *key = at_;
    int open = 1;
    for (; at_ < end_ && open > 0; ++at_)
      open += *at_ == '(' ? 1 : *at_ == ')' ? -1 : 0;
    if (open > 0)
      return raise(ValueError, "incomplete format key");
    auto size = static_cast<uint64_t>(at_ - 1 - key);
    Owned<> name = bytes_ ? Owned<>(makeBytes(key, size)) : Owned<>(makeStr(key, size));
    return getItem_py(arguments_, name);
  }

  void readFlags(Conversion &c) {
    for (; at_ < end_; ++at_) {
      switch (*at_) {
      case '-':
        c.left = true;
        continue;
      case '+':
        c.plus = true;
        continue;
      case ' ':
        c.space = true;
        continue;
      case '#':
        c.alternate = true;
        continue;
      case '0':
        c.zero = true;
        continue;
      }
      return;
    }
  }

  // A number or *; -1 when there is none.
  Result<int64_t> readSize(const char *tooBig, int64_t most) {
    if (at_ < end_ && *at_ == '*') {
      ++at_;
      Owned<> argument = TRY(nextArgument());
      if (!isInt(argument))
        return raise(TypeError, "* wants int");
      int64_t number;
      if (!intToInt64(argument, &number) || number > most || number < -most)
        return raise(OverflowError, most == INT_MAX ? "Python int too large to convert to C int"
                                                    : "Python int too large to convert to C ssize_t");
      return number == -1 ? int64_t{-2} : number; // -1 stands for none
    }
    int64_t number = -1;
    for (; at_ < end_ && *at_ >= '0' && *at_ <= '9'; ++at_) {
      number = number < 0 ? 0 : number;
      if (number > (most - (*at_ - '0')) / 10)
        return raise(ValueError, tooBig);
      number = number * 10 + (*at_ - '0');
    }
    return number;
  }

  Result<void> convertOne_py() {
    Conversion c;
    Owned<> keyed;
    if (at_ < end_ && *at_ == '(') {
      ++at_;
      keyed = TRY(mappingArgument_py());
    }
    readFlags(c);
    c.width = TRY(readSize("width too big", INT64_MAX));
    if (c.width < -1) { // from *
      c.left = true;
      c.width = c.width == -2 ? 1 : -c.width;
    }
    if (at_ < end_ && *at_ == '.') {
      ++at_;
      c.precision = TRY(readSize(bytes_ ? "prec too big" : "precision too big", INT_MAX));
      c.precision = c.precision < 0 ? 0 : c.precision;
    }
    if (at_ < end_ && (*at_ == 'h' || *at_ == 'l' || *at_ == 'L'))
      ++at_;
    if (at_ == end_)
      return raise(ValueError, "incomplete format");
    const char *typeAt = at_;
    c.type = bytes_ ? static_cast<unsigned char>(*at_++) : utf8::decode(at_);
    if (c.type == '%') {
      out_.append('%');
      return {};
    }
    if (!keyed)
      keyed = TRY(nextArgument());
    return format_py(c, keyed, typeAt);
  }

  Result<void> format_py(Conversion &c, Borrowed<> value, const char *typeAt) {
    switch (c.type) {
    case 'd': case 'i': case 'u': case 'o': case 'x': case 'X':
      return formatInteger_py(c, value);
    case 'e': case 'E': case 'f': case 'F': case 'g': case 'G':
      return formatReal_py(c, value);
    case 'c':
      return bytes_ ? formatByte(c, value) : formatCharacter(c, value);
    case 'r': case 'a': {
      Owned<Str> text = TRY(c.type == 'r' && !bytes_ ? repr_py(value) : ascii_py(value));
      return emitText(c, text);
    }
    case 's':
      if (!bytes_) {
        Owned<Str> text = TRY(str_py(value));
        return emitText(c, text);
      }
      return formatBytes_py(c, value);
    case 'b':
      if (bytes_)
        return formatBytes_py(c, value);
    }
    uint64_t index = bytes_ ? static_cast<uint64_t>(typeAt - start_)
                            : utf8::countCodePoints(start_, static_cast<uint64_t>(typeAt - start_));
    char hex[12];
    int count = 0;
    for (int shift = 28; shift >= 0; shift -= 4)
      if (count || c.type >> shift || shift == 0)
        hex[count++] = "0123456789abcdef"[c.type >> shift & 15];
    hex[count] = 0;
    bool printable = c.type >= 32 && c.type < 127;
    return raise(ValueError, "unsupported format character '%c' (0x%s) at index %zd",
                 printable ? static_cast<char>(c.type) : '?', static_cast<const char *>(hex), index);
  }

  // ---- Text and bytes -------------------------------------------------------------------------------

  Result<void> emitText(const Conversion &c, Borrowed<Str> text) {
    uint64_t length = text->length, size = text->size;
    if (c.precision >= 0 && static_cast<uint64_t>(c.precision) < length) {
      length = static_cast<uint64_t>(c.precision);
      size = byteOffset(text, length);
    }
    return emitPadded(c, text->data(), size, length);
  }
  Result<void> emitPadded(const Conversion &c, const char *data, uint64_t size, uint64_t length) {
    uint64_t padding = c.width > 0 && static_cast<uint64_t>(c.width) > length ? static_cast<uint64_t>(c.width) - length : 0;
    if (!memoryFor(padding))
      return raiseMemoryError();
    if (!c.left)
      out_.fill(padding, ' ');
    out_.append(data, size);
    if (c.left)
      out_.fill(padding, ' ');
    return {};
  }

  Result<void> formatBytes_py(const Conversion &c, Borrowed<> value) {
    const char *data;
    uint64_t size;
    Owned<> made;
    if (!bytesLike(value, &data, &size)) {
      bool found;
      made = TRY(callSpecial_py(value, "__bytes__"_str, {}, &found));
      if (!found)
        return raise(TypeError, "%%b requires a bytes-like object, or an object that implements __bytes__, not '%T'", value);
      if (!isBytes(made))
        return raise(TypeError, "__bytes__ returned non-bytes (type %T)", made);
      bytesLike(made, &data, &size);
    }
    if (c.precision >= 0 && static_cast<uint64_t>(c.precision) < size)
      size = static_cast<uint64_t>(c.precision);
    return emitPadded(c, data, size, size);
  }

  Result<void> formatCharacter(const Conversion &c, Borrowed<> value) {
    uint32_t code;
    if (isStr(value)) {
      if (value.as<Str>()->length != 1) {
        if (runtime().pythonMinor < 14)
          return raise(TypeError, "%%c requires int or char");
        return raise(TypeError, "%%c requires an int or a unicode character, not a string of length %zd", value.as<Str>()->length);
      }
      code = onlyCodePoint(value.as<Str>());
    } else {
      if (!isInt(value) && !(typeOf(value)->number && typeOf(value)->number->index)) {
        if (runtime().pythonMinor < 14)
          return raise(TypeError, "%%c requires int or char");
        return raise(TypeError, "%%c requires an int or a unicode character, not %T", value);
      }
      Owned<> index = TRY(index_py(value));
      int64_t number;
      if (!intToInt64(index, &number) || number < 0 || number > 0x10FFFF)
        return raise(OverflowError, "%%c arg not in range(0x110000)");
      code = static_cast<uint32_t>(number);
    }
    char text[4];
    char *textEnd = utf8::encode(code, text);
    return emitPadded(c, text, static_cast<uint64_t>(textEnd - text), 1);
  }

  Result<void> formatByte(const Conversion &c, Borrowed<> value) {
    const char *data;
    uint64_t size;
    if (bytesLike(value, &data, &size) && size == 1)
      return emitPadded(c, data, 1, 1);
    int64_t number = 0;
    if (!isInt(value)) {
      if (runtime().pythonMinor >= 14 && isBytesLike(value))
        return raise(TypeError, "%%c requires an integer in range(256) or a single byte, not a %s object of length %zd",
                     isBytes(value) ? "bytes" : "bytearray", size);
      if (runtime().pythonMinor >= 14)
        return raise(TypeError, "%%c requires an integer in range(256) or a single byte, not %T", value);
      return raise(TypeError, "%%c requires an integer in range(256) or a single byte");
    }
    if (!intToInt64(value, &number) || number < 0 || number > 255)
      return raise(OverflowError, "%%c arg not in range(256)");
    char byte = static_cast<char>(number);
    return emitPadded(c, &byte, 1, 1);
  }

  // ---- Numbers --------------------------------------------------------------------------------------

  Raised wrongNumber(const Conversion &c, Borrowed<> value, bool integer) {
    return raise(TypeError, integer ? "%%%c format: an integer is required, not %T" : "%%%c format: a real number is required, not %T",
                 static_cast<char>(c.type), value);
  }

  Result<void> formatInteger_py(const Conversion &c, Borrowed<> value) {
    bool integer = c.type == 'o' || c.type == 'x' || c.type == 'X';
    Owned<> number;
    if (isInt(value)) {
      number = intExact(value);
    } else {
      const NumberSlots *slots = typeOf(value)->number;
      bool fits = slots && (slots->index || (!integer && slots->toInt));
      if (!fits)
        return wrongNumber(c, value, integer);
      number = TRY(integer ? index_py(value) : intFromValue_py(value));
    }
    TextBuffer digits;
    TRY(appendInt(digits, number, c.type == 'o' ? 8 : integer ? 16 : 10));
    bool negative = digits[0] == '-';
    TextBuffer body;
    uint64_t count = digits.size() - negative;
    if (c.precision > 0 && static_cast<uint64_t>(c.precision) > count)
      body.fill(static_cast<uint64_t>(c.precision) - count, '0');
    body.append(digits.data() + negative, count);
    if (c.type == 'X')
      for (uint64_t i = 0; i < body.size(); ++i)
        if (body[i] >= 'a')
          body.data()[i] = static_cast<char>(body[i] - 32);
    const char *prefix = !c.alternate ? "" : c.type == 'o' ? "0o" : c.type == 'x' ? "0x" : c.type == 'X' ? "0X" : "";
    return emitNumber(c, negative, prefix, body);
  }

  Result<void> formatReal_py(const Conversion &c, Borrowed<> value) {
    Result<double> converted = toDouble_py(value);
    if (converted.raised()) {
      if (!bytes_ || !pendingMatches(TypeError))
        return Raised{};
      takePending();
      return raise(TypeError, "float argument required, not %T", value);
    }
    double number = converted.take();
    int64_t precision = c.precision < 0 ? 6 : c.precision;
    if (precision > INT_MAX - 16)
      return raiseMemoryError();
    TextBuffer body;
    appendDouble(body, std::fabs(number), static_cast<char>(c.type), static_cast<int>(precision), c.alternate ? kAlternate : 0u);
    return emitNumber(c, std::signbit(number) && !std::isnan(number), "", body);
  }

  Result<void> emitNumber(const Conversion &c, bool negative, const char *prefix, const TextBuffer &body) {
    char sign = negative ? '-' : c.plus ? '+' : c.space ? ' ' : 0;
    uint64_t prefixSize = std::strlen(prefix), size = (sign ? 1 : 0) + prefixSize + body.size();
    uint64_t padding = c.width > 0 && static_cast<uint64_t>(c.width) > size ? static_cast<uint64_t>(c.width) - size : 0;
    if (!memoryFor(padding))
      return raiseMemoryError();
    if (!c.left && !c.zero)
      out_.fill(padding, ' ');
    if (sign)
      out_.append(sign);
    out_.append(prefix, prefixSize);
    if (!c.left && c.zero)
      out_.fill(padding, '0');
    out_.append(body.data(), body.size());
    if (c.left)
      out_.fill(padding, ' ');
    return {};
  }
};

} // namespace

Result<void> appendPercent_py(TextBuffer &out, const char *format, uint64_t size, Borrowed<> arguments, bool bytes) {
  PercentFormatter formatter(out, format, size, arguments, bytes);
  return formatter.run_py();
}

Result<Owned<>> formatPercent_py(Borrowed<Str> format, Borrowed<> arguments) {
  TextBuffer text;
  TRY(appendPercent_py(text, format->data(), format->size, arguments, false));
  return makeStr(text);
}

} // namespace molt
