// Type objects and their slots.
//
// A builtin type is a static, constant-initialised, immutable Type made from a TypeSpec:
//
//   extern "C" constinit Type molt_type_list{TypeSpec{
//       .name = "list", .size = sizeof(List), .flags = kTypeGC | kTypeBaseAllowed | kTypeList,
//       .destroy = destroyList, .traverse = traverseList, .repr = list_repr, ... }};
//
// A class statement makes a HeapType (runtime/core/heap_type.h): the same slots, filled from its base and
// its methods. Slots are the truth about behaviour in C++; the dict that Python sees (wrappers such
// as list.__add__, methods, getters) is built per runtime at the first look.
//
// Rules
//   1. Every slot that the spec leaves null and that object defines is object's. Nothing else is
//      inherited by static types: a static subclass (bool) repeats its base's slots in its spec.
//   2. self of a slot is a Value of that type or of a subclass (for int and float: maybe inline).
//      But binary number slots get the operands in the order of the source, and the slot's type may
//      be that of either one: they test both, and give NotImplemented for what they do not know.
//   4. A method in `methods` with the name of a special method (`__next__`, `__reduce__`) takes the
//      place of the wrapper that core would derive from the slot.
//   3. destroy releases what the object holds; core frees the memory afterwards, releases the fields
//      of subclasses and the type. destroy must not touch the header.
#pragma once

#include "abi/reference.h"
#include "runtime/core/slot.h"

#include <cstddef>
#include <cstdint>

