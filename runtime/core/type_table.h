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

// What lookupInType found last for a type and a name; value null: nothing. An entry holds as long as
// the type's version is the same: versions are never reused.
struct MethodCache {
  static constexpr size_t kSize = 2048;
  struct Entry {
    Type *type;
    Str *name;
    Value value;
    uint32_t version;
  };
  Entry entries[kSize];
};

// lookupInType without the cache.
Borrowed<> lookupAlongMro(Type *type, Borrowed<Str> name);

struct InternTable {
  Str **entries = nullptr; // open addressing, by strHash
  size_t capacity = 0, count = 0;
};

} // namespace molt
