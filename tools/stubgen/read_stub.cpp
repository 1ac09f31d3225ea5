// Reads a stub. Stubs are a small part of Python: classes, functions, decorators and docstrings.
#include "tools/stubgen/stub.h"

#include <cctype>
#include <cstdio>
#include <fstream>
#include <sstream>

namespace molt::stubgen {
namespace {

struct Token {
  enum class Kind { Name, Number, String, Symbol, Newline, Indent, Dedent, End };
  Kind kind;
  std::string text;
  unsigned line;
};

class Lexer {
public:
  explicit Lexer(std::string text) : text_(std::move(text)) {}

  std::vector<Token> run() {
    while (at_ < text_.size())
      startOfLine();
    add(Token::Kind::Newline, "");
    while (indents_.size() > 1) {
      indents_.pop_back();
      add(Token::Kind::Dedent, "");
    }
    add(Token::Kind::End, "");
    return std::move(tokens_);
  }

private:
  void add(Token::Kind kind, std::string text) { tokens_.push_back({kind, std::move(text), line_}); }

  void startOfLine() {
    size_t column = 0;
    while (at_ < text_.size() && text_[at_] == ' ') {
      ++at_;
      ++column;
    }
    if (at_ >= text_.size() || text_[at_] == '\n' || text_[at_] == '#') {
      skipLine();
      return;
    }
    if (column > indents_.back()) {
      indents_.push_back(column);
      add(Token::Kind::Indent, "");
    }
    while (column < indents_.back()) {
      indents_.pop_back();
      add(Token::Kind::Dedent, "");
    }
    restOfLine();
  }

  void skipLine() {
    while (at_ < text_.size() && text_[at_] != '\n')
      ++at_;
    ++at_;
    ++line_;
  }

  void restOfLine() {
    unsigned depth = 0;
    while (at_ < text_.size()) {
      char c = text_[at_];
      if (c == '\n' || c == '#') {
        skipLine();
        if (depth == 0) {
          add(Token::Kind::Newline, "");
          return;
        }
      } else if (c == ' ') {
        ++at_;
      } else if (std::isalpha(static_cast<unsigned char>(c)) || c == '_') {
        take(Token::Kind::Name, [](char c) {
          return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
        });
      } else if (std::isdigit(static_cast<unsigned char>(c))) {
        take(Token::Kind::Number, [](char c) {
          return std::isalnum(static_cast<unsigned char>(c)) || c == '.' || c == '-';
        });
      } else if (c == '"' || c == '\'') {
        string(c);
      } else {
        symbol(depth);
      }
    }
  }

  template <class Test> void take(Token::Kind kind, Test test) {
    size_t start = at_;
    while (at_ < text_.size() && test(text_[at_]))
      ++at_;
    add(kind, text_.substr(start, at_ - start));
  }

  void symbol(unsigned &depth) {
    for (const char *longer : {"...", "->"}) {
      if (text_.compare(at_, std::string(longer).size(), longer) == 0) {
        add(Token::Kind::Symbol, longer);
        at_ += std::string(longer).size();
        return;
      }
    }
    char c = text_[at_++];
    depth += c == '(' || c == '[';
    depth -= c == ')' || c == ']';
    add(Token::Kind::Symbol, std::string(1, c));
  }

  void string(char quote) {
    std::string triple(3, quote);
    std::string end = text_.compare(at_, 3, triple) == 0 ? triple : std::string(1, quote);
    at_ += end.size();
    std::string content;
    while (at_ < text_.size() && text_.compare(at_, end.size(), end) != 0) {
      if (text_[at_] == '\\' && at_ + 1 < text_.size()) {
        ++at_;
        content += text_[at_] == 'n' ? '\n' : text_[at_];
      } else {
        content += text_[at_];
      }
      line_ += text_[at_] == '\n';
      ++at_;
    }
    at_ += end.size();
    add(Token::Kind::String, content);
  }

  std::string text_;
  size_t at_ = 0;
  unsigned line_ = 1;
  std::vector<size_t> indents_{0};
  std::vector<Token> tokens_;
};

struct Decorators {
  bool classMethod = false, staticMethod = false, property = false, setter = false;
  std::string style, name, structName;
};

class Reader {
public:
  Reader(const std::string &file, std::vector<Token> tokens)
      : file_(file), tokens_(std::move(tokens)) {}

