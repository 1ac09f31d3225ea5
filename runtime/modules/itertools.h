// What the iterators of itertools have in common: the references that one holds are its first fields, as many as its
// kHeld says. An iterator whose fields are null has ended: the collector clears them so, too.
#pragma once

#include "runtime/core/iterate.h"
#include "runtime/core/type.h"
#include "runtime/modules/itertools.gen.h"

namespace molt {

template <class T> Value *heldBy(Object *object) { return reinterpret_cast<Value *>(object + 1); }

template <class T> void destroyItertool(Object *object) {
  for (unsigned i = 0; i < T::kHeld; ++i)
    releaseField(heldBy<T>(object)[i]);
}
template <class T> void traverseItertool(Object *object, Visitor &visitor) {
  visitor.visit(heldBy<T>(object), T::kHeld);
}
template <class T> Owned<T> newItertool(Borrowed<Type> cls) {
  return Owned<T>::steal(static_cast<T *>(allocateObject(cls.get(), sizeof(T), 0)));
}
inline Result<Owned<>> itertoolAsIterator(Borrowed<> self) { return Owned<>::retain(self); }

// The next item of a field, which may be emptied meanwhile.
inline Result<Owned<>> nextOfField_py(Value iterator) {
  Owned<> held = Owned<>::retain(Borrowed<>(iterator));
  return iteratorNext_py(held);
}

template <class T>
constexpr TypeSpec itertoolSpec(const char *name, const char *doc, NewSlot newInstance, NextSlot next,
                                MethodTable methods) {
  return TypeSpec{.name = name,
                  .module = "itertools",
                  .doc = doc,
                  .size = sizeof(T),
                  .flags = kTypeGC | kTypeBaseAllowed,
                  .methods = methods,
                  .destroy = destroyItertool<T>,
                  .traverse = traverseItertool<T>,
                  .clear = destroyItertool<T>,
                  .iter = itertoolAsIterator,
                  .next = next,
                  .newInstance = newInstance};
}

} // namespace molt
