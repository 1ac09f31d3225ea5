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
#include <optional>
#include <set>
#include <unordered_map>

namespace molt {

namespace fs = llvm::sys::fs;

namespace {

constexpr size_t kNone = SIZE_MAX;

/// Modules that another one puts into sys.modules when it runs; they have no file of their own.
bool isMadeByItsParent(llvm::StringRef name) { return name == "os.path" || name == "collections.abc"; }

/// One import statement's name that leads, or fails to lead, to a module.
struct Edge {
  size_t target = kNone; ///< kNone: not found, and `missing` says so in CPython's words
  std::string missing;
  SourceRange range;
  bool mayFail = false;    ///< the program catches the ImportError
  bool inFunction = false; ///< runs only when the function is called
};

/// Whether statements have an `async def`, which irgen refuses. What else it refuses the library's modules do without.
bool hasAsync(Span<ast::Stmt *> body) {
  using ast::NodeKind;
  auto inLoop = [](const auto *loop) { return hasAsync(loop->body) || hasAsync(loop->orelse); };
  return std::any_of(body.begin(), body.end(), [&](const ast::Stmt *statement) {
    switch (statement->nodeKind()) {
    case NodeKind::AsyncFunctionDef:
      return true;
    case NodeKind::FunctionDef:
      return hasAsync(ast::cast<ast::FunctionDef>(statement)->body);
    case NodeKind::ClassDef:
      return hasAsync(ast::cast<ast::ClassDef>(statement)->body);
    case NodeKind::With:
      return hasAsync(ast::cast<ast::With>(statement)->body);
    case NodeKind::If:
      return inLoop(ast::cast<ast::If>(statement));
    case NodeKind::For:
      return inLoop(ast::cast<ast::For>(statement));
    case NodeKind::While:
      return inLoop(ast::cast<ast::While>(statement));
    case NodeKind::Try: {
      auto *tried = ast::cast<ast::Try>(statement);
      return inLoop(tried) || hasAsync(tried->finalbody) ||
             std::any_of(tried->handlers.begin(), tried->handlers.end(),
                         [](const ast::ExceptHandler *handler) { return hasAsync(handler->body); });
    }
    default:
      return false;
    }
  });
}

/// A module while the program is being loaded.
struct Loaded {
  ProgramModule module;
  FoundModule found;
  std::vector<Edge> edges; ///< in source order

  /// Whether the program must have what `edge` asks for. A function of the library that nobody may ever call is no
  /// reason to refuse a program.
  bool needs(const Edge &edge) const { return !edge.mayFail && !(module.isLibrary && edge.inFunction); }
};

class Loader {
public:
  Loader(Program &program, const ProgramOptions &options, std::string programFolder, Diagnostics &diagnostics)
      : program_(program), options_(options), finder_(std::move(programFolder), options.libraryPaths),
        diagnostics_(diagnostics) {}

  void load(const std::string &entryFile) {
    FoundModule entry;
    entry.path = entryFile;
    add("__main__", entry);
    for (size_t index = 0; index < loaded_.size(); ++index)
      resolveImports(index);
    finish();
  }

private:
  /// Adds and parses a module; its imports are resolved later.
  size_t add(const std::string &name, const FoundModule &found) {
    auto fresh = std::make_unique<Loaded>();
    fresh->found = found;
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
    // Importing a.b imports a first.
    if (auto parent = byName_.find(llvm::StringRef(name).rsplit('.').first.str());
        llvm::StringRef(name).contains('.') && parent != byName_.end()) {
      Edge edge;
      edge.target = parent->second;
      edge.range = {1, 0, 1, 0};
      fresh->edges.push_back(std::move(edge));
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
      connect(importer, request, kNone, missing);
      return false;
    }
    if (module == kNone || request.name.empty())
      return true; // a native module, or a plain import
    if (request.name == "*")
      loadNamesInAll(importer, module, request);
    else
      loadSubmodule(importer, module, request.name, request);
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
        connect(importer, request, last = known->second);
        continue;
      }
      if (isMadeByItsParent(name) && last != kNone && loaded_[last]->module.isLibrary)
        return true;
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
      connect(importer, request, last = add(name, *found));
    }
    return true;
  }

  std::optional<FoundModule> findChild(size_t parent, llvm::StringRef part) {
    return parent == kNone ? std::nullopt : finder_.findIn(loaded_[parent]->found, part);
  }

