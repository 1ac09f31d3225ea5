// Builds the symbol table in two passes, as CPython's symtable: the first walks the tree and notes
// in each scope how its names are used, the second decides from the outside in where each lives,
// and from the inside out which locals are captured.
#include "frontend/scope.h"

#include <set>
#include <string>

namespace molt {

const Symbol *Scope::find(Identifier mangledName) const {
  auto found = index_.find(mangledName);
  return found == index_.end() ? nullptr : &symbols_[found->second];
}

const Scope *ScopeTable::find(const ast::Node *node, ScopeKind kind) const {
  auto found = byNode_.find({node, kind});
  return found == byNode_.end() ? nullptr : found->second;
}

const Scope *ScopeTable::scopeOf(const ast::Node *node) const {
  for (ScopeKind kind : {ScopeKind::Module, ScopeKind::Class, ScopeKind::Function,
                         ScopeKind::Lambda, ScopeKind::Comprehension})
    if (const Scope *scope = find(node, kind))
      return scope;
  return nullptr;
}

static Identifier mangleIn(ast::Context &context, Identifier privateClass, Identifier name) {
  std::string_view text = name.text(), cls = privateClass.text();
  if (cls.empty() || !text.starts_with("__") || text.ends_with("__") ||
      text.find('.') != std::string_view::npos)
    return name;
  while (cls.starts_with("_"))
    cls.remove_prefix(1);
  if (cls.empty())
    return name;
  return context.intern("_" + std::string(cls) + std::string(text));
}

Identifier ScopeTable::mangle(const Scope &scope, Identifier name) const {
  return mangleIn(*context_, scope.privateClass_, name);
}

class ScopeBuilder {
public:
  ScopeBuilder(ScopeTable &table, ast::Context &context, PythonVersion version)
      : table_(table), context_(context), version_(version) {
    table_.context_ = &context;
    classCell_ = context.intern("__class__");
  }

  void build(const ast::Mod &module) {
    findFutures(module);
    enter(ScopeKind::Module, &module, context_.intern("top"));
    visitChildren(module);
    leave();
    NameSet bound, globals;
    resolve(*table_.scopes_.front(), bound, globals);
  }

private:
  using NameSet = std::set<std::string_view>;

  // ---- Scopes -----------------------------------------------------------------------------------

  Scope *enter(ScopeKind kind, const ast::Node *node, Identifier name) {
    table_.scopes_.emplace_back(new Scope(kind, node, name, current_));
    Scope *scope = table_.scopes_.back().get();
    if (current_) {
      scope->isNested_ = current_->isNested_ || current_->isFunctionLike();
      scope->privateClass_ = current_->privateClass_;
      current_->children_.push_back(scope);
    }
    table_.byNode_[{node, kind}] = scope;
    return current_ = scope;
  }
  void leave() { current_ = current_->parent_; }

  Symbol &symbol(Scope &scope, Identifier mangledName) {
    auto [at, isNew] = scope.index_.try_emplace(mangledName, scope.symbols_.size());
    if (isNew)
      scope.symbols_.push_back({.name = mangledName});
    return scope.symbols_[at->second];
  }
  Symbol &symbol(Identifier name) {
    return symbol(*current_, mangleIn(context_, current_->privateClass_, name));
  }

  // ---- First pass -------------------------------------------------------------------------------

  void findFutures(const ast::Mod &module) {
    auto *tree = ast::dynCast<ast::Module>(&module);
    if (!tree)
      return;
    for (const ast::Stmt *stmt : tree->body)
      if (auto *import = ast::dynCast<ast::ImportFrom>(stmt);
          import && import->module == "__future__")
        for (const ast::Alias *alias : import->names) {
          table_.future_.annotations |= alias->name == "annotations";
          table_.future_.barryAsBdfl |= alias->name == "barry_as_FLUFL";
        }
  }

  bool annotationsAreLazy() const {
    return version_.atLeast(3, 14) && !table_.future_.annotations;
  }

  template <class T> void visitAll(const Span<T *> &nodes) {
    for (const T *node : nodes)
      if (node)
        visit(*node);
  }
  void visitOptional(const ast::Node *node) {
    if (node)
      visit(*node);
  }

