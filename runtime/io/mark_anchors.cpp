// Finds the operator or the brackets of an expression, given only its text.
//
// The text is a valid expression (the compiler parsed it), so that a scan over its tokens outside of
// brackets decides: an operator that binds weaker than the arithmetic ones means "no anchors"; else
// the weakest arithmetic operator is the node; else the last trailer is.
#include "runtime/io/source_marks.h"

namespace molt {

namespace {

enum class TokenKind : uint8_t { kOperand, kName, kOpen, kClose, kDot, kOperator, kOther };

struct Token {
  TokenKind kind;
  uint32_t start, end; // bytes in the segment
  uint32_t match;      // brackets: the partner's index
};

bool isNameByte(unsigned char c) {
  return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         c >= 0x80;
}

class Scanner {
  TextRange text_;
  ByteBuffer tokens_;
  uint32_t at_ = 0;

  Token *tokens() { return reinterpret_cast<Token *>(tokens_.data()); }
  uint32_t count() const { return static_cast<uint32_t>(tokens_.size() / sizeof(Token)); }
  void add(TokenKind kind, uint32_t start) {
    Token token{kind, start, at_, 0};
    tokens_.append(reinterpret_cast<const char *>(&token), sizeof token);
  }
  char peek(uint32_t ahead = 0) const {
    return at_ + ahead < text_.size ? text_.data[at_ + ahead] : '\0';
  }

  // A replacement field of an f-string, after its '{': up to its '}'.
  bool skipField() {
    int depth = 0;
    while (at_ < text_.size) {
      char c = peek();
      if (c == '\'' || c == '"') {
        if (!skipString(false))
          return false;
        continue;
      }
      ++at_;
      if (c == '{' || c == '[' || c == '(')
        ++depth;
      else if (c == ']' || c == ')')
        --depth;
      else if (c == '}' && depth-- == 0)
        return true;
    }
    return false;
  }

  // A string literal from its quote on.
  bool skipString(bool formatted) {
    char quote = peek();
    bool triple = peek(1) == quote && peek(2) == quote;
    at_ += triple ? 3 : 1;
    while (at_ < text_.size) {
      char c = peek();
      if (c == '\\') {
        at_ += 2;
        continue;
      }
      if (formatted && c == '{') {
        ++at_;
        if (peek() == '{')
          ++at_;
        else if (!skipField())
          return false;
        continue;
      }
      ++at_;
      if (c != quote)
        continue;
      if (!triple)
        return true;
      if (peek() == quote && peek(1) == quote) {
        at_ += 2;
        return true;
      }
    }
    return false;
  }

  bool scanWord() {
    uint32_t start = at_;
    if (peek() >= '0' && peek() <= '9') {
      while (isNameByte(peek()) || peek() == '.' ||
             ((peek() == '+' || peek() == '-') && (text_.data[at_ - 1] | 0x20) == 'e' &&
              text_.data[start + 1] != 'x' && text_.data[start + 1] != 'X'))
        ++at_;
      add(TokenKind::kOperand, start);
      return true;
    }
    while (isNameByte(peek()))
      ++at_;
    if (peek() == '\'' || peek() == '"') {
      bool formatted = false;
      for (uint32_t i = start; i < at_; ++i) {
        formatted |= (text_.data[i] | 0x20) == 'f' || (text_.data[i] | 0x20) == 't';
      }
      if (!skipString(formatted))
        return false;
      add(TokenKind::kOperand, start);
      return true;
    }
    add(TokenKind::kName, start);
    return true;
  }

  bool scanOperator() {
    uint32_t start = at_;
    char c = peek();
    ++at_;
    bool doubled = peek() == c && (c == '*' || c == '/' || c == '<' || c == '>');
    if (doubled)
      ++at_;
    switch (c) {
    case '+': case '-': case '*': case '/': case '%': case '@': case '&': case '|': case '^': case '~':
      break;
    case '<': case '>':
      if (!doubled) {
        add(TokenKind::kOther, start);
        return true;
      }
      break;
    default:
      add(TokenKind::kOther, start);
      return true;
    }
    add(peek() == '=' ? TokenKind::kOther : TokenKind::kOperator, start);
    return true;
  }

  bool scan() {
    uint32_t open[200], depth = 0;
    while (at_ < text_.size) {
      char c = peek();
      uint32_t start = at_;
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\\') {
        ++at_;
      } else if (c == '#') {
        while (at_ < text_.size && peek() != '\n')
          ++at_;
      } else if (c == '(' || c == '[' || c == '{') {
        ++at_;
        if (depth == 200)
          return false;
        open[depth++] = count();
        add(TokenKind::kOpen, start);
      } else if (c == ')' || c == ']' || c == '}') {
        ++at_;
        if (!depth)
          return false;
        add(TokenKind::kClose, start);
        uint32_t partner = open[--depth];
        tokens()[partner].match = count() - 1;
        tokens()[count() - 1].match = partner;
      } else if (c == '\'' || c == '"') {
        if (!skipString(false))
          return false;
        add(TokenKind::kOperand, start);
      } else if (isNameByte(c) || (c == '.' && peek(1) >= '0' && peek(1) <= '9')) {
        if (c == '.')
          ++at_;
        if (!scanWord())
          return false;
      } else if (c == '.') {
        at_ += peek(1) == '.' && peek(2) == '.' ? 3 : 1;
        add(at_ - start == 3 ? TokenKind::kOperand : TokenKind::kDot, start);
      } else if (!scanOperator()) {
        return false;
      }
    }
    return depth == 0;
  }

