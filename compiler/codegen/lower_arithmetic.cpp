// Arithmetic and comparisons. In the release profile two inline ints or two floats are computed in place, after a test of
// the tags; everything else (big ints, mixed operands, overflow of the 49 bits, zero divisors, objects) is the entry
// point's, which is always right. A literal operand decides at compile time which tests are needed, and a literal int
// next to a float is a float.
#include "compiler/codegen/function_lowering.h"
#include "compiler/codegen/inline_paths.h"

#include "abi/value.h"

namespace molt::codegen {
namespace {

/// Collects the ways to a result: fast ones, and one slow one.
class FastPaths {
public:
  FastPaths(FunctionLowering &lowering, mlir::Operation *op, llvm::Type *type)
      : lowering_(lowering), b_(lowering.builder), op_(op), slow_(lowering.newBlock()), join_(lowering.newBlock()),
        result_(llvm::PHINode::Create(type, 3, "", join_)) {}

  /// This path ends here with `value`.
  void finish(llvm::Value *value) {
    result_->addIncoming(value, b_.GetInsertBlock());
    b_.CreateBr(join_);
  }
  /// Goes the slow way unless `condition`.
  void require(llvm::Value *condition) {
    llvm::BasicBlock *next = lowering_.newBlock();
    b_.CreateCondBr(condition, next, slow_);
    b_.SetInsertPoint(next);
  }
  void goSlow() { b_.CreateBr(slow_); }
  void beginSlow() { b_.SetInsertPoint(slow_); }
  void callSlow(llvm::StringRef entry, llvm::ArrayRef<llvm::Value *> arguments) {
    beginSlow();
    llvm::Value *value = lowering_.call(entry, arguments);
    lowering_.branchIfRaised(op_, b_.CreateICmpEQ(value, lowering_.word(0)));
    finish(value);
  }
  llvm::Value *join() {
    b_.SetInsertPoint(join_);
    return result_;
  }

private:
  FunctionLowering &lowering_;
  llvm::IRBuilder<> &b_;
  mlir::Operation *op_;
  llvm::BasicBlock *slow_, *join_;
  llvm::PHINode *result_;
};

enum class Operator { Add, Subtract, Multiply, TrueDivide, FloorDivide, Modulo, ShiftLeft, ShiftRight, And, Or, Xor };

// ---- Words ----------------------------------------------------------------------------------------------

enum class Literal { None, Int, Float, Other };

Literal literalOf(mlir::Value value) {
  auto constant = value.getDefiningOp<py::ConstantOp>();
  if (!constant)
    return Literal::None;
  mlir::Attribute attribute = constant.getValue();
  if (mlir::isa<mlir::FloatAttr>(attribute))
    return Literal::Float;
  auto integer = mlir::dyn_cast<mlir::IntegerAttr>(attribute);
  bool isInline = integer && !mlir::isa<mlir::BoolAttr>(attribute) && integer.getValue().isSignedIntN(kIntBits);
  return isInline ? Literal::Int : Literal::Other;
}

class Words {
public:
  explicit Words(FunctionLowering &lowering) : lowering_(lowering), b_(lowering.builder) {}

