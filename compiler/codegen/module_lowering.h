// What the lowering of all functions shares: the LLVM module, its constants, and what each Python module's code refers to
// through Module (abi/object.h): caches by number and constants that are no static data.
#pragma once

#include "compiler/codegen/codegen.h"
#include "compiler/codegen/constants.h"
#include "compiler/codegen/entry_points.h"
#include "compiler/ir/py_ops.h"

#include <llvm/ADT/MapVector.h>
#include <llvm/IR/Module.h>

#include <deque>

namespace molt::codegen {

class HandlerTable;

/// The tables of one Python module, filled while its functions are lowered.
struct PythonModule {
  py::ModuleOp op;
  llvm::SmallVector<py::FuncOp> pending; // found, not lowered yet
  llvm::StringMap<unsigned> globalCaches; // by name
  llvm::MapVector<mlir::StringAttr, mlir::StringAttr> knownBuiltins; // by name: what py.known_global wants it to be
  unsigned attributeCacheCount = 0;
  llvm::MapVector<mlir::Attribute, unsigned> dynamicConstants; // value -> index in Module::constants

  unsigned globalCache(llvm::StringRef name) {
    return globalCaches.try_emplace(name, globalCaches.size()).first->second;
  }
  unsigned dynamicConstant(mlir::Attribute value) {
    return dynamicConstants.try_emplace(value, dynamicConstants.size()).first->second;
  }
};

/// What lowering a function's body, and that of its fast version, tells about its Code.
struct FunctionFacts {
  llvm::Function *entry = nullptr; // or resume, in a generator
  llvm::MapVector<mlir::Location, unsigned> sites; // numbers of places in Code::positions
  uint32_t frameSlots = 0;
};

/// The place itself, without the names and calls around it.
mlir::Location innermost(mlir::Location location);

/// What a load or store may be of. Code that is compiled keeps to it, so LLVM may move loads of one over stores to another;
/// calls change them all.
enum class Memory {
  Any,
  Count, // of an object
  Flags, // of an instance
  Type,  // of an object, and what a type tells of itself
  Slot,  // a value: an instance's, an item of a sequence
  Dict,  // an instance's dict, which only the runtime makes
  Size,  // a list's or bytearray's, and where its items are
  Bytes, // of a bytes or bytearray
  Depth, // of calls
  World, // what only the runtime changes: known classes, where globals stand, limits
};

/// Whether an access has that tag.
bool isMemory(const llvm::Instruction &access, Memory memory);

/// The first parameters of fast versions and general bodies.
enum FastParameter : unsigned { kCalleeOfFast, kModuleOfFast, kFirstOfFast };
/// The callee of such a function travels in a register of its own, where the target has one.
inline void passCallee(llvm::Function &function) {
  if (!function.getParent()->getTargetTriple().isWasm())
    function.addParamAttr(kCalleeOfFast, llvm::Attribute::Nest);
}
inline void passCallee(llvm::CallBase &call) {
  if (!call.getModule()->getTargetTriple().isWasm())
    call.addParamAttr(kCalleeOfFast, llvm::Attribute::Nest);
}

class ModuleLowering {
public:
  ModuleLowering(mlir::ModuleOp source, llvm::Module &module, const CodegenOptions &options);

  bool run();

