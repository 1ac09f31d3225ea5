// Text to bytes and back: utf-8, utf-8-sig, utf-16, utf-32, latin-1 and ascii, with the builtin error handlers.
#include "runtime/core/exception.h"
#include "runtime/core/call.h"
#include "runtime/core/operators.h"
#include "runtime/text/character_names.h"
#include "runtime/types/bytes.h"
#include "runtime/types/int.h"
#include "runtime/types/str.h"

#include <cstring>

namespace molt {
namespace {

enum class Codec { kUtf8, kUtf8Signature, kUtf16, kUtf16Little, kUtf16Big, kUtf32, kUtf32Little, kUtf32Big, kLatin1, kAscii };

struct CodecName {
  const char *alias; // lower case, with - for every separator
  Codec codec;
};
constexpr CodecName kCodecNames[] = {
    {"utf-8", Codec::kUtf8},           {"utf8", Codec::kUtf8},          {"u8", Codec::kUtf8},
    {"utf", Codec::kUtf8},             {"cp65001", Codec::kUtf8},       {"utf8-ucs2", Codec::kUtf8},
    {"utf8-ucs4", Codec::kUtf8},       {"utf-8-sig", Codec::kUtf8Signature}, {"utf8-sig", Codec::kUtf8Signature},
    {"ascii", Codec::kAscii},          {"us-ascii", Codec::kAscii},     {"646", Codec::kAscii},
    {"us", Codec::kAscii},             {"ansi-x3.4-1968", Codec::kAscii}, {"iso646-us", Codec::kAscii},
    {"latin-1", Codec::kLatin1},       {"latin1", Codec::kLatin1},      {"iso-8859-1", Codec::kLatin1},
    {"iso8859-1", Codec::kLatin1},     {"8859", Codec::kLatin1},        {"latin", Codec::kLatin1},
    {"l1", Codec::kLatin1},            {"cp819", Codec::kLatin1},       {"iso8859", Codec::kLatin1},
    {"utf-16", Codec::kUtf16},         {"utf16", Codec::kUtf16},        {"u16", Codec::kUtf16},
    {"utf-16-le", Codec::kUtf16Little}, {"utf-16le", Codec::kUtf16Little}, {"utf16-le", Codec::kUtf16Little},
    {"utf-16-be", Codec::kUtf16Big},   {"utf-16be", Codec::kUtf16Big},  {"utf16-be", Codec::kUtf16Big},
    {"utf-32", Codec::kUtf32},         {"utf32", Codec::kUtf32},        {"u32", Codec::kUtf32},
    {"utf-32-le", Codec::kUtf32Little}, {"utf-32le", Codec::kUtf32Little}, {"utf32-le", Codec::kUtf32Little},
    {"utf-32-be", Codec::kUtf32Big},   {"utf-32be", Codec::kUtf32Big},  {"utf32-be", Codec::kUtf32Big},
};

Result<Codec> findCodec(const char *name) {
  if (!name || std::strcmp(name, "utf-8") == 0)
    return Codec::kUtf8;
  char normal[24];
  unsigned size = 0;
  for (const char *at = name; *at; ++at) {
    if (size + 1 >= sizeof(normal)) {
      size = 0;
      break;
    }
    char c = *at == '_' || *at == ' ' ? '-' : *at >= 'A' && *at <= 'Z' ? static_cast<char>(*at + 32) : *at;
    normal[size++] = c;
  }
  normal[size] = 0;
  for (const CodecName &known : kCodecNames)
    if (std::strcmp(known.alias, normal) == 0)
      return known.codec;
  return raise(LookupError, "unknown encoding: %s", name);
}

enum class Handler { kStrict, kIgnore, kReplace, kBackslash, kXml, kName, kEscape, kPass };

Result<Handler> findHandler(const char *name) {
  if (!name)
    return Handler::kStrict;
  static constexpr const char *kNames[] = {"strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace",
                                           "namereplace", "surrogateescape", "surrogatepass"};
  for (int i = 0; i < 8; ++i)
    if (std::strcmp(kNames[i], name) == 0)
      return static_cast<Handler>(i);
  return raise(LookupError, "unknown error handler name '%s'", name);
}

Raised raiseUnicode(Type &type, const char *encoding, Borrowed<> object, uint64_t start, uint64_t end, const char *reason) {
  Owned<> exception = TRY(makeException(type, {makeStr(encoding), object, makeInt(static_cast<int64_t>(start)),
                                   makeInt(static_cast<int64_t>(end)), makeStr(reason)}));
  return raiseInstance(exception);
}

void appendHex(TextBuffer &out, uint32_t code, int digits) {
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
    out.append("0123456789abcdef"[code >> shift & 15]);
}
void appendEscape(TextBuffer &out, uint32_t code) {
  out.append(code < 0x100 ? "\\x" : code < 0x10000 ? "\\u" : "\\U");
  appendHex(out, code, code < 0x100 ? 2 : code < 0x10000 ? 4 : 8);
}

// \N{NAME}; false when the character has no name.
bool appendName(TextBuffer &out, const CharacterNames &names, uint32_t code) {
  char name[kLongestCharacterName];
  unsigned size = characterName(names, code, name);
  if (!size)
    return false;
  out.append("\\N{");
  for (unsigned i = 0; i < size; ++i)
    out.append(name[i]);
  out.append('}');
  return true;
}

// ---- Decoding -----------------------------------------------------------------------------------------

class Decoder {
  const unsigned char *data_;
  uint64_t size_, at_ = 0;
  const char *encoding_, *errors_;
  Borrowed<> object_;
  TextBuffer out_;

public:
  Decoder(const char *data, uint64_t size, const char *encoding, const char *errors, Borrowed<> object)
      : data_(reinterpret_cast<const unsigned char *>(data)), size_(size), encoding_(encoding), errors_(errors),
        object_(object) {}

