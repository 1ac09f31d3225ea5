// libFuzzer target: any bytes through source decoding, lexer, parser, error grammar, dump, scopes.
// The first byte chooses the version and the mode. Build with -fsanitize=fuzzer,address,undefined.
#include "frontend/ast_dump.h"
#include "frontend/parser.h"
#include "frontend/scope.h"

#include <cstddef>
#include <cstdint>

using namespace molt;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  if (size == 0)
    return 0;
  static constexpr PythonVersion versions[] = {python312, python313, python314};
  ParseOptions options;
  options.version = versions[data[0] % 3];
  options.mode = static_cast<ParseMode>(data[0] / 3 % 3);
  const std::string_view bytes(reinterpret_cast<const char *>(data + 1), size - 1);
  Diagnostics diagnostics;
  ast::Context context;
  const auto file = SourceFile::fromBytes("fuzz.py", bytes, diagnostics);
  ast::Mod *mod = file ? parseModule(*file, context, diagnostics, options) : nullptr;
  if (mod) {
    dump(mod, {options.version, true});
    analyzeScopes(*mod, *file, context, diagnostics, options.version);
  }
  if (!mod && !diagnostics.hasErrors())
    __builtin_trap();
  render(diagnostics);
  return 0;
}
