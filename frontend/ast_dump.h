// The tree as text: exactly what CPython's ast.dump prints.
#pragma once

#include "frontend/ast.h"
#include "frontend/python_version.h"

#include <string>

namespace molt {

struct DumpOptions {
  PythonVersion version = defaultPythonVersion;
  bool includeAttributes = false;
};

/// ast.dump(tree, include_attributes=...) of that version: 3.13 and later leave out empty lists and
/// fields that are None, 3.12 shows them.
std::string dump(const ast::Node *node, const DumpOptions &options = {});

} // namespace molt