  Result<Owned<Str>> finish() { return makeStr(out_); }

  // A malformed stretch: what the handler makes of it; decoding goes on behind it.
  Result<void> error(uint64_t length, const char *reason, int unit = 1) {
    Handler handler = TRY(findHandler(errors_));
    uint64_t end = at_ + length;
    switch (handler) {
    case Handler::kIgnore:
      break;
    case Handler::kReplace:
      out_.appendCode(0xFFFD);
      break;
    case Handler::kBackslash:
      for (; at_ < end; ++at_) {
        out_.append("\\x");
        appendHex(out_, data_[at_], 2);
      }
      break;
    case Handler::kEscape: {
      uint64_t first = at_;
      for (; at_ < end && at_ - first < 4 && data_[at_] >= 0x80; ++at_)
        out_.appendCode(0xDC00u + data_[at_]);
      if (at_ == first)
        return raiseUnicode(UnicodeDecodeError, encoding_, object_, first, end, reason);
      return {};
    }
    case Handler::kPass:
      if (uint64_t passed = passSurrogate(unit)) {
        at_ += passed;
        return {};
      }
      return raiseUnicode(UnicodeDecodeError, encoding_, object_, at_, end, reason);
    case Handler::kXml:
    case Handler::kName:
      return raise(TypeError, "don't know how to handle UnicodeDecodeError in error callback");
    default:
      return raiseUnicode(UnicodeDecodeError, encoding_, object_, at_, end, reason);
    }
    at_ = end;
    return {};
  }

  // A surrogate in the encoding's own form; the bytes it takes, or 0.
  uint64_t passSurrogate(int unit) {
    uint64_t width = unit == 1 ? 3 : static_cast<uint64_t>(unit < 0 ? -unit : unit);
    if (size_ - at_ < width)
      return 0;
    uint32_t code = 0;
    const unsigned char *p = data_ + at_;
    if (unit == 1) {
      if (p[0] != 0xED || p[1] < 0xA0 || p[1] > 0xBF || (p[2] & 0xC0) != 0x80)
        return 0;
      code = 0xD000u | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
    } else {
      code = read(at_, unit);
    }
    if (!utf8::isSurrogate(code))
      return 0;
    out_.appendCode(code);
    return width;
  }

