// range: its bounds as exact ints of any size, and its length.
#pragma once

#include "runtime/core/errors.h"

namespace molt {

extern "C" {
extern Type molt_type_range;
}

struct Range : Object {
  Value start, stop, step;
  Value length; // an int >= 0
};

struct LongRangeIterator : Object {
  Value current, step, remaining;
};

} // namespace molt