  bool read(Stub &stub) {
    if (peek().kind == Token::Kind::String)
      stub.doc = docstring();
    while (!failed_ && peek().kind != Token::Kind::End) {
      if (peek().kind == Token::Kind::Newline) {
        next();
        continue;
      }
      Decorators decorators = readDecorators();
      if (accept("class"))
        stub.classes.push_back(readClass(decorators));
      else if (accept("def"))
        stub.functions.push_back(readFunction(decorators, false));
      else
        fail("expected a class or a function");
    }
    return !failed_;
  }

private:
  const Token &peek() const { return tokens_[at_]; }
  Token next() { return tokens_[at_ + 1 < tokens_.size() ? at_++ : at_]; }
  bool at(const char *text) const {
    return (peek().kind == Token::Kind::Name || peek().kind == Token::Kind::Symbol) &&
           peek().text == text;
  }
  bool accept(const char *text) {
    if (!at(text))
      return false;
    next();
    return true;
  }
  void expect(const char *text) {
    if (!accept(text))
      fail((std::string("expected '") + text + "' before '" + peek().text + "'").c_str());
  }
  void fail(const char *message) {
    if (!failed_)
      std::fprintf(stderr, "%s:%u: error: %s\n", file_.c_str(), peek().line, message);
    failed_ = true;
  }
  std::string name() {
    if (peek().kind != Token::Kind::Name)
      fail("expected a name");
    return next().text;
  }

  Decorators readDecorators() {
    Decorators decorators;
    while (!failed_ && accept("@")) {
      std::string what = name();
      if (what == "classmethod")
        decorators.classMethod = true;
      else if (what == "staticmethod")
        decorators.staticMethod = true;
      else if (what == "property")
        decorators.property = true;
      else if (accept("."))
        decorators.setter = name() == "setter";
      else
        decoratorWithText(what, decorators);
      while (peek().kind == Token::Kind::Newline)
        next();
    }
    return decorators;
  }

  void decoratorWithText(const std::string &what, Decorators &decorators) {
    expect("(");
    std::string text = next().text;
    expect(")");
    if (what == "style")
      decorators.style = text;
    else if (what == "name")
      decorators.name = text;
    else if (what == "struct")
      decorators.structName = text;
    else
      fail("unknown decorator");
  }

  std::string docstring() {
    std::string text = next().text;
    while (peek().kind == Token::Kind::Newline)
      next();
    return text;
  }

  Class readClass(const Decorators &decorators) {
    Class result;
    result.name = name();
    result.structName =
        decorators.structName.empty() ? structNameOf(result.name) : decorators.structName;
    if (accept("("))
      while (!failed_ && !accept(")"))
        next();
    expect(":");
    if (accept("...")) {
      return result;
    }
    while (peek().kind == Token::Kind::Newline)
      next();
    if (peek().kind != Token::Kind::Indent) {
      if (peek().kind == Token::Kind::String)
        result.doc = docstring();
      return result;
    }
    next();
    while (!failed_ && peek().kind != Token::Kind::Dedent && peek().kind != Token::Kind::End)
      readMember(result);
    if (peek().kind == Token::Kind::Dedent)
      next();
    return result;
  }

  void readMember(Class &result) {
    if (peek().kind == Token::Kind::Newline || accept("...") || accept("pass")) {
      while (peek().kind == Token::Kind::Newline)
        next();
      return;
    }
    if (peek().kind == Token::Kind::String) {
      result.doc = docstring();
      return;
    }
    Decorators decorators = readDecorators();
    if (accept("def"))
      result.functions.push_back(readFunction(decorators, true));
    else
      fail("expected a method");
  }

  static Function::Kind kindOf(const Decorators &decorators, const std::string &name,
                               bool inClass) {
    if (!inClass)
      return Function::Kind::Function;
    if (decorators.classMethod)
      return Function::Kind::ClassMethod;
    if (decorators.staticMethod)
      return Function::Kind::StaticMethod;
    if (decorators.property)
      return Function::Kind::Getter;
    if (decorators.setter)
      return Function::Kind::Setter;
    if (name == "__new__")
      return Function::Kind::New;
    if (name == "__init__")
      return Function::Kind::Init;
    if (name == "__call__")
      return Function::Kind::Call;
    return Function::Kind::Method;
  }

