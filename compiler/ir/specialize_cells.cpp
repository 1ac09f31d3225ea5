// The special forms of variables that functions share: what a cell holds is looked at where it is.
//
// A number is taken without a count, and replaces one. Anything else is borrowed from the cell until something runs that could
// bind the variable (Specializer::settle). Where it is unbound, the general form raises.
#include "compiler/ir/special_forms.h"

namespace molt::py {

using mlir::Value;

Specialization LoadCellOp::specialize(Specializer &s) {
  if (!s.isLeft())
    return Specialization::general();
  mlir::OpBuilder &b = s.builder();
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
