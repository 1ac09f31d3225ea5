// What the unit tests of the frontend share.
#pragma once

#include "frontend/ast_dump.h"
#include "frontend/parser.h"
#include "frontend/scope.h"

#include <memory>
#include <string>
#include <string_view>

namespace molt::test {

/// Source text, parsed; keeps alive what the tree needs.
struct Parsed {
  Diagnostics diagnostics;
  ast::Context context;
  std::unique_ptr<SourceFile> file;
  ast::Mod *mod = nullptr;

  explicit Parsed(std::string_view text, const ParseOptions &options = {}) {
    file = SourceFile::fromText("test.py", text, diagnostics);
    if (file)
      mod = parseModule(*file, context, diagnostics, options);
  }
  std::string dump() const { return mod ? molt::dump(mod) : "no tree"; }
  std::string message() const {
    return diagnostics.all().empty() ? "" : diagnostics.all().front().message;
  }
  std::unique_ptr<ScopeTable> scopes() { return analyzeScopes(*mod, *file, context, diagnostics); }
};

} // namespace molt::test
