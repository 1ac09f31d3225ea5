// molt-stubgen STUB.pyi INCLUDE_PATH OUT_FOLDER: writes OUT_FOLDER/<include path>.gen.h, .gen.cpp and
// .facts for a stub that is included as INCLUDE_PATH (runtime/types/list.pyi).
#include "tools/stubgen/stub.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace {

// Leaves a file alone that has this text already, so that nothing is rebuilt for it.
bool writeFile(const std::string &path, const std::string &text) {
  std::ifstream old(path);
  std::stringstream content;
  content << old.rdbuf();
  if (old && content.str() == text)
    return true;
  std::error_code ignored;
  std::filesystem::create_directories(std::filesystem::path(path).parent_path(), ignored);
  std::ofstream out(path);
  out << text;
  out.close();
  if (!out)
    std::fprintf(stderr, "%s: error: cannot be written\n", path.c_str());
  return static_cast<bool>(out);
}

} // namespace

int main(int argumentCount, char **arguments) {
  if (argumentCount != 4) {
    std::fprintf(stderr, "usage: molt-stubgen STUB.pyi INCLUDE_PATH OUT_FOLDER\n");
    return 2;
  }
  std::string includePath = arguments[2];
  auto stub = molt::stubgen::readStub(arguments[1], includePath);
  if (!stub)
    return 1;
  std::string base = std::string(arguments[3]) + "/" + includePath.substr(0, includePath.rfind('.'));
  bool written = writeFile(base + ".gen.h", molt::stubgen::emitHeader(*stub)) &&
                 writeFile(base + ".gen.cpp", molt::stubgen::emitSource(*stub)) &&
                 writeFile(base + ".facts", molt::stubgen::emitKnowledge(*stub));
  return written ? 0 : 1;
}
