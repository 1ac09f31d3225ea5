// What flows into containers and out of them, and what operators give.
#include "compiler/ir/inference.h"

namespace molt::py {

using mlir::Value;

// ---- Displays ------------------------------------------------------------------------------------------------------------

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

// ---- Subscripts ----------------------------------------------------------------------------------------------------------

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

// ---- Unpacking and iteration -----------------------------------------------------------------------------------------------

void UnpackOp::infer(Inference &in) {
  Cell value = in.cell(getValue());
  if (value.kinds.has(Kind::Str))
    for (Value item : getItems())
      in.flow(Kind::Str, in.cell(item));
  for (Thing *thing : value.things)
    for (auto [index, item] : llvm::enumerate(getItems())) {
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

// ---- Operators ---------------------------------------------------------------------------------------------------------------

namespace {

bool isNumeric(Kinds kinds) { return kinds.has(Kind::Int) || kinds.has(Kind::Float) || kinds.has(Kind::Bool); }

// The special method of an operator's op: py.true_divide's is __truediv__.
std::string methodOf(llvm::StringRef op) {
  constexpr std::pair<llvm::StringLiteral, llvm::StringLiteral> others[] = {
      {"subtract", "sub"},       {"multiply", "mul"},   {"true_divide", "truediv"}, {"floor_divide", "floordiv"},
      {"modulo", "mod"},         {"power", "pow"},      {"shift_left", "lshift"},   {"shift_right", "rshift"},
      {"bit_and", "and"},        {"bit_or", "or"},      {"bit_xor", "xor"},         {"less", "lt"},
      {"less_equal", "le"},      {"equal", "eq"},       {"not_equal", "ne"},        {"greater", "gt"},
      {"greater_equal", "ge"},   {"negative", "neg"},   {"positive", "pos"}};
  for (auto [name, method] : others)
    if (op == name)
      return ("__" + method + "__").str();
  return ("__" + op + "__").str();
}

void inferArithmetic(Inference &in, mlir::Operation *op, llvm::StringRef name, Value left, Value right, Value result) {
  Cell a = in.cell(left), b = in.cell(right);
  Cell &to = in.cell(result);
  bool isInplace = name.consume_front("inplace_");
  if (isNumeric(a.kinds) && isNumeric(b.kinds)) {
    bool isFloat = a.kinds.has(Kind::Float) || b.kinds.has(Kind::Float) || name == "true_divide";
    bool isInt = !a.kinds.is(Kind::Float) && !b.kinds.is(Kind::Float) && name != "true_divide";
    if (isFloat)
      in.flow(Kind::Float, to);
    if (isInt)
      in.flow(Kind::Int, to);
  }
  if (a.kinds.has(Kind::Str) && (name == "add" || name == "modulo" || name == "multiply"))
    in.flow(Kind::Str, to);
  bool isSequence = a.kinds.has(Kind::List) || a.kinds.has(Kind::Tuple);
  if (isSequence && isInplace && a.kinds.has(Kind::List)) {
    in.flow(a, to);
    for (Thing *thing : a.things)
      in.flowItems(b, thing->element);
  } else if (isSequence && (name == "add" || name == "multiply")) {
    Thing &made = in.thing(op, Thing::Sequence);
    in.flow(a.kinds.has(Kind::List) ? Kind::List : Kind::Tuple, made, to);
    in.flowItems(a, made.element);
    in.flowItems(b, made.element);
  }
  if (a.kinds.has(Kind::Instance))
    in.callMethod(methodOf(name), {op, {a, b}, {}}, to);
  if (b.kinds.has(Kind::Instance) && !a.kinds.has(Kind::Instance))
    in.callMethod("__r" + methodOf(name).substr(2), {op, {b, a}, {}}, to);
}

void inferComparison(Inference &in, mlir::Operation *op, llvm::StringRef name, Value left, Value right, Value result) {
  Cell a = in.cell(left);
  if (!a.kinds.has(Kind::Instance))
    return in.flow(Kind::Bool, in.cell(result));
  Cell before = in.cell(result);
  in.callMethod(methodOf(name), {op, {a, in.cell(right)}, {}}, in.cell(result));
  if (in.cell(result).kinds == Kinds())
    in.flow(Kind::Bool, in.cell(result));
}

void inferUnary(Inference &in, mlir::Operation *op, llvm::StringRef name, Value operand, Value result) {
  Cell cell = in.cell(operand);
  if (cell.kinds.has(Kind::Float))
    in.flow(Kind::Float, in.cell(result));
  if (cell.kinds.has(Kind::Int) || cell.kinds.has(Kind::Bool))
    in.flow(Kind::Int, in.cell(result));
  if (cell.kinds.has(Kind::Instance))
    in.callMethod(methodOf(name), {op, {cell}, {}}, in.cell(result));
}

} // namespace

namespace {

constexpr std::pair<llvm::StringLiteral, llvm::StringLiteral> kSymbols[] = {
    {"add", "+"},           {"subtract", "-"}, {"multiply", "*"},    {"true_divide", "/"},  {"floor_divide", "//"},
    {"modulo", "%"},        {"bit_and", "&"},  {"bit_or", "|"},      {"bit_xor", "^"},      {"shift_left", "<<"},
    {"shift_right", ">>"}};

// Operators whose left operand is of a known class that has the method.
void annotateOperator(Inference &in, mlir::Operation *op, Value left) {
  llvm::StringRef name = op->getName().stripDialect();
  auto *symbol = llvm::find_if(kSymbols, [&](auto &one) { return one.first == name; });
  if (symbol == std::end(kSymbols))
    return;
  noteMethodOf(in, op, left, methodOf(name));
  op->setAttr("symbol", mlir::StringAttr::get(op->getContext(), symbol->second));
}

} // namespace

#define ARITHMETIC(Op)                                                                                                 \
  void Op::annotate(Inference &in) { annotateOperator(in, *this, getLeft()); }                                         \
  void Op::infer(Inference &in) {                                                                                      \
    inferArithmetic(in, *this, (*this)->getName().stripDialect(), getLeft(), getRight(), getResult());                 \
  }
#define OPERATOR(Name) ARITHMETIC(Name##Op) ARITHMETIC(Inplace##Name##Op)
OPERATOR(Add)
OPERATOR(Subtract)
OPERATOR(Multiply)
OPERATOR(TrueDivide)
OPERATOR(FloorDivide)
OPERATOR(Modulo)
OPERATOR(Power)
OPERATOR(ShiftLeft)
OPERATOR(ShiftRight)
OPERATOR(BitAnd)
OPERATOR(BitOr)
OPERATOR(BitXor)
#undef OPERATOR
#undef ARITHMETIC

#define COMPARISON(Op)                                                                                                 \
  void Op::annotate(Inference &) {}                                                                                    \
  void Op::infer(Inference &in) {                                                                                      \
    inferComparison(in, *this, (*this)->getName().stripDialect(), getLeft(), getRight(), getResult());                 \
  }
COMPARISON(LessOp)
COMPARISON(LessEqualOp)
COMPARISON(EqualOp)
COMPARISON(NotEqualOp)
COMPARISON(GreaterOp)
COMPARISON(GreaterEqualOp)
#undef COMPARISON

#define UNARY(Op)                                                                                                      \
  void Op::infer(Inference &in) {                                                                                      \
    inferUnary(in, *this, (*this)->getName().stripDialect(), getOperand(), getResult());                               \
  }
UNARY(NegativeOp)
UNARY(PositiveOp)
UNARY(InvertOp)
#undef UNARY

} // namespace molt::py
