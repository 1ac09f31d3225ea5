#include "compiler/irgen/function_emitter.h"

#include "abi/object.h"

#include <mlir/Dialect/ControlFlow/IR/ControlFlowOps.h>
#include <mlir/IR/PatternMatch.h>
#include <mlir/Transforms/RegionUtils.h>

#include <algorithm>

namespace molt::irgen {

static mlir::ArrayAttr stringArray(mlir::OpBuilder &builder, llvm::ArrayRef<std::string> strings) {
  llvm::SmallVector<mlir::Attribute> attrs;
  for (const std::string &string : strings)
    attrs.push_back(builder.getStringAttr(string));
  return builder.getArrayAttr(attrs);
}

FunctionEmitter::FunctionEmitter(ModuleEmitter &module, FunctionEmitter *parent,
                                 const FunctionSpec &spec)
    : module_(module), parent_(parent), scope_(spec.scope), qualname_(spec.qualname),
      flags_(spec.flags), builder_(mlir::OpBuilder::atBlockEnd(module.into().getBody())),
      location_(module.locationOf({spec.firstLine, 0, spec.firstLine, 0})),
      valueType_(py::ValueType::get(module.context())),
      slotType_(py::SlotType::get(module.context())) {
  if (spec.scope->isFunctionLike() && scope_->isNested())
    flags_ |= kIsNested;
  const ast::Arguments *parameters = spec.parameters;
  if (parameters && parameters->vararg)
    flags_ |= kHasVarArgs;
  if (parameters && parameters->kwarg)
    flags_ |= kHasVarKeywords;
  uint32_t positionalOnly =
      spec.hiddenParameters.size() + (parameters ? parameters->posonlyargs.size() : 0);
  uint32_t positional = positionalOnly + (parameters ? parameters->args.size() : 0);
  uint32_t keywordOnly = parameters ? parameters->kwonlyargs.size() : 0;

  mlir::ArrayAttr empty = builder_.getArrayAttr({});
  func_ = py::FuncOp::create(
      builder_, location_, builder_.getStringAttr(module.uniqueSymbol(spec.qualname)),
      builder_.getStringAttr(spec.name), builder_.getStringAttr(spec.qualname),
      builder_.getI32IntegerAttr(spec.firstLine), builder_.getI32IntegerAttr(flags_),
      builder_.getI32IntegerAttr(positionalOnly), builder_.getI32IntegerAttr(positional),
      builder_.getI32IntegerAttr(keywordOnly), empty, empty, empty,
      spec.docstring ? builder_.getStringAttr(*spec.docstring) : mlir::StringAttr());
  entry_ = builder_.createBlock(&func_.getBody());
  declareVariables(spec);
}

bool isCaptured(const Scope &scope, Identifier name) {
  for (const Scope *child : scope.children()) {
    const Symbol *symbol = child->find(name);
    if (!symbol || (symbol->resolution != Resolution::Free && !symbol->isFreeInClass))
      continue;
    bool inlined = child->kind() == ScopeKind::Comprehension &&
                   !ast::isa<ast::GeneratorExp>(child->node());
    if (!inlined || isCaptured(*child, name))
      return true;
  }
  return false;
}

void FunctionEmitter::declareVariables(const FunctionSpec &spec) {
  std::vector<std::string> names, cellNames;
  bool inFrame = flags_ & (kIsGenerator | kIsCoroutine | kIsAsyncGenerator);

  // Parameters, in the order of abi/object.h.
  std::vector<std::string_view> parameters(spec.hiddenParameters.begin(),
                                           spec.hiddenParameters.end());
  if (const ast::Arguments *source = spec.parameters) {
    auto add = [&](const ast::Arg *arg) { parameters.push_back(mangled(arg->arg).text()); };
    for (Span<ast::Arg *> group : {source->posonlyargs, source->args, source->kwonlyargs})
      std::for_each(group.begin(), group.end(), add);
    if (source->vararg)
      add(source->vararg);
    if (source->kwarg)
      add(source->kwarg);
  }
  llvm::SmallVector<mlir::Value> incoming;
  for (std::string_view name : parameters) {
    names.emplace_back(name);
    incoming.push_back(inFrame ? newSlot(refOf(name)) : entry_->addArgument(valueType_, location_));
  }
  if (flags_ & kIsClassBody)
    namespace_ = incoming.front();

  auto symbolOf = [&](std::string_view name) -> const Symbol * {
    for (const Symbol &symbol : scope_->symbols())
      if (symbol.name == name)
        return &symbol;
    return nullptr;
  };
  for (size_t i = 0; i < parameters.size(); ++i) {
    const Symbol *symbol = symbolOf(parameters[i]);
    Variable variable{.kind = Variable::Kind::Slot, .value = incoming[i]};
    variable.alwaysBound = !symbol || !symbol->isDeleted;
    if (symbol && isCaptured(*scope_, symbol->name)) {
      mlir::Value content = inFrame ? value<py::MoveLocalOp>(incoming[i]) : incoming[i];
      variable.kind = Variable::Kind::Cell;
      variable.value = newSlot(refOf(parameters[i]));
      effect<py::StoreLocalOp>(variable.value, value<py::MakeCellOp>(content));
      cellNames.emplace_back(parameters[i]);
    } else if (!inFrame) {
      bool rebound = symbol && (symbol->isAssigned || symbol->isDeleted || symbol->isImported);
      variable.kind = rebound ? Variable::Kind::Slot : Variable::Kind::Parameter;
      if (rebound) {
        variable.value = newSlot(refOf(parameters[i]));
        effect<py::StoreLocalOp>(variable.value, incoming[i]);
      }
    }
    variables_[std::string(parameters[i])] = variable;
  }

  // Then the other variables; those in cells come last, by name.
  if (scope_->isFunctionLike()) {
    std::vector<Identifier> captured;
    for (const Symbol &symbol : scope_->symbols()) {
      bool isLocal =
          symbol.resolution == Resolution::Local || symbol.resolution == Resolution::Cell;
      if (!isLocal || variables_.count(symbol.name.text()))
        continue;
      if (isCaptured(*scope_, symbol.name)) {
        captured.push_back(symbol.name);
        continue;
      }
      names.emplace_back(symbol.name.text());
      variables_[std::string(symbol.name.text())] = {.kind = Variable::Kind::Slot,
                                                     .value = newSlot(refOf(symbol.name))};
    }
    std::sort(captured.begin(), captured.end(),
              [](Identifier a, Identifier b) { return a.text() < b.text(); });
    for (Identifier name : captured) {
      Variable variable{.kind = Variable::Kind::Cell, .value = newSlot(refOf(name))};
      effect<py::StoreLocalOp>(variable.value, value<py::MakeCellOp>(mlir::Value()));
      cellNames.emplace_back(name.text());
      variables_[std::string(name.text())] = variable;
    }
  }
  if (scope_->kind() == ScopeKind::Class && scope_->needsClassCell()) {
    Variable cell{.kind = Variable::Kind::Cell, .value = newSlot("__class__")};
    effect<py::StoreLocalOp>(cell.value, value<py::MakeCellOp>(mlir::Value()));
    variables_["__class__"] = cell;
  }
  if (scope_->kind() == ScopeKind::Class && scope_->needsClassDict()) {
    Variable cell{.kind = Variable::Kind::Cell, .value = newSlot("__classdict__")};
    effect<py::StoreLocalOp>(cell.value, value<py::MakeCellOp>(namespace_));
    variables_["__classdict__"] = cell;
  }

  if (scope_->kind() != ScopeKind::Module)
    for (const Symbol &symbol : scope_->symbols())
      if (symbol.resolution == Resolution::Free || symbol.isFreeInClass)
        freeNames_.emplace_back(symbol.name.text());
  std::sort(freeNames_.begin(), freeNames_.end());
  // What is evaluated for a class, its annotations and type parameters, sees the names of its body.
  auto classDict = std::find(freeNames_.begin(), freeNames_.end(), "__classdict__");
  bool isAnnotation = scope_->kind() == ScopeKind::Annotations || scope_->kind() >= ScopeKind::TypeParameters;
  if (isAnnotation && classDict != freeNames_.end())
    namespace_ = value<py::LoadCellOp>(
        value<py::ClosureCellOp>(static_cast<uint32_t>(classDict - freeNames_.begin())),
        builder_.getStringAttr("__classdict__"), builder_.getUnitAttr());
  func_.setVariableNamesAttr(stringArray(builder_, names));
  func_.setCellNamesAttr(stringArray(builder_, cellNames));
  func_.setFreeNamesAttr(stringArray(builder_, freeNames_));
}

mlir::Block *FunctionEmitter::newBlock() {
  auto *block = new mlir::Block;
  builder_.getBlock()->getParent()->push_back(block);
  return block;
}

bool FunctionEmitter::isTerminated() {
  mlir::Block *block = builder_.getBlock();
  return !block->empty() && block->back().hasTrait<mlir::OpTrait::IsTerminator>();
}

mlir::Operation *FunctionEmitter::branch(mlir::Block *target, mlir::ValueRange values) {
  return mlir::cf::BranchOp::create(builder_, location_, target, values);
}

void FunctionEmitter::conditionalBranch(mlir::Value condition, mlir::Block *ifTrue,
                                        mlir::Block *ifFalse) {
  mlir::cf::CondBranchOp::create(builder_, location_, condition, ifTrue, ifFalse);
}

void FunctionEmitter::joinAt(mlir::Block *block) {
  if (block->hasNoPredecessors()) {
    assert(isTerminated() && "control falls into a block that nothing branches to");
    block->erase();
  } else {
    setBlock(block);
  }
}

mlir::Value FunctionEmitter::newSlot(llvm::StringRef name) {
  mlir::OpBuilder builder(module_.context());
  if (lastSlot_)
    builder.setInsertionPointAfter(lastSlot_);
  else
    builder.setInsertionPointToStart(entry_);
  auto slot = py::SlotOp::create(builder, location_, slotType_, name);
  lastSlot_ = slot;
  return slot;
}

mlir::Value FunctionEmitter::constant(mlir::Attribute attr) {
  return value<py::ConstantOp>(attr);
}

mlir::Value FunctionEmitter::none() { return constant(py::NoneAttr::get(module_.context())); }

mlir::Value FunctionEmitter::constantStr(llvm::StringRef text) {
  return constant(builder_.getStringAttr(text));
}

mlir::Value FunctionEmitter::constantInt(int64_t number) {
  return constant(builder_.getIntegerAttr(
      mlir::IntegerType::get(module_.context(), 64, mlir::IntegerType::Signed), number));
}

void FunctionEmitter::finish() {
  if (!isTerminated()) {
    mlir::Value result = none();
    emitResultCheck(result);
    effect<py::ReturnOp>(result);
  }
  mlir::IRRewriter rewriter(module_.context());
  (void)mlir::eraseUnreachableBlocks(rewriter, func_->getRegions());
}

} // namespace molt::irgen
