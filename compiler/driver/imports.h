// The import statements of one module, with what the code around them says about their failure.
#pragma once

#include "frontend/ast.h"

#include <functional>
#include <string>
#include <vector>

namespace molt {

/// One name that an import statement asks for.
struct ImportRequest {
  /// The module to load, absolute: "a.b.c". Empty when a relative import leaves its package, which is left to raise
  /// when it runs.
  std::string module;
  /// `from module import name`: `name` may be a submodule. "*" stands for what __all__ names. Empty: `import module`.
  std::string name;
  SourceRange range;
  bool mayFail = false;    ///< the program catches ImportError here
  bool inFunction = false; ///< runs only when the function is called
};

/// Takes one request and says whether its module was found.
using ImportResolver = std::function<bool(const ImportRequest &)>;

/// Calls `resolve` for each import of `tree`, in source order. `module` is the module's dotted name, which decides
/// what relative imports mean. Branches that cannot run are left out: `if TYPE_CHECKING`, `if False`, and
/// `if __name__ == "__main__"` in any other module.
void forEachImport(const ast::Module &tree, const std::string &module, bool isPackage,
                   const ImportResolver &resolve);

/// The strings of a literal `__all__ = [...]` at the top level of `tree`, with `+=` of such lists.
std::vector<std::string> namesInAll(const ast::Module &tree);

} // namespace molt
