// The command line, as data.
#pragma once

#include "compiler/codegen/target.h"
#include "compiler/driver/compile.h"
#include "frontend/python_version.h"

#include <string>
#include <vector>

namespace molt::driver {

enum class Verb { None, Run, Build, Check, Doctor };

/// What `molt build --emit` asks for. Jit is `molt run`'s own: an object that can lie anywhere in memory.
enum class EmitKind { Executable, Object, Assembly, Llvm, Py, Jit };

struct Options {
  std::string program;                ///< what the tool was started as, argv[0]
  Verb verb = Verb::None;
  std::string file;                   ///< the program
  std::vector<std::string> arguments; ///< `molt run`: the program's own
  std::string output;                 ///< empty: derived from `file`
  codegen::Target target = codegen::Target::Native;
  codegen::Profile profile = codegen::Profile::Release;
  EmitKind emit = EmitKind::Executable;
  PythonVersion version = defaultPythonVersion;
  bool strip = true;
  ExplainFormat explain = ExplainFormat::None;
  irgen::TypeHintMode typeHints = irgen::TypeHintMode::Guard;
  std::string runtimeFlavour; ///< "stress" or "debug": another build of the runtime, for Molt's own tests
};

/// Exit codes, as users of cargo and go know them.
enum ExitCode { kSuccess = 0, kFailure = 1, kUsage = 2 };

struct ParsedCommandLine {
  Options options;
  /// When set, there is nothing to do but print `text` and leave with `exitCode`.
  bool finished = false;
  int exitCode = kSuccess;
  std::string text;
};

ParsedCommandLine parseCommandLine(int argumentCount, const char *const *arguments);

} // namespace molt::driver
