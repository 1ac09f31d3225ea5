// What stands in for slot functions that a program was linked without (docs/pruning.md).

#include "runtime/core/type.h"

#include <cstdlib>
#include <unistd.h>

extern "C" void molt_unreached() {
  static constexpr char kText[] = "molt: internal error: the program needs a part of the runtime that it was linked "
                                  "without; build it with --profile dev, and please report it\n";
  (void)!write(2, kText, sizeof kText - 1);
  std::abort();
}
