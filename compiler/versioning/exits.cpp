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
  unsigned count = 0;

  TakeOver(Block *block, mlir::Location location) : builder(location.getContext()), location(location) {
    builder.setInsertionPointToEnd(block);
  }
  Value take(mlir::Type type) { return py::HandedOverOp::create(builder, location, type, count++); }
  Value takeWord() { return take(py::ValueType::get(builder.getContext())); }
  void takeVariable(Value slot) { py::StoreLocalOp::create(builder, location, slot, takeWord(), /*initial=*/true); }
};

} // namespace

void Exits::fill(const Point &point) {
  mlir::MLIRContext *context = rest_.getContext();
  const FunctionFacts &facts = body_->facts();
  State state;
  TakeOver from(point.block, point.op->getLoc());
  for (auto [value, known] : llvm::zip_equal(facts.liveBefore(point.op), point.context)) {
    Binding binding;
    if (value.getType().isInteger(1)) {
      binding.parts = {from.take(value.getType())};
    } else {
      binding.kinds = known ? Kinds::fromBits(known) : Kinds::any();
      llvm::SmallVector<mlir::Type, 3> types = unboxedTypes(Kinds::fromBits(known), context);
      if (types.empty())
        types.push_back(value.getType());
      for (mlir::Type type : types)
        binding.parts.push_back(from.take(type));
    }
    state.values[value] = std::move(binding);
  }
  bool isStart = point.op == &facts.entry().front(); // nothing is handed over there
  for (unsigned slot = 0; slot < facts.slotCount(); ++slot) {
    state.variables.push_back(Variable{isStart ? Variable::Stale : Variable::Memory, Kinds::any(), {}});
    if (!isStart)
      from.takeVariable(body_->slot(slot));
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
      from.takeVariable(likely_.slot(slot));
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
