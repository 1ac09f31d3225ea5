// The hook of destruction: what is linked into every program.

#include "runtime/core/weak_references.h"

namespace molt {

void clearWeakReferences_py(Object *const *objects, uint64_t count) {
  if (runtime().weak)
    runtime().weak->clear_py(objects, count);
}

void clearWeakReferences_py(Object *object) {
  if (runtime().weak)
    clearWeakReferences_py(&object, 1);
  object->flags &= ~uint32_t{kHasWeakrefs};
}

Owned<> shownWeakReference(Object *object) {
  WeakReference *first = object->flags & kHasWeakrefs ? runtime().weak->first(object) : nullptr;
  return first ? Owned<>::retain(Borrowed<>(Value::fromObject(first))) : ownedNone();
}

} // namespace molt
