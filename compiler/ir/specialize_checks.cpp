// Checks of annotations (--type-hints=check): where the kind is known, there is nothing to do. And of events in loops.
#include "compiler/ir/special_forms.h"

namespace molt::py {

// So a loop has no call just for this, and what it reads stays in registers.
Specialization PollOp::specialize(Specializer &s) {
  if (!s.isLeft())
    return Specialization::general();
  s.fallBackIf(HasEventsOp::create(s.builder(), getLoc(), s.builder().getI1Type()), /*guard=*/"");
  return Specialization::done();
}

Specialization CheckTypeOp::specialize(Specializer &s) {
  Kinds allowed = Kinds::fromBits(getKinds()), known = s.kindsOf(getValue());
  if (known.isOne() && known.one() < Kind::Instance && allowed.has(known.one())) {
    s.explain("the annotation is known to be right");
    return Specialization::done();
  }
  for (Kind kind : {Kind::Int, Kind::Float, Kind::Bool, Kind::Str, Kind::List, Kind::Dict, Kind::Tuple})
    if (allowed.has(kind) && known.has(kind) && likelyKinds(getValue()).is(kind))
      return Specialization::test(getValue(), kind, /*isLikely=*/true);
  return Specialization::general().because("the annotation is checked by the runtime");
}

} // namespace molt::py
