// Calls: of anything, and of compiled functions.

#include "runtime/core/call.h"

#include "runtime/core/argument_binding.h"
#include "runtime/core/containers.h"
#include "runtime/core/descriptors.h"
#include "runtime/core/str_literal.h"

#include <cstring>

namespace molt {

// ---- Compiled functions -----------------------------------------------------------------------------

namespace {

constexpr uint32_t kAnyGenerator = kIsGenerator | kIsCoroutine | kIsAsyncGenerator;
constexpr uint32_t kNeedsBinding = kAnyGenerator | kHasVarArgs | kHasVarKeywords;

Result<Owned<>> resultOf(uint64_t bits) { return Owned<>::steal(Value::fromBits(bits)); }

Result<Owned<>> startGenerator(Borrowed<Function> function, const Value *values, uint64_t count) {
  Owned<> made = molt_make_generator(function);
  Value *slots = made.borrow().as<Generator>()->slots();
  for (uint64_t i = 0; i < count; ++i) {
    retain(values[i]);
    slots[i] = values[i];
  }
  return made;
}

[[gnu::noinline]] Result<Owned<>> bindAndEnter_py(Borrowed<Function> function, const Value *arguments,
                                                  uint64_t positionalCount, Borrowed<Tuple> names) {
  NativeStep step(200);
  const Code *code = function->code;
  if ((code->flags & kNeedsBinding & ~(kIsCoroutine | kIsAsyncGenerator)) == kIsGenerator && !names &&
      positionalCount == code->positionalCount && !code->keywordOnlyCount)
    return startGenerator(function, arguments, positionalCount);
  BoundArguments bound(code);
  TRY(bound.bind(function, arguments, positionalCount, names));
  if (code->flags & kAnyGenerator)
    return startGenerator(function, bound.values(), bound.count());
  auto entry = reinterpret_cast<CodeEntry>(code->entry.get());
  return resultOf(entry(function.get(), bound.values()));
}

[[gnu::noinline]] Raised raiseTooDeep() {
  --runtime().depth;
  return raiseRecursion("");
}

} // namespace

Result<Owned<>> callFunction_py(Borrowed<Function> function, const Value *arguments,
                                uint64_t positionalCount, Borrowed<Tuple> names) {
  Runtime &current = runtime();
  if (__builtin_expect(++current.depth > current.depthLimit || pythonRecursionIsDeep(), 0))
    return raiseTooDeep();
  if (__builtin_expect(current.collectionWanted, 0))
    runSafePoint_py();
  const Code *code = function->code;
  Result<Owned<>> result =
      positionalCount == code->positionalCount && !names &&
              !((code->flags & kNeedsBinding) | code->keywordOnlyCount)
          ? resultOf(reinterpret_cast<CodeEntry>(code->entry.get())(function.get(), arguments))
          : bindAndEnter_py(function, arguments, positionalCount, names);
  --current.depth;
  return result;
}

// ---- Anything ---------------------------------------------------------------------------------------

bool isCallable(Borrowed<> value) { return typeOf(value)->call != nullptr; }

Result<Owned<>> call_py(Borrowed<> callee, const Value *arguments, uint64_t positionalCount,
                        Borrowed<Tuple> names) {
  Type *type = typeOf(callee);
  if (type == &molt_type_function)
    return callFunction_py(callee.as<Function>(), arguments, positionalCount, names);
  if (__builtin_expect(!type->call, 0))
    return raise(TypeError, "'%T' object is not callable", callee);
  NativeStep step(500);
  return type->call(callee, arguments, positionalCount, names);
}

Result<Owned<>> callSpread_py(Borrowed<> callee, Borrowed<Tuple> positional, Borrowed<> keywords) {
  uint64_t keywordCount = keywords ? dictLength(keywords.as<Dict>()) : 0;
  if (!keywordCount)
    return call_py(callee, positional->items(), positional->length);
  constexpr uint64_t kFew = 16;
  Value few[kFew];
  uint64_t total = positional->length + keywordCount;
  Owned<Tuple> names = makeUnfilledTuple(keywordCount);
  Value *all = total <= kFew ? few : allocateArray<Value>(total);
  std::memcpy(static_cast<void *>(all), positional->items(), positional->length * sizeof(Value));
  uint64_t position = 0, at = 0;
  Borrowed<> key, value;
  bool allStr = true;
  while (dictNext(keywords.as<Dict>(), &position, &key, &value)) {
    allStr &= isStr(key);
    names->items()[at] = Owned<>::retain(key).intoValue();
    // The callee could empty the dict.
    all[positional->length + at++] = Owned<>::retain(value).intoValue();
  }
  Result<Owned<>> result = Raised{};
  if (allStr)
    result = call_py(callee, all, positional->length, names);
  else
    (void)raise(TypeError, "keywords must be strings");
  for (uint64_t i = positional->length; i < total; ++i)
    release(all[i]);
  if (all != few)
    releaseArray(all, total);
  return result;
}

Borrowed<> ArgumentView::keyword(const char *name) const {
  for (uint64_t i = 0; i < keywordCount(); ++i)
    if (strEqual(Borrowed<Str>(names->items()[i]), name))
      return Borrowed<>(values[positionalCount + i]);
  return {};
}

Result<void> rejectKeywords(const char *name, Borrowed<Tuple> names) {
  if (names && names->length)
    return raise(TypeError, "%s() takes no keyword arguments", name);
  return {};
}

Result<void> checkPositionalCount(const char *name, uint64_t count, uint64_t least, uint64_t most) {
  if (count >= least && count <= most)
    return {};
  uint64_t wanted = count < least ? least : most;
  return raise(TypeError, "%s expected %s%zu argument%s, got %zu", name,
               least == most ? "" : count < least ? "at least " : "at most ", wanted,
               wanted == 1 ? "" : "s", count);
}

} // namespace molt
