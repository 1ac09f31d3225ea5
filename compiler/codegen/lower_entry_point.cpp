// The one lowering of every op that becomes a call of an entry point. What each argument is follows from the entry's C++
// parameter (entry_points.h); the op's declared operands are taken in order.
#include "compiler/codegen/function_lowering.h"

#include "abi/object.h"

namespace molt::codegen {
namespace {

class EntryCall {
public:
  EntryCall(FunctionLowering &lowering, mlir::Operation *op)
      : lowering_(lowering), b_(lowering.builder), op_(op), interface_(mlir::cast<py::EntryPointOp>(op)) {}

  void run() {
    const EntryPoint *entry = findEntryPoint(interface_.getEntryPoint());
    if (!entry)
      return lowering_.module().fail(op_, "names an entry point that is not in abi/entry_points.def");
    unsigned returned = entry->result == ResultKind::None || entry->result == ResultKind::RaisingVoid ? 0 : 1;
    outCount_ = op_->getNumResults() > returned ? op_->getNumResults() - returned : 0;
    llvm::SmallVector<llvm::Value *, 6> arguments;
    for (const EntryParameter &parameter : entry->parameters)
      arguments.push_back(argument(parameter));
    llvm::Value *result = lowering_.call(entry->name, arguments);
    setResults(*entry, result, returned);
  }

private:
  llvm::Value *argument(const EntryParameter &parameter) {
    switch (parameter.role) {
    case ParameterRole::Operand:
      return nextOperand();
    case ParameterRole::Str:
      if (auto text = op_->getAttrOfType<mlir::StringAttr>(parameter.name))
        return lowering_.strWord(text.getValue());
      return nextOperand();
    case ParameterRole::Tuple:
      if (!declares(parameter.name))
        return nextOperand();
      if (names())
        return lowering_.constantWord(lowering_.constants().get(names()));
      return lowering_.word(0);
    case ParameterRole::Module:
      return lowering_.moduleWord();
    case ParameterRole::GlobalCache:
      return lowering_.globalCache(op_->getAttrOfType<mlir::StringAttr>("name").getValue());
    case ParameterRole::AttributeCache:
      return lowering_.newAttributeCache();
    case ParameterRole::Values:
      return valueArray();
    case ParameterRole::OutValues:
      return outArray();
    case ParameterRole::Code:
      return lowering_.module().code(op_->getAttrOfType<mlir::FlatSymbolRefAttr>("function").getAttr());
    case ParameterRole::Integer:
      return integer(parameter);
    case ParameterRole::Other:
      break;
    }
    lowering_.module().fail(op_, "calls an entry point that needs a lowering of its own");
    return lowering_.word(0);
  }

  bool declares(llvm::StringRef attribute) {
    return llvm::is_contained(op_->getName().getAttributeNames(), attribute);
  }

  mlir::ArrayAttr names() { return op_->getAttrOfType<mlir::ArrayAttr>("names"); }

  llvm::Value *nextOperand() {
    mlir::OperandRange group = interface_.getOperandGroup(group_++);
    return group.empty() ? lowering_.word(0) : lowering_.operand(group.front());
  }

  llvm::Value *valueArray() {
    mlir::OperandRange group = interface_.getOperandGroup(group_++);
    arrayCount_ = group.size();
    if (group.empty())
      return llvm::ConstantPointerNull::get(b_.getPtrTy());
    llvm::SmallVector<llvm::Value *, 8> words;
    for (mlir::Value value : group)
      words.push_back(lowering_.operand(value));
    if (words.size() > 1 && isConstantArray(group, words))
      return constantArray(group);
    llvm::Value *array = lowering_.stackWords(words.size());
    for (auto [index, word] : llvm::enumerate(words))
      b_.CreateStore(word, lowering_.fieldAddress(array, index * sizeof(Value)));
    return array;
  }

  static bool isConstantArray(mlir::OperandRange group, llvm::ArrayRef<llvm::Value *> words) {
    return llvm::all_of(words, llvm::IsaPred<llvm::Constant>) && llvm::all_of(group, [](mlir::Value value) {
             return mlir::isa_and_nonnull<py::ConstantOp, py::NullOp>(value.getDefiningOp());
           });
  }

  llvm::Value *constantArray(mlir::OperandRange group) {
    StaticData data(lowering_.module().module());
    for (mlir::Value value : group) {
      if (auto constant = value.getDefiningOp<py::ConstantOp>())
        data.value(lowering_.constants().get(constant.getValue()));
      else
        data.u64(0);
    }
    return data.make("values", true);
  }

  // Null before the call, for entries that fill them only sometimes.
  llvm::Value *outArray() {
    if (outCount_ == 0)
      return llvm::ConstantPointerNull::get(b_.getPtrTy());
    out_ = lowering_.stackWords(arrayCount_ + outCount_); // words of one size are the same ones, also those of valueArray()
    for (unsigned index = 0; index < outCount_; ++index)
      b_.CreateStore(lowering_.word(0), lowering_.fieldAddress(out_, index * sizeof(Value)));
    return out_;
  }

  llvm::Value *integer(const EntryParameter &parameter) {
    llvm::Type *type = parameter.type == AbiType::Int32 ? b_.getInt32Ty() : b_.getInt64Ty();
    if (auto number = op_->getAttrOfType<mlir::IntegerAttr>(parameter.name))
      return llvm::ConstantInt::get(type, number.getValue().getZExtValue());
    if (parameter.name == "positionalCount")
      return llvm::ConstantInt::get(type, arrayCount_ - (names() ? names().size() : 0));
    if (parameter.name == "pairCount")
      return llvm::ConstantInt::get(type, arrayCount_ / 2);
    if (parameter.name == "count")
      return llvm::ConstantInt::get(type, outCount_ ? outCount_ : arrayCount_);
    lowering_.module().fail(op_, "calls an entry point with a number that the op does not have: " + parameter.name);
    return llvm::ConstantInt::get(type, 0);
  }

  void setResults(const EntryPoint &entry, llvm::Value *result, unsigned returned) {
    if (returned && op_->getNumResults())
      lowering_.setResult(op_->getResult(0), entry.result == ResultKind::RaisingBool
                                                 ? b_.CreateICmpSGT(result, b_.getInt32(0))
                                                 : result);
    for (unsigned index = 0; index < outCount_; ++index)
      lowering_.setResult(op_->getResult(returned + index), lowering_.loadField(out_, index * sizeof(Value)));
    if (op_->hasTrait<mlir::OpTrait::IsTerminator>()) { // always raises
      b_.CreateBr(lowering_.unwindBlock(op_));
      return;
    }
    if (entry.result == ResultKind::RaisingBool)
      lowering_.raiseIf(b_.CreateICmpSLT(result, b_.getInt32(0)));
    else if (entry.result == ResultKind::RaisingVoid)
      lowering_.raiseIf(b_.CreateICmpEQ(result, b_.getInt32(0)));
    else if (entry.result == ResultKind::RaisingOwned)
      lowering_.raiseIf(b_.CreateICmpEQ(result, lowering_.word(0)));
  }

  FunctionLowering &lowering_;
  llvm::IRBuilder<> &b_;
  mlir::Operation *op_;
  py::EntryPointOp interface_;
  unsigned group_ = 0;
  unsigned arrayCount_ = 0;
  unsigned outCount_ = 0;
  llvm::Value *out_ = nullptr;
};

} // namespace

void lowerEntryPoint(FunctionLowering &lowering, mlir::Operation *op) { EntryCall(lowering, op).run(); }

} // namespace molt::codegen