  /// `from module import name`, where name is a submodule if there is one; otherwise it is an attribute, which is
  /// looked up when the import runs.
  void loadSubmodule(size_t importer, size_t module, const std::string &name, const ImportRequest &request) {
    if (!loaded_[module]->module.isPackage)
      return;
    std::string full = loaded_[module]->module.name + "." + name;
    if (auto known = byName_.find(full); known != byName_.end())
      return connect(importer, request, known->second);
    auto found = finder_.findIn(loaded_[module]->found, name);
    if (found && found->kind == FoundModule::Kind::Source)
      connect(importer, request, add(full, *found));
  }

  void loadNamesInAll(size_t importer, size_t module, const ImportRequest &request) {
    if (const ast::Module *tree = loaded_[module]->module.tree)
      for (const std::string &name : namesInAll(*tree))
        loadSubmodule(importer, module, name, request);
  }

  void connect(size_t importer, const ImportRequest &request, size_t target, std::string missing = {}) {
    loaded_[importer]->edges.push_back(
        {target, std::move(missing), request.range, request.mayFail, request.inFunction});
  }

  /// Reports what is missing in the modules that the program must have. Those are found breadth first, so that the
  /// user's import that is blamed is the shortest way there.
  void reportMissing() {
    struct Origin {
      size_t importer;
      SourceRange range;
    };
    std::vector<std::optional<Origin>> origins(loaded_.size());
    std::vector<size_t> needed = {0};
    origins[0] = Origin{kNone, {}};
    for (size_t next = 0; next < needed.size(); ++next) {
      size_t index = needed[next];
      for (const Edge &edge : loaded_[index]->edges) {
        if (!loaded_[index]->needs(edge))
          continue;
        // The import in the program's own code that leads here.
        Origin origin = loaded_[index]->module.isLibrary ? *origins[index] : Origin{index, edge.range};
        if (edge.target == kNone) {
          report(*loaded_[index], edge, *loaded_[origin.importer], origin.range);
        } else if (!origins[edge.target]) {
          origins[edge.target] = origin;
          needed.push_back(edge.target);
        }
      }
    }
    needed_.assign(loaded_.size(), false);
    for (size_t index : needed)
      needed_[index] = true;
  }

  void report(const Loaded &asking, const Edge &edge, const Loaded &user, const SourceRange &range) {
    std::string message = edge.missing;
    std::string key = user.module.name + ":" + std::to_string(range.line) + ":";
    if (asking.module.isLibrary)
      message = "Molt does not have all that '" + asking.module.name + "' of the standard library needs yet: " + message;
    else
      key += message; // of what a library module lacks, the first is enough
    if (reported_.insert(key).second)
      diagnostics_.report(DiagnosticKind::CompileError, *user.module.source, range, message);
  }

  /// Modules of the library whose own top level cannot run, or which cannot be compiled yet, and which the program does
  /// without: they are left out.
  std::vector<bool> findUseless() const {
    std::vector<bool> useless(loaded_.size(), false);
    for (bool changed = true; changed;) {
      changed = false;
      for (size_t index = 0; index < loaded_.size(); ++index) {
        const Loaded &loaded = *loaded_[index];
        if (useless[index] || needed_[index] || !loaded.module.isLibrary)
          continue;
        if (loaded.module.tree && hasAsync(loaded.module.tree->body))
          useless[index] = changed = true;
        for (const Edge &edge : loaded.edges)
          if (!edge.mayFail && !edge.inFunction && (edge.target == kNone || useless[edge.target]))
            useless[index] = changed = true;
      }
    }
    return useless;
  }

  /// Puts the modules into the program: imported before importer.
  void finish() {
    reportMissing();
    std::vector<bool> seen = findUseless();
    std::vector<size_t> order;
    // An explicit stack: chains of imports may be long. The second member is the next edge to look at.
    std::vector<std::pair<size_t, size_t>> stack = {{0, 0}};
    seen[0] = true;
    while (!stack.empty()) {
      auto &[index, next] = stack.back();
      const std::vector<Edge> &edges = loaded_[index]->edges;
      if (next == edges.size()) {
        order.push_back(index);
        stack.pop_back();
      } else if (size_t target = edges[next++].target; target != kNone && !seen[target]) {
        seen[target] = true;
        stack.push_back({target, 0});
      }
    }
    std::rotate(order.begin(), order.end() - 1, order.end());
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
  std::vector<bool> needed_; ///< the program must have the module
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