  void visitChildren(const ast::Node &node) {
    switch (node.nodeKind()) {
#define MOLT_AST_NODE(Base, Class, py, attributes)                                                 \
  case ast::NodeKind::Class: {                                                                     \
    [[maybe_unused]] auto &self = static_cast<const ast::Class &>(node);
#define MOLT_AST_CHILD(T, name) visit(*self.name);
#define MOLT_AST_OPTIONAL(T, name) visitOptional(self.name);
#define MOLT_AST_CHILDREN(T, name) visitAll(self.name);
#define MOLT_AST_HOLES(T, name) visitAll(self.name);
#define MOLT_AST_END(Class)                                                                        \
  break;                                                                                           \
  }
#include "frontend/ast_nodes.def"
    }
  }

  void visit(const ast::Node &node) {
    switch (node.nodeKind()) {
    case ast::NodeKind::FunctionDef:
      return visitFunction(*ast::cast<ast::FunctionDef>(&node));
    case ast::NodeKind::AsyncFunctionDef:
      return visitFunction(*ast::cast<ast::AsyncFunctionDef>(&node));
    case ast::NodeKind::ClassDef:
      return visitClass(*ast::cast<ast::ClassDef>(&node));
    case ast::NodeKind::Lambda:
      return visitLambda(*ast::cast<ast::Lambda>(&node));
    case ast::NodeKind::ListComp:
      return visitComprehension(*ast::cast<ast::ListComp>(&node), "listcomp");
    case ast::NodeKind::SetComp:
      return visitComprehension(*ast::cast<ast::SetComp>(&node), "setcomp");
    case ast::NodeKind::DictComp:
      return visitComprehension(*ast::cast<ast::DictComp>(&node), "dictcomp");
    case ast::NodeKind::GeneratorExp:
      return visitComprehension(*ast::cast<ast::GeneratorExp>(&node), "genexpr");
    case ast::NodeKind::Name:
      return visitName(*ast::cast<ast::Name>(&node));
    case ast::NodeKind::NamedExpr:
      return visitNamedExpr(*ast::cast<ast::NamedExpr>(&node));
    case ast::NodeKind::AnnAssign:
      return visitAnnAssign(*ast::cast<ast::AnnAssign>(&node));
    case ast::NodeKind::Global:
      for (Identifier name : ast::cast<ast::Global>(&node)->names)
        symbol(name).isDeclaredGlobal = true;
      return;
    case ast::NodeKind::Nonlocal:
      for (Identifier name : ast::cast<ast::Nonlocal>(&node)->names)
        symbol(name).isDeclaredNonlocal = true;
      return;
    case ast::NodeKind::Import:
      for (const ast::Alias *alias : ast::cast<ast::Import>(&node)->names)
        visitAlias(*alias);
      return;
    case ast::NodeKind::ImportFrom:
      for (const ast::Alias *alias : ast::cast<ast::ImportFrom>(&node)->names)
        visitAlias(*alias);
      return;
    case ast::NodeKind::ExceptHandler:
      if (auto *handler = ast::cast<ast::ExceptHandler>(&node); handler->name)
        bind(handler->name);
      return visitChildren(node);
    case ast::NodeKind::MatchAs:
      if (auto *pattern = ast::cast<ast::MatchAs>(&node); pattern->name)
        bind(pattern->name);
      return visitChildren(node);
    case ast::NodeKind::MatchStar:
      if (auto *pattern = ast::cast<ast::MatchStar>(&node); pattern->name)
        bind(pattern->name);
      return;
    case ast::NodeKind::MatchMapping:
      if (auto *pattern = ast::cast<ast::MatchMapping>(&node); pattern->rest)
        bind(pattern->rest);
      return visitChildren(node);
    case ast::NodeKind::TypeAlias:
      return visitTypeAlias(*ast::cast<ast::TypeAlias>(&node));
    case ast::NodeKind::TypeVar: {
      auto *variable = ast::cast<ast::TypeVar>(&node);
      visitTypeParam(node, variable->name, variable->bound, variable->default_value);
      return;
    }
    case ast::NodeKind::ParamSpec: {
      auto *variable = ast::cast<ast::ParamSpec>(&node);
      return visitTypeParam(node, variable->name, nullptr, variable->default_value);
    }
    case ast::NodeKind::TypeVarTuple: {
      auto *variable = ast::cast<ast::TypeVarTuple>(&node);
      return visitTypeParam(node, variable->name, nullptr, variable->default_value);
    }
    case ast::NodeKind::Yield:
    case ast::NodeKind::YieldFrom:
      current_->isGenerator_ = true;
      return visitChildren(node);
    case ast::NodeKind::Await:
    case ast::NodeKind::AsyncFor:
    case ast::NodeKind::AsyncWith:
      current_->isCoroutine_ = true;
      return visitChildren(node);
    case ast::NodeKind::Return:
      current_->returnsValue_ |= ast::cast<ast::Return>(&node)->value != nullptr;
      return visitChildren(node);
    default:
      return visitChildren(node);
    }
  }

