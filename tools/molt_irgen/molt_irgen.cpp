// molt-irgen [--python-version V] FILE: prints the py dialect of a module before any pass ran, verified.
// The tests in tests/ir/irgen drive it; `molt build --emit py` shows what comes out of the passes.
#include "compiler/irgen/irgen.h"

#include "compiler/ir/py_dialect.h"
#include "frontend/parser.h"

#include <llvm/Support/raw_ostream.h>
#include <mlir/Dialect/ControlFlow/IR/ControlFlow.h>
#include <mlir/IR/MLIRContext.h>
#include <mlir/IR/Verifier.h>

using namespace molt;

static bool print(const char *path, PythonVersion version, Diagnostics &diagnostics) {
  std::unique_ptr<SourceFile> file = SourceFile::load(path, diagnostics);
  if (!file)
    return false;
  ast::Context trees;
  ParseOptions options;
  options.version = version;
  const ast::Mod *tree = parseModule(*file, trees, diagnostics, options);
  if (!tree)
    return false;
  std::unique_ptr<ScopeTable> scopes = analyzeScopes(*tree, *file, trees, diagnostics, version);
  if (!scopes)
    return false;
  mlir::MLIRContext context(mlir::MLIRContext::Threading::DISABLED);
  context.loadDialect<py::PyDialect, mlir::cf::ControlFlowDialect>();
  mlir::OwningOpRef<mlir::ModuleOp> module = mlir::ModuleOp::create(mlir::UnknownLoc::get(&context));
  irgen::ModuleInput input{.name = "__main__",
                           .filename = "test.py",
                           .file = file.get(),
                           .tree = ast::cast<ast::Module>(tree),
                           .scopes = scopes.get(),
                           .version = version};
  if (!irgen::generate(*module, input, diagnostics) || mlir::failed(mlir::verify(*module)))
    return false;
  module->print(llvm::outs());
  llvm::outs() << "\n";
  return true;
}

int main(int argc, char **argv) {
  PythonVersion version = defaultPythonVersion;
  bool good = true;
  Diagnostics diagnostics;
  for (int i = 1; i < argc; ++i) {
    std::string_view argument = argv[i];
    if (argument == "--python-version" && i + 1 < argc)
      version = parsePythonVersion(argv[++i]).value_or(defaultPythonVersion);
    else
      good &= print(argv[i], version, diagnostics);
  }
  llvm::errs() << render(diagnostics);
  return good ? 0 : 1;
}
