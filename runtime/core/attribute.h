// Attribute access from C++.
#pragma once

#include "runtime/core/errors.h"

namespace molt {

Result<Owned<>> getAttribute_py(Borrowed<> object, Borrowed<Str> name);
// Absent (AttributeError) gives Exhausted instead of an exception.
Result<Owned<>> getOptionalAttribute_py(Borrowed<> object, Borrowed<Str> name);
// object.__getattribute__'s rules; Exhausted when there is no such attribute.
Result<Owned<>> lookUpAttribute_py(Borrowed<> self, Borrowed<Str> name);
Result<void> setAttribute_py(Borrowed<> object, Borrowed<Str> name, Borrowed<> value);
Result<void> deleteAttribute_py(Borrowed<> object, Borrowed<Str> name);

// What the caches of attribute accesses hold besides themselves.
void releaseAttributeCaches(AttributeCache *caches, uint64_t count);

// A special method of type(object), bound to object; Exhausted when the type has none.
Result<Owned<>> lookupSpecial_py(Borrowed<> object, Borrowed<Str> name);

// The instance's __dict__ (made when missing; slots move into it), or null when it has none.
Borrowed<Dict> instanceDict(Borrowed<> object);
// The same, but null when no attribute was ever set.
Borrowed<Dict> filledDict(Borrowed<> object);

// instance.__dict__ = value; a null value deletes.
Result<void> assignInstanceDict_py(Borrowed<> object, Borrowed<> value);

// isinstance() and issubclass() with tuples, unions and hooks.
Result<bool> isInstance_py(Borrowed<> object, Borrowed<> classOrTuple);
Result<bool> isSubclass_py(Borrowed<> type, Borrowed<> classOrTuple);
// The same without hooks: what type.__instancecheck__ and type.__subclasscheck__ do.
Result<bool> realIsInstance_py(Borrowed<> object, Borrowed<> type);
Result<bool> realIsSubclass_py(Borrowed<> derived, Borrowed<> type);

} // namespace molt
