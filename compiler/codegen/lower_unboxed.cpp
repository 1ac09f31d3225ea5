// Unboxed numbers: tests of words, in and out of words, and arithmetic on machine numbers.
#include "compiler/codegen/inline_paths.h"

#include "abi/object.h"
#include "abi/value.h"

#include <llvm/IR/ConstantRange.h>
#include <mlir/Dialect/Arith/IR/Arith.h>

namespace molt::codegen {
namespace {

namespace arith = mlir::arith;

constexpr unsigned kIntShift = 64 - kIntBits;

// ---- Tests ----------------------------------------------------------------------------------------------------------

void lowerIsInt(FunctionLowering &lowering, py::IsIntOp op) {
  lowering.setResult(op.getResult(), isInlineInt(lowering.builder, lowering.operand(op.getValue())));
}

void lowerIsFloat(FunctionLowering &lowering, py::IsFloatOp op) {
  lowering.setResult(op.getResult(), isPlainFloat(lowering.builder, lowering.operand(op.getValue())));
}

void lowerIsObject(FunctionLowering &lowering, py::IsObjectOp op) {
  lowering.setResult(op.getResult(), isObject(lowering, lowering.operand(op.getValue())));
}

void lowerIsSymbol(FunctionLowering &lowering, py::IsSymbolOp op) {
  lowering.setResult(op.getResult(), lowering.builder.CreateICmpEQ(lowering.operand(op.getValue()),
                                                                   lowering.symbolWord(op.getSymbol())));
}

constexpr uint64_t kBuiltinDefinition = sizeof(Object); // BuiltinFunction::definition

void lowerIsFunction(FunctionLowering &lowering, py::IsFunctionOp op) {
  llvm::Value *type = lowering.symbolWord("type_builtin_function_or_method");
  auto isIt = [&](llvm::Value *function) {
    llvm::Value *definition = lowering.symbolWord(("function_" + op.getFunction()).str());
    return lowering.builder.CreateICmpEQ(lowering.loadField(function, kBuiltinDefinition), definition);
  };
  lowering.setResult(op.getResult(), isObjectOf(lowering, lowering.operand(op.getValue()), type, isIt));
}

void lowerIsIntactMath(FunctionLowering &lowering, py::IsIntactMathOp op) {
  llvm::Value *runtime = lowering.moduleArray(offsetof(Module, runtime));
  llvm::Value *math = lowering.loadField(runtime, offsetof(RuntimeEvents, intactMath), Memory::World);
  lowering.setResult(op.getResult(), lowering.builder.CreateICmpEQ(lowering.operand(op.getValue()), math));
}

void lowerFloatFunction(FunctionLowering &lowering, py::FloatFunctionOp op) {
  llvm::Intrinsic::ID intrinsic = llvm::Intrinsic::lookupIntrinsicID(("llvm." + op.getFunction()).str());
  lowering.setResult(op.getResult(),
                     lowering.builder.CreateUnaryIntrinsic(intrinsic, lowering.operand(op.getNumber())));
}

void lowerFloatCall(FunctionLowering &lowering, py::FloatCallOp op) {
  llvm::SmallVector<llvm::Value *, 2> numbers;
  for (mlir::Value number : op.getNumbers())
    numbers.push_back(lowering.operand(number));
  lowering.setResult(op.getResult(), lowering.call(("float_" + op.getFunction()).str(), numbers));
}

// Not LLVM's own pow, of which it makes square roots and products where these are nearly the same.
/// The square root of `x`, a positive number, and whether pow(x, 0.5) gives that too. pow is not rounded correctly: it is off by
/// less than 0.54 units in the last place (glibc and musl have the algorithm of Arm's optimized-routines, which says so). So it
/// gives the root as rounded where the exact one is nearer to that than 0.45 units, and that is looked for: x - root * root, of
/// two halves whose products are exact (Dekker 1971) but for the last bit of the smallest, is 2 * root times the distance.
std::pair<llvm::Value *, llvm::Value *> squareRoot(FunctionLowering &lowering, llvm::Value *x) {
  llvm::IRBuilder<> &b = lowering.builder;
  auto number = [&](double value) { return llvm::ConstantFP::get(b.getDoubleTy(), value); };
  auto masked = [&](llvm::Value *value, uint64_t mask) {
    return b.CreateBitCast(b.CreateAnd(b.CreateBitCast(value, b.getInt64Ty()), mask), b.getDoubleTy());
  };
  constexpr uint64_t kUpperHalf = ~uint64_t(0) << 27, kExponent = uint64_t(0x7ff) << 52;
  constexpr double kFarFromZero = 0x1p-900; // no product below is subnormal
  llvm::Value *root = b.CreateUnaryIntrinsic(llvm::Intrinsic::sqrt, x);
  llvm::Value *high = masked(root, kUpperHalf), *low = b.CreateFSub(root, high);
  llvm::Value *rest = b.CreateFSub(x, b.CreateFMul(high, high));
  rest = b.CreateFSub(rest, b.CreateFMul(b.CreateFMul(high, low), number(2)));
  rest = b.CreateFSub(rest, b.CreateFMul(low, low));
  llvm::Value *unit = b.CreateFMul(masked(root, kExponent), number(0x1p-52));
  llvm::Value *bound = b.CreateFMul(b.CreateFMul(unit, number(2 * 0.45)), root);
  llvm::Value *isNear = b.CreateFCmpOLT(b.CreateUnaryIntrinsic(llvm::Intrinsic::fabs, rest), bound);
  return {root, b.CreateAnd(isNear, b.CreateFCmpOGT(x, number(kFarFromZero)))};
}

bool isHalf(mlir::Value value) {
  auto constant = value.getDefiningOp<arith::ConstantOp>();
  auto number = constant ? mlir::dyn_cast<mlir::FloatAttr>(constant.getValue()) : mlir::FloatAttr();
  return number && number.getValueAsDouble() == 0.5;
}

void lowerFloatPower(FunctionLowering &lowering, py::FloatPowerOp op) {
  llvm::Value *left = lowering.operand(op.getLeft()), *right = lowering.operand(op.getRight());
  if (!isHalf(op.getRight()))
    return lowering.setResult(op.getResult(), lowering.call("power_float", {left, right}));
  InlinePaths paths(lowering, op, {lowering.builder.getDoubleTy()});
  auto [root, isPower] = squareRoot(lowering, left);
  paths.require(isPower);
  paths.finish({root});
  paths.beginSlow();
  paths.finish({lowering.call("power_float", {left, right})});
  lowering.setResult(op.getResult(), paths.join());
}

void lowerTruncate(FunctionLowering &lowering, py::TruncateOp op) {
  lowering.setResult(op.getResult(),
                     lowering.builder.CreateFPToSI(lowering.operand(op.getNumber()), lowering.builder.getInt64Ty()));
}

void lowerIsExactly(FunctionLowering &lowering, py::IsExactlyOp op) {
  llvm::Value *value = lowering.operand(op.getValue());
  lowering.setResult(op.getResult(), isObjectOf(lowering, value, lowering.symbolWord(op.getType())));
}

// ---- In and out of words --------------------------------------------------------------------------------------------

void lowerUnboxInt(FunctionLowering &lowering, py::UnboxIntOp op) {
  llvm::IRBuilder<> &b = lowering.builder;
  lowering.setResult(op.getResult(), b.CreateAShr(b.CreateShl(lowering.operand(op.getValue()), kIntShift), kIntShift));
}

void lowerUnboxFloat(FunctionLowering &lowering, py::UnboxFloatOp op) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *bits = b.CreateSub(lowering.operand(op.getValue()), lowering.word(kDoubleOffset));
  lowering.setResult(op.getResult(), b.CreateBitCast(bits, b.getDoubleTy()));
}

void lowerIsLastReference(FunctionLowering &lowering, py::IsLastReferenceOp op) {
  lowering.setResult(op.getResult(), lowering.isLastReference(lowering.operand(op.getValue())));
}

void lowerBoxInt(FunctionLowering &lowering, py::BoxIntOp op) {
  llvm::Value *number = lowering.operand(op.getNumber());
  bool isInline = lowering.isHot() || llvm::isa<llvm::Constant>(number);
  lowering.setResult(op.getResult(), isInline ? boxInt(lowering, number) : lowering.call("box_int", {number}));
}

void lowerBoxFloat(FunctionLowering &lowering, py::BoxFloatOp op) {
  lowering.setResult(op.getResult(), boxFloat(lowering, lowering.operand(op.getNumber())));
}

// ---- Arithmetic -----------------------------------------------------------------------------------------------------

template <class Op, llvm::Intrinsic::ID intrinsic> void lowerOverflow(FunctionLowering &lowering, Op op) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *pair =
      b.CreateBinaryIntrinsic(intrinsic, lowering.operand(op.getLeft()), lowering.operand(op.getRight()));
  lowering.setResult(op.getResult(), b.CreateExtractValue(pair, 0));
  lowering.setResult(op.getOverflow(), b.CreateExtractValue(pair, 1));
}

