// molt-parse: the frontend alone, for tests and for looking at trees.
//   molt-parse [--python-version V] [--mode exec|eval|single] [--dump] [--attributes] [--scopes]
//              [--check] FILE...
// Exit code 1 when a file has an error. With several files each dump follows a line `== FILE`.
#include "frontend/ast_dump.h"
#include "frontend/parser.h"

#include <cstdio>
#include <string>
#include <vector>

using namespace molt;

namespace {

struct Options {
  ParseOptions parse;
  bool dump = false;
  bool attributes = false;
  std::vector<std::string> files;
};

bool readOptions(int argc, char **argv, Options &options) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--dump") {
      options.dump = true;
    } else if (argument == "--attributes") {
      options.attributes = true;
    } else if (argument == "--check") {
      options.dump = false;
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

bool parseFile(const std::string &path, const Options &options) {
  Diagnostics diagnostics;
  ast::Context context;
  const auto file = SourceFile::load(path, diagnostics);
  const ast::Mod *mod = file ? parseModule(*file, context, diagnostics, options.parse) : nullptr;
  if (options.files.size() > 1 && options.dump)
    std::printf("== %s\n", path.c_str());
  const std::string messages = render(diagnostics);
  std::fwrite(messages.data(), 1, messages.size(), stderr);
  if (!mod)
    return false;
  if (options.dump) {
    std::string text = dump(mod, {options.parse.version, options.attributes});
    text += '\n';
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
