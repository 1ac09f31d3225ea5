// What happens to exceptions that nobody handles.
#pragma once

#include "runtime/core/errors.h"

namespace molt {

// The pending exception ended the program: SystemExit's code, or sys.excepthook's report. Returns the
// exit code; for a KeyboardInterrupt kKilledByInterrupt. Nothing is pending afterwards.
inline constexpr int kKilledByInterrupt = -130;
int handleUncaught_py();

// Prints as sys.excepthook does.
void printUncaught_py(Borrowed<> exception);

// "Exception ignored <what> <repr of where>": what is CPython 3.14's wording; older versions say
// "in:" for all.
void writeIgnored_py(const char *what, Borrowed<> where);

} // namespace molt
