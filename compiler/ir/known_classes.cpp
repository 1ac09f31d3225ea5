// Known classes (docs/whole_program.md): how their instances are laid out, which functions their methods are, and which of
// these one call may mean.
#include "compiler/ir/inference.h"

#include "abi/object.h"

#include <llvm/ADT/SetVector.h>

namespace molt::py {

namespace {

constexpr unsigned kMostBases = 16; // of a class, deep

/// The names that a class statement binds __slots__ to, as the attributes are then called; null if it cannot be said.
mlir::Attribute valueOfSlots(Thing &type) {
  mlir::Attribute found;
  unsigned count = 0;
  type.function.getBody().walk([&](mlir::Operation *op) {
    auto store = mlir::dyn_cast<StoreNameOp>(op);
    if (!store || store.getName() != "__slots__")
      return;
    ++count;
    if (auto constant = store.getValue().getDefiningOp<ConstantOp>()) {
      found = constant.getValue();
    } else if (auto list = store.getValue().getDefiningOp<MakeListOp>()) {
      llvm::SmallVector<mlir::Attribute> names;
      for (mlir::Value item : list.getItems())
        if (auto name = item.getDefiningOp<ConstantOp>())
          names.push_back(name.getValue());
      if (names.size() == list.getItems().size())
        found = mlir::ArrayAttr::get(op->getContext(), names);
    }
  });
  return count == 1 ? found : mlir::Attribute();
}

/// An exception of the runtime that has no fields but those of BaseException, as far as the name says. The runtime compares.
bool isPlainException(llvm::StringRef name) {
  return llvm::is_contained({"BaseException", "Exception", "ArithmeticError", "AssertionError", "BufferError", "EOFError",
                             "IndexError", "KeyError", "LookupError", "NotImplementedError", "OverflowError",
                             "RuntimeError", "TypeError", "ValueError", "Warning", "ZeroDivisionError"},
                            name);
}

bool isMangled(llvm::StringRef name) { return name.starts_with("__") && !name.ends_with("__"); }

} // namespace

// From one of the runtime's that isPlainException() knows.
bool Inference::derivesFromException(Thing &type) {
  auto bases = type.built.getBases().getDefiningOp<MakeTupleOp>();
  auto base = bases && bases.getItems().size() == 1 ? bases.getItems()[0].getDefiningOp<LoadGlobalOp>() : LoadGlobalOp();
  Thing *module = base ? moduleOf_.lookup(base->getParentOfType<FuncOp>()) : nullptr;
  return module && !module->attributes.contains(base.getName()) && isPlainException(base.getName());
}

// In words for the user; empty where the class can be known. Its base has been laid out.
std::string Inference::reasonAgainstKnowing(Thing &type) {
  std::optional<mlir::ArrayAttr> declared = declaredSlots(type);
  if (type.attributes.contains("__slots__") && !declared)
    return "its __slots__ are not names that are known";
  if (type.attributes.contains("__class__"))
    return "it defines __class__";
  if (!mlir::isa_and_nonnull<NullOp>(type.built.getKeywords().getDefiningOp()))
    return "it has a metaclass or other keywords";
  auto bases = type.built.getBases().getDefiningOp<MakeTupleOp>();
  if (!bases || bases.getItems().size() > 1)
    return "it has several bases";
  if (bases.getItems().size() == 1 && derivesFromException(type)) {
    if (declared)
      return "it is an exception with __slots__";
  } else if (bases.getItems().size() == 1) {
    if (type.bases.isCrowded || type.bases.things.size() != 1 || type.bases.things[0]->form != Thing::Class)
      return "its base is not one class of the program";
    if (!type.bases.things[0]->fields)
      return "its base is not known";
    if (declared.has_value() != bool(type.bases.things[0]->traits & kHasDeclaredSlots))
      return "of it and its base, one has __slots__ and the other one has not";
  }
  if (!type.built.getSlotNames().getDefiningOp<ConstantOp>())
    return "its attributes are not known";
  return "";
}

// What the runtime does, as far as it is simple: the base's slots, then those of the attributes that the methods assign.
// The runtime compares (py.register_class).
void Inference::layOut(Thing &type, unsigned depth) {
  if (type.fields || depth > kMostBases)
    return;
  Thing *base =
      type.bases.things.size() == 1 && type.bases.things[0]->form == Thing::Class ? type.bases.things[0] : nullptr;
  if (base)
    layOut(*base, depth + 1);
  if (!reasonAgainstKnowing(type).empty())
    return;
  llvm::SmallVector<mlir::Attribute> fields;
  if (base)
    llvm::append_range(fields, *base->fields);
  if (std::optional<mlir::ArrayAttr> declared = declaredSlots(type)) {
    type.traits |= kHasDeclaredSlots;
    for (mlir::Attribute name : *declared)
      fields.push_back(name);
    return take(type, base, fields);
  }
  if (base ? base->traits & kIsException : derivesFromException(type))
    type.traits |= kIsException;
  auto names = type.built.getSlotNames().getDefiningOp<ConstantOp>();
  for (mlir::Attribute name : mlir::cast<mlir::ArrayAttr>(names.getValue())) {
    Cell *inherited = findInClass(type, mlir::cast<mlir::StringAttr>(name).getValue());
    bool isProperty = inherited && llvm::any_of(inherited->things, [](Thing *thing) {
                        return thing->form == Thing::Box && thing->function;
                      });
    if (!isProperty && !llvm::is_contained(fields, name))
      fields.push_back(name);
  }
  take(type, base, fields);
}

void Inference::take(Thing &type, Thing *base, llvm::ArrayRef<mlir::Attribute> fields) {
  type.fields = mlir::ArrayAttr::get(type.built.getContext(), fields);
  type.base = base;
  (base ? base->subclasses : rootClasses_).push_back(&type);
}

// Nothing where they may be something else, or one stands for more than itself. The runtime compares.
std::optional<mlir::ArrayAttr> Inference::declaredSlots(Thing &type) {
  auto own = type.attributes.find("__slots__");
  if (own == type.attributes.end())
    return std::nullopt;
  mlir::Attribute value = valueOfSlots(type);
  if (auto one = mlir::dyn_cast_or_null<mlir::StringAttr>(value))
    value = mlir::ArrayAttr::get(one.getContext(), {one});
  auto names = mlir::dyn_cast_or_null<mlir::ArrayAttr>(value);
  if (!names)
    return std::nullopt;
  llvm::SmallVector<mlir::Attribute> slots;
  for (mlir::Attribute attribute : names) {
    auto name = mlir::dyn_cast<mlir::StringAttr>(attribute);
    if (!name || name.getValue() == "__dict__" || isMangled(name.getValue()))
      return std::nullopt;
    if (name.getValue() != "__weakref__")
      slots.push_back(name);
  }
  return mlir::ArrayAttr::get(type.built.getContext(), slots);
}

std::optional<unsigned> Thing::placeOf(llvm::StringRef name) const {
  auto found = llvm::find_if(methods, [&](const Method &one) { return one.name.getValue() == name; });
  return found == methods.end() ? std::nullopt : std::optional<unsigned>(found - methods.begin());
}

// Whether a module's body replaces what the class's own has bound. What a function replaces is likely as the class statement
// says, for a time.
bool Inference::isReplacedEarly(Thing &type, mlir::StringAttr name) {
  if (!earlyStores_) {
    earlyStores_.emplace();
    for (auto &[function, module] : moduleOf_)
      if (function.getFlags() & kIsModuleBody)
        function.getBody().walk([&](SetAttributeOp store) {
          for (Thing *thing : cell(store.getObject()).things)
            earlyStores_->insert({thing, store.getNameAttr()});
        });
  }
  return earlyStores_->contains({&type, name});
}

// What is known of the class's own under a name: what the class statement binds it to, where that is one function in whatever
// form; else all that is seen to get there. Null: it is inherited, until a function sets it.
const Cell *Inference::ownOf(Thing &type, mlir::StringAttr name) {
  const Cell &all = type.attributes.find(name.getValue())->second;
  if (isReplacedEarly(type, name))
    return &all;
  llvm::SmallVector<StoreNameOp, 1> bindings;
  type.function.getBody().walk([&](StoreNameOp store) {
    if (store.getNameAttr() == name)
      bindings.push_back(store);
  });
  if (bindings.empty())
    return type.placeOf(name.getValue()) ? nullptr : &all;
  const Cell &defined = cell(bindings.front().getValue());
  bool isMethod = bindings.size() == 1 && defined.things.size() == 1 &&
                  (defined.things[0]->form == Thing::Function || defined.things[0]->form == Thing::Box);
  return isMethod ? &defined : &all;
}

// The base's methods have the same places. One that the class defines otherwise, or more than once, or that an instance
// hides, has no function.
void Inference::listMethods(Thing &type) {
  if (type.base)
    type.methods = type.base->methods;
  llvm::SmallVector<llvm::StringRef> own;
  for (auto &[name, cell] : type.attributes)
    own.push_back(name);
  llvm::sort(own);
  for (llvm::StringRef text : own) {
    auto name = mlir::StringAttr::get(program_.getContext(), text);
    const Cell *found = ownOf(type, name);
    if (!found)
      continue;
    const Cell &cell = *found;
    Method method{name, {}, kPlainMethod};
    bool isHidden = llvm::is_contained(*type.fields, name);
    bool isBox = !cell.isCrowded && cell.things.size() == 1 && cell.things[0]->form == Thing::Box;
    FuncOp function = !isBox                                  ? onlyFunction(cell)
                      : cell.things[0]->method == kGetter     ? cell.things[0]->function
                      : cell.things[0]->method != kPlainMethod ? onlyFunction(cell.things[0]->element)
                                                               : FuncOp();
    if (isBox)
      method.form = cell.things[0]->method;
    bool isGetter = method.form == kGetter;
    if (function && isPlainFunction(function) && cell.kinds.is(Kind::Other) &&
        (!isGetter || parameterCount(function) == 1))
      method.function = function;
    if (isHidden)
      method.function = {};
    if (auto place = type.placeOf(text))
      type.methods[*place] = method;
    else if (method.function)
      type.methods.push_back(method);
  }
  for (Method &method : type.methods)
    if (llvm::is_contained(*type.fields, method.name))
      method.function = {};
}

// Methods that not the class but several of those that derive from it have, in different branches, get a place in it, too, if
// they are called on instances of several classes.
void Inference::listMethodsOfBranches(Thing &type) {
  llvm::StringMap<unsigned> branches;
  for (Thing *derived : type.subclasses) {
    llvm::StringSet<> names;
    collectNames(*derived, names);
    for (auto &name : names)
      ++branches[name.getKey()];
  }
  llvm::SmallVector<llvm::StringRef> shared;
  for (auto &[name, count] : branches)
    if (count > 1 && calledOnMany_.contains(name) && !type.placeOf(name))
      shared.push_back(name);
  llvm::sort(shared);
  for (llvm::StringRef name : shared)
    type.methods.push_back({mlir::StringAttr::get(program_.getContext(), name), {}, kPlainMethod});
}

// What a class and those that derive from it define.
void Inference::collectNames(Thing &type, llvm::StringSet<> &names) {
  for (auto &[name, cell] : type.attributes)
    names.insert(name);
  for (Thing *derived : type.subclasses)
    collectNames(*derived, names);
}

bool Thing::familyLacks(uint32_t which) const {
  return known && (traits & which) == which &&
         llvm::all_of(subclasses, [&](Thing *derived) { return derived->familyLacks(which); });
}

// Nothing where a decorator may add methods: that would change the class.
void Inference::noteLacks(Thing &type) {
  bool isDecorated = llvm::any_of(type.built.getResult().getUsers(), [](mlir::Operation *user) {
    return !mlir::isa<StoreGlobalOp, StoreNameOp, StoreLocalOp, StoreCellOp>(user);
  });
  if (isDecorated)
    return;
  const std::pair<llvm::StringRef, uint32_t> methods[] = {
      {"__bool__", kLacksBool}, {"__len__", kLacksLength}, {"__eq__", kLacksEqual}, {"__ne__", kLacksNotEqual}};
  for (auto [name, which] : methods)
    if (!findInClass(type, name))
      type.traits |= which;
}

void Inference::number(Thing &type, unsigned depth) {
  if (classCount_ == Kinds::kMostClasses || depth > kMostBases)
    return;
  unsigned number = classCount_++;
  listMethods(type);
  listMethodsOfBranches(type);
  noteLacks(type);
  type.firstMethod = methodCount_;
  methodCount_ += type.methods.size();
  for (Thing *derived : type.subclasses)
    this->number(*derived, depth + 1);
  type.known = ClassAttr::get(program_.getContext(), mlir::FlatSymbolRefAttr::get(type.function.getSymNameAttr()),
                              number, classCount_ - 1 - number);
}

void Inference::numberClasses() {
  for (Thing &thing : things_)
    if (thing.form == Thing::Class)
      layOut(thing);
  for (Thing *root : rootClasses_)
    number(*root, 0);
  for (Thing *root : rootClasses_)
    groupMethods(*root);
}

// In the table that the runtime has, those that are no known function are null. One of another form would be there, too.
MethodFunctions Inference::functionsAt(Thing &type, unsigned place) {
  llvm::SetVector<FuncOp> functions;
  bool isPartial = false;
  std::optional<uint32_t> form;
  llvm::SmallVector<Thing *> classes{&type};
  while (!classes.empty()) {
    Thing *one = classes.pop_back_val();
    if (!one->known)
      return {};
    classes.append(one->subclasses.begin(), one->subclasses.end());
    const Method &method = one->methods[place];
    if (!method.function) {
      isPartial = true;
      continue;
    }
    if (form.value_or(method.form) != method.form)
      return {};
    form = method.form;
    functions.insert(method.function);
  }
  return {functions.takeVector(), form.value_or(kPlainMethod), isPartial};
}

// Functions that one call may mean take arguments of the same kinds, and give the same: what flows to one flows to all. Where
// some classes have none, one function is enough for a group.
void Inference::groupMethods(Thing &type) {
  if (!type.known)
    return;
  for (unsigned place = type.base ? type.base->methods.size() : 0; place < type.methods.size(); ++place) {
    auto [functions, form, isPartial] = functionsAt(type, place);
    bool isChoice = functions.size() > 1 || (isPartial && !functions.empty());
    bool isAlike =
        isChoice && calledOnMany_.contains(type.methods[place].name.getValue()) &&
        llvm::all_of(functions, [&](FuncOp function) {
          return parameterCount(function) == parameterCount(functions[0]) &&
                 function.getPositionalCount() == functions[0].getPositionalCount() && !groupOf_.count(function);
        });
    if (!isAlike)
      continue;
    for (FuncOp function : functions)
      groupOf_[function] = groups_.size();
    groups_.push_back(functions);
  }
  for (Thing *derived : type.subclasses)
    groupMethods(*derived);
}

void Inference::flowInGroups() {
  for (auto &group : groups_)
    for (unsigned i = 0; i < group.size(); ++i) {
      FuncOp from = group[i], to = group[(i + 1) % group.size()];
      for (unsigned parameter = 1; parameter < parameterCount(from); ++parameter)
        flow(Cell(this->parameter(from, parameter)), this->parameter(to, parameter));
      flow(Cell(result(from)), result(to));
    }
}

bool Inference::areAlike(llvm::ArrayRef<FuncOp> functions) {
  auto group = groupOf_.find(functions[0]);
  return group != groupOf_.end() && llvm::all_of(functions, [&](FuncOp function) {
           auto other = groupOf_.find(function);
           return other != groupOf_.end() && other->second == group->second;
         });
}

// The nearest class from which both derive, or which both are; null: there is none.
static Thing *commonBase(Thing *a, Thing *b) {
  for (; a && a->known; a = a->base)
    if (b->known && a->known.includes(b->known.getNumber()))
      return a;
  return nullptr;
}

Thing *Inference::commonClass(const Cell &cell) {
  if (!cell.kinds.has(Kind::Instance) || cell.isCrowded || cell.things.empty())
    return nullptr;
  Thing *common = nullptr;
  for (Thing *thing : cell.things) {
    if (thing->form != Thing::Instance || !thing->type->known)
      return nullptr;
    common = common ? commonBase(common, thing->type) : thing->type;
    if (!common)
      return nullptr;
  }
  return common;
}

// A function of a group is called for all classes that have it.
Thing *Inference::selfOf(FuncOp function) {
  if (!groupOf_.count(function))
    return nullptr;
  Thing *common = nullptr;
  for (Thing &thing : things_) {
    bool isOwn = thing.form == Thing::Class && thing.known &&
                 llvm::any_of(thing.methods, [&](const Method &method) { return method.function == function; });
    if (!isOwn)
      continue;
    common = common ? commonBase(common, &thing) : &thing;
    if (!common)
      return nullptr;
  }
  return common;
}

} // namespace molt::py
