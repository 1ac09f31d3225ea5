// A whole Python program: the entry file and every module that its imports reach, parsed.
//
// The import graph is found over the syntax trees, without running anything. An import counts wherever it stands,
// also inside functions. What an import does not find is an error at compile time, except where the program itself
// provides for it: under `try` with a handler that catches ImportError. Then it raises at run time.
#pragma once

#include "frontend/ast.h"
#include "frontend/diagnostics.h"
#include "frontend/python_version.h"
#include "frontend/source.h"

#include <memory>
#include <string>
#include <vector>

namespace molt {

struct ProgramModule {
  std::string name;                   ///< dotted; "__main__" for the entry
  std::string path;                   ///< as tracebacks and __file__ show it; of a namespace package its folder
  std::unique_ptr<SourceFile> source; ///< null only for namespace packages
  const ast::Module *tree = nullptr;  ///< null only for namespace packages
  std::string contentHash;            ///< BLAKE3 of the file's bytes, read no later than the source
  bool isPackage = false;
  bool isLibrary = false;             ///< from the standard library, not from the program's folder
};

struct Program {
  std::unique_ptr<ast::Context> context = std::make_unique<ast::Context>();
  /// The first is __main__. The others follow so that a module stands after those that it imports, as far as cycles
  /// allow it.
  std::vector<ProgramModule> modules;
  /// Names of the runtime's own modules that the program imports, sorted.
  std::vector<std::string> nativeModules;
  /// Paths that were looked at and did not exist. While they do not, and no source changes, the program is the same.
  std::vector<std::string> absentPaths;
  PythonVersion version;

  const ProgramModule *find(std::string_view name) const;
};

struct ProgramOptions {
  PythonVersion version = defaultPythonVersion;
  /// Folders of the standard library, searched after the program's own folder.
  std::vector<std::string> libraryPaths;
};

/// The hash that contentHash holds, of the file as it is now; empty when it cannot be read.
std::string hashOfFile(const std::string &path);

/// Loads the program that starts at `entry`: a file, or a folder with a __main__.py. Reports what is wrong; when
/// `diagnostics` has errors afterwards, the program is incomplete.
Program loadProgram(const std::string &entry, const ProgramOptions &options, Diagnostics &diagnostics);

} // namespace molt
