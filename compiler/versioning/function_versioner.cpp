#include "compiler/versioning/function_versioner.h"

#include "compiler/versioning/path.h"

namespace molt::versioning {

using mlir::Block;
using mlir::Operation;
using mlir::Value;

FunctionVersioner::FunctionVersioner(py::FuncOp function) : facts_(function), table_(facts_, target_) {
  if (py::isExplaining(function))
    remarks_.emplace(facts_);
  noteClasses(function);
  function.getBody().walk([&](Operation *op) { noteClasses(op); });
}

void FunctionVersioner::noteClasses(Operation *op) {
  auto note = [&](mlir::Attribute attribute) {
    if (auto known = mlir::dyn_cast<py::ClassAttr>(attribute))
      classes_[Kinds::instance(known.getNumber()).bits()] = known;
  };
  for (mlir::NamedAttribute attribute : op->getAttrs()) {
    note(attribute.getValue());
    if (auto array = mlir::dyn_cast<mlir::ArrayAttr>(attribute.getValue()))
      llvm::for_each(array, note);
  }
}

FunctionVersioner::FunctionVersioner(FunctionVersioner &likely)
    : likely_(&likely), facts_(likely.facts().function(), /*isGeneral=*/true), table_(facts_, target_) {
  makeEntry();
}

Block *FunctionVersioner::newBlock() {
  auto *block = new Block;
  target_.push_back(block);
  return block;
}

Value FunctionVersioner::parameter(Value value) {
  return target_.front().getArgument(mlir::cast<mlir::BlockArgument>(value).getArgNumber());
}

void FunctionVersioner::run() {
  State state = makeEntry();
  Path(*this, std::move(state), &target_.front()).run(&facts_.entry().front());
  fillAll();
  finish();
}

void FunctionVersioner::run(py::FuncOp rest, bool fromStart) {
  exits_ = std::make_unique<Exits>(*this, rest);
  State state = makeEntry();
  Operation *start = &facts_.entry().front();
  if (fromStart)
    exits_->pointBefore(start, Context(facts_.slotCount(), kStaleSlot));
  Path(*this, std::move(state), newBlock()).run(start);
  fillAll();
  exits_->finish();
  finish();
}

void FunctionVersioner::fillAll() {
  while (Version *version = table_.next())
    fill(*version);
}

void FunctionVersioner::finish() {
  if (remarks_)
    facts_.function()->setAttr(py::kRemarksAttr, remarks_->all());
  facts_.body().takeBody(target_);
  if (facts_.isSmall())
    facts_.function()->setAttr("small", mlir::UnitAttr::get(context()));
}

// It is left open.
State FunctionVersioner::makeEntry() {
  Block *entry = newBlock();
  for (mlir::BlockArgument argument : facts_.entry().getArguments()) {
    Kinds kinds = facts_.parameterKinds(argument.getArgNumber());
    mlir::Type type = kinds.isNumber() ? unboxedTypes(kinds, context()).front() : argument.getType();
    entry->addArgument(type, argument.getLoc());
  }
  mlir::OpBuilder builder(context());
  builder.setInsertionPointToEnd(entry);
  for (py::SlotOp slot : facts_.entry().getOps<py::SlotOp>())
    slots_.push_back(mlir::cast<py::SlotOp>(builder.clone(*slot)).getSlot());
  State state;
  state.variables.resize(facts_.slotCount());
  for (unsigned slot = 0; slot < facts_.boundSlotCount(); ++slot)
    state.variables[slot].place = Variable::Memory;
  for (mlir::BlockArgument argument : facts_.entry().getArguments())
    if (Kinds kinds = facts_.parameterKinds(argument.getArgNumber()); !(kinds == Kinds()))
      state.values[argument] = Binding{kinds, {entry->getArgument(argument.getArgNumber())}};
  return state;
}

Kinds FunctionVersioner::kindsOfParameter(Value value) {
  Kinds kinds = facts_.parameterKinds(mlir::cast<mlir::BlockArgument>(value).getArgNumber());
  return kinds == Kinds() ? Kinds::any() : kinds;
}

// The version's arguments are bound as VersionTable has made them.
void FunctionVersioner::fill(const Version &version) {
  State state;
  unsigned argument = 0, i = 0;
  auto bind = [&](Value value, uint32_t known, bool isParameter) {
    Binding binding;
    if (value.getType().isInteger(1)) {
      binding.parts = {version.block->getArgument(argument++)};
    } else {
      Kinds kinds = Kinds::fromBits(known);
      binding.kinds = known ? kinds : Kinds::any();
      if (!known && isParameter) // as the signature says
        binding.kinds = kindsOfParameter(value);
      unsigned count = unboxedTypes(kinds, context()).size();
      if (!count && isParameter)
        binding.parts = {parameter(value)};
      else
        for (unsigned part = 0; part < std::max(count, 1u); ++part)
          binding.parts.push_back(version.block->getArgument(argument++));
    }
    state.values[value] = std::move(binding);
  };
  for (Value value : facts_.liveness().values(version.source))
    bind(value, version.context[i++], facts_.isParameter(value));
  for (mlir::BlockArgument value : version.source->getArguments())
    bind(value, version.context[i++], false);
  for (unsigned slot = 0; slot < facts_.slotCount(); ++slot, ++i) {
    uint32_t known = version.context[i];
    Variable variable;
    if (known != kStaleSlot)
      variable.place = Variable::Memory;
    if (known && known != kStaleSlot) {
      variable.kinds = Kinds::fromBits(known);
      if (!unboxedTypes(variable.kinds, context()).empty()) {
        variable.place = Variable::Register;
        variable.number = version.block->getArgument(argument++);
      }
    }
    state.variables.push_back(variable);
  }
  Path path(*this, std::move(state), version.block, version.isRare);
  if (version.isRare && !exits_ && facts_.isWayBack(version.source) && path.findBack(version.source))
    return;
  path.run(&version.source->front());
}

} // namespace molt::versioning
