// What the emitters of one Python module's functions share.
#pragma once

#include "compiler/ir/py_dialect.h"
#include "compiler/ir/py_ops.h"
#include "compiler/irgen/irgen.h"
#include "compiler/irgen/type_hints.h"

#include <mlir/IR/Builders.h>

#include <string_view>
#include <unordered_map>

namespace molt::irgen {

class ModuleEmitter {
public:
  ModuleEmitter(mlir::ModuleOp into, const ModuleInput &input, Diagnostics &diagnostics);

  bool emit();

  const ModuleInput &input() const { return input_; }
  const ScopeTable &scopes() const { return *input_.scopes; }
  const TypeHints &typeHints() const { return typeHints_; }
  mlir::MLIRContext *context() const { return mlir::ModuleOp(into_).getContext(); }
  mlir::ModuleOp into() const { return into_; }

  mlir::Location locationOf(const SourceRange &range) const;
  /// A symbol for a function of that qualified name, unlike all others of this module.
  std::string uniqueSymbol(std::string_view qualname);
  /// Reports correct Python that is not compiled yet, e.g. unsupported(node, "'match' statements").
  void unsupported(const ast::Node &node, std::string_view what);

private:
  mlir::ModuleOp into_;
  const ModuleInput &input_;
  Diagnostics &diagnostics_;
  TypeHints typeHints_;
  std::unordered_map<std::string, unsigned> symbols_;
};

/// llvm::StringRef of an identifier or text.
inline llvm::StringRef refOf(std::string_view text) { return {text.data(), text.size()}; }
inline llvm::StringRef refOf(Identifier name) { return refOf(name.text()); }

} // namespace molt::irgen
