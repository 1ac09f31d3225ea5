// complex: two doubles.
#pragma once

#include "runtime/core/containers.h"

namespace molt {

extern "C" {
extern Type molt_type_complex;
}

struct Complex : Object {
  double real, imaginary;
};

Owned<> makeComplex(double real, double imaginary);
inline bool isComplex(Borrowed<> value) { return value.value().isObject() && hasTypeFlag(value, kTypeComplex); }
Result<Owned<>> complexPower(double real, double imaginary, double exponentReal, double exponentImaginary);

} // namespace molt
