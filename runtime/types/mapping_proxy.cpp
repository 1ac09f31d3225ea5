// mappingproxy: a mapping that can only be read, such as a class's __dict__.

#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/descriptors.h"
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"

namespace molt {

namespace {

Borrowed<> mappingOf(Borrowed<> self) { return Borrowed<>(self.as<MappingProxy>()->mapping); }

Result<Owned<>> newProxy(Borrowed<Type>, const Value *arguments, uint64_t count,
                         Borrowed<Tuple> names) {
  TRY(checkPositionalCount("mappingproxy", count, 1, 1));
  Borrowed<> mapping(arguments[0]);
  const ContainerSlots *container = typeOf(mapping)->container;
  if (!container || !container->getItem || isList(mapping) || isTuple(mapping))
    return raise(TypeError, "mappingproxy() argument must be a mapping, not %T", mapping);
  return makeMappingProxy(mapping);
}

Result<Owned<Str>> reprProxy(Borrowed<> self) { return formatStr("mappingproxy(%R)", mappingOf(self)); }
Result<Owned<Str>> strProxy(Borrowed<> self) { return str_py(mappingOf(self)); }
Result<int64_t> hashProxy(Borrowed<> self) { return hash_py(mappingOf(self)); }
Result<Owned<>> compareProxy(Borrowed<> left, Borrowed<> right, Comparison operation) {
  return compare_py(mappingOf(left), right, operation);
}
Result<Owned<>> iterProxy(Borrowed<> self) { return getIterator_py(mappingOf(self)); }
Result<int64_t> lengthProxy(Borrowed<> self) { return length_py(mappingOf(self)); }
Result<Owned<>> getItemProxy(Borrowed<> self, Borrowed<> key) { return getItem_py(mappingOf(self), key); }
Result<bool> containsProxy(Borrowed<> self, Borrowed<> key) { return contains_py(mappingOf(self), key); }
Result<Owned<>> orProxy(Borrowed<> left, Borrowed<> right) {
  auto plain = [](Borrowed<> value) {
    return typeOf(value) == &molt_type_mappingproxy ? mappingOf(value) : value;
  };
  return binary_py(BinaryOperator::kBitOr, plain(left), plain(right));
}
Result<Owned<>> inplaceOrProxy(Borrowed<> self, Borrowed<>) {
  return raise(TypeError, "'|=' is not supported by %T; use '|' instead", self);
}

// Hands a method call on to the mapping.
template <LiteralText name>
Result<Owned<>> forward(Borrowed<> self, const Value *arguments, uint64_t count, Borrowed<Tuple> names) {
  Owned<> method = TRY(getAttribute_py(mappingOf(self), Borrowed<Str>(&strLiteral<name>.header)));
  return call_py(method, arguments, count, names);
}
constexpr MethodDef proxyMethods[] = {
    {"get", forward<"get">, 0, "Return the value for key if key is in the mapping, else default."},
    {"keys", forward<"keys">, 0, "a set-like object providing a view on D's keys"},
    {"values", forward<"values">, 0, "an object providing a view on D's values"},
    {"items", forward<"items">, 0, "a set-like object providing a view on D's items"},
    {"copy", forward<"copy">, 0, "D.copy() -> a shallow copy of D"},
    {"__reversed__", forward<"__reversed__">, 0, "D.__reversed__() -> reverse iterator"},
    {nullptr, nullptr},
};

constexpr ContainerSlots proxyContainer{
    .length = lengthProxy, .getItem = getItemProxy, .contains = containsProxy};
constexpr NumberSlots proxyNumber{.bitOr = orProxy, .inplaceBitOr = inplaceOrProxy};

void destroyProxy(Object *self) { releaseField(static_cast<MappingProxy *>(self)->mapping); }
void traverseProxy(Object *self, Visitor &visitor) {
  visitor.visit(static_cast<MappingProxy *>(self)->mapping);
}

} // namespace

extern "C" constinit Type molt_type_mappingproxy{TypeSpec{
    .name = "mappingproxy",
    .doc = "Read-only proxy of a mapping.",
    .size = sizeof(MappingProxy),
    .flags = kTypeGC | kTypeMapping,
    .methods = proxyMethods,
    .destroy = destroyProxy,
    .traverse = traverseProxy,
    .repr = reprProxy,
    .str = strProxy,
    .hash = hashProxy,
    .compare = compareProxy,
    .iter = iterProxy,
    .newInstance = newProxy,
    .number = &proxyNumber,
    .container = &proxyContainer,
}};

Owned<> makeMappingProxy(Borrowed<> mapping) {
  Owned<MappingProxy> proxy = allocate<MappingProxy>(molt_type_mappingproxy);
  proxy->mapping = Owned<>::retain(mapping).intoValue();
  return proxy;
}

} // namespace molt
