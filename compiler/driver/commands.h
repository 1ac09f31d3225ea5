// The verbs of the command line. Each returns the exit code.
#pragma once

#include "compiler/driver/options.h"

namespace molt::driver {

int runCommand(const Options &options);
int buildCommand(const Options &options);
int checkCommand(const Options &options);
int doctorCommand(const Options &options);

} // namespace molt::driver
