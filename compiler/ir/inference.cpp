#include "compiler/ir/inference.h"

#include "compiler/ir/known_builtins.h"
#include "compiler/ir/math_functions.h"

#include "abi/object.h"

#include <llvm/ADT/SetVector.h>
#include <mlir/IR/BuiltinOps.h>

namespace molt::py {

namespace {

constexpr unsigned kMostThings = 12; // in a cell; beyond, it is crowded
constexpr unsigned kMostTargets = 4; // functions that a call by a value may mean
constexpr unsigned kMostRounds = 20; // over the program; hints need not be complete
constexpr unsigned kMostBases = 16;  // of a class, deep

bool has(const Cell &cell, const Thing &thing) { return llvm::is_contained(cell.things, &thing); }

} // namespace

Inference::Inference(mlir::ModuleOp program) : program_(program) {
  llvm::SmallVector<FuncOp> functions; // of the module whose description comes behind them
  for (mlir::Operation &op : *program.getBody()) {
    if (auto function = mlir::dyn_cast<FuncOp>(op)) {
      functions_[function.getSymNameAttr()] = function;
      functions.push_back(function);
    } else if (auto module = mlir::dyn_cast<ModuleOp>(op)) {
      Thing &thing = things_.emplace_back();
      thing.form = Thing::Module;
      thing.described = module;
      if (mlir::FlatSymbolRefAttr body = module.getBodyFunctionAttr())
        thing.function = functions_.lookup(body.getAttr());
      modules_[module.getName()] = &thing;
      for (FuncOp one : functions)
        moduleOf_[one] = &thing;
      functions.clear();
    }
  }
  // An import of a submodule binds its name in its package.
  for (auto &[name, module] : modules_)
    if (Thing *package = modules_.lookup(llvm::StringRef(name).rsplit('.').first); package && package != module)
      flow(Kind::Other, *module, package->attributes[llvm::StringRef(name).rsplit('.').second]);
}

void Inference::run() {
  splitCallsOfModules();
  settle();
  if (takeHints())
    settle();
  numberClasses();
  // What nothing has been seen to reach comes from where the inference does not see.
  for (auto &[function, module] : moduleOf_)
    function.getBody().walk([&](mlir::Block *block) {
      for (mlir::BlockArgument argument : block->getArguments())
        noteUnknown(argument);
      for (mlir::Operation &op : *block)
        for (mlir::Value result : op.getResults())
          noteUnknown(result);
    });
  settle();
  noteCompactLists();
  for (auto &[function, module] : moduleOf_) {
    module_ = module;
    annotate(function);
  }
}

void Inference::forEachOp(llvm::function_ref<void(mlir::Operation *)> take) {
  for (auto &[function, module] : moduleOf_) {
    current_ = function;
    module_ = module;
    function.getBody().walk([&](mlir::Operation *op) { take(op); });
  }
}

void Inference::settle() {
  changed_ = true;
  for (unsigned round = 0; changed_ && round < kMostRounds; ++round) {
    changed_ = false;
    for (auto &[function, module] : moduleOf_) {
      current_ = function;
      module_ = module;
      visit(function);
    }
    flowInGroups();
  }
}

void Inference::noteUnknown(mlir::Value value) {
  if (mlir::isa<ValueType>(value.getType()) && cell(value).kinds == Kinds())
    flow(Kind::Other, cell(value));
}

void Inference::visit(FuncOp function) {
  function.getBody().walk([&](mlir::Operation *op) {
    if (auto infers = mlir::dyn_cast<Infers>(op)) {
      infers.infer(*this);
    } else if (auto branch = mlir::dyn_cast<mlir::BranchOpInterface>(op)) {
      for (unsigned i = 0; i < op->getNumSuccessors(); ++i) {
        mlir::SuccessorOperands operands = branch.getSuccessorOperands(i);
        for (auto [operand, argument] : llvm::zip(operands.getForwardedOperands(), op->getSuccessor(i)->getArguments()))
          if (mlir::isa<ValueType>(operand.getType()))
            flow(operand, argument);
      }
    }
  });
}

// ---- Places ---------------------------------------------------------------------------------------------------------

Cell *Inference::global(llvm::StringRef name) {
  auto found = module_->attributes.find(name);
  return found == module_->attributes.end() ? nullptr : &found->second;
}

Thing *Inference::module(llvm::StringRef name) { return modules_.lookup(name); }

// `import a.b` gives a; with names to take out of it, a.b.
Thing *Inference::imported(ImportOp op) {
  std::string name = op.getName().str();
  if (unsigned level = op.getLevel()) {
    llvm::StringRef package = module_->described.getName();
    for (unsigned up = module_->described.getIsPackage() ? 1 : 0; up < level; ++up)
      package = package.contains('.') ? package.rsplit('.').first : llvm::StringRef();
    name = name.empty() ? package.str() : (package + "." + name).str();
  } else if (!op.getFromNames()) {
    name = llvm::StringRef(name).split('.').first.str();
  }
  Thing *found = module(name);
  return !found && name == kMathModule ? native(name) : found;
}

Thing *Inference::onlyModule(const Cell &cell) {
  bool isOne = !cell.isCrowded && cell.things.size() == 1 && cell.things[0]->form == Thing::Module;
  return isOne && cell.kinds.is(Kind::Other) ? cell.things[0] : nullptr;
}

/// The function is looked up by `lookup`, and called without a self.
static void callInstead(mlir::Operation *call, mlir::Location location, GetAttributeOp lookup, mlir::ValueRange arguments,
                        std::optional<mlir::ArrayAttr> names) {
  mlir::OpBuilder b(call);
  mlir::Value function = lookup.getValue();
  mlir::Value result = names ? CallKeywordsOp::create(b, location, function.getType(), function, arguments, *names).getResult()
                             : CallOp::create(b, location, function.getType(), function, arguments).getResult();
  call->getResult(0).replaceAllUsesWith(result);
  call->erase();
}

static void splitCall(CallMethodOp call) {
  mlir::Location place = call.getLoc(), lookupPlace = place;
  if (auto both = mlir::dyn_cast<mlir::FusedLoc>(place)) {
    place = both.getLocations().front();
    lookupPlace = both.getLocations().back();
  }
  mlir::OpBuilder b(call);
  mlir::ValueRange arguments = call.getArguments();
  auto lookup = GetAttributeOp::create(b, lookupPlace, arguments[0].getType(), arguments[0], call.getNameAttr());
  callInstead(call, place, lookup, arguments.drop_front(), call.getNames());
}

static void splitCall(LoadMethodOp method) {
  llvm::SmallVector<CallLoadedOp, 1> calls;
  for (mlir::Operation *user : method->getUsers()) {
    auto call = mlir::dyn_cast<CallLoadedOp>(user);
    if (!call || call.getCallee() != method.getFunction() || call.getArguments()[0] != method.getSelf())
      return;
    if (!llvm::is_contained(calls, call))
      calls.push_back(call);
  }
  mlir::OpBuilder b(method);
  auto lookup = GetAttributeOp::create(b, method.getLoc(), method.getFunction().getType(), method.getObject(),
                                       method.getNameAttr());
  for (CallLoadedOp call : calls)
    callInstead(call, call.getLoc(), lookup, call.getArguments().drop_front(), call.getNames());
  method->erase();
}

// The calls module.name(...) become calls of what the module has under that name, which may be known like a global name.
void Inference::splitCallsOfModules() {
  llvm::DenseSet<std::pair<Thing *, mlir::StringAttr>> imports;
  forEachOp([&](mlir::Operation *op) {
    auto store = mlir::dyn_cast<StoreGlobalOp>(op);
    mlir::Operation *value = store ? store.getValue().getDefiningOp() : nullptr;
    auto import = mlir::dyn_cast_or_null<ImportOp>(value);
    Thing *module = import ? imported(import) : nullptr;
    if (auto from = mlir::dyn_cast_or_null<ImportFromOp>(value))
      if (auto package = from.getModule().getDefiningOp<ImportOp>(); package && imported(package))
        if (ModuleOp described = imported(package)->described)
          module = this->module((described.getName() + "." + from.getName()).str());
    if (module && module->form == Thing::Module)
      imports.insert({module_, store.getNameAttr()});
  });
  llvm::SmallVector<CallMethodOp> calls;
  llvm::SmallVector<LoadMethodOp> lookups;
  auto isModule = [&](mlir::Value object) {
    auto load = object.getDefiningOp<LoadGlobalOp>();
    return load && imports.contains({module_, load.getNameAttr()});
  };
  forEachOp([&](mlir::Operation *op) {
    if (auto call = mlir::dyn_cast<CallMethodOp>(op); call && isModule(call.getArguments()[0]))
      calls.push_back(call);
    if (auto method = mlir::dyn_cast<LoadMethodOp>(op); method && isModule(method.getObject()))
      lookups.push_back(method);
  });
  for (CallMethodOp call : calls)
    splitCall(call);
  for (LoadMethodOp method : lookups)
    splitCall(method);
}

Thing *Inference::native(llvm::StringRef name) {
  llvm::StringRef function = name;
  if (name != kMathModule && !(function.consume_front(kMathPrefix) && findMathFunction(function)))
    return nullptr;
  Thing *&thing = natives_[name];
  if (!thing) {
    thing = &things_.emplace_back();
    thing->form = Thing::Native;
    thing->native = name.str();
  }
  return thing;
}

Cell &Inference::parameter(FuncOp function, unsigned index) {
  mlir::Block &entry = function.getBody().front();
  if (!(function.getFlags() & kIsGenerator))
    return index < entry.getNumArguments() ? cell(entry.getArgument(index)) : scratch(function, index);
  auto slots = entry.getOps<SlotOp>();
  auto slot = slots.begin();
  for (unsigned i = 0; i < index && slot != slots.end(); ++i)
    ++slot;
  return slot == slots.end() ? scratch(function, index) : cell((*slot).getSlot());
}

Thing &Inference::thing(mlir::Operation *op, Thing::Form form, unsigned index) {
  Thing *&thing = madeThings_[{op, index}];
  if (!thing) {
    thing = &things_.emplace_back();
    thing->form = form;
  }
  return *thing;
}

Thing &Inference::instanceOf(Thing &type) {
  if (!type.instance) {
    type.instance = &things_.emplace_back();
    type.instance->form = Thing::Instance;
    type.instance->type = &type;
  }
  return *type.instance;
}

// ---- Flow -----------------------------------------------------------------------------------------------------------

void Inference::flow(Kinds kinds, Cell &to) {
  if (to.isHinted)
    kinds = kinds.without(Kind::Other);
  Kinds all = to.kinds | kinds;
  changed_ |= !(all == to.kinds);
  to.kinds = all;
}

void Inference::flow(Kinds kinds, Thing &thing, Cell &to) {
  flow(kinds, to);
  if (!to.isCrowded && has(to, thing))
    return;
  changed_ |= !to.isCrowded;
  if (to.things.size() == kMostThings)
    crowd(to);
  if (to.isCrowded)
    thing.isLost = true;
  else
    to.things.push_back(&thing);
}

void Inference::crowd(Cell &cell) {
  cell.isCrowded = true;
  for (Thing *thing : cell.things)
    thing->isLost = true;
  cell.things.clear();
}

void Inference::flow(const Cell &from, Cell &to) {
  flow(from.kinds, to);
  if (from.isCrowded && !to.isCrowded) {
    changed_ = true;
    crowd(to);
  }
  for (Thing *thing : Things(from.things))
    flow(Kinds(), *thing, to);
}

void Inference::flowItems(const Cell &from, Cell &to) {
  if (from.kinds.has(Kind::Str))
    flow(Kind::Str, to);
  for (Thing *thing : Things(from.things)) {
    flow(thing->element, to);
    for (Cell &item : thing->items)
      flow(Cell(item), to);
  }
}

static std::optional<int64_t> literalIndex(mlir::Value key) {
  auto constant = key.getDefiningOp<ConstantOp>();
  auto integer = constant ? mlir::dyn_cast<mlir::IntegerAttr>(constant.getValue()) : mlir::IntegerAttr();
  if (!integer || mlir::isa<mlir::BoolAttr>(integer) || !integer.getValue().isSignedIntN(32))
    return std::nullopt;
  return integer.getValue().getSExtValue();
}

void Inference::flowSubscript(mlir::Value container, mlir::Value key, Cell &to) {
  Cell object = cell(container);
  if (object.kinds.has(Kind::Str))
    flow(Kind::Str, to);
  std::optional<int64_t> index = literalIndex(key);
  for (Thing *thing : object.things) {
    if (thing->form == Thing::Mapping) {
      flow(Cell(thing->value), to);
    } else if (thing->form == Thing::Sequence) {
      int64_t count = thing->items.size();
      if (index && *index < count && *index >= -count) {
        flow(Cell(thing->items[*index < 0 ? *index + count : *index]), to);
        continue;
      }
      flow(Cell(thing->element), to);
      for (Cell &item : thing->items)
        flow(Cell(item), to);
    } else if (thing->form == Thing::Instance) {
      callMethod("__getitem__", {key.getDefiningOp(), {object, cell(key)}, {}}, to);
    }
  }
}

void Inference::storeSubscript(mlir::Value container, mlir::Value key, const Cell &item) {
  Cell object = cell(container);
  for (Thing *thing : object.things) {
    if (thing->form == Thing::Mapping) {
      flow(Cell(cell(key)), thing->element);
      flow(item, thing->value);
    } else if (thing->form == Thing::Sequence) {
      flow(item, thing->element);
    } else if (thing->form == Thing::Instance) {
      Cell ignored;
      callMethod("__setitem__", {nullptr, {object, cell(key), item}, {}}, ignored);
    }
  }
}

Cell *Inference::findInClass(Thing &type, llvm::StringRef name, unsigned depth) {
  auto found = type.attributes.find(name);
  if (found != type.attributes.end())
    return &found->second;
  if (depth < kMostBases)
    for (Thing *base : type.bases.things)
      if (Cell *inherited = base->form == Thing::Class ? findInClass(*base, name, depth + 1) : nullptr)
        return inherited;
  return nullptr;
}

void Inference::flowAttribute(mlir::Operation *op, const Cell &object, llvm::StringRef name, Cell &to) {
  noteCalledOn(object, name); // a property's getter
  for (Thing *thing : Things(object.things)) {
    switch (thing->form) {
    case Thing::Instance: {
      auto own = thing->attributes.find(name);
      if (own != thing->attributes.end())
        flow(Cell(own->second), to);
      Cell *inherited = findInClass(*thing->type, name);
      if (!inherited)
        break;
      for (Thing *found : Things(inherited->things)) {
        // A property's getter is called; a function would become a bound method, which is not followed.
        if (found->form == Thing::Box && found->function) {
          Cell self;
          self.kinds = Kind::Instance;
          self.things.push_back(thing);
          callMethodOfClass(*thing->type, name, {op, {self}, {}}, to);
        } else if (found->form != Thing::Function) {
          flow(Kinds(), *found, to);
        }
      }
      flow(inherited->kinds.without(Kind::Other), to);
      break;
    }
    case Thing::Class:
      if (Cell *found = findInClass(*thing, name))
        flow(Cell(*found), to);
      break;
    case Thing::Function:
    case Thing::Module: {
      auto found = thing->attributes.find(name);
      if (found != thing->attributes.end())
        flow(Cell(found->second), to);
      break;
    }
    case Thing::Native:
      if (thing->native == kMathModule)
        flowMath(name, to);
      break;
    default:
      break;
    }
  }
}

void Inference::flowMath(llvm::StringRef name, Cell &to) {
  if (Thing *function = native((kMathPrefix + name).str()))
    flow(Kind::Other, *function, to);
  else if (mathConstant(name))
    flow(Kind::Float, to);
}

// What the module's body binds the name to by `def` or `class`, where it is a function that sets it otherwise: likely it is
// what the body says, for a time.
mlir::Value Inference::replacedLate(Thing &module, llvm::StringRef name) {
  if (current_.getFlags() & kIsModuleBody)
    return {};
  if (!definitions_) {
    definitions_.emplace();
    for (auto &[function, module] : moduleOf_)
      if (function.getFlags() & kIsModuleBody)
        function.getBody().walk([&, module = module](StoreGlobalOp store) {
          if (mlir::isa_and_nonnull<MakeFunctionOp, BuildClassOp>(store.getValue().getDefiningOp()))
            (*definitions_)[{module, store.getNameAttr()}] = store.getValue();
        });
  }
  return definitions_->lookup({&module, mlir::StringAttr::get(program_.getContext(), name)});
}

// What is called instead of a function gets the same.
void Inference::flowToReplacement(mlir::Value defined, const Cell &value) {
  auto made = defined.getDefiningOp<MakeFunctionOp>();
  Thing *function = made && cell(defined).things.size() == 1 ? cell(defined).things[0] : nullptr;
  for (Thing *other : function ? Things(value.things) : Things())
    if (other->form == Thing::Function && other != function &&
        parameterCount(other->function) == parameterCount(function->function))
      for (unsigned i = 0; i < parameterCount(function->function); ++i)
        flow(Cell(parameter(function->function, i)), parameter(other->function, i));
}

// Into the attributes of all classes that the instance may be of: a base's method stores into instances of the derived
// classes, which are what its self is.
void Inference::storeAttribute(const Cell &object, llvm::StringRef name, const Cell &value) {
  for (Thing *thing : Things(object.things))
    (name.starts_with("__") ? thing->hasAttributes : thing->hasOwnAttributes) = true;
  for (Thing *thing : Things(object.things)) {
    bool isModule = thing->form == Thing::Module;
    // Of a builtin that the module gets another one for, the builtin is likely, for a time.
    bool hidesBuiltin = isModule && !knownBuiltin(name).empty() && !storesOf(*thing, name).count;
    if (mlir::Value defined = isModule ? replacedLate(*thing, name) : mlir::Value())
      flowToReplacement(defined, value);
    else if (hidesBuiltin)
      continue;
    else if (thing->form == Thing::Instance || thing->form == Thing::Class || thing->form == Thing::Module ||
             thing->form == Thing::Function)
      flow(value, thing->attributes[name]);
    if (isModule)
      thing->assigned.insert(name);
  }
}

// ---- Calls ----------------------------------------------------------------------------------------------------------

void Inference::callFunction(Thing &thing, const Call &call, Cell &result) {
  FuncOp function = thing.function;
  unsigned named = call.names.size(), positional = call.arguments.size() - named;
  unsigned known = function.getPositionalCount(), all = known + function.getKeywordOnlyCount();
  uint32_t flags = function.getFlags();
  for (unsigned i = 0; i < positional && i < known; ++i)
    flow(call.arguments[i], parameter(function, i));
  if (flags & kHasVarArgs) {
    Thing &rest = this->thing(function, Thing::Sequence);
    flow(Kind::Tuple, rest, parameter(function, all));
    for (unsigned i = known; i < positional; ++i)
      flow(call.arguments[i], rest.element);
  }
  for (unsigned i = 0; i < named; ++i) {
    mlir::ArrayAttr names = function.getVariableNames();
    for (unsigned j = 0; j < all && j < names.size(); ++j)
      if (names[j] == call.names[i])
        flow(call.arguments[positional + i], parameter(function, j));
  }
  if (thing.made && thing.made.getDefaults()) {
    for (Thing *defaults : Things(cell(thing.made.getDefaults()).things)) {
      unsigned count = defaults->items.size();
      for (unsigned i = 0; i < count && count <= known; ++i)
        if (known - count + i >= positional)
          flow(Cell(defaults->items[i]), parameter(function, known - count + i));
    }
  }
  if (flags & kIsGenerator)
    flow(Kind::Other, this->thing(function, Thing::Iterator, 1), result);
  else
    flow(Cell(this->result(function)), result);
}

void Inference::callNative(Thing &thing, Cell &result) {
  llvm::StringRef name = thing.native;
  if (name.consume_front(kMathPrefix))
    flow(findMathFunction(name)->result, result);
}

void Inference::call(const Cell &callee, const Call &call, Cell &result) {
  for (Thing *thing : Things(callee.things)) {
    if (thing->form == Thing::Function) {
      callFunction(*thing, call, result);
    } else if (thing->form == Thing::Native) {
      callNative(*thing, result);
    } else if (thing->form == Thing::Class) {
      Thing &instance = instanceOf(*thing);
      flow(Kind::Instance, instance, result);
      Call initialise = call;
      Cell self;
      self.kinds = Kind::Instance;
      self.things.push_back(&instance);
      initialise.arguments.insert(initialise.arguments.begin(), self);
      Cell ignored;
      callMethodOfClass(*thing, "__init__", initialise, ignored);
    } else if (thing->form == Thing::Instance) {
      Call method = call;
      method.arguments.insert(method.arguments.begin(), callee);
      callMethodOfClass(*thing->type, "__call__", method, result);
    }
  }
}

static Cell cellOf(Thing &type) {
  Cell cell;
  cell.kinds = Kind::Other;
  cell.things.push_back(&type);
  return cell;
}

void Inference::callMethodOfClass(Thing &type, llvm::StringRef name, const Call &call, Cell &result) {
  Cell *found = findInClass(type, name);
  if (!found)
    return;
  for (Thing *thing : Things(found->things)) {
    if (thing->form == Thing::Function) {
      callFunction(*thing, call, result);
    } else if (thing->form == Thing::Box) { // staticmethod, classmethod, property: what they decorate
      Call inner = call;
      if (thing->method == kStaticMethod)
        inner.arguments.erase(inner.arguments.begin());
      else if (thing->method == kClassMethod)
        inner.arguments[0] = cellOf(type);
      this->call(thing->element, inner, result);
    }
  }
}

// A method that is looked up on instances of several classes.
void Inference::noteCalledOn(const Cell &object, llvm::StringRef name) {
  if (llvm::count_if(object.things, [](Thing *thing) { return thing->form == Thing::Instance; }) > 1)
    calledOnMany_.insert(name);
}

void Inference::callMethod(llvm::StringRef name, const Call &call, Cell &result) {
  const Cell &object = call.arguments[0];
  noteCalledOn(object, name);
  for (Thing *thing : Things(object.things)) {
    switch (thing->form) {
    case Thing::Instance: {
      Call one = call;
      one.arguments[0] = Cell();
      one.arguments[0].kinds = Kind::Instance;
      one.arguments[0].things.push_back(thing);
      callMethodOfClass(*thing->type, name, one, result);
      auto own = thing->attributes.find(name);
      if (own != thing->attributes.end()) {
        one.arguments.erase(one.arguments.begin());
        this->call(Cell(own->second), one, result);
      }
      break;
    }
    case Thing::Super: {
      Call one = call;
      one.arguments[0] = thing->value;
      if (thing->type)
        for (Thing *base : Things(thing->type->bases.things))
          if (base->form == Thing::Class)
            callMethodOfClass(*base, name, one, result);
      break;
    }
    case Thing::Class: {
      Cell *found = findInClass(*thing, name);
      for (Thing *one : found ? Things(found->things) : Things()) {
        Call inner = call;
        if (one->form == Thing::Box && one->method == kClassMethod)
          inner.arguments[0] = cellOf(*thing);
        else
          inner.arguments.erase(inner.arguments.begin());
        if (one->form == Thing::Box) {
          this->call(one->element, inner, result);
        } else {
          Cell callee;
          callee.things.push_back(one);
          this->call(callee, inner, result);
        }
      }
      break;
    }
    case Thing::Native:
    case Thing::Module: {
      Call one = call;
      one.arguments.erase(one.arguments.begin());
      Cell found;
      Cell self;
      self.things.push_back(thing);
      flowAttribute(call.op, self, name, found);
      this->call(found, one, result);
      break;
    }
    default:
      callContainerMethod(*thing, name, call, result);
      break;
    }
  }
  callBuiltinMethod(name, call, result);
}

// ---- What comes out -------------------------------------------------------------------------------------------------

namespace {

// The one kind that a cell mostly has: None is what else an optional value is.
Kinds mainKind(const Cell &cell) {
  Kinds kinds = cell.kinds;
  if (!kinds.is(Kind::None))
    kinds = kinds.without(Kind::None);
  bool isUseful = (kinds.isOne() || kinds.is(Kind::Instance)) && !kinds.is(Kind::Other) && !kinds.is(Kind::None);
  return isUseful ? kinds : Kinds();
}

} // namespace

Thing *Inference::onlyClass(const Cell &cell) {
  bool isOne = !cell.isCrowded && cell.things.size() == 1 && cell.things[0]->form == Thing::Class &&
               cell.kinds.is(Kind::Other);
  return isOne && cell.things[0]->known ? cell.things[0] : nullptr;
}

Thing *Inference::receiverClass(const Cell &cell) {
  return mainKind(cell).is(Kind::Instance) ? commonClass(cell) : nullptr;
}

llvm::StringRef Inference::onlyNative(const Cell &cell) {
  bool isOne = !cell.isCrowded && cell.things.size() == 1 && cell.things[0]->form == Thing::Native;
  return isOne && cell.kinds.is(Kind::Other) ? llvm::StringRef(cell.things[0]->native) : llvm::StringRef();
}

llvm::SmallVector<FuncOp, 2> Inference::onlyFunctions(const Cell &cell) {
  llvm::SmallSetVector<FuncOp, kMostTargets> functions;
  for (Thing *thing : cell.things) {
    if (thing->form != Thing::Function || functions.size() == kMostTargets)
      return {};
    functions.insert(thing->function);
  }
  return cell.isCrowded ? llvm::SmallVector<FuncOp, 2>() : llvm::to_vector<2>(functions);
}

FuncOp Inference::onlyFunction(const Cell &cell) {
  llvm::SmallVector<FuncOp, 2> functions = onlyFunctions(cell);
  return functions.size() == 1 ? functions[0] : FuncOp();
}

void Inference::annotate(FuncOp function) {
  mlir::Builder b(function.getContext());
  auto hint = [&](const Cell &cell) -> mlir::Attribute {
    Kinds kind = mainKind(cell);
    if (kind.is(Kind::Instance)) {
      Thing *type = commonClass(cell);
      return type ? mlir::Attribute(type->known) : b.getI32IntegerAttr(0);
    }
    return b.getI32IntegerAttr(kind.bits());
  };
  auto isEmpty = [&](mlir::Attribute attribute) { return attribute == b.getI32IntegerAttr(0); };
  auto hints = [&](mlir::ValueRange values) {
    llvm::SmallVector<mlir::Attribute, 4> all;
    for (mlir::Value value : values)
      all.push_back(hint(cell(value)));
    return b.getArrayAttr(all);
  };
  // Notes which are ints as well as floats, if any are. Other: an int may have become one of more than 64 bits.
  auto noteMixed = [&](mlir::Operation *op, mlir::ValueRange values, llvm::StringRef suffix) {
    llvm::SmallVector<bool, 4> numbers, orText;
    for (mlir::Value value : values) {
      Kinds kinds = cell(value).kinds, rest = kinds;
      for (Kind kind : {Kind::Int, Kind::Float, Kind::Bool, Kind::None, Kind::Other, Kind::Str})
        rest = rest.without(kind);
      bool isMixed = kinds.has(Kind::Int) && kinds.has(Kind::Float) && rest == Kinds();
      numbers.push_back(isMixed && !kinds.has(Kind::Str));
      orText.push_back(isMixed && kinds.has(Kind::Str));
    }
    if (llvm::is_contained(numbers, true))
      op->setAttr(("mixed" + suffix).str(), b.getDenseBoolArrayAttr(numbers));
    if (llvm::is_contained(orText, true))
      op->setAttr(("mixed_or_text" + suffix).str(), b.getDenseBoolArrayAttr(orText));
  };
  // Null: none of those about which something is known.
  auto whichMayBeNone = [&](mlir::ValueRange values, mlir::ArrayAttr all) -> mlir::DenseBoolArrayAttr {
    llvm::SmallVector<bool, 4> which;
    for (auto [value, hint] : llvm::zip(values, all))
      which.push_back(!isEmpty(hint) && cell(value).kinds.has(Kind::None));
    return llvm::is_contained(which, true) ? b.getDenseBoolArrayAttr(which) : nullptr;
  };
  current_ = function;
  if (hasOwnAttributes(function))
    function.setFlags(function.getFlags() | kHasAttributes);
  function.getBody().walk([&](mlir::Operation *op) {
    if (auto infers = mlir::dyn_cast<Infers>(op))
      infers.annotate(*this);
    if (!op->getNumResults() || op->hasTrait<mlir::OpTrait::ConstantLike>())
      return;
    mlir::ArrayAttr all = hints(op->getResults());
    noteMixed(op, op->getResults(), "");
    if (llvm::all_of(all, isEmpty))
      return;
    op->setAttr("likely", all.size() == 1 ? all[0] : all);
    if (mlir::DenseBoolArrayAttr orNone = whichMayBeNone(op->getResults(), all))
      op->setAttr("or_none", orNone);
  });
  if (function.getFlags() & (kIsGenerator | kIsModuleBody | kIsClassBody))
    return;
  mlir::ValueRange arguments = function.getBody().front().getArguments();
  mlir::ArrayAttr parameters = hints(arguments);
  if (mlir::DenseBoolArrayAttr orNone = whichMayBeNone(arguments, parameters))
    function->setAttr("or_none_parameters", orNone);
  noteMixed(function, arguments, "_parameters");
  if (Thing *self = selfOf(function)) {
    llvm::SmallVector<mlir::Attribute> all(parameters.begin(), parameters.end());
    all[0] = self->known;
    parameters = b.getArrayAttr(all);
  }
  function->setAttr("likely_parameters", parameters);
  function->setAttr("likely_result", hint(result(function)));
  if (!isEmpty(hint(result(function))) && result(function).kinds.has(Kind::None))
    function->setAttr("or_none_result", b.getUnitAttr());
}

} // namespace molt::py
