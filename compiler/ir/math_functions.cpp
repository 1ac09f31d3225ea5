#include "compiler/ir/math_functions.h"

namespace molt::py {

static constexpr MathFunction kFunctions[] = {
#define MATH(name, form, arity, result, factor) {#name, MathForm::form, arity, Kind::result, factor},
#define MATH_CONSTANT(name, value)
#include "compiler/ir/math_functions.def"
#undef MATH
#undef MATH_CONSTANT
};

static constexpr struct {
  llvm::StringRef name;
  double value;
} kConstants[] = {
#define MATH(name, form, arity, result, factor)
#define MATH_CONSTANT(name, value) {#name, value},
#include "compiler/ir/math_functions.def"
#undef MATH
#undef MATH_CONSTANT
};

const MathFunction *findMathFunction(llvm::StringRef name) {
  for (const MathFunction &function : kFunctions)
    if (function.name == name)
      return &function;
  return nullptr;
}

std::optional<double> mathConstant(llvm::StringRef name) {
  for (auto &constant : kConstants)
    if (constant.name == name)
      return constant.value;
  return std::nullopt;
}

} // namespace molt::py
