#include "runtime/core/known_globals.h"

#include "runtime/core/class_facts.h"
#include "runtime/core/containers.h"
#include "runtime/core/descriptors.h"
#include "runtime/types/dict.h"
#include "runtime/types/list.h"

#include <algorithm>

namespace molt {

namespace {

void forgetIn(Module *module, Value value) {
  for (uint32_t i = 0; i < module->code->globalCacheCount; ++i)
    if (module->globalCaches[i].known == value)
      loseKnownGlobal(&module->globalCaches[i]);
}

bool isBool(Value value) { return value == boolean(true).value() || value == boolean(false).value(); }

void watch(Module *module) {
  if (module->dict->flags & kDictWatched)
    return;
  module->dict->flags |= kDictWatched;
  module->nextWatched = runtime().watchedModules;
  runtime().watchedModules = module;
}

void know(Borrowed<Module> module, Borrowed<> value, GlobalCache *cache) {
  cache->known = value.value();
  if (value.value().isObject() && !isBool(value.value()))
    value.value().asObject()->flags |= kIsKnownGlobal;
  watch(module.get());
}

// `old`: what leaves the dict; null: anything may.
void forgetFirstName(Dict *dict, Value old) {
  for (Module *module = runtime().watchedModules; module; module = module->nextWatched)
    if (module->dict.get() == dict && (old.isNull() || module->firstName == old))
      module->hasFirstName = 0;
}

bool canTellOfDeath(Value value) {
  if (!value.isObject() || value.asObject()->refcount >= kImmortal)
    return false;
  const Type *type = value.asObject()->type;
  if (type != &molt_type_tuple)
    return type != &molt_type_str && type != &molt_type_int;
  auto *tuple = static_cast<Tuple *>(value.asObject());
  return std::any_of(tuple->items(), tuple->items() + tuple->length, [](Value item) { return canTellOfDeath(item); });
}

// Whether somebody could see when the function dies while compiled code calls it. That counts those with kHasAttributes.
bool canTellOfDeath(const Function *function) {
  bool hasAttributes = !function->dict.isNull() && !(function->code->flags & kHasAttributes);
  if (function->closure || function->flags & kHasOtherDefaults || hasAttributes || function->flags & kHasWeakrefs)
    return true;
  if (!function->keywordDefaults.isNull()) {
    const Dict *defaults = static_cast<Dict *>(function->keywordDefaults.asObject());
    for (uint32_t i = 0; i < defaults->entryCount; ++i)
      if (!defaults->entries[i].key.isNull() && canTellOfDeath(defaults->entries[i].value))
        return true;
  }
  return !function->defaults.isNull() && canTellOfDeath(function->defaults);
}

bool canBeRecalled(Value value) {
  if (!value.isObject())
    return false;
  Object *object = value.asObject();
  if (object->type == &molt_type_function)
    return true;
  return isType(Borrowed<>(value)) && static_cast<Type *>(object)->isHeap();
}

} // namespace

void loseKnownGlobal(GlobalCache *cache) {
  Value value = std::exchange(cache->known, Value());
  if (!canBeRecalled(value))
    return;
  cache->lost = value;
  value.asObject()->flags |= kIsLostGlobal;
}

void recallKnownGlobal(GlobalCache *cache) {
  Object *value = cache->lost.asObject();
  bool isAsItWas = value->type == &molt_type_function ? !canTellOfDeath(static_cast<Function *>(value))
                                                      : asHeap(static_cast<Type *>(value))->facts != nullptr;
  if (isAsItWas)
    cache->known = cache->lost;
}

extern "C" void molt_note_known_function(Borrowed<Module> module, Borrowed<> value, const Code *code,
                                         GlobalCache *cache) {
  if (typeOf(value) != &molt_type_function)
    return;
  Function *function = value.as<Function>().get();
  // One of another import of the same module has other globals than the code that would call it.
  bool isOfOtherImport = function->module.get() != module.get() && function->module->code == module->code;
  if (function->code.get() == code && !isOfOtherImport && !canTellOfDeath(function))
    know(module, value, cache);
}

extern "C" void molt_note_known_module(Borrowed<Module> module, Borrowed<> value, const Code *body, GlobalCache *cache) {
  if (!isExactly(value, molt_type_module))
    return;
  const ModuleCode *code = value.as<Module>()->code;
  if (code && code->body.get() == body)
    know(module, value, cache);
}

extern "C" void molt_note_known_number(Borrowed<Module> module, Borrowed<> value, GlobalCache *cache) {
  if (!value.value().isObject() || isBool(value.value()))
    know(module, value, cache);
}

extern "C" void molt_note_known_object(Borrowed<Module> module, Borrowed<> value, Borrowed<Type> type,
                                       GlobalCache *cache) {
  if (isExactly(value, *type.get()))
    know(module, value, cache);
}

extern "C" void molt_note_known_builtin(Borrowed<Module> module, Borrowed<Str> name, uint64_t address,
                                        GlobalCache *cache) {
  Borrowed<Dict> builtins(runtime().builtins.get());
  Borrowed<> value = dictFindName(builtins, name);
  if (!value || dictFindName(Borrowed<Dict>(module->dict.get()), name))
    return;
  bool isFunction = typeOf(value) == &molt_type_builtin_function_or_method;
  const void *made = isFunction ? static_cast<const void *>(value.as<BuiltinFunction>()->definition)
                                : value.value().asObject();
  if (!value.value().isObject() || made != reinterpret_cast<const void *>(address))
    return;
  know(module, value, cache);
  builtins->flags |= kDictWatched;
}

extern "C" void molt_note_known_native(Borrowed<Module> module, Borrowed<> value, const MethodDef *definition,
                                       GlobalCache *cache) {
  bool isIt = definition ? typeOf(value) == &molt_type_builtin_function_or_method &&
                               value.as<BuiltinFunction>()->definition == definition
                         : value.value() == runtime().intactMath;
  if (isIt)
    know(module, value, cache);
}

extern "C" void molt_note_known_class(Borrowed<Module> module, Borrowed<> value, uint64_t number, GlobalCache *cache) {
  if (isType(value) && runtime().knownClasses[number].get() == value.as<Type>().get())
    know(module, value, cache);
}

void noteDefaultsChange(Function *function) {
  function->flags |= kHasOtherDefaults;
  if (function->flags & kIsKnownMethod)
    runtime().classesChanged |= kClassesChanged;
  forgetKnownValue(function);
}

void noteIntactMath(Module *module) {
  module->dict->flags |= kDictWatched;
  runtime().intactMath = Value::fromObject(module);
}

static bool isOfIntactMath(Dict *dict) {
  Value math = runtime().intactMath;
  return !math.isNull() && static_cast<Module *>(math.asObject())->dict.get() == dict;
}

// What the module was made with: functions and numbers.
static bool isMadeByMath(Value value) {
  return value.isDouble() || (value.isObject() && value.asObject()->type == &molt_type_builtin_function_or_method);
}

void noteFirstName(Module *module, Borrowed<Str> name) {
  watch(module);
  module->firstName = name.value();
  module->hasFirstName = 1;
}

void forgetKnownGlobal(Dict *dict, Value old) {
  if (old.isObject() && old.asObject()->type == &molt_type_str)
    forgetFirstName(dict, old);
  if (isMadeByMath(old) && isOfIntactMath(dict))
    runtime().intactMath = Value();
  if (old.isObject() && !(old.asObject()->flags & kIsKnownGlobal) && !isBool(old))
    return;
  // What a __del__ takes out of a module may be about to be called: compiled code counts what it has loaded for a call only
  // before ops that run Python code, and the end of a temporary is none.
  if (runtime().destroyNesting && old.isObject())
    keepToTheEnd(old);
  if (dict == runtime().builtins.get() && old.isObject())
    return forgetKnownValueEverywhere(old.asObject());
  for (Module *module = runtime().watchedModules; module; module = module->nextWatched)
    if (module->dict.get() == dict)
      forgetIn(module, old);
}

void forgetBuiltin(Dict *dict, Value key) {
  if (!key.isObject() || key.asObject()->type != &molt_type_str)
    return forgetKnownGlobals(dict);
  Borrowed<> hidden = dictFindName(Borrowed<Dict>(runtime().builtins.get()), Borrowed<>(key).as<Str>());
  if (hidden && hidden.value().isObject() && hidden.value().asObject()->flags & kIsKnownGlobal)
    for (Module *module = runtime().watchedModules; module; module = module->nextWatched)
      if (module->dict.get() == dict)
        forgetIn(module, hidden.value());
}

void forgetKnownGlobals(Dict *dict) {
  forgetFirstName(dict, Value());
  if (isOfIntactMath(dict))
    runtime().intactMath = Value();
  bool isBuiltins = dict == runtime().builtins.get();
  for (Module *module = runtime().watchedModules; module; module = module->nextWatched)
    if (isBuiltins || module->dict.get() == dict)
      for (uint32_t i = 0; i < module->code->globalCacheCount; ++i)
        module->globalCaches[i].known = Value();
}

void forgetKnownValueEverywhere(Object *value) {
  Value word = Value::fromObject(value);
  for (Module *module = runtime().watchedModules; module; module = module->nextWatched)
    for (uint32_t i = 0; i < module->code->globalCacheCount; ++i) {
      GlobalCache &cache = module->globalCaches[i];
      if (cache.known == word)
        cache.known = Value();
      if (cache.lost == word)
        cache.lost = Value();
    }
}

void noteImport(const ModuleCode *code) {
  const ProgramCode *program = runtime().program;
  for (uint32_t i = 0; program && i < program->moduleCount; ++i)
    if (program->modules[i].get() == code && std::exchange(runtime().importedModules[i], true))
      runtime().classesChanged |= kClassesChanged;
}

void unwatchModule(Module *module) {
  if (runtime().intactMath == Value::fromObject(module))
    runtime().intactMath = Value();
  for (Ptr<Module> *link = &runtime().watchedModules; *link; link = &(*link)->nextWatched)
    if (link->get() == module) {
      *link = module->nextWatched.get();
      return;
    }
}

void keepModuleOf(Function *function) {
  Module *module = function->module;
  if (function->flags & kIsKnownGlobal && module && module->refcount == 1 && runtime().depth)
    keepToTheEnd(Value::fromObject(module));
}

void keepToTheEnd(Value value) {
  Runtime &current = runtime();
  if (!current.keptValues)
    current.keptValues = static_cast<List *>(makeList().intoValue().asObject());
  listAppend(Borrowed<List>(current.keptValues.get()), Borrowed<>(value));
}

void releaseKeptValues() { releaseField(runtime().keptValues); }

} // namespace molt
