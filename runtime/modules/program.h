// The program around the modules: its arguments, and its end.
#pragma once

#include "runtime/core/runtime.h"

namespace molt {

struct ProgramArguments {
  int count = 0;
  char **values = nullptr;
};
// The arguments of main().
ProgramArguments &programArguments();

// Tears the runtime down; gives the exit code, which problems at the end can change.
int finishProgram_py(int code);

} // namespace molt
