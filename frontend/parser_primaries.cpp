// Primaries: atoms, calls, subscripts, displays and comprehensions.
#include "frontend/character_class.h"
#include "frontend/parser_state.h"

#include <charconv>
#include <cstdlib>

namespace molt {

using namespace ast;

Expr *Parser::parsePrimary() {
  const size_t first = position_;
  Expr *value = parseAtom();
  for (;;) {
    switch (current().kind) {
    case Kind::Dot: {
      ++position_;
      const Identifier attr = identifier();
      auto *node = make<Attribute>(first);
      node->value = value;
      node->attr = attr;
      value = done(node);
      continue;
    }
    case Kind::LeftParen:
      value = parseCall(first, value);
      continue;
    case Kind::LeftBracket:
      value = parseSubscript(first, value);
      continue;
    default:
      return value;
    }
  }
}

Expr *Parser::constant(ConstantValue::Type type) {
  const size_t first = position_++;
  auto *node = make<Constant>(first);
  node->value.type = type;
  return node;
}

Expr *Parser::parseAtom() {
  switch (current().kind) {
  case Kind::Name: {
    auto *node = context_.create<Name>(current().range());
    node->id = identifier();
    return node;
  }
  case Kind::Number:
    return parseNumber();
  case Kind::String:
  case Kind::FStringStart:
  case Kind::TStringStart:
    return parseStrings();
  case Kind::KwTrue:
    return constant(ConstantValue::Type::True);
  case Kind::KwFalse:
    return constant(ConstantValue::Type::False);
  case Kind::KwNone:
    return constant(ConstantValue::Type::None);
  case Kind::Ellipsis:
    return constant(ConstantValue::Type::Ellipsis);
  case Kind::LeftParen:
    return parseParenthesized();
  case Kind::LeftBracket:
    return parseList();
  case Kind::LeftBrace:
    return parseBraces();
  default:
    fail();
    return someExpr();
  }
}

// ---- calls -------------------------------------------------------------------------------------

Expr *Parser::parseCall(size_t first, Expr *callee) {
  Span<Expr *> args;
  Span<Keyword *> keywords;
  parseArguments(true, args, keywords);
  auto *node = make<Call>(first);
  node->func = callee;
  node->args = args;
  node->keywords = keywords;
  return done(node);
}

Keyword *Parser::parseKeyword() {
  const size_t first = position_;
  Identifier name;
  if (!accept(Kind::DoubleStar)) {
    name = identifier();
    expect(Kind::Equal);
  }
  Expr *value = parseExpression();
  auto *node = make<Keyword>(first);
  node->arg = name;
  node->value = value;
  return done(node);
}

void Parser::parseArguments(bool allowGenerator, Span<Expr *> &args, Span<Keyword *> &keywords) {
  const size_t first = position_;
  expect(Kind::LeftParen);
  std::vector<Keyword *> found;
  ListBuilder<Expr> positional(*this);
  bool sawMapping = false;
  while (!at(Kind::RightParen) && !failed_) {
    if (at(Kind::DoubleStar) || (at(Kind::Name) && next().kind == Kind::Equal)) {
      sawMapping |= at(Kind::DoubleStar);
      found.push_back(parseKeyword());
    } else if (at(Kind::Star)) {
      if (sawMapping)
        fail();
      positional.add(starred(&Parser::parseExpression));
    } else {
      if (!found.empty())
        fail();
      Expr *value = parseNamedExpression();
      if (atComprehension()) {
        // f(x for x in y): the only argument, and its range is the parentheses.
        const bool only = allowGenerator && positional.size() == 0;
        Span<Comprehension *> generators = parseComprehensions();
        if (!only || !at(Kind::RightParen))
          fail();
        ++position_;
        auto *node = make<GeneratorExp>(first);
        --position_;
        node->elt = value;
        node->generators = generators;
        value = done(node);
      }
      positional.add(value);
    }
    if (!accept(Kind::Comma))
      break;
  }
  expect(Kind::RightParen);
  args = positional.finish();
  keywords = context_.arena().copy(found);
}

// ---- subscripts --------------------------------------------------------------------------------

Expr *Parser::parseSlice() {
  const size_t first = position_;
  Expr *lower = at(Kind::Colon) ? nullptr : parseNamedExpression();
  if (!at(Kind::Colon))
    return lower;
  if (lower && isa<NamedExpr>(lower) && tokens_[first].kind != Kind::LeftParen)
    fail(); // a walrus as a slice's bound needs parentheses
  ++position_;
  Expr *upper = canStartExpression() ? parseExpression() : nullptr;
  Expr *step = nullptr;
  if (accept(Kind::Colon) && canStartExpression())
    step = parseExpression();
  auto *node = make<Slice>(first);
  node->lower = lower;
  node->upper = upper;
  node->step = step;
  return done(node);
}

Expr *Parser::parseSliceOrStar() {
  return at(Kind::Star) ? starred(&Parser::parseExpression) : parseSlice();
}

Expr *Parser::parseSubscript(size_t first, Expr *value) {
  expect(Kind::LeftBracket);
  const size_t sliceFirst = position_;
  Expr *slice = parseSliceOrStar();
  if (at(Kind::Comma) || isa<Starred>(slice)) {
    ListBuilder<Expr> elts(*this);
    elts.add(slice);
    while (accept(Kind::Comma) && !at(Kind::RightBracket))
      elts.add(parseSliceOrStar());
    auto *tuple = make<Tuple>(sliceFirst);
    tuple->elts = elts.finish();
    slice = done(tuple);
  }
  expect(Kind::RightBracket);
  auto *node = make<Subscript>(first);
  node->value = value;
  node->slice = slice;
  return done(node);
}

// ---- displays ----------------------------------------------------------------------------------

Expr *Parser::parseParenthesized() {
  const size_t first = position_;
  DepthGuard guard(*this);
  expect(Kind::LeftParen);
  if (accept(Kind::RightParen))
    return make<Tuple>(first);
  if (at(Kind::KwYield)) {
    Expr *value = parseYield();
    expect(Kind::RightParen);
    return value;
  }
  Expr *head = parseStarNamedExpression();
  if (atComprehension()) {
    if (isa<Starred>(head))
      fail();
    Span<Comprehension *> generators = parseComprehensions();
    expect(Kind::RightParen);
    auto *node = make<GeneratorExp>(first);
    node->elt = head;
    node->generators = generators;
    return done(node);
  }
  if (!at(Kind::Comma)) {
    if (isa<Starred>(head))
      fail();
    expect(Kind::RightParen);
    return head;
  }
  ListBuilder<Expr> elts(*this);
  elts.add(head);
  while (accept(Kind::Comma) && !at(Kind::RightParen))
    elts.add(parseStarNamedExpression());
  expect(Kind::RightParen);
  auto *node = make<Tuple>(first);
  node->elts = elts.finish();
  return done(node);
}

Expr *Parser::parseList() {
  const size_t first = position_;
  DepthGuard guard(*this);
  expect(Kind::LeftBracket);
  ListBuilder<Expr> elts(*this);
  while (!at(Kind::RightBracket) && !failed_) {
    Expr *element = parseStarNamedExpression();
    if (atComprehension()) {
      if (elts.size() != 0 || isa<Starred>(element))
        fail();
      Span<Comprehension *> generators = parseComprehensions();
      expect(Kind::RightBracket);
      auto *node = make<ListComp>(first);
      node->elt = element;
      node->generators = generators;
      return done(node);
    }
    elts.add(element);
    if (!accept(Kind::Comma))
      break;
  }
  expect(Kind::RightBracket);
  auto *node = make<List>(first);
  node->elts = elts.finish();
  return done(node);
}

Expr *Parser::parseBraces() {
  const size_t first = position_;
  DepthGuard guard(*this);
  expect(Kind::LeftBrace);
  if (at(Kind::RightBrace) || at(Kind::DoubleStar))
    return parseDict(first, nullptr);
  Expr *head = parseStarNamedExpression();
  const bool mayBeKey = !isa<Starred>(head) && !isa<NamedExpr>(head);
  if (at(Kind::Colon) && (mayBeKey || tokens_[first + 1].kind == Kind::LeftParen))
    return parseDict(first, head);
  return parseSet(first, head);
}

Expr *Parser::parseSet(size_t first, Expr *head) {
  ListBuilder<Expr> elts(*this);
  elts.add(head);
  if (atComprehension()) {
    if (isa<Starred>(head))
      fail();
    Span<Comprehension *> generators = parseComprehensions();
    expect(Kind::RightBrace);
    auto *node = make<SetComp>(first);
    node->elt = head;
    node->generators = generators;
    return done(node);
  }
  while (accept(Kind::Comma) && !at(Kind::RightBrace))
    elts.add(parseStarNamedExpression());
  expect(Kind::RightBrace);
  auto *node = make<Set>(first);
  node->elts = elts.finish();
  return done(node);
}

/// `head` is the first key when it has been read already.
Expr *Parser::parseDict(size_t first, Expr *head) {
  ListBuilder<Expr> keys(*this);
  std::vector<Expr *> values;
  while (!at(Kind::RightBrace) && !failed_) {
    if (accept(Kind::DoubleStar)) {
      keys.add(nullptr);
      values.push_back(parseBitwiseOr());
    } else {
      Expr *key = head ? head : parseExpression();
      head = nullptr;
      expect(Kind::Colon);
      Expr *value = parseExpression();
      if (atComprehension()) {
        if (keys.size() != 0)
          fail();
        Span<Comprehension *> generators = parseComprehensions();
        expect(Kind::RightBrace);
        auto *node = make<DictComp>(first);
        node->key = key;
        node->value = value;
        node->generators = generators;
        return done(node);
      }
      keys.add(key);
      values.push_back(value);
    }
    if (!accept(Kind::Comma))
      break;
  }
  expect(Kind::RightBrace);
  auto *node = make<Dict>(first);
  node->keys = keys.finish();
  node->values = context_.arena().copy(values);
  return done(node);
}

// ---- comprehensions ----------------------------------------------------------------------------

bool Parser::atComprehension() const {
  return at(Kind::KwFor) || (at(Kind::KwAsync) && next().kind == Kind::KwFor);
}

Span<Comprehension *> Parser::parseComprehensions() {
  ListBuilder<Comprehension> generators(*this);
  while (atComprehension())
    generators.add(parseComprehension());
  return generators.finish();
}

Comprehension *Parser::parseComprehension() {
  const size_t first = position_;
  const bool isAsync = accept(Kind::KwAsync);
  expect(Kind::KwFor);
  Expr *target = parseStarTargets();
  expect(Kind::KwIn);
  Expr *iter = parseDisjunction();
  ListBuilder<Expr> ifs(*this);
  while (accept(Kind::KwIf))
    ifs.add(parseDisjunction());
  auto *node = make<Comprehension>(first);
  node->target = target;
  node->iter = iter;
  node->ifs = ifs.finish();
  node->is_async = isAsync;
  return done(node);
}

// ---- numbers -----------------------------------------------------------------------------------

namespace {

/// "0x..." of a binary or octal literal's digits.
std::string hexFromBits(std::string_view digits, int bitsPerDigit) {
  std::string reversed;
  uint32_t pending = 0;
  int bits = 0;
  for (size_t i = digits.size(); i-- > 0;) {
    pending |= static_cast<uint32_t>(digits[i] - '0') << bits;
    for (bits += bitsPerDigit; bits >= 4; bits -= 4, pending >>= 4)
      reversed += "0123456789abcdef"[pending & 15];
  }
  if (bits > 0)
    reversed += "0123456789abcdef"[pending & 15];
  return std::string(reversed.rbegin(), reversed.rend());
}

std::string withoutLeadingZeros(std::string digits) {
  const size_t first = digits.find_first_not_of('0');
  return first == std::string::npos ? "0" : digits.substr(first);
}

} // namespace

Expr *Parser::parseNumber() {
  const Token &token = current();
  std::string digits;
  for (char c : textOf(token))
    if (c != '_')
      digits += toLowerAscii(c);
  auto *node = context_.create<Constant>(token.range());
  ConstantValue &value = node->value;
  const char radix = digits.size() > 1 && digits[0] == '0' ? digits[1] : ' ';
  const bool isRadix = radix == 'x' || radix == 'o' || radix == 'b';
  if (!isRadix && digits.find_first_of(".ej") != std::string::npos) {
    value.type = digits.back() == 'j' ? ConstantValue::Type::Complex : ConstantValue::Type::Float;
    value.number = 0;
    const char *end = digits.data() + digits.size() - (digits.back() == 'j');
    const auto result = std::from_chars(digits.data(), end, value.number);
    if (result.ec == std::errc::result_out_of_range)
      value.number = std::strtod(digits.c_str(), nullptr); // infinity, zero or a denormal
    ++position_;
    return node;
  }
  value.type = ConstantValue::Type::Int;
  int base = 10;
  if (isRadix) {
    base = 16;
    const std::string body = digits.substr(2);
    digits = withoutLeadingZeros(radix == 'x'   ? body
                                 : radix == 'o' ? hexFromBits(body, 3)
                                                : hexFromBits(body, 1));
  } else {
    if (digits.size() > 4300) {
      raise(DiagnosticId::IntegerTooLong, token.range(), {std::to_string(digits.size())});
      return node;
    }
    digits = withoutLeadingZeros(digits);
  }
  int64_t small = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), small, base);
  value.fitsInt64 = result.ec == std::errc();
  value.integer = value.fitsInt64 ? small : 0;
  value.text = context_.arena().copy(base == 16 ? "0x" + digits : digits);
  ++position_;
  return node;
}

} // namespace molt
