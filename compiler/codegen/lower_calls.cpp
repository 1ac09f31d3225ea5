// Calls of compiled functions. In hot code a call that passes exactly the parameters of a plain function (Code::directCount)
// goes straight to the function's entry with the caller's array of arguments. What callFunction_py does on the way stands
// here too: the count of active calls, and the test of the depth, where the runtime also gets its say (callLimit is 0 when it
// wants to act, and so low that the native stack has room). A call of anything else is the entry point's.
//
// Methods: the place's cache proves that the type's function is what the lookup would find, so no bound method is made.
// py.load_method and py.call_loaded are the same in two steps. A method of an exact list, dict, set or str is called
// without a lookup, since builtin types cannot be changed; append on a list is the append itself. Between the two steps the
// Exhausted word stands for such a method: the receiver's type tells which one it is.
#include "compiler/codegen/builtin_methods.h"
#include "compiler/codegen/inline_paths.h"
#include "compiler/ir/specialize_sequences.h"

#include "abi/object.h"

namespace molt::codegen {
namespace {

/// The WebAssembly engine's stack cannot be seen; the runtime reckons it at each call.
bool wantsInlineCall(FunctionLowering &lowering) {
  return lowering.isHot() && lowering.module().options().target == Target::Native;
}

llvm::Value *loadInt32(FunctionLowering &lowering, llvm::Value *object, uint64_t offset) {
  return lowering.builder.CreateLoad(lowering.builder.getInt32Ty(), lowering.fieldAddress(object, offset));
}

llvm::AllocaInst *storeArguments(FunctionLowering &lowering, mlir::OperandRange arguments) {
  llvm::AllocaInst *array = lowering.stackWords(std::max<size_t>(arguments.size(), 1));
  for (auto [index, argument] : llvm::enumerate(arguments))
    lowering.builder.CreateStore(lowering.operand(argument), lowering.fieldAddress(array, index * sizeof(Value)));
  return array;
}

/// The entry of `function`, known to be a Function; the slow way unless it takes `count` arguments as they are.
llvm::Value *requireDirectEntry(InlinePaths &paths, llvm::Value *function, llvm::Value *count) {
  FunctionLowering &lowering = paths.lowering();
  llvm::Value *code = lowering.pointer(lowering.loadField(function, offsetof(Function, code)));
  paths.require(lowering.builder.CreateICmpEQ(loadInt32(lowering, code, offsetof(Code, directCount)), count));
  return lowering.pointer(lowering.loadField(code, offsetof(Code, entry)));
}

void requireDepth(InlinePaths &paths) {
  FunctionLowering &lowering = paths.lowering();
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *runtime = lowering.moduleArray(offsetof(Module, runtime));
  llvm::Value *limit = loadInt32(lowering, runtime, offsetof(RuntimeEvents, callLimit));
  paths.require(b.CreateICmpULT(lowering.depth(), limit));
}

/// A call that nothing can stop any more.
struct ReadyCall {
  llvm::Value *function, *entry, *arguments;
};

/// Of a Function with `count` arguments from `arguments`, in this frame; else goes the slow way.
ReadyCall requireDirectCall(InlinePaths &paths, llvm::Value *function, llvm::Value *arguments, llvm::Value *count) {
  llvm::Value *entry = requireDirectEntry(paths, function, count);
  requireDepth(paths);
  return {function, entry, arguments};
}

/// Whoever calls keeps the function alive.
llvm::Value *callDirectly(FunctionLowering &lowering, const ReadyCall &call) {
  llvm::IRBuilder<> &b = lowering.builder;
  lowering.beginCall();
  auto *type = llvm::FunctionType::get(b.getInt64Ty(), {b.getPtrTy(), b.getPtrTy()}, false);
  llvm::CallInst *result = b.CreateCall(type, call.entry, {call.function, call.arguments});
  result->setDoesNotThrow();
  lowering.endCall();
  return result;
}

void finishCall(FunctionLowering &lowering, InlinePaths &paths, mlir::Value result) {
  llvm::Value *value = paths.join();
  lowering.setResult(result, value);
  lowering.raiseIf(lowering.builder.CreateICmpEQ(value, lowering.word(0)));
}

// ---- f(...) -----------------------------------------------------------------------------------------------

llvm::StringRef nameOfGlobal(mlir::Value value) {
  if (auto counted = value.getDefiningOp<py::RetainOp>())
    value = counted.getValue();
  if (auto known = value.getDefiningOp<py::KnownGlobalOp>())
    return known.getName();
  auto loaded = value.getDefiningOp<py::LoadGlobalOp>();
  return loaded ? loaded.getName() : llvm::StringRef();
}

bool isCallOfLength(py::CallOp op) {
  return op.getArguments().size() == 1 && nameOfGlobal(op.getCallee()) == "len";
}

void lowerCall(FunctionLowering &lowering, py::CallOp op) {
  bool isLength = isCallOfLength(op);
  if (isLength ? !lowering.isHot() : !wantsInlineCall(lowering))
    return lowerEntryPoint(lowering, op);
  llvm::IRBuilder<> &b = lowering.builder;
  InlinePaths paths(lowering, op, {b.getInt64Ty()});
  llvm::Value *callee = lowering.operand(op.getCallee());
  unsigned count = op.getArguments().size();
  llvm::AllocaInst *arguments = storeArguments(lowering, op.getArguments());
  if (isLength) {
    llvm::Value *runtime = lowering.moduleArray(offsetof(Module, runtime));
    paths.require(b.CreateICmpEQ(callee, lowering.loadField(runtime, offsetof(RuntimeEvents, lengthFunction))));
    finishWithLength(paths, lowering.operand(op.getArguments().front()));
  } else {
    requireExactly(paths, callee, "type_function");
    paths.finish({callDirectly(
        lowering, requireDirectCall(paths, lowering.pointer(callee), arguments, b.getInt32(count)))});
  }
  paths.beginSlow();
  paths.finish({lowering.call("call_py", {callee, arguments, lowering.word(count)})});
  finishCall(lowering, paths, op.getResult());
}

// ---- object.name(...) -----------------------------------------------------------------------------------------

bool isAppend(llvm::StringRef name, unsigned argumentCount) { return name == "append" && argumentCount == 2; }

/// A way of its own for exact lists; the current place is what is no list, but an object.
void finishListAppend(InlinePaths &paths, llvm::Value *object, llvm::Value *item) {
  FunctionLowering &lowering = paths.lowering();
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *type = typeOf(lowering, lowering.pointer(object));
  llvm::BasicBlock *list = paths.fork(b.CreateICmpEQ(type, lowering.symbolWord("type_list")));
  llvm::BasicBlock *other = b.GetInsertBlock();
  paths.continueIn(list);
  lowerListAppend(lowering, object, item);
  paths.finish({lowering.symbolWord("none")});
  paths.continueIn(other);
}

/// The methods that such a call can be of, apart from the append.
llvm::ArrayRef<BuiltinMethod> candidates(llvm::StringRef name, unsigned argumentCount) {
  return isAppend(name, argumentCount) ? llvm::ArrayRef<BuiltinMethod>() : builtinMethods(name);
}

/// Whether the whole program says that an append is one to a bytearray; then it is not looked for in lists.
bool isOfByteArray(mlir::Operation *op) { return op->hasAttr(py::kOfByteArrayAttr); }
constexpr BuiltinMethod kByteArrayAppend[] = {{"type_bytearray", "molt_method_bytearray_append"}};

llvm::Value *isOfAny(FunctionLowering &lowering, llvm::Value *type, llvm::ArrayRef<BuiltinMethod> methods) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *any = b.getFalse();
  for (const BuiltinMethod &method : methods)
    any = b.CreateOr(any, b.CreateICmpEQ(type, lowering.symbolWord(method.type)));
  return any;
}

/// Of a receiver that is of the method's type.
llvm::Value *callDirectMethod(FunctionLowering &lowering, const DirectMethod &method, mlir::OperandRange arguments) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::SmallVector<llvm::Value *, 3> words;
  for (mlir::Value argument : arguments)
    words.push_back(lowering.operand(argument));
  words.resize(findEntryPoint(method.entry)->parameters.size(), lowering.symbolWord("none"));
  llvm::Value *result = lowering.call(method.entry, words);
  if (!method.isOfNone)
    return result;
  return b.CreateSelect(b.CreateICmpEQ(result, b.getInt32(0)), lowering.word(0), lowering.symbolWord("none"));
}

