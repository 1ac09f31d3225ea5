// The runtime's tables about types and names (core's own).
#pragma once

#include "runtime/core/runtime.h"

namespace molt {

// The data of static types, by address.
struct TypeTable {
  struct Entry {
    Type *type;
    TypeData data;
  };
  Entry **entries = nullptr; // open addressing
  size_t capacity = 0, count = 0;
};
void clearTypeTable(TypeTable &table);

// Where lookupInType found a name last, in a dict of the type's mro; null: nowhere. An entry holds as long as
// the type's version is the same: versions are never reused, and no key comes or goes without a new one.
struct MethodCache {
  static constexpr size_t kSize = 2048;
  struct Entry {
    Type *type;
    Str *name;
    const Value *place;
    uint32_t version;
  };
  Entry entries[kSize];
};

// lookupInType without the cache.
Borrowed<> lookupAlongMro(Type *type, Borrowed<Str> name);
// The place of the value in a type's dict, or null. It stays for as long as the type's version; plain values
// (isPlainData) may change there meanwhile.
const Value *findInType(Type *type, Borrowed<Str> name);
// A class attribute whose type says nothing about how it is read: changing it changes nothing else.
inline bool isPlainData(Borrowed<> value) {
  const Type *type = typeOf(value);
  return !type->descriptorGet && !type->descriptorSet && !type->has(kTypeMethodLike);
}

struct InternTable {
  Str **entries = nullptr; // open addressing, by strHash
  size_t capacity = 0, count = 0;
};

} // namespace molt
