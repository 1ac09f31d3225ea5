// Loading a program: a worklist over modules, each parsed once, its imports resolved as they are met.
//
// A missing module is reported where the user can act on it: at the import in the program's own code. If the missing
// import stands in a library module, that is the import that brought the library module in.
#include "compiler/driver/program.h"
#include "compiler/driver/imports.h"
#include "compiler/driver/module_finder.h"
#include "frontend/parser.h"

#include <llvm/ADT/StringRef.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/BLAKE3.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Path.h>

#include <algorithm>
#include <set>
#include <unordered_map>

namespace molt {

namespace fs = llvm::sys::fs;

namespace {

constexpr size_t kNone = SIZE_MAX;

/// A module while the program is being loaded.
struct Loaded {
  ProgramModule module;
  FoundModule found;
  size_t importer = kNone; ///< who asked for it first, at `importedAt`
  SourceRange importedAt;
  std::vector<size_t> imports; ///< in source order
};

class Loader {
public:
  Loader(Program &program, const ProgramOptions &options, std::string programFolder, Diagnostics &diagnostics)
      : program_(program), options_(options), finder_(std::move(programFolder), options.libraryPaths),
        diagnostics_(diagnostics) {}

  void load(const std::string &entryFile) {
    FoundModule entry;
    entry.path = entryFile;
    add("__main__", entry, kNone, {});
    for (size_t index = 0; index < loaded_.size(); ++index)
      resolveImports(index);
    finish();
  }

private:
  /// Adds and parses a module; its imports are resolved later.
  size_t add(const std::string &name, const FoundModule &found, size_t importer, const SourceRange &range) {
    auto fresh = std::make_unique<Loaded>();
    fresh->found = found;
    fresh->importer = importer;
    fresh->importedAt = range;
    ProgramModule &module = fresh->module;
    module.name = name;
    module.path = found.path;
    module.isPackage = found.isPackage;
    module.isLibrary = found.isLibrary;
    if (found.kind == FoundModule::Kind::Source) {
      // Before the source is read: if the file changes in between, the hash is of contents that no longer exist, and
      // what this build caches is never found.
      module.contentHash = hashOfFile(found.path);
      module.source = SourceFile::load(found.path, diagnostics_);
      if (module.source) {
        ParseOptions parse;
        parse.version = options_.version;
        if (auto *tree = parseModule(*module.source, *program_.context, diagnostics_, parse))
          module.tree = ast::cast<ast::Module>(tree);
      }
    }
    loaded_.push_back(std::move(fresh));
    byName_.emplace(name, loaded_.size() - 1);
    return loaded_.size() - 1;
  }

  void resolveImports(size_t index) {
    Loaded &loaded = *loaded_[index];
    if (!loaded.module.tree)
      return;
    forEachImport(*loaded.module.tree, loaded.module.name, loaded.module.isPackage,
                  [&](const ImportRequest &request) { return resolve(index, request); });
  }

  bool resolve(size_t importer, const ImportRequest &request) {
    size_t module = kNone;
    std::string missing;
    if (!loadChain(importer, request, module, missing)) {
      reportMissing(importer, request, missing);
      return false;
    }
    if (module == kNone || request.name.empty())
      return true; // a native module, or a plain import
    if (request.name == "*")
      loadNamesInAll(importer, module, request.range);
    else
      loadSubmodule(importer, module, request.name, request.range);
    return true;
  }

  /// Loads a, a.b and a.b.c for "a.b.c". `last` is the last of them, kNone for a native module. On failure `missing`
  /// says what CPython says.
  bool loadChain(size_t importer, const ImportRequest &request, size_t &last, std::string &missing) {
    llvm::StringRef rest = request.module;
    std::string name;
    last = kNone;
    while (!rest.empty()) {
      auto [part, after] = rest.split('.');
      rest = after;
      std::string parent = name;
      name = parent.empty() ? part.str() : parent + "." + part.str();
      if (auto known = byName_.find(name); known != byName_.end()) {
        link(importer, last = known->second);
        continue;
      }
      auto found = parent.empty() ? finder_.findTop(part) : findChild(last, part);
      if (!found) {
        missing = "No module named '" + name + "'";
        if (!parent.empty() && (last == kNone || !loaded_[last]->module.isPackage))
          missing += "; '" + parent + "' is not a package";
        return false;
      }
      if (found->kind == FoundModule::Kind::Native) {
        native_.insert(name);
        last = kNone;
        continue;
      }
      link(importer, last = add(name, *found, importer, request.range));
    }
    return true;
  }

  std::optional<FoundModule> findChild(size_t parent, llvm::StringRef part) {
    return parent == kNone ? std::nullopt : finder_.findIn(loaded_[parent]->found, part);
  }

