// Tables of builtin methods with only what the program can reach, so that the linker drops the rest of the runtime.
// docs/pruning.md says which tables there are; they are found by name at run time, so a name that the program cannot
// utter needs no entry.
#pragma once

#include <llvm/ADT/StringSet.h>

#include <string>
#include <vector>

namespace llvm {
class Module;
} // namespace llvm

namespace molt::codegen {

/// What a program can look up by name.
struct ReachableNames {
  /// The program computes names while it runs (getattr, dir, ...): everything is reachable.
  bool everything = false;
  llvm::StringSet<> names;
  /// The native modules that it imports.
  std::vector<std::string> nativeModules;
};

/// Defines the runtime's tables in `module`, which then takes the place of the full ones in the archive. Does nothing
/// when everything is reachable.
void definePrunedTables(llvm::Module &module, const ReachableNames &reachable);

} // namespace molt::codegen
