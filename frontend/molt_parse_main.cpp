// molt-parse: the frontend alone, for tests and for looking at trees.
//   molt-parse [--python-version V] [--mode exec|eval|single] [--dump] [--attributes] [--scopes]
//              [--check] [--report] FILE...
// --check also looks for the errors of whole scopes; --scopes prints the symbol table too.
// --report prints each diagnostic on one line of stdout, separated by tabs: file, kind, line, offset,
// end line, end offset (characters from 1, as in a SyntaxError; 0 where there is none), message.
// Exit code 1 when a file has an error. With several files each dump follows a line `== FILE`.
#include "frontend/ast_dump.h"
#include "frontend/parser.h"
#include "frontend/scope.h"
#include "frontend/scope_dump.h"

#include <cstdio>
#include <string>
#include <vector>

using namespace molt;

namespace {

struct Options {
  ParseOptions parse;
  bool dump = false;
  bool attributes = false;
  bool report = false;
  bool scopes = false;
  bool printScopes = false;
  std::vector<std::string> files;
};

bool readOptions(int argc, char **argv, Options &options) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--dump") {
      options.dump = true;
    } else if (argument == "--attributes") {
      options.attributes = true;
    } else if (argument == "--report") {
      options.report = true;
      options.parse.suggestKeywords = false;
    } else if (argument == "--scopes" || argument == "--check") {
      options.scopes = true;
      options.printScopes |= argument == "--scopes";

    } else if (argument == "--python-version" && i + 1 < argc) {
      const auto version = parsePythonVersion(argv[++i]);
      if (!version)
        return false;
      options.parse.version = *version;
    } else if (argument == "--mode" && i + 1 < argc) {
      const std::string_view mode = argv[++i];
      options.parse.mode = mode == "eval"     ? ParseMode::Eval
                           : mode == "single" ? ParseMode::Single
                                              : ParseMode::Exec;
    } else if (argument.starts_with("--")) {
      return false;
    } else {
      options.files.emplace_back(argument);
    }
  }
  return !options.files.empty();
}

void printMessages(const Diagnostics &diagnostics) {
  const std::string messages = render(diagnostics);
  std::fwrite(messages.data(), 1, messages.size(), stderr);
}

void report(const std::string &path, const Diagnostics &diagnostics) {
  for (const Diagnostic &diagnostic : diagnostics.all()) {
    const SourceRange &range = diagnostic.range;
    const auto offset = [&](uint32_t line, uint32_t column) -> uint32_t {
      if (line == 0 || !diagnostic.file || column == Diagnostic::noColumn)
        return 0;
      return diagnostic.file->characterColumn(line, column) + 1;
    };
    std::string message = diagnostic.message;
    for (char &c : message)
      c = c == '\n' ? ' ' : c;
    std::printf("%s\t%s\t%u\t%u\t%u\t%u\t%s\n", path.c_str(), nameOf(diagnostic.kind), range.line,
                offset(range.line, range.column), range.endLine,
                offset(range.endLine, range.endColumn), message.c_str());
  }
}

bool parseFile(const std::string &path, const Options &options) {
  Diagnostics diagnostics;
  ast::Context context;
  const auto file = SourceFile::load(path, diagnostics);
  const ast::Mod *mod = file ? parseModule(*file, context, diagnostics, options.parse) : nullptr;
  std::unique_ptr<ScopeTable> scopes;
  if (mod && options.scopes) {
    scopes = analyzeScopes(*mod, *file, context, diagnostics, options.parse.version);
    mod = scopes ? mod : nullptr;
  }
  if (options.files.size() > 1 && (options.dump || options.printScopes))
    std::printf("== %s\n", path.c_str());
  if (options.report)
    report(path, diagnostics);
  else
    printMessages(diagnostics);
  if (!mod)
    return false;
  if (options.dump) {
    std::string text = dump(mod, {options.parse.version, options.attributes});
    text += '\n';
    std::fwrite(text.data(), 1, text.size(), stdout);
  }
  if (options.printScopes) {
    const std::string text = dumpScopes(*scopes);
    std::fwrite(text.data(), 1, text.size(), stdout);
  }
  return true;
}

} // namespace

int main(int argc, char **argv) {
  Options options;
  if (!readOptions(argc, argv, options)) {
    std::fprintf(stderr, "usage: molt-parse [--python-version V] [--mode exec|eval|single] [--dump] "
                         "[--attributes] [--scopes] [--check] FILE...\n");
    return 2;
  }
  bool ok = true;
  for (const std::string &path : options.files)
    ok &= parseFile(path, options);
  return ok ? 0 : 1;
}