  void bind(Identifier name) { symbol(name).isAssigned = true; }

  void visitName(const ast::Name &node) {
    Symbol &found = symbol(node.id);
    if (node.ctx == ast::ExprContext::Store)
      found.isAssigned = true;
    else if (node.ctx == ast::ExprContext::Del)
      found.isDeleted = true;
    else
      found.isUsed = true;
    if (node.ctx == ast::ExprContext::Load && node.id == "super" && current_->isFunctionLike())
      symbol(*current_, classCell_).isUsed = true;
  }

  void visitAlias(const ast::Alias &alias) {
    if (alias.name == "*") {
      current_->hasStarImport_ = true;
      return;
    }
    std::string_view name = alias.name.text();
    Identifier bound = alias.asname ? alias.asname : context_.intern(name.substr(0, name.find('.')));
    Symbol &found = symbol(bound);
    found.isAssigned = found.isImported = true;
  }

  /// `:=` in a comprehension binds in the scope around all comprehensions.
  void visitNamedExpr(const ast::NamedExpr &node) {
    if (auto *target = ast::dynCast<ast::Name>(node.target);
        target && current_->kind_ == ScopeKind::Comprehension) {
      Scope *outer = current_;
      while (outer->kind_ == ScopeKind::Comprehension)
        outer = outer->parent_;
      Identifier name = mangleIn(context_, current_->privateClass_, target->id);
      Symbol &bound = symbol(*outer, name);
      bound.isAssigned = true;
      bool isGlobal = outer->kind_ == ScopeKind::Module || bound.isDeclaredGlobal;
      for (Scope *scope = current_; scope != outer; scope = scope->parent_) {
        Symbol &inner = symbol(*scope, name);
        inner.isUsed = true;
        if (isGlobal)
          inner.isDeclaredGlobal = true;
        else
          inner.isDeclaredNonlocal = true;
      }
    } else {
      visit(*node.target);
    }
    visit(*node.value);
  }

  void visitAnnAssign(const ast::AnnAssign &node) {
    if (auto *name = ast::dynCast<ast::Name>(node.target)) {
      Symbol &found = symbol(name->id);
      found.isAnnotated = node.simple;
      if (node.value || node.simple)
        found.isAssigned = true;
    } else {
      visit(*node.target);
    }
    visitOptional(node.value);
    if (current_->isFunctionLike() || table_.future_.annotations)
      return; // never evaluated
    if (!annotationsAreLazy())
      return visit(*node.annotation);
    enterAnnotations(current_->node_);
    visit(*node.annotation);
    leave();
  }

  /// The annotations of one class or module are one scope, entered again for each.
  void enterAnnotations(const ast::Node *node) {
    if (auto found = table_.byNode_.find({node, ScopeKind::Annotations});
        found != table_.byNode_.end()) {
      current_ = found->second;
      return;
    }
    bool inClass = current_->kind_ == ScopeKind::Class;
    Scope *scope = enter(ScopeKind::Annotations, node, context_.intern("__annotate__"));
    scope->canSeeClassScope_ = inClass;
  }

  void declareParameters(const ast::Arguments &args) {
    auto add = [&](const ast::Arg *arg) {
      if (arg)
        symbol(arg->arg).isParameter = true;
    };
    for (Span<ast::Arg *> group : {args.posonlyargs, args.args, args.kwonlyargs})
      for (const ast::Arg *arg : group)
        add(arg);
    add(args.vararg);
    add(args.kwarg);
    current_->hasVarargs_ = args.vararg != nullptr;
    current_->hasVarkeywords_ = args.kwarg != nullptr;
  }