  llvm::Module &module() { return module_; }
  llvm::LLVMContext &context() { return module_.getContext(); }
  ConstantPool &constants() { return constants_; }
  const CodegenOptions &options() const { return options_; }
  const HandlerTable &handlers() const { return handlers_; }
  bool isRelease() const { return options_.profile == Profile::Release; }
  /// The order in which a function's variables die: from 3.14 on the last goes first.
  bool dropsLastFirst() const { return options_.pythonMinor >= 14; }
  /// Whether the program makes compact lists. What is no such op makes none.
  bool hasCompactLists() const { return hasCompactLists_; }
  llvm::Function *entryFunction(const EntryPoint &entry) {
    return declareEntryPoint(module_, entry, options_.isStatic);
  }
  /// retain or release_py, tested first; out of line (lower_refcounts.cpp).
  llvm::Function *refcountHelper(llvm::StringRef entry);
  llvm::Function *lastReleaseHelper();
  /// void (Value *slots, uint64_t count): releases them all, in order.
  llvm::Function *releaseAllHelper();
  /// Null for Any.
  llvm::MDNode *memoryTag(Memory memory);
  /// The static Code of a py.func; the function will be lowered too, with its fast version.
  llvm::Constant *code(mlir::StringAttr symbol);
  /// The LLVM function of a fast version: takes the callee, the callee's module, and the arguments as its signature says.
  /// Gives a word; or what is likely, and a word that is not 0 where the first has the bits of another word or null instead
  /// (py::givesLikely). The last parameter is null, or the frame with which it is to go on.
  llvm::Function *fastVersion(mlir::StringAttr symbol);
  /// What it is likely to give.
  py::Kinds resultKinds(mlir::StringAttr fast) { return py::kindsOfHint(functions_.lookup(fast)->getAttr("result")); }
  py::FuncOp function(mlir::StringAttr symbol) { return functions_.lookup(symbol); }
  py::FuncOp fastVersionOf(py::FuncOp function) {
    return functions_.lookup(function->getAttrOfType<mlir::FlatSymbolRefAttr>("fast").getAttr());
  }
  /// That of a general body: takes the callee, its module, the arguments as words, and the frame.
  llvm::Function *generalBody(mlir::StringAttr symbol);
  /// Takes what a fast version takes, and the frame with which that leaves for its general body; gives what it gives
  /// (lower_exits.cpp).
  llvm::Function *continuation(py::FuncOp fast);
  FunctionFacts &facts(mlir::StringAttr symbol) {
    std::unique_ptr<FunctionFacts> &facts = facts_[symbol];
    if (!facts)
      facts = std::make_unique<FunctionFacts>();
    return *facts;
  }
  /// The fast versions of known classes' methods by their numbers; null where there is none (generic_methods.cpp).
  llvm::Constant *fastMethods();
  /// The ClassFacts of a class that the op makes known.
  llvm::Constant *classFacts(py::RegisterClassOp op);
  void fail(mlir::Operation *op, const llvm::Twine &message);

  /// The one that a function belongs to.
  PythonModule &moduleOf(mlir::StringAttr function) { return modules_[moduleIndices_.lookup(function)]; }

private:
  /// A fast version, or what goes on for one: it takes the callee first.
  llvm::Function *makeVersion(llvm::FunctionType *type, llvm::StringRef name);
  llvm::Function *makeRareVersion(llvm::FunctionType *type, llvm::StringRef name);
  bool lowerPending();
  /// ModuleCode, once all functions are lowered (code_objects.cpp).
  llvm::GlobalVariable *defineModuleCode(PythonModule &module, llvm::Constant *body);
  llvm::Function *definePrepare(PythonModule &module);
  llvm::GlobalVariable *defineCode(py::FuncOp function, llvm::GlobalVariable *declared, PythonModule &module,
                                   const FunctionFacts &facts);
  llvm::Constant *positionTable(const FunctionFacts &facts);
  /// MethodTables, and GenericMethod (generic_methods.cpp).
  llvm::Constant *methodTables();
  void defineMethodTables();
  struct NamedMethod {
    mlir::FlatSymbolRefAttr function;
    llvm::StringRef name;
    uint32_t form = 0; // MethodForm
  };
  llvm::Constant *genericDescription(const NamedMethod &method, py::FuncOp fast);
  /// What takes the place of a method with that fast version in the tables.
  llvm::Function *genericMethod(const NamedMethod &method, py::FuncOp fast);
  void defineProgram(llvm::ArrayRef<llvm::GlobalVariable *> modules);

  mlir::ModuleOp source_;
  llvm::Module &module_;
  const CodegenOptions &options_;
  ConstantPool constants_;
  const HandlerTable &handlers_;
  llvm::DenseMap<mlir::StringAttr, py::FuncOp> functions_;
  llvm::DenseMap<mlir::StringAttr, unsigned> moduleIndices_; // of functions
  std::deque<PythonModule> modules_;
  llvm::MapVector<mlir::StringAttr, llvm::GlobalVariable *> codes_;
  llvm::DenseMap<mlir::StringAttr, std::unique_ptr<FunctionFacts>> facts_;
  std::array<llvm::MDNode *, unsigned(Memory::World) + 1> memoryTags_{};
  uint32_t knownClassCount_ = 0;
  llvm::SmallVector<NamedMethod> methods_; // of known classes, by their numbers
  llvm::GlobalVariable *fastMethods_ = nullptr, *methodTables_ = nullptr; // once somebody asks
  bool hasCompactLists_ = false;
  bool failed_ = false;
};

} // namespace molt::codegen
