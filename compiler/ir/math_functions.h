// What compiled code knows of module math: its functions of numbers, and its numbers. Declared once, in math_functions.def;
// the inference takes the kinds of results from here, and specialize_math.cpp the special forms.
#pragma once

#include "compiler/ir/specialization.h"

#include <optional>

namespace molt::py {

enum class MathForm {
  None,        // only the kind of its result is known
  SquareRoot,
  Absolute,
  Library,     // the entry point float_NAME (abi/entry_points.def), which refuses nothing
  Finite,      // likewise; where it refuses something, that function's result is not finite
  Scale,       // a product with a number; of one that is not finite as above
  Floor,
  Ceiling,
  Truncate,
  IsNan,
  IsInfinite,
  IsFinite,
  IntegerRoot,
};

struct MathFunction {
  llvm::StringRef name;
  MathForm form;
  unsigned arity; // of the form; all are positional
  Kind result;
  double factor; // of Scale
};

/// Null: it has none of that name.
const MathFunction *findMathFunction(llvm::StringRef name);
std::optional<double> mathConstant(llvm::StringRef name);

/// What a hint calls the module, and its function of that name (attribute `native`).
inline constexpr llvm::StringLiteral kMathModule = "math";
inline constexpr llvm::StringLiteral kMathPrefix = "math_";

} // namespace molt::py
