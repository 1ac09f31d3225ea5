// The special forms of variables that functions share: what a cell holds is looked at where it is.
//
// A number is taken without a count, and replaces one. Anything else is borrowed from the cell until something runs that could
// bind the variable (Specializer::settle). Where it is unbound, the general form raises.
//
// A function that is only called, and that a variable holds which is bound once (py-constant-cells), needs no count while it
// runs: who calls holds the cell, and what cell_contents takes out of one is kept by the runtime (runtime/types/cell.cpp).
#include "compiler/ir/special_forms.h"

namespace molt::py {

using mlir::Value;

static bool isOnlyCalled(Value value) {
  return !value.use_empty() && llvm::all_of(value.getUses(), [](mlir::OpOperand &use) {
    return mlir::isa<CallOp, CallKeywordsOp>(use.getOwner()) && use.getOperandNumber() == 0 &&
           (use.getOwner()->hasAttr("target") || use.getOwner()->hasAttr("targets"));
  });
}

Specialization LoadCellOp::specialize(Specializer &s) {
  if (!s.isLeft())
    return Specialization::general();
  mlir::OpBuilder &b = s.builder();
  if ((*this)->hasAttr("constant") && s.isHeld(getCell()) && isOnlyCalled(getValue())) {
    auto function = CellContentOp::create(b, getLoc(), getValue().getType(), s.word(getCell()));
    function->setAttr(kIsFunctionAttr, b.getUnitAttr());
    fallBackUnless(s, IsExactlyOp::create(b, getLoc(), b.getI1Type(), function, "type_function"), "is a function");
    s.setWord(0, Kinds::any(), function);
    return Specialization::done();
  }
  Value word = CellContentOp::create(b, getLoc(), getValue().getType(), s.word(getCell()));
  auto retained = [&](Specializer &path) {
    return RetainOp::create(path.builder(), getLoc(), word.getType(), word).getOwned();
  };
  s.fallBackIf(IsNullOp::create(b, getLoc(), b.getI1Type(), word), "is bound");
  auto [likely, orNone] = likelyOf(getValue());
  if (likely.isNumber()) {
    Value suits = makeTest(b, getLoc(), word, likely.one());
    llvm::StringRef guard = likely.is(Kind::Int) ? "holds an int" : "holds a float";
    s.divertIf(makeNot(s, suits), /*isRare=*/!orNone, guard,
               [&](Specializer &other) { other.setWord(0, Kinds::any(), retained(other)); });
    s.setResult(0, likely.one(), makeUnboxed(b, getLoc(), word, likely.one()));
  } else if (s.isHeld(getCell())) {
    s.setBorrowed(0, Kinds::any(), word);
  } else {
    s.setWord(0, Kinds::any(), retained(s));
  }
  return Specialization::done();
}

Specialization StoreCellOp::specialize(Specializer &s) {
  auto content = [&] {
    return CellContentOp::create(s.builder(), getLoc(), getCell().getType(), s.word(getCell())).getResult();
  };
  if (!requireQuiet(s, getValue(), content))
    return Specialization::general();
  StoreCellOp::create(s.builder(), getLoc(), s.word(getCell()), s.word(getValue()), /*quiet=*/true);
  return Specialization::done();
}

} // namespace molt::py
