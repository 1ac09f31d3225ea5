// The special forms of `with` on instances of known classes: __enter__ and __exit__ are called directly. What an exception
// leads to stays general.
#include "compiler/ir/fast_call.h"

namespace molt::py {

using mlir::Value;

// The class alone decides; both methods are looked up before one is called.
Specialization WithEnterOp::specialize(Specializer &s) {
  FastCall call{*this, getOperation()->getOperands()};
  auto exit = (*this)->getAttrOfType<mlir::IntegerAttr>("exit_method");
  if (!exit || !call.exists())
    return Specialization::general();
  if (auto answer = needInstance(s, getManager(), (*this)->getAttrOfType<ClassAttr>("receiver")))
    return *answer;
  if (auto answer = needsTest(s, call))
    return *answer;
  requireIntactClasses(s);
  requireCall(s);
  s.settle();
  mlir::OpBuilder &b = s.builder();
  Value self = s.word(getManager());
  Value method = KnownMethodOp::create(b, getLoc(), self.getType(), exit);
  s.setWord(1, Kinds::any(), RetainOp::create(b, getLoc(), self.getType(), method).getOwned());
  s.setWord(2, s.kindsOf(getManager()), RetainOp::create(b, getLoc(), self.getType(), self).getOwned());
  return makeCall(s, call, calledMethod(s, call, getManager()));
}

Specialization WithExitOp::specialize(Specializer &s) {
  llvm::SmallVector<Value, 4> arguments{getSelf(), getNone(), getNone(), getNone()};
  FastCall call{*this, arguments};
  auto receiver = (*this)->getAttrOfType<ClassAttr>("receiver");
  if (!receiver || !call.exists())
    return Specialization::general();
  if (auto answer = needInstance(s, getSelf(), receiver))
    return *answer;
  if (auto answer = needsTest(s, call))
    return *answer;
  requireIntactClasses(s);
  mlir::OpBuilder &b = s.builder();
  Value isIt = IsOp::create(b, getLoc(), b.getI1Type(), s.word(getExit()), methodOf(s, *this, {}));
  fallBackUnless(s, isIt, "is that method", getExit());
  requireCall(s);
  s.settle();
  return makeCall(s, call, call.plain() ? Value() : s.word(getExit()));
}

} // namespace molt::py
