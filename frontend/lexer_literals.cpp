// The lexer's literals: numbers, strings, the pieces of f- and t-strings, and identifiers beyond
// ASCII. Where an error is reported follows CPython's tokenizer: at the last character it had read.
#include "frontend/character_class.h"
#include "frontend/lexer.h"
#include "frontend/unicode.h"

#include <cstdio>

namespace molt {

// ---- identifiers -------------------------------------------------------------------------------

static std::string codePointName(char32_t c) {
  char text[16];
  std::snprintf(text, sizeof text, "%04X", static_cast<unsigned>(c));
  return text;
}

void Lexer::invalidCharacter(uint32_t at) {
  size_t next = at;
  const char32_t c = unicode::decode(file_.text(), next);
  cursor_ = static_cast<uint32_t>(next);
  if (unicode::isPrintable(c))
    return fail(DiagnosticId::InvalidCharacter,
                {file_.text().substr(at, next - at), codePointName(c)});
  fail(DiagnosticId::NonPrintableCharacter, {codePointName(c)});
}

/// Checks text_[from, cursor_) against the identifiers of UAX #31; CPython tests their NFKC form's
/// characters too, which the XID properties make unnecessary.
bool Lexer::verifyIdentifier(uint32_t from) {
  for (size_t at = from; at < cursor_;) {
    const size_t here = at;
    const char32_t c = unicode::decode(file_.text(), at);
    if (here == from ? unicode::isIdentifierStart(c) : unicode::isIdentifierPart(c))
      continue;
    invalidCharacter(static_cast<uint32_t>(here));
    return false;
  }
  return true;
}

// ---- numbers -----------------------------------------------------------------------------------

/// After a number: whether one of the keywords that may follow directly (with a warning) does.
bool Lexer::followedByKeyword() const {
  const std::string_view rest = file_.text().substr(cursor_);
  const auto starts = [&](std::string_view word, bool whole) {
    return rest.substr(0, word.size()) == word &&
           !(whole && rest.size() > word.size() && isIdentifierPart(rest[word.size()]));
  };
  return starts("and", true) || starts("else", true) || starts("for", true) ||
         starts("or", true) || starts("not", true) || starts("if", false) ||
         starts("in", false) || starts("is", false);
}

bool Lexer::endOfNumber(const char *kindName) {
  if (isIdentifierStart(current()) && followedByKeyword()) {
    warn(DiagnosticId::InvalidLiteralWarning, kindName);
    return true;
  }
  if (isIdentifierPart(current()) && static_cast<unsigned char>(current()) < 128) {
    fail(DiagnosticId::InvalidLiteral, {kindName});
    return false;
  }
  return true;
}

/// Decimal digits with single underscores between them; the cursor stands on a digit.
bool Lexer::decimalTail() {
  for (;;) {
    while (isDecimalDigit(current()))
      ++cursor_;
    if (current() != '_')
      return true;
    ++cursor_;
    if (!isDecimalDigit(current())) {
      fail(DiagnosticId::InvalidLiteral, {"decimal"});
      return false;
    }
  }
}

/// The digits after 0x, 0o or 0b.
bool Lexer::digits(bool (*isDigit)(char), const char *kindName, char largest) {
  const auto wrongDigit = [&] {
    if (largest && isDecimalDigit(current())) {
      ++cursor_;
      fail(DiagnosticId::InvalidDigit, {std::string_view(text_ + cursor_ - 1, 1), kindName});
      return true;
    }
    return false;
  };
  do {
    if (current() == '_')
      ++cursor_;
    if (!isDigit(current())) {
      if (!wrongDigit())
        fail(DiagnosticId::InvalidLiteral, {kindName});
      return false;
    }
    while (isDigit(current()))
      ++cursor_;
  } while (current() == '_');
  return !wrongDigit() && endOfNumber(kindName);
}

void Lexer::number() {
  const uint32_t from = cursor_;
  const auto radix = [&](bool (*isDigit)(char), const char *kindName, char largest) {
    cursor_ += 2;
    if (digits(isDigit, kindName, largest))
      emit(TokenKind::Number, from);
  };
  bool leadingZeros = false;
  uint32_t zerosEnd = 0;
  if (current() == '0') {
    switch (toLowerAscii(at(cursor_ + 1))) {
    case 'x':
      return radix(isHexDigit, "hexadecimal", 0);
    case 'o':
      return radix(isOctalDigit, "octal", '7');
    case 'b':
      return radix(isBinaryDigit, "binary", '1');
    }
    while (current() == '0' || current() == '_') {
      const bool underscore = current() == '_';
      ++cursor_;
      if (underscore && !isDecimalDigit(current()))
        return fail(DiagnosticId::InvalidLiteral, {"decimal"});
    }
    zerosEnd = cursor_;
    leadingZeros = isDecimalDigit(current());
  }
  if (!decimalTail())
    return;
  bool isInteger = true;
  if (current() == '.') {
    isInteger = false;
    ++cursor_;
    if (isDecimalDigit(current()) && !decimalTail())
      return;
  }
  if (toLowerAscii(current()) == 'e') {
    const char sign = at(cursor_ + 1);
    const bool isSigned = sign == '+' || sign == '-';
    if (isDecimalDigit(at(cursor_ + 1 + isSigned))) {
      isInteger = false;
      cursor_ += 1 + isSigned;
      if (!decimalTail())
        return;
    } else if (isSigned) {
      cursor_ += 2;
      return fail(DiagnosticId::InvalidLiteral, {"decimal"});
    }
  }
  if (toLowerAscii(current()) == 'j') {
    ++cursor_;
    if (endOfNumber("imaginary"))
      emit(TokenKind::Number, from);
    return;
  }
  if (isInteger && leadingZeros) {
    const uint32_t column = from - lineStart_;
    return failAt(DiagnosticId::LeadingZeros, {line_, column, line_, zerosEnd - lineStart_});
  }
  if (endOfNumber("decimal"))
    emit(TokenKind::Number, from);
}

// ---- strings -----------------------------------------------------------------------------------

/// The cursor stands on the opening quote; `from` is where the prefix begins.
void Lexer::string(uint32_t from) {
  const uint32_t fromLine = line_, fromLineStart = lineStart_;
  const char quote = current();
  ++cursor_;
  const bool isTriple = current() == quote && at(cursor_ + 1) == quote;
  if (isTriple)
    cursor_ += 2;
  else if (current() == quote) {
    ++cursor_;
    return emit(TokenKind::String, from);
  }
  bool escapedQuote = false;
  uint32_t quotes = 0;
  const uint32_t wanted = isTriple ? 3 : 1;
  while (quotes != wanted) {
    const char c = current();
    if (atEnd() || (!isTriple && c == '\n'))
      return unterminatedString(from, fromLine, fromLineStart, isTriple, escapedQuote);
    ++cursor_;
    quotes = c == quote ? quotes + 1 : 0;
    if (c == '\n')
      newLine();
    if (c == '\\' && !atEnd()) {
      escapedQuote |= current() == quote;
      ++cursor_;
      if (at(cursor_ - 1) == '\n')
        newLine();
    }
  }
  emit(TokenKind::String, from, fromLine, fromLineStart);
}

void Lexer::unterminatedString(uint32_t from, uint32_t fromLine, uint32_t fromLineStart,
                               bool isTriple, bool escapedQuote) {
  // At the end of the text CPython still counts the last line.
  const uint32_t detected = atEnd() && cursor_ == lineStart_ && line_ > fromLine ? line_ - 1 : line_;
  const SourceRange where{fromLine, from - fromLineStart, fromLine, from - fromLineStart};
  if (!modes_.empty()) {
    uint32_t quoteAt = from;
    while (at(quoteAt) != '"' && at(quoteAt) != '\'')
      ++quoteAt;
    const StringMode &mode = modes_.back();
    if (mode.quote == at(quoteAt) && mode.quoteSize == (isTriple ? 3 : 1))
      return failAt(DiagnosticId::StringExpectingBrace, where, {stringLetter()});
  }
  const DiagnosticId id = isTriple       ? DiagnosticId::UnterminatedTripleString
                          : escapedQuote && version_ >= python313 ? DiagnosticId::UnterminatedStringEscapedQuote
                                         : DiagnosticId::UnterminatedString;
  failAt(id, where, {std::to_string(detected)});
}

void Lexer::stringStart(uint32_t from, bool isRaw, bool isTemplate) {
  const char quote = current();
  const bool isTriple = at(cursor_ + 1) == quote && at(cursor_ + 2) == quote;
  cursor_ += isTriple ? 3 : 1;
  if (modes_.size() + 1 >= 150)
    return fail(DiagnosticId::TooManyNestedStrings);
  StringMode mode{};
  mode.quote = quote;
  mode.quoteSize = isTriple ? 3 : 1;
  mode.isRaw = isRaw;
  mode.isTemplate = isTemplate;
  mode.inMiddle = true;
  mode.expressionDepth = -1;
  mode.start = from;
  mode.line = line_;
  mode.lineStart = lineStart_;
  modes_.push_back(mode);
  emit(isTemplate ? TokenKind::TStringStart : TokenKind::FStringStart, from);
}

void Lexer::unterminatedMiddle() {
  const StringMode &mode = modes_.back();
  const uint32_t detected =
      atEnd() && cursor_ == lineStart_ && line_ > mode.line ? line_ - 1 : line_;
  const uint32_t column = mode.start - mode.lineStart;
  failAt(mode.quoteSize == 3 ? DiagnosticId::UnterminatedTripleFString
                             : DiagnosticId::UnterminatedFString,
         {mode.line, column, mode.line, column}, {stringLetter(), std::to_string(detected)});
}

/// Literal text of an f- or t-string, up to the next brace that matters or the closing quotes.
void Lexer::stringMiddle() {
  StringMode &mode = modes_.back();
  const uint32_t from = cursor_, fromLine = line_, fromLineStart = lineStart_;
  const TokenKind kind = mode.isTemplate ? TokenKind::TStringMiddle : TokenKind::FStringMiddle;
  const auto atQuotes = [&] {
    for (uint32_t i = 0; i < mode.quoteSize; ++i)
      if (at(cursor_ + i) != mode.quote)
        return false;
    return true;
  };
  const auto enterExpression = [&] {
    mode.inMiddle = false;
    mode.inFormatSpec = false;
    if (++mode.expressionDepth >= 3) {
      fail(DiagnosticId::StringNestedTooDeeply, {stringLetter()});
      return false;
    }
    return true;
  };
  if (current() == '{' && at(cursor_ + 1) != '{') {
    enterExpression();
    return;
  }
  if (atQuotes()) {
    cursor_ += mode.quoteSize;
    emit(mode.isTemplate ? TokenKind::TStringEnd : TokenKind::FStringEnd, from);
    modes_.pop_back();
    return;
  }
  bool namedEscape = false;
  while (!atQuotes()) {
    const char c = current();
    const bool inFormatSpec = mode.inFormatSpec && mode.expressionDepth >= 0;
    if (atEnd() || (mode.quoteSize == 1 && c == '\n')) {
      if (!inFormatSpec || c != '\n' || atEnd())
        return unterminatedMiddle();
      if (version_ >= python314) {
        ++cursor_;
        return fail(DiagnosticId::NewlineInFormatSpec, {stringLetter(), stringLetter()});
      }
      mode.inMiddle = mode.inFormatSpec = false;
      return emit(kind, from, fromLine, fromLineStart);
    }
    if (c == '{' || c == '}') {
      if (c == '}' && namedEscape) {
        ++cursor_;
        return emit(kind, from, fromLine, fromLineStart);
      }
      const bool doubled =
          at(cursor_ + 1) == c && !inFormatSpec && (c == '{' || mode.depth == 0);
      if (doubled) {
        // The text ends with the first brace, the token with the second.
        cursor_ += 2;
        emit(kind, from, fromLine, fromLineStart);
        --tokens_.back().end;
        return;
      }
      if (c == '{' && !enterExpression())
        return;
      mode.inMiddle = mode.inFormatSpec = false;
      return emit(kind, from, fromLine, fromLineStart);
    }
    ++cursor_;
    if (c == '\n')
      newLine();
    if (c != '\\' || atEnd())
      continue;
    const char escaped = current();
    if (escaped == '{' || escaped == '}') {
      if (!mode.isRaw)
        warn(DiagnosticId::InvalidEscape, std::string(1, escaped));
      continue;
    }
    ++cursor_;
    if (escaped == '\n')
      newLine();
    if (!mode.isRaw && escaped == 'N' && current() == '{') {
      ++cursor_;
      namedEscape = true;
    }
  }
  emit(kind, from, fromLine, fromLineStart);
}

} // namespace molt
