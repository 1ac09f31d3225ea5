// Where values flow through variables, globals, classes, calls and attributes.
#include "compiler/ir/inference.h"
#include "compiler/ir/known_builtins.h"
#include "compiler/ir/math_functions.h"
#include "compiler/ir/remark.h"
#include "compiler/ir/special_forms.h"
#include "compiler/ir/specialize_calls.h"
#include "compiler/ir/specialize_sequences.h"

#include "abi/object.h"

namespace molt::py {

using mlir::Value;

namespace {

void inferConstant(Inference &in, mlir::Attribute value, mlir::Operation *op, unsigned &count, Cell &to) {
  if (mlir::isa<BytesAttr>(value))
    return in.flowBytes(op, count++, "bytes", to);
  auto items = mlir::dyn_cast<mlir::ArrayAttr>(value);
  if (!items)
    return in.flow(kindsOfConstant(value), to);
  Thing &tuple = in.thing(op, Thing::Sequence, count++);
  in.flow(Kind::Tuple, tuple, to);
  tuple.items.resize(items.size());
  for (auto [item, cell] : llvm::zip(items, tuple.items))
    inferConstant(in, item, op, count, cell);
}

} // namespace

void ConstantOp::infer(Inference &in) {
  unsigned count = 0;
  inferConstant(in, getValue(), *this, count, in.cell(getResult()));
}

// ---- Variables ------------------------------------------------------------------------------------------------------

void LoadLocalOp::infer(Inference &in) { in.flow(getSlot(), getValue()); }
void StoreLocalOp::infer(Inference &in) { in.flow(getValue(), getSlot()); }
void MoveLocalOp::infer(Inference &in) { in.flow(getSlot(), getValue()); }

void MakeCellOp::infer(Inference &in) {
  Thing &box = in.thing(*this, Thing::Box);
  in.flow(Kind::Other, box, in.cell(getCell()));
  if (getContent())
    in.flow(Cell(in.cell(getContent())), box.element);
}
void ClosureCellOp::infer(Inference &in) {
  for (Thing *closure : Things(in.closure(in.current()).things))
    if (getIndex() < closure->items.size())
      in.flow(Cell(closure->items[getIndex()]), in.cell(getCell()));
}
void LoadCellOp::infer(Inference &in) {
  for (Thing *box : Things(in.cell(getCell()).things))
    in.flow(Cell(box->element), in.cell(getValue()));
}
void LoadCellOrNullOp::infer(Inference &in) {
  for (Thing *box : Things(in.cell(getCell()).things))
    in.flow(Cell(box->element), in.cell(getValue()));
}
void StoreCellOp::infer(Inference &in) {
  for (Thing *box : Things(in.cell(getCell()).things))
    in.flow(Cell(in.cell(getValue())), box->element);
}

void LoadGlobalOp::infer(Inference &in) {
  if (Cell *global = in.global(getName()))
    in.flow(Cell(*global), in.cell(getValue()));
}
void StoreGlobalOp::infer(Inference &in) { in.flow(Cell(in.cell(getValue())), in.bindGlobal(getName())); }

void LoadGlobalOp::annotate(Inference &in) {
  mlir::Attribute known = in.knownOf(in.currentModule(), getName());
  if (llvm::StringRef builtin = knownBuiltin(getName()); !known && !builtin.empty() && !in.global(getName()))
    known = mlir::StringAttr::get(getContext(), builtin);
  if (known)
    (*this)->setAttr("known", known);
}
void StoreGlobalOp::annotate(Inference &in) {
  Thing &module = in.currentModule();
  mlir::Attribute known = in.constantGlobal(module, getName());
  if (!known)
    known = in.objectGlobal(module, getName());
  if (!known) {
    known = in.knownGlobal(module, getName());
    if (!known || known != in.knownGlobal(in.cell(getValue())))
      return;
  }
  mlir::OpBuilder b(getContext());
  b.setInsertionPointAfter(*this);
  NoteKnownGlobalOp::create(b, getLoc(), getNameAttr(), getValue(), known);
}

void LoadNameOp::infer(Inference &in) {
  for (Thing *type : Things(in.cell(getSpace()).things)) {
    auto own = type->attributes.find(getName());
    if (own != type->attributes.end())
      return in.flow(Cell(own->second), in.cell(getValue()));
  }
  if (Cell *global = in.global(getName()))
    in.flow(Cell(*global), in.cell(getValue()));
}
void StoreNameOp::infer(Inference &in) {
  for (Thing *type : Things(in.cell(getSpace()).things))
    in.flow(Cell(in.cell(getValue())), type->attributes[getName()]);
}
void LoadClassCellOp::infer(Inference &in) {
  for (Thing *box : Things(in.cell(getCell()).things))
    in.flow(Cell(box->element), in.cell(getValue()));
}

// ---- Functions and classes ------------------------------------------------------------------------------------------

void MakeFunctionOp::infer(Inference &in) {
  FuncOp function = in.lookupFunction(getFunctionAttr().getAttr());
  if (!function)
    return;
  Thing &thing = in.thing(*this, Thing::Function);
  thing.function = function;
  thing.made = *this;
  in.flow(Kind::Other, thing, in.cell(getResult()));
  if (getClosure())
    in.flow(Cell(in.cell(getClosure())), in.closure(function));
}

void BuildClassOp::infer(Inference &in) {
  auto body = getBody().getDefiningOp<MakeFunctionOp>();
  FuncOp function = body ? in.lookupFunction(body.getFunctionAttr().getAttr()) : FuncOp();
  if (!function)
    return;
  Thing &type = in.thing(*this, Thing::Class);
  type.function = function;
  type.built = *this;
  in.flowItems(Cell(in.cell(getBases())), type.bases);
  in.flow(Kind::Other, type, in.cell(getResult()));
  in.flow(Kind::Other, type, in.cell(function.getBody().front().getArgument(0))); // its namespace
  for (Thing *box : Things(in.result(function).things))                           // the cell of __class__
    if (box->form == Thing::Box)
      in.flow(Kind::Other, type, box->element);
}

void ReturnOp::infer(Inference &in) { in.flow(Cell(in.cell(getValue())), in.result(in.current())); }

void YieldOp::infer(Inference &in) {
  Thing &generator = in.thing(in.current(), Thing::Iterator, 1);
  in.flow(Cell(in.cell(getValue())), generator.element);
}

// ---- Calls ----------------------------------------------------------------------------------------------------------

static Inference::Call callOf(Inference &in, mlir::Operation *op, mlir::ValueRange arguments,
                              std::optional<mlir::ArrayAttr> names = std::nullopt) {
  Inference::Call call{op, {}, {}};
  for (Value argument : arguments)
    call.arguments.push_back(in.cell(argument));
  if (names)
    call.names = names->getValue();
  return call;
}

llvm::StringRef builtinOf(Inference &in, Value callee) {
  llvm::StringRef name;
  if (auto global = callee.getDefiningOp<LoadGlobalOp>())
    name = global.getName();
  else if (auto inClass = callee.getDefiningOp<LoadNameOp>())
    name = inClass.getName();
  return in.global(name) ? llvm::StringRef() : name;
}

static void inferCall(Inference &in, Value callee, const Inference::Call &call, Value result) {
  if (llvm::StringRef name = builtinOf(in, callee); !name.empty()) {
    Cell length;
    if (name == "len" && call.arguments.size() == 1)
      in.callMethod("__len__", call, length);
    in.callBuiltin(name, call, in.cell(result));
  }
  else
    in.call(Cell(in.cell(callee)), call, in.cell(result));
}

void CallOp::infer(Inference &in) { inferCall(in, getCallee(), callOf(in, *this, getArguments()), getResult()); }
void CallKeywordsOp::infer(Inference &in) {
  inferCall(in, getCallee(), callOf(in, *this, getArguments(), getNames()), getResult());
}
void CallSpreadOp::infer(Inference &in) {
  Inference::Call call{*this, {}, {}};
  Cell arguments = in.cell(getPositional());
  if (arguments.things.size() == 1)
    call.arguments.assign(arguments.things[0]->items.begin(), arguments.things[0]->items.end());
  inferCall(in, getCallee(), call, getResult());
}
void CallMethodOp::infer(Inference &in) {
  in.callMethod(getName(), callOf(in, *this, getArguments(), getNames()), in.cell(getResult()));
}
void LoadMethodOp::infer(Inference &) {} // py.call_loaded tells

static Cell superOf(Inference &in, mlir::Operation *op, Value definingClass, Value self) {
  Thing &super = in.thing(op, Thing::Super);
  for (Thing *type : Things(in.cell(definingClass).things))
    if (type->form == Thing::Class)
      super.type = type;
  in.flow(Cell(in.cell(self)), super.value);
  Cell cell;
  cell.kinds = Kind::Other;
  cell.things.push_back(&super);
  return cell;
}

void CallLoadedOp::infer(Inference &in) {
  Inference::Call call = callOf(in, *this, getArguments(), getNames());
  if (auto method = getCallee().getDefiningOp<LoadMethodOp>()) {
    call.arguments[0] = in.cell(method.getObject());
    in.callMethod(method.getName(), call, in.cell(getResult()));
  } else if (auto super = getCallee().getDefiningOp<LoadSuperMethodOp>()) {
    call.arguments[0] = superOf(in, super, super.getDefiningClass(), super.getObject());
    in.callMethod(super.getName(), call, in.cell(getResult()));
  }
}

void CallSuperOp::infer(Inference &in) {
  in.flow(superOf(in, *this, getDefiningClass(), getSelf()), in.cell(getResult()));
}
void CallSuperMethodOp::infer(Inference &in) {
  Inference::Call call = callOf(in, *this, getArguments(), getNames());
  call.arguments[0] = superOf(in, *this, getDefiningClass(), getArguments()[0]);
  in.callMethod(getName(), call, in.cell(getResult()));
}
void LoadSuperMethodOp::infer(Inference &) {} // py.call_loaded tells

// ---- What their special forms want to know --------------------------------------------------------------------------

static void setSymbol(mlir::Operation *op, llvm::StringRef name, FuncOp function) {
  if (function)
    op->setAttr(name, mlir::FlatSymbolRefAttr::get(function.getSymNameAttr()));
}

static mlir::ArrayAttr symbolsOf(llvm::ArrayRef<FuncOp> functions) {
  llvm::SmallVector<mlir::Attribute> symbols;
  for (FuncOp function : functions)
    symbols.push_back(mlir::FlatSymbolRefAttr::get(function.getSymNameAttr()));
  return mlir::ArrayAttr::get(FuncOp(functions[0]).getContext(), symbols);
}

static void noteClass(mlir::Operation *op, Thing &type) {
  op->setAttr("receiver", type.known);
  if (type.traits & kHasDeclaredSlots)
    op->setAttr("declared", mlir::UnitAttr::get(op->getContext()));
  if (type.traits & kIsException)
    op->setAttr("exception", mlir::UnitAttr::get(op->getContext()));
}

Thing *noteReceiver(Inference &in, mlir::Operation *op, Value object) {
  Thing *type = in.receiverClass(in.cell(object));
  if (type)
    noteClass(op, *type);
  return type;
}

void noteKnownMethod(Inference &in, mlir::Operation *op, Thing &type, llvm::StringRef name, uint32_t form) {
  std::optional<unsigned> place = type.placeOf(name);
  if (!place)
    return;
  MethodFunctions methods = in.functionsAt(type, *place);
  const auto &[functions, formThere, isPartial] = methods;
  if (functions.empty() || formThere != form)
    return;
  mlir::Builder b(op->getContext());
  op->setAttr(kLookedUpAttr, b.getStringAttr(name));
  if (FuncOp only = methods.only()) {
    setSymbol(op, "target", only);
    op->setAttr("method", b.getI32IntegerAttr(type.firstMethod + *place));
  } else if (in.areAlike(functions) && !(isPartial && name.starts_with("__"))) {
    op->setAttr("targets", symbolsOf(functions));
    op->setAttr("place", b.getI32IntegerAttr(*place));
    if (isPartial)
      op->setAttr("partial", b.getUnitAttr());
  } else {
    return;
  }
  noteCall(in, op, functions);
}

// The function that a class has under a name, in whatever form; nothing of those that derive from it.
static void noteFunctionAt(Inference &in, mlir::Operation *op, Thing &type, unsigned place) {
  const Method &method = type.methods[place];
  mlir::Builder b(op->getContext());
  setSymbol(op, "target", method.function);
  op->setAttr("method", b.getI32IntegerAttr(type.firstMethod + place));
  op->setAttr(kLookedUpAttr, method.name);
  noteCall(in, op, method.function);
}

// Static and class methods: `form` is MethodForm. What stands before the dot is not passed to a static one.
static void noteWrappedMethod(Inference &in, mlir::Operation *op, Thing &type, llvm::StringRef name) {
  std::optional<unsigned> place = type.placeOf(name);
  if (!place || (type.methods[*place].form != kStaticMethod && type.methods[*place].form != kClassMethod))
    return;
  bool isStatic = type.methods[*place].form == kStaticMethod;
  FuncOp function = in.functionsAt(type, *place).only();
  if (!function || (!isStatic && !function.getPositionalCount()))
    return;
  mlir::Builder b(op->getContext());
  op->setAttr("form", b.getI32IntegerAttr(type.methods[*place].form));
  if (isStatic)
    op->setAttr("skips_first", b.getUnitAttr());
  noteFunctionAt(in, op, type, *place);
}

// The same through the class itself, which is `through`. What the metaclass has under such a name comes first only where it
// is a data descriptor: `type` has some with names of this kind.
static void noteMethodOfClass(Inference &in, mlir::Operation *op, Thing &type, llvm::StringRef name) {
  std::optional<unsigned> place = type.placeOf(name);
  if (!place || !type.methods[*place].function || (name.starts_with("__") && name != "__init__"))
    return;
  Method method = type.methods[*place];
  if (method.form == kGetter || (method.form == kClassMethod && !method.function.getPositionalCount()))
    return;
  mlir::Builder b(op->getContext());
  op->setAttr("through", type.known);
  op->setAttr("form", b.getI32IntegerAttr(method.form));
  if (method.form != kClassMethod)
    op->setAttr("skips_first", b.getUnitAttr());
  noteFunctionAt(in, op, type, *place);
}

void noteMethodOf(Inference &in, mlir::Operation *op, Value object, llvm::StringRef name) {
  if (Thing *type = noteReceiver(in, op, object))
    noteKnownMethod(in, op, *type, name);
}

static void noteNative(mlir::Operation *op, llvm::StringRef native) {
  if (!native.empty())
    op->setAttr("native", mlir::StringAttr::get(op->getContext(), native));
}

// What a module of the runtime has under that name.
static void noteNativeAttribute(Inference &in, mlir::Operation *op, Value module, llvm::StringRef name) {
  if (in.onlyNative(in.cell(module)) == kMathModule && (findMathFunction(name) || mathConstant(name)))
    noteNative(op, (kMathPrefix + name).str());
}

// For a call of it by that name.
static void noteNamedMethod(Inference &in, mlir::Operation *op, Value object, llvm::StringRef name) {
  noteMethodOf(in, op, object, name);
  if (Thing *type = in.receiverClass(in.cell(object)))
    noteWrappedMethod(in, op, *type, name);
  else if (Thing *type = in.onlyClass(in.cell(object)))
    noteMethodOfClass(in, op, *type, name);
  noteNativeAttribute(in, op, object, name);
  if (name == "append" && in.onlyBytes(in.cell(object)) == "bytearray")
    op->setAttr(kOfByteArrayAttr, mlir::UnitAttr::get(op->getContext()));
}

// super().name: what comes behind a known class among the bases of a known class's instance is its base's.
static void noteSuperMethod(Inference &in, mlir::Operation *op, Value definingClass, llvm::StringRef name) {
  Thing *type = in.onlyClass(in.cell(definingClass));
  if (type && !type->base && type->traits & kIsException && name == "__init__" && mlir::isa<CallSuperMethodOp>(op) &&
      !op->hasAttr("names")) {
    op->setAttr("receiver", type->known);
    op->setAttr("init_exception", mlir::UnitAttr::get(op->getContext()));
  }
  if (!type || !type->base || !type->base->known)
    return;
  std::optional<unsigned> place = type->base->placeOf(name);
  if (!place || type->base->methods[*place].form != kPlainMethod || !type->base->methods[*place].function)
    return;
  op->setAttr("receiver", type->known);
  noteFunctionAt(in, op, *type->base, *place);
}

static void noteField(Inference &in, mlir::Operation *op, Value object, mlir::StringAttr name, bool isRead) {
  Thing *type = noteReceiver(in, op, object);
  if (!type)
    return;
  auto *field = llvm::find(*type->fields, name);
  if (field != type->fields->end())
    op->setAttr("field", mlir::Builder(op->getContext()).getI32IntegerAttr(field - type->fields->begin()));
  else if (isRead)
    noteKnownMethod(in, op, *type, name, kGetter);
}

// `special`: the method that the op calls.
static void noteSpecial(Inference &in, mlir::Operation *op, Value object, llvm::StringRef name) {
  op->setAttr("special", mlir::StringAttr::get(op->getContext(), name));
  noteMethodOf(in, op, object, name);
}

// What the name stands for.
static void noteCallee(Inference &in, mlir::Operation *op, Value value) {
  const Cell &callee = in.cell(value);
  noteNative(op, in.onlyNative(callee));
  if (llvm::SmallVector<FuncOp, 2> functions = in.onlyFunctions(callee); functions.size() == 1) {
    setSymbol(op, "target", functions[0]);
    noteCall(in, op, functions);
  } else if (!functions.empty()) {
    op->setAttr("targets", symbolsOf(functions));
    noteCall(in, op, functions);
  }
  if (in.receiverClass(callee))
    return noteSpecial(in, op, value, "__call__");
  if (callee.isCrowded || callee.things.size() != 1 || callee.things[0]->form != Thing::Class)
    return;
  Thing &type = *callee.things[0];
  if (!type.known || in.findInClass(type, "__new__"))
    return;
  op->setAttr("constructs", type.known);
  std::optional<unsigned> place = type.placeOf("__init__");
  if (!place || !type.methods[*place].function)
    return;
  setSymbol(op, "target", type.methods[*place].function);
  noteCall(in, op, type.methods[*place].function, /*first=*/1);
  mlir::Builder b(op->getContext());
  op->setAttr("method", b.getI32IntegerAttr(type.firstMethod + *place));
  op->setAttr(kLookedUpAttr, type.methods[*place].name);
  if (type.traits & kIsException) {
    op->setAttr("exception", b.getUnitAttr());
    return;
  }
  unsigned words = type.fields->size() + !(type.traits & kHasDeclaredSlots); // with the dict
  if (!in.findInClass(type, "__del__") && words && instanceSize(words - 1) <= kLargestSmall)
    op->setAttr("fields", b.getI32IntegerAttr(words - 1));
}
static void noteTestedTypes(Inference &in, mlir::Operation *op, Value types) {
  mlir::Builder b(op->getContext());
  llvm::SmallVector<mlir::Attribute> all;
  auto tuple = types.getDefiningOp<MakeTupleOp>();
  for (Value type : tuple ? mlir::ValueRange(tuple.getItems()) : mlir::ValueRange(types)) {
    llvm::StringRef name = builtinOf(in, type);
    if (llvm::is_contained({"int", "float", "bool", "str", "list", "tuple", "dict"}, name))
      all.push_back(b.getStringAttr("type_" + name));
    else if (Thing *known = in.onlyClass(in.cell(type)))
      all.push_back(known->known);
    else
      return;
  }
  if (!all.empty())
    op->setAttr(kTestedTypesAttr, b.getArrayAttr(all));
}

void CallOp::annotate(Inference &in) {
  noteCallee(in, *this, getCallee());
  if (getArguments().size() == 1 && builtinOf(in, getCallee()) == "len")
    noteSpecial(in, *this, getArguments()[0], "__len__");
  if (getArguments().size() == 2 && builtinOf(in, getCallee()) == "isinstance")
    noteTestedTypes(in, *this, getArguments()[1]);
}
void CallKeywordsOp::annotate(Inference &in) { noteCallee(in, *this, getCallee()); }
void CallMethodOp::annotate(Inference &in) { noteNamedMethod(in, *this, getArguments()[0], getName()); }
void CallLoadedOp::annotate(Inference &in) {
  if (auto method = getCallee().getDefiningOp<LoadMethodOp>())
    noteNamedMethod(in, *this, method.getObject(), method.getName());
  else if (auto super = getCallee().getDefiningOp<LoadSuperMethodOp>())
    noteSuperMethod(in, *this, super.getDefiningClass(), super.getName());
}
void LoadMethodOp::annotate(Inference &in) { noteNamedMethod(in, *this, getObject(), getName()); }
void CallSuperMethodOp::annotate(Inference &in) { noteSuperMethod(in, *this, getDefiningClass(), getName()); }
void LoadSuperMethodOp::annotate(Inference &in) { noteSuperMethod(in, *this, getDefiningClass(), getName()); }
/// An attribute that a function has in its dict.
static void noteOwnAttribute(Inference &in, mlir::Operation *op, Value object, llvm::StringRef name) {
  FuncOp function = in.onlyFunction(in.cell(object));
  if (function && !name.starts_with("__"))
    op->setAttr(kInDictAttr, mlir::UnitAttr::get(op->getContext()));
}

// What a module of the program has under that name; the module is loaded by a global name that is known to stand for it.
// (What the type of modules has comes first only where the name is a dunder.)
static void noteGlobalOf(Inference &in, GetAttributeOp op) {
  Thing *module = in.onlyModule(in.cell(op.getObject()));
  auto load = op.getObject().getDefiningOp<LoadGlobalOp>();
  if (!module || !load || !load->hasAttr("known") || op.getName().starts_with("__"))
    return;
  if (mlir::Attribute known = in.knownOf(*module, op.getName())) {
    op->setAttr("known", known);
    op->setAttr("module", load->getAttr("known"));
  }
}

void GetAttributeOp::annotate(Inference &in) {
  noteGlobalOf(in, *this);
  noteField(in, *this, getObject(), getNameAttr(), true);
  noteOwnAttribute(in, *this, getObject(), getName());
  noteNativeAttribute(in, *this, getObject(), getName());
}
void SetAttributeOp::annotate(Inference &in) {
  noteField(in, *this, getObject(), getNameAttr(), false);
  noteOwnAttribute(in, *this, getObject(), getName());
}

/// The constant names that a class's __match_args__ is, as far as the bodies of the class and its bases tell; else null.
static mlir::ArrayAttr matchArgsOf(Inference &in, Thing &type, unsigned depth = 0) {
  constexpr unsigned kMostDepth = 20;
  llvm::SmallVector<StoreNameOp, 1> stores;
  type.function.getBody().walk([&](StoreNameOp store) {
    if (store.getName() == "__match_args__")
      stores.push_back(store);
  });
  if (stores.empty()) {
    bool isKnown = type.bases.things.size() == 1 && type.bases.things[0]->form == Thing::Class && depth < kMostDepth;
    return isKnown ? matchArgsOf(in, *type.bases.things[0], depth + 1) : mlir::ArrayAttr();
  }
  auto constant = stores.size() == 1 ? stores[0].getValue().getDefiningOp<ConstantOp>() : ConstantOp();
  auto names = constant ? mlir::dyn_cast<mlir::ArrayAttr>(constant.getValue()) : mlir::ArrayAttr();
  return names && llvm::all_of(names, llvm::IsaPred<mlir::StringAttr>) ? names : mlir::ArrayAttr();
}

void BuildClassOp::annotate(Inference &in) {
  Thing &type = in.thing(*this, Thing::Class);
  if (!type.known) {
    if (type.built && isExplaining(*this))
      (*this)->setAttr(kUnknownClassAttr, mlir::StringAttr::get(getContext(), in.reasonAgainstKnowing(type)));
    return;
  }
  mlir::OpBuilder b(getContext());
  b.setInsertionPointAfter(*this);
  llvm::SmallVector<mlir::Attribute> names, functions;
  llvm::SmallVector<int32_t> forms;
  for (const Method &method : type.methods) {
    names.push_back(method.name);
    functions.push_back(b.getUnitAttr());
    if (FuncOp function = method.function)
      functions.back() = mlir::FlatSymbolRefAttr::get(function.getSymNameAttr());
    forms.push_back(method.form);
  }
  RegisterClassOp::create(b, getLoc(), getResult(), type.known, type.base ? type.base->known : ClassAttr(), *type.fields,
                          b.getArrayAttr(names), b.getArrayAttr(functions), b.getDenseI32ArrayAttr(forms), type.firstMethod,
                          type.traits, matchArgsOf(in, type));
}

// ---- Attributes and modules -----------------------------------------------------------------------------------------

void GetAttributeOp::infer(Inference &in) {
  in.flowAttribute(*this, Cell(in.cell(getObject())), getName(), in.cell(getValue()));
}
void SetAttributeOp::infer(Inference &in) {
  in.storeAttribute(Cell(in.cell(getObject())), getName(), Cell(in.cell(getValue())));
}

void ImportOp::infer(Inference &in) {
  if (Thing *module = in.imported(*this))
    in.flow(Kind::Other, *module, in.cell(getModule()));
}
void ImportFromOp::infer(Inference &in) {
  in.flowAttribute(*this, Cell(in.cell(getModule())), getName(), in.cell(getValue()));
}

// ---- Exceptions -----------------------------------------------------------------------------------------------------

void ExceptionMatchesOp::infer(Inference &in) {
  for (Thing *type : Things(in.cell(getPattern()).things))
    if (type->form == Thing::Class)
      in.flow(Kind::Instance, in.instanceOf(*type), in.cell(getException()));
}
void ExceptionMatchesOp::annotate(Inference &in) {
  if (Thing *type = in.onlyClass(in.cell(getPattern())))
    (*this)->setAttr("known", type->known);
}

// ---- Special methods ------------------------------------------------------------------------------------------------

void TruthOp::infer(Inference &in) {
  Cell ignored;
  for (llvm::StringRef name : {"__bool__", "__len__"})
    in.callMethod(name, {*this, {in.cell(getValue())}, {}}, ignored);
}
void TruthOp::annotate(Inference &in) {
  Thing *type = noteReceiver(in, *this, getValue());
  if (!type)
    return;
  if (type->familyLacks(kLacksBool | kLacksLength))
    (*this)->setAttr("always_true", mlir::UnitAttr::get(getContext()));
  else
    noteSpecial(in, *this, getValue(), type->familyLacks(kLacksBool) ? "__len__" : "__bool__");
}

void ContainsOp::infer(Inference &in) {
  Cell ignored;
  in.callMethod("__contains__", {*this, {in.cell(getContainer()), in.cell(getItem())}, {}}, ignored);
}
void ContainsOp::annotate(Inference &in) { noteMethodOf(in, *this, getContainer(), "__contains__"); }
void GetItemOp::annotate(Inference &in) {
  noteNative(*this, in.onlyBytes(in.cell(getObject())));
  noteMethodOf(in, *this, getObject(), "__getitem__");
}
void SetItemOp::annotate(Inference &in) {
  noteNative(*this, in.onlyBytes(in.cell(getObject())));
  noteMethodOf(in, *this, getObject(), "__setitem__");
}

// ---- Patterns --------------------------------------------------------------------------------------------------------

void LenOp::infer(Inference &in) {
  in.flow(Kind::Int, in.cell(getResult()));
  Cell ignored;
  in.callMethod("__len__", {*this, {in.cell(getValue())}, {}}, ignored);
}
void LenOp::annotate(Inference &) {}

void MatchInstanceOp::infer(Inference &) {}
void MatchInstanceOp::annotate(Inference &in) { noteTestedTypes(in, *this, getCls()); }

/// The instances among what a place holds, as a class pattern lets them pass; all, where the class is not seen.
static Cell instancesIn(Inference &in, const Cell &value, Value type) {
  Cell passing;
  for (Thing *made : Things(in.cell(type).things))
    if (made->form == Thing::Class)
      for (Thing *thing : value.things)
        if (thing->form == Thing::Instance && thing->type == made)
          in.flow(Kind::Instance, *thing, passing);
  return passing.things.empty() ? value : passing;
}

/// The names of the attributes that the pattern's positions stand for, or null.
static mlir::ArrayAttr positionalNames(Inference &in, MatchAttributesOp op) {
  const Cell &type = in.cell(op.getCls());
  bool isOne = !type.isCrowded && type.things.size() == 1 && type.things[0]->form == Thing::Class;
  mlir::ArrayAttr names = isOne ? matchArgsOf(in, *type.things[0]) : mlir::ArrayAttr();
  return names && names.size() >= op.getPositional() ? names : mlir::ArrayAttr();
}

void MatchAttributesOp::infer(Inference &in) {
  Cell value = instancesIn(in, Cell(in.cell(getValue())), getCls());
  mlir::ArrayAttr names = positionalNames(in, *this);
  auto flowTo = [&](unsigned place, mlir::Attribute name) {
    in.flowAttribute(*this, value, mlir::cast<mlir::StringAttr>(name).getValue(), in.cell(getFound()[place]));
  };
  if (!names && getPositional() == 1)
    in.flow(value, in.cell(getFound()[0])); // int(x)
  for (unsigned i = 0; names && i < getPositional(); ++i)
    flowTo(i, names[i]);
  for (auto [index, name] : llvm::enumerate(getNames()))
    flowTo(getPositional() + index, name);
}
// `receiver` and `fields`: the class of the pattern, where all of its attributes are fields of that class.
void MatchAttributesOp::annotate(Inference &in) {
  noteTestedTypes(in, *this, getCls());
  Thing *type = in.onlyClass(in.cell(getCls()));
  mlir::ArrayAttr names = positionalNames(in, *this);
  if (!type || (getPositional() && !names))
    return;
  llvm::SmallVector<mlir::Attribute> all;
  if (getPositional())
    llvm::append_range(all, names.getValue().take_front(getPositional()));
  llvm::append_range(all, getNames());
  llvm::SmallVector<int32_t> fields;
  for (auto [index, name] : llvm::enumerate(all)) {
    auto *field = llvm::find(*type->fields, name);
    if (field == type->fields->end() || llvm::is_contained(llvm::ArrayRef(all).take_front(index), name))
      return;
    fields.push_back(field - type->fields->begin());
  }
  mlir::Builder b(getContext());
  noteClass(*this, *type);
  (*this)->setAttr("fields", b.getDenseI32ArrayAttr(fields));
}

void MatchKeysOp::infer(Inference &in) {
  for (auto [key, value] : llvm::zip(getKeys(), getValues()))
    in.flowSubscript(getMapping(), key, in.cell(value));
}

// ---- with -----------------------------------------------------------------------------------------------------------

void WithEnterOp::infer(Inference &in) {
  in.callMethod("__enter__", {*this, {in.cell(getManager())}, {}}, in.cell(getValue()));
  Cell raised, ignored; // or None
  raised.kinds = Kinds(Kind::Other) | Kind::None;
  in.callMethod("__exit__", {*this, {in.cell(getManager()), raised, raised, raised}, {}}, ignored);
}
void WithEnterOp::annotate(Inference &in) {
  Thing *type = noteReceiver(in, *this, getManager());
  std::optional<unsigned> exit = type ? type->placeOf("__exit__") : std::nullopt;
  if (!exit || !in.functionsAt(*type, *exit).only() || type->methods[*exit].form != kPlainMethod)
    return;
  (*this)->setAttr("exit_method", mlir::Builder(getContext()).getI32IntegerAttr(type->firstMethod + *exit));
  noteKnownMethod(in, *this, *type, "__enter__");
}

void WithExitOp::infer(Inference &) {}
void WithExitOp::annotate(Inference &in) {
  auto enter = getExit().getDefiningOp<WithEnterOp>();
  Thing *type = enter ? noteReceiver(in, *this, enter.getManager()) : nullptr;
  std::optional<unsigned> place = type ? type->placeOf("__exit__") : std::nullopt;
  if (!place || type->methods[*place].form != kPlainMethod)
    return;
  FuncOp function = in.functionsAt(*type, *place).only();
  if (!function)
    return;
  setSymbol(*this, "target", function);
  (*this)->setAttr("method", mlir::Builder(getContext()).getI32IntegerAttr(type->firstMethod + *place));
  (*this)->setAttr(kLookedUpAttr, type->methods[*place].name);
  noteCall(in, *this, function, /*first=*/0, /*positional=*/4);
}

} // namespace molt::py
