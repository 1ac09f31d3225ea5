// Reads a stub with Molt's own parser. Stubs are a small part of Python: classes, functions,
// decorators and docstrings; anything else is an error at its line.
#include "frontend/parser.h"
#include "tools/stubgen/stub.h"

#include <cctype>
#include <cstdio>

namespace molt::stubgen {
namespace {

struct Decorators {
  bool classMethod = false, staticMethod = false, property = false, setter = false,
       fast = false;
  std::string style, name, structName;
  std::optional<std::string> signature;
};

class Reader {
public:
  Reader(const std::string &file, const SourceFile &source) : file_(file), source_(source) {}

  bool read(const ast::Module &module, Stub &stub) {
    for (const ast::Stmt *statement : module.body) {
      if (auto *definition = ast::dynCast<ast::ClassDef>(statement))
        stub.classes.push_back(readClass(*definition));
      else if (auto *function = ast::dynCast<ast::FunctionDef>(statement))
        stub.functions.push_back(readFunction(*function, false));
      else if (const std::string *doc = docstring(statement); doc && statement == module.body.front())
        stub.doc = *doc;
      else
        fail(statement, "expected a class or a function");
    }
    return !failed_;
  }

private:
  void fail(const ast::Node *where, const char *message) {
    std::fprintf(stderr, "%s:%u: error: %s\n", file_.c_str(), where->line(), message);
    failed_ = true;
  }

  // The text of a statement that is a str alone, else null. Valid until the next call.
  const std::string *docstring(const ast::Stmt *statement) {
    auto *expression = ast::dynCast<ast::ExprStmt>(statement);
    auto *constant = expression ? ast::dynCast<ast::Constant>(expression->value) : nullptr;
    if (!constant || constant->value.type != ast::ConstantValue::Type::Str)
      return nullptr;
    text_ = std::string(constant->value.text);
    return &text_;
  }
  static bool isEllipsis(const ast::Stmt *statement) {
    auto *expression = ast::dynCast<ast::ExprStmt>(statement);
    auto *constant = expression ? ast::dynCast<ast::Constant>(expression->value) : nullptr;
    return constant && constant->value.type == ast::ConstantValue::Type::Ellipsis;
  }

  Decorators readDecorators(Span<ast::Expr *> list) {
    Decorators decorators;
    for (const ast::Expr *decorator : list) {
      if (auto *name = ast::dynCast<ast::Name>(decorator)) {
        if (name->id == "classmethod")
          decorators.classMethod = true;
        else if (name->id == "staticmethod")
          decorators.staticMethod = true;
        else if (name->id == "property")
          decorators.property = true;
        else if (name->id == "fast")
          decorators.fast = true;
        else
          fail(decorator, "unknown decorator");
      } else if (auto *attribute = ast::dynCast<ast::Attribute>(decorator);
                 attribute && attribute->attr == "setter") {
        decorators.setter = true;
      } else {
        readTextDecorator(decorator, decorators);
      }
    }
    return decorators;
  }

  // @style("x"), @name("x"), @struct("x"), @signature("x")
  void readTextDecorator(const ast::Expr *decorator, Decorators &decorators) {
    auto *call = ast::dynCast<ast::Call>(decorator);
    auto *name = call ? ast::dynCast<ast::Name>(call->func) : nullptr;
    auto *argument =
        call && call->args.size() == 1 ? ast::dynCast<ast::Constant>(call->args[0]) : nullptr;
    if (!name || !argument || argument->value.type != ast::ConstantValue::Type::Str)
      return fail(decorator, "unknown decorator");
    std::string text(argument->value.text);
    if (name->id == "style")
      decorators.style = text;
    else if (name->id == "name")
      decorators.name = text;
    else if (name->id == "struct")
      decorators.structName = text;
    else if (name->id == "signature")
      decorators.signature = text;
    else
      fail(decorator, "unknown decorator");
  }

