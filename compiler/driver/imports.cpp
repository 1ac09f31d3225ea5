#include "compiler/driver/imports.h"

#include <llvm/ADT/StringRef.h>

namespace molt {

namespace {

std::string_view textOf(const ast::Expr *expression) {
  if (auto *name = ast::dynCast<ast::Name>(expression))
    return name->id.text();
  if (auto *attribute = ast::dynCast<ast::Attribute>(expression))
    return attribute->attr.text();
  return {};
}

bool isString(const ast::Expr *expression, std::string_view text) {
  auto *constant = ast::dynCast<ast::Constant>(expression);
  return constant && constant->value.type == ast::ConstantValue::Type::Str && constant->value.text == text;
}

/// Whether `except type` catches a ModuleNotFoundError.
bool catchesImportError(const ast::Expr *type) {
  if (!type)
    return true;
  if (auto *tuple = ast::dynCast<ast::Tuple>(type)) {
    for (const ast::Expr *element : tuple->elts)
      if (catchesImportError(element))
        return true;
    return false;
  }
  std::string_view name = textOf(type);
  return name == "ImportError" || name == "ModuleNotFoundError" || name == "Exception" || name == "BaseException";
}

bool catchesImportError(Span<ast::ExceptHandler *> handlers) {
  for (const ast::ExceptHandler *handler : handlers)
    if (catchesImportError(handler->type))
      return true;
  return false;
}

/// `with contextlib.suppress(ImportError):`
bool suppressesImportError(Span<ast::WithItem *> items) {
  for (const ast::WithItem *item : items) {
    auto *call = ast::dynCast<ast::Call>(item->context_expr);
    if (!call || textOf(call->func) != "suppress")
      continue;
    for (const ast::Expr *argument : call->args)
      if (catchesImportError(argument))
        return true;
  }
  return false;
}

/// What a condition is known to be before the program runs.
enum class Truth { Unknown, True, False };

Truth negate(Truth truth) {
  return truth == Truth::Unknown ? truth : truth == Truth::True ? Truth::False : Truth::True;
}

class Walker {
public:
  Walker(const std::string &module, bool isPackage, const ImportResolver &resolve)
      : module_(module), isPackage_(isPackage), resolve_(resolve) {}

  void walk(Span<ast::Stmt *> body) {
    for (const ast::Stmt *statement : body)
      visit(statement);
  }

private:
  struct Surroundings {
    bool mayFail = false;
    bool inFunction = false;
  };

  void walkWith(Span<ast::Stmt *> body, Surroundings surroundings) {
    std::swap(surroundings, surroundings_);
    walk(body);
    surroundings_ = surroundings;
  }

  void visit(const ast::Stmt *statement) {
    using ast::NodeKind;
    switch (statement->nodeKind()) {
    case NodeKind::Import:
      return visitImport(ast::cast<ast::Import>(statement));
    case NodeKind::ImportFrom:
      return visitImportFrom(ast::cast<ast::ImportFrom>(statement));
    case NodeKind::FunctionDef:
      return walkWith(ast::cast<ast::FunctionDef>(statement)->body, {false, true});
    case NodeKind::AsyncFunctionDef:
      return walkWith(ast::cast<ast::AsyncFunctionDef>(statement)->body, {false, true});
    case NodeKind::ClassDef:
      return walk(ast::cast<ast::ClassDef>(statement)->body);
    case NodeKind::For:
      return visitLoop(ast::cast<ast::For>(statement));
    case NodeKind::AsyncFor:
      return visitLoop(ast::cast<ast::AsyncFor>(statement));
    case NodeKind::While:
      return visitLoop(ast::cast<ast::While>(statement));
    case NodeKind::If:
      return visitIf(ast::cast<ast::If>(statement));
    case NodeKind::With:
      return visitWith(ast::cast<ast::With>(statement));
    case NodeKind::AsyncWith:
      return visitWith(ast::cast<ast::AsyncWith>(statement));
    case NodeKind::Match:
      for (const ast::MatchCase *matchCase : ast::cast<ast::Match>(statement)->cases)
        walk(matchCase->body);
      return;
    case NodeKind::Try:
      return visitTry(ast::cast<ast::Try>(statement));
    case NodeKind::TryStar:
      return visitTry(ast::cast<ast::TryStar>(statement));
    default:
      return;
    }
  }

  template <typename Loop> void visitLoop(const Loop *loop) {
    walk(loop->body);
    walk(loop->orelse);
  }

  template <typename With> void visitWith(const With *with) {
    walkWith(with->body, {surroundings_.mayFail || suppressesImportError(with->items), surroundings_.inFunction});
  }

  void visitIf(const ast::If *branch) {
    Truth truth = truthOf(branch->test);
    if (truth != Truth::False)
      walk(branch->body);
    if (truth != Truth::True)
      walk(branch->orelse);
  }

