// What reads a global name whose value is known (docs/whole_program.md): py.load_global of the function's own module, and
// py.get_attribute of another module of the program, which is itself known by a global name.
#pragma once

#include "compiler/ir/py_ops.h"

namespace molt::py {

class KnownRead {
public:
  /// None, if the value is not what such an op has given.
  static KnownRead of(mlir::Value value);

  explicit operator bool() const { return op_; }
  mlir::Attribute known() const;
  mlir::StringAttr name() const;
  /// The word that is known (py.known_global), which may be null. `builtin`: of py.known_global.
  mlir::Value load(Specializer &s, mlir::StringAttr builtin = {}) const;
  /// Falls back unless the module is still the one whose name this is. `object`: what the op has been given as module, if that
  /// is to be tested.
  void requireModule(Specializer &s, mlir::Value object = {});
  /// Falls back unless `word` is still what the name stands for.
  void require(Specializer &s, mlir::Value word, llvm::StringRef guard);

private:
  mlir::Operation *op_ = nullptr;
  mlir::Value module_; // the module's word on the path, once it has been required
};

/// What a name of another module is, where it is known; nothing: it is an attribute like others.
std::optional<Specialization> loadKnown(Specializer &s, GetAttributeOp op);

} // namespace molt::py
