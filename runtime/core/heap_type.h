// Types that a running program makes: class statements, type(name, bases, dict), and the runtime's own
// types with several bases.
#pragma once

#include "runtime/core/errors.h"

namespace molt {

// A class. Its dict, bases and mro are references it owns; slots are recomputed (updateSlots) whenever
// a special method appears, changes or goes.
// The order in which instances got their attributes, where it is not that of the slots' numbers: each entry is a slot,
// the first one first (see instance.h).
struct SlotOrder {
  static constexpr uint32_t kMostSlots = 48;
  uint8_t slots[kMostSlots];
};
struct SlotOrders {
  static constexpr uint32_t kMost = 15;
  SlotOrder orders[kMost]; // number n is orders[n - 1]
  uint32_t count;
};

struct HeapType : Type {
  TypeData data;
  NumberSlots numberSlots;
  ContainerSlots containerSlots;
  Value nameObject, qualname; // str
  Value slotNames;            // tuple of str: names of the slots, inherited ones first; or null
  const Value *initPlace;     // where __init__ was found when the type had initVersion
  uint32_t initVersion;
  SlotOrders *slotOrders;     // null while all instances have been in order
  Ptr<Type> layoutBase;       // the static type whose layout instances begin with
  const ClassFacts *facts;    // what compiled code knows of it; null: nothing
};
inline HeapType *asHeap(Type *type) { return static_cast<HeapType *>(type); }

// type.__new__: makes a class from its name, bases (a tuple, already resolved) and namespace, of the
// metaclass `meta`. Runs __set_name__ and __init_subclass__ with keywords (names and values).
Result<Owned<Type>> makeClass_py(Borrowed<Type> meta, Borrowed<Str> name, Borrowed<Tuple> bases,
                                 Borrowed<Dict> space, const Value *keywordValues,
                                 Borrowed<Tuple> keywordNames);
// A class of the runtime's own that has static types as bases and defines nothing. Its slots are the first base's, without
// asking what its mro defines, so that programs that make no classes need not link how that is found out.
Owned<Type> makePlainClass(Borrowed<Str> name, Borrowed<Str> module, std::initializer_list<Type *> bases);
// __dict__ of instances, as the type that adds it shows it.
extern const GetSetDef instanceDictGetSet;
// The most derived metaclass of meta and the types of the bases. TypeError on conflict.
Result<Owned<Type>> mostDerivedMetaclass(Borrowed<Type> meta, Borrowed<Tuple> bases);
// The method resolution order by C3, as a tuple that starts with the type. data.bases must be set.
Result<Owned<Tuple>> computeMro(Borrowed<Type> type);

// Recomputes the slots of a heap type from what its mro defines.
void updateSlots(HeapType *type);
// After a change of a heap type's dict: new versions for it and its subclasses, and their slots for
// the name (null: all slots).
void typeChanged(HeapType *type, Borrowed<Str> name);
// Stores into a heap type's dict, or deletes (null), and tells.
Result<void> setTypeAttribute_py(Borrowed<Type> type, Borrowed<Str> name, Borrowed<> value);
inline constexpr uint32_t kTypeCollections = kTypeSequence | kTypeMapping;
// The class and all that derive from it become sequences, mappings or neither (0) to match statements, but those that are it
// already: what collections.abc does when a class is registered with Sequence or Mapping. Static types stay as they are.
void setCollection(Type *type, uint32_t flag);
void addSubclass(Type *base, Type *subclass);
void removeSubclass(Type *base, Type *subclass);
void freeSubclassList(TypeData &data);
// type.__bases__ = bases.
Result<void> assignBases_py(HeapType *type, Borrowed<Tuple> bases);

} // namespace molt
