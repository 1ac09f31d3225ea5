// Where values flow through variables, globals, classes, calls and attributes.
#include "compiler/ir/inference.h"
#include "compiler/ir/known_builtins.h"
#include "compiler/ir/math_functions.h"
#include "compiler/ir/remark.h"

#include "abi/object.h"

namespace molt::py {

using mlir::Value;

namespace {

void inferConstant(Inference &in, mlir::Attribute value, mlir::Operation *op, unsigned &count, Cell &to) {
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
  mlir::Attribute known = in.knownGlobal(getName());
  if (!known)
    known = in.constantGlobal(getName());
  if (llvm::StringRef builtin = knownBuiltin(getName()); !known && !builtin.empty() && !in.global(getName()))
    known = mlir::StringAttr::get(getContext(), builtin);
  if (known)
    (*this)->setAttr("known", known);
}
void StoreGlobalOp::annotate(Inference &in) {
  mlir::Attribute known = in.constantGlobal(getName());
  if (!known) {
    known = in.knownGlobal(getName());
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

// The name of the builtin that is called, if nothing in the module binds it.
static llvm::StringRef builtinOf(Inference &in, Value callee) {
  llvm::StringRef name;
  if (auto global = callee.getDefiningOp<LoadGlobalOp>())
    name = global.getName();
  else if (auto inClass = callee.getDefiningOp<LoadNameOp>())
    name = inClass.getName();
  return in.global(name) ? llvm::StringRef() : name;
}

static void inferCall(Inference &in, Value callee, const Inference::Call &call, Value result) {
  if (llvm::StringRef name = builtinOf(in, callee); !name.empty())
    in.callBuiltin(name, call, in.cell(result));
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
void CallLoadedOp::infer(Inference &in) {
  auto method = getCallee().getDefiningOp<LoadMethodOp>();
  if (!method)
    return;
  Inference::Call call = callOf(in, *this, getArguments(), getNames());
  call.arguments[0] = in.cell(method.getObject());
  in.callMethod(method.getName(), call, in.cell(getResult()));
}

void CallSuperOp::infer(Inference &in) {
  Thing &super = in.thing(*this, Thing::Super);
  for (Thing *type : Things(in.cell(getDefiningClass()).things))
    if (type->form == Thing::Class)
      super.type = type;
  in.flow(Cell(in.cell(getSelf())), super.value);
  in.flow(Kind::Other, super, in.cell(getResult()));
}

// ---- What their special forms want to know --------------------------------------------------------------------------

static void setSymbol(mlir::Operation *op, llvm::StringRef name, FuncOp function) {
  if (function)
    op->setAttr(name, mlir::FlatSymbolRefAttr::get(function.getSymNameAttr()));
}

// The known class of which the receiver is an instance.
static Thing *noteReceiver(Inference &in, mlir::Operation *op, Value object) {
  Thing *type = in.receiverClass(in.cell(object));
  if (type)
    op->setAttr("receiver", type->known);
  return type;
}

// One function is the `target`; of several, whose class decides at each call, `targets` are all.
static void noteKnownMethod(Inference &in, mlir::Operation *op, Thing &type, llvm::StringRef name, bool isGetter = false) {
  std::optional<unsigned> place = type.placeOf(name);
  if (!place || type.methods[*place].isGetter != isGetter)
    return;
  llvm::SmallVector<FuncOp> functions = in.functionsAt(type, *place);
  mlir::Builder b(op->getContext());
  if (functions.size() == 1) {
    setSymbol(op, "target", functions[0]);
    op->setAttr("method", b.getI32IntegerAttr(type.firstMethod + *place));
    noteCall(in, op, functions);
  } else if (!functions.empty() && in.areAlike(functions)) {
    llvm::SmallVector<mlir::Attribute> symbols;
    for (FuncOp function : functions)
      symbols.push_back(mlir::FlatSymbolRefAttr::get(function.getSymNameAttr()));
    op->setAttr("targets", b.getArrayAttr(symbols));
    op->setAttr("place", b.getI32IntegerAttr(*place));
    noteCall(in, op, functions);
  }
}

void noteMethodOf(Inference &in, mlir::Operation *op, Value object, llvm::StringRef name) {
  if (Thing *type = noteReceiver(in, op, object))
    noteKnownMethod(in, op, *type, name);
}

static void noteField(Inference &in, mlir::Operation *op, Value object, mlir::StringAttr name, bool isRead) {
  Thing *type = noteReceiver(in, op, object);
  if (!type)
    return;
  auto *field = llvm::find(*type->fields, name);
  if (field != type->fields->end())
    op->setAttr("field", mlir::Builder(op->getContext()).getI32IntegerAttr(field - type->fields->begin()));
  else if (isRead)
    noteKnownMethod(in, op, *type, name, /*isGetter=*/true);
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

// What the name stands for.
static void noteCallee(Inference &in, mlir::Operation *op, Value value) {
  const Cell &callee = in.cell(value);
  noteNative(op, in.onlyNative(callee));
  if (FuncOp function = in.onlyFunction(callee)) {
    setSymbol(op, "target", function);
    noteCall(in, op, function);
  }
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
  op->setAttr("method", mlir::Builder(op->getContext()).getI32IntegerAttr(type.firstMethod + *place));
}
void CallOp::annotate(Inference &in) { noteCallee(in, *this, getCallee()); }
void CallKeywordsOp::annotate(Inference &in) { noteCallee(in, *this, getCallee()); }
void CallMethodOp::annotate(Inference &in) {
  noteMethodOf(in, *this, getArguments()[0], getName());
  noteNativeAttribute(in, *this, getArguments()[0], getName());
}
void CallLoadedOp::annotate(Inference &in) {
  auto method = getCallee().getDefiningOp<LoadMethodOp>();
  if (!method)
    return;
  noteMethodOf(in, *this, method.getObject(), method.getName());
  noteNativeAttribute(in, *this, method.getObject(), method.getName());
}
void LoadMethodOp::annotate(Inference &in) {
  noteMethodOf(in, *this, getObject(), getName());
  noteNativeAttribute(in, *this, getObject(), getName());
}
void GetAttributeOp::annotate(Inference &in) {
  noteField(in, *this, getObject(), getNameAttr(), true);
  noteNativeAttribute(in, *this, getObject(), getName());
}
void SetAttributeOp::annotate(Inference &in) { noteField(in, *this, getObject(), getNameAttr(), false); }

void BuildClassOp::annotate(Inference &in) {
  Thing &type = in.thing(*this, Thing::Class);
  if (!type.known) {
    if (type.built && isExplaining(*this))
      (*this)->setAttr(kUnknownClassAttr, mlir::StringAttr::get(getContext(), in.reasonAgainstKnowing(type)));
    return;
  }
  mlir::OpBuilder b(getContext());
  b.setInsertionPointAfter(*this);
  llvm::SmallVector<mlir::Attribute> names, functions, getters;
  auto symbol = [&](FuncOp function) { return mlir::FlatSymbolRefAttr::get(function.getSymNameAttr()); };
  for (const Method &method : type.methods) {
    names.push_back(method.name);
    functions.push_back(method.function && !method.isGetter ? mlir::Attribute(symbol(method.function)) : b.getUnitAttr());
    getters.push_back(method.function && method.isGetter ? mlir::Attribute(symbol(method.function)) : b.getUnitAttr());
  }
  RegisterClassOp::create(b, getLoc(), getResult(), type.known, type.base ? type.base->known : ClassAttr(), *type.fields,
                          b.getArrayAttr(names), b.getArrayAttr(functions), b.getArrayAttr(getters), type.firstMethod);
}

// ---- Attributes and modules -----------------------------------------------------------------------------------------

void GetAttributeOp::infer(Inference &in) {
  in.flowAttribute(*this, Cell(in.cell(getObject())), getName(), in.cell(getValue()));
}
void SetAttributeOp::infer(Inference &in) {
  in.storeAttribute(Cell(in.cell(getObject())), getName(), Cell(in.cell(getValue())));
}

// `import a.b` gives a; with names to take out of it, a.b. A relative name is not followed.
void ImportOp::infer(Inference &in) {
  if (getLevel() != 0)
    return;
  llvm::StringRef name = getName();
  if (!getFromNames())
    name = name.split('.').first;
  Thing *module = in.module(name);
  if (!module && name == kMathModule)
    module = in.native(name);
  if (module)
    in.flow(Kind::Other, *module, in.cell(getModule()));
}
void ImportFromOp::infer(Inference &in) {
  in.flowAttribute(*this, Cell(in.cell(getModule())), getName(), in.cell(getValue()));
}

void WithEnterOp::infer(Inference &in) {
  in.callMethod("__enter__", {*this, {in.cell(getManager())}, {}}, in.cell(getValue()));
}

} // namespace molt::py
