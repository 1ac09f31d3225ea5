// Lowers one flat, counted py.func to one LLVM function. Handlers (lower_*.cpp), one for each op, build on what this
// class offers; ops that are one call of an entry point share lowerEntryPoint.
//
// Rules:
//  1. A generator's function is Code::resume, any other one Code::entry.
//  2. The entry block holds stack words and what the whole function needs (its module, its closure's cells); it dominates
//     everything, also the places where a generator goes on.
//  3. Constants, null and the closure's cells have no LLVM value of their own: operand() makes them at each use.
//  4. In a large function values live in memory between the ops that use them, variables too: LLVM's register allocator
//     and its phis are quadratic in what lives across thousands of ways out.
//  5. Bodies that run once, and functions that are too long for LLVM's optimiser, are compiled as in the dev profile
//     (emit_parts.h): `optnone`, without inline code.
//  6. A raising op's handler calls raiseIf once its results are set. The py.raise_check behind it makes the branch.
#pragma once

#include "compiler/codegen/module_lowering.h"

#include <llvm/ADT/DenseSet.h>
#include <llvm/IR/IRBuilder.h>

#include <functional>

namespace molt::codegen {

class FunctionLowering;
using Handler = void (*)(FunctionLowering &, mlir::Operation *);

/// Handlers by op. Each lower_*.cpp registers its own.
class HandlerTable {
public:
  HandlerTable();
  Handler find(mlir::Operation *op) const { return handlers_.lookup(op->getName().getTypeID()); }
  template <class Op, void (*function)(FunctionLowering &, Op)> void add() {
    handlers_[mlir::TypeID::get<Op>()] = [](FunctionLowering &lowering, mlir::Operation *op) {
      function(lowering, mlir::cast<Op>(op));
    };
  }

private:
  llvm::DenseMap<mlir::TypeID, Handler> handlers_;
};

void registerControlFlow(HandlerTable &handlers);
void registerLocals(HandlerTable &handlers);
void registerGenerators(HandlerTable &handlers);
void registerOperators(HandlerTable &handlers);
void registerArithmetic(HandlerTable &handlers);
void registerRefcounts(HandlerTable &handlers);
void registerUnboxed(HandlerTable &handlers);
void registerAttributes(HandlerTable &handlers);
void registerCalls(HandlerTable &handlers);
void registerGlobals(HandlerTable &handlers);
void registerIteration(HandlerTable &handlers);
void registerSubscripts(HandlerTable &handlers);
void registerSequences(HandlerTable &handlers);
void registerStrings(HandlerTable &handlers);
void registerInstances(HandlerTable &handlers);
void registerFastCalls(HandlerTable &handlers);
void registerClosures(HandlerTable &handlers);
void registerSpecials(HandlerTable &handlers);
void registerPatterns(HandlerTable &handlers);
void registerExits(HandlerTable &handlers);

/// The one lowering of every op that is a call of an entry point.
void lowerEntryPoint(FunctionLowering &lowering, mlir::Operation *op);

/// Whether `value` is true; `op`, which asks, unwinds where __bool__ raises (lower_operators.cpp).
llvm::Value *lowerTruth(FunctionLowering &lowering, llvm::Value *value, mlir::Operation *op);

class FunctionLowering {
public:
  FunctionLowering(ModuleLowering &module, PythonModule &pythonModule, py::FuncOp source);

  void run();

  // ---- For handlers ----------------------------------------------------------------------------
  llvm::IRBuilder<> builder;

  ModuleLowering &module() { return module_; }
  PythonModule &pythonModule() { return pythonModule_; }
  ConstantPool &constants() { return module_.constants(); }
  bool isRelease() const { return module_.isRelease(); }
  bool isGenerator() const { return isGenerator_; }
  /// Whether this is the fast version of a function.
  bool isFast() { return source_->hasAttr("fast_version_of"); }
  /// Whether this is the general body of a function that has fast versions.
  bool isRest() { return source_->hasAttr("rest_of"); }
  /// Of one of both, or of a function that asks whether its fast version suits: what is handed over from one to the other
  /// (lower_exits.cpp).
  llvm::Value *frame();
  /// The last argument, with which a general body is called and a fast version goes on; else null.
  llvm::Argument *givenFrame();
  /// Ends the block; the general body goes on at that point. All such ways end alike.
  void exitAt(uint64_t point);
  llvm::Function *function() { return function_; }
  py::FuncOp source() { return source_; }
  /// Whether the op being lowered may run often, so that its common case is worth some inline code: in the release
  /// profile, in a loop or in a small function, and not on a path that an exception takes.
  bool isHot() const { return isHot_; }

