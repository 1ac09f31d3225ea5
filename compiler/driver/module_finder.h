// Where modules lie: the search that CPython's path finder makes, over the program's folder and the library.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace molt {

struct FoundModule {
  enum class Kind { Source, Namespace, Native };
  Kind kind = Kind::Source;
  std::string path;   ///< the file; for a namespace package its folder
  std::string folder; ///< packages: where their submodules lie
  bool isPackage = false;
  bool isLibrary = false;
};

class ModuleFinder {
public:
  ModuleFinder(std::string programFolder, std::vector<std::string> libraryPaths);

  /// The top-level module `name`.
  std::optional<FoundModule> findTop(std::string_view name);
  /// The module `name` inside of a package.
  std::optional<FoundModule> findIn(const FoundModule &package, std::string_view name);

  /// Every path of the program's own folders that was asked for and was not there.
  const std::unordered_set<std::string> &absentPaths() const { return absent_; }

private:
  std::optional<FoundModule> findInFolder(const std::string &folder, std::string_view name);
  bool absent(const std::string &path);
  bool isFile(const std::string &path);
  bool isFolder(const std::string &path);

  std::string programFolder_;
  std::vector<std::string> libraryPaths_;
  std::unordered_set<std::string> absent_;
  bool inLibrary_ = false; ///< the library does not change: its absences need no record
};

/// Whether the runtime brings the module `name` itself.
bool isNativeModule(std::string_view name);

} // namespace molt
