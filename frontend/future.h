// The features of `from __future__ import ...`.
#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>

namespace molt {

inline bool isFutureFeature(std::string_view name) {
  constexpr std::string_view features[] = {
      "nested_scopes",    "generators",      "division",       "absolute_import", "with_statement",
      "print_function",   "unicode_literals", "barry_as_FLUFL", "generator_stop",  "annotations"};
  return std::find(std::begin(features), std::end(features), name) != std::end(features);
}

} // namespace molt
