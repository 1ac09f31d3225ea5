// Built-in functions about objects: attributes, classes, iteration, repr and hash; and what is not
// supported.
#include "runtime/builtins/builtins.gen.h"
#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"
#include "runtime/types/dict.h"
#include "runtime/types/iterators.h"
#include "runtime/types/each_item.h"
#include "runtime/types/list.h"
#include "runtime/types/tuple.h"

namespace molt {

namespace {

Result<Borrowed<Str>> attributeName(Borrowed<> name) {
  if (!isStr(name))
    return raise(TypeError, "attribute name must be string, not '%T'", name);
  return name.as<Str>();
}

// Where there is no caller whose scope could be meant: the program's main module.
Result<Owned<>> mainNamespace(const char *function) {
  Borrowed<> main;
  if (runtime().modules)
    main = dictFindName(Borrowed<Dict>(runtime().modules.get()), "__main__"_str);
  if (!main)
    return raise(SystemError, "%s() has no scope here", function);
  return Owned<Dict>::retain(Borrowed<Dict>(main.as<Module>()->dict.get()));
}

Result<bool> quickTruth_py(Borrowed<> value) {
  if (value.value() == boolean(true).value())
    return true;
  if (value.value() == boolean(false).value())
    return false;
  return truth_py(value);
}

Raised raiseUnsupported(const char *name) {
  return raise(NotImplementedError, "%s() is not supported by Molt yet", name);
}

} // namespace

// ---- Attributes ------------------------------------------------------------------------------------------

Result<Owned<>> builtins_getattr(Borrowed<> object, Borrowed<> name, Borrowed<> default_) {
  Borrowed<Str> attribute = TRY(attributeName(name));
  if (!default_)
    return getAttribute_py(object, attribute);
  Owned<> value = TRY(getOptionalAttribute_py(object, attribute));
  return isExhausted(value) ? Owned<>::retain(default_) : std::move(value);
}

Result<bool> builtins_hasattr(Borrowed<> object, Borrowed<> name) {
  Borrowed<Str> attribute = TRY(attributeName(name));
  Owned<> value = TRY(getOptionalAttribute_py(object, attribute));
  return !isExhausted(value);
}

Result<void> builtins_setattr(Borrowed<> object, Borrowed<> name, Borrowed<> value) {
  Borrowed<Str> attribute = TRY(attributeName(name));
  return setAttribute_py(object, attribute, value);
}

Result<void> builtins_delattr(Borrowed<> object, Borrowed<> name) {
  Borrowed<Str> attribute = TRY(attributeName(name));
  return deleteAttribute_py(object, attribute);
}

Result<Owned<>> builtins_vars(Borrowed<> object) {
  if (!object)
    return mainNamespace("vars");
  Owned<> dict = TRY(getOptionalAttribute_py(object, "__dict__"_str));
  if (isExhausted(dict))
    return raise(TypeError, "vars() argument must have __dict__ attribute");
  return dict;
}

Result<Owned<>> builtins_globals() { return mainNamespace("globals"); }
Result<Owned<>> builtins_locals() { return mainNamespace("locals"); }

Result<Owned<>> builtins_dir(Borrowed<> object) {
  Owned<> names;
  if (object) {
    bool found = false;
    names = TRY(callSpecial_py(object, "__dir__"_str, {}, &found));
    if (!found)
      return raise(TypeError, "object does not provide __dir__");
  } else {
    names = TRY(mainNamespace("dir"));
  }
  Owned<List> sorted = TRY(listFromIterable_py(names));
  TRY(listSort_py(sorted, {}, false));
  return sorted;
}

// ---- Classes, calls ----------------------------------------------------------------------------------------

Result<bool> builtins_isinstance(Borrowed<> object, Borrowed<> class_or_tuple) {
  return isInstance_py(object, class_or_tuple);
}
Result<bool> builtins_issubclass(Borrowed<> cls_, Borrowed<> class_or_tuple) {
  return isSubclass_py(cls_, class_or_tuple);
}
Result<bool> builtins_callable(Borrowed<> object) { return isCallable(object); }

// ---- Text, hash, identity ----------------------------------------------------------------------------------

Result<Owned<>> builtins_repr(Borrowed<> object) { return repr_py(object); }
Result<Owned<>> builtins_ascii(Borrowed<> object) { return ascii_py(object); }
Result<Owned<>> builtins_format(Borrowed<> value, Borrowed<Str> format_spec) {
  return format_py(value, format_spec);
}
Result<int64_t> builtins_hash(Borrowed<> object) { return hash_py(object); }
Result<Owned<>> builtins_id(Borrowed<> object) { return makeUnsigned(object.bits()); }

// ---- Iteration -----------------------------------------------------------------------------------------------

Result<Owned<>> builtins_len(Borrowed<> object) {
  int64_t length = TRY(length_py(object));
  return makeInt(length);
}

Result<bool> builtins_all(Borrowed<> iterable) {
  bool all = true;
  TRY(forEachItem_py(iterable, [&](Borrowed<> item) -> Result<bool> {
    all = TRY(quickTruth_py(item));
    return all;
  }));
  return all;
}

Result<bool> builtins_any(Borrowed<> iterable) {
  bool any = false;
  TRY(forEachItem_py(iterable, [&](Borrowed<> item) -> Result<bool> {
    any = TRY(quickTruth_py(item));
    return !any;
  }));
  return any;
}

Result<Owned<>> builtins_iter(Borrowed<> object, Borrowed<> sentinel) {
  if (!sentinel)
    return getIterator_py(object);
  if (!isCallable(object))
    return raise(TypeError, "iter(v, w): v must be callable");
  return makeCallableIterator(object, sentinel);
}

Result<Owned<>> builtins_next(Borrowed<> iterator, Borrowed<> default_) {
  if (!typeOf(iterator)->next)
    return raise(TypeError, "'%T' object is not an iterator", iterator);
  Owned<> stopValue;
  Owned<> item = TRY(iteratorNextOrValue_py(iterator, &stopValue));
  if (!isExhausted(item))
    return item;
  if (default_)
    return Owned<>::retain(default_);
  return raiseStopIteration(stopValue);
}

Result<Owned<>> builtins_aiter(Borrowed<> async_iterable) {
  bool found = false;
  Owned<> iterator = TRY(callSpecial_py(async_iterable, "__aiter__"_str, {}, &found));
  if (!found)
    return raise(TypeError, "'%T' object is not an async iterable", async_iterable);
  if (!lookupInType(typeOf(iterator), "__anext__"_str))
    return raise(TypeError, "aiter() returned not an async iterator of type '%T'", iterator);
  return iterator;
}

Result<Owned<>> builtins_anext(Borrowed<> async_iterator, Borrowed<> default_) {
  if (default_)
    return raise(NotImplementedError, "anext() with a default is not supported by Molt yet");
  bool found = false;
  Owned<> awaitable = TRY(callSpecial_py(async_iterator, "__anext__"_str, {}, &found));
  if (!found)
    return raise(TypeError, "'%T' object is not an async iterator", async_iterator);
  return awaitable;
}

Result<Owned<>> builtins_sorted(Borrowed<> iterable, Borrowed<Dict> kwargs) {
  Owned<List> list = TRY(listFromIterable_py(iterable));
  Owned<> sort = TRY(getAttribute_py(list, "sort"_str));
  TRY(callSpread_py(sort, emptyTuple(), kwargs));
  return list;
}

Result<Owned<>> builtins_sorted_fast(const Value *arguments, uint64_t count) {
  TRY(checkPositionalCount("sorted", count, 1, 1));
  Owned<List> list = TRY(listFromIterable_py(Borrowed<>(arguments[0])));
  TRY(listSort_py(list, {}, false));
  return list;
}

// ---- Not supported -------------------------------------------------------------------------------------------

Result<Owned<>> builtins_breakpoint(Borrowed<Tuple>, Borrowed<Dict>) {
  return raiseUnsupported("breakpoint");
}
Result<Owned<>> builtins_compile(Borrowed<Tuple>, Borrowed<Dict>) {
  return raiseUnsupported("compile");
}
Result<Owned<>> builtins_eval(Borrowed<Tuple>, Borrowed<Dict>) { return raiseUnsupported("eval"); }
Result<Owned<>> builtins_exec(Borrowed<Tuple>, Borrowed<Dict>) { return raiseUnsupported("exec"); }

} // namespace molt
