// Whether a value is a sequence or a mapping to match statements: a flag of its type.
#include "compiler/codegen/inline_paths.h"

#include "abi/object.h"

namespace molt::codegen {
namespace {

// Numbers that are no objects are neither.
template <class Op, uint32_t flag> void lowerCollectionTest(FunctionLowering &lowering, Op op) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *isIt = isObjectThat(lowering, lowering.operand(op.getValue()), [&](llvm::Value *object) {
    llvm::Value *type = lowering.pointer(typeOf(lowering, object));
    llvm::Value *flags = lowering.loadInt32(type, offsetof(TypeHead, typeFlags), Memory::Any);
    return b.CreateICmpNE(b.CreateAnd(flags, b.getInt32(flag)), b.getInt32(0));
  });
  lowering.setResult(op.getResult(), isIt);
}

} // namespace

void registerPatterns(HandlerTable &handlers) {
  handlers.add<py::IsSequenceOp, lowerCollectionTest<py::IsSequenceOp, kIsSequenceType>>();
  handlers.add<py::IsMappingOp, lowerCollectionTest<py::IsMappingOp, kIsMappingType>>();
}

} // namespace molt::codegen