  // unit: bytes of a code unit, negative for big-endian.
  uint32_t read(uint64_t at, int unit) const {
    uint32_t value = 0;
    int width = unit < 0 ? -unit : unit;
    for (int i = 0; i < width; ++i)
      value |= static_cast<uint32_t>(data_[at + static_cast<unsigned>(i)]) << 8 * (unit < 0 ? width - 1 - i : i);
    return value;
  }

  Result<void> utf8() {
    while (at_ < size_) {
      auto *text = reinterpret_cast<const char *>(data_ + at_);
      utf8::Validity validity = utf8::validate(text, size_ - at_);
      out_.append(text, validity.validBytes);
      at_ += validity.validBytes;
      if (validity.errorLength)
        TRY(error(validity.errorLength, validity.reason));
    }
    return {};
  }

  Result<void> ascii() {
    while (at_ < size_) {
      if (data_[at_] < 0x80)
        out_.append(static_cast<char>(data_[at_++]));
      else
        TRY(error(1, "ordinal not in range(128)"));
    }
    return {};
  }

  void latin1() {
    for (; at_ < size_; ++at_)
      out_.appendCode(data_[at_]);
  }

  Result<void> utf16(int unit) { // 2 or -2
    while (at_ < size_) {
      if (size_ - at_ < 2) {
        TRY(error(1, "truncated data", unit));
        continue;
      }
      uint32_t code = read(at_, unit);
      if (!utf8::isSurrogate(code)) {
        out_.appendCode(code);
        at_ += 2;
        continue;
      }
      if (code >= 0xDC00) {
        TRY(error(2, "illegal encoding", unit));
      } else if (size_ - at_ < 4) {
        TRY(error(size_ - at_, "unexpected end of data", unit));
      } else if (uint32_t low = read(at_ + 2, unit); low - 0xDC00 < 0x400) {
        out_.appendCode(0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00));
        at_ += 4;
      } else {
        TRY(error(2, "illegal UTF-16 surrogate", unit));
      }
    }
    return {};
  }

  Result<void> utf32(int unit) { // 4 or -4
    while (at_ < size_) {
      if (size_ - at_ < 4) {
        TRY(error(size_ - at_, "truncated data", unit));
        continue;
      }
      uint32_t code = read(at_, unit);
      if (utf8::isSurrogate(code)) {
        TRY(error(4, "code point in surrogate code point range(0xd800, 0xe000)", unit));
      } else if (code > 0x10FFFF) {
        TRY(error(4, "code point not in range(0x110000)", unit));
      } else {
        out_.appendCode(code);
        at_ += 4;
      }
    }
    return {};
  }
};

// ---- Encoding -----------------------------------------------------------------------------------------

class Encoder {
  Borrowed<Str> string_;
  const char *encoding_, *errors_;
  int unit_;       // 1, or the bytes of a code unit, negative for big-endian
  uint32_t limit_; // code points from here on have no encoding; 0: all but surrogates have one
  const char *reason_;
  TextBuffer out_;

public:
  Encoder(Borrowed<Str> string, const char *encoding, const char *errors, int unit, uint32_t limit, const char *reason)
      : string_(string), encoding_(encoding), errors_(errors), unit_(unit), limit_(limit), reason_(reason) {}

  TextBuffer &out() { return out_; }

  bool fits(uint32_t code) const { return limit_ ? code < limit_ : !utf8::isSurrogate(code); }