  llvm::Value *operand(mlir::Value value);
  void setResult(mlir::Value value, llvm::Value *lowered) { values_[value] = lowered; }
  llvm::BasicBlock *block(mlir::Block *source) { return blocks_.lookup(source); }
  llvm::BasicBlock *newBlock(const llvm::Twine &name = "");

  llvm::ConstantInt *word(uint64_t bits) { return builder.getInt64(bits); }
  /// An object's address or a word, as a word.
  llvm::Value *constantWord(llvm::Constant *constant);
  llvm::Value *symbolWord(llvm::StringRef name) { return constantWord(constants().symbol(name)); }
  llvm::Value *strWord(llvm::StringRef text) { return constantWord(constants().str(text)); }
  /// An object's address in a word, as a pointer.
  llvm::Value *pointer(llvm::Value *word) { return builder.CreateIntToPtr(word, builder.getPtrTy()); }
  llvm::Value *fieldAddress(llvm::Value *object, uint64_t offset);
  llvm::Value *loadField(llvm::Value *object, uint64_t offset, Memory memory = Memory::Any);
  llvm::Value *loadInt32(llvm::Value *object, uint64_t offset, Memory memory);
  /// A store, too.
  template <class Access> Access *tag(Access *access, Memory memory) {
    if (llvm::MDNode *node = module_.memoryTag(memory))
      access->setMetadata(llvm::LLVMContext::MD_tbaa, node);
    return access;
  }

  llvm::Value *slotAddress(mlir::Value slot) { return slots_.lookup(slot); }
  llvm::Value *temporaryAddress(mlir::Value temporary);
  /// The module as a word; the arrays that hang off it as pointers.
  llvm::Value *moduleWord();
  llvm::Value *moduleArray(uint64_t fieldOffset);
  /// RuntimeEvents::knownClasses.
  llvm::Value *knownClasses();
  /// The module's cache for a global name; a new cache for one attribute access.
  llvm::Value *globalCache(llvm::StringRef name);
  llvm::Value *newAttributeCache();
  llvm::Value *closureCell(unsigned index);
  llvm::Value *callee();
  /// RuntimeEvents::depth of this call; and sets it, for a call that this one makes, and back.
  llvm::Value *depth();
  void beginCall() { changeDepth(1); }
  void endCall() { changeDepth(0); }
  /// `count` words on the stack, shared by all who ask for that size.
  llvm::AllocaInst *stackWords(unsigned count);
  /// A number for this place in Code::positions.
  unsigned site(mlir::Location location);

  llvm::CallInst *call(llvm::StringRef entry, llvm::ArrayRef<llvm::Value *> arguments);
  /// The block to which `op` unwinds.
  llvm::BasicBlock *unwindBlock(mlir::Operation *op);
  /// For the op being lowered: it has raised if `condition`; then `action` runs before it unwinds.
  void raiseIf(llvm::Value *condition, std::function<void()> action = {});
  /// Branches to the unwind block of `op` right here, and goes on where it has not raised.
  void branchIfRaised(mlir::Operation *op, llvm::Value *condition);
  /// Makes the branch that the last raiseIf asked for.
  void finishRaise(mlir::Block *raised, mlir::Block *normal);
  void branchUnlikely(llvm::Value *condition, llvm::BasicBlock *unlikely, llvm::BasicBlock *likely);

  /// Ends the block: adds `site` to the traceback and goes to `handler`, or leaves the function (null).
  void branchToTraceback(unsigned site, mlir::Block *handler);
  bool isBlockDone() { return builder.GetInsertBlock()->getTerminator() != nullptr; }

  /// Whether a word is an object's address.
  llvm::Value *isPointer(llvm::Value *value);
  void retain(llvm::Value *value);
  void release(llvm::Value *value);
  void callHelper(llvm::StringRef entry, llvm::Value *value);
  /// Whether to release the word, which may be null, destroys an object; and the release where it does not.
  llvm::Value *isLastReference(llvm::Value *value);
  void releaseQuietly(llvm::Value *value);
  /// Leaves the function: releases its slots and returns `result` (null: an exception is pending).
  void leave(llvm::Value *result);
  /// Likewise a fast version, with what it or the general body gives.
  void leaveWith(llvm::Value *result);
  /// Likewise, a fast version with what it is likely to give.
  void leaveWithLikely(llvm::Value *result);
  /// Likewise a function, with a value.
  void leaveWithWord(llvm::Value *word);
  /// Leaves the function with the pending exception, whose traceback keeps the variables alive.
  void propagate();