  llvm::Value *isInt(llvm::Value *word) { return b_.CreateICmpUGE(word, lowering_.word(kIntTag)); }
  llvm::Value *isDouble(llvm::Value *word) { return molt::codegen::isPlainFloat(lowering_.builder, word); }
  /// The int in the topmost 49 bits: sums and differences overflow where they leave the inline range.
  llvm::Value *high(llvm::Value *word) { return b_.CreateShl(word, 64 - kIntBits); }
  llvm::Value *toInt(llvm::Value *word) { return b_.CreateAShr(high(word), 64 - kIntBits); }
  llvm::Value *fromHigh(llvm::Value *high) {
    return b_.CreateOr(b_.CreateLShr(high, 64 - kIntBits), lowering_.word(kIntTag));
  }
  llvm::Value *fromInt(llvm::Value *number) { return b_.CreateOr(number, lowering_.word(kIntTag)); } // of 49 bits
  llvm::Value *toDouble(llvm::Value *word) {
    return b_.CreateBitCast(b_.CreateSub(word, lowering_.word(kDoubleOffset)), b_.getDoubleTy());
  }
  /// Results of hardware operations on canonical NaNs are canonical, so nothing is normalised.
  llvm::Value *fromDouble(llvm::Value *number) {
    lowering_.constants().noteFloats();
    return b_.CreateAdd(b_.CreateBitCast(number, b_.getInt64Ty()), lowering_.word(kDoubleOffset));
  }

private:
  FunctionLowering &lowering_;
  llvm::IRBuilder<> &b_;
};

// ---- Two operands -----------------------------------------------------------------------------------------

class BinaryLowering {
public:
  BinaryLowering(FunctionLowering &lowering, mlir::Operation *op, mlir::Value left, mlir::Value right)
      : lowering_(lowering), b_(lowering.builder), words_(lowering), leftLiteral_(literalOf(left)),
        rightLiteral_(literalOf(right)), left_(lowering.operand(left)), right_(lowering.operand(right)) {}

  /// No fast way can ever be taken, or it is not wanted.
  bool isHopeless() const {
    return !lowering_.isHot() || leftLiteral_ == Literal::Other ||
           rightLiteral_ == Literal::Other;
  }

  /// Emits the tests, and in their reach the two bodies. What passes no test goes the slow way.
  template <class IntBody, class FloatBody>
  void dispatch(FastPaths &paths, IntBody intBody, FloatBody floatBody, bool hasFloat) {
    bool mayBeInts = leftLiteral_ != Literal::Float && rightLiteral_ != Literal::Float;
    bool mayBeFloats = hasFloat && !(leftLiteral_ == Literal::Int && rightLiteral_ == Literal::Int);
    if (mayBeInts) {
      llvm::BasicBlock *ints = lowering_.newBlock(), *others = lowering_.newBlock();
      b_.CreateCondBr(bothInts(), ints, others);
      b_.SetInsertPoint(ints);
      intBody();
      b_.SetInsertPoint(others);
    }
    if (!mayBeFloats) {
      paths.goSlow();
      return;
    }
    paths.require(areFloats());
    floatBody(asFloat(left_, leftLiteral_), asFloat(right_, rightLiteral_));
  }

  llvm::Value *left() { return left_; }
  llvm::Value *right() { return right_; }
  Words &words() { return words_; }

private:
  llvm::Value *bothInts() {
    if (leftLiteral_ == Literal::Int)
      return words_.isInt(right_);
    if (rightLiteral_ == Literal::Int)
      return words_.isInt(left_);
    return words_.isInt(b_.CreateAnd(left_, right_)); // all tag bits in both
  }
  llvm::Value *areFloats() {
    if (leftLiteral_ != Literal::None)
      return words_.isDouble(right_);
    if (rightLiteral_ != Literal::None)
      return words_.isDouble(left_);
    return b_.CreateAnd(words_.isDouble(left_), words_.isDouble(right_));
  }
  llvm::Value *asFloat(llvm::Value *word, Literal literal) {
    if (literal == Literal::Int)
      return b_.CreateSIToFP(words_.toInt(word), b_.getDoubleTy());
    return words_.toDouble(word);
  }

  FunctionLowering &lowering_;
  llvm::IRBuilder<> &b_;
  Words words_;
  Literal leftLiteral_, rightLiteral_;
  llvm::Value *left_, *right_;
};

class ArithmeticLowering {
public:
  ArithmeticLowering(FunctionLowering &lowering, BinaryLowering &binary, FastPaths &paths)
      : lowering_(lowering), b_(lowering.builder), binary_(binary), words_(binary.words()), paths_(paths) {}

  static bool hasFloat(Operator kind) { return kind <= Operator::TrueDivide; }