/// Whether both words are numbers of 32 bits.
llvm::Value *areSmall(FunctionLowering &lowering, llvm::Value *left, llvm::Value *right) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *lowest = lowering.word(uint64_t(1) << 31);
  return b.CreateICmpULT(b.CreateOr(b.CreateAdd(left, lowest), b.CreateAdd(right, lowest)),
                         lowering.word(uint64_t(1) << 32));
}

// WebAssembly has no product of two words that is wider than one: to test it for overflow takes a call with 128 bits. A
// literal's products fit where the other number is in a range; others mostly are products of 32 bits.
void lowerMultiply(FunctionLowering &lowering, py::MultiplyOverflowOp op) {
  if (!lowering.module().module().getTargetTriple().isWasm())
    return lowerOverflow<py::MultiplyOverflowOp, llvm::Intrinsic::smul_with_overflow>(lowering, op);
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *left = lowering.operand(op.getLeft()), *right = lowering.operand(op.getRight());
  if (llvm::isa<llvm::ConstantInt>(left))
    std::swap(left, right);
  if (auto *literal = llvm::dyn_cast<llvm::ConstantInt>(right)) {
    auto fitting = llvm::ConstantRange::makeExactNoWrapRegion(llvm::Instruction::Mul, literal->getValue(),
                                                              llvm::OverflowingBinaryOperator::NoSignedWrap);
    llvm::Value *distance = b.CreateSub(left, b.getInt(fitting.getSignedMin()));
    lowering.setResult(op.getResult(), b.CreateMul(left, right));
    lowering.setResult(op.getOverflow(),
                       b.CreateICmpUGT(distance, b.getInt(fitting.getSignedMax() - fitting.getSignedMin())));
    return;
  }
  llvm::BasicBlock *start = b.GetInsertBlock(), *large = lowering.newBlock(), *done = lowering.newBlock();
  llvm::Value *usual = b.CreateMul(left, right);
  lowering.branchUnlikely(b.CreateNot(areSmall(lowering, left, right)), large, done);
  b.SetInsertPoint(large);
  llvm::Value *checked = b.CreateBinaryIntrinsic(llvm::Intrinsic::smul_with_overflow, left, right);
  llvm::Value *overflow = b.CreateExtractValue(checked, 1);
  b.CreateBr(done);
  b.SetInsertPoint(done);
  llvm::PHINode *isOverflow = b.CreatePHI(b.getInt1Ty(), 2);
  isOverflow->addIncoming(b.getFalse(), start);
  isOverflow->addIncoming(overflow, large);
  lowering.setResult(op.getResult(), usual);
  lowering.setResult(op.getOverflow(), isOverflow);
}

