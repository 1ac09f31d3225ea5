// What makes a function's closure.
#pragma once

#include "compiler/codegen/function_lowering.h"

namespace molt::codegen {

/// Whether the tuple is nothing but a closure: the cells of a function.
bool isClosure(py::MakeTupleOp op);
/// It, inline.
void makeClosure(FunctionLowering &lowering, py::MakeTupleOp op);

} // namespace molt::codegen
