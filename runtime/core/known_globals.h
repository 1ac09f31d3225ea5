// Global names whose values compiled code knows (GlobalCache::known): functions, classes and modules that were bound to a name
// as the compiler had seen it, numbers, lists, tuples, dicts and strs, builtin functions, and the module math; and names that the module has not, which
// stand for builtins.
//
// Rules
//   1. `known` is what the module's dict has under the name, or null. So whatever replaces or removes a value in a dict
//      says so first (noteEntryChange of runtime/types/dict.h); dicts of modules with such names are kDictWatched.
//      Of a builtin it is what builtins has; so a new key in the module's dict is told, too (forgetBuiltin).
//   2. It is emptied, too, when the value gets another code, other defaults, or an attribute that the compiler has not seen
//      (kHasAttributes).
//   3. A known function without kHasAttributes is called without a count. It may die while it runs, and nobody can tell: it
//      has no closure, no attributes, and its defaults are numbers, strs and the like. Compiled code takes nothing from it
//      but its module, which is kept (keepModuleOf). So is a known class's method that looks at nothing of its function; if that has got
//      attributes and is replaced while it runs, they die a moment too early.
//   4. A known list, tuple, dict or str is looked into without a count, which it gets before ops that run Python code.
//   5. Module::hasFirstName ends likewise, when a module's dict loses that name, under __name__ or by another key.
//   6. What module math was made with is what its names stand for while RuntimeEvents::intactMath is that module: whatever
//      replaces or removes a function or number in its dict empties the word, by rule 1.
//   7. Of a known module, compiled code reads the words of the names that it knows, and nothing else; a module of exactly that
//      type has no attributes that come before those names, and its __class__ cannot be set.
//   8. A function or class that a name loses to another value is noted (GlobalCache::lost). When general code loads it from
//      the module's dict under that name again, it is `known` again, unless rule 2 has ended that meanwhile: that, and the
//      death of the object, empties `lost` as well.
#pragma once

#include "runtime/core/runtime.h"

namespace molt {

// Of any object: some GlobalCache knows it, or did.
inline constexpr uint32_t kIsKnownGlobal = 1u << 15;
// Of functions: a known class has it as a method. (kHasOtherDefaults: abi/object.h)
inline constexpr uint32_t kIsKnownMethod = 1u << 14;

// Of a function or class: some GlobalCache has lost it, or had.
inline constexpr uint32_t kIsLostGlobal = 1u << 12;

// The name gets another value.
void loseKnownGlobal(GlobalCache *cache);
// The module's dict has what the cache has lost.
void recallKnownGlobal(GlobalCache *cache);
// A function's defaults change.
void noteDefaultsChange(Function *function);
// All of a module's dict.
void forgetKnownGlobals(Dict *dict);
// A function or class, everywhere.
void forgetKnownValueEverywhere(Object *value);
inline void forgetKnownValue(Object *value) {
  if (__builtin_expect(value->flags & kIsKnownGlobal, 0))
    forgetKnownValueEverywhere(value);
}
// A function or class dies.
inline void forgetLostValue(Object *value) {
  if (__builtin_expect(value->flags & kIsLostGlobal, 0))
    forgetKnownValueEverywhere(value);
}
// A module is made of that code. Classes are known of one import only: calls of their methods pass their own module on.
void noteImport(const ModuleCode *code);
// A module was made, with a name that is immortal, and is in its dict.
void noteFirstName(Module *module, Borrowed<Str> name);
// The module math was made.
void noteIntactMath(Module *module);
// The module dies.
void unwatchModule(Module *module);
// A function dies. If it is the last that held its module, and may be running, the runtime holds it to the end.
void keepModuleOf(Function *function);
// Something goes that compiled code may be using without a count: the runtime holds it to the program's end.
void keepToTheEnd(Value value);
void releaseKeptValues();

} // namespace molt
