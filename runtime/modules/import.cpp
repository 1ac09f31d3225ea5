#include "runtime/modules/import.h"

#include <cstring>

#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/descriptors.h"
#include "runtime/core/exception.h"
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"
#include "runtime/modules/importing.gen.h"
#include "runtime/modules/native_module.h"
#include "runtime/types/dict.h"
#include "runtime/types/list.h"
#include "runtime/types/module.h"

namespace molt {

namespace {

Borrowed<Dict> modulesDict() { return Borrowed<Dict>(runtime().modules.get()); }

const ModuleCode *findCode(Borrowed<Str> name) {
  const ProgramCode *program = runtime().program;
  for (uint32_t i = 1; program && i < program->moduleCount; ++i)
    if (strEqual(Borrowed<Str>(program->modules[i]->name.get()), name))
      return program->modules[i].get();
  return nullptr;
}

// ImportError or ModuleNotFoundError with its name, path and name_from (each may be null).
Raised raiseImport(Type &type, Borrowed<Str> message, Borrowed<> name, Borrowed<> path = {}, Borrowed<> from = {}) {
  Result<Owned<>> made = makeException(type, {message});
  if (made.raised())
    return Raised{};
  Owned<> exception = made.take();
  auto *fields = static_cast<layout::ImportError *>(asException(exception));
  setField(fields->name, name);
  setField(fields->path, path);
  setField(fields->nameFrom, from);
  return raiseInstance(exception);
}

Raised raiseNotFound(Borrowed<Str> name, Borrowed<Str> noPackage = {}) {
  Result<Owned<Str>> message = noPackage ? formatStr("No module named %R; %R is not a package", name, noPackage)
                                         : formatStr("No module named %R", name);
  if (message.raised())
    return Raised{};
  return raiseImport(ModuleNotFoundError, message.take(), name);
}

// ---- Making modules -------------------------------------------------------------------------------

// The directory of a path, "" for a plain name.
Owned<Str> directoryOf(Borrowed<Str> path) {
  size_t end = path->size;
  while (end && path->data()[end - 1] != '/')
    --end;
  return makeStr(path->data(), end ? end - 1 : 0);
}

using MakeConstants = uint64_t (*)(Module *module);
using MakePath = Owned<> (*)(Module *module);

// __path__; null when the module is no package.
Owned<> searchLocations(Borrowed<Module> module, const ModuleCode *code) {
  if (!code->isPackage)
    return {};
  if (!code->body)
    return reinterpret_cast<MakePath>(code->prepare.get())(module.get());
  Owned<List> locations = makeList();
  Owned<Str> directory = directoryOf(Borrowed<Str>(code->filename.get()));
  listAppend(locations, directory.borrow());
  return locations;
}

void describeModule(Borrowed<Module> module, const ModuleCode *code, bool isMain) {
  Borrowed<Dict> dict(module->dict.get());
  Borrowed<Str> name(code->name.get()), file(code->filename.get());
  bool isNamespace = !code->body;
  if (isMain) {
    Borrowed<> builtins = dictFindName(modulesDict(), "builtins"_str);
    dictSetName(dict, "__builtins__"_str, builtins ? builtins : none());
  } else {
    Owned<> locations = searchLocations(module, code);
    if (locations)
      dictSetName(dict, "__path__"_str, locations);
    Owned<ModuleSpec> spec = makeModuleSpec(name, isNamespace ? Borrowed<>() : file, !isNamespace, locations);
    dictSetName(dict, "__spec__"_str, spec);
    Result<Owned<>> parent = getAttribute_py(spec, "parent"_str);
    if (parent.raised())
      clearPending();
    else
      dictSetName(dict, "__package__"_str, parent.take());
    if (!isNamespace)
      dictSetName(dict, "__builtins__"_str, Borrowed<Dict>(runtime().builtins.get()));
  }
  dictSetName(dict, "__file__"_str, isNamespace ? none() : file);
  if (!isNamespace)
    dictSetName(dict, "__cached__"_str, none());
}

void setInitializing(Borrowed<Module> module, bool running) {
  Borrowed<> spec = dictFindName(Borrowed<Dict>(module->dict.get()), "__spec__"_str);
  if (spec && isExactly(spec, molt_type_ModuleSpec))
    setField(static_cast<ModuleSpec *>(spec.value().asObject())->initializing, boolean(running));
}

Result<void> runBody_py(Borrowed<Module> module, const ModuleCode *code) {
  if (!code->body)
    return {};
  if (code->prepare && !reinterpret_cast<MakeConstants>(code->prepare.get())(module.get()))
    return Raised{};
  Owned<Function> body = molt_make_function(code->body.get(), module, {}, {}, {});
  Owned<> result = TRY(callFunction_py(body, nullptr, 0, {}));
  return {};
}

Result<void> loadCode_py(Borrowed<Str> name, const ModuleCode *code) {
  Owned<Module> module = makeModule(Borrowed<Str>(code->name.get()), code);
  describeModule(module, code, false);
  dictSetName(modulesDict(), name, module);
  setInitializing(module, true);
  Result<void> done = runBody_py(module, code);
  setInitializing(module, false);
  if (!done.raised())
    return {};
  PendingSaver saver;
  dictRemoveName(modulesDict(), name);
  return Raised{};
}

// Finds a module that is not in sys.modules and loads it.
Result<void> findAndLoad_py(Borrowed<Str> name) {
  if (const ModuleCode *code = findCode(name))
    return loadCode_py(name, code);
  bool found = false;
  Result<Owned<Module>> native = makeNativeModule_py(name, &found);
  if (!found)
    return raiseNotFound(name);
  if (native.raised())
    return Raised{};
  return {};
}

size_t lastDot(Borrowed<Str> name) {
  for (size_t i = name->size; i-- > 0;)
    if (name->data()[i] == '.')
      return i;
  return SIZE_MAX;
}

} // namespace

void addFunctions(Borrowed<Module> module, MethodTable functions) {
  Borrowed<Dict> dict(module->dict.get());
  Borrowed<Str> name = moduleName(module);
  functions.forEach([&](const MethodDef *definition) {
    Owned<BuiltinFunction> function = makeBuiltinFunction(definition, {}, name, {});
    dictSetName(dict, internText(definition->name), function);
  });
}

Result<Owned<Module>> makeNativeModule_py(Borrowed<Str> name, bool *found) {
  *found = false;
  for (const NativeModule *const *each = nativeModules; *each; ++each) {
    const NativeModule *native = *each;
    if (!strEqual(name, native->name))
      continue;
    *found = true;
    Owned<Module> module = makeModule(name, nullptr);
    Borrowed<Dict> dict(module->dict.get());
    dictSetName(dict, "__package__"_str, ""_str);
    dictSetName(dict, "__spec__"_str, makeModuleSpec(name, "built-in"_str, false, {}));
    if (native->doc)
      dictSetName(dict, "__doc__"_str, makeStr(native->doc));
    dictSetName(modulesDict(), name, module);
    addFunctions(module, native->functions);
    for (Type *const *type = native->types.entries; type && *type; ++type)
      dictSetName(dict, internText((*type)->name), Borrowed<>(Value::unmarked(*type))); // its place in the table is a mark
    if (native->setUp)
      TRY(native->setUp(module, dict));
    return module;
  }
  return Raised{}; // nothing is pending
}

// ---- Importing ------------------------------------------------------------------------------------

bool programHasModule(Borrowed<Str> name) { return findCode(name) != nullptr; }

Result<Owned<>> importModule_py(Borrowed<Str> name) {
  if (Borrowed<> present = dictFindName(modulesDict(), name)) {
    if (!isNone(present))
      return Owned<>::retain(present);
    Owned<Str> message = TRY(formatStr("import of %S halted; None in sys.modules", name));
    return raiseImport(ModuleNotFoundError, message, name);
  }
  TRY(checkStack(" during import"));
  size_t dot = lastDot(name);
  Owned<Str> parentName, childName;
  if (dot != SIZE_MAX) {
    parentName = makeStr(name->data(), dot);
    childName = makeStr(name->data() + dot + 1, name->size - dot - 1);
    Owned<> parent = TRY(importModule_py(parentName));
    if (Borrowed<> present = dictFindName(modulesDict(), name)) // its package imported it
      return Owned<>::retain(present);
    Owned<> path = TRY(getOptionalAttribute_py(parent, "__path__"_str));
    if (isExhausted(path))
      return raiseNotFound(name, parentName);
  }
  TRY(findAndLoad_py(name));
  Borrowed<> loaded = dictFindName(modulesDict(), name);
  if (!loaded)
    return raise(KeyError, "%S", name);
  Owned<> module = Owned<>::retain(loaded);
  if (parentName)
    if (Borrowed<> parent = dictFindName(modulesDict(), parentName))
      TRY(setAttribute_py(Owned<>::retain(parent), intern(childName), module));
  return module;
}

namespace {

// The package that relative names start from.
Result<Owned<Str>> packageOf_py(Borrowed<Dict> globals) {
  Borrowed<> package = dictFindName(globals, "__package__"_str);
  Borrowed<> spec = dictFindName(globals, "__spec__"_str);
  if (package && !isNone(package)) {
    if (!isStr(package))
      return raise(TypeError, "package must be a string");
    return Owned<Str>::retain(package.as<Str>());
  }
  if (spec && !isNone(spec)) {
    Owned<> parent = TRY(getAttribute_py(spec, "parent"_str));
    if (!isStr(parent))
      return raise(TypeError, "__spec__.parent must be a string");
    return std::move(parent).as<Str>();
  }
  Borrowed<> name = dictFindName(globals, "__name__"_str);
  if (!name)
    return raise(KeyError, "'__name__' not in globals");
  if (!isStr(name))
    return raise(TypeError, "__name__ must be a string");
  if (dictFindName(globals, "__path__"_str))
    return Owned<Str>::retain(name.as<Str>());
  size_t dot = lastDot(name.as<Str>());
  return makeStr(name.as<Str>()->data(), dot == SIZE_MAX ? 0 : dot);
}

Result<Owned<Str>> absoluteName_py(Borrowed<Dict> globals, Borrowed<Str> name, int64_t level) {
  Owned<Str> package = TRY(packageOf_py(globals));
  if (!package->size)
    return raise(ImportError, "attempted relative import with no known parent package");
  size_t end = package->size;
  for (int64_t up = 1; up < level; ++up) {
    while (end && package->data()[end - 1] != '.')
      --end;
    if (!end)
      return raise(ImportError, "attempted relative import beyond top-level package");
    --end;
  }
  Owned<Str> base = makeStr(package->data(), end);
  if (!name->size)
    return base;
  return formatStr("%S.%S", base, name);
}

// from package import names: the names that are modules of the package and not loaded yet.
Result<void> importFromNames_py(Borrowed<> module, Borrowed<> names) {
  return forEach_py(names, [&](Borrowed<> item) -> Result<bool> {
    if (!isStr(item))
      return raise(TypeError, "Item in ``from list'' must be str, not %T", item);
    Borrowed<Str> name = item.as<Str>();
    if (strEqual(name, "*")) {
      Owned<> all = TRY(getOptionalAttribute_py(module, "__all__"_str));
      if (!isExhausted(all))
        TRY(importFromNames_py(module, all));
      return true;
    }
    Owned<> present = TRY(getOptionalAttribute_py(module, name));
    if (!isExhausted(present))
      return true;
    Owned<> packageName = TRY(getAttribute_py(module, "__name__"_str));
    Owned<Str> full = TRY(formatStr("%S.%S", packageName, name));
    Result<Owned<>> loaded = importModule_py(full);
    if (!loaded.raised())
      return true;
    if (!pendingMatches(ModuleNotFoundError))
      return Raised{};
    Borrowed<> missing(static_cast<layout::ImportError *>(asException(pendingException()))->name);
    if (!missing || !isStr(missing) || !strEqual(missing.as<Str>(), full))
      return Raised{};
    clearPending();
    return true;
  });
}

} // namespace

Result<Owned<>> importNamed_py(Borrowed<Dict> globals, Borrowed<Str> name, Borrowed<> fromNames, int64_t level) {
  if (level < 0)
    return raise(ValueError, "level must be >= 0");
  if (level == 0 && !name->size)
    return raise(ValueError, "Empty module name");
  Owned<Str> absolute = level ? TRY(absoluteName_py(globals, name, level)) : Owned<Str>::retain(name);
  Owned<> module = TRY(importModule_py(absolute));
  bool any = fromNames && !isNone(fromNames);
  if (any)
    any = TRY(truth_py(fromNames));
  if (any) {
    Owned<> path = TRY(getOptionalAttribute_py(module, "__path__"_str));
    if (!isExhausted(path))
      TRY(importFromNames_py(module, fromNames));
    return module;
  }
  const char *dot = static_cast<const char *>(std::memchr(name->data(), '.', name->size));
  if (!dot)
    return module;
  if (level == 0)
    return importModule_py(makeStr(name->data(), dot - name->data()));
  // __import__("a.b", level=1): the module of the first part
  size_t cut = name->size - (dot - name->data());
  Owned<Str> front = makeStr(absolute->data(), absolute->size - cut);
  Borrowed<> found = dictFindName(modulesDict(), front);
  if (!found)
    return raise(KeyError, "%R not in sys.modules as expected", front);
  return Owned<>::retain(found);
}

Result<void> runMain_py(const ModuleCode *code) {
  Owned<Module> module = makeModule("__main__"_str, code);
  describeModule(module, code, true);
  dictSetName(modulesDict(), "__main__"_str, module);
  return runBody_py(module, code);
}

// builtins.__import__
Result<Owned<>> importing_import(Borrowed<> name, Borrowed<> globals, Borrowed<> locals, Borrowed<> fromNames,
                                 int32_t level) {
  if (!isStr(name))
    return raise(TypeError, "module name must be a string");
  if (level > 0 && !isDict(globals))
    return raise(TypeError, "globals must be a dict");
  return importNamed_py(globals.as<Dict>(), name.as<Str>(), fromNames, level);
}

// ---- Entry points ---------------------------------------------------------------------------------

namespace {

Raised raiseCannotImport(Borrowed<> module, Borrowed<Str> name) {
  Owned<> package;
  if (Result<Owned<>> found = getOptionalAttribute_py(module, "__name__"_str); found.raised())
    clearPending();
  else
    package = found.take();
  if (!package || !isStr(package))
    package = Owned<>::retain("<unknown module name>"_str);
  Owned<Str> origin;
  bool initializing = false;
  if (isModule(module)) {
    origin = Owned<Str>::retain(moduleOrigin(module.as<Module>()));
    initializing = isInitializing(module.as<Module>());
  }
  Result<Owned<Str>> message =
      !origin        ? formatStr("cannot import name %R from %R (unknown location)", name, package)
      : initializing ? formatStr("cannot import name %R from partially initialized module %R (most likely due to a "
                                 "circular import) (%S)",
                                 name, package, origin)
                     : formatStr("cannot import name %R from %R (%S)", name, package, origin);
  if (message.raised())
    return Raised{};
  return raiseImport(ImportError, message.take(), package, origin, name);
}

Result<void> importStarName_py(Borrowed<Module> into, Borrowed<> module, Borrowed<Str> name) {
  Owned<> value = TRY(getAttribute_py(module, name));
  dictSetName(Borrowed<Dict>(into->dict.get()), name, value);
  return {};
}

} // namespace

extern "C" {

Result<Owned<>> molt_import_py(Borrowed<Module> module, Borrowed<Str> name, Borrowed<> fromNames, uint32_t level) {
  return importNamed_py(Borrowed<Dict>(module->dict.get()), name, fromNames, level);
}

Result<Owned<>> molt_import_from_py(Borrowed<> module, Borrowed<Str> name) {
  Owned<> value = TRY(getOptionalAttribute_py(module, name));
  if (!isExhausted(value))
    return value;
  Owned<> package = TRY(getOptionalAttribute_py(module, "__name__"_str));
  if (!isExhausted(package) && isStr(package)) {
    Owned<Str> full = TRY(formatStr("%S.%S", package, name));
    if (Borrowed<> found = dictFindName(modulesDict(), full))
      return Owned<>::retain(found);
  }
  return raiseCannotImport(module, name);
}

Result<void> molt_import_star_py(Borrowed<Module> into, Borrowed<> module) {
  Owned<> all = TRY(getOptionalAttribute_py(module, "__all__"_str));
  if (!isExhausted(all))
    return forEach_py(all, [&](Borrowed<> item) -> Result<bool> {
      if (!isStr(item)) {
        Owned<> name = TRY(getAttribute_py(module, "__name__"_str));
        return raise(TypeError, "Item in %S.__all__ must be str, not %T", name, item);
      }
      TRY(importStarName_py(into, module, item.as<Str>()));
      return true;
    });
  Owned<> dict = TRY(getOptionalAttribute_py(module, "__dict__"_str));
  if (isExhausted(dict) || !isDict(dict))
    return raise(ImportError, "from-import-* object has no __dict__ and no __all__");
  Owned<Dict> names = dictCopy(dict.borrow().as<Dict>());
  uint64_t position = 0;
  Borrowed<> key, value;
  while (dictNext(names, &position, &key, &value)) {
    if (!isStr(key) || (key.as<Str>()->size && key.as<Str>()->data()[0] == '_'))
      continue;
    dictSetName(Borrowed<Dict>(into->dict.get()), key.as<Str>(), value);
  }
  return {};
}

} // extern "C"

} // namespace molt