// The machine's division rounds towards zero; shifts and masks do as Python does.
template <class Op> void lowerDivision(FunctionLowering &lowering, Op op) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *dividend = lowering.operand(op.getLeft()), *divisor = lowering.operand(op.getRight());
  if (auto *literal = llvm::dyn_cast<llvm::ConstantInt>(divisor);
      literal && literal->getValue().isPowerOf2() && !literal->isNegative()) {
    llvm::Value *shifted = std::is_same_v<Op, py::ModuloIntOp>
                               ? b.CreateAnd(dividend, lowering.word(literal->getZExtValue() - 1))
                               : b.CreateAShr(dividend, lowering.word(literal->getValue().logBase2()));
    return lowering.setResult(op.getResult(), shifted);
  }
  llvm::Value *remainder = b.CreateSRem(dividend, divisor);
  llvm::Value *isBelow = b.CreateICmpSLT(remainder, lowering.word(0));
  llvm::Value *result;
  if constexpr (std::is_same_v<Op, py::ModuloIntOp>)
    result = b.CreateAdd(remainder, b.CreateSelect(isBelow, divisor, lowering.word(0)));
  else
    result = b.CreateSub(b.CreateSDiv(dividend, divisor), b.CreateZExt(isBelow, b.getInt64Ty()));
  lowering.setResult(op.getResult(), result);
}

