#include "compiler/irgen/module_emitter.h"

#include "abi/object.h"
#include "compiler/irgen/function_emitter.h"

#include <mlir/IR/BuiltinAttributes.h>

namespace molt::irgen {

bool generate(mlir::ModuleOp into, const ModuleInput &input, Diagnostics &diagnostics) {
  return ModuleEmitter(into, input, diagnostics).emit();
}

static void createModule(mlir::ModuleOp into, llvm::StringRef symbol, llvm::StringRef name, llvm::StringRef file,
                         mlir::FlatSymbolRefAttr body, bool isPackage) {
  mlir::OpBuilder builder = mlir::OpBuilder::atBlockEnd(into.getBody());
  py::ModuleOp::create(builder, builder.getUnknownLoc(), symbol, name, file, body, isPackage);
}

void generateNamespacePackage(mlir::ModuleOp into, const std::string &name, const std::string &folder) {
  createModule(into, name + ".module", name, folder, nullptr, /*isPackage=*/true);
}

ModuleEmitter::ModuleEmitter(mlir::ModuleOp into, const ModuleInput &input,
                             Diagnostics &diagnostics)
    : into_(into), input_(input), diagnostics_(diagnostics), typeHints_(input) {}

bool ModuleEmitter::emit() {
  size_t errorsBefore = diagnostics_.errorCount();
  FunctionSpec spec;
  spec.scope = scopes().module();
  spec.name = spec.qualname = "<module>";
  spec.flags = kIsModuleBody;
  FunctionEmitter body(*this, nullptr, spec);
  body.emitModule(*input_.tree);
  createModule(into_, uniqueSymbol("module"), input_.name, input_.filename,
               mlir::FlatSymbolRefAttr::get(context(), body.symbol()), input_.isPackage);
  return diagnostics_.errorCount() == errorsBefore;
}

mlir::Location ModuleEmitter::locationOf(const SourceRange &range) const {
  return mlir::FileLineColRange::get(mlir::StringAttr::get(context(), input_.filename), range.line,
                                     range.column, range.endLine, range.endColumn);
}

std::string ModuleEmitter::uniqueSymbol(std::string_view qualname) {
  std::string symbol = input_.name + "." + std::string(qualname);
  unsigned count = symbols_[symbol]++;
  return count == 0 ? symbol : symbol + "." + std::to_string(count);
}

void ModuleEmitter::unsupported(const ast::Node &node, std::string_view what) {
  diagnostics_.report(DiagnosticKind::CompileError, *input_.file, node.range(),
                      "Molt does not compile " + std::string(what) + " yet");
}

} // namespace molt::irgen
