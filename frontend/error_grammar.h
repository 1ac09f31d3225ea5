// The error grammar: Python's grammar once more, as a parsing expression grammar in text, with rules
// for wrong programs and the words for each. It is interpreted only after the fast parser has given
// up, and only over the statement in which it did.
//
// CPython parses with such a grammar; which of its error rules speaks first depends on the order of
// its alternatives and on which tokens it has looked at. Interpreting the same language in the same
// order is what makes the words and the places agree.
//
// Notation, one rule after the other:
//   name: alternatives            a rule; `name*:` when its result is remembered across modes
//   x | y                         ordered choice
//   'tok'  "soft"  NAME           a token by its spelling, a soft keyword, a token by its kind
//   e?  e*  e+  s.e+              optional, any number, at least one, separated by s
//   &e  !e                        lookahead
//   &&'tok'                       or else: expected 'tok'
//   ~                             no later alternative after this point
//   a=e                           e's tokens are called a
//   <13 and >12                   the alternative exists from 3.13 on, or up to 3.12
//   -> at a `words`               an error at a; {a} is the name of a's kind of expression
//   -> span a b `words`           from a's start to b's end
//   -> from a `words`             from a's start to the last token read
//   -> last `words`               at the last token read
//   -> next `words`               at the next token
//   -> indent `words`             an IndentationError at the last token read; {line a} is a's line
//   -> call function a b          see ErrorParser::act
// An alternative that is nothing but a rule whose name starts with invalid_ is tried only in the
// second reading.
#pragma once

#include "frontend/python_version.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace molt {

/// The rules' text, in two parts: statements, and expressions with everything inside them.
extern const char *const errorGrammarStatements;
extern const char *const errorGrammarExpressions;

/// The grammar as the interpreter wants it.
struct ErrorGrammar {
  enum class Op : uint8_t {
    Token,     ///< value: the TokenKind
    Soft,      ///< text: a soft keyword's spelling
    AnySoft,   ///< any soft keyword
    Rule,      ///< value: the rule's index
    Group,     ///< first, count: alternatives
    Optional,  ///< first: the operand's item
    Many,      ///< first
    Some,      ///< first
    Gather,    ///< first: the element, second: the separator
    Ahead,     ///< first
    NotAhead,  ///< first
    Forced,    ///< value: the TokenKind
    Cut,
  };
  enum class Action : uint8_t { None, At, Span, From, Last, Next, Indent, Call };
  static constexpr uint8_t noCapture = 255;

  struct Item {
    Op op;
    uint8_t capture = noCapture;
    uint16_t value = 0;
    uint16_t first = 0;
    uint16_t second = 0;
    std::string_view text = {};
  };
  struct Alternative {
    std::vector<uint16_t> items;
    Action action = Action::None;
    uint8_t from = noCapture; ///< the captures that the action names
    uint8_t to = noCapture;
    std::string_view text; ///< the words, or the called function
  };
  struct Rule {
    std::string_view name;
    std::vector<uint16_t> alternatives;
    bool remembered = false;
    bool isInvalid = false;
    bool withoutInvalid = false; ///< switches the invalid rules off inside
    bool isDefined = false;
  };

  std::vector<Item> items;
  std::vector<Alternative> alternatives;
  std::vector<Rule> rules;

  explicit ErrorGrammar(PythonVersion version);
  uint16_t ruleNamed(std::string_view name);

private:
  std::unordered_map<std::string_view, uint16_t> index_;
};

} // namespace molt
