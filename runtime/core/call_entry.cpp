// Compiled code's calls that are more than values in order: keywords, spreads, super(), locals().

#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/descriptors.h"
#include "runtime/core/exception.h"
#include "runtime/core/generic_slots.h"
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"
#include "runtime/types/dict.h"
#include "runtime/types/list.h"

namespace molt {

namespace {

// How CPython names a callee in the errors of spreads: __main__.f(), len(), or its str().
Result<Owned<Str>> calleeText_py(Borrowed<> callee) {
  Owned<> qualname = TRY(getOptionalAttribute_py(callee, "__qualname__"_str));
  if (isExhausted(qualname))
    return str_py(callee);
  Owned<> module = TRY(getOptionalAttribute_py(callee, "__module__"_str));
  if (!isExhausted(module) && !isNone(module) &&
      !(isStr(module) && strEqual(module.borrow().as<Str>(), "builtins")))
    return formatStr("%S.%S()", module, qualname);
  return formatStr("%S()", qualname);
}

Raised raiseAboutCallee_py(Borrowed<> callee, const char *format, Borrowed<> value) {
  Result<Owned<Str>> text = calleeText_py(callee);
  if (text.raised())
    return Raised{};
  return raise(TypeError, format, text.take(), value);
}

bool isScopedBuiltin(Borrowed<> callee, Borrowed<Str> name) {
  return dictFindName(Borrowed<Dict>(runtime().builtins.get()), name).value() == callee.value();
}

Result<Owned<>> sortedKeys_py(Borrowed<> mapping) {
  Owned<List> names = makeList();
  TRY(molt_list_extend_py(names, mapping));
  TRY(callMethod_py(names, "sort"_str, {}));
  return names;
}

} // namespace

extern "C" Result<Owned<>> molt_call_py(Borrowed<> callee, const Value *arguments, uint64_t count) {
  return call_py(callee, arguments, count);
}
extern "C" Result<Owned<>> molt_call_keywords_py(Borrowed<> callee, const Value *arguments,
                                                 uint64_t positionalCount, Borrowed<Tuple> names) {
  return call_py(callee, arguments, positionalCount, names);
}
extern "C" Result<Owned<>> molt_call_spread_py(Borrowed<> callee, Borrowed<Tuple> positional,
                                               Borrowed<> keywords) {
  return callSpread_py(callee, positional, keywords);
}

// What super() without arguments looks into, where that is what it mostly is; null: it is to be called.
static Borrowed<Type> startOfSuper(Borrowed<> callee, Borrowed<> definingClass, Borrowed<> self) {
  bool isPlain = callee.value() == Value::unmarked(&molt_is_super) && definingClass && isType(definingClass) && self &&
                 !isType(self) && isSubtype(typeOf(self), definingClass.as<Type>().get());
  return isPlain ? definingClass.as<Type>() : Borrowed<Type>();
}

extern "C" Result<Owned<>> molt_load_super_method_py(Borrowed<> callee, Borrowed<> definingClass, Borrowed<> object,
                                                     Borrowed<Str> name, AttributeCache *cache, Value *self) {
  if (Borrowed<Type> start = startOfSuper(callee, definingClass, object))
    if (Borrowed<> found = findSuperMethod(start, object, name, cache)) {
      *self = Owned<>::retain(object).intoValue();
      return Owned<>::retain(found);
    }
  Owned<> super = TRY(molt_call_super_py(callee, definingClass, object));
  return molt_load_method_py(super, name, cache, self);
}

extern "C" Result<Owned<>> molt_call_super_method_py(Borrowed<> callee, Borrowed<> definingClass, Borrowed<Str> name,
                                                     AttributeCache *cache, const Value *arguments,
                                                     uint64_t positionalCount, Borrowed<Tuple> names) {
  Value self;
  Result<Owned<>> found =
      molt_load_super_method_py(callee, definingClass, Borrowed<>(arguments[0]), name, cache, &self);
  if (found.raised()) {
    asException(pendingException())->flags |= kRaisedByLookup;
    return found;
  }
  Owned<> method = found.take(), held = Owned<>::steal(self);
  if (!held)
    return call_py(method, arguments + 1, positionalCount - 1, names);
  return callFound_py(method, held, arguments + 1, positionalCount - 1, names);
}

extern "C" Result<Owned<>> molt_call_super_py(Borrowed<> callee, Borrowed<> definingClass,
                                              Borrowed<> self) {
  if (callee.value() != Value::unmarked(&molt_is_super))
    return call_py(callee, nullptr, 0);
  if (!definingClass)
    return raise(RuntimeError, "super(): empty __class__ cell");
  if (isNone(definingClass)) // a function outside of any class
    return raise(RuntimeError, "super(): __class__ cell not found");
  if (!self)
    return raise(RuntimeError, "super(): arg[0] deleted");
  if (isType(definingClass) && !isType(self) &&
      isSubtype(typeOf(self), definingClass.as<Type>().get()))
    return makeSuper(definingClass.as<Type>(), self);
  Value arguments[] = {definingClass.value(), self.value()};
  return call_py(callee, arguments, 2);
}

extern "C" Result<Owned<>> molt_call_scoped_py(Borrowed<> callee, Borrowed<Module> module,
                                               Borrowed<> locals) {
  Borrowed<Dict> globals(module->dict.get());
  Borrowed<> scope = locals && !isNone(locals) ? locals : Borrowed<>(globals);
  if (isScopedBuiltin(callee, "globals"_str))
    return Owned<>::retain(globals);
  if (isScopedBuiltin(callee, "locals"_str) || isScopedBuiltin(callee, "vars"_str))
    return Owned<>::retain(scope);
  if (isScopedBuiltin(callee, "dir"_str))
    return sortedKeys_py(scope);
  return call_py(callee, nullptr, 0);
}

// A keyword that is there already. That keywords are strs is looked at by the call, when all are there.
static Result<void> refuseTwice_py(Borrowed<Dict> keywords, Borrowed<> key, Borrowed<> callee) {
  if (isStr(key))
    return dictFindName(keywords, key.as<Str>())
               ? raiseAboutCallee_py(callee, "%S got multiple values for keyword argument '%S'", key)
               : Result<void>();
  bool isThere = TRY(dictContains_py(keywords, key));
  return isThere ? raise(TypeError, "keywords must be strings") : Result<void>();
}

extern "C" Result<void> molt_add_keyword_py(Borrowed<Dict> keywords, Borrowed<Str> name,
                                            Borrowed<> value, Borrowed<> callee) {
  TRY(refuseTwice_py(keywords, name, callee));
  dictSetName(keywords, name, value);
  return {};
}

extern "C" Result<void> molt_merge_keywords_py(Borrowed<Dict> keywords, Borrowed<> mapping,
                                               Borrowed<> callee) {
  if (isDict(mapping) && typeOf(mapping)->iter == molt_type_dict.iter) { // as CPython asks; keys() is not called
    Borrowed<Dict> dict = mapping.as<Dict>();
    if (isBlank(keywords)) {
      dictFill(keywords, dict);
      return {};
    }
    Borrowed<> key, value;
    for (uint64_t position = 0; dictNext(dict, &position, &key, &value);) {
      Owned<> heldKey = Owned<>::retain(key), heldValue = Owned<>::retain(value);
      TRY(refuseTwice_py(keywords, heldKey, callee));
      TRY(dictSet_py(keywords, heldKey, heldValue));
    }
    return {};
  }
  Owned<> names = TRY(getOptionalAttribute_py(mapping, "keys"_str));
  if (isExhausted(names))
    return raiseAboutCallee_py(callee, "%S argument after ** must be a mapping, not %T", mapping);
  Owned<> keys = TRY(call_py(names, {}));
  return forEach_py(keys, [&](Borrowed<> key) -> Result<bool> {
    TRY(refuseTwice_py(keywords, key, callee));
    Owned<> value = TRY(getItem_py(mapping, key));
    TRY(dictSet_py(keywords, key, value));
    return true;
  });
}

extern "C" Result<void> molt_spread_positional_py(Borrowed<List> list, Borrowed<> iterable,
                                                  Borrowed<> callee) {
  Type *type = typeOf(iterable);
  bool canIterate = type->iter || (type->container && type->container->getItem);
  // Behind other arguments CPython extends a list and does not know the callee.
  if (!canIterate && Borrowed<>(list).as<List>()->length)
    return raise(TypeError, "Value after * must be an iterable, not %T", iterable);
  if (!canIterate)
    return raiseAboutCallee_py(callee, "%S argument after * must be an iterable, not %T", iterable);
  return molt_list_extend_py(list, iterable);
}

extern "C" Result<Owned<>> molt_spread_tuple_py(Borrowed<> iterable, Borrowed<> callee) {
  if (isExactly(iterable, molt_type_tuple))
    return Owned<>::retain(iterable);
  Owned<List> list = makeList();
  TRY(molt_spread_positional_py(list, iterable, callee));
  return listToTuple(list);
}

} // namespace molt