  /// A fallback in a handler matters only if something in the body was not found.
  template <typename Try> void visitTry(const Try *statement) {
    bool catches = catchesImportError(statement->handlers);
    bool outerMissing = missing_;
    missing_ = false;
    walkWith(statement->body, {surroundings_.mayFail || catches, surroundings_.inFunction});
    bool bodyMissing = missing_;
    missing_ = outerMissing || bodyMissing;
    walk(statement->orelse);
    for (const ast::ExceptHandler *handler : statement->handlers)
      walkWith(handler->body,
               {surroundings_.mayFail || (catches && !bodyMissing), surroundings_.inFunction});
    walk(statement->finalbody);
  }

  Truth truthOf(const ast::Expr *test) const {
    if (auto *constant = ast::dynCast<ast::Constant>(test)) {
      using Type = ast::ConstantValue::Type;
      if (constant->value.type == Type::False || constant->value.type == Type::None ||
          (constant->value.type == Type::Int && constant->value.fitsInt64 && constant->value.integer == 0))
        return Truth::False;
      return constant->value.type == Type::True ? Truth::True : Truth::Unknown;
    }
    if (auto *unary = ast::dynCast<ast::UnaryOp>(test); unary && unary->op == ast::UnaryOperator::Not)
      return negate(truthOf(unary->operand));
    if (auto *boolean = ast::dynCast<ast::BoolOp>(test); boolean && boolean->op == ast::BoolOperator::And) {
      for (const ast::Expr *value : boolean->values)
        if (truthOf(value) == Truth::False)
          return Truth::False;
      return Truth::Unknown;
    }
    if (textOf(test) == "TYPE_CHECKING")
      return Truth::False;
    auto *compare = ast::dynCast<ast::Compare>(test);
    if (compare && compare->ops.size() == 1 && textOf(compare->left) == "__name__" &&
        compare->ops[0] == ast::CmpOperator::Eq && isString(compare->comparators[0], "__main__"))
      return module_ == "__main__" ? Truth::True : Truth::False;
    return Truth::Unknown;
  }

  void request(std::string module, std::string_view name, const SourceRange &range) {
    ImportRequest request;
    request.module = std::move(module);
    request.name = name;
    request.range = range;
    request.mayFail = surroundings_.mayFail;
    request.inFunction = surroundings_.inFunction;
    if (!resolve_(request))
      missing_ = true;
  }

  void visitImport(const ast::Import *statement) {
    for (const ast::Alias *alias : statement->names)
      request(std::string(alias->name.text()), {}, alias->range());
  }

  void visitImportFrom(const ast::ImportFrom *statement) {
    std::string module = absoluteName(statement);
    if (module.empty())
      return; // ImportError when it runs, as in CPython
    // The module's own name is what is missing when it is: mark the statement once, not each name.
    for (const ast::Alias *alias : statement->names)
      request(module, alias->name.text(), alias->range());
  }

  /// The module that a `from` names, with the dots of a relative import resolved. Empty: no such package.
  std::string absoluteName(const ast::ImportFrom *statement) const {
    std::string written(statement->module.text());
    if (statement->level == 0)
      return written;
    llvm::StringRef package = module_ == "__main__" ? "" : llvm::StringRef(module_);
    if (!isPackage_)
      package = package.contains('.') ? package.rsplit('.').first : "";
    for (int level = 1; level < statement->level; ++level)
      package = package.contains('.') ? package.rsplit('.').first : "";
    if (package.empty())
      return {};
    return written.empty() ? package.str() : package.str() + "." + written;
  }

  const std::string &module_;
  bool isPackage_;
  const ImportResolver &resolve_;
  Surroundings surroundings_;
  bool missing_ = false; ///< something in the innermost try body was not found
};

void addStrings(const ast::Expr *list, std::vector<std::string> &names) {
  Span<ast::Expr *> elements;
  if (auto *brackets = ast::dynCast<ast::List>(list))
    elements = brackets->elts;
  else if (auto *tuple = ast::dynCast<ast::Tuple>(list))
    elements = tuple->elts;
  for (const ast::Expr *element : elements)
    if (auto *constant = ast::dynCast<ast::Constant>(element);
        constant && constant->value.type == ast::ConstantValue::Type::Str)
      names.emplace_back(constant->value.text);
}

} // namespace

void forEachImport(const ast::Module &tree, const std::string &module, bool isPackage,
                   const ImportResolver &resolve) {
  Walker(module, isPackage, resolve).walk(tree.body);
}

std::vector<std::string> namesInAll(const ast::Module &tree) {
  std::vector<std::string> names;
  for (const ast::Stmt *statement : tree.body) {
    if (auto *assign = ast::dynCast<ast::Assign>(statement)) {
      for (const ast::Expr *target : assign->targets)
        if (textOf(target) == "__all__" && ast::isa<ast::Name>(target))
          addStrings(assign->value, names);
    } else if (auto *augmented = ast::dynCast<ast::AugAssign>(statement)) {
      if (ast::isa<ast::Name>(augmented->target) && textOf(augmented->target) == "__all__")
        addStrings(augmented->value, names);
    }
  }
  return names;
}

} // namespace molt
