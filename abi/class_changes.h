// What happens when a class that compiled code knows gets another function as a method.
//
// Rules
//   1. RuntimeEvents::classesChanged is a set of bits: kClassesChanged for whatever changes but a method's function, and one
//      for each method's name (methodChanged). Compiled code that uses what it knows of classes tests the first one, and
//      those of the methods that it calls, in one test of the word.
//   2. A method that is called through the tables of classes (py.call_fast ... at) needs no bit: in the table of a class that
//      has it otherwise there is a function that takes and gives the same, but looks the method up (GenericMethod).
#pragma once

#include "abi/object.h"

namespace molt {

inline constexpr uint32_t kClassesChanged = 1;
// Names share bits, which costs nothing but speed.
constexpr uint32_t methodChanged(const char *name, uint64_t length) {
  uint32_t hash = 2166136261; // FNV-1a
  for (uint64_t i = 0; i < length; ++i)
    hash = (hash ^ static_cast<unsigned char>(name[i])) * 16777619;
  return 2u << hash % 31;
}

// As what a fast version takes an argument, or gives its result.
enum class PassedAs : uint32_t { Word, Integer, Float };
inline constexpr uint32_t kMostGenericParameters = 8;

// What the method is called with, with its receiver.
struct GenericMethod {
  Ptr<Str> name;
  Ptr<AttributeCache> cache;
  uint32_t isGetter;
  PassedAs result;
  uint32_t parameterCount;
  PassedAs parameters[kMostGenericParameters];
};
static_assert(sizeof(GenericMethod) == 64);

// The fast versions of the methods of known classes, by their numbers, as compiled code calls them (null: none does); and what
// takes their place, or null.
struct MethodTables {
  Ptr<Ptr<void>> fast;
  const Ptr<void> *generic() const { return reinterpret_cast<const Ptr<void> *>(this + 1); }
};

// Behind what ClassFacts says of methods, at a multiple of 8 bytes.
inline const MethodTables *methodTables(const ClassFacts *facts) {
  auto end = reinterpret_cast<uintptr_t>(facts->forms() + facts->methodCount);
  return reinterpret_cast<const Ptr<MethodTables> *>((end + 7) & ~uintptr_t{7})->get();
}

} // namespace molt
