// Global names. A cache (abi/object.h) holds where a name's value stands, for as long as the keys of the module's dict and
// of builtins stay the same: in hot code two compares and two loads.
#include "compiler/codegen/inline_paths.h"

#include "abi/object.h"

namespace molt::codegen {
namespace {

llvm::Value *keysVersion(FunctionLowering &lowering, llvm::Value *dict) {
  return lowering.loadField(lowering.pointer(dict), offsetof(Dict, keysVersion), Memory::World);
}

void lowerLoadGlobal(FunctionLowering &lowering, py::LoadGlobalOp op) {
  if (!lowering.isHot())
    return lowerEntryPoint(lowering, op);
  llvm::IRBuilder<> &b = lowering.builder;
  InlinePaths paths(lowering, op, {b.getInt64Ty()});
  llvm::Value *cache = lowering.globalCache(op.getName()), *module = lowering.moduleWord();
  llvm::Value *dict = lowering.loadField(lowering.pointer(module), offsetof(Module, dict), Memory::World);
  paths.require(b.CreateICmpEQ(lowering.loadField(cache, offsetof(GlobalCache, moduleKeysVersion), Memory::World),
                               keysVersion(lowering, dict)));
  llvm::Value *builtins =
      lowering.loadField(lowering.moduleArray(offsetof(Module, runtime)), offsetof(RuntimeEvents, builtins), Memory::World);
  paths.require(b.CreateICmpEQ(lowering.loadField(cache, offsetof(GlobalCache, builtinsKeysVersion), Memory::World),
                               keysVersion(lowering, builtins)));
  llvm::Value *value =
      lowering.loadField(lowering.pointer(lowering.loadField(cache, offsetof(GlobalCache, place), Memory::World)), 0, Memory::World);
  lowering.retain(value);
  paths.finish({value});
  paths.callSlow("load_global", {module, lowering.strWord(op.getName()), cache});
  lowering.setResult(op.getValue(), paths.join());
}

// ---- Known functions, classes and modules: their word is in the cache while they are what the module has ----------------------

/// Of the own module, or of `object`, a module whose body `module` is.
llvm::Value *knownGlobal(FunctionLowering &lowering, llvm::StringRef name, mlir::Value object,
                         mlir::FlatSymbolRefAttr module) {
  llvm::Value *cache = nullptr;
  if (object) {
    unsigned index = lowering.module().moduleOf(module.getAttr()).globalCache(name);
    llvm::Value *caches =
        lowering.loadField(lowering.pointer(lowering.operand(object)), offsetof(Module, globalCaches), Memory::World);
    cache = lowering.fieldAddress(lowering.pointer(caches), index * sizeof(GlobalCache));
  } else {
    cache = lowering.globalCache(name);
  }
  return lowering.loadField(cache, offsetof(GlobalCache, known), Memory::World);
}

/// Null for a module.
llvm::Value *definitionOf(FunctionLowering &lowering, llvm::StringRef native) {
  if (!native.contains('_'))
    return llvm::ConstantPointerNull::get(lowering.builder.getPtrTy());
  return lowering.pointer(lowering.symbolWord(("function_" + native).str()));
}

bool isModuleBody(FunctionLowering &lowering, mlir::FlatSymbolRefAttr symbol) {
  return lowering.module().function(symbol.getAttr()).getFlags() & kIsModuleBody;
}

void lowerNoteKnownGlobal(FunctionLowering &lowering, py::NoteKnownGlobalOp op) {
  llvm::Value *module = lowering.moduleWord(), *value = lowering.operand(op.getValue());
  llvm::Value *cache = lowering.globalCache(op.getName());
  if (auto known = mlir::dyn_cast<py::ClassAttr>(op.getKnown()))
    lowering.call("note_known_class", {module, value, lowering.word(known.getNumber()), cache});
  else if (auto native = mlir::dyn_cast<mlir::StringAttr>(op.getKnown()))
    lowering.call("note_known_native", {module, value, definitionOf(lowering, native.getValue()), cache});
  else if (auto function = mlir::dyn_cast<mlir::FlatSymbolRefAttr>(op.getKnown()))
    lowering.call(isModuleBody(lowering, function) ? "note_known_module" : "note_known_function",
                  {module, value, lowering.module().code(function.getAttr()), cache});
  else if (auto object = mlir::dyn_cast<py::ObjectAttr>(op.getKnown()))
    lowering.call("note_known_object", {module, value, lowering.symbolWord(py::typeSymbol(py::Kind(object.getKind()))), cache});
  else
    lowering.call("note_known_number", {module, value, cache});
}

void lowerKnownGlobal(FunctionLowering &lowering, py::KnownGlobalOp op) {
  if (op.getBuiltin())
    lowering.pythonModule().knownBuiltins.insert({op.getNameAttr(), op.getBuiltinAttr()});
  lowering.setResult(op.getValue(), knownGlobal(lowering, op.getName(), op.getObject(), op.getModuleAttr()));
}

void lowerIsKnownGlobal(FunctionLowering &lowering, py::IsKnownGlobalOp op) {
  llvm::Value *known = knownGlobal(lowering, op.getName(), op.getObject(), op.getModuleAttr());
  lowering.setResult(op.getResult(), lowering.builder.CreateICmpEQ(lowering.operand(op.getValue()), known));
}

} // namespace

void registerGlobals(HandlerTable &handlers) {
  handlers.add<py::LoadGlobalOp, lowerLoadGlobal>();
  handlers.add<py::NoteKnownGlobalOp, lowerNoteKnownGlobal>();
  handlers.add<py::KnownGlobalOp, lowerKnownGlobal>();
  handlers.add<py::IsKnownGlobalOp, lowerIsKnownGlobal>();
}

} // namespace molt::codegen
