#include "frontend/scope_builder.h"

#include "frontend/ast_walk.h"
#include "frontend/source.h"

namespace molt {

using namespace ast;

ScopeBuilder::ScopeBuilder(const SourceFile &file, Context &context, PythonVersion version)
    : file_(file), context_(context), version_(version) {}

std::unique_ptr<ScopeTable> ScopeBuilder::build(const Mod &module) {
  table_ = std::make_unique<ScopeTable>();
  table_->context_ = &context_;
  readFutureFeatures(module);
  if (failed_)
    return nullptr;
  enter(ScopeKind::Module, &module, "top");
  visitChildren(&module);
  if (failed_)
    return nullptr;
  Names free;
  analyze(table_->module(), nullptr, free, {}, {}, nullptr);
  if (failed_)
    return nullptr;
  for (const auto &scope : table_->scopes_)
    publish(workOf(scope.get()));
  return std::move(table_);
}

void ScopeBuilder::fail(DiagnosticId id, const SourceRange &range,
                        std::initializer_list<std::string_view> arguments) {
  if (failed_)
    return;
  failed_ = true;
  error_ = {kindOf(id), formatMessage(id, arguments), file_.path(), &file_, range};
}

// ---- scopes and names --------------------------------------------------------------------------

void ScopeBuilder::enter(ScopeKind kind, const Node *node, std::string_view name) {
  enter(kind, node, context_.intern(name));
}

void ScopeBuilder::enter(ScopeKind kind, const Node *node, Identifier name) {
  Work *outer = stack_.empty() ? nullptr : stack_.back();
  Scope *parent = outer ? outer->scope : nullptr;
  table_->scopes_.emplace_back(new Scope(kind, node, name, parent));
  Scope *scope = table_->scopes_.back().get();
  table_->byNode_.insert({{node, kind}, scope});
  auto work = std::make_unique<Work>();
  work->scope = scope;
  if (outer) {
    scope->isNested_ = parent->isNested() || parent->isFunctionLike();
    work->inIterable = outer->inIterable;
    // Annotations that become strings have no effect on the scopes around them.
    if (kind != ScopeKind::Annotations || !table_->future_.annotations)
      parent->children_.push_back(scope);
  }
  scope->privateClass_ = privateClass_;
  stack_.push_back(work.get());
  works_.emplace(scope, std::move(work));
}

void ScopeBuilder::reenter(Scope *scope) { stack_.push_back(&workOf(scope)); }

void ScopeBuilder::leave() { stack_.pop_back(); }

uint32_t ScopeBuilder::lookup(Work &work, Identifier name) {
  const auto found =
      work.scope->index_.find(mangleName(context_, work.scope->privateClass_, name));
  return found == work.scope->index_.end() ? 0 : work.uses[found->second];
}

void ScopeBuilder::add(std::string_view name, uint32_t use, const SourceRange &range) {
  add(context_.intern(name), use, range);
}

void ScopeBuilder::add(Identifier name, uint32_t use, const SourceRange &range) {
  constexpr uint32_t writes = parameter | localHere | imported;
  if ((use & writes) && !checkName(name, range, use & deletedHere))
    return;
  addTo(current(), name, use, range);
}

bool ScopeBuilder::checkName(Identifier name, const SourceRange &range, bool isDelete) {
  if (name != "__debug__")
    return true;
  fail(isDelete ? DiagnosticId::DeleteDebug : DiagnosticId::AssignDebug, range);
  return false;
}

void ScopeBuilder::addTo(Work &work, Identifier name, uint32_t use, const SourceRange &range) {
  const Identifier mangled = mangleName(context_, privateClass_, name);
  Scope *scope = work.scope;
  const auto [at, isNew] =
      scope->index_.insert({mangled, static_cast<uint32_t>(scope->symbols_.size())});
  if (isNew) {
    Symbol symbol;
    symbol.name = mangled;
    scope->symbols_.push_back(symbol);
    work.uses.push_back(0);
  }
  uint32_t &uses = work.uses[at->second];
  if ((use & parameter) && (uses & parameter))
    return fail(DiagnosticId::DuplicateArgument, range, {name.text()});
  if ((use & typeParameter) && (uses & typeParameter))
    return fail(DiagnosticId::DuplicateTypeParameter, range, {name.text()});
  uses |= use;
  if (work.inTarget) {
    if (uses & (globalDeclared | nonlocalDeclared))
      return fail(DiagnosticId::InnerLoopRebinds, range, {name.text()});
    uses |= comprehensionTarget;
  }
  if ((use & globalDeclared) && scope != table_->module())
    addTo(workOf(table_->module()), name, globalDeclared, range);
}

bool ScopeBuilder::inFunctionLikeBlock() { return current().scope->isFunctionLike(); }

// ---- statements --------------------------------------------------------------------------------

void ScopeBuilder::visitChildren(const Node *node) {
  forEachChild(node, [&](const Node *child) { visit(child); });
}

void ScopeBuilder::visitBody(Span<Stmt *> body) { visitAll(body); }

void ScopeBuilder::visit(const Node *node) {
  if (failed_)
    return;
  switch (node->nodeKind()) {
  case NodeKind::FunctionDef:
    return visitFunction(*cast<FunctionDef>(node), false);
  case NodeKind::AsyncFunctionDef:
    return visitFunction(*cast<AsyncFunctionDef>(node), true);
  case NodeKind::ClassDef:
    return visitClass(*cast<ClassDef>(node));
  case NodeKind::TypeAlias:
    return visitTypeAlias(*cast<TypeAlias>(node));
  case NodeKind::Return:
    visitChildren(node);
    current().scope->returnsValue_ |= cast<Return>(node)->value != nullptr;
    return;
  case NodeKind::AnnAssign:
    return visitAnnotated(*cast<AnnAssign>(node));
  case NodeKind::If:
  case NodeKind::For:
  case NodeKind::AsyncFor:
  case NodeKind::While:
  case NodeKind::With:
  case NodeKind::AsyncWith:
  case NodeKind::Try:
  case NodeKind::TryStar:
  case NodeKind::Match:
    return visitConditional(node);
  case NodeKind::Global:
    return visitDirective(cast<Global>(node)->names, node->range(), true);
  case NodeKind::Nonlocal:
    return visitDirective(cast<Nonlocal>(node)->names, node->range(), false);
  case NodeKind::Alias:
    return visitAlias(*cast<Alias>(node));
  case NodeKind::ExceptHandler: {
    const auto *handler = cast<ExceptHandler>(node);
    if (handler->type)
      visit(handler->type);
    if (handler->name)
      add(handler->name, localHere, node->range());
    return visitBody(handler->body);
  }
  case NodeKind::NamedExpr:
    return visitNamedExpr(*cast<NamedExpr>(node));
  case NodeKind::Lambda:
    return visitLambda(*cast<Lambda>(node));
  case NodeKind::ListComp: {
    const auto *comp = cast<ListComp>(node);
    return visitComprehension(*comp, "listcomp", ComprehensionKind::List, comp->generators,
                              comp->elt, nullptr);
  }
  case NodeKind::SetComp: {
    const auto *comp = cast<SetComp>(node);
    return visitComprehension(*comp, "setcomp", ComprehensionKind::Set, comp->generators,
                              comp->elt, nullptr);
  }
  case NodeKind::DictComp: {
    const auto *comp = cast<DictComp>(node);
    return visitComprehension(*comp, "dictcomp", ComprehensionKind::Dict, comp->generators,
                              comp->key, comp->value);
  }
  case NodeKind::GeneratorExp: {
    const auto *comp = cast<GeneratorExp>(node);
    return visitComprehension(*comp, "genexpr", ComprehensionKind::Generator, comp->generators,
                              comp->elt, nullptr);
  }
  case NodeKind::Yield:
    return visitYield(*cast<Yield>(node), cast<Yield>(node)->value);
  case NodeKind::YieldFrom:
    return visitYield(*cast<YieldFrom>(node), cast<YieldFrom>(node)->value);
  case NodeKind::Await:
    if (!refuseInAnnotation("await expression", *node))
      return;
    visitChildren(node);
    current().scope->isCoroutine_ = true;
    return;
  case NodeKind::Attribute: {
    const auto *attribute = cast<Attribute>(node);
    if (attribute->ctx != ExprContext::Load &&
        !checkName(attribute->attr, node->range(), attribute->ctx == ExprContext::Del))
      return;
    return visitChildren(node);
  }
  case NodeKind::Keyword: {
    const auto *keyword = cast<Keyword>(node);
    if (keyword->arg && !checkName(keyword->arg, node->range(), false))
      return;
    return visitChildren(node);
  }
  case NodeKind::Name:
    return visitName(*cast<Name>(node));
  default:
    if (isa<Pattern>(node))
      return visitPattern(*cast<Pattern>(node));
    if (isa<TypeParam>(node))
      return visitTypeParameter(*cast<TypeParam>(node));
    return visitChildren(node);
  }
}

void ScopeBuilder::visitConditional(const Node *node) {
  Work &work = current();
  const bool outer = work.inConditionalBlock;
  work.inConditionalBlock = true;
  visitChildren(node);
  work.inConditionalBlock = outer;
}

void ScopeBuilder::visitDirective(Span<Identifier> names, const SourceRange &range,
                                  bool isGlobal) {
  for (Identifier name : names) {
    const uint32_t uses = lookup(current(), name);
    if (uses & (parameter | localHere | usedHere | annotated)) {
      const std::string_view word = isGlobal ? "global" : "nonlocal";
      const DiagnosticId id = uses & parameter   ? DiagnosticId::DeclaredParameter
                              : uses & usedHere  ? DiagnosticId::DeclaredAfterUse
                              : uses & annotated ? DiagnosticId::DeclaredAnnotated
                                                 : DiagnosticId::DeclaredAfterAssignment;
      return fail(id, range, {name.text(), word});
    }
    add(name, isGlobal ? globalDeclared : nonlocalDeclared, range);
    current().directives.insert({mangleName(context_, privateClass_, name), range});
  }
}

void ScopeBuilder::visitAlias(const Alias &alias) {
  if (alias.name == "*") {
    if (current().scope->kind() != ScopeKind::Module)
      return fail(DiagnosticId::StarImport, alias.range());
    current().scope->hasStarImport_ = true;
    return;
  }
  if (alias.asname)
    return add(alias.asname, imported, alias.range());
  const std::string_view text = alias.name.text();
  add(text.substr(0, text.find('.')), imported, alias.range());
}

static bool hasDocstringIn(Span<Stmt *> body) {
  const auto *statement = body.empty() ? nullptr : dynCast<ExprStmt>(body[0]);
  const auto *constant = statement ? dynCast<Constant>(statement->value) : nullptr;
  return constant && constant->value.type == ConstantValue::Type::Str;
}

template <typename T> void ScopeBuilder::visitFunction(const T &node, bool isAsync) {
  add(node.name, localHere, node.range());
  visitAll(node.args->defaults);
  visitAll(node.args->kw_defaults);
  visitAll(node.decorator_list);
  const bool isGeneric = !node.type_params.empty();
  if (isGeneric) {
    bool hasKeywordDefaults = false;
    for (const Expr *value : node.args->kw_defaults)
      hasKeywordDefaults |= value != nullptr;
    enterTypeParameters(node, node.name, node.type_params, !node.args->defaults.empty(),
                        hasKeywordDefaults);
  }
  visitSignatureAnnotations(node, *node.args, node.returns);
  enter(ScopeKind::Function, &node, node.name);
  current().scope->isCoroutine_ = isAsync;
  current().scope->hasDocstring_ = hasDocstringIn(node.body);
  visitParameters(*node.args);
  visitBody(node.body);
  leave();
  if (isGeneric)
    leave();
}

void ScopeBuilder::visitClass(const ClassDef &node) {
  add(node.name, localHere, node.range());
  visitAll(node.decorator_list);
  const Identifier outerClass = privateClass_;
  const bool isGeneric = !node.type_params.empty();
  if (isGeneric) {
    enterTypeParameters(node, node.name, {}, false, false);
    add(".type_params", localHere | usedHere, node.range());
    add(".generic_base", localHere | usedHere, node.range());
    privateClass_ = node.name;
    current().scope->privateClass_ = node.name;
    visitAll(node.type_params);
  }
  visitAll(node.bases);
  visitAll(node.keywords);
  privateClass_ = node.name;
  enter(ScopeKind::Class, &node, node.name);
  current().scope->hasDocstring_ = hasDocstringIn(node.body);
  if (isGeneric) {
    add("__type_params__", localHere, node.range());
    add(".type_params", usedHere, node.range());
  }
  visitBody(node.body);
  leave();
  if (isGeneric)
    leave();
  privateClass_ = outerClass;
}

void ScopeBuilder::visitParameters(const Arguments &arguments) {
  const auto addAll = [&](Span<Arg *> args) {
    for (const Arg *arg : args)
      add(arg->arg, parameter, arg->range());
  };
  addAll(arguments.posonlyargs);
  addAll(arguments.args);
  addAll(arguments.kwonlyargs);
  Scope *scope = current().scope;
  if (arguments.vararg) {
    add(arguments.vararg->arg, parameter, arguments.vararg->range());
    scope->hasVarargs_ = true;
  }
  if (arguments.kwarg) {
    add(arguments.kwarg->arg, parameter, arguments.kwarg->range());
    scope->hasVarkeywords_ = true;
  }
}

// ---- annotations -------------------------------------------------------------------------------

static bool hasAnnotations(const Arguments &arguments) {
  const auto any = [](Span<Arg *> args) {
    for (const Arg *arg : args)
      if (arg->annotation)
        return true;
    return false;
  };
  return any(arguments.posonlyargs) || any(arguments.args) || any(arguments.kwonlyargs) ||
         (arguments.vararg && arguments.vararg->annotation) ||
         (arguments.kwarg && arguments.kwarg->annotation);
}

/// Until 3.13 annotations are evaluated where they stand, unless `from __future__ import
/// annotations` makes them strings: then, and always from 3.14 on, they have a scope of their own.
void ScopeBuilder::visitSignatureAnnotations(const Node &node, const Arguments &arguments,
                                             const Expr *returns) {
  if (!hasAnnotations(arguments) && !returns)
    return;
  const bool ownScope = version_ >= python314 || table_->future_.annotations;
  Work &outer = current();
  const bool seesClass =
      outer.scope->kind() == ScopeKind::Class || outer.scope->canSeeClassScope();
  if (ownScope) {
    enter(ScopeKind::Annotations, &node, version_ >= python314 ? "__annotate__" : "_annotation");
    if (version_ >= python314 && seesClass) {
      current().scope->canSeeClassScope_ = true;
      add("__classdict__", usedHere, node.range());
    }
  }
  const auto annotationsOf = [&](Span<Arg *> args) {
    for (const Arg *arg : args)
      if (arg->annotation)
        visit(arg->annotation);
  };
  annotationsOf(arguments.posonlyargs);
  annotationsOf(arguments.args);
  if (arguments.vararg && arguments.vararg->annotation)
    visit(arguments.vararg->annotation);
  if (arguments.kwarg && arguments.kwarg->annotation)
    visit(arguments.kwarg->annotation);
  annotationsOf(arguments.kwonlyargs);
  if (returns)
    visit(returns);
  if (ownScope)
    leave();
}

void ScopeBuilder::visitAnnotated(const AnnAssign &node) {
  const auto *name = dynCast<Name>(node.target);
  if (name) {
    const uint32_t uses = lookup(current(), name->id);
    if ((uses & (globalDeclared | nonlocalDeclared)) && node.simple &&
        current().scope != table_->module())
      return fail(DiagnosticId::DeclaredAnnotated, node.range(),
                  {name->id.text(), uses & globalDeclared ? "global" : "nonlocal"});
    if (node.simple)
      add(name->id, annotated | localHere, name->range());
    else if (node.value)
      add(name->id, localHere, name->range());
  } else {
    visit(node.target);
  }
  if (failed_)
    return;
  visitAnnotation(node.annotation);
  if (node.value)
    visit(node.value);
}

void ScopeBuilder::visitAnnotation(const Expr *annotation) {
  if (version_ < python314) {
    if (!table_->future_.annotations)
      return visit(annotation);
    enter(ScopeKind::Annotations, annotation, "_annotation");
    visit(annotation);
    return leave();
  }
  Work &owner = current();
  const ScopeKind kind = owner.scope->kind();
  const bool isConditional =
      kind == ScopeKind::Module || (kind == ScopeKind::Class && owner.inConditionalBlock);
  if (isConditional && !owner.scope->hasConditionalAnnotations_) {
    owner.scope->hasConditionalAnnotations_ = true;
    add("__conditional_annotations__", usedHere, annotation->range());
  }
  if (owner.annotations) {
    reenter(owner.annotations);
  } else {
    enter(ScopeKind::Annotations, owner.scope->node(), "__annotate__");
    owner.annotations = current().scope;
    if (kind == ScopeKind::Class || owner.scope->canSeeClassScope()) {
      current().scope->canSeeClassScope_ = true;
      add("__classdict__", usedHere, annotation->range());
    }
  }
  // The annotations of a function's local variables are never evaluated.
  current().isUnevaluated = owner.scope->isFunctionLike();
  visit(annotation);
  leave();
}

// ---- type parameters ---------------------------------------------------------------------------

void ScopeBuilder::enterTypeParameters(const Node &node, Identifier name,
                                       Span<TypeParam *> params, bool hasDefaults,
                                       bool hasKeywordDefaults) {
  const bool inClass = current().scope->kind() == ScopeKind::Class;
  enter(ScopeKind::TypeParameters, &node, name);
  if (inClass) {
    current().scope->canSeeClassScope_ = true;
    add("__classdict__", usedHere, node.range());
  }
  if (hasDefaults)
    add(".defaults", parameter, node.range());
  if (hasKeywordDefaults)
    add(".kwdefaults", parameter, node.range());
  visitAll(params);
}

void ScopeBuilder::visitTypeVariable(const Expr *expr, const TypeParam &param, Identifier name,
                                     ScopeKind kind, const char *where) {
  if (!expr)
    return;
  const bool seesClass = current().scope->canSeeClassScope();
  enter(kind, &param, name);
  current().where = where;
  current().scope->canSeeClassScope_ = seesClass;
  if (seesClass)
    add("__classdict__", usedHere, expr->range());
  visit(expr);
  leave();
}

void ScopeBuilder::visitTypeParameter(const TypeParam &param) {
  const auto define = [&](Identifier name) {
    if (name == "__classdict__" && version_ >= python313)
      return fail(DiagnosticId::ReservedTypeParameter, param.range(), {name.text()});
    add(name, typeParameter | localHere, param.range());
  };
  if (const auto *variable = dynCast<TypeVar>(&param)) {
    define(variable->name);
    const bool isTuple = variable->bound && isa<Tuple>(variable->bound);
    visitTypeVariable(variable->bound, param, variable->name, ScopeKind::TypeVariable,
                      isTuple && version_ >= python313 ? "a TypeVar constraint"
                                                       : "a TypeVar bound");
    visitTypeVariable(variable->default_value, param, variable->name, ScopeKind::TypeDefault,
                      "a TypeVar default");
  } else if (const auto *spec = dynCast<ParamSpec>(&param)) {
    define(spec->name);
    visitTypeVariable(spec->default_value, param, spec->name, ScopeKind::TypeDefault,
                      "a ParamSpec default");
  } else {
    const auto *tuple = cast<TypeVarTuple>(&param);
    define(tuple->name);
    visitTypeVariable(tuple->default_value, param, tuple->name, ScopeKind::TypeDefault,
                      "a TypeVarTuple default");
  }
}

void ScopeBuilder::visitTypeAlias(const TypeAlias &node) {
  visit(node.name);
  const Identifier name = cast<Name>(node.name)->id;
  const bool inClass = current().scope->kind() == ScopeKind::Class;
  const bool isGeneric = !node.type_params.empty();
  if (isGeneric)
    enterTypeParameters(node, name, node.type_params, false, false);
  enter(ScopeKind::TypeAlias, &node, name);
  current().scope->canSeeClassScope_ = inClass;
  if (inClass)
    add("__classdict__", usedHere, node.value->range());
  visit(node.value);
  leave();
  if (isGeneric)
    leave();
}

// ---- expressions -------------------------------------------------------------------------------

void ScopeBuilder::visitName(const Name &name) {
  if (current().isUnevaluated)
    return;
  if (name.ctx != ExprContext::Load)
    return add(name.id, name.ctx == ExprContext::Del ? localHere | deletedHere : localHere,
               name.range());
  add(name.id, usedHere, name.range());
  // super() needs the class that it stands in.
  if (name.id == "super" && inFunctionLikeBlock())
    add("__class__", usedHere, name.range());
}

void ScopeBuilder::visitLambda(const Lambda &node) {
  visitAll(node.args->defaults);
  visitAll(node.args->kw_defaults);
  enter(ScopeKind::Lambda, &node, "lambda");
  visitParameters(*node.args);
  visit(node.body);
  leave();
}

bool ScopeBuilder::refuseInAnnotation(const char *what, const Node &node) {
  const char *where = nullptr;
  switch (current().scope->kind()) {
  case ScopeKind::Annotations:
    where = "an annotation";
    break;
  case ScopeKind::TypeVariable:
  case ScopeKind::TypeDefault:
    where = current().where;
    break;
  case ScopeKind::TypeAlias:
    where = "a type alias";
    break;
  case ScopeKind::TypeParameters:
    where = "the definition of a generic";
    break;
  default:
    return true;
  }
  fail(DiagnosticId::NotInAnnotation, node.range(), {what, where});
  return false;
}

void ScopeBuilder::visitYield(const Expr &node, const Expr *value) {
  if (!refuseInAnnotation("yield expression", node))
    return;
  if (value)
    visit(value);
  current().scope->isGenerator_ = true;
  static constexpr std::string_view names[] = {"", "list comprehension", "set comprehension",
                                               "dict comprehension", "generator expression"};
  const ComprehensionKind kind = current().comprehension;
  if (kind != ComprehensionKind::None)
    fail(DiagnosticId::YieldInComprehension, node.range(), {names[static_cast<size_t>(kind)]});
}

void ScopeBuilder::visitNamedExpr(const NamedExpr &node) {
  if (!refuseInAnnotation("named expression", node))
    return;
  if (current().inIterable > 0)
    return fail(DiagnosticId::WalrusInIterable, node.range());
  const auto *target = cast<Name>(node.target);
  if (current().comprehension != ComprehensionKind::None)
    bindNamedExpr(*target);
  visit(node.value);
  visit(node.target);
}

/// `:=` in a comprehension binds in the scope around all comprehensions.
void ScopeBuilder::bindNamedExpr(const Name &target) {
  const Identifier name = target.id;
  const auto declare = [&](uint32_t use) {
    add(name, use, target.range());
    current().directives.insert({mangleName(context_, privateClass_, name), target.range()});
  };
  for (size_t i = stack_.size(); i-- > 0 && !failed_;) {
    Work &work = *stack_[i];
    if (work.comprehension != ComprehensionKind::None) {
      const uint32_t uses = lookup(work, name);
      if ((uses & comprehensionTarget) && (uses & (localHere | globalDeclared)))
        return fail(DiagnosticId::WalrusRebinds, target.range(), {name.text()});
      continue;
    }
    switch (work.scope->kind()) {
    case ScopeKind::Function:
    case ScopeKind::Lambda:
      declare(lookup(work, name) & globalDeclared ? globalDeclared : nonlocalDeclared);
      return addTo(work, name, localHere, target.range());
    case ScopeKind::Module:
      declare(globalDeclared);
      return addTo(work, name, globalDeclared, target.range());
    case ScopeKind::Class:
      return fail(DiagnosticId::WalrusInClass, target.range());
    case ScopeKind::TypeParameters:
      return fail(DiagnosticId::WalrusInGeneric, target.range());
    case ScopeKind::TypeAlias:
      return fail(DiagnosticId::WalrusInTypeAlias, target.range());
    case ScopeKind::TypeVariable:
    case ScopeKind::TypeDefault:
      return fail(DiagnosticId::WalrusInTypeVariable, target.range());
    default:
      continue;
    }
  }
}

void ScopeBuilder::visitInnerClause(const Comprehension &clause) {
  Work &work = current();
  work.inTarget = true;
  visit(clause.target);
  work.inTarget = false;
  ++work.inIterable;
  visit(clause.iter);
  --work.inIterable;
  visitAll(clause.ifs);
  work.scope->isCoroutine_ |= clause.is_async != 0;
}

/// The first iterable belongs to the scope around; everything else to the comprehension's own.
void ScopeBuilder::visitComprehension(const Expr &node, std::string_view name,
                                      ComprehensionKind kind, Span<Comprehension *> generators,
                                      const Expr *element, const Expr *value) {
  const Comprehension &first = *generators[0];
  ++current().inIterable;
  visit(first.iter);
  --current().inIterable;
  const bool isUnevaluated = current().isUnevaluated;
  const bool seesClass = current().scope->canSeeClassScope();
  enter(ScopeKind::Comprehension, &node, name);
  Work &work = current();
  work.comprehension = kind;
  work.isUnevaluated = isUnevaluated;
  if (seesClass && version_ >= python313) {
    work.scope->canSeeClassScope_ = true;
    add("__classdict__", usedHere, node.range());
  }
  work.scope->isCoroutine_ = first.is_async != 0;
  work.inTarget = true;
  visit(first.target);
  work.inTarget = false;
  visitAll(first.ifs);
  for (const Comprehension *clause : generators.slice(1))
    visitInnerClause(*clause);
  if (value)
    visit(value);
  visit(element);
  const bool isGenerator = kind == ComprehensionKind::Generator;
  work.scope->isGenerator_ = isGenerator;
  const bool makesCoroutine = work.scope->isCoroutine_ && !isGenerator;
  leave();
  if (makesCoroutine)
    current().scope->isCoroutine_ = true;
}

void ScopeBuilder::visitPattern(const Pattern &pattern) {
  const auto capture = [&](Identifier name) {
    if (name)
      add(name, localHere, pattern.range());
  };
  if (const auto *star = dynCast<MatchStar>(&pattern))
    return capture(star->name);
  if (const auto *cls = dynCast<MatchClass>(&pattern))
    for (Identifier attribute : cls->kwd_attrs)
      if (!checkName(attribute, pattern.range(), false))
        return;
  visitChildren(&pattern);
  if (const auto *mapping = dynCast<MatchMapping>(&pattern))
    capture(mapping->rest);
  if (const auto *as = dynCast<MatchAs>(&pattern))
    capture(as->name);
}

} // namespace molt