  Class readClass(const ast::ClassDef &definition) {
    Class result;
    result.name = std::string(definition.name.text());
    Decorators decorators = readDecorators(definition.decorator_list);
    result.structName =
        decorators.structName.empty() ? structNameOf(result.name) : decorators.structName;
    result.exportName = decorators.name;
    for (const ast::Stmt *statement : definition.body) {
      if (auto *function = ast::dynCast<ast::FunctionDef>(statement))
        result.functions.push_back(readFunction(*function, true));
      else if (const std::string *doc = docstring(statement))
        result.doc = *doc;
      else if (!isEllipsis(statement) && !ast::isa<ast::Pass>(statement))
        fail(statement, "expected a method");
    }
    return result;
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

  Function readFunction(const ast::FunctionDef &definition, bool inClass) {
    Function result;
    Decorators decorators = readDecorators(definition.decorator_list);
    result.line = definition.line();
    result.name = std::string(definition.name.text());
    result.kind = kindOf(decorators, result.name, inClass);
    result.signature = decorators.signature;
    result.style = decorators.style;
    result.fast = decorators.fast;
    result.textName = decorators.name;
    result.selfStruct = decorators.structName;
    readParameters(*definition.args, result);
    if (inClass && result.kind != Function::Kind::StaticMethod) {
      if (result.parameters.empty() || result.parameters[0].defaultValue)
        fail(&definition, "a method needs self");
      else
        result.parameters.erase(result.parameters.begin());
    }
    if (definition.returns)
      result.result = annotation(definition.returns, nullptr);
    for (const ast::Stmt *statement : definition.body) {
      if (const std::string *doc = docstring(statement))
        result.doc = *doc;
      else if (!isEllipsis(statement))
        fail(statement, "expected a docstring or ...");
    }
    return result;
  }

  void readParameters(const ast::Arguments &arguments, Function &function) {
    using Kind = Parameter::Kind;
    size_t positional = arguments.posonlyargs.size() + arguments.args.size();
    size_t withoutDefault = positional - arguments.defaults.size();
    for (size_t i = 0; i < positional; ++i) {
      bool only = i < arguments.posonlyargs.size();
      const ast::Arg *argument =
          only ? arguments.posonlyargs[i] : arguments.args[i - arguments.posonlyargs.size()];
      const ast::Expr *value = i < withoutDefault ? nullptr : arguments.defaults[i - withoutDefault];
      add(function, argument, only ? Kind::PositionalOnly : Kind::Ordinary, value);
    }
    if (arguments.vararg)
      add(function, arguments.vararg, Kind::VarArgs, nullptr);
    for (size_t i = 0; i < arguments.kwonlyargs.size(); ++i)
      add(function, arguments.kwonlyargs[i], Kind::KeywordOnly, arguments.kw_defaults[i]);
    if (arguments.kwarg)
      add(function, arguments.kwarg, Kind::VarKeywords, nullptr);
  }

  void add(Function &function, const ast::Arg *argument, Parameter::Kind kind,
           const ast::Expr *value) {
    Parameter result;
    result.kind = kind;
    result.name = std::string(argument->arg.text());
    if (argument->annotation)
      result.annotation = annotation(argument->annotation, &result.orNone);
    if (value)
      result.defaultValue = defaultValue(value);
    function.parameters.push_back(result);
  }

  // A name, a str, None, or `T | None` where orNone is given.
  std::string annotation(const ast::Expr *expression, bool *orNone) {
    if (auto *name = ast::dynCast<ast::Name>(expression))
      return std::string(name->id.text());
    if (auto *constant = ast::dynCast<ast::Constant>(expression)) {
      if (constant->value.type == ast::ConstantValue::Type::None)
        return "None";
      if (constant->value.type == ast::ConstantValue::Type::Str)
        return std::string(constant->value.text);
    }
    auto *either = ast::dynCast<ast::BinOp>(expression);
    auto *none = either ? ast::dynCast<ast::Constant>(either->right) : nullptr;
    if (orNone && none && either->op == ast::Operator::BitOr &&
        none->value.type == ast::ConstantValue::Type::None) {
      *orNone = true;
      return annotation(either->left, nullptr);
    }
    fail(expression, "annotation not understood");
    return "object";
  }

  Default defaultValue(const ast::Expr *expression) {
    using Kind = Default::Kind;
    using Type = ast::ConstantValue::Type;
    std::string sign;
    if (auto *negated = ast::dynCast<ast::UnaryOp>(expression);
        negated && negated->op == ast::UnaryOperator::USub) {
      sign = "-";
      expression = negated->operand;
    }
    if (auto *name = ast::dynCast<ast::Name>(expression); name && name->id == "maxsize")
      return {Kind::Int, "9223372036854775807"};
    if (auto *attribute = ast::dynCast<ast::Attribute>(expression);
        attribute && attribute->attr == "maxsize")
      return {Kind::Int, "9223372036854775807"};
    if (auto *constant = ast::dynCast<ast::Constant>(expression)) {
      const ast::ConstantValue &value = constant->value;
      switch (value.type) {
      case Type::None:
        return {Kind::None, ""};
      case Type::Ellipsis:
        return {Kind::Absent, ""};
      case Type::True:
        return {Kind::True, ""};
      case Type::False:
        return {Kind::False, ""};
      case Type::Str:
        return {Kind::Str, std::string(value.text)};
      case Type::Int:
        return {Kind::Int, sign + std::string(value.text)};
      case Type::Float:
        return {Kind::Float, sign + sourceText(expression)};
      default:
        break;
      }
    }
    fail(expression, "default value not understood");
    return {};
  }

  std::string sourceText(const ast::Expr *expression) const {
    const SourceRange &range = expression->range();
    return std::string(
        source_.lineText(range.line).substr(range.column, range.endColumn - range.column));
  }

  const std::string &file_;
  const SourceFile &source_;
  std::string text_;
  bool failed_ = false;
};

} // namespace

std::optional<Stub> readStub(const std::string &file, const std::string &includePath) {
  Diagnostics diagnostics;
  ast::Context context;
  std::unique_ptr<SourceFile> source = SourceFile::load(file, diagnostics);
  ast::Mod *tree = source ? parseModule(*source, context, diagnostics) : nullptr;
  if (!tree) {
    std::fputs(render(diagnostics).c_str(), stderr);
    return std::nullopt;
  }
  Stub stub;
  stub.path = includePath;
  size_t slash = includePath.rfind('/');
  stub.stem = includePath.substr(slash == std::string::npos ? 0 : slash + 1);
  stub.stem.resize(stub.stem.rfind('.'));
  Reader reader(file, *source);
  if (!reader.read(*ast::cast<ast::Module>(tree), stub))
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
