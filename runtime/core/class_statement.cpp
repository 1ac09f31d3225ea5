// The class statement: bases, metaclass, namespace, body, and the call of the metaclass.
// https://docs.python.org/3/reference/datamodel.html#customizing-class-creation

#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/heap_type.h"
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"

namespace molt {

namespace {

// Bases that are no classes may stand for others (__mro_entries__).
Result<Owned<Tuple>> resolveBases_py(Borrowed<Tuple> bases) {
  Owned<List> resolved;
  for (uint64_t i = 0; i < bases->length; ++i) {
    Borrowed<> base(bases->items()[i]);
    Owned<> method;
    if (!isType(base))
      method = TRY(getOptionalAttribute_py(base, "__mro_entries__"_str));
    if (!method || isExhausted(method)) {
      if (resolved)
        listAppend(resolved, base);
      continue;
    }
    if (!resolved) {
      resolved = makeList();
      for (uint64_t k = 0; k < i; ++k)
        listAppend(resolved, Borrowed<>(bases->items()[k]));
    }
    Owned<> entries = TRY(call_py(method, {bases}));
    if (!isTuple(entries))
      return raise(TypeError, "__mro_entries__ must return a tuple");
    TRY(molt_list_extend_py(resolved, entries));
  }
  return resolved ? molt_list_to_tuple(resolved) : Owned<Tuple>::retain(bases);
}

// The metaclass: the keyword, or the type of the first base, then the most derived one.
Result<Owned<>> chooseMetaclass(Owned<> given, Borrowed<Tuple> bases) {
  if (!given)
    given = Owned<Type>::retain(
        Borrowed<Type>(bases->length ? typeOf(bases->items()[0]) : &molt_type_type));
  if (!isType(given))
    return given; // any callable
  return Owned<>(TRY(mostDerivedMetaclass(given.borrow().as<Type>(), bases)));
}

Result<Owned<>> prepareNamespace_py(Borrowed<> meta, Borrowed<Str> name, Borrowed<Tuple> bases,
                                    Borrowed<> keywords) {
  if (meta.value() == Value::unmarked(&molt_is_type))
    return Owned<>(makeDict());
  Owned<> prepare = TRY(getOptionalAttribute_py(meta, "__prepare__"_str));
  if (isExhausted(prepare))
    return Owned<>(makeDict());
  Value arguments[] = {name.value(), bases.value()};
  Owned<> space = TRY(callSpread_py(prepare, makeTuple(arguments, 2), keywords));
  const ContainerSlots *container = typeOf(space)->container;
  if (!container || !container->getItem)
    return raise(TypeError, "%s.__prepare__() must return a mapping, not %T",
                 isType(meta) ? meta.as<Type>()->name : "<metaclass>", space);
  return space;
}

Result<void> checkClassCell(Borrowed<> cell, Borrowed<> made, Borrowed<Str> name) {
  if (isNone(cell) || !isType(made))
    return {};
  Value content = cell.as<Cell>()->content;
  if (content.isNull())
    return raise(RuntimeError,
                 "__class__ not set defining %R as %R. Was __classcell__ propagated to type.__new__?",
                 name, made);
  if (content != made.value())
    return raise(TypeError, "__class__ set to %R defining %R as %R", Borrowed<>(content), name, made);
  return {};
}

} // namespace

extern "C" Result<Owned<>> molt_build_class_py(Borrowed<Function> body, Borrowed<Str> name,
                                               Borrowed<Tuple> bases, Borrowed<> keywords,
                                               Borrowed<Tuple> slotNames) {
  Owned<Tuple> resolved = TRY(resolveBases_py(bases));
  Owned<Dict> rest;
  Owned<> given;
  if (keywords) {
    rest = dictCopy(keywords.as<Dict>());
    given = dictTakeName(rest, "metaclass"_str);
  }
  Owned<> meta = TRY(chooseMetaclass(std::move(given), resolved));
  Owned<> space = TRY(prepareNamespace_py(meta, name, resolved, rest));
  Value argument = space.value();
  Owned<> cell = TRY(callFunction_py(body, &argument, 1, {}));
  if (runtime().pythonMinor < 13) // later versions show it; type.__new__ takes it out of these
    TRY(setItem_py(space, "__static_attributes__"_str, slotNames));
  if (resolved.value() != bases.value())
    TRY(setItem_py(space, "__orig_bases__"_str, bases));
  Value arguments[] = {name.value(), resolved.value(), space.value()};
  Owned<> made = TRY(callSpread_py(meta, makeTuple(arguments, 3), rest));
  TRY(checkClassCell(cell, made, name));
  return made;
}

} // namespace molt
