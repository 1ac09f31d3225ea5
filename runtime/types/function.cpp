// Python functions: the object behind `def` and lambda.

#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/cells.h"
#include "runtime/core/class_facts.h"
#include "runtime/core/containers.h"
#include "runtime/core/descriptors.h"
#include "runtime/core/known_globals.h"
#include "runtime/core/str_literal.h"
#include "runtime/types/native_text.h"

namespace molt {

namespace {

Function *functionSelf(Borrowed<> self) { return self.as<Function>().get(); }

Borrowed<> nameOf(const Function *function) {
  return function->name.isNull() ? Borrowed<>(Borrowed<Str>(function->code->name.get()))
                                 : Borrowed<>(function->name);
}
Borrowed<> qualnameOf(const Function *function) {
  return function->qualname.isNull() ? Borrowed<>(Borrowed<Str>(function->code->qualname.get()))
                                     : Borrowed<>(function->qualname);
}

Result<Owned<>> callFunctionSlot(Borrowed<> self, const Value *arguments, uint64_t count,
                                 Borrowed<Tuple> names) {
  return callFunction_py(self.as<Function>(), arguments, count, names);
}

Result<Owned<Str>> reprFunction(Borrowed<> self) {
  return formatStr("<function %S at %s>", qualnameOf(functionSelf(self)), AddressText(self).text());
}

Result<Owned<>> getFunction(Borrowed<> self, Borrowed<> object, Borrowed<>) {
  if (!object)
    return Owned<>::retain(self);
  return makeBoundMethod(self, object);
}

// ---- Memory -----------------------------------------------------------------------------------------

// Most functions have a closure, if anything.
void clearFunction(Object *self) {
  auto *function = static_cast<Function *>(self);
  releaseField(function->closure);
  for (Value *field = &function->defaults; field <= &function->typeParams; ++field)
    if (!field->isNull())
      releaseField(*field);
}
static_assert(offsetof(Function, typeParams) - offsetof(Function, defaults) == 9 * sizeof(Value));
void destroyFunction(Object *self) {
  clearFunction(self);
  auto *function = static_cast<Function *>(self);
  forgetLostValue(function);
  keepModuleOf(function);
  releaseField(function->module);
}
void traverseFunction(Object *self, Visitor &visitor) {
  auto *function = static_cast<Function *>(self);
  visitor.visit(reinterpret_cast<Object *>(function->module.get()));
  visitor.visit(function->closure);
  for (Value field : {function->defaults, function->keywordDefaults, function->name,
                      function->qualname, function->doc, function->moduleName,
                      function->annotations, function->annotate, function->dict,
                      function->typeParams})
    visitor.visit(field);
}

// ---- Attributes -------------------------------------------------------------------------------------

Result<Owned<>> orNone(Value value) {
  return Owned<>::retain(value.isNull() ? none() : Borrowed<>(value));
}

Result<void> storeText(Value &field, Borrowed<> value, const char *message) {
  if (!value || !isStr(value))
    return raise(TypeError, "%s", message);
  storeField(field, value);
  return {};
}
// None or a value of that kind; deleting is None.
Result<void> storeOptional(Value &field, Borrowed<> value, uint32_t kind, const char *message) {
  if (!value || isNone(value)) {
    releaseField(field);
    return {};
  }
  if (!hasTypeFlag(value, kind))
    return raise(TypeError, "%s", message);
  storeField(field, value);
  return {};
}

Result<Owned<>> getName(Borrowed<> self) { return Owned<>::retain(nameOf(functionSelf(self))); }
Result<void> setName(Borrowed<> self, Borrowed<> value) {
  return storeText(functionSelf(self)->name, value, "__name__ must be set to a string object");
}
Result<Owned<>> getQualname(Borrowed<> self) { return Owned<>::retain(qualnameOf(functionSelf(self))); }
Result<void> setQualname(Borrowed<> self, Borrowed<> value) {
  return storeText(functionSelf(self)->qualname, value, "__qualname__ must be set to a string object");
}
Result<Owned<>> getDoc(Borrowed<> self) {
  Function *function = functionSelf(self);
  if (!function->doc.isNull())
    return Owned<>::retain(Borrowed<>(function->doc));
  if (Str *text = function->code->docstring)
    return Owned<>(Owned<Str>::retain(Borrowed<Str>(text)));
  return ownedNone();
}
Result<void> setDoc(Borrowed<> self, Borrowed<> value) {
  storeField(functionSelf(self)->doc, value ? value : none());
  return {};
}
Result<Owned<>> getModule(Borrowed<> self) {
  Function *function = functionSelf(self);
  return orNone(function->moduleName.isNull() && function->module ? function->module->firstName : function->moduleName);
}
Result<void> setModule(Borrowed<> self, Borrowed<> value) {
  storeField(functionSelf(self)->moduleName, value ? value : none());
  return {};
}
Result<Owned<>> getCode(Borrowed<> self) {
  return Owned<>::steal(Value::fromObject(functionSelf(self)->code.get())); // immortal
}
Result<void> setCode(Borrowed<> self, Borrowed<> value) {
  if (!value || typeOf(value) != &molt_type_code)
    return raise(TypeError, "__code__ must be set to a code object");
  Function *function = functionSelf(self);
  Code *code = value.as<Code>().get();
  uint64_t cells = function->closure ? function->closure->length : 0;
  uint64_t wanted = code->freeNames ? code->freeNames->length : 0;
  if (cells != wanted)
    return raise(ValueError, "%S() requires a code object with %zu free vars, not %zu",
                 nameOf(function), cells, wanted);
  // What it is called and says of itself stays.
  if (function->name.isNull())
    storeField(function->name, nameOf(function));
  if (function->qualname.isNull())
    storeField(function->qualname, qualnameOf(function));
  if (function->doc.isNull())
    storeField(function->doc, TRY(getDoc(self)));
  function->code = code;
  noteFunctionChange();
  forgetKnownValue(function);
  return {};
}
Result<Owned<>> getGlobals(Borrowed<> self) {
  return Owned<>(Owned<Dict>::retain(Borrowed<Dict>(functionSelf(self)->module->dict.get())));
}
Result<Owned<>> getBuiltins(Borrowed<> self) {
  return Owned<>(Owned<Dict>::retain(Borrowed<Dict>(runtime().builtins.get())));
}
Result<Owned<>> getClosure(Borrowed<> self) {
  Tuple *closure = functionSelf(self)->closure;
  return closure ? Owned<>(Owned<Tuple>::retain(Borrowed<Tuple>(closure))) : ownedNone();
}
Result<Owned<>> getDefaults(Borrowed<> self) { return orNone(functionSelf(self)->defaults); }
Result<void> setDefaults(Borrowed<> self, Borrowed<> value) {
  noteDefaultsChange(functionSelf(self));
  return storeOptional(functionSelf(self)->defaults, value, kTypeTuple,
                       "__defaults__ must be set to a tuple object");
}
// Who gets the dict may change it.
Result<Owned<>> getKeywordDefaults(Borrowed<> self) {
  if (!functionSelf(self)->keywordDefaults.isNull())
    noteDefaultsChange(functionSelf(self));
  return orNone(functionSelf(self)->keywordDefaults);
}
Result<void> setKeywordDefaults(Borrowed<> self, Borrowed<> value) {
  noteDefaultsChange(functionSelf(self));
  return storeOptional(functionSelf(self)->keywordDefaults, value, kTypeDict,
                       "__kwdefaults__ must be set to a dict object");
}
Result<Owned<>> getDict(Borrowed<> self) { return Owned<>(Owned<Dict>::retain(instanceDict(self))); }
Result<void> setDict(Borrowed<> self, Borrowed<> value) {
  if (!value)
    return raise(TypeError, "cannot delete __dict__");
  forgetKnownValue(functionSelf(self));
  return assignInstanceDict_py(self, value);
}

// Made by the annotate function at the first look (PEP 649).
Result<Owned<>> getAnnotations(Borrowed<> self) {
  Function *function = functionSelf(self);
  if (!function->annotations.isNull())
    return Owned<>::retain(Borrowed<>(function->annotations));
  Owned<> made;
  if (!function->annotate.isNull() && !isNone(Borrowed<>(function->annotate))) {
    Owned<> annotate = Owned<>::retain(Borrowed<>(function->annotate));
    made = TRY(call_py(annotate, {Borrowed<>(Value::fromInt(1))}));
    if (!isDict(made))
      return raise(TypeError, "__annotate__ returned non-dict of type '%T'", made);
  } else {
    made = makeDict();
  }
  storeField(functionSelf(self)->annotations, made);
  return made;
}
Result<void> setAnnotations(Borrowed<> self, Borrowed<> value) {
  TRY(storeOptional(functionSelf(self)->annotations, value, kTypeDict,
                    "__annotations__ must be set to a dict object"));
  releaseField(functionSelf(self)->annotate);
  return {};
}
Result<Owned<>> getAnnotate(Borrowed<> self) { return orNone(functionSelf(self)->annotate); }
Result<void> setAnnotate(Borrowed<> self, Borrowed<> value) {
  if (!value)
    return raise(TypeError, "__annotate__ cannot be deleted");
  if (!isNone(value) && !isCallable(value))
    return raise(TypeError, "__annotate__ must be callable or None");
  storeField(functionSelf(self)->annotate, value);
  if (!isNone(value))
    releaseField(functionSelf(self)->annotations);
  return {};
}
Result<Owned<>> getTypeParams(Borrowed<> self) {
  Value parameters = functionSelf(self)->typeParams;
  return Owned<>::retain(parameters.isNull() ? Borrowed<>(emptyTuple()) : Borrowed<>(parameters));
}
Result<void> setTypeParams(Borrowed<> self, Borrowed<> value) {
  if (!value || !isTuple(value))
    return raise(TypeError, "__type_params__ must be set to a tuple");
  storeField(functionSelf(self)->typeParams, value);
  return {};
}

constexpr GetSetDef functionGetSets[] = {
    {"__name__", getName, setName},
    {"__qualname__", getQualname, setQualname},
    {"__doc__", getDoc, setDoc},
    {"__module__", getModule, setModule},
    {"__code__", getCode, setCode},
    {"__globals__", getGlobals},
    {"__builtins__", getBuiltins},
    {"__closure__", getClosure},
    {"__defaults__", getDefaults, setDefaults},
    {"__kwdefaults__", getKeywordDefaults, setKeywordDefaults},
    {"__dict__", getDict, setDict},
    {"__annotations__", getAnnotations, setAnnotations},
    {"__annotate__", getAnnotate, setAnnotate, nullptr, /*since=*/14},
    {"__type_params__", getTypeParams, setTypeParams},
    {nullptr, nullptr},
};

} // namespace

extern "C" constinit Type molt_type_function{TypeSpec{
    .name = "function",
    .doc = "Create a function object.",
    .size = sizeof(Function),
    .flags = kTypeGC | kTypeNoNew | kTypeMethodLike | kTypeHasWeakrefs,
    .getsets = functionGetSets,
    .destroy = destroyFunction,
    .traverse = traverseFunction,
    .clear = clearFunction,
    .repr = reprFunction,
    .call = callFunctionSlot,
    .descriptorGet = getFunction,
    .dictOffset = offsetof(Function, dict),
}};

// ---- Entry points -----------------------------------------------------------------------------------

// It is a module's first name, unless somebody has taken that away.
static Borrowed<> moduleNameIn(Dict *dict) {
  Borrowed<Str> name = "__name__"_str;
  if (dict->entryCount && dict->entries[0].key == name.value())
    return Borrowed<>(dict->entries[0].value);
  return dictFindName(Borrowed<Dict>(dict), name);
}

extern "C" Owned<> molt_name_for_function(Borrowed<Module> module) {
  Borrowed<> name = moduleNameIn(module->dict);
  return Owned<>::retain(name ? name : none());
}

extern "C" Owned<Function> molt_make_function(Code *code, Borrowed<Module> module, Borrowed<> defaults,
                                              Borrowed<> keywordDefaults, Borrowed<> closure) {
  Owned<Function> function = allocateQuickly<Function, true>(molt_type_function);
  function->code = code;
  retain(module.value());
  function->module = module.get();
  retain(closure.value());
  function->closure = closure.as<Tuple>().get();
  function->defaults = Owned<>::retain(defaults).intoValue();
  function->keywordDefaults = Owned<>::retain(keywordDefaults).intoValue();
  if (!module->hasFirstName)
    function->moduleName = molt_name_for_function(module).intoValue();
  return function;
}

extern "C" void molt_set_function_annotations(Borrowed<Function> function, Borrowed<> annotations) {
  storeField(function->annotations, annotations);
}
extern "C" void molt_set_function_annotate(Borrowed<Function> function, Borrowed<> annotate) {
  storeField(function->annotate, annotate);
}

} // namespace molt
