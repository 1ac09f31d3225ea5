// The end of objects: finalizers, weak references, contents, memory.
//
// Rules
//   1. Destroying nests at most kMaxNesting deep on the native stack; what would go deeper waits in
//      the runtime's trash until the outermost destruction gets to it.
//   2. A pending exception and the handled one are untouched by whatever __del__ does.
//   3. __del__ runs once for an object (kFinalized), while it is whole; if it makes the object
//      reachable again, the object lives on.

#include "runtime/core/destroy.h"

#include "runtime/core/cells.h"
#include "runtime/core/exception.h"
#include "runtime/core/instance.h"
#include "runtime/types/traceback.h"

#include <cstdlib>

namespace molt {

namespace {

constexpr uint32_t kMaxNesting = 60;

void deferDestruction(Runtime &current, Object *object) {
  if (current.trashCount == current.trashCapacity) {
    current.trashCapacity = current.trashCapacity ? current.trashCapacity * 2 : 64;
    current.trash = static_cast<Object **>(
        std::realloc(current.trash, current.trashCapacity * sizeof(Object *)));
    if (!current.trash)
      outOfMemory();
  }
  current.trash[current.trashCount++] = object;
}

inline bool holdsNothing(const Tuple *tuple) {
  for (uint64_t i = 0; i < tuple->length; ++i)
    if (tuple->items()[i].isObject())
      return false;
  return true;
}

// Nothing but memory: an ASCII str, bytes, an int, a tuple of numbers.
inline bool isFlat(const Object *object) {
  const Type *type = object->type;
  if (type == &molt_type_tuple)
    return !(object->flags & kTracked) && holdsNothing(static_cast<const Tuple *>(object));
  if (type->typeFlags & (kTypeHeap | kTypeException))
    return false;
  if (type == &molt_type_str)
    return object->flags & kStrAscii;
  return !type->destroy && !type->finalize && !type->has(kTypeHeap | kTypeGC | kTypeHasWeakrefs);
}

// Contents and memory. The object is not reachable any more.
inline void dismantle(Runtime &current, Object *object) {
  Type *type = object->type;
  current.trackedGrowth -= (object->flags & kTracked) != 0;
  object->flags &= ~uint32_t{kTracked}; // a collection inside must not look at it
  if (!type->isHeap()) {
    if (type->destroy)
      type->destroy(object);
    freeObjectOf(current.allocator, object);
    return;
  }
  if (type->has(kTypeVariableFields)) {
    if (type->fieldsSize)
      clearFields(object);
  } else {
    Value *fields = reinterpret_cast<Value *>(reinterpret_cast<unsigned char *>(object) + type->fieldsOffset);
    for (uint32_t i = 0, count = type->fieldsSize / sizeof(Value); i < count; ++i)
      if (fields[i].isObject())
        release(std::exchange(fields[i], Value()).asObject());
  }
  if (type->destroy)
    type->destroy(object);
  freeObjectOf(current.allocator, object);
  release(static_cast<Object *>(type));
}

[[gnu::always_inline]] inline void destroyOne(Runtime &current, Object *object) {
  if (__builtin_expect(object->type->finalize != nullptr, 0) && !(object->flags & kFinalized) &&
      !finalizeObject_py(object))
    return;
  if (__builtin_expect(object->flags & kHasWeakrefs, 0)) {
    object->refcount = 1;
    PendingSaver saver;
    clearWeakReferences_py(object);
    if (--object->refcount != 0)
      return;
  }
  dismantle(current, object);
}

[[gnu::noinline]] void emptyTrash(Runtime &current) {
  while (current.trashCount) {
    Object *waiting = current.trash[--current.trashCount];
    ++current.destroyNesting;
    destroyOne(current, waiting);
    --current.destroyNesting;
  }
}

} // namespace

bool finalizeObject_py(Object *object) {
  object->flags |= kFinalized;
  ++object->refcount;
  {
    PendingSaver saver;
    object->type->finalize(object);
  }
  return --object->refcount == 0;
}

// An object of a class of the program that holds nothing but its fields.
static inline bool isPlainInstance(const Object *object) {
  const Type *type = object->type;
  return (type->typeFlags & (kTypeHeap | kTypeVariableFields)) == kTypeHeap && !type->finalize && !type->destroy &&
         !(object->flags & (kHasWeakrefs | kLargeObject));
}

// `nesting`: of this destruction; current.destroyNesting is that only while somebody else is called. Most fields hold numbers,
// or what others hold too, or, in trees and lists, more of the same class.
[[gnu::noinline]] static void destroyNestedInstance(Runtime &current, Object *object, Type *type, uint32_t nesting);
[[gnu::always_inline]] static inline void destroyPlainInstance(Runtime &current, Object *object, Type *type,
                                                               uint32_t nesting) {
  current.trackedGrowth -= (object->flags & kTracked) != 0;
  object->flags &= ~uint32_t{kTracked}; // a collection inside must not look at it
  auto *fields = reinterpret_cast<const Value *>(reinterpret_cast<unsigned char *>(object) + type->fieldsOffset);
  for (const Value *end = fields + type->fieldsSize / sizeof(Value); fields != end; ++fields) {
    if (!fields->isObject())
      continue;
    Object *held = fields->asObject();
    if (held->refcount >= kImmortal || --held->refcount != 0)
      continue;
    if (held->type == type && !(held->flags & (kHasWeakrefs | kLargeObject)) && nesting + 1 < kMaxNesting) {
      destroyNestedInstance(current, held, type, nesting + 1);
      --type->refcount; // the outer instance holds it
    } else {
      current.destroyNesting = nesting + 1;
      destroyObject_py(held);
    }
  }
  returnCell(current.allocator.objectPages, object);
}
static void destroyNestedInstance(Runtime &current, Object *object, Type *type, uint32_t nesting) {
  destroyPlainInstance(current, object, type, nesting);
}

// An exception that has nothing but memory to give back besides what it holds; of any class.
static inline bool isPlainException(const Object *object) {
  const Type *type = object->type;
  return type->has(kTypeException) && !type->has(kTypeVariableFields) && !type->finalize &&
         !(object->flags & (kHasWeakrefs | kLargeObject));
}

// Most are caught at once: then their log is there, has one part, and is the next exception's.
static inline void releaseShortTrace(Runtime &current, Value trace) {
  auto *log = static_cast<TraceLog *>(trace.asObject());
  bool isShort = log->type == &molt_type_trace_log && log->refcount == 1 && log->next.isNull() && current.exceptions &&
                 !current.exceptions->spareLog;
  if (!isShort)
    return releaseTrace(trace);
  TraceLog::Entry *entries = log->entries();
  for (uint64_t i = 0, count = std::exchange(log->count, 0); i < count; ++i) {
    if (!entries[i].locals.isNull())
      release(std::exchange(entries[i].locals, Value()));
    if (Module *module = entries[i].module)
      release(static_cast<Object *>(module));
  }
  if (current.exceptions->spareLog) // of an exception that died meanwhile
    release(static_cast<Object *>(log));
  else
    current.exceptions->spareLog = log;
}

// As dismantle() does it.
[[gnu::noinline]] static void destroyPlainException(Runtime &current, Object *object) {
  Type *type = object->type;
  current.trackedGrowth -= (object->flags & kTracked) != 0;
  object->flags &= ~uint32_t{kTracked};
  ++current.destroyNesting;
  Value *fields = reinterpret_cast<Value *>(reinterpret_cast<unsigned char *>(object) + type->fieldsOffset);
  for (Value *end = fields + type->fieldsSize / sizeof(Value); fields != end; ++fields)
    if (fields->isObject())
      release(std::exchange(*fields, Value()).asObject());
  auto *self = static_cast<ExceptionObject *>(object);
  if (Value trace = std::exchange(self->trace, Value()); !trace.isNull())
    releaseShortTrace(current, trace);
  bool holdsOnlyArgs = type->size == sizeof(ExceptionObject) && self->dict.isNull() && self->context.isNull() &&
                       self->cause.isNull();
  if (holdsOnlyArgs)
    release(std::exchange(self->storedArgs, Value()));
  else
    type->destroy(object);
  returnCell(current.allocator.objectPages, object);
  if (type->isHeap())
    release(static_cast<Object *>(type));
  if (--current.destroyNesting == 0 && __builtin_expect(current.trashCount != 0, 0))
    emptyTrash(current);
}

[[gnu::noinline]] static void destroyHolder_py(Object *object) {
  Runtime &current = runtime();
  if (uint32_t nesting = current.destroyNesting; isPlainInstance(object) && nesting < kMaxNesting) {
    Type *type = object->type;
    destroyPlainInstance(current, object, type, nesting);
    current.destroyNesting = nesting;
    release(static_cast<Object *>(type));
    if (__builtin_expect(current.trashCount != 0, 0) && nesting == 0)
      emptyTrash(current);
    return;
  }
  if (isPlainException(object) && current.destroyNesting < kMaxNesting)
    return destroyPlainException(current, object);
  if (__builtin_expect(current.destroyNesting >= kMaxNesting, 0)) {
    deferDestruction(current, object);
    return;
  }
  ++current.destroyNesting;
  destroyOne(current, object);
  if (--current.destroyNesting == 0 && __builtin_expect(current.trashCount != 0, 0))
    emptyTrash(current);
}

void destroyObject_py(Object *object) {
  if (isFlat(object))
    freeObjectOf(runtime().allocator, object);
  else
    destroyHolder_py(object);
}

extern "C" void molt_retain(Borrowed<> value) { retain(value.value()); }
extern "C" void molt_destroy_py(Borrowed<> value) {
  Object *object = value.value().asObject();
  object->refcount = 0;
  destroyObject_py(object);
}
extern "C" void molt_release_py(Borrowed<> value) { release(value.value()); }

} // namespace molt
