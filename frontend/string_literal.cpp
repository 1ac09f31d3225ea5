// The values of string and bytes literals: prefixes, quotes and escapes.
//
// Positions in "can't decode bytes in position a-b" are those of CPython's intermediate text, in
// which a character beyond ASCII is ten characters long (\UXXXXXXXX).
#include "frontend/character_class.h"
#include "frontend/parser_state.h"
#include "frontend/unicode.h"

namespace molt {

using namespace ast;

namespace {

class EscapeDecoder {
public:
  EscapeDecoder(std::string_view body, bool isBytes, std::string &out)
      : body_(body), isBytes_(isBytes), out_(out) {
    out_.clear();
  }

  /// False after an error; then message() and the range of bad characters are set.
  bool run() {
    while (at_ < body_.size()) {
      const size_t backslash = std::min(body_.find('\\', at_), body_.size());
      out_.append(body_, at_, backslash - at_);
      at_ = backslash;
      if (at_ < body_.size() && !escape())
        return false;
    }
    return true;
  }

  const char *message() const { return message_; }
  size_t badFrom() const { return intermediateColumn(escapeAt_); }
  size_t badTo() const { return std::max(intermediateColumn(at_), badFrom() + 1) - 1; }
  /// The first escape that means nothing, or that is octal beyond 0o377: its offset in the body.
  size_t oddEscape() const { return oddEscape_; }
  std::string_view oddText() const { return oddText_; }
  bool oddIsOctal() const { return oddIsOctal_; }
  static constexpr size_t none = static_cast<size_t>(-1);

private:
  size_t intermediateColumn(size_t at) const {
    size_t column = 0;
    for (size_t i = 0; i < at; ++i) {
      const unsigned char c = static_cast<unsigned char>(body_[i]);
      column += c < 128 || isBytes_ ? 1 : (c & 0xC0) == 0x80 ? 0 : 10;
    }
    return column;
  }

  bool bad(const char *message) {
    message_ = message;
    return false;
  }

  void odd(size_t size, bool isOctal) {
    if (oddEscape_ != none)
      return;
    oddEscape_ = escapeAt_;
    oddText_ = body_.substr(escapeAt_ + 1, size);
    oddIsOctal_ = isOctal;
  }

  bool escape() {
    escapeAt_ = at_++;
    const char c = at_ < body_.size() ? body_[at_++] : '\\';
    switch (c) {
    case '\n':
      return true;
    case '\\':
    case '\'':
    case '"':
      out_ += c;
      return true;
    case 'a':
      out_ += '\a';
      return true;
    case 'b':
      out_ += '\b';
      return true;
    case 'f':
      out_ += '\f';
      return true;
    case 'n':
      out_ += '\n';
      return true;
    case 'r':
      out_ += '\r';
      return true;
    case 't':
      out_ += '\t';
      return true;
    case 'v':
      out_ += '\v';
      return true;
    case 'x':
      return isBytes_ ? byteEscape() : hexEscape(2, "truncated \\xXX escape");
    case 'u':
      return isBytes_ ? unknown(c) : hexEscape(4, "truncated \\uXXXX escape");
    case 'U':
      return isBytes_ ? unknown(c) : hexEscape(8, "truncated \\UXXXXXXXX escape");
    case 'N':
      return isBytes_ ? unknown(c) : namedEscape();
    default:
      return isOctalDigit(c) ? octalEscape(c) : unknown(c);
    }
  }

  bool unknown(char c) {
    // A backslash before a character beyond ASCII is not worth a warning.
    if (static_cast<unsigned char>(c) < 128)
      odd(1, false);
    out_ += '\\';
    out_ += c;
    return true;
  }

  bool octalEscape(char first) {
    uint32_t value = first - '0';
    size_t size = 1;
    for (; size < 3 && at_ < body_.size() && isOctalDigit(body_[at_]); ++size)
      value = value * 8 + (body_[at_++] - '0');
    if (value > 0377)
      odd(size, true);
    if (isBytes_)
      out_ += static_cast<char>(value);
    else
      unicode::encode(value, out_);
    return true;
  }

  bool byteEscape() {
    if (at_ + 1 < body_.size() && isHexDigit(body_[at_]) && isHexDigit(body_[at_ + 1])) {
      out_ += static_cast<char>(hexValue(body_[at_]) * 16 + hexValue(body_[at_ + 1]));
      at_ += 2;
      return true;
    }
    return bad("");
  }

