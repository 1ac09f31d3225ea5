// Calls in a loop: of a sort's key, of what map() is given. What the call of a plain compiled function needs is inline.
#pragma once

#include "runtime/core/call.h"
#include "runtime/core/runtime.h"

namespace molt {

// call_py. On WebAssembly each call reckons with the engine's stack, so it stays that.
inline Result<Owned<>> callBack_py(Borrowed<> callee, const Value *arguments, uint64_t count) {
#ifndef __wasm__
  if (typeOf(callee) == &molt_type_function) {
    Runtime &current = runtime();
    Function *function = callee.as<Function>().get();
    const Code *code = function->code;
    if (__builtin_expect(code->directCount == count && current.depth < current.callLimit, 1)) {
      ++current.depth;
      uint64_t result = reinterpret_cast<CodeEntry>(code->entry.get())(function, arguments);
      --current.depth;
      return Owned<>::steal(Value::fromBits(result));
    }
  }
#endif
  return call_py(callee, arguments, count);
}

} // namespace molt