  bool wordIs(const Token &token, const char *word) const {
    size_t size = std::strlen(word);
    return token.kind == TokenKind::kName && token.end - token.start == size &&
           std::memcmp(text_.data + token.start, word, size) == 0;
  }
  bool wordIsAny(const Token &token, const char *const *words) const {
    for (; *words; ++words)
      if (wordIs(token, *words))
        return true;
    return false;
  }

  int precedence(const Token &token) const {
    char c = text_.data[token.start];
    bool two = token.end - token.start == 2;
    switch (c) {
    case '|': return 1;
    case '^': return 2;
    case '&': return 3;
    case '<': case '>': return 4;
    case '+': case '-': return 5;
    case '*': return two ? 7 : 6;
    default: return 6;
    }
  }

  // What the tokens [low, high) are outside of brackets.
  struct Shape {
    bool plain = false;          // arithmetic, prefixes and trailers only
    uint32_t binary = UINT32_MAX; // the operator of the outermost binary operation
    bool prefixed = false;       // begins with a unary operator
    bool awaited = false;
  };

  Shape shapeOf(uint32_t low, uint32_t high) {
    static constexpr const char *kWeaker[] = {"if", "else", "or", "and", "not", "in", "is", "lambda", "yield",
                                              "for", "async", nullptr};
    static constexpr const char *kStatements[] = {
        "import", "from", "raise", "assert", "return", "del", "pass", "break", "continue", "global",
        "nonlocal", "with", "while", "try", "class", "def", "elif", "except", "finally", nullptr};
    Shape shape;
    if (low >= high || wordIsAny(tokens()[low], kStatements))
      return shape;
    bool wantsOperand = true;
    int weakest = 100;
    for (uint32_t i = low; i < high; ++i) {
      Token &token = tokens()[i];
      if (token.kind == TokenKind::kOther || wordIsAny(token, kWeaker))
        return shape;
      if (wordIs(token, "await")) {
        shape.awaited |= i == low;
      } else if (token.kind == TokenKind::kOperator && wantsOperand) {
        char c = text_.data[token.start];
        if (c != '+' && c != '-' && c != '~')
          return shape;
        shape.prefixed |= i == low;
      } else if (token.kind == TokenKind::kOperator) {
        int strength = precedence(token);
        if (strength < weakest || (strength == weakest && strength != 7)) {
          weakest = strength;
          shape.binary = i;
        }
        wantsOperand = true;
      } else {
        if (token.kind == TokenKind::kOpen)
          i = token.match;
        wantsOperand = token.kind == TokenKind::kDot;
      }
    }
    if (weakest == 7 && shape.prefixed)
      shape.binary = UINT32_MAX;
    shape.plain = !wantsOperand;
    return shape;
  }

  // Whether [low, high) is one pair of parentheses that only group.
  bool isGroup(uint32_t low, uint32_t high) {
    if (high - low < 3 || tokens()[low].kind != TokenKind::kOpen || text_.data[tokens()[low].start] != '(' ||
        tokens()[low].match != high - 1)
      return false;
    for (uint32_t i = low + 1; i < high - 1; ++i) {
      Token &token = tokens()[i];
      if (token.kind == TokenKind::kOpen)
        i = token.match;
      else if ((token.kind == TokenKind::kOther && text_.data[token.start] == ',') || wordIs(token, "for"))
        return false;
    }
    return true;
  }

  void place(uint32_t offset, uint32_t *line, uint32_t *column) const {
    *line = *column = 0;
    for (uint32_t i = 0; i < offset; ++i) {
      unsigned char c = text_.data[i];
      if (c == '\n') {
        ++*line;
        *column = 0;
      } else if ((c & 0xC0) != 0x80) {
        ++*column;
      }
    }
  }

  void placeOperator(uint32_t index, uint32_t high, MarkAnchors *anchors) {
    uint32_t start = tokens()[index].start;
    place(start, &anchors->leftLine, &anchors->leftColumn);
    anchors->rightLine = anchors->leftLine;
    anchors->rightColumn = anchors->leftColumn + 1;
    anchors->isCall = anchors->isNamedCall = false;
    // One more character unless it is space or belongs to the right operand; parentheses that only
    // group do not belong to it.
    uint32_t low = index + 1, top = high;
    while (isGroup(low, top)) {
      ++low;
      --top;
    }
    uint32_t next = start + 1;
    if (next < text_.size && next < tokens()[low].start && !std::strchr(" \t\r\n\f\\#", text_.data[next]))
      ++anchors->rightColumn;
  }

public:
  explicit Scanner(TextRange text) : text_(text) {}

  bool find(MarkAnchors *anchors) {
    if (!scan())
      return false;
    uint32_t low = 0, high = count();
    while (isGroup(low, high)) {
      ++low;
      --high;
    }
    Shape shape = shapeOf(low, high);
    if (!shape.plain)
      return false;
    if (shape.binary != UINT32_MAX) {
      placeOperator(shape.binary, high, anchors);
      return true;
    }
    Token &last = tokens()[high - 1];
    if (shape.prefixed || shape.awaited || last.kind != TokenKind::kClose || last.match == low ||
        text_.data[last.start] == '}')
      return false;
    place(tokens()[last.match].start, &anchors->leftLine, &anchors->leftColumn);
    place(last.end, &anchors->rightLine, &anchors->rightColumn);
    anchors->isCall = text_.data[last.start] == ')';
    anchors->isNamedCall = anchors->isCall && last.match == low + 1 && tokens()[low].kind == TokenKind::kName;
    return true;
  }
};

} // namespace

bool findMarkAnchors(TextRange segment, MarkAnchors *anchors) { return Scanner(segment).find(anchors); }

} // namespace molt
