// None, Ellipsis and NotImplemented: the only instances of their types.

#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"

namespace molt {

namespace {

// type(None)() and the like give the one instance.
template <class Get>
Result<Owned<>> onlyInstance(Borrowed<Type> type, uint64_t count, Borrowed<Tuple> names, Get get) {
  if (count || (names && names->length))
    return raise(TypeError, "%N takes no arguments", static_cast<const Type *>(type.get()));
  return Owned<>::retain(get());
}

Result<Owned<>> newNone(Borrowed<Type> type, const Value *, uint64_t count, Borrowed<Tuple> names) {
  return onlyInstance(type, count, names, none);
}
Result<Owned<Str>> reprNone(Borrowed<>) { return Owned<Str>::retain("None"_str); }
Result<bool> truthNone(Borrowed<>) { return false; }
Result<int64_t> hashNone(Borrowed<>) { return 0xFCA86420; } // CPython 3.12 and later

Result<Owned<>> newEllipsis(Borrowed<Type> type, const Value *, uint64_t count,
                            Borrowed<Tuple> names) {
  return onlyInstance(type, count, names, ellipsis);
}
Result<Owned<Str>> reprEllipsis(Borrowed<>) { return Owned<Str>::retain("Ellipsis"_str); }
Result<Owned<>> reduceEllipsis(Borrowed<>, const Value *, uint64_t, Borrowed<Tuple>) {
  return Owned<>(Owned<Str>::retain("Ellipsis"_str));
}
constexpr MethodDef ellipsisMethods[] = {{"__reduce__", reduceEllipsis}, {nullptr, nullptr}};

Result<Owned<>> newNotImplemented(Borrowed<Type> type, const Value *, uint64_t count,
                                  Borrowed<Tuple> names) {
  return onlyInstance(type, count, names, notImplemented);
}
Result<Owned<Str>> reprNotImplemented(Borrowed<>) {
  return Owned<Str>::retain("NotImplemented"_str);
}
Result<bool> truthNotImplemented(Borrowed<>) {
  if (runtime().pythonMinor >= 14)
    return raise(TypeError, "NotImplemented should not be used in a boolean context");
  return true;
}

} // namespace

extern "C" {
constinit Type molt_type_NoneType{TypeSpec{
    .name = "NoneType",
    .doc = "The type of the None singleton.",
    .repr = reprNone,
    .hash = hashNone,
    .newInstance = newNone,
    .truth = truthNone,
}};
constinit Type molt_type_ellipsis{TypeSpec{
    .name = "ellipsis",
    .doc = "The type of the Ellipsis singleton.",
    .methods = ellipsisMethods,
    .repr = reprEllipsis,
    .newInstance = newEllipsis,
}};
constinit Type molt_type_NotImplementedType{TypeSpec{
    .name = "NotImplementedType",
    .doc = "The type of the NotImplemented singleton.",
    .repr = reprNotImplemented,
    .newInstance = newNotImplemented,
    .truth = truthNotImplemented,
}};

constinit Object molt_none{&molt_type_NoneType, kImmortal, 0};
constinit Object molt_ellipsis{&molt_type_ellipsis, kImmortal, 0};
constinit Object molt_not_implemented{&molt_type_NotImplementedType, kImmortal, 0};
}

} // namespace molt