namespace molt {

struct Type;
struct List;

// ---- Reference counts -----------------------------------------------------------------------------

// The count is zero: destroys the object (or queues it). Keeps a pending exception.
void destroyObject_py(Object *object);

inline void retain(Object *object) {
  if (object->refcount < kImmortal)
    ++object->refcount;
}
inline void retain(Value value) {
  if (value.isObject())
    retain(value.asObject());
}
inline void release(Object *object) {
  if (object->refcount < kImmortal && --object->refcount == 0)
    destroyObject_py(object);
}
inline void release(Value value) {
  if (value.isObject())
    release(value.asObject());
}
// For fields: empties the field first, since releasing can run code that looks at it.
inline void releaseField(Value &field) {
  Value old = std::exchange(field, Value());
  release(old); // null is not an object
}
template <class T> inline void releaseField(Ptr<T> &field) {
  T *old = field;
  field = nullptr;
  if (old)
    release(reinterpret_cast<Object *>(old)); // T may be incomplete here
}
// Stores a new reference in a field and releases the old one.
inline void storeField(Value &field, Borrowed<> value) {
  retain(value.value());
  Value old = std::exchange(field, value.value());
  release(old);
}

// ---- Slots --------------------------------------------------------------------------------------

// Calls `visit` for every object that `self` owns a reference to.
struct Visitor {
  void (*visitObject)(Visitor &visitor, Object *object);
  void visit(Value value) {
    if (value.isObject() && value.asObject()->refcount < kImmortal)
      visitObject(*this, value.asObject());
  }
  void visit(Object *object) { // may be null
    if (object && object->refcount < kImmortal)
      visitObject(*this, object);
  }
  template <class T> void visit(Ptr<T> pointer) { visit(static_cast<Object *>(pointer.get())); }
  void visit(const Value *values, size_t count) {
    for (size_t i = 0; i < count; ++i)
      visit(values[i]);
  }
};

enum class Comparison : uint32_t { kLess, kLessEqual, kEqual, kNotEqual, kGreater, kGreaterEqual };

using DestroySlot = void (*)(Object *self);
using TraverseSlot = void (*)(Object *self, Visitor &visitor);
using ClearSlot = void (*)(Object *self); // drops references; the object stays valid
using UnarySlot = Result<Owned<>> (*)(Borrowed<> self);
using BinarySlot = Result<Owned<>> (*)(Borrowed<> left, Borrowed<> right); // may give NotImplemented
using TernarySlot = Result<Owned<>> (*)(Borrowed<> base, Borrowed<> exponent, Borrowed<> modulus);
using StrSlot = Result<Owned<Str>> (*)(Borrowed<> self);
// The final hash as CPython's, never -1.
using HashSlot = Result<int64_t> (*)(Borrowed<> self);
using TruthSlot = Result<bool> (*)(Borrowed<> self);
using LengthSlot = Result<int64_t> (*)(Borrowed<> self); // >= 0
using ContainsSlot = Result<bool> (*)(Borrowed<> self, Borrowed<> item);
// self[start:stop:step] without a slice object; bounds are those three, None where absent.
using GetSliceSlot = Result<Owned<>> (*)(Borrowed<> self, const Value *bounds);
using SetSliceSlot = Result<void> (*)(Borrowed<> self, const Value *bounds, Borrowed<> value); // null: delete
using SetItemSlot = Result<void> (*)(Borrowed<> self, Borrowed<> key, Borrowed<> value); // null: delete
using CompareSlot = Result<Owned<>> (*)(Borrowed<> left, Borrowed<> right, Comparison operation);
using GetAttributeSlot = Result<Owned<>> (*)(Borrowed<> self, Borrowed<Str> name);
using SetAttributeSlot = Result<void> (*)(Borrowed<> self, Borrowed<Str> name,
                                          Borrowed<> value); // null: delete
// The next item, or Value::exhausted(): StopIteration is not built.
using NextSlot = Result<Owned<>> (*)(Borrowed<> self);
// object null: through the class (type's None). owner null: type(object).
using DescriptorGetSlot = Result<Owned<>> (*)(Borrowed<> self, Borrowed<> object, Borrowed<> owner);
using DescriptorSetSlot = Result<void> (*)(Borrowed<> self, Borrowed<> object,
                                           Borrowed<> value); // null: delete

// The calling convention of everything that is called from C++: `arguments` holds positionalCount
// positional values, then one value for each of `names` (a tuple of str, or null).
using CallSlot = Result<Owned<>> (*)(Borrowed<> self, const Value *arguments,
                                     uint64_t positionalCount, Borrowed<Tuple> names);
using NewSlot = Result<Owned<>> (*)(Borrowed<Type> type, const Value *arguments,
                                    uint64_t positionalCount, Borrowed<Tuple> names);
using InitSlot = Result<void> (*)(Borrowed<> self, const Value *arguments, uint64_t positionalCount,
                                  Borrowed<Tuple> names);

// The order is that of enum BinaryOperator in operators.h.
struct NumberSlots {
  template <class Function> using Binary = Slot<SlotKind::binary, Function>;
  Binary<BinarySlot> add = nullptr, subtract = nullptr, multiply = nullptr, matrixMultiply = nullptr,
                     trueDivide = nullptr, floorDivide = nullptr, modulo = nullptr, divmod = nullptr,
                     shiftLeft = nullptr, shiftRight = nullptr, bitAnd = nullptr, bitOr = nullptr,
                     bitXor = nullptr;
  Binary<BinarySlot> inplaceAdd = nullptr, inplaceSubtract = nullptr, inplaceMultiply = nullptr,
                     inplaceMatrixMultiply = nullptr, inplaceTrueDivide = nullptr,
                     inplaceFloorDivide = nullptr, inplaceModulo = nullptr, inplaceDivmod = nullptr,
                     inplaceShiftLeft = nullptr, inplaceShiftRight = nullptr, inplaceBitAnd = nullptr,
                     inplaceBitOr = nullptr, inplaceBitXor = nullptr;
  Slot<SlotKind::power, TernarySlot> power = nullptr; // modulus None when absent
  Slot<SlotKind::power, BinarySlot> inplacePower = nullptr;
  Slot<SlotKind::negative, UnarySlot> negative = nullptr;
  Slot<SlotKind::positive, UnarySlot> positive = nullptr;
  Slot<SlotKind::absolute, UnarySlot> absolute = nullptr;
  Slot<SlotKind::invert, UnarySlot> invert = nullptr;
  Slot<SlotKind::toInt, UnarySlot> toInt = nullptr;     // __int__
  Slot<SlotKind::toFloat, UnarySlot> toFloat = nullptr; // __float__
  Slot<SlotKind::index, UnarySlot> index = nullptr;     // __index__
};

struct ContainerSlots {
  Slot<SlotKind::length, LengthSlot> length = nullptr;
  Slot<SlotKind::getItem, BinarySlot> getItem = nullptr; // a sequence takes ints (through __index__) and slices here
  Slot<SlotKind::setItem, SetItemSlot> setItem = nullptr;
  Slot<SlotKind::contains, ContainsSlot> contains = nullptr;
  // Of static types only: what getItem and setItem do with a slice.
  Slot<SlotKind::getSlice, GetSliceSlot> getSlice = nullptr;
  Slot<SlotKind::setSlice, SetSliceSlot> setSlice = nullptr;
  // Sequences only: + and * when the number protocol found nothing, as CPython's sq_concat.
  Slot<SlotKind::sequence, BinarySlot> concat = nullptr, inplaceConcat = nullptr;
  Slot<SlotKind::sequence, BinarySlot> repeat = nullptr, inplaceRepeat = nullptr; // right: an int-like, in any order
};

// ---- Methods and attributes that stubgen's tables and C++ define -----------------------------------

enum MethodFlags : uint32_t {
  kMethodStatic = 1u << 0, // self is null
  kMethodClass = 1u << 1,  // self is the type
};
struct MethodDef {
  const char *name; // null: the end of a table
  CallSlot function;
  uint32_t flags = 0;
  const char *doc = nullptr;
  const char *textSignature = nullptr; // "($self, object, /)"
};
static_assert(sizeof(void *) != 8 || offsetof(MethodDef, function) == kMethodFunctionOffset);
// The methods of a type, or the functions of a module: a plain table, or one of pointers that a
// program may replace by one with only the methods that it can reach (see docs/pruning.md).
struct MethodTable {
  const MethodDef *plain = nullptr;           // ends with a null name
  const MethodDef *const *entries = nullptr;  // ends with null
  const char *names = nullptr; // those of entries before anything was left out, space-separated
  constexpr MethodTable() = default;
  constexpr MethodTable(decltype(nullptr)) {}
  constexpr MethodTable(const MethodDef *plain) : plain(plain) {}
  constexpr MethodTable(const MethodDef *const *entries, const char *names)
      : entries(entries), names(names) {}
  template <class Visit> void forEach(Visit visit) const {
    for (const MethodDef *method = plain; method && method->name; ++method)
      visit(method);
    for (const MethodDef *const *entry = entries; entry && *entry; ++entry)
      visit(*entry);
  }
};
// The types that are names of a native module, likewise.
struct TypeTableOfModule {
  Type *const *entries = nullptr; // ends with null
  const char *names = nullptr;    // of all of them
};
struct GetSetDef {
  const char *name; // null: the end of a table
  Result<Owned<>> (*get)(Borrowed<> self);
  Result<void> (*set)(Borrowed<> self, Borrowed<> value) = nullptr; // null value: delete
  const char *doc = nullptr;
  unsigned since = 0; // minor version of Python
};
// A field that Python reads (read-only members of builtin types).
enum class MemberKind : uint32_t {
  kObject,       // Value or Ptr<Object>; null raises AttributeError
  kObjectOrNone, // null reads as None
  kInt32,
  kUint32,
  kInt64,
  kBool, // uint32_t
};
struct MemberDef {
  const char *name; // null: the end of a table
  uint32_t offset;
  MemberKind kind;
  const char *doc = nullptr;
  bool writable = false;
};

// ---- Types --------------------------------------------------------------------------------------

enum TypeFlags : uint32_t {
  kTypeHeap = 1u << 0,        // made by a class statement or type()
  kTypeBaseAllowed = 1u << 1, // can be subclassed
  kTypeGC = 1u << 2,          // instances are tracked by the collector
  kTypeNoNew = 1u << 3,       // "cannot create 'X' instances"
  kTypeMethodLike = 1u << 4,  // instances bind as methods: obj.f(x) may call f(obj, x)
  kTypeHasDict = 1u << 5,     // instances have a __dict__ word among their fields
  kTypeVariableFields = 1u << 7, // ... behind the variable part: fieldsOf() computes the place
  kTypeFixedSlots = 1u << 9,  // __slots__ without __dict__
  kTypeSequence = kIsSequenceType, // for match: setCollection()
  kTypeMapping = kIsMappingType,
  kTypeAbstract = 1u << 12,
  kTypePlainGet = 1u << 13,   // getAttribute is object's
  kTypePlainSet = 1u << 14,   // setAttribute is object's
  kTypeHasWeakrefs = 1u << 15, // instances can be weakly referenced
  kTypeMemoryView = 1u << 19, // a test that does not name the type, so that programs without one need not link it
  // Subclass bits: this type is int, str, ... or derives from it.
  kTypeInt = 1u << 20,
  kTypeStr = 1u << 21,
  kTypeBytes = 1u << 22,
  kTypeList = 1u << 23,
  kTypeTuple = 1u << 24,
  kTypeDict = 1u << 25,
  kTypeException = 1u << 26, // BaseException
  kTypeType = 1u << 27,
  kTypeFloat = 1u << 28,
  kTypeSet = 1u << 29,       // set
  kTypeFrozenSet = 1u << 30,
  kTypeComplex = 1u << 31,
  kTypeSubclassBits = 0xFFF00000u,
};

inline constexpr uint32_t kStaticTypeVersion = 1; // of every static type
inline constexpr uint32_t kFirstHeapTypeVersion = 2;

// What a static type is made from. Leave out what does not apply.
struct TypeSpec {
  const char *name; // as __name__; qualified by module
  const char *module = "builtins";
  const char *doc = nullptr;
  Type *base = nullptr; // null: object
  uint32_t size = sizeof(Object);
  uint32_t itemSize = 0; // variable-size types: bytes an item
  uint32_t flags = 0;
  MethodTable methods = {};
  const GetSetDef *getsets = nullptr;
  const MemberDef *members = nullptr;
  DestroySlot destroy = nullptr;
  TraverseSlot traverse = nullptr;
  ClearSlot clear = nullptr;
  DestroySlot finalize = nullptr; // runs before destruction while the object is still whole; may resurrect
  StrSlot repr = nullptr;
  StrSlot str = nullptr;
  HashSlot hash = nullptr; // with compare and without hash the type is unhashable
  CallSlot call = nullptr;
  GetAttributeSlot getAttribute = nullptr;
  SetAttributeSlot setAttribute = nullptr;
  CompareSlot compare = nullptr;
  UnarySlot iter = nullptr;
  NextSlot next = nullptr;
  NewSlot newInstance = nullptr; // null: object's, when the type has no kTypeNoNew
  InitSlot init = nullptr;
  DescriptorGetSlot descriptorGet = nullptr;
  DescriptorSetSlot descriptorSet = nullptr;
  TruthSlot truth = nullptr;
  const NumberSlots *number = nullptr;
  const ContainerSlots *container = nullptr;
  // Variable-size types that can be subclassed: bytes of this object without the subclass's fields.
  size_t (*variableSize)(const Object *self) = nullptr;
  // Other static types' wrapper of this slot: __init__'s signature etc. Names of dunder methods that
  // must not be derived from slots, separated by spaces (rarely needed).
  const char *hiddenDunders = nullptr;
  // Offset of a Ptr<Dict>/Value dict word inside the builtin layout (functions, modules); 0: none.
  uint32_t dictOffset = 0;
};

// object's slots, that every static type starts from (runtime/types/object.cpp).
Result<Owned<Str>> objectRepr(Borrowed<> self);
Result<Owned<Str>> objectStr(Borrowed<> self);  // repr()
Result<int64_t> objectHash(Borrowed<> self);    // by identity
Result<int64_t> unhashable(Borrowed<> self);    // TypeError: unhashable type: 'x'
Result<Owned<>> objectCompare(Borrowed<> left, Borrowed<> right, Comparison operation); // identity
Result<Owned<>> objectGetAttribute(Borrowed<> self, Borrowed<Str> name);
Result<void> objectSetAttribute(Borrowed<> self, Borrowed<Str> name, Borrowed<> value);
Result<Owned<>> objectNew(Borrowed<Type> type, const Value *arguments, uint64_t positionalCount,
                          Borrowed<Tuple> names);
Result<void> objectInit(Borrowed<> self, const Value *arguments, uint64_t positionalCount,
                        Borrowed<Tuple> names);

extern "C" {
extern Type molt_type_object;
extern Type molt_type_type;
}

// A type's part that Python can see change. For static types it lives in the runtime (typeData()).
struct TypeData {
  Ptr<Dict> dict;
  Ptr<Tuple> mro;
  Ptr<Tuple> bases;
  Type **subclasses = nullptr; // borrowed: a heap type takes itself out when it dies
  uint32_t subclassCount = 0;
  uint32_t subclassCapacity = 0;
};

// Takes the place of slot functions that the program cannot call (docs/pruning.md); ends it.
extern "C" void molt_unreached();
#ifndef __wasm__
__asm__(".globl molt_unreached"); // in the symbol table of whoever defines a type
#endif

struct Type : TypeHead {
  Ptr<Type> base;
  const char *name; // a heap type's is its __name__'s data
  const char *module;
  const char *doc;
  uint32_t size;    // bytes of the fixed builtin part
  uint32_t itemSize;
  // Of instances of heap types (see instance.h): where their own fields lie, in bytes.
  uint32_t fieldsOffset;
  uint32_t fieldsSize;
  uint32_t dictField;  // of the dict word, from the start of the fields (kTypeHasDict)
  uint32_t slotsField; // of the slots, from the start of the fields
  uint32_t slotCount;
  uint32_t dictOffset; // of a dict word inside the builtin layout, from the start of the object; or 0
  MethodTable methods;
  const GetSetDef *getsets;
  const MemberDef *members;
  Slot<SlotKind::destroy, DestroySlot> destroy;
  Slot<SlotKind::traverse, TraverseSlot> traverse;
  Slot<SlotKind::clear, ClearSlot> clear;
  Slot<SlotKind::finalize, DestroySlot> finalize;
  Slot<SlotKind::repr, StrSlot> repr;
  Slot<SlotKind::str, StrSlot> str;
  Slot<SlotKind::hash, HashSlot> hash;
  Slot<SlotKind::call, CallSlot> call;
  Slot<SlotKind::getAttribute, GetAttributeSlot> getAttribute;
  Slot<SlotKind::setAttribute, SetAttributeSlot> setAttribute;
  Slot<SlotKind::compare, CompareSlot> compare;
  Slot<SlotKind::iter, UnarySlot> iter;
  Slot<SlotKind::next, NextSlot> next;
  Slot<SlotKind::newInstance, NewSlot> newInstance;
  Slot<SlotKind::init, InitSlot> init;
  Slot<SlotKind::descriptorGet, DescriptorGetSlot> descriptorGet;
  Slot<SlotKind::descriptorSet, DescriptorSetSlot> descriptorSet;
  Slot<SlotKind::truth, TruthSlot> truth;
  const NumberSlots *number;
  const ContainerSlots *container;
  Slot<SlotKind::variableSize, size_t (*)(const Object *self)> variableSize;
  const char *hiddenDunders;

