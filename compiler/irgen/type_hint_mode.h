#pragma once

namespace molt::irgen {

/// What annotations are good for (docs/type_hints.md).
enum class TypeHintMode {
  Ignore, // nothing
  Guard,  // they say what is likely
  Check,  // and parameters and results of functions must suit them, else a TypeError is raised
};

} // namespace molt::irgen
