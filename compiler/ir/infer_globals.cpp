// Global names that are bound to one function or one known class (docs/whole_program.md).
#include "compiler/ir/inference.h"

namespace molt::py {

namespace {

bool hasComplex(mlir::Attribute constant) {
  if (auto items = mlir::dyn_cast<mlir::ArrayAttr>(constant))
    return llvm::any_of(items, hasComplex);
  return mlir::isa<ComplexAttr>(constant);
}

// What the runtime would see a function's death by, were it to die while it runs (runtime/core/known_globals.h).
bool holdsObjects(Thing &function) {
  MakeFunctionOp made = function.made;
  if (function.hasAttributes || made.getClosure() || made.getKeywordDefaults())
    return true;
  auto defaults = made.getDefaults() ? made.getDefaults().getDefiningOp<ConstantOp>() : ConstantOp();
  return made.getDefaults() && (!defaults || hasComplex(defaults.getValue()));
}

} // namespace

bool Inference::arePlainHere(llvm::ArrayRef<FuncOp> functions) {
  if (!holders_) {
    holders_.emplace();
    for (Thing &thing : things_)
      if (thing.form == Thing::Function && holdsObjects(thing))
        holders_->insert(thing.function);
  }
  return llvm::all_of(functions, [&](FuncOp function) {
    return moduleOf_.lookup(function) == module_ && function.getFreeNames().empty() && !holders_->contains(function);
  });
}

mlir::Attribute Inference::knownGlobal(const Cell &cell) {
  if (cell.isCrowded || cell.things.size() != 1 || !cell.kinds.is(Kind::Other))
    return {};
  Thing &thing = *cell.things[0];
  if (thing.form == Thing::Class)
    return thing.known;
  if (thing.form != Thing::Function || !isPlainFunction(thing.function) || holdsObjects(thing))
    return {};
  return mlir::FlatSymbolRefAttr::get(thing.function.getSymNameAttr());
}

mlir::Attribute Inference::knownGlobal(llvm::StringRef name) {
  if (!boundOnce_) {
    boundOnce_.emplace();
    for (auto &[function, module] : moduleOf_)
      function.getBody().walk([&, module = module](StoreGlobalOp store) {
        if (knownGlobal(cell(store.getValue())))
          boundOnce_->insert({module, store.getNameAttr()});
      });
  }
  Cell *global = this->global(name);
  auto symbol = mlir::StringAttr::get(program_.getContext(), name);
  return global && boundOnce_->contains({module_, symbol}) ? knownGlobal(*global) : mlir::Attribute();
}

} // namespace molt::py
