// Linking, in process: objects and the precompiled runtime become one static executable or one wasm module.
//
// Invariant: the output path either holds a complete artefact or is untouched. lld writes to a temporary name in the
// same folder, which is renamed only after a successful link.
#pragma once

#include "compiler/codegen/target.h"

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Error.h>

#include <string>
#include <vector>

namespace molt::link {


struct LinkJob {
  codegen::Target target = codegen::Target::Native;
  std::vector<std::string> objects; ///< paths of object files, in link order
  std::string libraries;            ///< folder with the start files and archives of the target
  std::string runtime;              ///< the runtime's archive; empty: the one in `libraries`
  std::string output;               ///< path of the artefact; a path that is no regular file is written through
  bool strip = true;                ///< leave out symbol tables and debug information
};

/// Links `job`. The error's text is one sentence for the user, without "error:" in front.
llvm::Error linkProgram(const LinkJob &job);

/// One relocatable object at `output` from several.
llvm::Error joinObjects(codegen::Target target, llvm::ArrayRef<std::string> objects, const std::string &output);

inline constexpr llvm::StringLiteral kStandardOutput = "/dev/stdout";
/// Whether `path` is the standard output, or anything else that is no regular file.
bool isWrittenInPlace(llvm::StringRef path);

/// Writes `contents` to `path` through a temporary file and a rename, or in place; sets the executable bit if asked.
llvm::Error writeFileAtomically(llvm::StringRef path, llvm::StringRef contents, bool executable = false);

/// "cannot write 'PATH': no space left on device".
llvm::Error cannotWrite(llvm::StringRef path, std::error_code code);

} // namespace molt::link
