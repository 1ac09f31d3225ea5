// __path__ of a namespace package (PEP 420): like a list, but of a type of its own. Only programs that have such a
// package refer to it.

#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/types/list.h"

namespace molt {

namespace {

struct NamespacePath : Object {
  Value folders; // a list
};
static_assert(sizeof(NamespacePath) == 24);

Borrowed<> foldersOf(Borrowed<> self) { return Borrowed<>(self.as<NamespacePath>()->folders); }

Result<Owned<Str>> repr(Borrowed<> self) { return formatStr("_NamespacePath(%R)", foldersOf(self)); }
Result<Owned<>> iter(Borrowed<> self) { return getIterator_py(foldersOf(self)); }
Result<int64_t> length(Borrowed<> self) { return length_py(foldersOf(self)); }
Result<Owned<>> getItem(Borrowed<> self, Borrowed<> key) { return getItem_py(foldersOf(self), key); }
Result<void> setItem(Borrowed<> self, Borrowed<> key, Borrowed<> value) {
  if (!value)
    return raise(TypeError, "'%T' object doesn't support item deletion", self);
  return setItem_py(foldersOf(self), key, value);
}
Result<bool> contains(Borrowed<> self, Borrowed<> item) { return contains_py(foldersOf(self), item); }

Result<Owned<>> append(Borrowed<> self, const Value *arguments, uint64_t count, Borrowed<Tuple>) {
  TRY(checkPositionalCount("append", count, 1, 1));
  listAppend(foldersOf(self).as<List>(), Borrowed<>(arguments[0]));
  return ownedNone();
}

constexpr MethodDef kMethods[] = {{"append", append}, {nullptr, nullptr}};
constexpr ContainerSlots kContainer{
    .length = length, .getItem = getItem, .setItem = setItem, .contains = contains};

void destroy(Object *self) { releaseField(static_cast<NamespacePath *>(self)->folders); }
void traverse(Object *self, Visitor &visitor) { visitor.visit(static_cast<NamespacePath *>(self)->folders); }

constinit Type namespacePathType{TypeSpec{.name = "_NamespacePath",
                                          .module = "_frozen_importlib_external",
                                          .size = sizeof(NamespacePath),
                                          .flags = kTypeGC | kTypeNoNew,
                                          .methods = kMethods,
                                          .destroy = destroy,
                                          .traverse = traverse,
                                          .repr = repr,
                                          .iter = iter,
                                          .container = &kContainer}};

} // namespace

extern "C" Owned<> molt_make_namespace_path(Module *module) {
  Owned<List> folders = makeList();
  listAppend(folders, Borrowed<Str>(module->code->filename.get()));
  Owned<NamespacePath> path = allocate<NamespacePath>(namespacePathType);
  path->folders = std::move(folders).intoValue();
  return path;
}

} // namespace molt
