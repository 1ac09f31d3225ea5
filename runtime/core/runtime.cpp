// Making and ending a runtime; interned strings; the recursion limits.

#include "runtime/core/known_globals.h"
#include "runtime/core/runtime.h"

#include "runtime/core/collector.h"
#include "runtime/core/containers.h"
#include "runtime/core/errors.h"
#include "runtime/core/type_table.h"

#include <cstdlib>
#include <cstring>
#include <new>
#ifndef __wasm__
#include <sys/resource.h>
#endif

namespace molt {

thread_local constinit Runtime *currentRuntimePointer = nullptr;

namespace {

template <class T> T *makeZeroed() {
  void *memory = std::calloc(1, sizeof(T));
  if (!memory)
    outOfMemory();
  return new (memory) T();
}

// How far the native stack may grow below here: down to `lowest`, or by what the system gives when that
// is 0. A reserve is kept for what handles the RecursionError.
uintptr_t findStackLimit(uintptr_t lowest) {
  constexpr size_t kReserve = 96 * 1024;
  if (lowest)
    return lowest + kReserve;
#ifdef __wasm__
  return kReserve; // the stack lies at the bottom of memory
#else
  rlimit limit;
  size_t size = 8 * 1024 * 1024;
  if (getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY)
    size = limit.rlim_cur;
  size = size < 4 * kReserve ? 4 * kReserve : size;
  auto here = reinterpret_cast<uintptr_t>(__builtin_frame_address(0));
  size_t usable = size - kReserve - 16 * 1024;
  return here > usable ? here - usable : 0;
#endif
}

void freeInterned(InternTable &table) {
  for (size_t i = 0; i < table.capacity; ++i)
    if (Str *string = table.entries[i]) {
      string->flags &= ~uint32_t{kStrInterned};
      release(static_cast<Object *>(string));
    }
  std::free(table.entries);
  table = InternTable{};
}

} // namespace

Runtime *createRuntime(uintptr_t lowestStackAddress) {
  Runtime *made = makeZeroed<Runtime>();
  made->methodCache = makeZeroed<MethodCache>();
  made->types = makeZeroed<TypeTable>();
  made->interned = makeZeroed<InternTable>();
  made->collector = makeZeroed<Collector>();
  made->cellPages = cellPagesOf(made->allocator);
  made->stackLimit = made->nativeStackLimit = findStackLimit(lowestStackAddress);
  made->stackTop = reinterpret_cast<uintptr_t>(__builtin_frame_address(0));
  made->safeDepth = safeDepthOf(made->stackTop - made->nativeStackLimit);
  made->setDepthLimit(made->depthLimit);
  fillAsciiCharacters();
  currentRuntimePointer = made;
  return made;
}

uint64_t destroyRuntime(Runtime *ended, void (*beforeFreeing)()) {
  currentRuntimePointer = ended;
  ended->finalizing = true;
  releaseField(ended->pending);
  releaseField(ended->handled);
  releaseField(ended->stopValue);
  releaseField(ended->modules);
  // What dies from here on finds no builtins; compiled code looks there without asking.
  Owned<> builtins = Owned<>::steal(Value::fromObject(ended->builtins.get()));
  ended->builtins = reinterpret_cast<Dict *>(makeDict().intoValue().asObject());
  builtins = {};
  releaseField(ended->lengthFunction);
  releaseKeptValues();
  while (collectCycles_py())
    ;
  clearTypeTable(*ended->types);
  freeInterned(*ended->interned);
  while (collectCycles_py())
    ;
  clearTypeTable(*ended->types); // dying objects may have asked for types again
  freeInterned(*ended->interned);
  releaseField(ended->builtins);
  uint64_t leaked = countObjects(ended->allocator);
  if (leaked && beforeFreeing)
    beforeFreeing();
  freeAllPages(ended->allocator);
  std::free(ended->trash);
  std::free(ended->importedModules.get());
  std::free(ended->knownClasses.get());
  std::free(ended->knownMethods.get());
  std::free(ended->methodCache);
  std::free(ended->types);
  std::free(ended->interned);
  std::free(ended->collector);
  std::free(ended);
  currentRuntimePointer = nullptr;
  return leaked;
}

uint64_t liveObjectCount() { return countObjects(runtime().allocator); }

void forEachLiveObject(void (*report)(Object *object, void *context), void *context) {
  forEachObject(report, context);
}

// ---- Interned strings -----------------------------------------------------------------------------

namespace {

void growInterned(InternTable &table) {
  size_t capacity = table.capacity ? table.capacity * 2 : 512;
  auto **entries = static_cast<Str **>(std::calloc(capacity, sizeof(Str *)));
  if (!entries)
    outOfMemory();
  for (size_t i = 0; i < table.capacity; ++i)
    if (Str *string = table.entries[i]) {
      size_t at = string->hash & (capacity - 1);
      while (entries[at])
        at = (at + 1) & (capacity - 1);
      entries[at] = string;
    }
  std::free(table.entries);
  table.entries = entries;
  table.capacity = capacity;
}

} // namespace

Borrowed<Str> intern(Borrowed<Str> string) {
  InternTable &table = *runtime().interned;
  if ((table.count + 1) * 2 > table.capacity)
    growInterned(table);
  strHash(string);
  size_t mask = table.capacity - 1;
  size_t at = string->hash & mask;
  for (; Str *found = table.entries[at]; at = (at + 1) & mask)
    if (found == string.get() || (found->hash == string->hash && strEqual(Borrowed<Str>(found), string)))
      return Borrowed<Str>(found);
  Owned<Str> kept;
  if (string->Object::type.get() == &molt_type_str)
    kept = Owned<Str>::retain(string);
  else // an instance of a subclass: its text
    kept = makeStr(string->data(), string->size);
  strHash(kept);
  if (kept->refcount < kImmortal)
    kept->flags |= kStrInterned;
  table.entries[at] = kept.get();
  ++table.count;
  return Borrowed<Str>(kept.intoValue());
}

Borrowed<Str> internText(const char *text, size_t size) {
  Owned<Str> string = makeStr(text, size);
  return intern(string);
}
Borrowed<Str> internText(const char *text) { return internText(text, std::strlen(text)); }

// ---- Recursion ------------------------------------------------------------------------------------

uint32_t safeDepthOf([[maybe_unused]] uintptr_t stackSize) {
#ifdef __wasm__
  return UINT32_MAX; // each call looks itself
#else
  constexpr uint64_t kMostOfCall = 2 * kStackOfPythonCall;
  return stackSize > kNativeStack ? static_cast<uint32_t>((stackSize - kNativeStack) / kMostOfCall) : 0;
#endif
}

Raised raiseRecursion(const char *where) {
  Runtime &current = runtime();
  if (current.interrupted) {
    current.endInterrupt();
    return raiseWith(KeyboardInterrupt, {});
  }
  // Room for the code that makes and handles the exception.
  uint64_t limit = current.stackLimit;
  uint32_t depthLimit = current.depthLimit;
  current.stackLimit = 0;
  current.setDepthLimit(UINT32_MAX);
  (void)raise(RecursionError, "maximum recursion depth exceeded%s", where);
  current.stackLimit = limit;
  current.setDepthLimit(depthLimit);
  return Raised{};
}

} // namespace molt
