#include "compiler/ir/known_builtins.h"

#include <llvm/ADT/StringSwitch.h>

namespace molt::py {

llvm::StringRef knownBuiltin(llvm::StringRef name) {
#define FUNCTION(name) .Case(#name, "builtins_" #name)
#define TYPE(name) .Case(#name, "type_" #name)
  return llvm::StringSwitch<llvm::StringRef>(name)
      FUNCTION(abs) FUNCTION(chr) FUNCTION(divmod) FUNCTION(isinstance) FUNCTION(len) FUNCTION(max) FUNCTION(min) FUNCTION(ord)
      TYPE(enumerate) TYPE(float) TYPE(int) TYPE(range) TYPE(reversed) TYPE(zip)
      .Default({});
#undef FUNCTION
#undef TYPE
}

} // namespace molt::py
