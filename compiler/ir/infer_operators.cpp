// What operators give.
#include "compiler/ir/inference.h"

#include "abi/object.h"

namespace molt::py {

using mlir::Value;

namespace {

std::string special(llvm::StringRef method) { return ("__" + method + "__").str(); }

bool isNumeric(Kinds kinds) { return kinds.has(Kind::Int) || kinds.has(Kind::Float) || kinds.has(Kind::Bool); }

void inferArithmetic(Inference &in, mlir::Operation *op, llvm::StringRef method, Value left, Value right,
                     Value result) {
  llvm::StringRef name = op->getName().stripDialect();
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
  if (name == "add" || name == "multiply")
    for (const Cell &operand : {a, b})
      if (llvm::StringRef type = in.onlyBytes(operand); !type.empty())
        in.flowBytes(op, 0, type, to);
  if (a.kinds.has(Kind::Instance))
    in.callMethod(special(method), {op, {a, b}, {}}, to);
  if (b.kinds.has(Kind::Instance) && !a.kinds.has(Kind::Instance))
    in.callMethod(("__r" + method + "__").str(), {op, {b, a}, {}}, to);
}

void inferComparison(Inference &in, mlir::Operation *op, llvm::StringRef method, Value left, Value right,
                     Value result) {
  Cell a = in.cell(left);
  if (!a.kinds.has(Kind::Instance))
    return in.flow(Kind::Bool, in.cell(result));
  Cell b = in.cell(right);
  in.callMethod(special(method), {op, {a, b}, {}}, in.cell(result));
  if (method == "ne") // where the class has no __ne__
    in.callMethod("__eq__", {op, {a, b}, {}}, in.cell(result));
  if (in.cell(result).kinds == Kinds())
    in.flow(Kind::Bool, in.cell(result));
}

void inferUnary(Inference &in, mlir::Operation *op, llvm::StringRef method, Value operand, Value result) {
  Cell cell = in.cell(operand);
  if (cell.kinds.has(Kind::Float))
    in.flow(Kind::Float, in.cell(result));
  if (cell.kinds.has(Kind::Int) || cell.kinds.has(Kind::Bool))
    in.flow(Kind::Int, in.cell(result));
  if (cell.kinds.has(Kind::Instance))
    in.callMethod(special(method), {op, {cell}, {}}, in.cell(result));
}

// An operator whose left operand is of a known class that has the method.
void annotateOperator(Inference &in, mlir::Operation *op, Value left, llvm::StringRef method, llvm::StringRef symbol) {
  for (Value operand : op->getOperands()) // an int next to bytes is no reason to expect another
    if (llvm::StringRef type = in.onlyBytes(in.cell(operand)); !type.empty())
      op->setAttr("native", mlir::StringAttr::get(op->getContext(), type));
  if (symbol.empty())
    return;
  noteMethodOf(in, op, left, special(method));
  op->setAttr("symbol", mlir::StringAttr::get(op->getContext(), symbol));
}

// Likewise a comparison; by identity, where neither operand's class has a method for it.
void annotateComparison(Inference &in, mlir::Operation *op, llvm::StringRef method, Value left, Value right) {
  Thing *type = noteReceiver(in, op, left);
  if (!type)
    return;
  mlir::Builder b(op->getContext());
  bool isEquality = method == "eq" || method == "ne";
  if (!isEquality)
    return noteKnownMethod(in, op, *type, special(method));
  if (type->familyLacks(kLacksEqual | kLacksNotEqual)) {
    Thing *other = in.receiverClass(in.cell(right));
    if (in.cell(right).kinds.is(Kind::None))
      op->setAttr("by_identity", type->known);
    else if (other && other->familyLacks(kLacksEqual | kLacksNotEqual))
      op->setAttr("by_identity", other->known);
  } else if (method == "ne" && type->familyLacks(kLacksNotEqual)) {
    op->setAttr("negated", b.getUnitAttr());
    noteKnownMethod(in, op, *type, "__eq__");
  } else {
    noteKnownMethod(in, op, *type, special(method));
  }
}

} // namespace

#define ARITHMETIC(Op, method)                                                                                         \
  void Op::infer(Inference &in) { inferArithmetic(in, *this, method, getLeft(), getRight(), getResult()); }
#define OPERATOR(Name, method, symbol)                                                                                 \
  ARITHMETIC(Name##Op, method)                                                                                         \
  ARITHMETIC(Inplace##Name##Op, method)                                                                                \
  void Name##Op::annotate(Inference &in) { annotateOperator(in, *this, getLeft(), method, symbol); }                   \
  void Inplace##Name##Op::annotate(Inference &) {}
#define COMPARISON(Name, method)                                                                                       \
  void Name##Op::annotate(Inference &in) { annotateComparison(in, *this, method, getLeft(), getRight()); }            \
  void Name##Op::infer(Inference &in) { inferComparison(in, *this, method, getLeft(), getRight(), getResult()); }
#define UNARY(Name, method)                                                                                            \
  void Name##Op::annotate(Inference &in) { noteMethodOf(in, *this, getOperand(), special(method)); }                  \
  void Name##Op::infer(Inference &in) { inferUnary(in, *this, method, getOperand(), getResult()); }
#include "compiler/ir/operators.def"
#undef ARITHMETIC

} // namespace molt::py
