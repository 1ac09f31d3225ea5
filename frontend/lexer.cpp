#include "frontend/lexer.h"

#include "frontend/character_class.h"

namespace molt {

const char *spelling(TokenKind kind) {
  static constexpr const char *texts[] = {
#define MOLT_TOKEN(Kind) #Kind,
#define MOLT_PUNCTUATION(Kind, text) text,
#define MOLT_KEYWORD(Kind, text) text,
#include "frontend/tokens.def"
  };
  return texts[static_cast<size_t>(kind)];
}

Lexer::Lexer(const SourceFile &file, PythonVersion version)
    : file_(file), version_(version), text_(file.text().data()),
      size_(static_cast<uint32_t>(file.text().size())) {
  tokens_.reserve(size_ / 4 + 16);
}

void Lexer::run() {
  tokenize();
  for (size_t i = 0; i < lookahead; ++i)
    emit(TokenKind::EndMarker, cursor_);
}

void Lexer::tokenize() {
  while (!failed_) {
    if (!modes_.empty() && modes_.back().inMiddle) {
      stringMiddle();
      continue;
    }
    if (atLineStart_) {
      indentation();
      if (failed_)
        return;
    }
    while (current() == ' ' || current() == '\t' || current() == '\f')
      ++cursor_;
    commentStart_ = cursor_;
    if (current() == '#')
      while (!atEnd() && current() != '\n')
        ++cursor_;
    if (atEnd())
      return endOfFile();
    normalToken();
  }
}

void Lexer::emit(TokenKind kind, uint32_t from, uint32_t fromLine, uint32_t fromLineStart) {
  tokens_.push_back({from, cursor_, fromLine, from - fromLineStart, line_, cursor_ - lineStart_, kind,
                     static_cast<uint8_t>(parens_.size())});
}

void Lexer::failAt(DiagnosticId id, const SourceRange &range,
                   std::initializer_list<std::string_view> arguments) {
  failed_ = true;
  error_.id = id;
  error_.range = range;
  for (std::string_view argument : arguments)
    error_.arguments.emplace_back(argument);
  emit(TokenKind::Error, cursor_);
}

void Lexer::fail(DiagnosticId id, std::initializer_list<std::string_view> arguments) {
  uint32_t last = cursor_ > lineStart_ ? cursor_ - 1 : cursor_;
  while (last > lineStart_ && (text_[last] & 0xC0) == 0x80)
    --last;
  const uint32_t column = last - lineStart_;
  failAt(id, {line_, column, line_, column}, arguments);
}

void Lexer::warn(DiagnosticId id, std::string argument) {
  const uint32_t column = cursor_ - lineStart_;
  warnings_.push_back({id, {line_, column, line_, column}, std::move(argument)});
}

// ---- lines and indentation ---------------------------------------------------------------------

/// After a backslash: the newline that must follow, and a line after it.
bool Lexer::lineContinuation() {
  if (current() != '\n') {
    const uint32_t column = cursor_ - lineStart_;
    ++cursor_;
    failAt(DiagnosticId::CharacterAfterContinuation, {line_, column, 0, 0});
    return false;
  }
  ++cursor_;
  if (atEnd()) {
    if (!parens_.empty()) {
      failNeverClosed();
      return false;
    }
    const uint32_t column = cursor_ - lineStart_ - 1;
    failAt(DiagnosticId::UnexpectedEof, {line_, column, 0, 0});
    return false;
  }
  newLine();
  return true;
}

/// Reads the blanks at the start of a line. Tabs count to the next multiple of 8 in `column` and as
/// one in `tabColumn`: where the two orders differ, the indentation is ambiguous.
bool Lexer::measureIndentation(uint32_t &column, uint32_t &tabColumn) {
  uint32_t continued = 0;
  for (;; ++cursor_) {
    switch (current()) {
    case ' ':
      ++column, ++tabColumn;
      continue;
    case '\t':
      column = (column / 8 + 1) * 8;
      ++tabColumn;
      continue;
    case '\f':
      column = tabColumn = 0;
      continue;
    case '\\':
      continued = continued ? continued : column;
      ++cursor_;
      if (!lineContinuation())
        return false;
      --cursor_;
      continue;
    default:
      if (continued)
        column = tabColumn = continued;
      return true;
    }
  }
}

void Lexer::indentation() {
  atLineStart_ = false;
  uint32_t column = 0, tabColumn = 0;
  if (!measureIndentation(column, tabColumn) || !parens_.empty())
    return;
  const bool blank = current() == '#' || current() == '\n';
  if (!blank && !atEnd())
    changeIndentation(column, tabColumn);
}

void Lexer::changeIndentation(uint32_t column, uint32_t tabColumn) {
  const auto inconsistent = [&] {
    failAt(DiagnosticId::InconsistentTabs, {line_, 0, 0, 0});
  };
  if (column > indents_.back()) {
    if (indents_.size() >= 100)
      return failAt(DiagnosticId::TooManyIndents, {line_, 0, 0, 0});
    if (tabColumn <= tabIndents_.back())
      return inconsistent();
    indents_.push_back(column);
    tabIndents_.push_back(tabColumn);
    return emit(TokenKind::Indent, cursor_);
  }
  size_t dedents = 0;
  while (column < indents_.back()) {
    indents_.pop_back();
    tabIndents_.pop_back();
    ++dedents;
  }
  if (column != indents_.back()) {
    const uint32_t length = static_cast<uint32_t>(file_.lineText(line_).size());
    return failAt(DiagnosticId::UnindentMismatch, {line_, length, 0, 0});
  }
  if (tabColumn != tabIndents_.back())
    return inconsistent();
  while (dedents--)
    emit(TokenKind::Dedent, cursor_);
}

void Lexer::failNeverClosed() {
  const OpenParen &paren = parens_.back();
  failAt(DiagnosticId::NeverClosed, {paren.line, paren.column, 0, 0},
         {std::string_view(&paren.character, 1)});
}

void Lexer::endOfFile() {
  // CPython stays on the last line, past its newline.
  if (cursor_ == lineStart_ && line_ > 1) {
    --line_;
    lineStart_ = file_.lineStart(line_);
  }
  if (!parens_.empty())
    return failNeverClosed();
  for (; indents_.size() > 1; indents_.pop_back())
    emit(TokenKind::Dedent, cursor_);
}

// ---- tokens ------------------------------------------------------------------------------------

void Lexer::normalToken() {
  const char c = current();
  if (isIdentifierStart(c))
    return name();
  if (isDecimalDigit(c) || (c == '.' && isDecimalDigit(at(cursor_ + 1))))
    return number();
  switch (c) {
  case '\n':
    if (parens_.empty() && !tokens_.empty() && tokens_.back().kind != TokenKind::Newline &&
        tokens_.back().kind != TokenKind::Indent && tokens_.back().kind != TokenKind::Dedent) {
      // As in CPython, a comment belongs to the newline that ends it.
      ++cursor_;
      emit(TokenKind::Newline, commentStart_);
      --cursor_;
    }
    ++cursor_;
    newLine();
    atLineStart_ = true;
    return;
  case '"':
  case '\'':
    return string(cursor_);
  case '\\':
    ++cursor_;
    lineContinuation();
    return;
  default:
    return punctuation();
  }
}

namespace {

struct Keyword {
  std::string_view text;
  TokenKind kind;
};
constexpr Keyword keywords[] = {
#define MOLT_KEYWORD(Kind, text) {text, TokenKind::Kind},
#include "frontend/tokens.def"
};

constexpr size_t keywordSlots = 256;
constexpr size_t keywordHash(const char *text, size_t size) {
  return (static_cast<unsigned char>(text[0]) * 49 + static_cast<unsigned char>(text[1]) * 5 +
          static_cast<unsigned char>(text[size - 1]) * 17 + size * 8) %
         keywordSlots;
}
constexpr auto keywordTable = [] {
  std::array<uint8_t, keywordSlots> table{};
  for (size_t i = 0; i < std::size(keywords); ++i) {
    const size_t slot = keywordHash(keywords[i].text.data(), keywords[i].text.size());
    table[slot] = table[slot] == 0 ? static_cast<uint8_t>(i + 1) : 255;
  }
  return table;
}();
constexpr bool keywordTableIsPerfect = [] {
  for (uint8_t entry : keywordTable)
    if (entry == 255)
      return false;
  return true;
}();
static_assert(keywordTableIsPerfect, "two keywords share a slot: change keywordHash");

TokenKind keywordOrName(const char *text, size_t size) {
  if (size < 2 || size > 8)
    return TokenKind::Name;
  const uint8_t entry = keywordTable[keywordHash(text, size)];
  if (entry == 0 || keywords[entry - 1].text != std::string_view(text, size))
    return TokenKind::Name;
  return keywords[entry - 1].kind;
}

} // namespace

void Lexer::name() {
  const uint32_t from = cursor_;
  // A string prefix: a quote after one to three of the letters b, r, u, f, t, each at most once.
  bool isRaw = false, isFormatted = false, isTemplate = false, isBytes = false, isUnicode = false;
  for (;; ++cursor_) {
    const char c = toLowerAscii(current());
    bool *seen = c == 'b'                                    ? &isBytes
                 : c == 'r'                                  ? &isRaw
                 : c == 'u'                                  ? &isUnicode
                 : c == 'f'                                  ? &isFormatted
                 : c == 't' && version_ >= python314 ? &isTemplate
                                                             : nullptr;
    if (!seen || *seen)
      break;
    *seen = true;
    const char next = at(cursor_ + 1);
    if (next != '"' && next != '\'')
      continue;
    ++cursor_;
    if (isBytes + isUnicode + isFormatted + isTemplate + (isUnicode && isRaw) > 1) {
      if (version_ >= python314)
        return incompatiblePrefixes(from);
      break; // older versions read a name and a string
    }
    if (isFormatted || isTemplate)
      return stringStart(from, isRaw, isTemplate);
    return string(from);
  }
  bool ascii = true;
  while (isIdentifierPart(current())) {
    ascii &= static_cast<unsigned char>(current()) < 128;
    ++cursor_;
  }
  if (!ascii && !verifyIdentifier(from))
    return;
  emit(ascii ? keywordOrName(text_ + from, cursor_ - from) : TokenKind::Name, from);
}

void Lexer::incompatiblePrefixes(uint32_t from) {
  ++cursor_; // the quote
  const auto has = [&](char letter) {
    for (uint32_t i = from; i < cursor_ - 1; ++i)
      if (toLowerAscii(at(i)) == letter)
        return true;
    return false;
  };
  static constexpr const char *pairs[] = {"ub", "ur", "uf", "ut", "bf", "bt", "ft"};
  for (const char *pair : pairs) {
    if (!has(pair[0]) || !has(pair[1]))
      continue;
    const uint32_t column = from - lineStart_;
    return failAt(DiagnosticId::IncompatiblePrefixes,
                  {line_, column, line_, cursor_ - lineStart_ - 1},
                  {std::string_view(pair, 1), std::string_view(pair + 1, 1)});
  }
}

void Lexer::open(char c) {
  if (parens_.size() >= 200) {
    ++cursor_;
    return fail(DiagnosticId::TooManyNestedParentheses);
  }
  parens_.push_back({c, line_, cursor_ - lineStart_});
  if (!modes_.empty())
    ++modes_.back().depth;
}

void Lexer::close(char c) {
  const std::string_view closing(&c, 1);
  ++cursor_;
  StringMode *mode = modes_.empty() ? nullptr : &modes_.back();
  if (mode && mode->depth == 0 && c == '}')
    return fail(DiagnosticId::SingleBrace, {stringLetter()});
  if (parens_.empty())
    return fail(DiagnosticId::UnmatchedParen, {closing});
  const OpenParen opening = parens_.back();
  parens_.pop_back();
  const bool matches = (opening.character == '(' && c == ')') ||
                       (opening.character == '[' && c == ']') ||
                       (opening.character == '{' && c == '}');
  if (!matches) {
    // A bracket that would close the replacement field itself matches nothing.
    if (mode && opening.character == '{' && mode->depth - 1 == mode->expressionDepth)
      return fail(DiagnosticId::StringUnmatchedParen, {stringLetter(), closing});
    const std::string_view open(&opening.character, 1);
    if (opening.line != line_)
      return fail(DiagnosticId::MismatchedParenOnLine,
                  {closing, open, std::to_string(opening.line)});
    return fail(DiagnosticId::MismatchedParen, {closing, open});
  }
  --cursor_;
  if (!mode)
    return;
  if (--mode->depth < 0) {
    ++cursor_;
    return fail(DiagnosticId::StringUnmatchedParen, {stringLetter(), closing});
  }
  if (c == '}' && mode->depth == mode->expressionDepth) {
    --mode->expressionDepth;
    mode->inMiddle = true;
    mode->inFormatSpec = false;
  }
}

void Lexer::punctuation() {
  const uint32_t from = cursor_;
  const char c = current(), second = at(cursor_ + 1);
  if (c == ':' && inExpression() && modes_.back().depth - 1 == modes_.back().expressionDepth) {
    modes_.back().inMiddle = true;
    modes_.back().inFormatSpec = true;
    ++cursor_;
    return emit(TokenKind::Colon, from);
  }
  const auto take = [&](uint32_t size, TokenKind kind) {
    cursor_ += size;
    emit(kind, from);
  };
  const auto simple = [&](TokenKind alone, TokenKind withEqual) {
    second == '=' ? take(2, withEqual) : take(1, alone);
  };
  const auto doubled = [&](TokenKind alone, TokenKind withEqual, TokenKind twice,
                           TokenKind twiceWithEqual) {
    if (second == c)
      return at(from + 2) == '=' ? take(3, twiceWithEqual) : take(2, twice);
    simple(alone, withEqual);
  };
  using enum TokenKind;
  switch (c) {
  case '(':
  case '[':
  case '{':
    open(c);
    if (!failed_)
      take(1, c == '(' ? LeftParen : c == '[' ? LeftBracket : LeftBrace);
    return;
  case ')':
  case ']':
  case '}':
    close(c);
    if (!failed_)
      take(1, c == ')' ? RightParen : c == ']' ? RightBracket : RightBrace);
    return;
  case ':':
    return simple(Colon, ColonEqual);
  case ',':
    return take(1, Comma);
  case ';':
    return take(1, Semicolon);
  case '~':
    return take(1, Tilde);
  case '.':
    return second == '.' && at(from + 2) == '.' ? take(3, TokenKind::Ellipsis) : take(1, Dot);
  case '+':
    return simple(Plus, PlusEqual);
  case '-':
    return second == '>' ? take(2, Arrow) : simple(Minus, MinusEqual);
  case '%':
    return simple(Percent, PercentEqual);
  case '&':
    return simple(Ampersand, AmpersandEqual);
  case '|':
    return simple(Pipe, PipeEqual);
  case '^':
    return simple(Circumflex, CircumflexEqual);
  case '@':
    return simple(At, AtEqual);
  case '=':
    return simple(Equal, EqualEqual);
  case '!':
    return simple(Exclamation, NotEqual);
  case '*':
    return doubled(Star, StarEqual, DoubleStar, DoubleStarEqual);
  case '/':
    return doubled(Slash, SlashEqual, DoubleSlash, DoubleSlashEqual);
  case '<':
    return second == '>' ? take(2, NotEqual)
                         : doubled(Less, LessEqual, LeftShift, LeftShiftEqual);
  case '>':
    return doubled(Greater, GreaterEqual, RightShift, RightShiftEqual);
  default:
    if (static_cast<unsigned char>(c) < 32 || c == 127)
      return invalidCharacter(from);
    return take(1, Unknown);
  }
}

} // namespace molt
