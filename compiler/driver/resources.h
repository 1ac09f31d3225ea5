// lib/molt, the folder beside the compiler with everything it needs: found relative to the executable, so that the
// tree can be moved anywhere.
#pragma once

#include "compiler/codegen/target.h"
#include "frontend/python_version.h"

#include <string>
#include <vector>

namespace molt::driver {

class Resources {
public:
  /// The resources of the running executable, which was started as `program`; MOLT_RESOURCES in the environment names
  /// another folder.
  static Resources find(const std::string &program);

  const std::string &executable() const { return executable_; }
  const std::string &root() const { return root_; }

  /// The folder with the start files, libraries and runtime of `target`. `flavour` is empty, or names another build of
  /// the runtime: "stress", "debug".
  std::string targetLibraries(codegen::Target target, const std::string &flavour) const;

  /// The folders of the standard library, in the order in which they are searched.
  std::vector<std::string> pythonLibraries(PythonVersion version) const;

  /// A text that differs whenever the compiler or the runtime archives do: part of the key of everything cached.
  std::string identity(codegen::Target target, const std::string &flavour) const;

private:
  std::string executable_;
  std::string root_;
};

} // namespace molt::driver
