// Source text to syntax tree, for all of Python 3.14's grammar; what a version does not have yet is
// a SyntaxError in that version.
#pragma once

#include "frontend/ast.h"
#include "frontend/diagnostics.h"
#include "frontend/python_version.h"
#include "frontend/source.h"

namespace molt {

/// The start symbol, as for CPython's compile(): exec gives ast::Module, eval ast::Expression,
/// single ast::Interactive.
enum class ParseMode : uint8_t { Exec, Eval, Single };

struct ParseOptions {
  PythonVersion version = defaultPythonVersion;
  ParseMode mode = ParseMode::Exec;
};

/// The tree, made in `context`, or null after an error was reported. The words and the position of
/// the first error are CPython's.
ast::Mod *parseModule(const SourceFile &file, ast::Context &context, Diagnostics &diagnostics,
                      const ParseOptions &options = {});

} // namespace molt
