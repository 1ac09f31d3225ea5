// The static objects that describe the program: Code for each function, ModuleCode for each module, ProgramCode for all.
// Field by field in the order of abi/object.h; the assertions hold the two together.
#include "compiler/codegen/module_lowering.h"

#include "abi/object.h"

#include <llvm/ADT/StringExtras.h>
#include <llvm/IR/IRBuilder.h>

namespace molt::codegen {

static_assert(offsetof(Code, name) == 16 && offsetof(Code, entry) == 64 && offsetof(Code, positionCount) == 88 &&
              offsetof(Code, cellNames) == 120 && sizeof(Code) == 128);
static_assert(offsetof(ModuleCode, isPackage) == 24 && offsetof(ModuleCode, prepare) == 40 &&
              sizeof(ModuleCode) == 48);
static_assert(offsetof(ProgramCode, pythonVersion) == 16 && sizeof(ProgramCode) == 32);

// Nothing has to be bound: the arguments are the parameters.
static uint32_t directCount(py::FuncOp function) {
  constexpr uint32_t kBinds = kHasVarArgs | kHasVarKeywords | kIsGenerator | kIsCoroutine | kIsAsyncGenerator;
  return function.getFlags() & kBinds || function.getKeywordOnlyCount() ? kNeverDirect : function.getPositionalCount();
}

mlir::Location innermost(mlir::Location location) {
  while (true) {
    if (auto named = mlir::dyn_cast<mlir::NameLoc>(location))
      location = named.getChildLoc();
    else if (auto call = mlir::dyn_cast<mlir::CallSiteLoc>(location))
      location = call.getCallee();
    else
      return location;
  }
}

/// The range in the source of a key of the sites.
static mlir::FileLineColRange rangeOf(mlir::Location site) {
  bool isLookup = mlir::isa<mlir::NameLoc>(site);
  site = innermost(site);
  if (auto fused = mlir::dyn_cast<mlir::FusedLoc>(site); fused && !fused.getLocations().empty())
    site = innermost(isLookup ? fused.getLocations().back() : fused.getLocations().front());
  return mlir::dyn_cast<mlir::FileLineColRange>(site);
}

llvm::Constant *ModuleLowering::positionTable(const FunctionFacts &facts) {
  if (facts.sites.empty())
    return nullptr;
  llvm::SmallVector<uint32_t> words;
  for (auto &[location, number] : facts.sites) {
    if (mlir::FileLineColRange range = rangeOf(location))
      words.append({range.getStartLine(), range.getStartColumn(), range.getEndLine(), range.getEndColumn()});
    else
      words.append({0, 0, 0, 0});
  }
  llvm::Constant *data = llvm::ConstantDataArray::get(context(), words);
  auto *table = new llvm::GlobalVariable(module_, data->getType(), true, llvm::GlobalValue::PrivateLinkage,
                                         data, "positions");
  table->setAlignment(llvm::Align(4));
  return table;
}

llvm::GlobalVariable *ModuleLowering::defineCode(py::FuncOp function, llvm::GlobalVariable *declared,
                                                 PythonModule &module, const FunctionFacts &facts) {
  bool isGenerator = function.getFlags() & kIsGenerator;
  StaticData data(module_);
  data.header(constants_.symbol("type_code"), 0);
  data.pointer(constants_.str(function.getName()));
  data.pointer(constants_.str(function.getQualname()));
  data.pointer(constants_.str(module.op.getFilename()));
  data.pointer(constants_.get(function.getVariableNames()));
  data.pointer(constants_.get(function.getFreeNames()));
  data.pointer(function.getDocstring() ? constants_.str(*function.getDocstring()) : nullptr);
  data.pointer(isGenerator ? nullptr : facts.entry);
  data.pointer(isGenerator ? facts.entry : nullptr);
  data.pointer(positionTable(facts));
  data.u32(facts.sites.size());
  data.u32(function.getFirstLine());
  data.u32(function.getPositionalOnlyCount());
  data.u32(function.getPositionalCount());
  data.u32(function.getKeywordOnlyCount());
  data.u32(function.getFlags());
  data.u32(facts.frameSlots);
  data.u32(directCount(function));
  data.pointer(constants_.get(function.getCellNames()));
  return data.define(declared, false);
}

llvm::GlobalVariable *ModuleLowering::defineModuleCode(PythonModule &module, llvm::Constant *body) {
  StaticData data(module_);
  data.pointer(constants_.str(module.op.getName()));
  data.pointer(constants_.str(module.op.getFilename()));
  data.pointer(body);
  data.u32(module.op.getIsPackage());
  data.u32(module.globalCaches.size());
  data.u32(module.attributeCacheCount);
  data.u32(module.dynamicConstants.size());
  data.pointer(body ? definePrepare(module) : entryFunction(*findEntryPoint("make_namespace_path")));
  return data.make("module", true);
}

void ModuleLowering::defineProgram(llvm::ArrayRef<llvm::GlobalVariable *> modules) {
  StaticData list(module_);
  for (llvm::GlobalVariable *module : modules)
    list.pointer(module);
  StaticData data(module_);
  data.pointer(list.make("modules", true));
  data.u32(modules.size());
  data.u32(options_.pythonMinor);
  data.pointer(constants_.cString(options_.pythonVersion));
  data.u32(knownClassCount_);
  data.u32(methods_.size());
  llvm::GlobalVariable *program = data.make("molt_program", true);
  program->setLinkage(llvm::GlobalValue::ExternalLinkage);
}

llvm::Constant *ModuleLowering::classFacts(py::RegisterClassOp op) {
  uint32_t number = op.getKnown().getNumber();
  knownClassCount_ = std::max(knownClassCount_, number + 1);
  uint32_t first = op.getFirstMethod(), count = op.getMethods().size();
  if (methods_.size() < first + count)
    methods_.resize(first + count);
  StaticData data(module_);
  data.u32(number);
  data.u32(op.getBase() ? op.getBase()->getNumber() + 1 : 0);
  data.u32(op.getFields().size());
  data.u32(count);
  data.u32(first);
  data.u32(op.getTraits());
  data.pointer(op.getMatchArgs() ? constants_.get(*op.getMatchArgs()) : nullptr);
  for (mlir::ArrayAttr names : {op.getFields(), op.getMethods()})
    for (mlir::Attribute name : names)
      data.pointer(constants_.str(mlir::cast<mlir::StringAttr>(name).getValue()));
  for (auto [index, function] : llvm::enumerate(op.getFunctions())) {
    auto symbol = mlir::dyn_cast<mlir::FlatSymbolRefAttr>(function);
    data.pointer(symbol ? code(symbol.getAttr()) : nullptr);
    if (symbol)
      methods_[first + index] = {symbol, mlir::cast<mlir::StringAttr>(op.getMethods()[index]).getValue(),
                                 static_cast<uint32_t>(op.getForms()[index])};
  }
  for (int32_t form : op.getForms())
    data.u32(form);
  if (count % 2)
    data.u32(0); // the alignment
  data.pointer(methodTables());
  return data.make("facts", true);
}

namespace {

// ModuleCode::prepare: builds what cannot be static data, and what contains it.
class ConstantMaker {
public:
  ConstantMaker(ModuleLowering &lowering, PythonModule &module)
      : lowering_(lowering), module_(module), b_(lowering.context()) {}