  Function readFunction(const Decorators &decorators, bool inClass) {
    Function result;
    result.line = peek().line;
    result.name = name();
    result.kind = kindOf(decorators, result.name, inClass);
    result.style = decorators.style;
    result.textName = decorators.name;
    expect("(");
    readParameters(result);
    if (inClass && result.kind != Function::Kind::StaticMethod) {
      if (result.parameters.empty() || result.parameters[0].defaultValue)
        fail("a method needs self");
      else
        result.parameters.erase(result.parameters.begin());
    }
    if (accept("->"))
      result.result = annotation(nullptr);
    expect(":");
    readBody(result);
    return result;
  }

  void readBody(Function &result) {
    if (accept("...")) {
      // no docstring
    } else if (peek().kind == Token::Kind::String) {
      result.doc = next().text;
    } else {
      while (peek().kind == Token::Kind::Newline)
        next();
      if (peek().kind != Token::Kind::Indent)
        return fail("expected a body");
      next();
      if (peek().kind == Token::Kind::String)
        result.doc = docstring();
      accept("...");
      while (peek().kind == Token::Kind::Newline)
        next();
      if (peek().kind == Token::Kind::Dedent)
        next();
      return;
    }
    while (peek().kind == Token::Kind::Newline)
      next();
  }

  void readParameters(Function &function) {
    using Kind = Parameter::Kind;
    Kind kind = Kind::Ordinary;
    while (!failed_ && !accept(")")) {
      if (accept("/")) {
        for (Parameter &before : function.parameters)
          before.kind = Kind::PositionalOnly;
      } else if (accept("*")) {
        if (accept("*"))
          function.parameters.push_back(parameter(Kind::VarKeywords));
        else if (!at(","))
          function.parameters.push_back(parameter(Kind::VarArgs));
        kind = Kind::KeywordOnly;
      } else {
        function.parameters.push_back(parameter(kind));
      }
      if (!at(")"))
        expect(",");
    }
  }

  Parameter parameter(Parameter::Kind kind) {
    Parameter result;
    result.kind = kind;
    result.name = name();
    if (accept(":"))
      result.annotation = annotation(&result.orNone);
    if (accept("="))
      result.defaultValue = defaultValue();
    return result;
  }

  std::string annotation(bool *orNone) {
    std::string result = peek().kind == Token::Kind::String ? next().text : name();
    while (accept("|")) {
      if (accept("None") && orNone)
        *orNone = true;
      else
        fail("only '| None' is understood");
    }
    return result;
  }

  Default defaultValue() {
    using Kind = Default::Kind;
    if (peek().kind == Token::Kind::String)
      return {Kind::Str, next().text};
    if (accept("..."))
      return {Kind::Absent, ""};
    if (accept("None"))
      return {Kind::None, ""};
    if (accept("True"))
      return {Kind::True, ""};
    if (accept("False"))
      return {Kind::False, ""};
    if (accept("sys"))
      expect(".");
    if (accept("maxsize"))
      return {Kind::Int, "9223372036854775807"};
    std::string sign = accept("-") ? "-" : "";
    if (peek().kind != Token::Kind::Number) {
      fail("default value not understood");
      return {};
    }
    std::string text = sign + next().text;
    bool whole = text.find_first_of(".e") == std::string::npos;
    return {whole ? Kind::Int : Kind::Float, text};
  }

  const std::string &file_;
  std::vector<Token> tokens_;
  size_t at_ = 0;
  bool failed_ = false;
};

} // namespace

std::optional<Stub> readStub(const std::string &file, const std::string &includePath) {
  std::ifstream in(file);
  if (!in) {
    std::fprintf(stderr, "%s: error: cannot be read\n", file.c_str());
    return std::nullopt;
  }
  std::stringstream text;
  text << in.rdbuf();
  Stub stub;
  stub.path = includePath;
  size_t slash = includePath.rfind('/');
  stub.stem = includePath.substr(slash == std::string::npos ? 0 : slash + 1);
  stub.stem.resize(stub.stem.rfind('.'));
  if (!Reader(file, Lexer(text.str()).run()).read(stub))
    return std::nullopt;
  return stub;
}

std::string structNameOf(const std::string &className) {
  for (const char *any : {"object", "int", "float", "bool"})
    if (className == any)
      return "Any";
  if (className == "frozenset")
    return "Set";
  std::string result;
  bool up = true;
  for (char c : className) {
    if (c == '_') {
      up = true;
    } else {
      result += up ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
      up = false;
    }
  }
  return result;
}

} // namespace molt::stubgen