template <class Op, llvm::Instruction::BinaryOps operation> void lowerBinary(FunctionLowering &lowering, Op op) {
  lowering.setResult(op.getResult(), lowering.builder.CreateBinOp(operation, lowering.operand(op.getLhs()),
                                                                  lowering.operand(op.getRhs())));
}

// Where the op says that it cannot overflow, LLVM may know.
void lowerAdd(FunctionLowering &lowering, arith::AddIOp op) {
  bool isExact = arith::bitEnumContainsAll(op.getOverflowFlags(), arith::IntegerOverflowFlags::nsw);
  lowering.setResult(op.getResult(), lowering.builder.CreateAdd(lowering.operand(op.getLhs()),
                                                                lowering.operand(op.getRhs()), "", false, isExact));
}

void lowerSelect(FunctionLowering &lowering, arith::SelectOp op) {
  lowering.setResult(op.getResult(), lowering.builder.CreateSelect(lowering.operand(op.getCondition()),
                                                                   lowering.operand(op.getTrueValue()),
                                                                   lowering.operand(op.getFalseValue())));
}

void lowerNegate(FunctionLowering &lowering, arith::NegFOp op) {
  lowering.setResult(op.getResult(), lowering.builder.CreateFNeg(lowering.operand(op.getOperand())));
}

void lowerToFloat(FunctionLowering &lowering, arith::SIToFPOp op) {
  lowering.setResult(op.getResult(),
                     lowering.builder.CreateSIToFP(lowering.operand(op.getIn()), lowering.builder.getDoubleTy()));
}

llvm::CmpInst::Predicate predicateOf(arith::CmpIPredicate predicate) {
  using P = arith::CmpIPredicate;
  switch (predicate) {
  case P::eq:
    return llvm::CmpInst::ICMP_EQ;
  case P::ne:
    return llvm::CmpInst::ICMP_NE;
  case P::slt:
    return llvm::CmpInst::ICMP_SLT;
  case P::sle:
    return llvm::CmpInst::ICMP_SLE;
  case P::sgt:
    return llvm::CmpInst::ICMP_SGT;
  case P::sge:
    return llvm::CmpInst::ICMP_SGE;
  case P::ult:
    return llvm::CmpInst::ICMP_ULT;
  case P::ule:
    return llvm::CmpInst::ICMP_ULE;
  case P::ugt:
    return llvm::CmpInst::ICMP_UGT;
  case P::uge:
    return llvm::CmpInst::ICMP_UGE;
  }
  llvm_unreachable("no such predicate");
}

llvm::CmpInst::Predicate predicateOf(arith::CmpFPredicate predicate) {
  using P = arith::CmpFPredicate;
  switch (predicate) {
  case P::OEQ:
    return llvm::CmpInst::FCMP_OEQ;
  case P::OLT:
    return llvm::CmpInst::FCMP_OLT;
  case P::OLE:
    return llvm::CmpInst::FCMP_OLE;
  case P::OGT:
    return llvm::CmpInst::FCMP_OGT;
  case P::OGE:
    return llvm::CmpInst::FCMP_OGE;
  case P::UNE:
    return llvm::CmpInst::FCMP_UNE;
  default:
    llvm_unreachable("Python has no such comparison");
  }
}

void lowerCompareInts(FunctionLowering &lowering, arith::CmpIOp op) {
  lowering.setResult(op.getResult(),
                     lowering.builder.CreateICmp(predicateOf(op.getPredicate()), lowering.operand(op.getLhs()),
                                                 lowering.operand(op.getRhs())));
}

void lowerCompareFloats(FunctionLowering &lowering, arith::CmpFOp op) {
  lowering.setResult(op.getResult(),
                     lowering.builder.CreateFCmp(predicateOf(op.getPredicate()), lowering.operand(op.getLhs()),
                                                 lowering.operand(op.getRhs())));
}

