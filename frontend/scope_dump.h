// The symbol table as text, for people and tests.
#pragma once

#include "frontend/scope.h"

#include <string>

namespace molt {

/// One line a scope and one a symbol, indented by depth: the scope's kind, name and flags; the
/// symbol's name, where it lives, and what the scope does with it.
std::string dumpScopes(const ScopeTable &table);

} // namespace molt