  /// `from module import name`, where name is a submodule if there is one; otherwise it is an attribute, which is
  /// looked up when the import runs.
  void loadSubmodule(size_t importer, size_t module, const std::string &name, const SourceRange &range) {
    if (!loaded_[module]->module.isPackage)
      return;
    std::string full = loaded_[module]->module.name + "." + name;
    if (auto known = byName_.find(full); known != byName_.end())
      return link(importer, known->second);
    auto found = finder_.findIn(loaded_[module]->found, name);
    if (found && found->kind == FoundModule::Kind::Source)
      link(importer, add(full, *found, importer, range));
  }

  void loadNamesInAll(size_t importer, size_t module, const SourceRange &range) {
    if (const ast::Module *tree = loaded_[module]->module.tree)
      for (const std::string &name : namesInAll(*tree))
        loadSubmodule(importer, module, name, range);
  }

  void link(size_t importer, size_t imported) { loaded_[importer]->imports.push_back(imported); }

  void reportMissing(size_t importer, const ImportRequest &request, const std::string &missing) {
    if (request.mayFail)
      return;
    // A function of the library that nobody may ever call is no reason to refuse a program.
    if (loaded_[importer]->module.isLibrary && request.inFunction)
      return;
    SourceRange range = request.range;
    std::string message = missing;
    while (loaded_[importer]->module.isLibrary && loaded_[importer]->importer != kNone) {
      message = missing + ", which '" + loaded_[importer]->module.name + "' of the standard library needs";
      range = loaded_[importer]->importedAt;
      importer = loaded_[importer]->importer;
    }
    std::string key = std::to_string(importer) + ":" + std::to_string(range.line) + ":" + missing;
    if (reported_.insert(key).second)
      diagnostics_.report(DiagnosticKind::CompileError, *loaded_[importer]->module.source, range, message);
  }

  /// Puts the modules into the program: imported before importer.
  void finish() {
    std::vector<char> seen(loaded_.size(), 0);
    std::vector<size_t> order;
    // An explicit stack: chains of imports may be long. The second member is the next import to look at.
    std::vector<std::pair<size_t, size_t>> stack;
    if (!loaded_.empty()) {
      stack.push_back({0, 0});
      seen[0] = 1;
    }
    while (!stack.empty()) {
      auto &[index, next] = stack.back();
      const std::vector<size_t> &imports = loaded_[index]->imports;
      if (next == imports.size()) {
        order.push_back(index);
        stack.pop_back();
      } else if (size_t import = imports[next++]; !seen[import]) {
        seen[import] = 1;
        stack.push_back({import, 0});
      }
    }
    std::rotate(order.begin(), order.end() - (order.empty() ? 0 : 1), order.end());
    for (size_t index : order)
      program_.modules.push_back(std::move(loaded_[index]->module));
    program_.nativeModules.assign(native_.begin(), native_.end());
    program_.absentPaths.assign(finder_.absentPaths().begin(), finder_.absentPaths().end());
    std::sort(program_.absentPaths.begin(), program_.absentPaths.end());
  }

  Program &program_;
  const ProgramOptions &options_;
  ModuleFinder finder_;
  Diagnostics &diagnostics_;
  std::vector<std::unique_ptr<Loaded>> loaded_;
  std::unordered_map<std::string, size_t> byName_;
  std::set<std::string> native_;
  std::set<std::string> reported_;
};

} // namespace

const ProgramModule *Program::find(std::string_view name) const {
  for (const ProgramModule &module : modules)
    if (module.name == name)
      return &module;
  return nullptr;
}

std::string hashOfFile(const std::string &path) {
  auto file = llvm::MemoryBuffer::getFile(path, /*IsText=*/false, /*RequiresNullTerminator=*/false);
  if (!file)
    return {};
  auto digest = llvm::BLAKE3::hash<16>(llvm::arrayRefFromStringRef((*file)->getBuffer()));
  return llvm::toHex(digest, /*LowerCase=*/true);
}

/// CPython shows the entry by its absolute path, without resolving links or dots.
static std::string absolutePath(const std::string &path) {
  llvm::SmallString<256> absolute(path);
  fs::make_absolute(absolute);
  return absolute.str().str();
}

Program loadProgram(const std::string &entry, const ProgramOptions &options, Diagnostics &diagnostics) {
  Program program;
  program.version = options.version;
  std::string file = absolutePath(entry);
  if (fs::is_directory(entry)) {
    file = llvm::StringRef(file).rtrim('/').str() + "/__main__.py";
    if (!fs::exists(file)) {
      Diagnostic missing;
      missing.kind = DiagnosticKind::FileError;
      missing.message = "can't find '__main__' module in '" + entry + "'";
      missing.path = entry;
      diagnostics.add(std::move(missing));
      return program;
    }
  }
  std::string folder = llvm::sys::path::parent_path(file).str();
  Loader(program, options, folder, diagnostics).load(file);
  return program;
}

} // namespace molt
