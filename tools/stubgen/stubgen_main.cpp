// molt-stubgen STUB.pyi --header X.gen.h --source X.gen.cpp --tables X.tables.gen.cpp [--facts X.facts]
// molt-stubgen --list OUT.inc STUB.pyi ...
//
// The stub lies in a folder runtime/, and the header is included by its path from there on.
// --list writes all tables of methods with their entries, for the compiler.
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

int writeList(const char *path, const std::vector<const char *> &stubFiles) {
  std::string text = "// Made by molt-stubgen: do not edit. The tables of builtin methods and their entries.\n";
  for (const char *file : stubFiles) {
    auto stub = molt::stubgen::readStub(file, includePathOf(file));
    if (!stub)
      return 1;
    text += molt::stubgen::emitTableList(*stub);
  }
  text += "#undef BUILTIN_TABLE\n#undef BUILTIN_ENTRY\n";
  return writeFile(path, text) ? 0 : 1;
}

} // namespace

int main(int argumentCount, char **arguments) {
  std::vector<const char *> stubFiles;
  const char *header = nullptr, *source = nullptr, *tables = nullptr, *facts = nullptr, *list = nullptr;
  struct Option {
    const char *name;
    const char **value;
  };
  const Option options[] = {{"--header", &header}, {"--source", &source}, {"--tables", &tables},
                            {"--facts", &facts},   {"--list", &list}};
  for (int i = 1; i < argumentCount; ++i) {
    const Option *found = nullptr;
    for (const Option &option : options)
      if (std::strcmp(arguments[i], option.name) == 0 && i + 1 < argumentCount)
        found = &option;
    if (found)
      *found->value = arguments[++i];
    else
      stubFiles.push_back(arguments[i]);
  }
  if (list)
    return writeList(list, stubFiles);
  if (stubFiles.size() != 1 || !header || !source || !tables) {
    std::fprintf(stderr, "usage: molt-stubgen STUB.pyi --header FILE --source FILE --tables FILE "
                         "[--facts FILE]\n       molt-stubgen --list FILE STUB.pyi ...\n");
    return 2;
  }
  auto stub = molt::stubgen::readStub(stubFiles[0], includePathOf(stubFiles[0]));
  if (!stub)
    return 1;
  bool written = writeFile(header, molt::stubgen::emitHeader(*stub)) &&
                 writeFile(source, molt::stubgen::emitSource(*stub)) &&
                 writeFile(tables, molt::stubgen::emitTables(*stub)) &&
                 (!facts || writeFile(facts, molt::stubgen::emitKnowledge(*stub)));
  return written ? 0 : 1;
}
