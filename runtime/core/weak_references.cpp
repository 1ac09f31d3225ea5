// Weak references to objects: the hook of destruction. An object that has any carries kHasWeakrefs; the
// references themselves belong to the module that makes them.

#include "runtime/core/runtime.h"

namespace molt {

void clearWeakReferences_py(Object *object) {
  // Nothing makes weak references yet: whoever sets the flag brings the table.
  object->flags &= ~uint32_t{kHasWeakrefs};
}

} // namespace molt
