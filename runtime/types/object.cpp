// object: the root of all types.

#include "runtime/core/attribute.h"
#include "runtime/core/class_facts.h"
#include "runtime/core/call.h"
#include "runtime/core/class_layout.h"
#include "runtime/core/containers.h"
#include "runtime/core/descriptors.h"
#include "runtime/core/generic_slots.h"
#include "runtime/core/instance.h"
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"
#include "runtime/types/native_text.h"

namespace molt {

// ---- Text, hash, comparison -------------------------------------------------------------------------

Result<Owned<Str>> qualifiedTypeName(Type *type, bool hideBuiltins) {
  if (!type->isHeap()) {
    if (strEqual(makeStr(type->module), "builtins") && hideBuiltins)
      return makeStr(type->name);
    return formatStr("%s.%s", type->module, type->name);
  }
  Borrowed<> module = dictFindName(Borrowed<Dict>(typeData(type).dict.get()), "__module__"_str);
  Borrowed<> name(asHeap(type)->qualname);
  if (!module || !isStr(module) || (hideBuiltins && strEqual(module.as<Str>(), "builtins")))
    return Owned<Str>::retain(name.as<Str>());
  return formatStr("%S.%S", module, name);
}

Result<Owned<Str>> objectRepr(Borrowed<> self) {
  Owned<Str> name = TRY(qualifiedTypeName(typeOf(self), true));
  return formatStr("<%S object at %s>", name, AddressText(self).text());
}
Result<Owned<Str>> objectStr(Borrowed<> self) {
  if (typeOf(self)->repr != genericRepr)
    return repr_py(self);
  TRY(checkStack(" while getting the str of an object"));
  Owned<> result = TRY(callTypeMethod_py(self, "__repr__"_str, nullptr, 0));
  if (!isStr(result))
    return raise(TypeError, "__str__ returned non-string (type %T)", result);
  return std::move(result).as<Str>();
}

Result<int64_t> objectHash(Borrowed<> self) {
  // The low four bits of an address are always 0: rotated away, as CPython does.
  uint64_t bits = self.bits();
  auto hash = static_cast<int64_t>(bits >> 4 | bits << 60);
  return hash == -1 ? -2 : hash;
}

Result<int64_t> unhashable(Borrowed<> self) {
  return raise(TypeError, "unhashable type: '%T'", self);
}

Result<Owned<>> objectCompare(Borrowed<> left, Borrowed<> right, Comparison operation) {
  if (operation == Comparison::kEqual)
    return left.value() == right.value() ? ownedBool(true) : ownedNotImplemented();
  if (operation != Comparison::kNotEqual)
    return ownedNotImplemented();
  // != is the opposite of what == says.
  Owned<> equal = TRY(typeOf(left)->compare(left, right, Comparison::kEqual));
  if (isNotImplemented(equal))
    return equal;
  return ownedBool(!TRY(truth_py(equal)));
}

// ---- Making -----------------------------------------------------------------------------------------

// TypeError that names the methods a class does not implement.
static Raised raiseAbstract(Borrowed<Type> type) {
  Result<Owned<>> found = getAttribute_py(quietly(type.get()), "__abstractmethods__"_str);
  if (found.raised())
    return Raised{};
  Owned<List> names = makeList();
  Owned<> abstract = found.take();
  if (molt_list_extend_py(names, abstract).raised() ||
      callMethod_py(names, "sort"_str, {}).raised())
    return Raised{};
  Owned<Tuple> sorted = molt_list_to_tuple(names);
  Owned<Str> text = makeStr("", 0);
  for (uint64_t i = 0; i < sorted->length; ++i)
    text = TRY(formatStr("%S%s'%S'", text, i ? ", " : "", sorted->items()[i]));
  return raise(TypeError,
               "Can't instantiate abstract class %N without an implementation for abstract method%s %S",
               static_cast<const Type *>(type.get()), sorted->length == 1 ? "" : "s", text);
}
WHEN_SAID(__abstractmethods__, raiseAbstract) // a class is abstract when somebody has set that

namespace {

bool hasArguments(uint64_t positionalCount, Borrowed<Tuple> names) {
  return positionalCount || (names && names->length);
}


} // namespace

Result<Owned<>> objectNew(Borrowed<Type> type, const Value *, uint64_t positionalCount,
                          Borrowed<Tuple> names) {
  if (hasArguments(positionalCount, names)) {
    if (type->newInstance != objectNew)
      return raise(TypeError,
                   "object.__new__() takes exactly one argument (the type to instantiate)");
    if (type->init == objectInit)
      return raise(TypeError, "%N() takes no arguments", static_cast<const Type *>(type.get()));
  }
  if (__builtin_expect(type->has(kTypeAbstract), 0))
    return molt_when___abstractmethods__(type);
  return Owned<>::steal(Value::fromObject(allocateObject(type.get(), type->size, 0)));
}

Result<void> objectInit(Borrowed<> self, const Value *, uint64_t positionalCount,
                        Borrowed<Tuple> names) {
  if (!hasArguments(positionalCount, names))
    return {};
  Type *type = typeOf(self);
  if (type->init != objectInit)
    return raise(TypeError,
                 "object.__init__() takes exactly one argument (the instance to initialize)");
  if (type->newInstance == objectNew)
    return raise(TypeError, "%T.__init__() takes exactly one argument (the instance to initialize)", self);
  return {};
}

// ---- Methods ----------------------------------------------------------------------------------------

namespace {

#define METHOD(name)                                                                               \
  Result<Owned<>> name(Borrowed<> self, const Value *arguments, uint64_t count, Borrowed<Tuple> names)

Result<void> expectCount(const char *name, uint64_t count, uint64_t wanted, Borrowed<Tuple> names) {
  TRY(rejectKeywords(name, names));
  if (count == wanted)
    return {};
  if (wanted == 0)
    return raise(TypeError, "%s() takes no arguments (%zu given)", name, count);
  return raise(TypeError, "%s() takes exactly one argument (%zu given)", name, count);
}

METHOD(object_format) {
  TRY(expectCount("object.__format__", count, 1, names));
  Borrowed<> spec(arguments[0]);
  if (!isStr(spec))
    return raise(TypeError, "__format__() argument must be str, not %T", spec);
  if (spec.as<Str>()->size)
    return raise(TypeError, "unsupported format string passed to %T.__format__", self);
  return str_py(self);
}

METHOD(object_sizeof) {
  TRY(expectCount("object.__sizeof__", count, 0, names));
  return makeInt(typeOf(self)->size + typeOf(self)->fieldsSize);
}

// The names of the instance's dict and of all its classes.
METHOD(object_dir) {
  TRY(expectCount("object.__dir__", count, 0, names));
  Owned<Dict> found = makeDict();
  Owned<> own = TRY(getOptionalAttribute_py(self, "__dict__"_str));
  if (!isExhausted(own) && isDict(own))
    addKeys(found, own.borrow().as<Dict>());
  Owned<> type = TRY(getOptionalAttribute_py(self, "__class__"_str));
  if (!isExhausted(type) && isType(type))
    addClassKeys(found, type.borrow().as<Type>());
  return keyList(found);
}

METHOD(object_init_subclass) {
  if (!hasArguments(count, names))
    return ownedNone();
  Owned<> type = TRY(getAttribute_py(self, "__qualname__"_str));
  if (names && names->length)
    return raise(TypeError, "%S.__init_subclass__() takes no keyword arguments", type);
  return raise(TypeError, "%S.__init_subclass__() takes no arguments (%zu given)", type, count);
}

METHOD(object_subclasshook) { return ownedNotImplemented(); }

// What copying needs of an object without __getstate__ of its own: its dict, or None.
METHOD(object_getstate) {
  TRY(expectCount("object.__getstate__", count, 0, names));
  Borrowed<Dict> dict = instanceDict(self);
  if (!dict || !dictLength(dict))
    return ownedNone();
  return Owned<>(dictCopy(dict));
}
#undef METHOD

constexpr MethodDef objectMethods[] = {
    {"__format__", object_format, 0, "Default object formatter.", "($self, format_spec, /)"},
    {"__sizeof__", object_sizeof, 0, "Size of object in memory, in bytes.", "($self, /)"},
    {"__dir__", object_dir, 0, "Default dir() implementation.", "($self, /)"},
    {"__getstate__", object_getstate, 0, "Helper for pickle.", "($self, /)"},
    {"__init_subclass__", object_init_subclass, kMethodClass,
     "This method is called when a class is subclassed."},
    {"__subclasshook__", object_subclasshook, kMethodClass,
     "Abstract classes can override this to customize issubclass()."},
    {nullptr, nullptr},
};

// ---- __class__ --------------------------------------------------------------------------------------

Result<Owned<>> getClass(Borrowed<> self) { return Owned<>::retain(quietly(typeOf(self))); }

// The memory that an object has, from its start.
size_t memoryOf(Object *object) {
  if (object->flags & kLargeObject)
    return LargeBlock::of(object)->size;
  return Page::of(object)->cellSize;
}

Result<void> setClass(Borrowed<> self, Borrowed<> value) {
  if (!value)
    return raise(TypeError, "can't delete __class__ attribute");
  if (!isType(value))
    return raise(TypeError, "__class__ must be set to a class, not '%T' object", value);
  Type *oldType = typeOf(self), *newType = value.as<Type>().get();
  if (oldType == newType)
    return {};
  if (!oldType->isHeap() || !newType->isHeap())
    return raise(TypeError, "__class__ assignment only supported for mutable types or ModuleType "
                            "subclasses");
  if (!layoutsAgree(oldType, newType))
    return raise(TypeError, "__class__ assignment: '%N' object layout differs from '%N'",
                 static_cast<const Type *>(newType), static_cast<const Type *>(oldType));
  Object *object = self.value().asObject();
  size_t needed = static_cast<size_t>(fieldsOf(object) - reinterpret_cast<unsigned char *>(object)) +
                  newType->fieldsSize;
  if (needed > memoryOf(object))
    return raise(TypeError, "__class__ assignment: Molt cannot give a '%N' object the class '%N', "
                            "which has more attributes",
                 static_cast<const Type *>(oldType), static_cast<const Type *>(newType));
  if (oldType->has(kTypeHasDict))
    enterDictMode(object); // the slots of the two types differ
  for (size_t at = oldType->fieldsSize; at < newType->fieldsSize; at += sizeof(Value))
    *reinterpret_cast<Value *>(fieldsOf(object) + at) = Value();
  noteClassAssignment(oldType);
  retain(static_cast<Object *>(newType));
  object->type = newType;
  release(static_cast<Object *>(oldType));
  return {};
}

constexpr GetSetDef objectGetSets[] = {
    {"__class__", getClass, setClass, "the object's class"},
    {nullptr, nullptr},
};

} // namespace

extern "C" constinit Type molt_type_object{TypeSpec{
    .name = "object",
    .doc = "The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns "
           "a new featureless\ninstance that has no instance attributes and cannot be given any.\n",
    .flags = kTypeBaseAllowed,
    .methods = objectMethods,
    .getsets = objectGetSets,
}};

// ---- dir() ------------------------------------------------------------------------------------------

void addKeys(Borrowed<Dict> into, Borrowed<Dict> from) {
  uint64_t position = 0;
  Borrowed<> key, value;
  while (dictNext(from, &position, &key, &value))
    if (isStr(key))
      dictSetName(into, key.as<Str>(), none());
}
void addClassKeys(Borrowed<Dict> into, Borrowed<Type> type) {
  Borrowed<Tuple> mro = typeMro(type.get());
  for (uint64_t i = 0; i < mro->length; ++i)
    addKeys(into, Borrowed<Dict>(typeData(static_cast<Type *>(mro->items()[i].asObject())).dict.get()));
}
Owned<> keyList(Borrowed<Dict> dict) {
  Owned<List> list = makeList();
  uint64_t position = 0;
  Borrowed<> key, value;
  while (dictNext(dict, &position, &key, &value))
    listAppend(list, key);
  return list;
}

} // namespace molt
