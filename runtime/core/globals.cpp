// Global names: the module's dict, then builtins, remembered per use in a GlobalCache.
//
// A cache is good while the keys of both dicts are the same: the place it found then still belongs to the
// name, whatever its value has become. moduleKeysVersion 0 (never a version) is an empty cache.
#include "runtime/core/attribute.h"
#include "runtime/core/containers.h"
#include "runtime/core/exception.h"
#include "runtime/core/known_globals.h"
#include "runtime/core/operators.h"
#include "runtime/types/dict.h"

namespace molt {

namespace {

Borrowed<Dict> builtinsDict() { return Borrowed<Dict>(runtime().builtins.get()); }

bool isPlainDict(Borrowed<> space) { return isExactly(space, molt_type_dict); }

// The value of a name in a class's namespace; Exhausted when it has none.
Result<Owned<>> lookInSpace_py(Borrowed<> space, Borrowed<Str> name) {
  if (isPlainDict(space)) {
    Borrowed<> found = dictFindName(space.as<Dict>(), name);
    return found ? Owned<>::retain(found) : ownedExhausted();
  }
  Result<Owned<>> found = getItem_py(space, name);
  if (found.raised() && clearIfMatches(KeyError))
    return ownedExhausted();
  return found;
}

Result<Owned<>> lookGlobally(Borrowed<Module> module, Borrowed<Str> name) {
  if (Borrowed<> found = dictFindName(Borrowed<Dict>(module->dict.get()), name))
    return Owned<>::retain(found);
  if (Borrowed<> found = dictFindName(builtinsDict(), name))
    return Owned<>::retain(found);
  return raiseNameError(name);
}

__attribute__((noinline)) Result<Owned<>> loadGlobalSlowly(Borrowed<Module> module, Borrowed<Str> name,
                                                           GlobalCache *cache) {
  Borrowed<Dict> dict(module->dict.get()), builtins = builtinsDict();
  int64_t entry = dictFindEntry(dict, name);
  bool inBuiltins = entry < 0;
  if (inBuiltins)
    entry = dictFindEntry(builtins, name);
  if (entry < 0)
    return raiseNameError(name);
  cache->moduleKeysVersion = dictKeysVersion(dict);
  cache->builtinsKeysVersion = dictKeysVersion(builtins);
  cache->place = &(inBuiltins ? builtins : dict)->entries[entry].value;
  cache->inBuiltins = inBuiltins;
  return Owned<>::retain(Borrowed<>(*cache->place));
}

bool holds(const GlobalCache *cache, const Dict *dict) {
  return cache->moduleKeysVersion == dict->keysVersion &&
         cache->builtinsKeysVersion == runtime().builtins->keysVersion;
}

} // namespace

extern "C" {

Result<Owned<>> molt_load_global(Borrowed<Module> module, Borrowed<Str> name, GlobalCache *cache) {
  if (__builtin_expect(holds(cache, module->dict), 1)) {
    Value value = *cache->place;
    if (value == cache->lost && cache->known.isNull() && !cache->inBuiltins)
      recallKnownGlobal(cache);
    return Owned<>::retain(Borrowed<>(value));
  }
  return loadGlobalSlowly(module, name, cache);
}

Result<void> molt_store_global(Borrowed<Module> module, Borrowed<Str> name, Borrowed<> value, GlobalCache *cache) {
  Dict *dict = module->dict;
  if (holds(cache, dict) && !cache->inBuiltins) {
    if (!cache->known.isNull())
      loseKnownGlobal(cache);
    if (__builtin_expect(*cache->place == module->firstName, 0))
      module->hasFirstName = 0;
    storeField(*cache->place, value);
    return {};
  }
  dictSetName(Borrowed<Dict>(dict), name, value);
  return {};
}

Result<void> molt_delete_global(Borrowed<Module> module, Borrowed<Str> name) {
  if (!dictRemoveName(Borrowed<Dict>(module->dict.get()), name))
    return raiseNameError(name);
  return {};
}

Result<Owned<>> molt_load_name_py(Borrowed<> space, Borrowed<Module> module, Borrowed<Str> name) {
  Owned<> found = TRY(lookInSpace_py(space, name));
  if (!found.value().isExhausted())
    return found;
  return lookGlobally(module, name);
}

Result<void> molt_store_name_py(Borrowed<> space, Borrowed<Str> name, Borrowed<> value) {
  if (!isPlainDict(space))
    return setItem_py(space, name, value);
  dictSetName(space.as<Dict>(), name, value);
  return {};
}

Result<void> molt_delete_name_py(Borrowed<> space, Borrowed<Str> name) {
  if (isPlainDict(space)) {
    if (!dictRemoveName(space.as<Dict>(), name))
      return raiseNameError(name);
    return {};
  }
  Result<void> done = deleteItem_py(space, name);
  if (done.raised() && clearIfMatches(KeyError))
    return raiseNameError(name);
  return done;
}

Result<Owned<>> molt_load_class_cell_py(Borrowed<> space, Borrowed<Cell> cell, Borrowed<Str> name) {
  Owned<> found = TRY(lookInSpace_py(space, name));
  if (!found.value().isExhausted())
    return found;
  if (cell->content.isNull()) {
    molt_raise_unbound_free(name);
    return Raised{};
  }
  return Owned<>::retain(Borrowed<>(cell->content));
}

} // extern "C"

} // namespace molt