  void put(uint32_t code) {
    if (unit_ == 1) {
      if (limit_)
        out_.append(static_cast<char>(code));
      else
        out_.appendCode(code);
      return;
    }
    int width = unit_ < 0 ? -unit_ : unit_;
    if (width == 2 && code >= 0x10000) {
      putUnit(0xD800 + ((code - 0x10000) >> 10), 2);
      putUnit(0xDC00 + (code & 0x3FF), 2);
    } else {
      putUnit(code, width);
    }
  }
  void putUnit(uint32_t value, int width) {
    for (int i = 0; i < width; ++i)
      out_.append(static_cast<char>(value >> 8 * (unit_ < 0 ? width - 1 - i : i)));
  }
  void putText(const TextBuffer &text) {
    for (uint64_t i = 0; i < text.size(); ++i)
      put(static_cast<unsigned char>(text[i]));
  }

  Result<void> run() {
    const char *at = string_->data(), *end = at + string_->size;
    uint64_t index = 0;
    while (at < end) {
      const char *next = at;
      uint32_t code = utf8::decode(next);
      if (fits(code)) {
        put(code);
        at = next;
        ++index;
        continue;
      }
      // The whole run of characters that do not fit is one error.
      const char *stop = next;
      uint64_t count = 1;
      for (; stop < end; ++count) {
        const char *after = stop;
        if (fits(utf8::decode(after)))
          break;
        stop = after;
      }
      TRY(error(at, index, count));
      at = stop;
      index += count;
    }
    return {};
  }

private:
  Raised strict(uint64_t index, uint64_t count) {
    return raiseUnicode(UnicodeEncodeError, encoding_, string_, index, index + count, reason_);
  }

  Result<void> error(const char *at, uint64_t index, uint64_t count) {
    Handler handler = TRY(findHandler(errors_));
    if (handler == Handler::kStrict)
      return strict(index, count);
    // A program whose text does not have the word is linked without the names.
    const CharacterNames *names = characterNames[0];
    if (handler == Handler::kName && !names)
      return raise(LookupError, "unknown error handler name 'namereplace'");
    for (uint64_t i = 0; i < count; ++i) {
      uint32_t code = utf8::decode(at);
      TextBuffer text;
      switch (handler) {
      case Handler::kReplace:
        put('?');
        break;
      case Handler::kName:
        if (!appendName(text, *names, code))
          appendEscape(text, code);
        putText(text);
        break;
      case Handler::kBackslash:
        appendEscape(text, code);
        putText(text);
        break;
      case Handler::kXml:
        text.append("&#");
        text.appendInt(code);
        text.append(';');
        putText(text);
        break;
      case Handler::kEscape:
        if (code - 0xDC80 >= 0x80)
          return strict(index + i, count - i);
        out_.append(static_cast<char>(code - 0xDC00));
        break;
      case Handler::kPass:
        if (limit_ || !utf8::isSurrogate(code))
          return strict(index + i, count - i);
        put(code);
        break;
      default:
        break;
      }
    }
    return {};
  }
};

} // namespace