/// Calls the one of `methods` that is of that type. arguments: with the receiver in front.
llvm::Value *callMethodOfTable(FunctionLowering &lowering, llvm::ArrayRef<BuiltinMethod> methods, llvm::Value *type,
                               llvm::Value *receiver, llvm::Value *arguments, unsigned count) {
  llvm::IRBuilder<> &b = lowering.builder;
  auto definitionOf = [&](const BuiltinMethod &method) {
    return lowering.module().module().getOrInsertGlobal(method.entry, b.getInt8Ty());
  };
  llvm::Value *definition = definitionOf(methods.front());
  for (const BuiltinMethod &method : methods.drop_front())
    definition = b.CreateSelect(b.CreateICmpEQ(type, lowering.symbolWord(method.type)), definitionOf(method), definition);
  llvm::Value *function = b.CreateLoad(b.getPtrTy(), lowering.fieldAddress(definition, kMethodFunctionOffset));
  auto *signature =
      llvm::FunctionType::get(b.getInt64Ty(), {b.getInt64Ty(), b.getPtrTy(), b.getInt64Ty(), b.getInt64Ty()}, false);
  llvm::CallInst *result =
      b.CreateCall(signature, function, {receiver, lowering.fieldAddress(arguments, sizeof(Value)),
                                         lowering.word(count - 1), lowering.word(0)});
  result->setDoesNotThrow();
  return result;
}

