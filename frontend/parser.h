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
  /// From 3.14 on: "invalid syntax. Did you mean 'while'?", which is for people; a SyntaxError that
  /// a program catches does not say it, so exec, eval and compile switch it off.
  bool suggestKeywords = true;
  /// Look for further errors in the statements after a wrong one (exec mode only).
  bool severalErrors = true;
};

/// The tree, made in `context`, or null after an error was reported. The words and the position of
/// the first error are CPython's.
ast::Mod *parseModule(const SourceFile &file, ast::Context &context, Diagnostics &diagnostics,
                      const ParseOptions &options = {});

} // namespace molt
