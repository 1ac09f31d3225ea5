#include "compiler/versioning/exits.h"

#include "compiler/versioning/path.h"

namespace molt::versioning {

using mlir::Block;
using mlir::Operation;
using mlir::Value;

Exits::Exits(FunctionVersioner &likely, py::FuncOp rest)
    : likely_(likely), rest_(rest), body_(std::make_unique<FunctionVersioner>(likely)) {}

Exits::~Exits() = default;

unsigned Exits::pointBefore(Operation *op, Context context) {
  auto [entry, isNew] = numbers_.try_emplace({op, std::vector<uint32_t>(context.begin(), context.end())}, points_.size());
  if (isNew)
    points_.push_back({op, std::move(context), body_->newBlock()});
  return entry->second;
}

unsigned Exits::reentryAt(const Version &likely) {
  auto known = llvm::find(reentries_, &likely);
  if (known == reentries_.end())
    known = reentries_.insert(known, &likely);
  return known - reentries_.begin() + 1; // the first is the function's start
}

namespace {

/// Takes over what was handed over, in its order, at the end of a block.
struct TakeOver {
  mlir::OpBuilder builder;
  mlir::Location location;
  mlir::Type word;
  unsigned count = 0;

  TakeOver(Block *block, mlir::Location location)
      : builder(location.getContext()), location(location), word(py::ValueType::get(location.getContext())) {
    builder.setInsertionPointToEnd(block);
  }

  Value take(mlir::Type type, bool isBorrowed = false) {
    return py::HandedOverOp::create(builder, location, type, count++, isBorrowed);
  }
  /// As an owned word.
  Value takeWord(uint32_t known) {
    if (!known)
      return take(word);
    if (known == kBorrowed)
      return py::RetainOp::create(builder, location, word, take(word, /*isBorrowed=*/true)).getOwned();
    Kinds kinds = Kinds::fromBits(known);
    return makeBoxed(builder, location, kinds, take(unboxedTypes(kinds, builder.getContext()).front()));
  }
  void takeVariable(Value slot, uint32_t known) {
    if (known != kStaleSlot)
      py::StoreLocalOp::create(builder, location, slot, takeWord(known), /*initial=*/true);
  }
  Binding takeValue(Value value, uint32_t known) {
    if (value.getType().isInteger(1))
      return {Kinds(), {take(value.getType())}};
    Kinds kinds = Kinds::fromBits(known);
    if (known == kBorrowed || !kinds.isVirtual())
      return {Kinds::any(), {takeWord(known)}};
    Binding binding{kinds, {}};
    llvm::SmallVector<mlir::Type, 3> types = unboxedTypes(kinds, builder.getContext());
    if (types.empty())
      types.push_back(word);
    for (mlir::Type type : types)
      binding.parts.push_back(take(type));
    return binding;
  }
};

} // namespace

void Exits::fill(const Point &point) {
  const FunctionFacts &facts = body_->facts();
  State state;
  TakeOver from(point.block, point.op->getLoc());
  const uint32_t *known = point.context.begin();
  for (Value value : facts.liveBefore(point.op))
    state.values[value] = from.takeValue(value, *known++);
  for (unsigned slot = 0; slot < facts.slotCount(); ++slot, ++known) {
    state.variables.push_back(Variable{*known == kStaleSlot ? Variable::Stale : Variable::Memory, Kinds::any(), {}});
    from.takeVariable(body_->slot(slot), *known);
  }
  noteOperands(from.count);
  Path(*body_, std::move(state), point.block, /*isRare=*/true).begin(point.op);
}

Block *Exits::makeReentry(const Version &version) {
  Block *block = likely_.newBlock();
  TakeOver from(block, rest_.getLoc());
  llvm::SmallVector<Value> arguments;
  for (mlir::BlockArgument argument : version.block->getArguments())
    arguments.push_back(from.take(argument.getType()));
  for (unsigned slot = 0; slot < likely_.facts().slotCount(); ++slot)
    if (version.holdsVariable(slot, likely_.facts()))
      from.takeVariable(likely_.slot(slot), 0);
  noteOperands(from.count);
  mlir::cf::BranchOp::create(from.builder, from.location, version.block, arguments);
  return block;
}

// Behind the slots, where the entry has been left open.
void Exits::enter(FunctionVersioner &versioner, llvm::ArrayRef<Block *> points) {
  mlir::OpBuilder builder(rest_.getContext());
  builder.setInsertionPointToEnd(&versioner.target_.front());
  py::EnterOp::create(builder, rest_.getLoc(), points);
}

void Exits::finish() {
  for (unsigned filled = 0; filled < points_.size(); ++filled)
    fill(Point(points_[filled]));
  body_->fillAll();
  llvm::SmallVector<Block *> points, starts{&*std::next(likely_.target_.begin())};
  for (const Point &point : points_)
    points.push_back(point.block);
  enter(*body_, points);
  for (const Version *version : reentries_)
    starts.push_back(makeReentry(*version));
  enter(likely_, starts);
  if (points_.empty())
    return;
  rest_.getBody().takeBody(body_->target_);
  py::FuncOp fast = likely_.facts().function();
  fast->setAttr("rest", symbol());
  for (py::FuncOp one : {fast, rest_})
    one->setAttr("frame_words", mlir::IntegerAttr::get(mlir::IntegerType::get(rest_.getContext(), 32), frameWords_));
}

} // namespace molt::versioning
