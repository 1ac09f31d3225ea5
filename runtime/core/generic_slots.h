// The slot functions of classes that define special methods in Python: each looks its method up and
// calls it (see generic_slots.cpp).
#pragma once

#include "runtime/core/descriptors.h"
#include "runtime/core/operators.h"

namespace molt {

template <BinaryOperator operation> Result<Owned<>> genericBinary(Borrowed<> left, Borrowed<> right);
template <BinaryOperator operation> Result<Owned<>> genericInplace(Borrowed<> left, Borrowed<> right);
Result<Owned<>> genericPower(Borrowed<> base, Borrowed<> exponent, Borrowed<> modulus);
Result<Owned<>> genericNegative(Borrowed<> self);
Result<Owned<>> genericPositive(Borrowed<> self);
Result<Owned<>> genericAbsolute(Borrowed<> self);
Result<Owned<>> genericInvert(Borrowed<> self);
Result<Owned<>> genericInt(Borrowed<> self);
Result<Owned<>> genericFloat(Borrowed<> self);
Result<Owned<>> genericIndex(Borrowed<> self);
Result<bool> genericTruth(Borrowed<> self);
Result<bool> boolResult(Borrowed<> result); // of __bool__
Result<int64_t> genericLength(Borrowed<> self);
Result<int64_t> lengthResult_py(Borrowed<> result); // of __len__
Result<Owned<>> genericGetItem(Borrowed<> self, Borrowed<> key);
Result<void> genericSetItem(Borrowed<> self, Borrowed<> key, Borrowed<> value);
Result<bool> genericContains(Borrowed<> self, Borrowed<> item);
Result<Owned<Str>> genericRepr(Borrowed<> self);
Result<Owned<Str>> genericStr(Borrowed<> self);
Result<int64_t> genericHash(Borrowed<> self);
Result<Owned<>> genericCall(Borrowed<> self, const Value *arguments, uint64_t positionalCount,
                            Borrowed<Tuple> names);
Result<Owned<>> genericGetAttribute(Borrowed<> self, Borrowed<Str> name);
Result<void> genericSetAttribute(Borrowed<> self, Borrowed<Str> name, Borrowed<> value);
Result<Owned<>> genericCompare(Borrowed<> left, Borrowed<> right, Comparison operation);
Result<Owned<>> genericIter(Borrowed<> self);
Result<Owned<>> genericNext(Borrowed<> self);
Result<Owned<>> genericDescriptorGet(Borrowed<> self, Borrowed<> object, Borrowed<> owner);
Result<void> genericDescriptorSet(Borrowed<> self, Borrowed<> object, Borrowed<> value);
Result<void> genericInit(Borrowed<> self, const Value *arguments, uint64_t positionalCount,
                         Borrowed<Tuple> names);
Result<Owned<>> genericNew(Borrowed<Type> type, const Value *arguments, uint64_t positionalCount,
                           Borrowed<Tuple> names);
void genericFinalize(Object *self);

// Calls what a type lookup found, with self first: descriptor's __get__ is only run when needed.
Result<Owned<>> callFound_py(Borrowed<> found, Borrowed<> self, const Value *arguments,
                             uint64_t positionalCount, Borrowed<Tuple> names);
// type(self).name(self, arguments). Exhausted: the type has no such method.
Result<Owned<>> callTypeMethod_py(Borrowed<> self, Borrowed<Str> name, const Value *arguments,
                                  uint64_t count);

} // namespace molt