  template <class Function> void visitAnnotations(const Function &node) {
    if (table_.future_.annotations)
      return;
    std::vector<const ast::Expr *> annotations;
    auto add = [&](const ast::Arg *arg) {
      if (arg && arg->annotation)
        annotations.push_back(arg->annotation);
    };
    for (Span<ast::Arg *> group : {node.args->posonlyargs, node.args->args, node.args->kwonlyargs})
      for (const ast::Arg *arg : group)
        add(arg);
    add(node.args->vararg);
    add(node.args->kwarg);
    if (node.returns)
      annotations.push_back(node.returns);
    if (annotations.empty())
      return;
    if (annotationsAreLazy())
      enterAnnotations(&node);
    for (const ast::Expr *annotation : annotations)
      visit(*annotation);
    if (annotationsAreLazy())
      leave();
  }

  template <class Node> bool enterTypeParameters(const Node &node, Identifier name) {
    if (node.type_params.empty())
      return false;
    bool inClass = current_->kind_ == ScopeKind::Class;
    Scope *scope = enter(ScopeKind::TypeParameters, &node, name);
    scope->canSeeClassScope_ = inClass;
    visitAll(node.type_params);
    return true;
  }

  template <class Function> void visitFunction(const Function &node) {
    bind(node.name);
    visitAll(node.decorator_list);
    visitAll(node.args->defaults);
    visitAll(node.args->kw_defaults);
    bool hasTypeParameters = enterTypeParameters(node, node.name);
    visitAnnotations(node);
    Scope *scope = enter(ScopeKind::Function, &node, node.name);
    scope->isCoroutine_ = ast::isa<ast::AsyncFunctionDef>(&node);
    scope->hasDocstring_ = hasDocstring(node.body);
    declareParameters(*node.args);
    visitAll(node.body);
    leave();
    if (hasTypeParameters)
      leave();
  }

  static bool hasDocstring(Span<ast::Stmt *> body) {
    auto *stmt = body.empty() ? nullptr : ast::dynCast<ast::ExprStmt>(body[0]);
    auto *constant = stmt ? ast::dynCast<ast::Constant>(stmt->value) : nullptr;
    return constant && constant->value.type == ast::ConstantValue::Type::Str;
  }

  void visitLambda(const ast::Lambda &node) {
    visitAll(node.args->defaults);
    visitAll(node.args->kw_defaults);
    enter(ScopeKind::Lambda, &node, context_.intern("lambda"));
    declareParameters(*node.args);
    visit(*node.body);
    leave();
  }

  void visitClass(const ast::ClassDef &node) {
    bind(node.name);
    visitAll(node.decorator_list);
    Identifier outerPrivate = current_->privateClass_;
    bool hasTypeParameters = enterTypeParameters(node, node.name);
    visitAll(node.bases);
    visitAll(node.keywords);
    Scope *scope = enter(ScopeKind::Class, &node, node.name);
    scope->privateClass_ = node.name;
    scope->hasDocstring_ = hasDocstring(node.body);
    visitAll(node.body);
    leave();
    if (hasTypeParameters)
      leave();
    current_->privateClass_ = outerPrivate;
  }

  static const ast::Expr *firstOf(const ast::ListComp &node) { return node.elt; }
  static const ast::Expr *firstOf(const ast::SetComp &node) { return node.elt; }
  static const ast::Expr *firstOf(const ast::GeneratorExp &node) { return node.elt; }
  static const ast::Expr *firstOf(const ast::DictComp &node) { return node.key; }
  static const ast::Expr *secondOf(const ast::DictComp &node) { return node.value; }
  template <class Node> static const ast::Expr *secondOf(const Node &) { return nullptr; }

  template <class Node> void visitComprehension(const Node &node, std::string_view name) {
    visit(*node.generators[0]->iter);
    Scope *scope = enter(ScopeKind::Comprehension, &node, context_.intern(name));
    scope->isGenerator_ = ast::isa<ast::GeneratorExp>(&node);
    bool isFirst = true;
    for (const ast::Comprehension *generator : node.generators) {
      scope->isCoroutine_ |= generator->is_async;
      visitComprehensionTarget(*generator->target);
      if (!isFirst)
        visit(*generator->iter);
      isFirst = false;
      visitAll(generator->ifs);
    }
    visit(*firstOf(node));
    visitOptional(secondOf(node));
    leave();
  }

