#include "compiler/driver/libc_symbols.h"

#include <cmath>
#include <cstdlib>
#include <cstring>

namespace molt::driver {

// Addresses of overloaded functions need their type spelled out.
using Unary = double (*)(double);
using Binary = double (*)(double, double);
using UnaryFloat = float (*)(float);

template <typename Function> static codegen::HostSymbol symbol(const char *name, Function *function) {
  return {name, reinterpret_cast<const void *>(function)};
}
static codegen::HostSymbol unary(const char *name, Unary function) { return symbol(name, function); }
static codegen::HostSymbol binary(const char *name, Binary function) { return symbol(name, function); }

llvm::ArrayRef<codegen::HostSymbol> libcSymbols() {
  static const codegen::HostSymbol symbols[] = {
      symbol("memcpy", &::memcpy),
      symbol("memmove", &::memmove),
      symbol("memset", &::memset),
      symbol("memcmp", &::memcmp),
      symbol("bcmp", &::memcmp),
      symbol("strlen", &::strlen),
      symbol("abort", &::abort),
      unary("floor", &::floor),
      unary("ceil", &::ceil),
      unary("trunc", &::trunc),
      unary("rint", &::rint),
      unary("nearbyint", &::nearbyint),
      unary("round", &::round),
      unary("roundeven", &::roundeven),
      unary("sqrt", &::sqrt),
      unary("sin", &::sin),
      unary("cos", &::cos),
      unary("tan", &::tan),
      unary("exp", &::exp),
      unary("exp2", &::exp2),
      unary("log", &::log),
      unary("log2", &::log2),
      unary("log10", &::log10),
      binary("pow", &::pow),
      binary("fmod", &::fmod),
      binary("fmin", &::fmin),
      binary("fmax", &::fmax),
      binary("atan2", &::atan2),
      binary("copysign", &::copysign),
      {"ldexp", reinterpret_cast<const void *>(static_cast<double (*)(double, int)>(&::ldexp))},
  };
  return symbols;
}

} // namespace molt::driver
