#include "compiler/driver/prune.h"
#include "compiler/link/runtime_graph.h"

#include <llvm/IR/Module.h>
#include <llvm/Support/MemoryBuffer.h>

namespace molt::driver {

/// What the program refers to and does not define itself.
static std::vector<std::string> demandedSymbols(const llvm::Module &module) {
  std::vector<std::string> symbols;
  for (const llvm::GlobalValue &value : module.global_values())
    if (value.isDeclaration())
      symbols.push_back(value.getName().str());
  return symbols;
}

llvm::Expected<std::string> pruneRuntime(llvm::Module &module, const codegen::ReachableNames &reachable,
                                         const std::string &archive) {
  if (reachable.everything)
    return "";
  auto buffer = llvm::MemoryBuffer::getFile(archive, /*IsText=*/false, /*RequiresNullTerminator=*/false);
  if (!buffer)
    return ""; // the linker says what is missing
  auto graph = link::RuntimeGraph::read((*buffer)->getBuffer());
  if (!graph)
    return graph.takeError();
  std::vector<codegen::TableEntry> entries = codegen::runtimeTables(reachable);
  link::Demand demand;
  demand.symbols = demandedSymbols(module);
  demand.names = &reachable.names;
  demand.entries = entries;
  link::Reached reached = graph->reach(demand);
  codegen::definePrunedTables(module, entries, reached.entries);
  return link::cutReferences((*buffer)->getBuffer(), graph->members(), reached.cuts);
}

} // namespace molt::driver
