// Registers the py dialect: its ops, types and attributes, and how folded constants become ops again.
#include "compiler/ir/py_dialect.h"

#include "compiler/ir/py_ops.h"

#include <llvm/ADT/TypeSwitch.h>
#include <mlir/IR/Builders.h>

#include "compiler/ir/py_dialect.cpp.inc"

#define GET_TYPEDEF_CLASSES
#include "compiler/ir/py_types.cpp.inc"

#define GET_ATTRDEF_CLASSES
#include "compiler/ir/py_attributes.cpp.inc"

namespace molt::py {

void PyDialect::initialize() {
  registerTypes();
  registerAttributes();
  addOperations<
#define GET_OP_LIST
#include "compiler/ir/py_ops.cpp.inc"
      >();
}

void PyDialect::registerTypes() {
  addTypes<
#define GET_TYPEDEF_LIST
#include "compiler/ir/py_types.cpp.inc"
      >();
}

void PyDialect::registerAttributes() {
  addAttributes<
#define GET_ATTRDEF_LIST
#include "compiler/ir/py_attributes.cpp.inc"
      >();
}

mlir::Operation *PyDialect::materializeConstant(mlir::OpBuilder &builder, mlir::Attribute value, mlir::Type type,
                                                mlir::Location location) {
  if (!mlir::isa<ValueType>(type))
    return nullptr;
  return ConstantOp::create(builder, location, type, value);
}

} // namespace molt::py
