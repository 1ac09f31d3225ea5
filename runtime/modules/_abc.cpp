// The module `_abc`: the virtual subclasses of abstract base classes. Each such class has in its attribute _abc_impl three
// sets of weak references to classes: those registered with it, and those that are known to be subclasses or not to be.
// What is known not to be holds until anything is registered anywhere.
#include "runtime/modules/_abc.gen.h"

#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/heap_type.h"
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"
#include "runtime/core/weak_references.h"
#include "runtime/modules/_weakref.gen.h"
#include "runtime/modules/native_module.h"
#include "runtime/types/list.h"
#include "runtime/types/set.h"
#include "runtime/types/tuple.h"

namespace molt {

struct AbcData : Object {
  Value registry, cache, negative; // sets; null: empty
  uint64_t negativeVersion;
};

extern "C" {
extern Type molt_type_abc_data, molt_type_weakref_ref;
}

namespace {

void destroyData(Object *object) {
  auto *self = static_cast<AbcData *>(object);
  releaseField(self->registry);
  releaseField(self->cache);
  releaseField(self->negative);
}
void traverseData(Object *object, Visitor &visitor) { visitor.visit(&static_cast<AbcData *>(object)->registry, 3); }

Result<Owned<AbcData>> dataOf_py(Borrowed<> cls) {
  Owned<> data = TRY(getAttribute_py(cls, "_abc_impl"_str));
  if (typeOf(data) != &molt_type_abc_data)
    return raise(TypeError, "_abc_impl is set to a wrong type");
  return std::move(data).as<AbcData>();
}

Result<Owned<>> referenceTo(Borrowed<> cls) {
  return weakref_ref_new(Borrowed<Type>(&molt_type_weakref_ref), cls, none());
}
Result<bool> isIn_py(Value set, Borrowed<> cls) {
  if (set.isNull() || !isType(cls))
    return false;
  Owned<> held = Owned<>::retain(Borrowed<>(set)), reference = TRY(referenceTo(cls));
  return setContains_py(held.borrow().as<Set>(), reference);
}
Result<void> addTo_py(Value &set, Borrowed<> cls) {
  if (set.isNull())
    set = Owned<>(makeSet()).intoValue();
  Owned<> held = Owned<>::retain(Borrowed<>(set)), reference = TRY(referenceTo(cls));
  return setAdd_py(held.borrow().as<Set>(), reference);
}

// ---- Abstract methods -----------------------------------------------------------------------------------

Result<bool> isAbstract_py(Borrowed<> value) {
  Owned<> mark = TRY(getOptionalAttribute_py(value, "__isabstractmethod__"_str));
  if (mark.value().isExhausted())
    return false;
  return truth_py(mark);
}

Result<void> addAbstractOfBase_py(Borrowed<Set> abstract, Borrowed<> cls, Borrowed<> base) {
  Owned<> names = TRY(getOptionalAttribute_py(base, "__abstractmethods__"_str));
  if (names.value().isExhausted())
    return {};
  return forEach_py(names, [&](Borrowed<> name) -> Result<bool> {
    if (!isStr(name))
      return raise(TypeError, "attribute name must be string, not '%T'", name);
    Owned<> value = TRY(getOptionalAttribute_py(cls, name.as<Str>()));
    bool isIt = value.value().isExhausted() ? false : TRY(isAbstract_py(value));
    if (isIt)
      TRY(setAdd_py(abstract, name));
    return true;
  });
}

Result<void> setAbstractMethods_py(Borrowed<> cls) {
  Owned<Set> abstract = makeSet();
  Owned<Dict> own = dictCopy(Borrowed<Dict>(typeData(cls.as<Type>().get()).dict.get()));
  uint64_t position = 0;
  Borrowed<> name, value;
  while (dictNext(own, &position, &name, &value)) {
    bool isIt = TRY(isAbstract_py(value));
    if (isIt)
      TRY(setAdd_py(abstract, name));
  }
  Owned<Tuple> bases = Owned<Tuple>::retain(Borrowed<Tuple>(typeData(cls.as<Type>().get()).bases.get()));
  for (uint64_t i = 0; i < bases->length; ++i)
    TRY(addAbstractOfBase_py(abstract, cls, tupleItem(bases, i)));
  Owned<Set> frozen = makeFrozenSet();
  TRY(setUpdate_py(frozen, abstract));
  return setAttribute_py(cls, "__abstractmethods__"_str, frozen);
}

// Sequence and Mapping of collections.abc say with __abc_tpflags__ what `match` takes their subclasses for.
Result<void> takeCollectionFlags_py(Borrowed<Type> cls) {
  constexpr int64_t kSequence = 1 << 5, kMapping = 1 << 6;
  Borrowed<> flags = dictFindName(Borrowed<Dict>(typeData(cls.get()).dict.get()), "__abc_tpflags__"_str);
  if (!flags || !isInt(flags))
    return {};
  int64_t bits = 0;
  bool known = intToInt64(flags, &bits);
  if (known && (bits & (kSequence | kMapping)) == (kSequence | kMapping))
    return raise(TypeError, "__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING");
  cls->typeFlags |= (bits & kSequence ? uint32_t{kTypeSequence} : 0) | (bits & kMapping ? uint32_t{kTypeMapping} : 0);
  return deleteAttribute_py(cls, "__abc_tpflags__"_str);
}

// ---- issubclass() -----------------------------------------------------------------------------------------

// What __subclasshook__ says; Exhausted: nothing.
Result<Owned<>> askHook_py(Borrowed<> cls, AbcData *data, Borrowed<> subclass) {
  Owned<> answer = TRY(callMethod_py(cls, "__subclasshook__"_str, {subclass}));
  if (isNotImplemented(answer))
    return ownedExhausted();
  if (answer.value() == boolean(true).value())
    TRY(addTo_py(data->cache, subclass));
  else if (answer.value() == boolean(false).value())
    TRY(addTo_py(data->negative, subclass));
  else
    return raise(AssertionError, "__subclasshook__ must return either False, True, or NotImplemented");
  return answer;
}

// Whether a class is a subclass of one of those in the registry.
Result<bool> isOfRegistered_py(AbcData *data, Borrowed<> subclass) {
  if (data->registry.isNull())
    return false;
  Owned<List> references = makeList();
  uint64_t position = 0;
  Borrowed<> reference;
  while (setNext(Borrowed<>(data->registry).as<Set>(), &position, &reference))
    listAppend(references, reference);
  for (uint64_t i = 0; i < references->length; ++i) {
    Owned<> registered = TRY(weakref_ref_call(listItem(references, i).as<WeakReference>()));
    bool is = isNone(registered) ? false : TRY(isSubclass_py(subclass, registered));
    if (is)
      return true;
  }
  return false;
}

Result<bool> isOfSubclass_py(Borrowed<> cls, Borrowed<> subclass) {
  Owned<> subclasses = TRY(callMethod_py(cls, "__subclasses__"_str, {}));
  if (!isList(subclasses))
    return raise(TypeError, "__subclasses__() must return a list");
  Borrowed<List> list = subclasses.borrow().as<List>();
  for (uint64_t i = 0; i < list->length; ++i) {
    Owned<> each = Owned<>::retain(listItem(list, i));
    bool is = TRY(isSubclass_py(subclass, each));
    if (is)
      return true;
  }
  return false;
}

Result<bool> isVirtualSubclass_py(Borrowed<> cls, AbcData *data, Borrowed<> subclass) {
  bool known = TRY(isIn_py(data->cache, subclass));
  if (known)
    return true;
  if (data->negativeVersion < runtime().abcRegistrations) {
    releaseField(data->negative);
    data->negativeVersion = runtime().abcRegistrations;
  } else {
    bool knownNot = TRY(isIn_py(data->negative, subclass));
    if (knownNot)
      return false;
  }
  Owned<> hooked = TRY(askHook_py(cls, data, subclass));
  if (!hooked.value().isExhausted())
    return hooked.value() == boolean(true).value();
  bool is = isSubtype(subclass.as<Type>().get(), cls.as<Type>().get());
  if (!is)
    is = TRY(isOfRegistered_py(data, subclass));
  if (!is)
    is = TRY(isOfSubclass_py(cls, subclass));
  TRY(addTo_py(is ? data->cache : data->negative, subclass));
  return is;
}

Result<Owned<>> subclassCheck_py(Borrowed<> cls, Borrowed<> subclass) {
  return callMethod_py(cls, "__subclasscheck__"_str, {subclass});
}

Owned<> copyOfSet(Value set) {
  Owned<Set> copy = makeSet();
  if (!set.isNull())
    (void)setUpdate_py(copy, Borrowed<>(set)); // of references, which are hashed
  return copy;
}

} // namespace

extern "C" constinit Type molt_type_abc_data{TypeSpec{.name = "_abc_data",
                                                      .module = "_abc",
                                                      .doc = "What an abstract base class knows of its virtual subclasses.",
                                                      .size = sizeof(AbcData),
                                                      .flags = kTypeGC | kTypeNoNew,
                                                      .destroy = destroyData,
                                                      .traverse = traverseData,
                                                      .clear = destroyData}};

const NativeModule nativeModule__abc{.name = "_abc", .functions = _abc_functions, .doc = _abc_doc};

Result<int64_t> _abc_get_cache_token() { return static_cast<int64_t>(runtime().abcRegistrations); }

Result<void> _abc__abc_init(Borrowed<> cls) {
  if (!isType(cls))
    return raise(TypeError, "_abc_init() argument must be a class, not %T", cls);
  TRY(setAbstractMethods_py(cls));
  Owned<AbcData> data = allocate<AbcData>(molt_type_abc_data);
  data->negativeVersion = runtime().abcRegistrations;
  TRY(setAttribute_py(cls, "_abc_impl"_str, data));
  return takeCollectionFlags_py(cls.as<Type>());
}

Result<Owned<>> _abc__abc_register(Borrowed<> cls, Borrowed<> subclass) {
  if (!isType(subclass))
    return raise(TypeError, "Can only register classes");
  bool isOne = TRY(isSubclass_py(subclass, cls));
  if (isOne)
    return Owned<>::retain(subclass);
  bool isCycle = TRY(isSubclass_py(cls, subclass));
  if (isCycle)
    return raise(RuntimeError, "Refusing to create an inheritance cycle");
  Owned<AbcData> data = TRY(dataOf_py(cls));
  TRY(addTo_py(data->registry, subclass));
  ++runtime().abcRegistrations;
  if (isType(cls))
    if (uint32_t flags = cls.as<Type>()->typeFlags & kTypeCollections)
      setCollection(subclass.as<Type>().get(), flags);
  return Owned<>::retain(subclass);
}

Result<Owned<>> _abc__abc_instancecheck(Borrowed<> cls, Borrowed<> instance) {
  Owned<AbcData> data = TRY(dataOf_py(cls));
  Owned<> claimed = TRY(getAttribute_py(instance, "__class__"_str));
  bool known = TRY(isIn_py(data->cache, claimed));
  if (known)
    return ownedBool(true);
  Borrowed<> actual(Value::fromObject(typeOf(instance)));
  if (actual.value() == claimed.value()) {
    if (data->negativeVersion == runtime().abcRegistrations) {
      bool knownNot = TRY(isIn_py(data->negative, claimed));
      if (knownNot)
        return ownedBool(false);
    }
    return subclassCheck_py(cls, claimed);
  }
  Owned<> answer = TRY(subclassCheck_py(cls, claimed));
  bool is = TRY(truth_py(answer));
  return is ? Result<Owned<>>(std::move(answer)) : subclassCheck_py(cls, actual);
}

Result<Owned<>> _abc__abc_subclasscheck(Borrowed<> cls, Borrowed<> subclass) {
  if (!isType(subclass))
    return raise(TypeError, "issubclass() arg 1 must be a class");
  Owned<AbcData> data = TRY(dataOf_py(cls));
  return ownedBool(TRY(isVirtualSubclass_py(cls, data.get(), subclass)));
}

Result<Owned<>> _abc__get_dump(Borrowed<> cls) {
  Owned<AbcData> data = TRY(dataOf_py(cls));
  Owned<> sets[] = {copyOfSet(data->registry), copyOfSet(data->cache), copyOfSet(data->negative)};
  Owned<> version = makeUnsigned(data->negativeVersion);
  const Value parts[] = {sets[0].value(), sets[1].value(), sets[2].value(), version.value()};
  return makeTuple(parts, 4);
}
Result<void> _abc__reset_registry(Borrowed<> cls) {
  Owned<AbcData> data = TRY(dataOf_py(cls));
  releaseField(data->registry);
  return {};
}
Result<void> _abc__reset_caches(Borrowed<> cls) {
  Owned<AbcData> data = TRY(dataOf_py(cls));
  releaseField(data->cache);
  releaseField(data->negative);
  return {};
}

} // namespace molt
