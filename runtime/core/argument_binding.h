// Binding the arguments of a call to the parameters of a compiled function (see argument_binding.cpp).
#pragma once

#include "runtime/core/errors.h"

namespace molt {

// The values of all parameters, in the order of abi/object.h. Borrowed from the caller, the function's
// defaults, and from what this object owns (*args, **kwargs).
class BoundArguments {
  static constexpr uint64_t kInline = 12;
  Value inline_[kInline];
  Value *values_ = inline_;
  uint64_t count_;
  Owned<Tuple> varArgs_;
  Owned<Dict> varKeywords_;

public:
  explicit BoundArguments(const Code *code);
  BoundArguments(const BoundArguments &) = delete;
  ~BoundArguments();
  Result<void> bind(Borrowed<Function> function, const Value *arguments, uint64_t positionalCount,
                    Borrowed<Tuple> names);
  const Value *values() const { return values_; }
  uint64_t count() const { return count_; }

private:
  Result<void> bindKeywords(Borrowed<Function> function, const Value *values, Borrowed<Tuple> names);
  Result<void> bindDefaults(Borrowed<Function> function);
  Result<void> bindKeywordDefaults(Borrowed<Function> function);
};

} // namespace molt
