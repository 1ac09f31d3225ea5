// Which lists are likely to stay compact (abi/object.h): those that `[b] * n` makes, into which nothing but bools is seen to
// flow, and with which the whole program is seen to do nothing that would make them ordinary.
//
// A list that turns out to be ordinary where a compact one is expected costs much more than one that is never made compact: the
// likely code has no way for it. So a list must pass all of these tests to be made compact:
//   1. All things that hold it are known: it does not get into a crowded cell, nor to a function that nobody knows.
//   2. Each op that it reaches hands it on, or is one that the runtime does without making it ordinary (mayStayCompact).
//   3. Where items are taken or stored, all lists that can be there are such lists. One that is not excludes all others.
//   4. No body of a module or class takes items out of it: such code has no special forms.
#include "compiler/ir/inference.h"

#include "abi/object.h"

#include <llvm/ADT/SetVector.h>

namespace molt::py {
namespace {

using mlir::Value;

bool isOnly(const Cell &cell, Kind kind) { return cell.kinds.is(kind); }
bool isTracked(const Cell &cell) { return !cell.isCrowded && !cell.things.empty(); }

/// A list of one bool that is written there.
bool isOneBool(Inference &in, Value value) {
  auto list = value.getDefiningOp<MakeListOp>();
  return list && list.getItems().size() == 1 && isOnly(in.cell(list.getItems()[0]), Kind::Bool);
}

/// The list that the op makes, if it could be compact as far as its items go; or null.
Thing *boolsOf(Inference &in, mlir::Operation *op) {
  auto product = mlir::dyn_cast<MultiplyOp>(op);
  if (!product || !(isOneBool(in, product.getLeft()) || isOneBool(in, product.getRight())))
    return nullptr;
  const Cell &made = in.cell(product.getResult());
  if (!isOnly(made, Kind::List) || made.isCrowded || made.things.size() != 1)
    return nullptr;
  Thing *list = made.things[0];
  return isOnly(list->element, Kind::Bool) && !list->isLost ? list : nullptr;
}

/// What the op looks into, item by item: a subscript's object, what a loop goes over. Null: nothing.
Value lookedInto(Inference &in, mlir::Operation *op) {
  if (auto get = mlir::dyn_cast<GetItemOp>(op))
    return get.getObject();
  if (auto set = mlir::dyn_cast<SetItemOp>(op))
    return set.getObject();
  if (auto iterator = mlir::dyn_cast<GetIteratorOp>(op))
    return iterator.getIterable();
  if (auto call = mlir::dyn_cast<CallOp>(op); call && call.getArguments().size() == 1)
    return builtinOf(in, call.getCallee()) == "enumerate" ? Value(call.getArguments()[0]) : Value();
  return {};
}

/// Ops that put a value somewhere, where it is followed, or ask nothing of what it holds.
bool handsOn(mlir::Operation *op) {
  return mlir::isa<LoadLocalOp, StoreLocalOp, DeleteLocalOp, MoveLocalOp, MakeCellOp, ClosureCellOp, LoadCellOp,
                   LoadCellOrNullOp, StoreCellOp, DeleteCellOp, StoreGlobalOp, NoteKnownGlobalOp, StoreNameOp, MakeTupleOp,
                   MakeListOp, MakeDictOp, ReturnOp, YieldOp, IsOp, IsNullOp, TruthOp, mlir::BranchOpInterface>(op);
}

bool staysCompactIn(llvm::StringRef builtin) {
  return llvm::is_contained({"len", "enumerate", "sum", "any", "all", "bool", "isinstance", "print", "repr", "str"}, builtin);
}

/// Of what is passed to `callee`.
bool mayStayCompactIn(Inference &in, Value callee) {
  if (llvm::StringRef builtin = builtinOf(in, callee); !builtin.empty())
    return staysCompactIn(builtin);
  const Cell &cell = in.cell(callee);
  return isTracked(cell) && llvm::all_of(cell.things, [](Thing *thing) {
    return thing->form == Thing::Function || thing->form == Thing::Class || thing->form == Thing::Instance;
  });
}

/// Of what is passed to a method of `object`, which is no such list.
bool mayStayCompactIn(Inference &in, Value object, llvm::StringRef method) {
  const Cell &cell = in.cell(object);
  return isTracked(cell) && llvm::all_of(cell.things, [&](Thing *thing) {
    bool isContainer = thing->form == Thing::Sequence || thing->form == Thing::Mapping;
    return isContainer ? method == "append" || method == "insert"
                       : thing->form != Thing::Native && thing->form != Thing::Iterator && thing->form != Thing::Box;
  });
}

bool mayStayCompact(Inference &in, mlir::OpOperand &operand) {
  mlir::Operation *op = operand.getOwner();
  Value value = operand.get();
  if (handsOn(op))
    return true;
  if (auto get = mlir::dyn_cast<GetItemOp>(op))
    return value == get.getObject() && isOnly(in.cell(get.getKey()), Kind::Int);
  if (auto set = mlir::dyn_cast<SetItemOp>(op)) {
    if (operand.getOperandNumber() == 0)
      return isOnly(in.cell(set.getKey()), Kind::Int) && isOnly(in.cell(set.getValue()), Kind::Bool);
    return operand.getOperandNumber() == 2 && isTracked(in.cell(set.getObject()));
  }
  if (auto set = mlir::dyn_cast<SetAttributeOp>(op))
    return operand.getOperandNumber() == 1 && isTracked(in.cell(set.getObject()));
  if (auto append = mlir::dyn_cast<ListAppendOp>(op))
    return operand.getOperandNumber() == 1;
  if (auto slice = mlir::dyn_cast<SetSliceOp>(op))
    return value == slice.getObject() || value == slice.getValue();
  if (mlir::isa<GetIteratorOp>(op))
    return true;
  if (auto call = mlir::dyn_cast<CallOp>(op))
    return operand.getOperandNumber() != 0 && mayStayCompactIn(in, call.getCallee());
  if (auto call = mlir::dyn_cast<CallKeywordsOp>(op))
    return operand.getOperandNumber() != 0 && mayStayCompactIn(in, call.getCallee());
  if (auto call = mlir::dyn_cast<CallMethodOp>(op)) {
    if (operand.getOperandNumber() == 0)
      return call.getName() == "count" && call.getArguments().size() == 2 && isOnly(in.cell(call.getArguments()[1]), Kind::Bool);
    return mayStayCompactIn(in, call.getArguments()[0], call.getName());
  }
  if (auto call = mlir::dyn_cast<CallLoadedOp>(op)) {
    auto method = call.getCallee().getDefiningOp<LoadMethodOp>();
    return method && operand.getOperandNumber() > 1 && mayStayCompactIn(in, method.getObject(), method.getName());
  }
  return false;
}

using Lists = llvm::SmallSetVector<Thing *, 8>;

void exclude(Lists &lists, const Cell &cell) {
  for (Thing *thing : cell.things)
    lists.remove(thing);
}

bool isBody(FuncOp function) { return function.getFlags() & (kIsModuleBody | kIsClassBody); }

bool areAll(const Lists &lists, const Cell &cell) {
  return isTracked(cell) && cell.kinds.without(Kind::None).is(Kind::List) &&
         llvm::all_of(cell.things, [&](Thing *thing) { return lists.contains(thing); });
}

} // namespace

void Inference::noteCompactLists() {
  Lists lists;
  forEachOp([&](mlir::Operation *op) {
    if (Thing *list = boolsOf(*this, op))
      lists.insert(list);
  });
  if (lists.empty())
    return;
  forEachOp([&](mlir::Operation *op) {
    for (mlir::OpOperand &operand : op->getOpOperands())
      if (const Cell &held = cell(operand.get()); !held.things.empty() && !mayStayCompact(*this, operand))
        exclude(lists, held);
  });
  for (size_t before = 0; before != lists.size();) {
    before = lists.size();
    forEachOp([&](mlir::Operation *op) {
      if (Value object = lookedInto(*this, op); object && (isBody(current_) || !areAll(lists, cell(object))))
        exclude(lists, cell(object));
      if (auto slice = mlir::dyn_cast<SetSliceOp>(op))
        for (auto [part, other] : {std::pair(slice.getObject(), slice.getValue()), {slice.getValue(), slice.getObject()}})
          if (!areAll(lists, cell(part)))
            exclude(lists, cell(other));
    });
  }
  auto note = [](mlir::Operation *op) { op->setAttr(kCompactAttr, mlir::UnitAttr::get(op->getContext())); };
  forEachOp([&](mlir::Operation *op) {
    Thing *made = boolsOf(*this, op);
    Value object = lookedInto(*this, op);
    if ((made && lists.contains(made)) || (object && areAll(lists, cell(object))))
      note(op);
  });
}

} // namespace molt::py
