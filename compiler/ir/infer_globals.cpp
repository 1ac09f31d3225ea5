// Global names that are bound to one function, known class, module, number or object (docs/whole_program.md).
#include "compiler/ir/inference.h"

#include "abi/object.h"

namespace molt::py {

using mlir::Value;

namespace {

bool hasComplex(mlir::Attribute constant) {
  if (auto items = mlir::dyn_cast<mlir::ArrayAttr>(constant))
    return llvm::any_of(items, hasComplex);
  return mlir::isa<ComplexAttr>(constant);
}

bool areConstants(MakeDictOp dict) {
  return dict && llvm::all_of(dict.getItems(), [](Value item) {
           auto constant = item.getDefiningOp<ConstantOp>();
           return constant && !hasComplex(constant.getValue());
         });
}

// What the runtime would see a function's death by, were it to die while it runs (runtime/core/known_globals.h), besides
// attributes of its own.
bool holdsObjects(Thing &function) {
  MakeFunctionOp made = function.made;
  if (function.hasAttributes || made.getClosure())
    return true;
  if (made.getKeywordDefaults() && !areConstants(made.getKeywordDefaults().getDefiningOp<MakeDictOp>()))
    return true;
  auto defaults = made.getDefaults() ? made.getDefaults().getDefiningOp<ConstantOp>() : ConstantOp();
  return made.getDefaults() && (!defaults || hasComplex(defaults.getValue()));
}

} // namespace

// All things are made by then.
Things &Inference::objectsOf(FuncOp function) {
  if (objectsOf_.empty())
    for (Thing &thing : things_)
      if (thing.form == Thing::Function)
        objectsOf_[thing.function].push_back(&thing);
  return objectsOf_[function];
}

bool Inference::arePlainHere(llvm::ArrayRef<FuncOp> functions) {
  return llvm::all_of(functions, [&](FuncOp function) {
    return moduleOf_.lookup(function) == module_ && function.getFreeNames().empty() &&
           llvm::none_of(objectsOf(function),
                         [](Thing *thing) { return thing->hasOwnAttributes || holdsObjects(*thing); });
  });
}

bool Inference::hasOwnAttributes(FuncOp function) {
  return llvm::any_of(objectsOf(function), [](Thing *thing) { return thing->hasOwnAttributes; });
}

std::optional<mlir::ArrayAttr> Inference::constantDefaults(FuncOp function) {
  std::optional<mlir::ArrayAttr> found;
  for (Thing *thing : objectsOf(function)) {
    Value defaults = thing->made.getDefaults();
    auto constant = defaults ? defaults.getDefiningOp<ConstantOp>() : ConstantOp();
    if (thing->hasAttributes || (defaults && !constant))
      return std::nullopt;
    auto items = constant ? mlir::cast<mlir::ArrayAttr>(constant.getValue()) : mlir::Builder(function.getContext()).getArrayAttr({});
    if (found && *found != items)
      return std::nullopt;
    found = items;
  }
  return found;
}

mlir::Attribute Inference::constantKeywordDefault(FuncOp function, mlir::Attribute name) {
  mlir::Attribute found;
  for (Thing *thing : objectsOf(function)) {
    Value defaults = thing->made.getKeywordDefaults();
    auto dict = defaults ? defaults.getDefiningOp<MakeDictOp>() : MakeDictOp();
    if (thing->hasAttributes || !areConstants(dict))
      return {};
    mlir::Attribute own;
    for (unsigned i = 0; i < dict.getItems().size(); i += 2)
      if (dict.getItems()[i].getDefiningOp<ConstantOp>().getValue() == name)
        own = dict.getItems()[i + 1].getDefiningOp<ConstantOp>().getValue();
    if (!own || (found && found != own))
      return {};
    found = own;
  }
  return found;
}

mlir::Attribute Inference::knownGlobal(const Cell &cell) {
  if (cell.isCrowded || cell.things.size() != 1 || !cell.kinds.is(Kind::Other))
    return {};
  Thing &thing = *cell.things[0];
  if (thing.form == Thing::Native)
    return mlir::StringAttr::get(program_.getContext(), thing.native);
  if (thing.form == Thing::Class)
    return thing.known;
  if (thing.form == Thing::Module)
    return thing.function ? mlir::FlatSymbolRefAttr::get(thing.function.getSymNameAttr()) : mlir::FlatSymbolRefAttr();
  if (thing.form != Thing::Function || !isPlainFunction(thing.function) || holdsObjects(thing))
    return {};
  return mlir::FlatSymbolRefAttr::get(thing.function.getSymNameAttr());
}

static Cell *find(Thing &module, llvm::StringRef name) {
  auto found = module.attributes.find(name);
  return found == module.attributes.end() ? nullptr : &found->second;
}

mlir::Attribute Inference::knownGlobal(Thing &module, llvm::StringRef name) {
  if (!boundOnce_) {
    boundOnce_.emplace();
    for (auto &[function, module] : moduleOf_)
      function.getBody().walk([&, module = module](StoreGlobalOp store) {
        if (knownGlobal(cell(store.getValue())))
          boundOnce_->insert({module, store.getNameAttr()});
      });
  }
  Cell *global = find(module, name);
  auto symbol = mlir::StringAttr::get(program_.getContext(), name);
  return global && boundOnce_->contains({&module, symbol}) ? knownGlobal(*global) : mlir::Attribute();
}

// As a word it is the same wherever it is made.
static mlir::Attribute numberOf(Value value) {
  auto constant = value.getDefiningOp<ConstantOp>();
  if (!constant)
    return {};
  if (auto integer = mlir::dyn_cast<mlir::IntegerAttr>(constant.getValue()))
    return integer.getValue().isSignedIntN(kIntBits) ? constant.getValue() : mlir::Attribute();
  auto number = mlir::dyn_cast<mlir::FloatAttr>(constant.getValue());
  return number && !number.getValue().isNaN() ? constant.getValue() : mlir::Attribute();
}

const Inference::Stores &Inference::storesOf(Thing &module, llvm::StringRef name) {
  if (!stores_) {
    stores_.emplace();
    for (auto &[function, module] : moduleOf_)
      function.getBody().walk([&, module = module](StoreGlobalOp store) {
        Stores &stores = (*stores_)[{module, store.getNameAttr()}];
        ++stores.count;
        stores.last = store;
      });
  }
  return (*stores_)[{&module, mlir::StringAttr::get(program_.getContext(), name)}];
}

mlir::Attribute Inference::constantGlobal(Thing &module, llvm::StringRef name) {
  const Stores &stores = storesOf(module, name);
  mlir::Attribute constant = stores.count == 1 ? numberOf(stores.last->getOperand(0)) : mlir::Attribute();
  Cell *global = find(module, name);
  bool isIt = constant && global && global->kinds == kindsOfConstant(constant) && !module.assigned.contains(name);
  return isIt ? constant : mlir::Attribute();
}

ObjectAttr Inference::objectGlobal(Thing &module, llvm::StringRef name) {
  StoreGlobalOp store = storesOf(module, name).count == 1 ? storesOf(module, name).last : StoreGlobalOp();
  Cell *global = find(module, name);
  if (!store || !global || !(store->getParentOfType<FuncOp>().getFlags() & kIsModuleBody) || module.assigned.contains(name))
    return {};
  Kinds kinds = global->kinds;
  bool isObject = kinds.is(Kind::List) || kinds.is(Kind::Tuple) || kinds.is(Kind::Dict) || kinds.is(Kind::Str);
  return isObject && !isInLoop(store) ? ObjectAttr::get(program_.getContext(), unsigned(kinds.one())) : ObjectAttr();
}

mlir::Attribute Inference::knownOf(Thing &module, llvm::StringRef name) {
  if (mlir::Attribute known = knownGlobal(module, name))
    return known;
  if (mlir::Attribute constant = constantGlobal(module, name))
    return constant;
  return objectGlobal(module, name);
}

} // namespace molt::py