  void ints(Operator kind) {
    switch (kind) {
    case Operator::Add:
      return overflowing(llvm::Intrinsic::sadd_with_overflow, words_.high(left()), words_.high(right()));
    case Operator::Subtract:
      return overflowing(llvm::Intrinsic::ssub_with_overflow, words_.high(left()), words_.high(right()));
    case Operator::Multiply:
      return overflowing(llvm::Intrinsic::smul_with_overflow, words_.high(left()), words_.toInt(right()));
    case Operator::TrueDivide: { // both are exact as doubles, so one division rounds correctly
      llvm::Value *divisor = words_.toInt(right());
      paths_.require(b_.CreateICmpNE(divisor, lowering_.word(0)));
      return paths_.finish(words_.fromDouble(b_.CreateFDiv(b_.CreateSIToFP(words_.toInt(left()), b_.getDoubleTy()),
                                                           b_.CreateSIToFP(divisor, b_.getDoubleTy()))));
    }
    case Operator::FloorDivide:
    case Operator::Modulo:
      return floorDivision(kind == Operator::Modulo);
    case Operator::ShiftLeft:
      return shiftLeft();
    case Operator::ShiftRight: {
      llvm::Value *count = words_.toInt(right());
      paths_.require(b_.CreateICmpULT(count, lowering_.word(64)));
      return paths_.finish(words_.fromInt(b_.CreateAShr(words_.toInt(left()), count)));
    }
    case Operator::And:
      return paths_.finish(b_.CreateAnd(left(), right()));
    case Operator::Or:
      return paths_.finish(b_.CreateOr(left(), right()));
    case Operator::Xor:
      return paths_.finish(words_.fromInt(b_.CreateXor(left(), right())));
    }
  }

  void floats(Operator kind, llvm::Value *left, llvm::Value *right) {
    switch (kind) {
    case Operator::Add:
      return paths_.finish(words_.fromDouble(b_.CreateFAdd(left, right)));
    case Operator::Subtract:
      return paths_.finish(words_.fromDouble(b_.CreateFSub(left, right)));
    case Operator::Multiply:
      return paths_.finish(words_.fromDouble(b_.CreateFMul(left, right)));
    case Operator::TrueDivide:
      paths_.require(b_.CreateFCmpUNE(right, llvm::ConstantFP::get(b_.getDoubleTy(), 0)));
      return paths_.finish(words_.fromDouble(b_.CreateFDiv(left, right)));
    default:
      llvm_unreachable("no float path");
    }
  }

private:
  llvm::Value *left() { return binary_.left(); }
  llvm::Value *right() { return binary_.right(); }

  void overflowing(llvm::Intrinsic::ID intrinsic, llvm::Value *a, llvm::Value *b) {
    llvm::Value *pair = b_.CreateBinaryIntrinsic(intrinsic, a, b);
    paths_.require(b_.CreateNot(b_.CreateExtractValue(pair, 1)));
    paths_.finish(words_.fromHigh(b_.CreateExtractValue(pair, 0)));
  }

  // Python floors: the remainder has the divisor's sign. Divisors up to zero are left to the runtime.
  void floorDivision(bool wantsRemainder) {
    llvm::Value *dividend = words_.toInt(left()), *divisor = words_.toInt(right());
    paths_.require(b_.CreateICmpSGT(divisor, lowering_.word(0)));
    llvm::Value *remainder = b_.CreateSRem(dividend, divisor);
    llvm::Value *below = b_.CreateICmpSLT(remainder, lowering_.word(0));
    llvm::Value *result;
    if (wantsRemainder)
      result = b_.CreateAdd(remainder, b_.CreateSelect(below, divisor, lowering_.word(0)));
    else
      result = b_.CreateSub(b_.CreateSDiv(dividend, divisor), b_.CreateZExt(below, b_.getInt64Ty()));
    paths_.finish(words_.fromInt(result));
  }

