// What flows into containers and out of them.
#include "compiler/ir/inference.h"

namespace molt::py {

using mlir::Value;

// ---- Displays -------------------------------------------------------------------------------------------------------

void MakeTupleOp::infer(Inference &in) {
  Thing &tuple = in.thing(*this, Thing::Sequence);
  in.flow(Kind::Tuple, tuple, in.cell(getResult()));
  tuple.items.resize(getItems().size());
  for (auto [item, cell] : llvm::zip(getItems(), tuple.items))
    in.flow(Cell(in.cell(item)), cell);
}
void MakeListOp::infer(Inference &in) {
  Thing &list = in.thing(*this, Thing::Sequence);
  in.flow(Kind::List, list, in.cell(getResult()));
  for (Value item : getItems())
    in.flow(Cell(in.cell(item)), list.element);
}
void MakeSetOp::infer(Inference &in) {
  Thing &set = in.thing(*this, Thing::Iterator);
  in.flow(Kind::Other, set, in.cell(getResult()));
  for (Value item : getItems())
    in.flow(Cell(in.cell(item)), set.element);
}
void MakeDictOp::infer(Inference &in) {
  Thing &dict = in.thing(*this, Thing::Mapping);
  in.flow(Kind::Dict, dict, in.cell(getResult()));
  for (auto [index, item] : llvm::enumerate(getItems()))
    in.flow(Cell(in.cell(item)), index % 2 ? dict.value : dict.element);
}
void JoinStringsOp::infer(Inference &in) { in.flow(Kind::Str, in.cell(getResult())); }
void FormatValueOp::infer(Inference &in) { in.flow(Kind::Str, in.cell(getResult())); }
void BoxBoolOp::infer(Inference &in) { in.flow(Kind::Bool, in.cell(getResult())); }

static void addItems(Inference &in, Value container, const Cell &item) {
  for (Thing *thing : Things(in.cell(container).things))
    in.flow(item, thing->element);
}
void ListAppendOp::infer(Inference &in) { addItems(in, getList(), Cell(in.cell(getItem()))); }
void SetAddOp::infer(Inference &in) { addItems(in, getSet(), Cell(in.cell(getItem()))); }
void ListExtendOp::infer(Inference &in) {
  for (Thing *thing : Things(in.cell(getList()).things))
    in.flowItems(Cell(in.cell(getIterable())), thing->element);
}
void SetUpdateOp::infer(Inference &in) {
  for (Thing *thing : Things(in.cell(getSet()).things))
    in.flowItems(Cell(in.cell(getIterable())), thing->element);
}
void DictSetOp::infer(Inference &in) { in.storeSubscript(getDict(), getKey(), Cell(in.cell(getValue()))); }
void DictUpdateOp::infer(Inference &in) {
  for (Thing *to : Things(in.cell(getDict()).things))
    for (Thing *from : Things(in.cell(getMapping()).things)) {
      in.flow(Cell(from->element), to->element);
      in.flow(Cell(from->value), to->value);
    }
}
void ListToTupleOp::infer(Inference &in) {
  Thing &tuple = in.thing(*this, Thing::Sequence);
  in.flow(Kind::Tuple, tuple, in.cell(getResult()));
  in.flowItems(Cell(in.cell(getList())), tuple.element);
}

void SpreadTupleOp::infer(Inference &in) {
  Cell iterable = in.cell(getIterable());
  if (iterable.kinds.is(Kind::Tuple))
    return in.flow(iterable, in.cell(getResult()));
  Thing &tuple = in.thing(*this, Thing::Sequence);
  in.flow(Kind::Tuple, tuple, in.cell(getResult()));
  in.flowItems(iterable, tuple.element);
}

// ---- Bytes ----------------------------------------------------------------------------------------------------------

void Inference::flowBytes(mlir::Operation *op, unsigned index, llvm::StringRef type, Cell &to) {
  Thing &bytes = thing(op, Thing::Sequence, index);
  bytes.native = type.str();
  flow(Kind::Int, bytes.element);
  flow(Kind::Other, bytes, to);
}

llvm::StringRef Inference::onlyBytes(const Cell &cell) {
  if (cell.isCrowded || cell.things.empty() || !cell.kinds.is(Kind::Other))
    return {};
  llvm::StringRef type = cell.things[0]->native;
  bool isAll = llvm::all_of(cell.things, [&](Thing *thing) { return thing->form == Thing::Sequence && thing->native == type; });
  return isAll ? type : llvm::StringRef();
}

// ---- Subscripts -----------------------------------------------------------------------------------------------------

void GetItemOp::infer(Inference &in) { in.flowSubscript(getObject(), getKey(), in.cell(getValue())); }
void SetItemOp::infer(Inference &in) { in.storeSubscript(getObject(), getKey(), Cell(in.cell(getValue()))); }

void GetSliceOp::infer(Inference &in) {
  Cell object = in.cell(getObject());
  if (object.kinds.has(Kind::Str))
    in.flow(Kind::Str, in.cell(getValue()));
  if (!object.kinds.has(Kind::List) && !object.kinds.has(Kind::Tuple))
    return;
  Thing &slice = in.thing(*this, Thing::Sequence);
  in.flow(object.kinds.has(Kind::List) ? Kind::List : Kind::Tuple, slice, in.cell(getValue()));
  in.flowItems(object, slice.element);
}
void SetSliceOp::infer(Inference &in) {
  for (Thing *thing : Things(in.cell(getObject()).things))
    in.flowItems(Cell(in.cell(getValue())), thing->element);
}

// ---- Unpacking and iteration ----------------------------------------------------------------------------------------

void UnpackOp::infer(Inference &in) {
  Cell value = in.cell(getValue());
  if (value.kinds.has(Kind::Str))
    for (Value item : getItems())
      in.flow(Kind::Str, in.cell(item));
  for (Thing *thing : value.things)
    for (auto [index, item] : llvm::enumerate(getItems())) {
      if (!thing->items.empty() && thing->items.size() != getItems().size())
        continue; // raises, or is what a pattern does not let pass
      in.flow(Cell(thing->element), in.cell(item));
      if (index < thing->items.size())
        in.flow(Cell(thing->items[index]), in.cell(item));
    }
}
void UnpackStarOp::infer(Inference &in) {
  Cell value = in.cell(getValue());
  for (auto [index, item] : llvm::enumerate(getItems())) {
    if (index != getBefore()) {
      in.flowItems(value, in.cell(item));
      continue;
    }
    Thing &list = in.thing(*this, Thing::Sequence);
    in.flow(Kind::List, list, in.cell(item));
    in.flowItems(value, list.element);
  }
}

void GetIteratorOp::infer(Inference &in) {
  Cell iterable = in.cell(getIterable());
  Thing &iterator = in.thing(*this, Thing::Iterator);
  in.flow(Kind::Other, iterator, in.cell(getIterator()));
  in.flowItems(iterable, iterator.element);
  for (Thing *thing : iterable.things) {
    if (thing->form != Thing::Instance)
      continue;
    Cell made;
    in.callMethod("__iter__", {*this, {iterable}, {}}, made);
    in.flowItems(made, iterator.element);
    if (made.kinds.has(Kind::Instance)) // its own iterator
      in.callMethod("__next__", {*this, {made}, {}}, iterator.element);
  }
}
void IteratorNextOp::infer(Inference &in) { in.flowItems(Cell(in.cell(getIterator())), in.cell(getItem())); }

} // namespace molt::py
