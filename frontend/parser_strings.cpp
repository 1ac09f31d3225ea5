// Strings as expressions: implicit concatenation, f-strings (PEP 701) and t-strings (PEP 750).
#include "frontend/character_class.h"
#include "frontend/parser_state.h"
#include "frontend/unicode.h"

namespace molt {

using namespace ast;

/// A piece of a concatenated string: text, or an expression that is formatted into it.
struct Parser::StringPart {
  Expr *expression; ///< null for text
  std::string_view text;
  SourceRange range;
  Identifier kind; ///< of the literal that the text stands in: `u` or nothing
  /// A text that is not decoded yet: CPython does that when it has read the whole string.
  const Token *pending = nullptr;
};

Constant *Parser::stringConstant(std::string_view text, const SourceRange &range) {
  auto *node = context_.create<Constant>(range);
  node->value.type = ConstantValue::Type::Str;
  node->value.text = text;
  return node;
}

/// Joins neighbouring texts, and drops empty ones.
Span<Expr *> Parser::foldParts(std::vector<StringPart> &parts, bool dropEmpty) {
  ListBuilder<Expr> values(*this);
  for (size_t i = 0; i < parts.size();) {
    if (parts[i].expression) {
      values.add(parts[i++].expression);
      continue;
    }
    SourceRange range{};
    Identifier kind;
    std::string joined;
    size_t texts = 0;
    std::string_view text;
    for (; i < parts.size() && !parts[i].expression; ++i) {
      if (dropEmpty && parts[i].text.empty())
        continue;
      if (texts++ == 0) {
        range = parts[i].range;
        kind = parts[i].kind;
        text = parts[i].text;
        continue;
      }
      if (texts == 2)
        joined = text;
      joined += parts[i].text;
      range = range.through(parts[i].range);
    }
    if (texts == 0)
      continue;
    Constant *node = stringConstant(texts > 1 ? context_.arena().copy(joined) : text, range);
    node->kind = kind;
    values.add(node);
  }
  return values.finish();
}

Expr *Parser::parseStrings() {
  const size_t first = position_;
  if (next().kind != Kind::String && next().kind != Kind::FStringStart &&
      next().kind != Kind::TStringStart && at(Kind::String)) {
    bool isBytes;
    Expr *node = plainString(current(), isBytes);
    if (!failed_)
      ++position_;
    return node;
  }
  std::vector<StringPart> parts;
  bool sawFormatted = false, sawBytes = false, sawText = false;
  const bool isTemplate = at(Kind::TStringStart);
  for (;;) {
    if (at(Kind::String)) {
      bool isBytes;
      auto *node = cast<Constant>(plainString(current(), isBytes));
      if (!failed_)
        ++position_;
      (isBytes ? sawBytes : sawText) = true;
      parts.push_back({nullptr, node->value.text, node->range(), node->kind});
    } else if (at(Kind::FStringStart)) {
      sawFormatted = sawText = true;
      parseFString(parts, false);
    } else if (at(Kind::TStringStart)) {
      if (!isTemplate)
        fail();
      parseFString(parts, true);
    } else {
      break;
    }
    if (isTemplate && (at(Kind::String) || at(Kind::FStringStart)))
      fail();
  }
  if (sawBytes && sawText) {
    const SourceRange &range = current().range();
    raise(DiagnosticId::MixedBytes, range);
    return someExpr();
  }
  if (isTemplate) {
    auto *node = make<TemplateStr>(first);
    node->values = foldParts(parts, true);
    return done(node);
  }
  if (sawFormatted) {
    auto *node = make<JoinedStr>(first);
    node->values = foldParts(parts, true);
    return done(node);
  }
  Span<Expr *> values = foldParts(parts, false);
  if (values.empty())
    return someExpr();
  if (sawBytes)
    cast<Constant>(values[0])->value.type = ConstantValue::Type::Bytes;
  return values[0];
}

/// The text between replacement fields.
Expr *Parser::middle(const Token &token, const Token &errorToken, bool isRaw) {
  const std::string_view body = textOf(token);
  return stringConstant(isRaw ? context_.arena().copy(body)
                              : decodeEscapes(body, errorToken, false),
                        token.range());
}

void Parser::parseFString(std::vector<StringPart> &parts, bool isTemplate) {
  DepthGuard guard(*this);
  bool isRaw = false;
  for (char c : textOf(current()).substr(0, 2))
    isRaw |= toLowerAscii(c) == 'r';
  ++position_;
  const Kind textKind = isTemplate ? Kind::TStringMiddle : Kind::FStringMiddle;
  while (!failed_) {
    if (at(textKind)) {
      parts.push_back({nullptr, {}, current().range(), {}, &current()});
      ++position_;
    } else if (at(Kind::LeftBrace)) {
      parseReplacementField(parts, {isTemplate, isRaw, false});
    } else {
      break;
    }
  }
  const Token &end = current();
  expect(isTemplate ? Kind::TStringEnd : Kind::FStringEnd);
  for (StringPart &part : parts) {
    if (!part.pending || failed_)
      continue;
    part.text = cast<Constant>(middle(*part.pending, end, isRaw))->value.text;
    part.pending = nullptr;
  }
}

/// The source of a field's expression, from `from` to `to`, without comments.
std::string_view Parser::fieldSource(uint32_t from, uint32_t to) {
  const std::string_view source = text_.substr(from, to - from);
  if (source.find('#') == std::string_view::npos)
    return context_.arena().copy(source);
  std::string out;
  char quote = 0;
  for (size_t i = 0; i < source.size(); ++i) {
    const char c = source[i];
    if (quote) {
      if (c == '\\' && i + 1 < source.size())
        out += source[i++];
      else if (c == quote)
        quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '#') {
      while (i < source.size() && source[i] != '\n')
        ++i;
      if (i == source.size())
        break;
    }
    out += source[i];
  }
  return context_.arena().copy(out);
}

static std::string_view withoutEqualSign(std::string_view source) {
  while (!source.empty()) {
    size_t last = source.size() - 1;
    while (last > 0 && (source[last] & 0xC0) == 0x80)
      --last;
    size_t at = last;
    const char32_t c = unicode::decode(source, at);
    if (c != '=' && !unicode::isSpace(c))
      break;
    source = source.substr(0, last);
  }
  return source;
}

/// `{value=!r:spec}`. Of `{value=}` the text becomes a part of its own.
void Parser::parseReplacementField(std::vector<StringPart> &parts, FieldStyle style) {
  DepthGuard guard(*this);
  const size_t first = position_;
  const std::string_view letter = style.isTemplate ? "t" : "f";
  const Token &brace = current();
  expect(Kind::LeftBrace);
  Expr *value = parseAnnotatedRhs();
  const bool isDebug = accept(Kind::Equal);
  const Token terminator = current();
  int32_t conversion = -1;
  if (accept(Kind::Exclamation)) {
    const Token &mark = tokens_[position_ - 1];
    const Token &name = current();
    const std::string_view text = textOf(name);
    if (!at(Kind::Name))
      fail();
    else if (mark.end != name.start)
      version_ >= python314
          ? raise(DiagnosticId::ConversionNotAdjacent, mark.range().through(name.range()), {letter})
          : raise(DiagnosticId::ConversionNotAdjacent312, mark.range().through(name.range()));
    else if (text != "s" && text != "r" && text != "a")
      raise(DiagnosticId::InvalidConversion, name.range(), {letter, text});
    else
      conversion = text[0];
    if (!failed_)
      ++position_;
  }
  JoinedStr *spec = at(Kind::Colon) ? parseFormatSpec(style) : nullptr;
  expect(Kind::RightBrace);
  if (failed_)
    return;
  if (isDebug && conversion < 0 && !spec)
    conversion = 'r';
  const std::string_view source = fieldSource(brace.end, terminator.start);
  if (isDebug)
    parts.push_back({nullptr, source,
                     {brace.endLine, brace.endColumn, terminator.line, terminator.column}, {}});
  const auto fill = [&](auto *node) -> Expr * {
    node->value = value;
    node->conversion = conversion;
    node->format_spec = spec;
    return done(node);
  };
  Expr *field;
  if (style.isTemplate && !style.inFormatSpec) {
    auto *node = make<Interpolation>(first);
    node->str.type = ConstantValue::Type::Str;
    node->str.text = withoutEqualSign(source);
    field = fill(node);
  } else {
    field = fill(make<FormattedValue>(first));
  }
  parts.push_back({field, {}, field->range(), {}});
}

/// At the colon. Fields inside are formatted values, in t-strings too.
JoinedStr *Parser::parseFormatSpec(FieldStyle style) {
  const size_t first = position_;
  expect(Kind::Colon);
  std::vector<StringPart> parts;
  const Kind textKind = style.isTemplate ? Kind::TStringMiddle : Kind::FStringMiddle;
  while (!failed_) {
    if (at(textKind)) {
      auto *text = cast<Constant>(middle(current(), current(), style.isRaw && version_ >= python314));
      parts.push_back({nullptr, text->value.text, text->range(), {}});
      if (!failed_)
        ++position_;
    } else if (at(Kind::LeftBrace)) {
      parseReplacementField(parts, {style.isTemplate, style.isRaw, true});
    } else {
      break;
    }
  }
  auto *node = make<JoinedStr>(first);
  node->values = foldParts(parts, true);
  return done(node);
}

} // namespace molt