  llvm::Function *make() {
    auto *type = llvm::FunctionType::get(b_.getInt64Ty(), {b_.getPtrTy()}, false);
    function_ = llvm::Function::Create(type, llvm::GlobalValue::InternalLinkage,
                                       module_.op.getName() + ".constants", lowering_.module());
    function_->setDoesNotThrow();
    b_.SetInsertPoint(llvm::BasicBlock::Create(lowering_.context(), "", function_));
    failed_ = llvm::BasicBlock::Create(lowering_.context(), "failed", function_);
    llvm::Value *table = array(offsetof(Module, constants));
    for (auto &[value, index] : module_.dynamicConstants)
      b_.CreateStore(build(value), b_.CreateConstInBoundsGEP1_64(b_.getInt64Ty(), table, index));
    for (auto &[name, builtin] : module_.knownBuiltins)
      noteKnownBuiltin(name, builtin.getValue());
    b_.CreateRet(b_.getInt64(1));
    b_.SetInsertPoint(failed_);
    b_.CreateRet(b_.getInt64(0));
    return function_;
  }

private:
  void noteKnownBuiltin(mlir::StringAttr name, llvm::StringRef builtin) {
    llvm::Value *caches = array(offsetof(Module, globalCaches));
    llvm::Value *cache = b_.CreateConstInBoundsGEP1_64(
        b_.getInt8Ty(), caches, module_.globalCache(name.getValue()) * sizeof(GlobalCache));
    std::string symbol = (builtin.starts_with("type_") ? builtin : "function_" + builtin).str();
    llvm::Constant *address = lowering_.constants().symbol(symbol);
    call("note_known_builtin", {b_.CreatePtrToInt(function_->getArg(0), b_.getInt64Ty()), build(name),
                                b_.CreatePtrToInt(address, b_.getInt64Ty()), cache});
  }

