// The machines Molt compiles for, and the one place that knows their triples, features and data layouts.
#pragma once

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/CodeGen.h>
#include <llvm/Support/Error.h>

#include <memory>
#include <optional>

namespace llvm {
class Module;
class TargetMachine;
} // namespace llvm

namespace molt::codegen {

enum class Target {
  Native, ///< x86-64 Linux, statically linked ELF
  Wasm,   ///< wasm32 with WASI preview 1
};

/// How much time goes into the code: `Dev` compiles fast, `Release` makes fast code.
enum class Profile { Dev, Release };

/// "native", "wasm32-wasi"; what --target takes.
llvm::StringRef targetName(Target target);
std::optional<Target> parseTarget(llvm::StringRef name);

/// The name of the folder under lib/molt that holds the target's start files and archives.
llvm::StringRef targetFolder(Target target);

/// A code generator for `target`. `relocation` is PIC only for code that the JIT places anywhere in memory.
std::unique_ptr<llvm::TargetMachine> createTargetMachine(Target target, Profile profile,
                                                         llvm::Reloc::Model relocation);

/// Gives `module` the triple and data layout of `target`. Do this before anything looks at the module's types.
void setModuleTarget(llvm::Module &module, Target target);

} // namespace molt::codegen
