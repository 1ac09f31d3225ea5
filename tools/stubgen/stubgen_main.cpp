// molt-stubgen STUB.pyi --header X.gen.h --source X.gen.cpp [--facts X.facts]
//
// The stub lies in a folder runtime/, and the header is included by its path from there on.
#include "tools/stubgen/stub.h"

#include <cstdio>
#include <cstring>
#include <fstream>
#include <sstream>

namespace {

bool writeFile(const char *path, const std::string &text) {
  std::ofstream out(path);
  out << text;
  out.close();
  if (!out)
    std::fprintf(stderr, "%s: error: cannot be written\n", path);
  return static_cast<bool>(out);
}

// "/home/x/runtime/types/list.pyi" -> "runtime/types/list.pyi"
std::string includePathOf(const std::string &file) {
  size_t at = file.rfind("/runtime/");
  return at == std::string::npos ? file : file.substr(at + 1);
}

} // namespace

int main(int argumentCount, char **arguments) {
  const char *stubFile = nullptr, *header = nullptr, *source = nullptr, *facts = nullptr;
  for (int i = 1; i < argumentCount; ++i) {
    bool more = i + 1 < argumentCount;
    if (more && std::strcmp(arguments[i], "--header") == 0)
      header = arguments[++i];
    else if (more && std::strcmp(arguments[i], "--source") == 0)
      source = arguments[++i];
    else if (more && std::strcmp(arguments[i], "--facts") == 0)
      facts = arguments[++i];
    else
      stubFile = arguments[i];
  }
  if (!stubFile || !header || !source) {
    std::fprintf(stderr, "usage: molt-stubgen STUB.pyi --header FILE --source FILE [--facts FILE]\n");
    return 2;
  }
  auto stub = molt::stubgen::readStub(stubFile, includePathOf(stubFile));
  if (!stub)
    return 1;
  bool written = writeFile(header, molt::stubgen::emitHeader(*stub)) &&
                 writeFile(source, molt::stubgen::emitSource(*stub)) &&
                 (!facts || writeFile(facts, molt::stubgen::emitKnowledge(*stub)));
  return written ? 0 : 1;
}
