// The collector of reference cycles (see collector.cpp).
#pragma once

#include "runtime/core/runtime.h"

namespace molt {

struct Collector {
  bool enabled = true;
  bool running = false;
  uint64_t collections = 0;
  uint64_t collected = 0; // objects, in all collections
};

// Finds and frees the unreachable; returns how many objects that were.
uint64_t collectCycles_py();

} // namespace molt