  bool hexEscape(int digits, const char *message) {
    uint32_t value = 0;
    for (; digits > 0; --digits, ++at_) {
      if (at_ >= body_.size() || !isHexDigit(body_[at_]))
        return bad(message);
      value = value * 16 + hexValue(body_[at_]);
    }
    if (value > 0x10FFFF)
      return bad("illegal Unicode character");
    unicode::encode(value, out_);
    return true;
  }

  bool namedEscape() {
    constexpr const char *malformed = "malformed \\N character escape";
    if (at_ >= body_.size() || body_[at_] != '{')
      return bad(malformed);
    const size_t from = ++at_;
    at_ = std::min(body_.find('}', at_), body_.size());
    if (at_ >= body_.size() || at_ == from)
      return bad(malformed);
    const auto found = unicode::characterByName(body_.substr(from, at_ - from));
    ++at_;
    if (!found)
      return bad("unknown Unicode character name");
    unicode::encode(*found, out_);
    return true;
  }

  std::string_view body_;
  const bool isBytes_;
  std::string &out_;
  size_t at_ = 0;
  size_t escapeAt_ = 0;
  const char *message_ = "";
  size_t oddEscape_ = none;
  std::string_view oddText_;
  bool oddIsOctal_ = false;
};

} // namespace

/// The text with its escapes replaced, in the arena.
std::string_view Parser::decodeEscapes(std::string_view body, const Token &token, bool isBytes) {
  if (body.find('\\') == std::string_view::npos)
    return context_.arena().copy(body);
  EscapeDecoder decoder(body, isBytes, buffer_);
  if (!decoder.run()) {
    if (isBytes)
      raise(DiagnosticId::ValueErrorInString, token.range(), {std::to_string(decoder.badFrom())});
    else if (decoder.badFrom() == decoder.badTo())
      raise(DiagnosticId::UnicodeEscape1, token.range(),
            {std::to_string(decoder.badFrom()), decoder.message()});
    else
      raise(DiagnosticId::UnicodeEscape, token.range(),
            {std::to_string(decoder.badFrom()), std::to_string(decoder.badTo()),
             decoder.message()});
    return {};
  }
  if (decoder.oddEscape() != EscapeDecoder::none) {
    const bool hint = version_ >= python314;
    SourceRange range = token.range();
    if (hint) { // the warning stands on the escape's line, earlier on the string's
      const size_t offset = body.data() - text_.data() + decoder.oddEscape();
      range.line = file_.lineAt(static_cast<uint32_t>(offset));
      range.column = static_cast<uint32_t>(offset) - file_.lineStart(range.line);
    }
    const DiagnosticId id =
        decoder.oddIsOctal()
            ? hint ? DiagnosticId::InvalidOctalEscapeHint : DiagnosticId::InvalidOctalEscape
        : hint ? DiagnosticId::InvalidEscapeHint
               : DiagnosticId::InvalidEscape;
    if (hint)
      warn(id, range, {decoder.oddText(), decoder.oddText()});
    else
      warn(id, range, {decoder.oddText()});
  }
  return context_.arena().copy(buffer_);
}

/// One String token as a Constant.
Expr *Parser::plainString(const Token &token, bool &isBytes) {
  std::string_view body = textOf(token);
  bool isRaw = false;
  isBytes = false;
  auto *node = context_.create<Constant>(token.range());
  while (body[0] != '"' && body[0] != '\'') {
    const char letter = toLowerAscii(body[0]);
    isRaw |= letter == 'r';
    isBytes |= letter == 'b';
    if (letter == 'u' && body[0] == 'u')
      node->kind = context_.intern("u");
    body.remove_prefix(1);
  }
  const size_t quotes =
      body.size() >= 6 && body[0] == body[1] && body[0] == body[2] ? 3 : 1;
  body = body.substr(quotes, body.size() - 2 * quotes);
  node->value.type = isBytes ? ConstantValue::Type::Bytes : ConstantValue::Type::Str;
  if (isBytes)
    for (char c : body)
      if (static_cast<unsigned char>(c) >= 128) {
        raise(DiagnosticId::BytesNotAscii, token.range());
        return node;
      }
  node->value.text = isRaw ? context_.arena().copy(body) : decodeEscapes(body, token, isBytes);
  return node;
}

} // namespace molt
