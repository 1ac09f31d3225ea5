// types.GenericAlias: list[int].
#pragma once

#include "runtime/core/errors.h"

namespace molt {

Result<Owned<>> makeGenericAlias(Borrowed<Type> origin, Borrowed<> arguments);

} // namespace molt
