// What match statements ask that nothing else does (compiler/irgen/patterns.cpp): class and mapping patterns.
#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/heap_type.h"
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"
#include "runtime/types/bytes.h"
#include "runtime/types/dict.h"
#include "runtime/types/set.h"

namespace molt {

// ---- Classes --------------------------------------------------------------------------------------------------------

namespace {

// `case int(x)`: the subject itself is what a class without __match_args__ has at its one position.
bool matchesItself(Borrowed<Type> type) {
  constexpr uint32_t kBuiltin = kTypeInt | kTypeFloat | kTypeStr | kTypeBytes | kTypeList | kTypeTuple | kTypeDict | kTypeSet |
                                kTypeFrozenSet;
  return type->has(kBuiltin) || isSubtype(type.get(), typeAt(molt_is_bytearray));
}

// Takes one attribute after the other; no name may come twice.
class AttributeTaker {
public:
  AttributeTaker(Borrowed<> subject, Borrowed<Type> type, Value *attributes)
      : subject_(subject), type_(type), attributes_(attributes), names_(makeList()) {}

  void take(Borrowed<> self) { attributes_[count_++] = Owned<>::retain(self).intoValue(); }
  // False: there is no such attribute.
  Result<bool> take_py(Borrowed<Str> name) {
    for (uint64_t i = 0; i < names_->length; ++i)
      if (strEqual(Borrowed<>(names_->items[i]).as<Str>(), name))
        return raise(TypeError, "%N() got multiple sub-patterns for attribute %R", static_cast<const Type *>(type_.get()), name);
    listAppend(names_, name);
    Owned<> found = TRY(getOptionalAttribute_py(subject_, name));
    if (isExhausted(found))
      return false;
    attributes_[count_++] = found.intoValue();
    return true;
  }

private:
  Borrowed<> subject_;
  Borrowed<Type> type_;
  Value *attributes_;
  Owned<List> names_;
  uint64_t count_ = 0;
};

Result<bool> takePositional_py(AttributeTaker &taker, Borrowed<> subject, Borrowed<Type> type, uint64_t count) {
  Owned<> names = TRY(getOptionalAttribute_py(type, "__match_args__"_str));
  bool isItself = isExhausted(names) && matchesItself(type);
  if (isExhausted(names))
    names = Owned<Tuple>::retain(emptyTuple());
  else if (typeOf(names) != &molt_type_tuple)
    return raise(TypeError, "%N.__match_args__ must be a tuple (got %T)", static_cast<const Type *>(type.get()), names);
  Borrowed<Tuple> tuple = names.borrow().as<Tuple>();
  uint64_t allowed = isItself ? 1 : tuple->length;
  if (allowed < count)
    return raise(TypeError, "%N() accepts %zu positional sub-pattern%s (%zu given)", static_cast<const Type *>(type.get()),
                 allowed, allowed == 1 ? "" : "s", count);
  if (isItself) {
    taker.take(subject);
    return true;
  }
  for (uint64_t i = 0; i < count; ++i) {
    Borrowed<> name(tuple->items()[i]);
    if (typeOf(name) != &molt_type_str)
      return raise(TypeError, "__match_args__ elements must be strings (got %T)", name);
    if (!TRY(taker.take_py(name.as<Str>())))
      return false;
  }
  return true;
}

Result<bool> takeAll_py(Borrowed<> subject, Borrowed<Type> type, uint64_t positional, Borrowed<Tuple> names, Value *attributes) {
  AttributeTaker taker(subject, type, attributes);
  if (positional && !TRY(takePositional_py(taker, subject, type, positional)))
    return false;
  for (uint64_t i = 0; i < names->length; ++i)
    if (!TRY(taker.take_py(Borrowed<>(names->items()[i]).as<Str>())))
      return false;
  return true;
}

// What a pattern that fails half-way has taken.
Result<bool> releaseUnlessTaken(Result<bool> taken, Value *values, uint64_t count) {
  if (!taken.raised() && taken.take())
    return true;
  bool raised = isPending();
  PendingSaver saver;
  for (uint64_t i = count; i-- > 0;)
    release(std::exchange(values[i], Value()));
  if (raised)
    return Raised{};
  return false;
}

} // namespace

extern "C" Result<bool> molt_match_instance_py(Borrowed<> value, Borrowed<> type) {
  if (!isType(type))
    return raise(TypeError, "called match pattern must be a class");
  return isInstance_py(value, type);
}

extern "C" Result<bool> molt_match_attributes_py(Borrowed<> value, Borrowed<> type, uint64_t positional, Borrowed<Tuple> names,
                                                 Value *attributes, uint64_t count) {
  return releaseUnlessTaken(takeAll_py(value, type.as<Type>(), positional, names, attributes), attributes, count);
}

extern "C" Result<Owned<>> molt_len_py(Borrowed<> value) { return makeInt(TRY(length_py(value))); }

// ---- Mappings -------------------------------------------------------------------------------------------------------

namespace {

// Two keys of a pattern may be the same only where they are not written there: `case {A.x: 1, A.y: 2}`.
class DistinctKeys {
public:
  Result<void> add_py(Borrowed<> key) {
    if (!keys_)
      keys_ = makeSet();
    bool isKnown = TRY(contains_py(keys_, key));
    if (isKnown)
      return raise(ValueError, "mapping pattern checks duplicate key (%R)", key);
    return setAdd_py(keys_, key);
  }

private:
  Owned<Set> keys_;
};

bool isPlainKey(Borrowed<> key) { return key.value().isInlineInt() || typeOf(key) == &molt_type_str; }

// Values of an exact dict, whose get() nobody sees.
Result<bool> takeFromDict_py(Borrowed<Dict> dict, const Value *keys, Value *values, uint64_t count) {
  DistinctKeys seen;
  for (uint64_t i = 0; i < count; ++i) {
    Borrowed<> key(keys[i]);
    if (count > 1 || !isPlainKey(key))
      TRY(seen.add_py(key));
    Borrowed<> value = TRY(dictGet_py(dict, key));
    if (!value)
      return false;
    values[i] = Owned<>::retain(value).intoValue();
  }
  return true;
}

Result<bool> takeByGet_py(Borrowed<> mapping, const Value *keys, Value *values, uint64_t count) {
  Owned<> get = TRY(getAttribute_py(mapping, "get"_str));
  Owned<> absent = TRY(call_py(Borrowed<>(Value::fromObject(&molt_type_object)), {}));
  DistinctKeys seen;
  for (uint64_t i = 0; i < count; ++i) {
    Borrowed<> key(keys[i]);
    TRY(seen.add_py(key));
    Owned<> value = TRY(call_py(get, {key, absent}));
    if (value.value() == absent.value())
      return false;
    values[i] = value.intoValue();
  }
  return true;
}

} // namespace

extern "C" Result<bool> molt_match_keys_py(Borrowed<> mapping, const Value *keys, Value *values, uint64_t count) {
  Result<bool> taken = typeOf(mapping) == &molt_type_dict ? takeFromDict_py(mapping.as<Dict>(), keys, values, count)
                                                          : takeByGet_py(mapping, keys, values, count);
  return releaseUnlessTaken(std::move(taken), values, count);
}

// ---- Which types are collections ------------------------------------------------------------------------------------

void setCollection(Type *type, uint32_t flag) {
  if (!type->isHeap() || (type->typeFlags & kTypeCollections) == flag)
    return;
  type->typeFlags = (type->typeFlags & ~kTypeCollections) | flag;
  for (uint32_t i = 0; i < typeData(type).subclassCount; ++i)
    setCollection(typeData(type).subclasses[i], flag);
}

} // namespace molt