/// A call of a builtin type's method by that name, which is on one of its ways at the end. type: the receiver's.
void finishBuiltinCall(InlinePaths &paths, llvm::StringRef name, llvm::ArrayRef<BuiltinMethod> methods, llvm::Value *type,
                       mlir::OperandRange operands, llvm::Value *arguments) {
  FunctionLowering &lowering = paths.lowering();
  unsigned count = operands.size();
  if (const DirectMethod *direct = directMethod(name, count)) {
    auto isOther = [&](const BuiltinMethod &method) { return method.type != direct->type; };
    llvm::SmallVector<BuiltinMethod, 2> others(llvm::make_filter_range(methods, isOther));
    if (others.empty())
      return paths.finish({callDirectMethod(lowering, *direct, operands)});
    llvm::BasicBlock *mine = paths.fork(lowering.builder.CreateICmpEQ(type, lowering.symbolWord(direct->type)));
    llvm::BasicBlock *theirs = lowering.builder.GetInsertBlock();
    paths.continueIn(mine);
    paths.finish({callDirectMethod(lowering, *direct, operands)});
    paths.continueIn(theirs);
    return paths.finish({callMethodOfTable(lowering, others, type, lowering.operand(operands.front()), arguments, count)});
  }
  paths.finish({callMethodOfTable(lowering, methods, type, lowering.operand(operands.front()), arguments, count)});
}

/// A way of its own for receivers of those types; the current place is what is none, but an object.
void finishBuiltinMethod(InlinePaths &paths, llvm::StringRef name, llvm::ArrayRef<BuiltinMethod> methods,
                         mlir::OperandRange operands, llvm::Value *arguments) {
  FunctionLowering &lowering = paths.lowering();
  llvm::Value *type = typeOf(lowering, lowering.pointer(lowering.operand(operands.front())));
  llvm::BasicBlock *builtin = paths.fork(isOfAny(lowering, type, methods));
  llvm::BasicBlock *other = lowering.builder.GetInsertBlock();
  paths.continueIn(builtin);
  finishBuiltinCall(paths, name, methods, type, operands, arguments);
  paths.continueIn(other);
}

