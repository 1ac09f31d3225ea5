// The py dialect's types, attributes and registration. What the dialect means stands in py_dialect.td and py_ops.td.
#pragma once

#include <mlir/IR/Attributes.h>
#include <mlir/IR/BuiltinAttributes.h>
#include <mlir/IR/Dialect.h>
#include <mlir/IR/DialectImplementation.h>
#include <mlir/IR/Types.h>

#include "compiler/ir/py_dialect.h.inc"

#define GET_TYPEDEF_CLASSES
#include "compiler/ir/py_types.h.inc"

#define GET_ATTRDEF_CLASSES
#include "compiler/ir/py_attributes.h.inc"
