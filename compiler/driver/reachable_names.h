// The names that a program can look up while it runs, found over its syntax trees.
#pragma once

#include "compiler/codegen/prune_tables.h"
#include "compiler/driver/program.h"

namespace molt {

/// Every identifier and every word of every string constant in all modules; or everything, when the program uses what
/// can look up a name that it has computed: getattr with a name that is no constant, dir, vars, __dict__, str.format on
/// a string that is no constant, and so on.
codegen::ReachableNames findReachableNames(const Program &program);

} // namespace molt
