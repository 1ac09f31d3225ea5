// Generators whose resume function is C++: what compiled code would do, in small.
#include "runtime/types/generator.h"

#include "runtime/core/exception.h"
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/modules/program_harness.h"

#include <gtest/gtest.h>

namespace molt {
namespace {

using namespace molt::testing;

uint64_t finishWith(Generator *self, Value result) {
  Owned<> kept = Owned<>::steal(std::exchange(self->slots()[0], Value()));
  self->state = GeneratorState::kFinished;
  return result.bits();
}

// def g(): received = yield 1; received = yield received; return 'end'
uint64_t echo(Generator *self, uint64_t sent) {
  if (!sent)
    return finishWith(self, Value());
  switch (self->resumePoint++) {
  case 0:
    return Value::fromInt(1).bits();
  case 1:
    return Owned<>::retain(Borrowed<>(Value::fromBits(sent))).intoValue().bits();
  default:
    return finishWith(self, "end"_str.value());
  }
}
// def g(): try: yield 1 finally: raise KeyError; or ignores GeneratorExit
uint64_t stubborn(Generator *self, uint64_t sent) {
  if (!sent)
    clearPending();
  return Value::fromInt(++self->resumePoint).bits();
}
uint64_t stopper(Generator *self, uint64_t) {
  (void)raiseStopIteration(Borrowed<>(Value::fromInt(3)));
  return finishWith(self, Value());
}

Owned<> makeFrom(Function *callee, ResumeEntry resume, Code &code) {
  code.Object::type = &molt_type_code;
  code.refcount = kImmortal;
  code.name = code.qualname = "g"_str.get();
  code.filename = "no_such_file.py"_str.get();
  code.resume = reinterpret_cast<void *>(resume);
  code.flags = kIsGenerator;
  code.frameSlots = 1;
  Owned<Function> function = molt_make_function(&code, Borrowed<Module>(callee->module.get()), {}, {}, {});
  return molt_make_generator(function);
}

Code echoCode{}, stubbornCode{}, stopperCode{};

Result<void> showCall(Function *callee, Borrowed<> object, Borrowed<Str> name, std::initializer_list<Borrowed<>> arguments) {
  Result<Owned<>> result = callMethod_py(object, name, arguments);
  Owned<> shown = result.raised() ? takePending() : result.take();
  Owned<Str> text = TRY(repr_py(shown));
  return print(callee, text);
}

Result<void> sendAndReturn(Function *callee) {
  Owned<> generator = makeFrom(callee, echo, echoCode);
  TRY(showCall(callee, generator, "send"_str, {Borrowed<>(Value::fromInt(5))}));
  TRY(showCall(callee, generator, "send"_str, {none()}));
  TRY(showCall(callee, generator, "send"_str, {Borrowed<>(Value::fromInt(7))}));
  TRY(showCall(callee, generator, "send"_str, {none()}));
  TRY(showCall(callee, generator, "__next__"_str, {}));
  return showCall(callee, generator, "close"_str, {});
}
TEST(Generator, SendAndReturn) {
  Outcome outcome = runProgram({enter<sendAndReturn>});
  EXPECT_EQ(outcome.out, "TypeError(\"can't send non-None value to a just-started generator\")\n1\n7\n"
                         "StopIteration('end')\nStopIteration()\nNone\n");
  EXPECT_EQ(outcome.code, 0) << outcome.err;
}

Result<void> throwing(Function *callee) {
  Owned<> generator = makeFrom(callee, echo, echoCode);
  TRY(showCall(callee, generator, "__next__"_str, {}));
  TRY(showCall(callee, generator, "throw"_str, {Borrowed<>(Value::fromObject(&ValueError))}));
  TRY(showCall(callee, generator, "throw"_str, {Borrowed<>(Value::fromInt(3))}));
  Owned<> bad = makeFrom(callee, stubborn, stubbornCode);
  TRY(showCall(callee, bad, "__next__"_str, {}));
  TRY(showCall(callee, bad, "close"_str, {}));
  Owned<> stopping = makeFrom(callee, stopper, stopperCode);
  return showCall(callee, stopping, "__next__"_str, {});
}
TEST(Generator, ThrowAndClose) {
  Outcome outcome = runProgram({enter<throwing>});
  EXPECT_EQ(outcome.out, "1\nValueError()\n"
                         "TypeError('exceptions must be classes or instances deriving from BaseException, not int')\n"
                         "1\nRuntimeError('generator ignored GeneratorExit')\n"
                         "RuntimeError('generator raised StopIteration')\n");
  EXPECT_NE(outcome.err.find("Exception ignored while closing generator <generator object g at 0x"), std::string::npos)
      << outcome.err;
}

Result<void> delegating(Function *callee) {
  Owned<> generator = makeFrom(callee, echo, echoCode);
  Value result;
  for (int step = 0; step < 3; ++step) {
    Owned<> item = TRY(molt_delegate_py(generator, none(), &result));
    if (isExhausted(item))
      break;
    TRY(print(callee, item));
  }
  Owned<> value = Owned<>::steal(result);
  return print(callee, value);
}
TEST(Generator, DelegationGivesTheReturnValue) {
  Outcome outcome = runProgram({enter<delegating>});
  EXPECT_EQ(outcome.out, "1\nNone\nend\n");
  EXPECT_EQ(outcome.code, 0) << outcome.err;
}

Result<void> dropped(Function *callee) {
  Owned<> generator = makeFrom(callee, echo, echoCode);
  Owned<> item = TRY(iteratorNext_py(generator));
  return {};
}
TEST(Generator, DroppedWhileSuspended) {
  Outcome outcome = runProgram({enter<dropped>});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(outcome.err, "");
}

} // namespace
} // namespace molt
