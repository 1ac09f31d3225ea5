// One path of a function through its versions: copies the old function's ops to the end of a new block, in their
// special form where they have one, until it jumps to another version or leaves the function. Where it forks, one side
// is a path of its own.
#pragma once

#include "compiler/versioning/function_versioner.h"

#include <mlir/Dialect/ControlFlow/IR/ControlFlowOps.h>

namespace molt::versioning {

class Path final : public py::Specializer {
public:
  Path(FunctionVersioner &versioner, State state, mlir::Block *block, bool isRare = false)
      : versioner_(versioner), facts_(versioner.facts()), state_(std::move(state)), isRare_(isRare),
        builder_(versioner.context()), remark_{builder_.getUnknownLoc()} {
    builder_.setInsertionPointToEnd(block);
  }

  /// Goes on from `op`, of the old function, to the end of the path.
  void run(mlir::Operation *op);
  /// Likewise from a point of a general body. The arguments of the block that begins there are bound.
  void begin(mlir::Operation *op);

  /// Where all is as a likely version of the block wants it, goes there; a block's arguments are bound. True: it always is.
  bool findBack(mlir::Block *block);

  // ---- Specializer: what holds here (path_values.cpp)

  mlir::OpBuilder &builder() override { return builder_; }
  mlir::Location location() override { return current_->getLoc(); }
  Kinds kindsOf(mlir::Value operand) override { return lookup(operand).kinds; }
  Kinds kindsInRegister(mlir::Value slot) override;
  mlir::Value integer(mlir::Value operand) override;
  mlir::Value floating(mlir::Value operand) override;
  mlir::Value boolean(mlir::Value operand) override;
  llvm::ArrayRef<mlir::Value> parts(mlir::Value operand) override { return state_.values.find(operand)->second.parts; }
  mlir::Value word(mlir::Value operand) override;
  mlir::Value condition(mlir::Value operand) override { return lookup(operand).parts[0]; }
  bool isHeld(mlir::Value operand) override;
  void settle() override {
    settleFor(nullptr);
    state_.areClassesIntact = false;
  }
  void setResult(unsigned index, Kind kind, llvm::ArrayRef<mlir::Value> parts) override;
  void setWord(unsigned index, Kinds kinds, mlir::Value word) override;
  void setBorrowed(unsigned index, Kinds kinds, mlir::Value word) override;
  void setCondition(unsigned index, mlir::Value condition) override;
  void setParts(mlir::Value operand, llvm::ArrayRef<mlir::Value> parts) override;

  // ---- Specializer: where the path goes (path.cpp)

  void fallBackIf(mlir::Value condition, llvm::StringRef guard, mlir::Value about = {}) override;
  void divertIf(mlir::Value condition, bool isRare, llvm::StringRef guard,
                llvm::function_ref<void(py::Specializer &)> bind) override;
  void explain(const llvm::Twine &form) override;
  bool isLeft() const override { return versioner_.exits() && !isRare_; }
  bool areClassesIntact() const override { return state_.areClassesIntact; }
  void setClassesIntact() override { state_.areClassesIntact = true; }

private:
  // Values and variables.
  const Binding &lookup(mlir::Value value);
  mlir::Value literal(mlir::Value operand);
  mlir::Value boxed(const Binding &binding, mlir::Location location);
  void bindResult(unsigned index, Binding binding) { state_.values[current_->getResult(index)] = std::move(binding); }
  void load(py::LoadLocalOp op);
  void store(py::StoreLocalOp op);
  void flush(unsigned slot, mlir::Location location);
  void forget(unsigned slot);
  void refine(mlir::Value operand, Kinds kind);
  void settleFor(mlir::Block *target);
  bool isUsedFrom(mlir::Value value, mlir::Operation *op, mlir::Block *target);

  // Ops.
  enum class Outcome { General, Common, Done, Left };
  Outcome specialize(py::Specializable op, bool &forked);
  void finishSpecial(mlir::Operation *op, bool &forked);
  void fork(mlir::Operation *op, const py::Specialization &question);
  void finishGeneral(mlir::Operation *op, bool hasForked, bool isCold);
  void copy(mlir::Operation *op, bool isCold);

  // Ways out of the likely versions, and back (path_exits.cpp).
  bool canBeSpecial(mlir::Operation *op);
  void exitBefore(mlir::Operation *op);
  void exitBehind(mlir::Operation *op);
  void comeBack(mlir::Block *target, mlir::ValueRange operands);
  void reenter(const Version &likely, llvm::SmallVector<mlir::Value, 8> operands);

  // The way back to a likely version (path_back.cpp).
  struct Demand {
    mlir::Value value;     // or null:
    unsigned slot;         // the variable that must hold
    Kinds kinds;           // that; empty: nothing that is an object,
    bool isUnbound;        // or nothing at all
    mlir::Value word = {}; // what is tested
  };
  using Demands = llvm::SmallVector<Demand, 8>;
  std::optional<Demands> demandsOf(const Version &likely);
  mlir::Value makeTest(Demand &demand);
  py::ClassAttr classOf(Kinds kinds) const;
  void meet(const Demand &demand);

  // What is told of ops.
  void noteTest(const py::Specialization &question);
  void noteGuard(llvm::StringRef guard, mlir::Value about);
  void noteSpecial(mlir::Operation *op);
  void noteGeneral(mlir::Operation *op, llvm::StringRef why);

  // Control flow.
  enum class Unlikely { Neither, True, False };
  void branchIf(mlir::Value condition, mlir::Block *ifTrue, mlir::Block *ifFalse, Unlikely unlikely);
  void continueAt(mlir::Block *block, bool inPlace);
  void runBehind(mlir::Operation *op);
  bool mayHaveRaised();
  void terminate(mlir::Operation *op);
  void branch(mlir::cf::BranchOp op);
  void branch(mlir::cf::CondBranchOp op);
  void check(py::RaiseCheckOp op);
  void leave(mlir::Operation *op);
  void returnLikely(py::ReturnOp op);
  void returnKnown(py::ReturnOp op, mlir::Value value);
  void jump(mlir::Block *target, mlir::ValueRange operands, mlir::Location location);
  void goTo(const Version &version, mlir::ValueRange operands, mlir::Location location);

  FunctionVersioner &versioner_;
  const FunctionFacts &facts_;
  State state_;
  bool isRare_; // behind a fallback, or a test that seldom fails
  bool leaves_ = false; // behind the op, for the general body
  mlir::OpBuilder builder_;
  mlir::Operation *current_ = nullptr;
  mlir::Operation *next_ = nullptr; // where run() goes on; null: the path has ended
  bool canTest_ = true;
  bool hasForked_ = false;                               // at the op before py.raise_check: what follows is shared
  mlir::Block *fallBack_ = nullptr;                      // of the op being specialised
  std::optional<State> before_;                          // what held there
  llvm::SmallVector<std::unique_ptr<Path>, 1> diverted_; // from it
  py::Remark remark_;                                    // on it; only where somebody wants to know
  Kinds generalResult_ = Kinds::any();                   // what it gives in its general form
};

} // namespace molt::versioning
