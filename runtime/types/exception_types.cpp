// The builtin exception hierarchy: one static Type for each line of exception_types.def.
#include "runtime/types/exception_slots.h"

namespace molt {

namespace {

constexpr TypeSpec specOf(const char *name, Type *base, uint32_t size) {
  TypeSpec spec;
  spec.name = name;
  spec.base = base;
  spec.size = size;
  spec.flags = kTypeException | kTypeBaseAllowed | kTypeGC;
  spec.destroy = exceptionDestroy;
  spec.traverse = exceptionTraverse;
  spec.clear = exceptionClear;
  spec.repr = exceptionRepr;
  spec.str = exceptionStr;
  spec.newInstance = exceptionNew;
  spec.init = exceptionInit;
  spec.dictOffset = offsetof(ExceptionObject, dict);
  return spec;
}

constexpr bool same(const char *left, const char *right) {
  for (; *left && *left == *right; ++left, ++right) {
  }
  return *left == *right;
}

// What each layout sets. Only the type that introduces a layout shows its fields and methods.
struct KindBaseException {
  static constexpr void fill(TypeSpec &spec) {
    if (same(spec.name, "KeyError"))
      spec.str = keyErrorStr;
  }
};
struct KindSystemExit {
  static constexpr void fill(TypeSpec &spec) {
    spec.init = systemExitInit;
    spec.members = kSystemExitMembers;
  }
};
struct KindStopIteration {
  static constexpr void fill(TypeSpec &spec) {
    spec.init = stopIterationInit;
    spec.members = kStopIterationMembers;
  }
};
struct KindAttributeError {
  static constexpr void fill(TypeSpec &spec) {
    spec.init = attributeErrorInit;
    spec.members = kAttributeErrorMembers;
    spec.methods = kAttributeErrorMethods;
  }
};
struct KindNameError {
  static constexpr void fill(TypeSpec &spec) {
    spec.init = nameErrorInit;
    if (same(spec.name, "NameError"))
      spec.members = kNameErrorMembers;
  }
};
struct KindImportError {
  static constexpr void fill(TypeSpec &spec) {
    spec.init = importErrorInit;
    spec.str = importErrorStr;
    if (same(spec.name, "ImportError")) {
      spec.members = kImportErrorMembers;
      spec.methods = kImportErrorMethods;
    }
  }
};
struct KindOSError {
  static constexpr void fill(TypeSpec &spec) {
    spec.newInstance = osErrorNew;
    spec.init = osErrorInit;
    spec.str = osErrorStr;
    if (same(spec.name, "OSError")) {
      spec.members = kOSErrorMembers;
      spec.methods = kOSErrorMethods;
      spec.getsets = kOSErrorGetSets;
    }
  }
};
struct KindSyntaxError {
  static constexpr void fill(TypeSpec &spec) {
    spec.init = syntaxErrorInit;
    spec.str = syntaxErrorStr;
    if (same(spec.name, "SyntaxError"))
      spec.members = kSyntaxErrorMembers;
  }
};
struct KindUnicodeError {
  static constexpr void fill(TypeSpec &spec) {
    spec.init = unicodeErrorInit;
    spec.str = unicodeErrorStr;
    spec.members = kUnicodeErrorMembers;
  }
};
struct KindExceptionGroup {
  static constexpr void fill(TypeSpec &spec) {
    spec.newInstance = exceptionGroupNew;
    spec.init = exceptionGroupInit;
    spec.str = exceptionGroupStr;
    spec.members = kExceptionGroupMembers;
    spec.methods = kExceptionGroupMethods;
  }
};

template <class Kind, class Layout> constexpr TypeSpec builtin(const char *name, Type *base) {
  TypeSpec spec = specOf(name, base, sizeof(Layout));
  Kind::fill(spec);
  return spec;
}

constexpr TypeSpec baseSpec() {
  TypeSpec spec = specOf("BaseException", nullptr, sizeof(ExceptionObject));
  spec.methods = kExceptionMethods;
  spec.getsets = kExceptionGetSets;
  return spec;
}

} // namespace

extern "C" {
constinit Type molt_type_BaseException{baseSpec()};
#define EXCEPTION(name, base, layoutName)                                                          \
  constinit Type molt_type_##name{                                                                 \
      builtin<Kind##layoutName, layout::layoutName>(#name, &molt_type_##base)};                    \
  TYPE_IDENTITY(name)
#include "runtime/core/exception_types.def"
#undef EXCEPTION
}

} // namespace molt
