// The ops of the py dialect and the interfaces that passes ask (generated from py_ops.td and py_interfaces.td).
#pragma once

#include "compiler/ir/py_dialect.h"
#include "compiler/ir/specialization.h"

#include <mlir/Bytecode/BytecodeOpInterface.h>
#include <mlir/IR/Builders.h>
#include <mlir/IR/BuiltinTypes.h>
#include <mlir/IR/OpDefinition.h>
#include <mlir/IR/OpImplementation.h>
#include <mlir/IR/RegionKindInterface.h>
#include <mlir/IR/SymbolTable.h>
#include <mlir/Interfaces/ControlFlowInterfaces.h>
#include <mlir/Interfaces/SideEffectInterfaces.h>

namespace molt::py {
class Inference; // inference.h
/// On an op that reads or stores an attribute that a function has in its dict.
inline constexpr llvm::StringLiteral kInDictAttr = "in_dict";
/// On an op that makes a list, or looks into one, which is likely to be compact (infer_compact.cpp).
inline constexpr llvm::StringLiteral kCompactAttr = "compact";
} // namespace molt::py

#include "compiler/ir/py_interfaces.h.inc"

#define GET_OP_CLASSES
#include "compiler/ir/py_ops.h.inc"

namespace molt::py {

/// Whether `op` can leave an exception pending instead of its results.
bool mayRaise(mlir::Operation *op);
/// *args and **kwargs among them; of a generator, whose parameters are its first slots, too.
unsigned parameterCount(FuncOp function);
/// Whether a call only binds arguments to its parameters and runs it: no generator, coroutine, body of a module or class; and
/// no `**kwargs`.
bool isPlainFunction(FuncOp function);

/// Whether `op` takes over the count of its operand number `index`. Block arguments are passed on with their count.
bool consumesOperand(mlir::Operation *op, unsigned index);

/// Whether the count of `op`'s result number `index` belongs to somebody else.
bool borrowsResult(mlir::Operation *op, unsigned index);
/// Whether a word is such a result, or a parameter.
bool isBorrowed(mlir::Value value);

/// Whether control can come back to the op before its function ends.
bool isInLoop(mlir::Operation *op);

} // namespace molt::py