void lowerCallMethod(FunctionLowering &lowering, py::CallMethodOp op) {
  if (!wantsInlineCall(lowering) || op.getNames())
    return lowerEntryPoint(lowering, op);
  llvm::IRBuilder<> &b = lowering.builder;
  InlinePaths paths(lowering, op, {b.getInt64Ty()});
  unsigned count = op.getArguments().size();
  llvm::Value *self = lowering.operand(op.getArguments().front()), *cache = lowering.newAttributeCache();
  llvm::AllocaInst *arguments = storeArguments(lowering, op.getArguments());
  paths.require(isObject(lowering, self));
  if (isAppend(op.getName(), count))
    finishListAppend(paths, self, lowering.operand(op.getArguments()[1]));
  if (llvm::ArrayRef<BuiltinMethod> methods = candidates(op.getName(), count); !methods.empty())
    finishBuiltinMethod(paths, op.getName(), methods, op.getArguments(), arguments);
  llvm::Value *object = lowering.pointer(self);
  requireCached(paths, object, cache, kFunction);
  requireUnshadowed(paths, object, cache);
  llvm::Value *function = lowering.loadField(cache, offsetof(AttributeCache, value));
  ReadyCall call = requireDirectCall(paths, lowering.pointer(function), arguments, b.getInt32(count));
  lowering.retain(function); // the class can lose it meanwhile
  llvm::Value *result = callDirectly(lowering, call);
  lowering.release(function);
  paths.finish({result});
  paths.beginSlow();
  paths.finish({lowering.call("call_method_py", {lowering.strWord(op.getName()), cache, arguments, lowering.word(count),
                                                 lowering.word(0)})});
  finishCall(lowering, paths, op.getResult());
}

// ---- The same in two steps ----------------------------------------------------------------------------------------

/// With how many arguments, the receiver's included, what py.load_method found is called, and nothing else happens to it;
/// or 0.
unsigned onlyCalledWith(py::LoadMethodOp op) {
  auto count = op->getAttrOfType<mlir::IntegerAttr>("called_with");
  return count ? count.getInt() : 0;
}
llvm::StringRef calledName(py::CallLoadedOp op) {
  auto name = op->getAttrOfType<mlir::StringAttr>("called_name");
  return name ? name.getValue() : llvm::StringRef();
}

/// The methods that the Exhausted word can stand for, apart from the append.
llvm::ArrayRef<BuiltinMethod> candidatesInTwoSteps(FunctionLowering &lowering, mlir::Operation *op, llvm::StringRef name,
                                                   unsigned count) {
  const DirectMethod *direct = directMethod(name, count);
  bool isOfDict = direct && direct->type == "type_dict"; // py-version-blocks makes use of the word for these, too
  if ((lowering.module().options().target != Target::Native && !isOfDict) || !lowering.isRelease() || !count)
    return {};
  if (isAppend(name, count) && isOfByteArray(op))
    return kByteArrayAppend;
  return candidates(name, count);
}

void lowerLoadMethod(FunctionLowering &lowering, py::LoadMethodOp op) {
  unsigned count = onlyCalledWith(op);
  bool isAppended = isAppend(op.getName(), count) && !isOfByteArray(op);
  if (!lowering.isHot())
    return lowerEntryPoint(lowering, op);
  llvm::IRBuilder<> &b = lowering.builder;
  InlinePaths paths(lowering, op, {b.getInt64Ty(), b.getInt64Ty()});
  llvm::Value *word = lowering.operand(op.getObject()), *cache = lowering.newAttributeCache();
  paths.require(isObject(lowering, word));
  llvm::Value *object = lowering.pointer(word);
  if (isAppended) {
    llvm::BasicBlock *list =
        paths.fork(b.CreateICmpEQ(typeOf(lowering, object), lowering.symbolWord("type_list")));
    llvm::BasicBlock *other = b.GetInsertBlock();
    paths.continueIn(list);
    lowering.retain(word);
    paths.finish({lowering.word(kExhaustedBits), word});
    paths.continueIn(other);
  }
  if (auto methods = candidatesInTwoSteps(lowering, op, op.getName(), count); !methods.empty()) {
    llvm::BasicBlock *builtin = paths.fork(isOfAny(lowering, typeOf(lowering, object), methods));
    llvm::BasicBlock *other = b.GetInsertBlock();
    paths.continueIn(builtin);
    lowering.retain(word);
    paths.finish({lowering.word(kExhaustedBits), word});
    paths.continueIn(other);
  }
  requireCached(paths, object, cache, kFunction);
  requireUnshadowed(paths, object, cache);
  llvm::Value *function = lowering.loadField(cache, offsetof(AttributeCache, value));
  lowering.retain(function);
  lowering.retain(word);
  paths.finish({function, word});
  paths.beginSlow();
  llvm::Value *self = lowering.stackWords(1);
  b.CreateStore(lowering.word(0), self);
  llvm::Value *found = lowering.call("load_method_py", {word, lowering.strWord(op.getName()), cache, self});
  lowering.branchIfRaised(op, b.CreateICmpEQ(found, lowering.word(0)));
  paths.finish({found, lowering.loadField(self, 0)});
  lowering.setResult(op.getFunction(), paths.join(0));
  lowering.setResult(op.getSelf(), paths.join(1));
}