  void visitComprehensionTarget(const ast::Expr &target) {
    visit(target);
    for (Symbol &found : current_->symbols_)
      if (found.isAssigned)
        found.isComprehensionTarget = true;
  }

  void visitTypeAlias(const ast::TypeAlias &node) {
    visit(*node.name);
    bool inClass = current_->kind_ == ScopeKind::Class;
    bool hasTypeParameters = enterTypeParameters(node, ast::cast<ast::Name>(node.name)->id);
    Scope *scope = enter(ScopeKind::TypeAlias, &node, ast::cast<ast::Name>(node.name)->id);
    scope->canSeeClassScope_ = inClass;
    visit(*node.value);
    leave();
    if (hasTypeParameters)
      leave();
  }

  void visitTypeParam(const ast::Node &node, Identifier name, const ast::Expr *bound,
                      const ast::Expr *defaultValue) {
    Symbol &found = symbol(name);
    found.isAssigned = found.isTypeParameter = true;
    bool seesClass = current_->canSeeClassScope_;
    auto visitIn = [&](ScopeKind kind, const ast::Expr *expr) {
      if (!expr)
        return;
      enter(kind, &node, name)->canSeeClassScope_ = seesClass;
      visit(*expr);
      leave();
    };
    visitIn(ScopeKind::TypeVariable, bound);
    visitIn(ScopeKind::TypeDefault, defaultValue);
  }

  // ---- Second pass ------------------------------------------------------------------------------

  static bool isBoundHere(const Symbol &found) {
    return found.isParameter || found.isAssigned || found.isDeleted;
  }

  /// `bound`: the names of enclosing functions' variables; `globals`: names that an enclosing
  /// function declared global. Returns the names that are free in `scope`.
  NameSet resolve(Scope &scope, const NameSet &bound, const NameSet &globals) {
    NameSet innerBound = bound, innerGlobals = globals;
    for (Symbol &found : scope.symbols_) {
      std::string_view name = found.name.text();
      if (found.isDeclaredGlobal) {
        found.resolution = Resolution::GlobalExplicit;
        innerBound.erase(name);
        innerGlobals.insert(name);
      } else if (found.isDeclaredNonlocal) {
        found.resolution = Resolution::Free;
      } else if (isBoundHere(found)) {
        found.resolution = Resolution::Local;
        if (scope.isFunctionLike()) {
          innerBound.insert(name);
          innerGlobals.erase(name);
        }
      } else if (bound.count(name)) {
        found.resolution = Resolution::Free;
      } else {
        found.resolution = Resolution::GlobalImplicit;
      }
    }
    if (scope.kind_ == ScopeKind::Class)
      innerBound.insert(classCell_.text());

    NameSet free;
    for (Scope *child : scope.children_)
      free.merge(resolve(*child, innerBound, innerGlobals));
    NameSet result;
    if (scope.kind_ == ScopeKind::Class && free.erase(classCell_.text()))
      scope.needsClassCell_ = true;
    for (std::string_view name : free) {
      Symbol &found = symbol(scope, context_.intern(name));
      if (scope.isFunctionLike() && found.resolution == Resolution::Local && isBoundHere(found)) {
        found.resolution = Resolution::Cell;
        continue;
      }
      bool classHasItsOwn = scope.kind_ == ScopeKind::Class &&
                            (isBoundHere(found) || found.resolution == Resolution::GlobalExplicit);
      if (classHasItsOwn)
        found.isFreeInClass = true;
      else
        found.resolution = Resolution::Free;
      result.insert(name);
    }
    for (const Symbol &found : scope.symbols_)
      if (found.resolution == Resolution::Free)
        result.insert(found.name.text());
    return result;
  }

  ScopeTable &table_;
  ast::Context &context_;
  PythonVersion version_;
  Scope *current_ = nullptr;
  Identifier classCell_;
};

std::unique_ptr<ScopeTable> analyzeScopes(const ast::Mod &module, const SourceFile &,
                                          ast::Context &context, Diagnostics &,
                                          PythonVersion version) {
  auto table = std::make_unique<ScopeTable>();
  ScopeBuilder(*table, context, version).build(module);
  return table;
}

} // namespace molt