  // Generators
  llvm::Value *generator() { return function_->getArg(0); }
  llvm::Value *sent() { return function_->getArg(1); }
  llvm::Value *frameWord(unsigned index);
  unsigned slotCount() const { return orderedSlots_.size(); }
  void needFrameWords(unsigned count) { frameWords_ = std::max(frameWords_, count); }
  /// A new resume point; its number, and the block where it goes on.
  std::pair<unsigned, llvm::BasicBlock *> newResumePoint();

private:
  void createFunction();
  void changeDepth(uint32_t above);
  void createBlocks();
  void createSlots();
  void lowerBlock(mlir::Block *block);
  /// Lowers a block that releases values on an exception's way to its handler; false where it is no such block.
  bool lowerUnwindBlock(mlir::Block *block);
  bool isOlder(mlir::Value a, mlir::Value b);
  void storeSite(unsigned site);
  /// Adds the stored site to the traceback and goes to `handler`, or leaves the function (null).
  llvm::BasicBlock *tracebackBlock(mlir::Block *handler);
  void lowerOperation(mlir::Operation *op);
  llvm::Type *lowerType(mlir::Type type);
  void finishEntry();
  void emitPropagation();
  void emitExits();
  void emitExit();
  void releaseSlots();
  void leaveAtOnce(llvm::Value *result);
  void measure();
  void findHotBlocks();

  ModuleLowering &module_;
  PythonModule &pythonModule_;
  py::FuncOp source_;
  bool isGenerator_;
  mlir::StringAttr codeSymbol_; // of the function of which this is a version
  bool isHot_ = false;
  llvm::Function *function_ = nullptr;
  llvm::BasicBlock *entry_ = nullptr; // ends with the branch to the body, made last
  llvm::BasicBlock *exit_ = nullptr;
  llvm::PHINode *exitValue_ = nullptr;
  llvm::PHINode *exitIsOther_ = nullptr; // in a fast version that gives what is likely
  llvm::BasicBlock *propagation_ = nullptr; // null: no exception leaves the function
  llvm::Value *callee_ = nullptr;
  llvm::Value *moduleWord_ = nullptr;
  llvm::Value *depth_ = nullptr;
  llvm::DenseMap<uint64_t, llvm::Value *> moduleArrays_;
  llvm::Value *knownClasses_ = nullptr;
  llvm::SmallVector<llvm::Value *> closureCells_;
  llvm::DenseMap<mlir::Value, llvm::Value *> values_;
  llvm::DenseMap<mlir::Block *, llvm::BasicBlock *> blocks_;
  llvm::DenseMap<mlir::Value, llvm::Value *> slots_;
  llvm::SmallVector<llvm::Value *> orderedSlots_; // addresses, in order of declaration
  llvm::SmallVector<llvm::Value *> variables_;    // those that have a name in the source
  llvm::DenseMap<mlir::Value, llvm::Value *> temporaries_;
  llvm::DenseMap<unsigned, llvm::AllocaInst *> stackWords_;
  llvm::DenseSet<mlir::Block *> hotBlocks_;
  bool isSmall_ = false;
  bool leavesAtOnce_ = false; // each likely way releases the variables itself, so that ways with and without one do not join
  bool isLarge_ = false;
  bool isPlain_ = false;
  bool hasLikelyLoops_ = false;
  llvm::AllocaInst *slotArray_ = nullptr;  // in a large function
  llvm::AllocaInst *calleeWord_ = nullptr; // in a large function; moduleSlot_: of one that takes its module
  llvm::AllocaInst *moduleSlot_ = nullptr;
  llvm::DenseMap<mlir::Block *, llvm::BasicBlock *> tracebackBlocks_; // by handler
  llvm::DenseMap<std::pair<mlir::Value, llvm::BasicBlock *>, llvm::BasicBlock *> unwindBlocks_; // by value and what follows
  llvm::DenseMap<mlir::Block *, unsigned> blockOrder_; // what dominates comes first
  llvm::AllocaInst *siteWord_ = nullptr;
  llvm::Value *frame_ = nullptr;
  llvm::PHINode *exitPoint_ = nullptr;
  llvm::Value *raised_ = nullptr;
  std::function<void()> raiseAction_;
  unsigned frameWords_ = 0;
  llvm::SmallVector<llvm::BasicBlock *> resumeBlocks_;
};

} // namespace molt::codegen
