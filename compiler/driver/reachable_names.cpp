#include "compiler/driver/reachable_names.h"

#include <llvm/ADT/StringExtras.h>

namespace molt {

namespace {

/// Who says one of these can reach names that stand nowhere in its text.
bool looksUpComputedNames(llvm::StringRef name) {
  static const llvm::StringSet<> words = {
      "getattr",  "hasattr",          "setattr",      "delattr",       "dir",         "vars",
      "eval",     "exec",             "help",         "__dict__",      "__dir__",     "__builtins__",
      "inspect",  "__getattribute__", "attrgetter",   "methodcaller",  "__import__",  "import_module",
      "__match_args__", "__getstate__", "__reduce__", "__reduce_ex__", "__subclasses__", "get_objects",
      "get_referents", "get_referrers"};
  return words.contains(name);
}

class Collector {
public:
  explicit Collector(codegen::ReachableNames &result) : result_(result) {}

  void visit(const ast::Node *node) {
    if (auto *call = ast::dynCast<ast::Call>(node)) {
      if (looksUpConstantName(*call) || formatsConstant(*call))
        return;
    } else if (auto *assign = ast::dynCast<ast::Assign>(node); assign && namesMatchArgs(*assign)) {
      return;
    } else if (auto *attribute = ast::dynCast<ast::Attribute>(node)) {
      // "{0.name}".format(...) looks up what the string says, and this string is not known.
      if (attribute->attr == "format" || attribute->attr == "format_map")
        result_.everything = true;
    }
    visitChildren(node);
  }

private:
  /// getattr(object, "name"), without the consequences of getattr.
  bool looksUpConstantName(const ast::Call &call) {
    auto *function = ast::dynCast<ast::Name>(call.func);
    if (!function || call.args.size() < 2 || !isString(call.args[1]) || ast::isa<ast::Starred>(call.args[0]))
      return false;
    llvm::StringRef name = function->id.text();
    if (name != "getattr" && name != "hasattr" && name != "setattr" && name != "delattr")
      return false;
    result_.names.insert(name);
    visitArguments(call);
    return true;
  }

  /// __match_args__ = ("x", "y"): what class patterns look up by position stands there.
  bool namesMatchArgs(const ast::Assign &assign) {
    auto *target = assign.targets.size() == 1 ? ast::dynCast<ast::Name>(assign.targets[0]) : nullptr;
    auto *tuple = ast::dynCast<ast::Tuple>(assign.value);
    if (!target || target->id != "__match_args__" || !tuple || !std::all_of(tuple->elts.begin(), tuple->elts.end(), isString))
      return false;
    result_.names.insert("__match_args__");
    visit(tuple);
    return true;
  }

  /// "...".format(...), whose field names are words of the constant.
  bool formatsConstant(const ast::Call &call) {
    auto *function = ast::dynCast<ast::Attribute>(call.func);
    if (!function || !isString(function->value) || (function->attr != "format" && function->attr != "format_map"))
      return false;
    result_.names.insert(function->attr.text());
    visit(function->value);
    visitArguments(call);
    return true;
  }

  void visitArguments(const ast::Call &call) {
    for (const ast::Expr *argument : call.args)
      visit(argument);
    for (const ast::Keyword *keyword : call.keywords)
      visit(keyword);
  }

  static bool isString(const ast::Expr *expression) {
    auto *constant = ast::dynCast<ast::Constant>(expression);
    return constant && constant->value.type == ast::ConstantValue::Type::Str;
  }

  void addIdentifier(llvm::StringRef name) {
    result_.everything |= looksUpComputedNames(name);
    addWords(name);
  }

  /// "a.b.c" and "{0.real!r:>10}" have several names in them.
  void addWords(llvm::StringRef text) {
    while (!text.empty()) {
      llvm::StringRef word = text.take_while([](char c) { return llvm::isAlnum(c) || c == '_' || (c & 0x80); });
      if (!word.empty())
        result_.names.insert(word);
      text = text.drop_front(std::max<size_t>(word.size(), 1));
    }
  }

  void addConstant(const ast::ConstantValue &value) {
    if (value.type != ast::ConstantValue::Type::Str)
      return;
    result_.everything |= looksUpComputedNames(value.text);
    addWords(value.text);
  }

  void visitChildren(const ast::Node *node) {
    switch (node->nodeKind()) {
#define MOLT_AST_NODE(Base, Class, py, attributes)                                                                     \
  case ast::NodeKind::Class: {                                                                                         \
    [[maybe_unused]] const auto *typed = static_cast<const ast::Class *>(node);
#define MOLT_AST_CHILD(T, name) visit(typed->name);
#define MOLT_AST_OPTIONAL(T, name)                                                                                     \
  if (typed->name)                                                                                                     \
    visit(typed->name);
#define MOLT_AST_CHILDREN(T, name)                                                                                     \
  for (const ast::Node *child : typed->name)                                                                           \
    visit(child);
#define MOLT_AST_HOLES(T, name)                                                                                        \
  for (const ast::Node *child : typed->name)                                                                           \
    if (child)                                                                                                         \
      visit(child);
#define MOLT_AST_IDENTIFIER(name) addIdentifier(typed->name.text());
#define MOLT_AST_OPTIONAL_IDENTIFIER(name) addIdentifier(typed->name.text());
#define MOLT_AST_IDENTIFIERS(name)                                                                                     \
  for (const Identifier &identifier : typed->name)                                                                     \
    addIdentifier(identifier.text());
#define MOLT_AST_CONSTANT(name) addConstant(typed->name);
#define MOLT_AST_END(Class)                                                                                            \
  break;                                                                                                               \
  }
#include "frontend/ast_nodes.def"
    }
  }

  codegen::ReachableNames &result_;
};

} // namespace

codegen::ReachableNames findReachableNames(const Program &program) {
  codegen::ReachableNames result;
  result.nativeModules = program.nativeModules;
  Collector collector(result);
  for (const ProgramModule &module : program.modules)
    if (module.tree)
      collector.visit(module.tree);
  return result;
}

} // namespace molt
