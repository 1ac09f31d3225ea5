// `molt build` and `molt check`.
#include "compiler/driver/commands.h"
#include "compiler/driver/pipeline.h"
#include "compiler/link/link.h"

#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>

namespace molt::driver {

static llvm::StringRef extensionOf(const Options &options) {
  switch (options.emit) {
  case EmitKind::Object:
  case EmitKind::Jit:
    return ".o";
  case EmitKind::Assembly:
    return ".s";
  case EmitKind::Llvm:
    return ".ll";
  case EmitKind::Py:
    return ".mlir";
  case EmitKind::Executable:
    return options.target == codegen::Target::Wasm ? ".wasm" : "";
  }
  return "";
}

/// As go build does: the program's name, in the current folder.
static std::string defaultOutput(const Options &options) {
  namespace path = llvm::sys::path;
  llvm::SmallString<256> file(options.file);
  llvm::sys::fs::make_absolute(file);
  path::remove_dots(file, /*remove_dot_dot=*/true);
  std::string stem = path::extension(file) == ".py" ? path::stem(file).str() : path::filename(file).str();
  if (stem == "__main__")
    stem = path::filename(path::parent_path(file)).str();
  std::string output = stem + extensionOf(options).str();
  // A folder of that name (the program itself) is in the way, or the source when it has no ".py".
  if (llvm::sys::fs::exists(output) &&
      (llvm::sys::fs::is_directory(output) || llvm::sys::fs::equivalent(output, options.file)))
    output += ".out";
  return output;
}

int buildCommand(const Options &options) {
  std::string output = options.output.empty() ? defaultOutput(options) : options.output;
  if (output == "-")
    output = link::kStandardOutput.str();
  if (llvm::sys::fs::exists(output) && llvm::sys::fs::equivalent(output, options.file)) {
    printError("the output '" + output + "' is the program's own source");
    return kFailure;
  }
  std::string explanation;
  auto artefact = buildArtefact(options, Resources::find(options.program), &explanation);
  if (!artefact)
    return kFailure;
  // The artefact may go to the standard output.
  (output == link::kStandardOutput ? llvm::errs() : llvm::outs()) << explanation;
  bool executable = options.emit == EmitKind::Executable && options.target == codegen::Target::Native;
  if (llvm::Error error = link::writeFileAtomically(output, artefact->getBuffer(), executable)) {
    printError(llvm::toString(std::move(error)));
    return kFailure;
  }
  return kSuccess;
}

int checkCommand(const Options &options) { return checkProgram(options, Resources::find(options.program)) ? kSuccess : kFailure; }

} // namespace molt::driver