  void shiftLeft() {
    llvm::Value *count = words_.toInt(right()), *number = words_.high(left());
    paths_.require(b_.CreateICmpULT(count, lowering_.word(kIntBits)));
    llvm::Value *shifted = b_.CreateShl(number, count);
    paths_.require(b_.CreateICmpEQ(b_.CreateAShr(shifted, count), number));
    paths_.finish(words_.fromHigh(shifted));
  }

  FunctionLowering &lowering_;
  llvm::IRBuilder<> &b_;
  BinaryLowering &binary_;
  Words &words_;
  FastPaths &paths_;
};

void lowerRepeatCompact(FunctionLowering &lowering, py::MultiplyOp op) {
  llvm::Value *left = lowering.operand(op.getLeft()), *right = lowering.operand(op.getRight());
  llvm::Value *list = lowering.call("repeat_compact_py", {left, right});
  lowering.setResult(op.getResult(), list);
  lowering.raiseIf(lowering.builder.CreateICmpEQ(list, lowering.word(0)));
}

template <class Op, Operator kind> void lowerBinary(FunctionLowering &lowering, Op op) {
  if constexpr (std::is_same_v<Op, py::MultiplyOp>)
    if (op->hasAttr(py::kCompactAttr))
      return lowerRepeatCompact(lowering, op);
  BinaryLowering binary(lowering, op, op.getLeft(), op.getRight());
  if (binary.isHopeless())
    return lowerEntryPoint(lowering, op);
  FastPaths paths(lowering, op, lowering.builder.getInt64Ty());
  ArithmeticLowering arithmetic(lowering, binary, paths);
  binary.dispatch(
      paths, [&] { arithmetic.ints(kind); },
      [&](llvm::Value *left, llvm::Value *right) { arithmetic.floats(kind, left, right); },
      ArithmeticLowering::hasFloat(kind));
  paths.callSlow(op.getEntryPoint(), {binary.left(), binary.right()});
  lowering.setResult(op.getResult(), paths.join());
}

// Numbers never come near the slot. Else its value moves into the call, and what comes back (null when it was used up)
// moves into the slot again. That value is taken from the slot: `left` may be another object where it is a number that has just
// become one, on the way out of a fast version.
void lowerInplaceAddLocal(FunctionLowering &lowering, py::InplaceAddLocalOp op) {
  llvm::IRBuilder<> &b = lowering.builder;
  BinaryLowering binary(lowering, op, op.getLeft(), op.getRight());
  FastPaths paths(lowering, op, b.getInt64Ty());
  ArithmeticLowering arithmetic(lowering, binary, paths);
  if (binary.isHopeless())
    paths.goSlow();
  else
    binary.dispatch(
        paths, [&] { arithmetic.ints(Operator::Add); },
        [&](llvm::Value *left, llvm::Value *right) { arithmetic.floats(Operator::Add, left, right); }, true);
  paths.beginSlow();
  llvm::Value *back = lowering.stackWords(1), *slot = lowering.slotAddress(op.getSlot());
  b.CreateStore(lowering.word(0), back);
  llvm::Value *left = b.CreateLoad(b.getInt64Ty(), slot);
  llvm::Value *result = lowering.call("inplace_add_local_py", {left, binary.right(), back});
  b.CreateStore(b.CreateLoad(b.getInt64Ty(), back), slot);
  lowering.branchIfRaised(op, b.CreateICmpEQ(result, lowering.word(0)));
  paths.finish(result);
  lowering.setResult(op.getResult(), paths.join());
}

// ---- Comparisons -----------------------------------------------------------------------------------------------

struct Predicates {
  llvm::CmpInst::Predicate ofInts, ofFloats;
};

Predicates predicatesOf(llvm::StringRef comparison) {
  using P = llvm::CmpInst;
  if (comparison == "less")
    return {P::ICMP_SLT, P::FCMP_OLT};
  if (comparison == "less_equal")
    return {P::ICMP_SLE, P::FCMP_OLE};
  if (comparison == "greater")
    return {P::ICMP_SGT, P::FCMP_OGT};
  if (comparison == "greater_equal")
    return {P::ICMP_SGE, P::FCMP_OGE};
  if (comparison == "equal")
    return {P::ICMP_EQ, P::FCMP_OEQ};
  assert(comparison == "not_equal" && "py.test of what is no comparison");
  return {P::ICMP_NE, P::FCMP_UNE};
}

// Emits the fast ways of a comparison; `finish` takes its truth.
template <class Finish>
void compareFast(FunctionLowering &lowering, BinaryLowering &binary, FastPaths &paths, llvm::StringRef comparison,
                 Finish finish) {
  llvm::IRBuilder<> &b = lowering.builder;
  Predicates predicates = predicatesOf(comparison);
  binary.dispatch(
      paths,
      // The words of inline ints compare as their high parts; equal ints have equal words.
      [&] {
        finish(b.CreateICmp(predicates.ofInts, binary.words().high(binary.left()),
                            binary.words().high(binary.right())));
      },
      [&](llvm::Value *left, llvm::Value *right) { finish(b.CreateFCmp(predicates.ofFloats, left, right)); }, true);
}

template <class Op> void lowerComparison(FunctionLowering &lowering, Op op) {
  BinaryLowering binary(lowering, op, op.getLeft(), op.getRight());
  if (binary.isHopeless())
    return lowerEntryPoint(lowering, op);
  llvm::IRBuilder<> &b = lowering.builder;
  FastPaths paths(lowering, op, b.getInt64Ty());
  compareFast(lowering, binary, paths, op->getName().stripDialect(), [&](llvm::Value *truth) {
    paths.finish(b.CreateSelect(truth, lowering.symbolWord("true"), lowering.symbolWord("false")));
  });
  paths.callSlow(op.getEntryPoint(), {binary.left(), binary.right()});
  lowering.setResult(op.getResult(), paths.join());
}

// The comparison's result, if it is an object, is tested and released here.
void lowerTest(FunctionLowering &lowering, py::TestOp op) {
  BinaryLowering binary(lowering, op, op.getLeft(), op.getRight());
  llvm::IRBuilder<> &b = lowering.builder;
  FastPaths paths(lowering, op, b.getInt1Ty());
  if (binary.isHopeless())
    paths.goSlow();
  else
    compareFast(lowering, binary, paths, op.getComparison(), [&](llvm::Value *truth) { paths.finish(truth); });
  paths.beginSlow();
  llvm::Value *result = lowering.call((op.getComparison() + "_py").str(), {binary.left(), binary.right()});
  lowering.branchIfRaised(op, b.CreateICmpEQ(result, lowering.word(0)));
  llvm::Value *isTrue = b.CreateICmpEQ(result, lowering.symbolWord("true"));
  llvm::BasicBlock *known = lowering.newBlock(), *object = lowering.newBlock();
  lowering.branchUnlikely(b.CreateNot(b.CreateOr(isTrue, b.CreateICmpEQ(result, lowering.symbolWord("false")))), object,
                          known);
  b.SetInsertPoint(known);
  paths.finish(isTrue);
  b.SetInsertPoint(object);
  llvm::Value *answer = lowering.call("truth_py", {result});
  lowering.call("release_py", {result});
  lowering.branchIfRaised(op, b.CreateICmpSLT(answer, b.getInt32(0)));
  paths.finish(b.CreateICmpNE(answer, b.getInt32(0)));
  lowering.setResult(op.getResult(), paths.join());
}

// ---- One operand ---------------------------------------------------------------------------------------------------

void lowerNegative(FunctionLowering &lowering, py::NegativeOp op) {
  if (!lowering.isHot())
    return lowerEntryPoint(lowering, op);
  llvm::IRBuilder<> &b = lowering.builder;
  Words words(lowering);
  llvm::Value *operand = lowering.operand(op.getOperand());
  FastPaths paths(lowering, op, b.getInt64Ty());
  llvm::BasicBlock *ints = lowering.newBlock(), *others = lowering.newBlock();
  b.CreateCondBr(words.isInt(operand), ints, others);
  b.SetInsertPoint(ints);
  llvm::Value *pair =
      b.CreateBinaryIntrinsic(llvm::Intrinsic::ssub_with_overflow, lowering.word(0), words.high(operand));
  paths.require(b.CreateNot(b.CreateExtractValue(pair, 1)));
  paths.finish(words.fromHigh(b.CreateExtractValue(pair, 0)));
  b.SetInsertPoint(others);
  paths.require(words.isDouble(operand));
  paths.finish(words.fromDouble(b.CreateFNeg(words.toDouble(operand))));
  paths.callSlow(op.getEntryPoint(), {operand});
  lowering.setResult(op.getResult(), paths.join());
}

void lowerInvert(FunctionLowering &lowering, py::InvertOp op) {
  if (!lowering.isHot())
    return lowerEntryPoint(lowering, op);
  Words words(lowering);
  llvm::Value *operand = lowering.operand(op.getOperand());
  FastPaths paths(lowering, op, lowering.builder.getInt64Ty());
  paths.require(words.isInt(operand));
  paths.finish(words.fromInt(lowering.builder.CreateNot(operand)));
  paths.callSlow(op.getEntryPoint(), {operand});
  lowering.setResult(op.getResult(), paths.join());
}

template <class Op, class InplaceOp, Operator kind> void addOperator(HandlerTable &handlers) {
  handlers.add<Op, lowerBinary<Op, kind>>();
  handlers.add<InplaceOp, lowerBinary<InplaceOp, kind>>();
}

} // namespace

void registerArithmetic(HandlerTable &handlers) {
  addOperator<py::AddOp, py::InplaceAddOp, Operator::Add>(handlers);
  addOperator<py::SubtractOp, py::InplaceSubtractOp, Operator::Subtract>(handlers);
  addOperator<py::MultiplyOp, py::InplaceMultiplyOp, Operator::Multiply>(handlers);
  addOperator<py::TrueDivideOp, py::InplaceTrueDivideOp, Operator::TrueDivide>(handlers);
  addOperator<py::FloorDivideOp, py::InplaceFloorDivideOp, Operator::FloorDivide>(handlers);
  addOperator<py::ModuloOp, py::InplaceModuloOp, Operator::Modulo>(handlers);
  addOperator<py::ShiftLeftOp, py::InplaceShiftLeftOp, Operator::ShiftLeft>(handlers);
  addOperator<py::ShiftRightOp, py::InplaceShiftRightOp, Operator::ShiftRight>(handlers);
  addOperator<py::BitAndOp, py::InplaceBitAndOp, Operator::And>(handlers);
  addOperator<py::BitOrOp, py::InplaceBitOrOp, Operator::Or>(handlers);
  addOperator<py::BitXorOp, py::InplaceBitXorOp, Operator::Xor>(handlers);
  handlers.add<py::InplaceAddLocalOp, lowerInplaceAddLocal>();
  handlers.add<py::LessOp, lowerComparison<py::LessOp>>();
  handlers.add<py::LessEqualOp, lowerComparison<py::LessEqualOp>>();
  handlers.add<py::EqualOp, lowerComparison<py::EqualOp>>();
  handlers.add<py::NotEqualOp, lowerComparison<py::NotEqualOp>>();
  handlers.add<py::GreaterOp, lowerComparison<py::GreaterOp>>();
  handlers.add<py::GreaterEqualOp, lowerComparison<py::GreaterEqualOp>>();
  handlers.add<py::TestOp, lowerTest>();
  handlers.add<py::NegativeOp, lowerNegative>();
  handlers.add<py::InvertOp, lowerInvert>();
}

} // namespace molt::codegen
