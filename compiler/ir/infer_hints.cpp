// What annotations add to what is seen: hints where nothing is seen to reach a place (docs/type_hints.md).
//
// What is seen counts more: a parameter that says float and gets ints is one of ints. What only comes from places that the
// inference does not see is taken to be what the annotation says.
#include "compiler/ir/inference.h"

namespace molt::py {

constexpr unsigned kHintThings = 64;   // the numbers of things that annotations stand for, beyond those that ops make
constexpr unsigned kThingsOfHint = 16; // so many has an annotation

void Inference::flowHint(const TypeHint &hint, Cell &to, mlir::Operation *owner, unsigned &count) {
  auto fill = [&](unsigned item, Cell &cell) {
    bool isFull = count % kThingsOfHint == 0; // all of this annotation's numbers are taken
    if (!isFull && item < hint.items.size() && !(hint.items[item].kinds == Kinds()))
      flowHint(hint.items[item], cell, owner, count);
  };
  auto container = [&](Kind kind, Thing::Form form) -> Thing & {
    Thing &made = thing(owner, form, kHintThings + count++);
    flow(kind, made, to);
    return made;
  };
  to.isHinted = true;
  for (Kind kind : {Kind::Int, Kind::Float, Kind::Bool, Kind::None, Kind::Str})
    if (hint.kinds.has(kind))
      flow(kind, to);
  if (hint.kinds.has(Kind::List))
    fill(0, container(Kind::List, Thing::Sequence).element);
  if (hint.kinds.has(Kind::Dict)) {
    Thing &dict = container(Kind::Dict, Thing::Mapping);
    fill(0, dict.element);
    fill(1, dict.value);
  }
  if (hint.kinds.has(Kind::Tuple)) {
    Thing &tuple = container(Kind::Tuple, Thing::Sequence);
    if (hint.isRepeated)
      return fill(0, tuple.element);
    tuple.items.resize(hint.items.size());
    for (unsigned i = 0; i < hint.items.size(); ++i)
      fill(i, tuple.items[i]);
  }
  Cell *named = hint.kinds.has(Kind::Instance) ? global(hint.className) : nullptr;
  for (Thing *type : named ? Things(named->things) : Things())
    if (type->form == Thing::Class)
      flow(Kind::Instance, instanceOf(*type), to);
}

bool Inference::takeHint(mlir::Attribute attribute, Cell &to, mlir::Operation *owner, unsigned place) {
  if (!attribute || mlir::isa<mlir::UnitAttr>(attribute) || !(to.kinds.without(Kind::None) == Kinds()))
    return false;
  unsigned count = place * kThingsOfHint;
  flowHint(TypeHint::fromAttribute(attribute), to, owner, count);
  return true;
}

/// Whether there were any.
bool Inference::takeHints() {
  bool any = false;
  for (auto &[function, module] : moduleOf_) {
    current_ = function;
    module_ = module;
    if (auto hints = function->getAttrOfType<mlir::ArrayAttr>(kParameterHintsAttr))
      for (auto [index, hint] : llvm::enumerate(hints))
        any |= takeHint(hint, parameter(function, index), function, index + 1);
    any |= takeHint(function->getAttr(kResultHintAttr), result(function), function);
    function.getBody().walk([&](mlir::Operation *op) {
      mlir::Attribute hint = op->getAttr(kTypeHintAttr);
      if (auto store = mlir::dyn_cast<StoreLocalOp>(op)) {
        any |= takeHint(hint, cell(store.getSlot()), op);
      } else if (auto global = mlir::dyn_cast<StoreGlobalOp>(op)) {
        any |= takeHint(hint, bindGlobal(global.getName()), op);
      } else if (auto attribute = mlir::dyn_cast<SetAttributeOp>(op); attribute && hint) {
        for (Thing *thing : Things(cell(attribute.getObject()).things))
          if (thing->form == Thing::Instance)
            any |= takeHint(hint, thing->attributes[attribute.getName()], op);
      }
    });
  }
  for (Thing &type : things_) {
    if (type.form != Thing::Class || !type.function)
      continue;
    auto fields = type.function->getAttrOfType<mlir::DictionaryAttr>(kFieldHintsAttr);
    module_ = moduleOf_.lookup(type.function);
    unsigned place = 0;
    for (mlir::NamedAttribute field : fields ? fields : mlir::DictionaryAttr::get(program_.getContext()))
      any |= takeHint(field.getValue(), instanceOf(type).attributes[field.getName()], type.function, place++);
  }
  return any;
}

} // namespace molt::py
