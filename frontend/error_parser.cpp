#include "frontend/error_parser.h"

#include "frontend/parser_state.h"

namespace molt {

ErrorParser::ErrorParser(const SourceFile &file, const Lexer &lexer, const ParseOptions &options,
                         size_t firstToken, bool barryAsBdfl)
    : file_(file), lexer_(lexer), options_(options), tokens_(lexer.tokens()),
      grammar_(options.version), firstToken_(static_cast<int>(firstToken)),
      barryAsBdfl_(barryAsBdfl),
      filled_(static_cast<int>(firstToken)),
      parser_(std::make_unique<Parser>(file, lexer, context_, options)) {}

ErrorParser::~ErrorParser() = default;

void ErrorParser::run() {
  static constexpr std::string_view starts[] = {"file", "eval", "interactive"};
  const std::string_view start = starts[static_cast<size_t>(options_.mode)];
  uint16_t rule = 0;
  while (grammar_.rules[rule].name != start)
    ++rule;
  matchRule(rule, firstToken_);
  if (stop_)
    return;
  const int firstReading = filled_;
  memo_.clear();
  callInvalid_ = true;
  matchRule(rule, firstToken_);
  if (stop_)
    return;
  const Token &last = tokens_[firstReading - 1];
  isFinal_ = last.kind == TokenKind::Indent || last.kind == TokenKind::Dedent;
  if (isFinal_)
    return raise(DiagnosticKind::IndentationError, lastTokenRange(),
                 last.kind == TokenKind::Indent ? "unexpected indent" : "unexpected unindent");
  SourceRange range = last.range();
  if (last.kind == TokenKind::EndMarker)
    range = {last.line, Diagnostic::noColumn, 0, 0};
  raise(DiagnosticKind::SyntaxError, range, "invalid syntax");
}

const Token &ErrorParser::token(int at) {
  const Token &found = tokens_[at];
  if (at >= filled_)
    filled_ = at + 1;
  if (found.kind == TokenKind::Error) {
    reachedLexerError_ = true;
    stop_ = true;
  }
  return found;
}

std::string_view ErrorParser::textOf(int at) {
  const Token &found = tokens_[at];
  return file_.text().substr(found.start, found.end - found.start);
}

int ErrorParser::matchRule(uint16_t index, int at) {
  const ErrorGrammar::Rule &rule = grammar_.rules[index];
  if (stop_)
    return failed;
  // What CPython remembers it remembers without regard to the mode.
  const bool mode = callInvalid_ && !rule.remembered;
  const uint64_t key = (static_cast<uint64_t>(at) << 16 | index) << 1 | mode;
  if (const auto known = memo_.find(key); known != memo_.end())
    return known->second;
  if (++depth_ > 6000) {
    isFinal_ = true;
    raise(DiagnosticKind::MemoryError, {},
          formatMessage(DiagnosticId::ParserStackOverflow, {}));
    return failed;
  }
  const bool outer = callInvalid_;
  if (rule.withoutInvalid)
    callInvalid_ = false;
  Captures captures{};
  const int end = matchAlternatives(rule.alternatives, at, captures);
  callInvalid_ = outer;
  --depth_;
  if (!stop_)
    memo_.emplace(key, end);
  return end;
}

int ErrorParser::matchAlternatives(const std::vector<uint16_t> &alternatives, int at,
                                   Captures &captures) {
  for (uint16_t index : alternatives) {
    const Alternative &alternative = grammar_.alternatives[index];
    bool cut = false;
    const int end = matchSequence(alternative, at, captures, cut);
    if (stop_)
      return failed;
    if (end != failed) {
      if (alternative.action == ErrorGrammar::Action::None)
        return end;
      // A rule whose action finds nothing to say fails without trying what follows.
      act(alternative, captures, end);
      return failed;
    }
    if (cut)
      return failed;
  }
  return failed;
}

int ErrorParser::matchSequence(const Alternative &alternative, int at, Captures &captures,
                               bool &cut) {
  // CPython guards an invalid_ rule only where it is all of an alternative.
  if (!callInvalid_ && alternative.items.size() == 1) {
    const Item &only = grammar_.items[alternative.items[0]];
    if (only.op == ErrorGrammar::Op::Rule && grammar_.rules[only.value].isInvalid)
      return failed;
  }
  for (uint16_t index : alternative.items) {
    const Item &item = grammar_.items[index];
    if (item.op == ErrorGrammar::Op::Cut) {
      cut = true;
      continue;
    }
    const int end = matchItem(index, at, captures);
    if (end == failed || stop_)
      return failed;
    if (item.capture != ErrorGrammar::noCapture)
      captures[item.capture] = {at, end, index};
    at = end;
  }
  return at;
}

int ErrorParser::matchItem(uint16_t index, int at, Captures &captures) {
  if (stop_)
    return failed;
  const Item &item = grammar_.items[index];
  using Op = ErrorGrammar::Op;
  switch (item.op) {
  case Op::Token:
    return matchToken(static_cast<TokenKind>(item.value), at);
  case Op::Soft:
    return token(at).kind == TokenKind::Name && textOf(at) == item.text ? at + 1 : failed;
  case Op::AnySoft: {
    const std::string_view text = textOf(at);
    const bool isSoft = token(at).kind == TokenKind::Name &&
                        (text == "_" || text == "case" || text == "match" || text == "type");
    return isSoft ? at + 1 : failed;
  }
  case Op::Rule:
    return matchRule(item.value, at);
  case Op::Group:
    return matchAlternatives(grammar_.rules[item.value].alternatives, at, captures);
  case Op::Optional: {
    const int end = matchItem(item.first, at, captures);
    return end == failed ? at : end;
  }
  case Op::Many:
  case Op::Some: {
    int end = matchItem(item.first, at, captures);
    if (end == failed)
      return item.op == Op::Some ? failed : at;
    for (int next = end; next != failed && !stop_;) {
      end = next;
      next = matchItem(item.first, end, captures);
      if (next == end)
        break;
    }
    return end;
  }
  case Op::Gather:
    return matchGather(item, at, captures);
  case Op::Ahead:
    return matchItem(item.first, at, captures) == failed ? failed : at;
  case Op::NotAhead:
    return matchItem(item.first, at, captures) == failed ? at : failed;
  case Op::Forced:
    return matchForced(item, at);
  case Op::Cut:
    return at;
  }
  return failed;
}

int ErrorParser::matchGather(const Item &item, int at, Captures &captures) {
  int end = matchItem(item.first, at, captures);
  if (end == failed)
    return failed;
  for (;;) {
    const int separator = matchItem(item.second, end, captures);
    if (separator == failed)
      return end;
    const int next = matchItem(item.first, separator, captures);
    if (next == failed)
      return end;
    end = next;
  }
}

int ErrorParser::matchToken(TokenKind kind, int at) {
  if (token(at).kind != kind)
    return failed;
  if (kind == TokenKind::NotEqual && (textOf(at) == "<>") != barryAsBdfl_) {
    if (barryAsBdfl_)
      raise(DiagnosticKind::SyntaxError, lastTokenRange(),
            "with Barry as BDFL, use '<>' instead of '!='");
    return failed;
  }
  return at + 1;
}

int ErrorParser::matchForced(const Item &item, int at) {
  const Token &found = token(at);
  if (stop_)
    return failed;
  const TokenKind wanted = static_cast<TokenKind>(item.value);
  if (found.kind == wanted)
    return at + 1;
  SourceRange range = found.range();
  if (found.kind == TokenKind::EndMarker || found.kind == TokenKind::Indent ||
      found.kind == TokenKind::Dedent)
    range = {found.line, Diagnostic::noColumn, 0, 0};
  raise(DiagnosticKind::SyntaxError, range,
        std::string("expected '") + spelling(wanted) + "'");
  return failed;
}

} // namespace molt