  constexpr explicit Type(const TypeSpec &spec);
  bool has(uint32_t flag) const { return (typeFlags & flag) != 0; }
  bool isHeap() const { return has(kTypeHeap); }
};

constexpr Type::Type(const TypeSpec &spec)
    : TypeHead{{}, kStaticTypeVersion, spec.flags, 0, 0}, base(), name(spec.name), module(spec.module), doc(spec.doc),
      size(spec.size), itemSize(spec.itemSize), fieldsOffset(0),
      fieldsSize(0), dictField(0), slotsField(0), slotCount(0), dictOffset(spec.dictOffset), methods(spec.methods),
      getsets(spec.getsets), members(spec.members), destroy(spec.destroy), traverse(spec.traverse),
      clear(spec.clear), finalize(spec.finalize), repr(spec.repr ? spec.repr : objectRepr),
      str(spec.str ? spec.str : objectStr),
      hash(spec.hash ? spec.hash : spec.compare ? unhashable : objectHash), call(spec.call),
      getAttribute(spec.getAttribute ? spec.getAttribute : objectGetAttribute),
      setAttribute(spec.setAttribute ? spec.setAttribute : objectSetAttribute),
      compare(spec.compare ? spec.compare : objectCompare), iter(spec.iter), next(spec.next),
      newInstance(spec.newInstance               ? spec.newInstance
                  : (spec.flags & kTypeNoNew) ? nullptr
                                                 : objectNew),
      init(spec.init ? spec.init : objectInit), descriptorGet(spec.descriptorGet),
      descriptorSet(spec.descriptorSet), truth(spec.truth), number(spec.number),
      container(spec.container), variableSize(spec.variableSize), hiddenDunders(spec.hiddenDunders) {
  Object::type = &molt_type_type;
  refcount = kImmortal;
  flags = 0;
  if (spec.base)
    base = spec.base;
  else if (this != &molt_type_object)
    base = &molt_type_object;
  if (!spec.getAttribute)
    typeFlags |= kTypePlainGet;
  if (!spec.setAttribute)
    typeFlags |= kTypePlainSet;
}

// ---- Asking -------------------------------------------------------------------------------------

extern "C" {
extern Type molt_type_int;
extern Type molt_type_float;
extern Type molt_type_bool;
extern Type molt_type_str;
extern Type molt_type_bytes;
extern Type molt_type_tuple;
extern Type molt_type_list;
extern Type molt_type_dict;
extern Type molt_type_NoneType;
}

// The address of a type, for comparing: who refers to it needs nothing of what the type can do (docs/pruning.md).
struct TypeIdentity {
  char address;
};
extern "C" {
extern const TypeIdentity molt_is_float, molt_is_type, molt_is_super;
}
// Beside the definition of a type.
#define TYPE_IDENTITY(name)                                                                                            \
  extern "C" {                                                                                                         \
  extern const TypeIdentity molt_is_##name __attribute__((alias("molt_type_" #name)));                                 \
  }
inline Type *typeAt(const TypeIdentity &identity) {
  auto *type = reinterpret_cast<Type *>(const_cast<TypeIdentity *>(&identity));
  __asm__("" : "+r"(type)); // an address that may equal molt_type_NAME's
  return type;
}
inline bool is(const Type *type, const TypeIdentity &identity) {
  return reinterpret_cast<const TypeIdentity *>(type) == &identity;
}

inline Type *typeOf(Value value) {
  if (value.isObject())
    return value.asObject()->type;
  return value.isInlineInt() ? &molt_type_int : typeAt(molt_is_float);
}
inline Type *typeOf(Borrowed<> value) { return typeOf(value.value()); }

// A type that the runtime hands to itself or keeps. Python sees it only through attributes of certain names, which are
// listed in compiler/link/runtime_graph.cpp (kTypeAttributes); so this leaves no mark that types are values.
inline Borrowed<> quietly(const Type *type) { return Borrowed<>(Value::unmarked(type)); }

// Does a type derive from another (through its mro)? Subclass hooks are not asked.
bool isSubtype(const Type *type, const Type *base);
inline bool isInstance(Value value, const Type &type) {
  const Type *actual = typeOf(value);
  return actual == &type || isSubtype(actual, &type);
}
inline bool isInstance(Borrowed<> value, const Type &type) { return isInstance(value.value(), type); }
inline bool isInstance(Value value, const TypeIdentity &identity) {
  const Type *actual = typeOf(value);
  return is(actual, identity) || isSubtype(actual, typeAt(identity));
}
inline bool isInstance(Borrowed<> value, const TypeIdentity &identity) { return isInstance(value.value(), identity); }
inline bool isExactly(Borrowed<> value, const TypeIdentity &identity) { return is(typeOf(value), identity); }
inline bool isExactly(Borrowed<> value, const Type &type) {
  return value.value().isObject() ? value.value().asObject()->type == &type
                                  : typeOf(value) == &type;
}
// The same for the types that have a subclass bit: one load and test.
inline bool hasTypeFlag(Value value, uint32_t flag) { return typeOf(value)->has(flag); }
inline bool hasTypeFlag(Borrowed<> value, uint32_t flag) { return hasTypeFlag(value.value(), flag); }
inline bool isInt(Borrowed<> value) {
  return value.value().isInlineInt() || hasTypeFlag(value, kTypeInt);
}
inline bool isStr(Borrowed<> value) { return value.value().isObject() && hasTypeFlag(value, kTypeStr); }
inline bool isBytes(Borrowed<> value) { return value.value().isObject() && hasTypeFlag(value, kTypeBytes); }
inline bool isTuple(Borrowed<> value) { return value.value().isObject() && hasTypeFlag(value, kTypeTuple); }
inline bool isList(Borrowed<> value) { return value.value().isObject() && hasTypeFlag(value, kTypeList); }
inline bool isDict(Borrowed<> value) { return value.value().isObject() && hasTypeFlag(value, kTypeDict); }
inline bool isType(Borrowed<> value) { return value.value().isObject() && hasTypeFlag(value, kTypeType); }
inline bool isException(Borrowed<> value) {
  return value.value().isObject() && hasTypeFlag(value, kTypeException);
}

// The singletons as values.
extern "C" {
extern Object molt_none, molt_true, molt_false, molt_ellipsis, molt_not_implemented;
}
inline Borrowed<> none() { return Borrowed<>(Value::fromObject(&molt_none)); }
inline Borrowed<> ellipsis() { return Borrowed<>(Value::fromObject(&molt_ellipsis)); }
inline Borrowed<> notImplemented() { return Borrowed<>(Value::fromObject(&molt_not_implemented)); }
inline Borrowed<> boolean(bool value) {
  return Borrowed<>(Value::fromObject(value ? &molt_true : &molt_false));
}
// Immortal: giving them away costs no count.
inline Owned<> ownedNone() { return Owned<>::steal(none().value()); }
inline Owned<> ownedNotImplemented() { return Owned<>::steal(notImplemented().value()); }
inline Owned<> ownedBool(bool value) { return Owned<>::steal(boolean(value).value()); }
inline Owned<> ownedExhausted() { return Owned<>::steal(Value::exhausted()); }
inline bool isNone(Borrowed<> value) { return value.value() == none().value(); }
inline bool isNotImplemented(Borrowed<> value) { return value.value() == notImplemented().value(); }

// "list", "A" for messages: a type's __name__.
inline const char *typeName(Borrowed<> value) { return typeOf(value)->name; }

// The dict, mro and bases of a type in this runtime; builds a static type's at the first call.
TypeData &typeData(Type *type);
Borrowed<Tuple> typeMro(Type *type);
// The attribute that a type or its bases define, or null. No descriptor is called. Cached.
Borrowed<> lookupInType(Type *type, Borrowed<Str> name);

} // namespace molt
