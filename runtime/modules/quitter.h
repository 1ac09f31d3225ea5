#pragma once

#include "runtime/core/errors.h"

namespace molt {

// Puts exit and quit into the dict of `builtins`.
void addQuitters(Borrowed<Dict> builtins);

} // namespace molt