Result<Owned<Str>> decodeBytes_py(const char *data, uint64_t size, const char *encoding, const char *errors,
                                  Borrowed<> object) {
  Codec codec = TRY(findCodec(encoding));
  if (codec == Codec::kUtf8Signature && size >= 3 && std::memcmp(data, "\xEF\xBB\xBF", 3) == 0) {
    data += 3;
    size -= 3;
  }
  Owned<> copy; // the object may change under us only if it is a bytearray
  if (!isBytes(object)) {
    copy = makeBytes(data, size);
    data = static_cast<Bytes *>(copy.value().asObject())->data();
    object = copy;
  }
  if ((codec == Codec::kUtf8 || codec == Codec::kAscii || codec == Codec::kUtf8Signature) && utf8::isAscii(data, size))
    return makeAsciiStr(data, size);
  auto *bytes = reinterpret_cast<const unsigned char *>(data);
  int unit = 2;
  const char *name = "utf-8";
  switch (codec) {
  case Codec::kUtf8: case Codec::kUtf8Signature: {
    Decoder decoder(data, size, name, errors, object);
    TRY(decoder.utf8());
    return decoder.finish();
  }
  case Codec::kAscii: {
    Decoder decoder(data, size, "ascii", errors, object);
    TRY(decoder.ascii());
    return decoder.finish();
  }
  case Codec::kLatin1: {
    Decoder decoder(data, size, "latin-1", errors, object);
    decoder.latin1();
    return decoder.finish();
  }
  case Codec::kUtf16: case Codec::kUtf32: {
    bool wide = codec == Codec::kUtf32;
    unit = wide ? 4 : 2;
    uint64_t mark = wide ? 4 : 2;
    const char *little = wide ? "\xFF\xFE\0\0" : "\xFF\xFE", *big = wide ? "\0\0\xFE\xFF" : "\xFE\xFF";
    if (size >= mark && std::memcmp(bytes, little, mark) == 0) {
      data += mark;
      size -= mark;
    } else if (size >= mark && std::memcmp(bytes, big, mark) == 0) {
      unit = -unit;
      data += mark;
      size -= mark;
    }
    break;
  }
  case Codec::kUtf16Big: case Codec::kUtf32Big:
    unit = codec == Codec::kUtf16Big ? -2 : -4;
    break;
  case Codec::kUtf16Little: case Codec::kUtf32Little:
    unit = codec == Codec::kUtf16Little ? 2 : 4;
    break;
  }
  name = unit == 2 ? "utf-16-le" : unit == -2 ? "utf-16-be" : unit == 4 ? "utf-32-le" : "utf-32-be";
  Decoder decoder(data, size, name, errors, object);
  if (unit == 2 || unit == -2)
    TRY(decoder.utf16(unit));
  else
    TRY(decoder.utf32(unit));
  return decoder.finish();
}

// Those begin with 0xED and go on with at least 0xA0.
static bool hasSurrogates(Borrowed<Str> string) {
  const char *at = string->data(), *end = at + string->size;
  while ((at = static_cast<const char *>(std::memchr(at, 0xED, static_cast<uint64_t>(end - at)))))
    if (static_cast<unsigned char>(*++at) >= 0xA0)
      return true;
  return false;
}

Result<Owned<Bytes>> encodeStr_py(Borrowed<Str> string, const char *encoding, const char *errors) {
  Codec codec = TRY(findCodec(encoding));
  if (codec == Codec::kUtf8 && !hasSurrogates(string)) // as it stands in memory
    return makeBytes(string->data(), string->size);
  bool oneByte = codec == Codec::kAscii || codec == Codec::kLatin1;
  if (oneByte && isAscii(string))
    return makeBytes(string->data(), string->size);
  struct Kind {
    const char *name;
    int unit;
    uint32_t limit;
  };
  static constexpr Kind kKinds[] = {{"utf-8", 1, 0},      {"utf-8", 1, 0},      {"utf-16", 2, 0},
                                    {"utf-16-le", 2, 0},  {"utf-16-be", -2, 0}, {"utf-32", 4, 0},
                                    {"utf-32-le", 4, 0},  {"utf-32-be", -4, 0}, {"latin-1", 1, 256},
                                    {"ascii", 1, 128}};
  const Kind &kind = kKinds[static_cast<int>(codec)];
  const char *reason = kind.limit == 128   ? "ordinal not in range(128)"
                       : kind.limit == 256 ? "ordinal not in range(256)"
                                           : "surrogates not allowed";
  Encoder encoder(string, kind.name, errors, kind.unit, kind.limit, reason);
  if (codec == Codec::kUtf8Signature)
    encoder.out().append("\xEF\xBB\xBF", 3);
  else if (codec == Codec::kUtf16 || codec == Codec::kUtf32)
    encoder.put(0xFEFF);
  TRY(encoder.run());
  return makeBytes(encoder.out().data(), encoder.out().size());
}

Result<Owned<Bytes>> str_encode(Borrowed<Str> self, Borrowed<Str> encoding, Borrowed<Str> errors) {
  return encodeStr_py(self, encoding->data(), errors->data());
}

} // namespace molt
