// See abi/object.h for who does what between the runtime and a generator's compiled code.
//
// `yield from` is compiled to a loop around molt_delegate_py: throw() and close() only resume the
// outermost generator with an exception pending, and its delegate_py hands that on.
#include "runtime/types/generator.h"

#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/exception.h"
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"
#include "runtime/modules/uncaught.h"
#include "runtime/types/generic_alias.h"
#include "runtime/types/traceback.h"

#include <cstring>

namespace molt {

namespace {

Generator *asGenerator(Borrowed<> self) { return static_cast<Generator *>(self.value().asObject()); }
const Code *codeOf(const Generator *self) { return self->function->code; }
bool isGenerator(Borrowed<> value) { return isExactly(value, molt_type_generator); }

// Null the slots one by one: releasing can run code that looks at the generator.
void releaseFrame(Generator *self) {
  if (!self->function)
    return;
  bool isReversed = runtime().pythonMinor >= 14;
  for (uint32_t i = 0, count = codeOf(self)->frameSlots; i < count; ++i)
    setField(self->slots()[isReversed ? count - 1 - i : i], {});
  self->delegate = Value();
}

void finish(Generator *self) {
  self->state = GeneratorState::kFinished;
  setField(self->handled, {});
  releaseFrame(self);
}

// What the generator handles stands in for what its caller handles while it runs.
class HandledSwap {
  Generator *generator_;
  Value callerHandled_, savedOuter_;

public:
  explicit HandledSwap(Generator *generator) : generator_(generator) {
    Runtime &current = runtime();
    callerHandled_ = current.handled;
    savedOuter_ = std::exchange(current.outerHandled, callerHandled_);
    Value own = std::exchange(generator->handled, Value());
    current.handled = own.isNull() ? Owned<>::retain(Borrowed<>(callerHandled_)).intoValue() : own;
  }
  HandledSwap(const HandledSwap &) = delete;
  ~HandledSwap() {
    Runtime &current = runtime();
    Owned<> inner = Owned<>::steal(std::exchange(current.handled, callerHandled_));
    current.outerHandled = savedOuter_;
    if (generator_->state == GeneratorState::kSuspended && inner.value() != callerHandled_)
      generator_->handled = inner.intoValue();
  }
};

// A generator that has ended while it handled an exception.
void clearHandled(Runtime &current) { Owned<>::steal(std::exchange(current.handled, Value())); }

// A StopIteration that leaves the body becomes a RuntimeError, with it as cause and context.
Raised replaceStopIteration() {
  Owned<> stop = takePending();
  (void)raise(RuntimeError, "generator raised StopIteration");
  ExceptionObject *error = asException(pendingException());
  setField(error->cause, stop);
  setField(error->context, stop);
  error->flags |= kSuppressContext;
  return Raised{};
}

Result<Owned<>> runStep_py(Generator *self, Value sent) {
  HandledSwap swap(self);
  if (sent.isNull() && handledException() && handledException().value() != runtime().outerHandled) {
    Owned<> thrown = takePending();
    (void)raiseInstance(thrown);
  }
  self->state = GeneratorState::kRunning;
  auto resume = reinterpret_cast<ResumeEntry>(codeOf(self)->resume.get());
  Owned<> result = Owned<>::steal(Value::fromBits(resume(self, sent.bits())));
  if (self->state == GeneratorState::kRunning) {
    self->state = GeneratorState::kSuspended;
    return result;
  }
  assert(self->state == GeneratorState::kFinished);
  if (!result)
    return Raised{};
  setField(runtime().stopValue, isNone(result) ? Borrowed<>() : result.borrow());
  return ownedExhausted();
}

} // namespace

// What is not usual about a step: the generator has ended, or yields where it handles an exception. `result`: of its code.
[[gnu::noinline]] static Result<Owned<>> finishPlainStep_py(Runtime &current, Generator *self, Owned<> result) {
  Owned<Generator> kept = Owned<Generator>::steal(self);
  if (self->state == GeneratorState::kRunning) {
    self->state = GeneratorState::kSuspended;
    self->handled = std::exchange(current.handled, Value());
    return result;
  }
  clearHandled(current);
  if (result) {
    setField(current.stopValue, isNone(result) ? Borrowed<>() : result.borrow());
    return ownedExhausted();
  }
  return pendingMatches(StopIteration) ? replaceStopIteration() : Raised{};
}

// Neither the generator nor its caller handles an exception, and all that may hold a generator back has been asked.
static inline Result<Owned<>> resumePlainly_py(Runtime &current, Generator *self, Borrowed<> sent) {
  ++current.depth;
  ++self->refcount;
  Value outer = std::exchange(current.outerHandled, Value());
  self->state = GeneratorState::kRunning;
  auto resume = reinterpret_cast<ResumeEntry>(codeOf(self)->resume.get());
  Owned<> result = Owned<>::steal(Value::fromBits(resume(self, sent.bits())));
  current.outerHandled = outer;
  --current.depth;
  bool isPlain = self->state == GeneratorState::kRunning && current.handled.isNull() && self->refcount > 1;
  if (__builtin_expect(!isPlain, 0))
    return finishPlainStep_py(current, self, std::move(result));
  self->state = GeneratorState::kSuspended;
  --self->refcount;
  return result;
}

// What `generator` delegates to, where its own code has nothing to do before that goes on.
static inline Generator *plainDelegate(const Generator *generator) {
  if (generator->delegate.isNull() || !isGenerator(Borrowed<>(generator->delegate)))
    return nullptr;
  auto *delegate = static_cast<Generator *>(generator->delegate.asObject());
  return delegate->state == GeneratorState::kSuspended && delegate->handled.isNull() ? delegate : nullptr;
}

// Generators that stand in `yield from` one in another: the innermost one goes on, and the others only if it ends or raises. Each
// counts for the depth. Otherwise as resumePlainly_py, which it is for one.
static Result<Owned<>> resumeChain_py(Runtime &current, Generator *outermost, Generator *delegate, Borrowed<> sent) {
  constexpr unsigned kMost = 64; // longer chains go on by the innermost of these
  Generator *chain[kMost];
  unsigned count = 0;
  Generator *inner = outermost;
  uint32_t depth = current.depth;
  for (; delegate && count < kMost && depth + count < current.depthLimit; delegate = plainDelegate(inner)) {
    chain[count++] = inner;
    inner->state = GeneratorState::kRunning;
    inner = delegate;
  }
  if (!count)
    return resumePlainly_py(current, outermost, sent);
  Owned<Generator> kept = Owned<Generator>::retain(Borrowed<Generator>(outermost)); // and it keeps the others
  Value outer = std::exchange(current.outerHandled, Value());
  current.depth = depth + count;
  auto orNull = [](Result<Owned<>> step) { return step.raised() ? Owned<>() : step.take(); };
  Owned<> result = orNull(resumeGenerator_py(Borrowed<Generator>(inner), sent));
  while (count && (!result || isExhausted(result))) {
    Owned<> error = result ? Owned<>() : takePending();
    Generator *parent = chain[--count];
    current.depth = depth + count;
    current.endedDelegate = inner;
    current.delegateError = error.intoValue();
    parent->state = GeneratorState::kSuspended;
    result = orNull(resumePlainly_py(current, parent, sent));
    inner = parent;
  }
  while (count)
    chain[--count]->state = GeneratorState::kSuspended;
  current.depth = depth;
  current.outerHandled = outer;
  return result ? Result<Owned<>>(std::move(result)) : Result<Owned<>>(Raised{});
}

// What has come of a delegate that resumeChain_py resumed.
static Result<Owned<>> takeOutcome(Runtime &current) {
  current.endedDelegate = nullptr;
  Owned<> error = Owned<>::steal(std::exchange(current.delegateError, Value()));
  return error ? Result<Owned<>>(restorePending(std::move(error))) : Result<Owned<>>(ownedExhausted());
}

Result<Owned<>> resumeGenerator_py(Borrowed<Generator> generator, Borrowed<> sent) {
  Generator *self = generator.get();
  if (__builtin_expect(self->state == GeneratorState::kRunning, 0)) {
    if (!sent)
      clearPending();
    return raise(ValueError, "generator already executing");
  }
  if (self->state == GeneratorState::kFinished) {
    if (!sent)
      return Raised{};
    return ownedExhausted();
  }
  Runtime &current = runtime();
  bool isPlain = current.handled.isNull() && self->handled.isNull() && sent && current.depth < current.depthLimit &&
                 !current.collectionWanted && !stackIsLow();
  if (__builtin_expect(isPlain, 1)) {
    Generator *delegate = plainDelegate(self);
    return delegate ? resumeChain_py(current, self, delegate, sent) : resumePlainly_py(current, self, sent);
  }
  if (__builtin_expect(++current.depth > current.depthLimit || stackIsLow(), 0)) {
    --current.depth;
    return raiseRecursion("");
  }
  if (__builtin_expect(current.collectionWanted, 0))
    runSafePoint_py();
  Owned<Generator> kept = Owned<Generator>::retain(generator);
  bool thrownAtStart = !sent && self->state == GeneratorState::kCreated;
  Result<Owned<>> result = runStep_py(self, sent.value());
  --current.depth;
  if (__builtin_expect(result.raised(), 0) && !thrownAtStart && pendingMatches(StopIteration))
    return replaceStopIteration();
  return result;
}

Result<Owned<>> closeGenerator_py(Borrowed<Generator> generator) {
  Owned<Generator> self = Owned<Generator>::retain(generator);
  if (self->state == GeneratorState::kCreated) {
    finish(self.get());
    return ownedNone();
  }
  if (self->state == GeneratorState::kFinished)
    return ownedNone();
  Owned<> exit = TRY(makeException(GeneratorExit, nullptr, 0));
  (void)restorePending(std::move(exit));
  Result<Owned<>> outcome = resumeGenerator_py(self, {});
  if (outcome.raised()) {
    if (clearIfMatches(GeneratorExit) || clearIfMatches(StopIteration))
      return ownedNone();
    return Raised{};
  }
  Owned<> value = outcome.take();
  if (!isExhausted(value))
    return raise(RuntimeError, "generator ignored GeneratorExit");
  Owned<> returned = Owned<>::steal(std::exchange(runtime().stopValue, Value()));
  return returned && runtime().pythonMinor >= 13 ? std::move(returned) : ownedNone();
}

// ---- Slots ------------------------------------------------------------------------------------------

namespace {

void destroyGenerator(Object *object) {
  Generator *self = static_cast<Generator *>(object);
  if (self->state != GeneratorState::kFinished) // else compiled code has emptied the frame
    finish(self);
  for (Value *field : {&self->name, &self->qualname})
    setField(*field, {});
  Owned<> function = Owned<>::steal(Value::fromObject(self->function.get()));
  self->function = nullptr;
}
void traverseGenerator(Object *object, Visitor &visitor) {
  Generator *self = static_cast<Generator *>(object);
  if (!self->function)
    return;
  visitor.visit(static_cast<Object *>(self->function.get()));
  visitor.visit(self->handled);
  visitor.visit(self->name);
  visitor.visit(self->qualname);
  visitor.visit(self->slots(), codeOf(self)->frameSlots);
}
void clearGenerator(Object *object) {
  Generator *self = static_cast<Generator *>(object);
  if (self->state != GeneratorState::kRunning)
    finish(self);
}

// A generator that is dropped while suspended runs its finally blocks.
void finalizeGenerator_py(Object *object) {
  Generator *self = static_cast<Generator *>(object);
  if (self->state != GeneratorState::kSuspended)
    return;
  PendingSaver saver;
  Result<Owned<>> closed = closeGenerator_py(Borrowed<Generator>(self));
  if (closed.raised())
    writeIgnored_py("while closing generator", Borrowed<Generator>(self));
}

Result<Owned<>> iterate(Borrowed<> self) { return Owned<>::retain(self); }
Result<Owned<>> nextItem_py(Borrowed<> self) { return resumeGenerator_py(self.as<Generator>(), none()); }

// What a step gave, as send() and throw() return it.
Result<Owned<>> asCallResult(Result<Owned<>> step) {
  Owned<> item = TRY(std::move(step));
  if (!isExhausted(item))
    return item;
  Owned<> value = Owned<>::steal(std::exchange(runtime().stopValue, Value()));
  return raiseStopIteration(value);
}

// ---- Methods ----------------------------------------------------------------------------------------

Result<Owned<>> send(Borrowed<> self, const Value *arguments, uint64_t count, Borrowed<Tuple> names) {
  TRY(rejectKeywords("generator.send", names));
  if (count != 1)
    return raise(TypeError, "generator.send() takes exactly one argument (%zu given)", count);
  if (asGenerator(self)->state == GeneratorState::kCreated && !isNone(Borrowed<>(arguments[0])))
    return raise(TypeError, "can't send non-None value to a just-started generator");
  return asCallResult(resumeGenerator_py(self.as<Generator>(), Borrowed<>(arguments[0])));
}

// The exception that throw(type, value, traceback) means, in any of its forms.
Result<Owned<>> thrownException_py(Borrowed<> type, Borrowed<> value, Borrowed<> traceback) {
  if (traceback && !isNone(traceback) && !isExactly(traceback, molt_type_traceback))
    return raise(TypeError, "throw() third argument must be a traceback object");
  Owned<> exception;
  if (isType(type) && type.as<Type>()->has(kTypeException)) {
    if (value && isException(value) && isSubtype(typeOf(value), type.as<Type>().get()))
      exception = Owned<>::retain(value);
    else if (!value || isNone(value))
      exception = TRY(call_py(type, nullptr, 0));
    else if (isTuple(value))
      exception = TRY(callSpread_py(type, value.as<Tuple>(), {}));
    else
      exception = TRY(call_py(type, {value}));
    if (!isException(exception))
      return raise(TypeError, "calling %R should have returned an instance of BaseException, not %R", type,
                   Value::unmarked(typeOf(exception)));
  } else if (isException(type)) {
    if (value && !isNone(value))
      return raise(TypeError, "instance exception may not have a separate value");
    exception = Owned<>::retain(type);
  } else {
    return raise(TypeError, "exceptions must be classes or instances deriving from BaseException, not %T", type);
  }
  if (traceback && !isNone(traceback))
    setField(asException(exception)->trace, traceback);
  return exception;
}

Result<Owned<>> throwInto(Borrowed<> self, const Value *arguments, uint64_t count, Borrowed<Tuple> names) {
  TRY(rejectKeywords("generator.throw", names));
  TRY(checkPositionalCount("throw", count, 1, 3));
  Owned<> exception =
      TRY(thrownException_py(Borrowed<>(arguments[0]), count > 1 ? Borrowed<>(arguments[1]) : Borrowed<>(),
                             count > 2 ? Borrowed<>(arguments[2]) : Borrowed<>()));
  (void)restorePending(std::move(exception));
  return asCallResult(resumeGenerator_py(self.as<Generator>(), {}));
}

Result<Owned<>> close(Borrowed<> self, const Value *, uint64_t count, Borrowed<Tuple> names) {
  TRY(rejectKeywords("generator.close", names));
  if (count)
    return raise(TypeError, "generator.close() takes no arguments (%zu given)", count);
  return closeGenerator_py(self.as<Generator>());
}

Result<Owned<>> classGetItem(Borrowed<> self, const Value *arguments, uint64_t count, Borrowed<Tuple>) {
  if (count != 1)
    return raise(TypeError, "generator.__class_getitem__() takes exactly one argument (%zu given)", count);
  return makeGenericAlias(self.as<Type>(), Borrowed<>(arguments[0]));
}

constexpr MethodDef kMethods[] = {
    {"send", send, 0, nullptr, "($self, value, /)"},
    {"throw", throwInto},
    {"close", close, 0, nullptr, "($self, /)"},
    {"__class_getitem__", classGetItem, kMethodClass},
    {nullptr, nullptr}};

// ---- Attributes -------------------------------------------------------------------------------------

Borrowed<> nameOf(const Generator *self) {
  if (!self->name.isNull())
    return Borrowed<>(self->name);
  const Function *function = self->function;
  return function->name.isNull() ? Borrowed<>(Borrowed<Str>(codeOf(self)->name.get())) : Borrowed<>(function->name);
}
Borrowed<> qualnameOf(const Generator *self) {
  if (!self->qualname.isNull())
    return Borrowed<>(self->qualname);
  const Function *function = self->function;
  return function->qualname.isNull() ? Borrowed<>(Borrowed<Str>(codeOf(self)->qualname.get()))
                                     : Borrowed<>(function->qualname);
}

Result<Owned<>> getName(Borrowed<> self) { return Owned<>::retain(nameOf(asGenerator(self))); }
Result<Owned<>> getQualname(Borrowed<> self) { return Owned<>::retain(qualnameOf(asGenerator(self))); }
Result<void> setName(Borrowed<> self, Borrowed<> value) {
  if (!value || !isStr(value))
    return raise(TypeError, "__name__ must be set to a string object");
  setField(asGenerator(self)->name, value);
  return {};
}
Result<void> setQualname(Borrowed<> self, Borrowed<> value) {
  if (!value || !isStr(value))
    return raise(TypeError, "__qualname__ must be set to a string object");
  setField(asGenerator(self)->qualname, value);
  return {};
}
Result<Owned<>> isRunning(Borrowed<> self) {
  return ownedBool(asGenerator(self)->state == GeneratorState::kRunning);
}
Result<Owned<>> isSuspended(Borrowed<> self) {
  return ownedBool(asGenerator(self)->state == GeneratorState::kSuspended);
}
Result<Owned<>> getCode(Borrowed<> self) {
  return Owned<>::retain(Borrowed<Code>(asGenerator(self)->function->code.get()));
}
Result<Owned<>> getDelegate(Borrowed<> self) {
  Generator *generator = asGenerator(self);
  bool suspended = generator->state == GeneratorState::kSuspended && !generator->delegate.isNull();
  return Owned<>::retain(suspended ? Borrowed<>(generator->delegate) : none());
}
Result<Owned<>> getFrame(Borrowed<> self) {
  Generator *generator = asGenerator(self);
  if (generator->state == GeneratorState::kFinished)
    return ownedNone();
  Code *code = generator->function->code;
  return Owned<>(makeFrame(code, Borrowed<Module>(generator->function->module.get()), code->firstLine));
}

constexpr GetSetDef kGetSets[] = {
    {"__name__", getName, setName},      {"__qualname__", getQualname, setQualname}, {"gi_running", isRunning},
    {"gi_suspended", isSuspended},       {"gi_code", getCode},                       {"gi_yieldfrom", getDelegate},
    {"gi_frame", getFrame},              {nullptr, nullptr}};

Result<Owned<Str>> generatorRepr(Borrowed<> self) {
  return formatStr("<generator object %S at 0x%x>", qualnameOf(asGenerator(self)), self.bits());
}

// ---- yield from -------------------------------------------------------------------------------------

// An exception was thrown into the outer generator: hand it on to the iterator.
Result<Owned<>> throwOn_py(Borrowed<> iterator, Owned<> exception, Owned<> *stopValue);

Result<Owned<>> closeDelegate_py(Borrowed<> iterator) {
  if (isGenerator(iterator))
    return closeGenerator_py(iterator.as<Generator>());
  Result<Owned<>> method = getOptionalAttribute_py(iterator, "close"_str);
  if (method.raised()) {
    writeIgnored_py("in:", iterator);
    return ownedNone();
  }
  Owned<> callee = method.take();
  if (isExhausted(callee))
    return ownedNone();
  return call_py(callee, nullptr, 0);
}

// A StopIteration out of the iterator's own send() or throw() ends the delegation with its value.
Result<Owned<>> endOrRaise(Result<Owned<>> step, Owned<> *stopValue) {
  if (!step.raised() || !pendingMatches(StopIteration))
    return step;
  Owned<> stop = takePending();
  Value value = static_cast<layout::StopIteration *>(asException(stop))->value;
  *stopValue = Owned<>::retain(value.isNull() ? none() : Borrowed<>(value));
  return ownedExhausted();
}

Result<Owned<>> endOfGenerator(Result<Owned<>> step, Owned<> *stopValue) {
  Owned<> item = TRY(std::move(step));
  if (!isExhausted(item))
    return item;
  Owned<> value = Owned<>::steal(std::exchange(runtime().stopValue, Value()));
  *stopValue = value ? std::move(value) : ownedNone();
  return item;
}

Result<Owned<>> throwOn_py(Borrowed<> iterator, Owned<> exception, Owned<> *stopValue) {
  if (isInstance(exception, GeneratorExit)) {
    Result<Owned<>> closed = closeDelegate_py(iterator);
    if (closed.raised())
      return Raised{};
    return restorePending(std::move(exception));
  }
  if (isGenerator(iterator)) {
    (void)restorePending(std::move(exception));
    return endOfGenerator(resumeGenerator_py(iterator.as<Generator>(), {}), stopValue);
  }
  Owned<> method = TRY(getOptionalAttribute_py(iterator, "throw"_str));
  if (isExhausted(method))
    return restorePending(std::move(exception));
  return endOrRaise(call_py(method, {exception}), stopValue);
}

Result<Owned<>> stepDelegate_py(Borrowed<> iterator, Borrowed<> sent, Owned<> *stopValue) {
  if (!sent)
    return throwOn_py(iterator, takePending(), stopValue);
  if (isGenerator(iterator)) {
    if (asGenerator(iterator)->state == GeneratorState::kCreated && !isNone(sent))
      return raise(TypeError, "can't send non-None value to a just-started generator");
    Runtime &current = runtime();
    bool hasEnded = current.endedDelegate == iterator.value().asObject();
    return endOfGenerator(hasEnded ? takeOutcome(current) : resumeGenerator_py(iterator.as<Generator>(), sent), stopValue);
  }
  if (isNone(sent))
    return endOrRaise(iteratorNextOrValue_py(iterator, stopValue), stopValue);
  return endOrRaise(callMethod_py(iterator, "send"_str, {sent}), stopValue);
}

} // namespace

extern "C" {

constinit Type molt_type_generator{TypeSpec{.name = "generator",
                                            .size = sizeof(Generator),
                                            .itemSize = sizeof(Value),
                                            .flags = kTypeGC | kTypeNoNew | kTypeHasWeakrefs,
                                            .methods = kMethods,
                                            .getsets = kGetSets,
                                            .destroy = destroyGenerator,
                                            .traverse = traverseGenerator,
                                            .clear = clearGenerator,
                                            .finalize = finalizeGenerator_py,
                                            .repr = generatorRepr,
                                            .iter = iterate,
                                            .next = nextItem_py}};

Owned<> molt_make_generator(Borrowed<Function> function) {
  uint64_t slots = function->code->frameSlots;
  Owned<Generator> made = allocate<Generator>(molt_type_generator, slots * sizeof(Value));
  std::memset(static_cast<void *>(made->slots()), 0, slots * sizeof(Value));
  retain(function.value());
  made->function = function.get();
  return Owned<>(std::move(made));
}

Result<Owned<>> molt_get_yield_from_iterator_py(Borrowed<> iterable) {
  if (isGenerator(iterable))
    return Owned<>::retain(iterable);
  return getIterator_py(iterable);
}

Result<Owned<>> molt_delegate_py(Borrowed<> iterator, Borrowed<> sent, Value *result) {
  Owned<> kept = Owned<>::retain(iterator), stopValue;
  Result<Owned<>> step = stepDelegate_py(kept, sent, &stopValue);
  *result = stopValue.intoValue();
  return step;
}

} // extern "C"

} // namespace molt
