// From the syntax tree to the py dialect: one py.func for each function, class body, module body,
// lambda and generator expression of a Python module, and a py.module_code that describes it.
//
// What is correct Python but not compiled yet is reported as a CompileError at its place.
#pragma once

#include "compiler/irgen/type_hint_mode.h"
#include "frontend/ast.h"
#include "frontend/diagnostics.h"
#include "frontend/python_version.h"
#include "frontend/scope.h"
#include "frontend/source.h"

#include <mlir/IR/BuiltinOps.h>

#include <string>

namespace molt::irgen {

struct ModuleInput {
  std::string name;     // dotted; "__main__" for the program
  std::string filename; // as tracebacks and __file__ show it
  const SourceFile *file;
  const ast::Module *tree;
  const ScopeTable *scopes;
  bool isPackage = false;
  PythonVersion version = defaultPythonVersion;
  TypeHintMode typeHints = TypeHintMode::Guard;
};

/// Appends the module's ops to `into`, whose context has the py and cf dialects loaded. Returns
/// false when something was reported.
bool generate(mlir::ModuleOp into, const ModuleInput &input, Diagnostics &diagnostics);

/// Appends a namespace package, which has a folder and no code.
void generateNamespacePackage(mlir::ModuleOp into, const std::string &name, const std::string &folder);

} // namespace molt::irgen