void lowerConstant(FunctionLowering &lowering, arith::ConstantOp op) {
  llvm::IRBuilder<> &b = lowering.builder;
  if (auto number = mlir::dyn_cast<mlir::FloatAttr>(op.getValue()))
    return lowering.setResult(op.getResult(), llvm::ConstantFP::get(b.getDoubleTy(), number.getValue()));
  auto integer = mlir::cast<mlir::IntegerAttr>(op.getValue());
  lowering.setResult(op.getResult(), llvm::ConstantInt::get(b.getContext(), integer.getValue()));
}

} // namespace

void registerUnboxed(HandlerTable &handlers) {
  using llvm::Instruction;
  handlers.add<py::IsIntOp, lowerIsInt>();
  handlers.add<py::IsFloatOp, lowerIsFloat>();
  handlers.add<py::IsObjectOp, lowerIsObject>();
  handlers.add<py::IsLastReferenceOp, lowerIsLastReference>();
  handlers.add<py::IsSymbolOp, lowerIsSymbol>();
  handlers.add<py::IsExactlyOp, lowerIsExactly>();
  handlers.add<py::IsFunctionOp, lowerIsFunction>();
  handlers.add<py::IsIntactMathOp, lowerIsIntactMath>();
  handlers.add<py::FloatFunctionOp, lowerFloatFunction>();
  handlers.add<py::FloatCallOp, lowerFloatCall>();
  handlers.add<py::FloatPowerOp, lowerFloatPower>();
  handlers.add<py::TruncateOp, lowerTruncate>();
  handlers.add<py::UnboxIntOp, lowerUnboxInt>();
  handlers.add<py::UnboxFloatOp, lowerUnboxFloat>();
  handlers.add<py::BoxIntOp, lowerBoxInt>();
  handlers.add<py::BoxFloatOp, lowerBoxFloat>();
  handlers.add<py::AddOverflowOp, lowerOverflow<py::AddOverflowOp, llvm::Intrinsic::sadd_with_overflow>>();
  handlers.add<py::SubtractOverflowOp, lowerOverflow<py::SubtractOverflowOp, llvm::Intrinsic::ssub_with_overflow>>();
  handlers.add<py::MultiplyOverflowOp, lowerMultiply>();
  handlers.add<py::FloorDivideIntOp, lowerDivision<py::FloorDivideIntOp>>();
  handlers.add<py::ModuloIntOp, lowerDivision<py::ModuloIntOp>>();
  handlers.add<arith::AddFOp, lowerBinary<arith::AddFOp, Instruction::FAdd>>();
  handlers.add<arith::SubFOp, lowerBinary<arith::SubFOp, Instruction::FSub>>();
  handlers.add<arith::MulFOp, lowerBinary<arith::MulFOp, Instruction::FMul>>();
  handlers.add<arith::DivFOp, lowerBinary<arith::DivFOp, Instruction::FDiv>>();
  handlers.add<arith::AddIOp, lowerAdd>();
  handlers.add<arith::SubIOp, lowerBinary<arith::SubIOp, Instruction::Sub>>();
  handlers.add<arith::MulIOp, lowerBinary<arith::MulIOp, Instruction::Mul>>();
  handlers.add<arith::AndIOp, lowerBinary<arith::AndIOp, Instruction::And>>();
  handlers.add<arith::OrIOp, lowerBinary<arith::OrIOp, Instruction::Or>>();
  handlers.add<arith::XOrIOp, lowerBinary<arith::XOrIOp, Instruction::Xor>>();
  handlers.add<arith::ShLIOp, lowerBinary<arith::ShLIOp, Instruction::Shl>>();
  handlers.add<arith::ShRSIOp, lowerBinary<arith::ShRSIOp, Instruction::AShr>>();
  handlers.add<arith::NegFOp, lowerNegate>();
  handlers.add<arith::SIToFPOp, lowerToFloat>();
  handlers.add<arith::SelectOp, lowerSelect>();
  handlers.add<arith::CmpIOp, lowerCompareInts>();
  handlers.add<arith::CmpFOp, lowerCompareFloats>();
  handlers.add<arith::ConstantOp, lowerConstant>();
}

} // namespace molt::codegen
