// What a comparison says of two numbers of C++.
#pragma once

#include "runtime/core/type.h"

namespace molt {

template <class T> bool holdsFor(T left, T right, Comparison operation) {
  switch (operation) {
  case Comparison::kLess:
    return left < right;
  case Comparison::kLessEqual:
    return left <= right;
  case Comparison::kEqual:
    return left == right;
  case Comparison::kNotEqual:
    return left != right;
  case Comparison::kGreater:
    return left > right;
  case Comparison::kGreaterEqual:
    return left >= right;
  }
  __builtin_unreachable();
}

} // namespace molt
