// A large native stack for the program, so that deep recursion ends where sys.setrecursionlimit says
// and not where the shell's limit on the stack happens to be.
#pragma once

#include <cstdint>

namespace molt {

// Calls body(context, lowest address of its stack) on a stack of its own; on the caller's, with 0, where
// the system has no room for it or Molt cannot switch stacks.
int32_t runOnLargeStack(int32_t (*body)(void *context, uintptr_t lowest), void *context);

} // namespace molt