void lowerCallLoaded(FunctionLowering &lowering, py::CallLoadedOp op) {
  unsigned count = op.getArguments().size();
  llvm::StringRef name = calledName(op);
  // What stands for a builtin method has to be understood here, whether or not this place is hot.
  bool isAppended = isAppend(name, count) && lowering.isRelease() && !isOfByteArray(op);
  bool isInline = wantsInlineCall(lowering) && !op.getNames();
  llvm::ArrayRef<BuiltinMethod> methods = candidatesInTwoSteps(lowering, op, name, count);
  auto native = op->getAttrOfType<mlir::StringAttr>("native");
  if (!isInline && !isAppended && methods.empty() && !native)
    return lowerEntryPoint(lowering, op);
  llvm::IRBuilder<> &b = lowering.builder;
  InlinePaths paths(lowering, op, {b.getInt64Ty()});
  llvm::Value *callee = lowering.operand(op.getCallee()), *self = lowering.operand(op.getArguments().front());
  llvm::AllocaInst *arguments = storeArguments(lowering, op.getArguments());
  if (isAppended) {
    llvm::BasicBlock *list = paths.fork(b.CreateICmpEQ(callee, lowering.word(kExhaustedBits)));
    llvm::BasicBlock *other = b.GetInsertBlock();
    paths.continueIn(list);
    lowerListAppend(lowering, self, lowering.operand(op.getArguments()[1]));
    paths.finish({lowering.symbolWord("none")});
    paths.continueIn(other);
  }
  if (!methods.empty()) {
    llvm::BasicBlock *builtin = paths.fork(b.CreateICmpEQ(callee, lowering.word(kExhaustedBits)));
    llvm::BasicBlock *other = b.GetInsertBlock();
    paths.continueIn(builtin);
    llvm::Value *type = methods.size() > 1 ? typeOf(lowering, lowering.pointer(self)) : nullptr;
    finishBuiltinCall(paths, name, methods, type, op.getArguments(), arguments);
    paths.continueIn(other);
  }
  if (native) {
    llvm::BasicBlock *builtin = paths.fork(b.CreateICmpEQ(callee, lowering.word(kExhaustedBits)));
    llvm::BasicBlock *other = b.GetInsertBlock();
    paths.continueIn(builtin);
    llvm::Value *definition = lowering.pointer(lowering.symbolWord(("function_" + native.getValue()).str()));
    paths.finish({lowering.call("call_native_py", {definition, lowering.fieldAddress(arguments, sizeof(Value)),
                                                   lowering.word(count - 1)})});
    paths.continueIn(other);
  }
  if (isInline) {
    requireExactly(paths, callee, "type_function");
    llvm::Value *isAlone = b.CreateICmpEQ(self, lowering.word(0));
    llvm::Value *first = b.CreateSelect(isAlone, lowering.fieldAddress(arguments, sizeof(Value)), arguments);
    llvm::Value *passed = b.CreateSelect(isAlone, b.getInt32(count - 1), b.getInt32(count));
    paths.finish(
        {callDirectly(lowering, requireDirectCall(paths, lowering.pointer(callee), first, passed))});
  } else {
    paths.goSlow();
  }
  paths.beginSlow();
  paths.finish(
      {lowering.call("call_loaded_py", {callee, arguments, lowering.word(count), lowering.word(0)})});
  finishCall(lowering, paths, op.getResult());
}

} // namespace

void registerCalls(HandlerTable &handlers) {
  handlers.add<py::CallOp, lowerCall>();
  handlers.add<py::CallMethodOp, lowerCallMethod>();
  handlers.add<py::LoadMethodOp, lowerLoadMethod>();
  handlers.add<py::CallLoadedOp, lowerCallLoaded>();
}

} // namespace molt::codegen
