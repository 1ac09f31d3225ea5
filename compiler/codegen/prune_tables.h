// Tables of builtin methods with only what the program can reach, so that the linker drops the rest of the runtime.
// docs/pruning.md says which tables there are; they are found by name at run time, so a name that the program cannot
// utter needs no entry.
#pragma once

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/BitVector.h>
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

/// A line of the runtime's tables.
struct TableEntry {
  llvm::StringRef table;  ///< "molt_methods_list"
  llvm::StringRef name;   ///< "append"
  llvm::StringRef symbol; ///< "molt_method_list_append"
};

/// All lines, a table's lines together; a line without a symbol says that the table exists. Functions of native modules that
/// are not imported are left out.
std::vector<TableEntry> runtimeTables(const ReachableNames &reachable);

/// Defines the tables in `module` with the entries that are set in `reached`; they take the place of the full ones in
/// the archive.
void definePrunedTables(llvm::Module &module, llvm::ArrayRef<TableEntry> entries, const llvm::BitVector &reached);

} // namespace molt::codegen