  /// What the module's field points to.
  llvm::Value *array(uint64_t offset) {
    llvm::Value *field = b_.CreateConstInBoundsGEP1_64(b_.getInt8Ty(), function_->getArg(0), offset);
    return b_.CreateIntToPtr(b_.CreateLoad(b_.getInt64Ty(), field), b_.getPtrTy());
  }

  llvm::Value *build(mlir::Attribute value) {
    if (llvm::Constant *data = lowering_.constants().get(value))
      return data->getType()->isPointerTy() ? b_.CreatePtrToInt(data, b_.getInt64Ty()) : data;
    if (auto integer = mlir::dyn_cast<mlir::IntegerAttr>(value)) {
      llvm::SmallString<64> digits;
      integer.getValue().toStringSigned(digits);
      llvm::Constant *text = lowering_.constants().cString(digits);
      return checked(call("make_big_int", {text, b_.getInt64(digits.size())}));
    }
    if (auto complex = mlir::dyn_cast<py::ComplexAttr>(value))
      return call("make_complex", {number(complex.getReal()), number(complex.getImaginary())});
    if (auto items = mlir::dyn_cast<mlir::ArrayAttr>(value))
      return buildTuple(items);
    lowering_.fail(module_.op, "has a constant of an unknown kind");
    return b_.getInt64(0);
  }

  // The tuple takes counts of its own; those made here go back. They keep no more than a program's constants alive.
  llvm::Value *buildTuple(mlir::ArrayAttr items) {
    llvm::Value *words = b_.CreateAlloca(llvm::ArrayType::get(b_.getInt64Ty(), items.size()));
    llvm::SmallVector<llvm::Value *> made;
    for (auto [index, item] : llvm::enumerate(items)) {
      llvm::Value *word = build(item);
      b_.CreateStore(word, b_.CreateConstInBoundsGEP1_64(b_.getInt64Ty(), words, index));
      if (!lowering_.constants().get(item))
        made.push_back(word);
    }
    llvm::Value *tuple = call("make_tuple", {words, b_.getInt64(items.size())});
    for (llvm::Value *word : made)
      call("release_py", {word});
    return tuple;
  }

  llvm::Value *number(mlir::FloatAttr value) {
    return llvm::ConstantFP::get(b_.getDoubleTy(), value.getValueAsDouble());
  }

  llvm::CallInst *call(llvm::StringRef name, llvm::ArrayRef<llvm::Value *> arguments) {
    return b_.CreateCall(lowering_.entryFunction(*findEntryPoint(name)), arguments);
  }

  llvm::Value *checked(llvm::Value *value) {
    llvm::BasicBlock *next = llvm::BasicBlock::Create(lowering_.context(), "", function_);
    b_.CreateCondBr(b_.CreateICmpEQ(value, b_.getInt64(0)), failed_, next);
    b_.SetInsertPoint(next);
    return value;
  }

  ModuleLowering &lowering_;
  PythonModule &module_;
  llvm::IRBuilder<> b_;
  llvm::Function *function_ = nullptr;
  llvm::BasicBlock *failed_ = nullptr;
};

} // namespace

llvm::Function *ModuleLowering::definePrepare(PythonModule &module) {
  bool isNeeded = !module.dynamicConstants.empty() || !module.knownBuiltins.empty();
  return isNeeded ? ConstantMaker(*this, module).make() : nullptr;
}

} // namespace molt::codegen
