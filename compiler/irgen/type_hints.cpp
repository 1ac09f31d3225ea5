#include "compiler/irgen/type_hints.h"

#include "frontend/scope.h"

namespace molt::irgen {

using py::Kind;
using py::Kinds;
using py::TypeHint;

namespace {

struct NamedType {
  std::string_view name;
  Kind kind;
};
constexpr NamedType kBuiltins[] = {{"int", Kind::Int},    {"float", Kind::Float}, {"bool", Kind::Bool},
                                   {"str", Kind::Str},    {"list", Kind::List},   {"dict", Kind::Dict},
                                   {"tuple", Kind::Tuple}};
constexpr std::string_view kOtherBuiltins[] = {"set", "frozenset", "bytes", "bytearray", "complex"}; // of no kind
// What the module typing calls them.
constexpr std::pair<std::string_view, std::string_view> kTyping[] = {
    {"List", "list"}, {"Dict", "dict"}, {"Tuple", "tuple"}, {"Set", "set"}, {"FrozenSet", "frozenset"}};

/// The last name of `a.b.c`; empty for anything else.
std::string_view lastName(const ast::Expr &expr) {
  if (auto *name = ast::dynCast<ast::Name>(&expr))
    return name->id.text();
  auto *attribute = ast::dynCast<ast::Attribute>(&expr);
  return attribute ? attribute->attr.text() : std::string_view();
}

std::string_view plainName(std::string_view name) {
  for (auto [typing, builtin] : kTyping)
    if (name == typing)
      return builtin;
  return name;
}

bool isNone(const ast::Expr &expr) {
  auto *constant = ast::dynCast<ast::Constant>(&expr);
  return constant && constant->value.type == ast::ConstantValue::Type::None;
}

/// The text of a string annotation; a name of a class that comes later.
std::optional<std::string_view> quoted(const ast::Expr &expr) {
  auto *constant = ast::dynCast<ast::Constant>(&expr);
  if (!constant || constant->value.type != ast::ConstantValue::Type::Str)
    return std::nullopt;
  return constant->value.text;
}

/// What stands between the brackets.
std::vector<const ast::Expr *> argumentsOf(const ast::Subscript &node) {
  if (auto *tuple = ast::dynCast<ast::Tuple>(node.slice))
    return {tuple->elts.begin(), tuple->elts.end()};
  return {node.slice};
}

bool isEllipsis(const ast::Expr &expr) {
  auto *constant = ast::dynCast<ast::Constant>(&expr);
  return constant && constant->value.type == ast::ConstantValue::Type::Ellipsis;
}

std::optional<TypeHint> joined(std::optional<TypeHint> left, std::optional<TypeHint> right) {
  bool differ =
      left && right && !left->className.empty() && !right->className.empty() && left->className != right->className;
  if (!left || !right || differ)
    return std::nullopt;
  TypeHint both = left->kinds.is(Kind::None) ? *right : *left;
  both.kinds = left->kinds | right->kinds;
  if (both.className.empty())
    both.className = right->className;
  return both;
}

} // namespace

TypeHints::TypeHints(const ModuleInput &input) : input_(input) {
  for (const ast::Stmt *statement : input.tree->body) {
    if (auto *definition = ast::dynCast<ast::ClassDef>(statement))
      classes_.emplace(definition->name.text());
    else if (auto *import = ast::dynCast<ast::ImportFrom>(statement))
      for (const ast::Alias *alias : import->names)
        classes_.emplace((alias->asname ? alias->asname : alias->name).text());
  }
}

bool TypeHints::isBuiltin(std::string_view name) const {
  for (const Symbol &symbol : input_.scopes->module()->symbols())
    if (symbol.name == name)
      return !symbol.isAssigned && !symbol.isImported;
  return true;
}

std::optional<TypeHint> TypeHints::named(std::string_view name) const {
  std::string_view plain = plainName(name);
  for (auto [builtin, kind] : kBuiltins)
    if (plain == builtin && (plain != name || isBuiltin(name)))
      return TypeHint{kind, "", {}};
  if (classes_.count(name))
    return TypeHint{Kind::Instance, std::string(name), {}};
  return std::nullopt;
}

std::optional<TypeHint> TypeHints::either(const ast::Expr &left, const ast::Expr &right) const {
  return joined(of(left), of(right));
}

std::optional<TypeHint> TypeHints::subscripted(const ast::Subscript &node) const {
  std::string_view name = lastName(*node.value);
  std::vector<const ast::Expr *> arguments = argumentsOf(node);
  if (name == "Optional")
    return joined(of(*arguments[0]), TypeHint{Kind::None, "", {}});
  if (name == "Union") {
    std::optional<TypeHint> all = of(*arguments[0]);
    for (size_t i = 1; i < arguments.size(); ++i)
      all = joined(std::move(all), of(*arguments[i]));
    return all;
  }
  std::optional<TypeHint> container = named(name);
  if (!container || container->kinds.is(Kind::Instance))
    return container;
  for (const ast::Expr *argument : arguments) {
    if (isEllipsis(*argument)) {
      container->isRepeated = true;
      break;
    }
    container->items.push_back(of(*argument).value_or(TypeHint{}));
  }
  return container;
}

std::optional<TypeHint> TypeHints::of(const ast::Expr &annotation) const {
  if (isNone(annotation))
    return TypeHint{Kind::None, "", {}};
  if (auto text = quoted(annotation))
    return named(*text);
  if (auto *name = ast::dynCast<ast::Name>(&annotation))
    return named(name->id.text());
  if (auto *subscript = ast::dynCast<ast::Subscript>(&annotation))
    return subscripted(*subscript);
  auto *binary = ast::dynCast<ast::BinOp>(&annotation);
  if (binary && binary->op == ast::Operator::BitOr)
    return either(*binary->left, *binary->right);
  return std::nullopt;
}

// An int is good where a float is wanted, and both where a complex is (PEP 484).
bool TypeHints::addTypes(const ast::Expr &annotation, std::vector<std::string> &types) const {
  auto addNamed = [&](std::string_view name) {
    std::string_view plain = plainName(name);
    bool isType = llvm::any_of(kBuiltins, [&](const NamedType &one) { return one.name == plain; }) ||
                  llvm::is_contained(kOtherBuiltins, plain);
    if (!(isType && isBuiltin(plain)) && !classes_.count(name))
      return false;
    bool isOwn = classes_.count(name) && plain == name;
    types.emplace_back(isOwn ? name : plain);
    if (!isOwn && (plain == "float" || plain == "complex"))
      types.emplace_back("int");
    if (!isOwn && plain == "complex")
      types.emplace_back("float");
    return true;
  };
  if (isNone(annotation)) {
    types.emplace_back("None");
    return true;
  }
  if (auto text = quoted(annotation))
    return addNamed(*text);
  if (auto *name = ast::dynCast<ast::Name>(&annotation))
    return addNamed(name->id.text());
  if (auto *subscript = ast::dynCast<ast::Subscript>(&annotation)) {
    std::string_view name = lastName(*subscript->value);
    if (name != "Optional" && name != "Union")
      return addNamed(name);
    if (name == "Optional")
      types.emplace_back("None");
    return llvm::all_of(argumentsOf(*subscript), [&](const ast::Expr *one) { return addTypes(*one, types); });
  }
  auto *binary = ast::dynCast<ast::BinOp>(&annotation);
  return binary && binary->op == ast::Operator::BitOr && addTypes(*binary->left, types) &&
         addTypes(*binary->right, types);
}

std::optional<std::vector<std::string>> TypeHints::typesOf(const ast::Expr &annotation) const {
  std::vector<std::string> types;
  return addTypes(annotation, types) ? std::optional(std::move(types)) : std::nullopt;
}

} // namespace molt::irgen
