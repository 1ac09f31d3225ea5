#include "runtime/types/module.h"

#include <cstring>

#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/exception.h"
#include "runtime/core/iterate.h"
#include "runtime/core/known_globals.h"
#include "runtime/core/str_literal.h"
#include "runtime/types/dict.h"
#include "runtime/types/list.h"
#include "runtime/types/native_arguments.h"

namespace molt {

namespace {

Module *asModule(Borrowed<> self) { return static_cast<Module *>(self.value().asObject()); }
Borrowed<Dict> dictOf(const Module *module) { return Borrowed<Dict>(module->dict.get()); }
ModuleSpec *asSpec(Borrowed<> self) { return static_cast<ModuleSpec *>(self.value().asObject()); }

uint32_t constantCount(const Module *self) { return self->code && self->constants ? self->code->constantCount : 0; }

void destroyModule(Object *object) {
  Module *self = static_cast<Module *>(object);
  unwatchModule(self);
  Owned<> dict = Owned<>::steal(Value::fromObject(self->dict.get()));
  self->dict = nullptr;
  dict = Owned<>();
  for (uint32_t i = 0, count = constantCount(self); i < count; ++i)
    setField(self->constants[i], {});
  if (self->code) {
    releaseArray(self->constants.get(), self->code->constantCount);
    releaseArray(self->globalCaches.get(), self->code->globalCacheCount);
    releaseAttributeCaches(self->attributeCaches, self->code->attributeCacheCount);
    releaseArray(self->attributeCaches.get(), self->code->attributeCacheCount);
  }
}
void traverseModule(Object *object, Visitor &visitor) {
  Module *self = static_cast<Module *>(object);
  visitor.visit(static_cast<Object *>(self->dict.get()));
  if (self->constants)
    visitor.visit(self->constants.get(), constantCount(self));
}
void clearModule(Object *object) {
  if (Dict *dict = static_cast<Module *>(object)->dict)
    dictClear(Borrowed<Dict>(dict));
}

template <class T> T *makeZeroedArray(size_t count) {
  T *array = allocateArray<T>(count);
  if (count)
    std::memset(static_cast<void *>(array), 0, count * sizeof(T));
  return array;
}

// ---- Attributes ---------------------------------------------------------------------------------

bool isSubmoduleInitializing(Borrowed<Str> package, Borrowed<Str> name) {
  Result<Owned<Str>> full = formatStr("%S.%S", package, name);
  if (full.raised()) {
    clearPending();
    return false;
  }
  Borrowed<> found = dictFindName(Borrowed<Dict>(runtime().modules.get()), full.take());
  return found && isModule(found) && isInitializing(found.as<Module>());
}

Raised raiseMissing(Borrowed<Module> module, Borrowed<Str> name) {
  Borrowed<Str> own = moduleName(module);
  Result<Owned<Str>> message = Raised{};
  Borrowed<Str> origin = moduleOrigin(module);
  if (!own)
    message = formatStr("module has no attribute '%S'", name);
  else if (isInitializing(module) && origin && runtime().pythonMinor >= 13)
    message = formatStr("partially initialized module '%S' from '%S' has no attribute '%S' (most likely due to a "
                        "circular import)",
                        own, origin, name);
  else if (isInitializing(module))
    message = formatStr("partially initialized module '%S' has no attribute '%S' (most likely due to a circular import)",
                        own, name);
  else if (isSubmoduleInitializing(own, name))
    message = formatStr("cannot access submodule '%S' of module '%S' (most likely due to a circular import)", name, own);
  else
    message = formatStr("module '%S' has no attribute '%S'", own, name);
  if (message.raised())
    return Raised{};
  Owned<Str> text = message.take();
  return raiseAttributeError(module, name, text->data());
}

bool isDunder(Borrowed<Str> name) { return name->size > 4 && name->data()[0] == '_' && name->data()[1] == '_'; }

Result<Owned<>> getAttribute(Borrowed<> self, Borrowed<Str> name) {
  Module *module = asModule(self);
  // The module's own names come first unless the type has a data descriptor, and those are dunders.
  if (!isDunder(name) && self.value().asObject()->type == &molt_type_module)
    if (Borrowed<> found = dictFindName(dictOf(module), name))
      return Owned<>::retain(found);
  Result<Owned<>> found = objectGetAttribute(self, name);
  if (!found.raised() || !pendingMatches(AttributeError))
    return found;
  if (Borrowed<> hook = dictFindName(dictOf(module), "__getattr__"_str)) {
    clearPending();
    return call_py(Owned<>::retain(hook), {name});
  }
  if (dictFindName(dictOf(module), name))
    return found; // a property of a subclass raised it
  clearPending();
  return raiseMissing(self.as<Module>(), name);
}

Result<Owned<>> getDict(Borrowed<> self) { return Owned<>::retain(Borrowed<Dict>(asModule(self)->dict.get())); }

// __annotations__: made by __annotate__ when it is first asked for.
Result<Owned<>> getAnnotations(Borrowed<> self) {
  Borrowed<Dict> dict = dictOf(asModule(self));
  if (Borrowed<> found = dictFindName(dict, "__annotations__"_str))
    return Owned<>::retain(found);
  Owned<> annotations = makeDict();
  Borrowed<> annotate = dictFindName(dict, "__annotate__"_str);
  if (annotate && !isNone(annotate))
    annotations = TRY(call_py(Owned<>::retain(annotate), {Borrowed<>(Value::fromInt(1))}));
  dictSetName(dictOf(asModule(self)), "__annotations__"_str, annotations);
  return annotations;
}
Result<void> setAnnotations(Borrowed<> self, Borrowed<> value) {
  if (!value) {
    if (!dictRemoveName(dictOf(asModule(self)), "__annotations__"_str))
      return raise(AttributeError, "__annotations__");
    return {};
  }
  dictSetName(dictOf(asModule(self)), "__annotations__"_str, value);
  return {};
}

constexpr GetSetDef kModuleGetSets[] = {
    {"__dict__", getDict}, {"__annotations__", getAnnotations, setAnnotations}, {nullptr, nullptr}};

Result<Owned<>> moduleDir(Borrowed<> self, const Value *, uint64_t, Borrowed<Tuple>) {
  Borrowed<Dict> dict = dictOf(asModule(self));
  if (Borrowed<> hook = dictFindName(dict, "__dir__"_str))
    return call_py(Owned<>::retain(hook), nullptr, 0);
  Owned<List> names = makeList();
  uint64_t position = 0;
  Borrowed<> key, value;
  while (dictNext(dict, &position, &key, &value))
    listAppend(names, key);
  return Owned<>(std::move(names));
}
constexpr MethodDef kModuleMethods[] = {{"__dir__", moduleDir}, {nullptr, nullptr}};

Result<Owned<Str>> reprNamespacePackage_py(Borrowed<Str> name, Borrowed<> locations) {
  Owned<List> folders = makeList();
  TRY(forEach_py(locations, [&](Borrowed<> folder) -> Result<bool> {
    listAppend(folders, folder);
    return true;
  }));
  return formatStr("<module %R (namespace) from %R>", name, folders);
}

Result<Owned<Str>> moduleRepr(Borrowed<> self) {
  Borrowed<Module> module = self.as<Module>();
  Borrowed<Str> name = moduleName(module);
  if (!name)
    return formatStr("<module '?'>");
  Borrowed<> spec = dictFindName(dictOf(module.get()), "__spec__"_str);
  if (spec && isExactly(spec, molt_type_ModuleSpec) && !asSpec(spec)->hasLocation) {
    if (!asSpec(spec)->origin.isNull())
      return formatStr("<module %R (%S)>", name, Borrowed<>(asSpec(spec)->origin));
    if (Borrowed<> locations{asSpec(spec)->searchLocations})
      return reprNamespacePackage_py(name, locations);
  }
  if (Borrowed<Str> origin = moduleOrigin(module))
    return formatStr("<module %R from %R>", name, origin);
  return formatStr("<module %R>", name);
}

void setDefaults(Borrowed<Dict> dict, Borrowed<> name, Borrowed<> doc) {
  dictSetName(dict, "__name__"_str, name);
  dictSetName(dict, "__doc__"_str, doc);
  dictSetName(dict, "__package__"_str, none());
  dictSetName(dict, "__loader__"_str, none());
  dictSetName(dict, "__spec__"_str, none());
}

Dict *newDict() { return static_cast<Dict *>(makeDict().intoValue().asObject()); }

// ModuleType(name, doc=None)
Result<Owned<>> moduleNew(Borrowed<Type> type, const Value *, uint64_t, Borrowed<Tuple>) {
  Object *self = allocateObject(type.get(), sizeof(Module), 0);
  static_cast<Module *>(self)->dict = newDict();
  static_cast<Module *>(self)->runtime = &runtime();
  return Owned<>::steal(Value::fromObject(self));
}

constexpr ParameterSpec kInitParameters[] = {
    {"name", Converter::kInstance, false, true, &molt_type_str, "str"},
    {"doc", Converter::kObject, false, false, nullptr, nullptr},
};
constexpr CallSpec kInit{"module", "module", kInitParameters, 2, 0, 2, 1, CallStyle::kKeywords, false, false};

Result<void> moduleInit(Borrowed<> self, const Value *arguments, uint64_t count, Borrowed<Tuple> names) {
  Value words[2];
  if (!bindArguments(kInit, arguments, count, names, words))
    return Raised{};
  setDefaults(dictOf(asModule(self)), Borrowed<>(words[0]), words[1].isNull() ? none() : Borrowed<>(words[1]));
  return {};
}

// ---- ModuleSpec ---------------------------------------------------------------------------------

constexpr size_t kSpecFields = 7;
void destroySpec(Object *object) {
  Value *fields = &static_cast<ModuleSpec *>(object)->name;
  for (size_t i = 0; i < kSpecFields; ++i)
    setField(fields[i], {});
}
void traverseSpec(Object *object, Visitor &visitor) {
  visitor.visit(&static_cast<ModuleSpec *>(object)->name, kSpecFields);
}

Result<Owned<>> specParent(Borrowed<> self) {
  ModuleSpec *spec = asSpec(self);
  Borrowed<Str> name(spec->name);
  if (!spec->searchLocations.isNull())
    return Owned<>::retain(name);
  size_t end = name->size;
  while (end && name->data()[end - 1] != '.')
    --end;
  return Owned<>(makeStr(name->data(), end ? end - 1 : 0));
}
Result<Owned<Str>> specRepr(Borrowed<> self) {
  ModuleSpec *spec = asSpec(self);
  Owned<Str> text = TRY(formatStr("ModuleSpec(name=%R, loader=None", Borrowed<>(spec->name)));
  if (!spec->origin.isNull())
    text = TRY(formatStr("%S, origin=%R", text, Borrowed<>(spec->origin)));
  if (!spec->searchLocations.isNull())
    text = TRY(formatStr("%S, submodule_search_locations=%R", text, Borrowed<>(spec->searchLocations)));
  return formatStr("%S)", text);
}

#define SPEC_FIELD(name, field) {name, offsetof(ModuleSpec, field), MemberKind::kObjectOrNone, nullptr, true}
constexpr MemberDef kSpecMembers[] = {
    SPEC_FIELD("name", name),
    SPEC_FIELD("loader", loader),
    SPEC_FIELD("origin", origin),
    SPEC_FIELD("submodule_search_locations", searchLocations),
    SPEC_FIELD("loader_state", loaderState),
    SPEC_FIELD("cached", cached),
    SPEC_FIELD("_initializing", initializing),
    {"has_location", offsetof(ModuleSpec, hasLocation), MemberKind::kBool},
    {nullptr, 0, {}}};
constexpr GetSetDef kSpecGetSets[] = {{"parent", specParent}, {nullptr, nullptr}};

ModuleSpec *specOf(Borrowed<Module> module) {
  Borrowed<> spec = dictFindName(dictOf(module.get()), "__spec__"_str);
  return spec && isExactly(spec, molt_type_ModuleSpec) ? asSpec(spec) : nullptr;
}

} // namespace

Owned<ModuleSpec> makeModuleSpec(Borrowed<Str> name, Borrowed<> origin, bool hasLocation, Borrowed<> locations) {
  Owned<ModuleSpec> spec = allocate<ModuleSpec>(molt_type_ModuleSpec);
  setField(spec->name, name);
  setField(spec->origin, origin);
  setField(spec->searchLocations, locations);
  spec->hasLocation = hasLocation;
  return spec;
}

bool isInitializing(Borrowed<Module> module) {
  ModuleSpec *spec = specOf(module);
  return spec && spec->initializing == boolean(true).value();
}

Borrowed<Str> moduleOrigin(Borrowed<Module> module) {
  if (ModuleSpec *spec = specOf(module))
    if (spec->hasLocation && !spec->origin.isNull() && isStr(Borrowed<>(spec->origin)))
      return Borrowed<Str>(spec->origin);
  Borrowed<> file = dictFindName(dictOf(module.get()), "__file__"_str);
  return file && isStr(file) ? file.as<Str>() : Borrowed<Str>();
}

Borrowed<Str> moduleName(Borrowed<Module> module) {
  Borrowed<> name = dictFindName(dictOf(module.get()), "__name__"_str);
  return name && isStr(name) ? name.as<Str>() : Borrowed<Str>();
}

Owned<Module> makeModule(Borrowed<Str> name, const ModuleCode *code) {
  Owned<Module> module = allocate<Module>(molt_type_module);
  module->dict = newDict();
  module->runtime = &runtime();
  setDefaults(dictOf(module.get()), name,
              code && code->body && code->body->docstring ? Borrowed<>(Borrowed<Str>(code->body->docstring.get())) : none());
  if (code) {
    noteImport(code);
    module->globalCaches = makeZeroedArray<GlobalCache>(code->globalCacheCount);
    module->attributeCaches = makeZeroedArray<AttributeCache>(code->attributeCacheCount);
    module->constants = makeZeroedArray<Value>(code->constantCount);
    module->code = code;
    if (name->refcount >= kImmortal)
      noteFirstName(module.get(), name);
  }
  return module;
}

void clearModuleDict(Borrowed<Dict> dict) {
  Owned<Dict> kept = Owned<Dict>::retain(dict);
  forgetKnownGlobals(dict.get());
  for (bool underscored : {true, false}) {
    uint64_t position = 0;
    Borrowed<> key, value;
    while (dictNext(dict, &position, &key, &value)) {
      if (isNone(value) || !isStr(key))
        continue;
      Borrowed<Str> name = key.as<Str>();
      bool single = name->size && name->data()[0] == '_' && (name->size == 1 || name->data()[1] != '_');
      if (underscored ? !single : strEqual(name, "__builtins__"))
        continue;
      Owned<Str> keptName = Owned<Str>::retain(name);
      dictSetName(dict, keptName, none());
    }
  }
}

extern "C" {
constinit Type molt_type_module{TypeSpec{.name = "module",
                                         .size = sizeof(Module),
                                         .flags = kTypeGC | kTypeBaseAllowed | kTypeHasWeakrefs,
                                         .methods = kModuleMethods,
                                         .getsets = kModuleGetSets,
                                         .destroy = destroyModule,
                                         .traverse = traverseModule,
                                         .clear = clearModule,
                                         .repr = moduleRepr,
                                         .getAttribute = getAttribute,
                                         .newInstance = moduleNew,
                                         .init = moduleInit,
                                         .dictOffset = offsetof(Module, dict)}};
constinit Type molt_type_ModuleSpec{TypeSpec{.name = "ModuleSpec",
                                             .module = "_frozen_importlib",
                                             .size = sizeof(ModuleSpec),
                                             .flags = kTypeGC | kTypeNoNew,
                                             .getsets = kSpecGetSets,
                                             .members = kSpecMembers,
                                             .destroy = destroySpec,
                                             .traverse = traverseSpec,
                                             .repr = specRepr}};
}

} // namespace molt
