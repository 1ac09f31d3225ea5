// For tests: programs whose module bodies are C++ functions, run by molt_main in this process with
// stdout and stderr caught. A leak makes the exit code 86.
#pragma once

#include "abi/entry_points.h"
#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/errors.h"
#include "runtime/core/str_literal.h"

#include <memory>
#include <string>
#include <unistd.h>
#include <vector>

namespace molt::testing {

struct TestCode {
  Code code{};
  ModuleCode module{};
  Position position{3, 4, 3, 9};
  TestCode(Borrowed<Str> name, CodeEntry entry) {
    code.Object::type = &molt_type_code;
    code.refcount = kImmortal;
    code.name = code.qualname = "<module>"_str.get();
    code.filename = "no_such_file.py"_str.get();
    code.entry = reinterpret_cast<void *>(entry);
    code.positions = &position;
    code.positionCount = 1;
    code.firstLine = 1;
    code.flags = kIsModuleBody;
    module.name = name.get();
    module.filename = "no_such_file.py"_str.get();
    module.body = &code;
  }
};

struct Outcome {
  int code;
  std::string out, err;
};

inline std::string contentOf(FILE *file) {
  std::string text;
  std::rewind(file);
  for (int c; (c = std::fgetc(file)) != EOF;)
    text += static_cast<char>(c);
  std::fclose(file);
  return text;
}

inline Outcome runProgram(std::initializer_list<CodeEntry> bodies) {
  static Borrowed<Str> names[] = {"__main__"_str, "first"_str, "second"_str};
  std::vector<std::unique_ptr<TestCode>> codes;
  std::vector<Ptr<const ModuleCode>> modules;
  for (CodeEntry body : bodies) {
    codes.push_back(std::make_unique<TestCode>(names[codes.size()], body));
    modules.push_back(&codes.back()->module);
  }
  ProgramCode program{};
  program.modules = modules.data();
  program.moduleCount = static_cast<uint32_t>(modules.size());
  program.pythonMinor = 14;
  program.pythonVersion = "3.14.2";
  FILE *out = std::tmpfile(), *err = std::tmpfile();
  int savedOut = dup(1), savedErr = dup(2);
  std::fflush(nullptr);
  dup2(fileno(out), 1);
  dup2(fileno(err), 2);
  setenv("MOLT_LEAK_CHECK", "1", 1);
  char name[] = "program.py";
  char *arguments[] = {name, nullptr};
  Outcome outcome;
  outcome.code = molt_main(1, arguments, &program);
  std::fflush(nullptr);
  dup2(savedOut, 1);
  dup2(savedErr, 2);
  close(savedOut);
  close(savedErr);
  outcome.out = contentOf(out);
  outcome.err = contentOf(err);
  return outcome;
}

inline Result<Owned<>> global(Function *callee, Borrowed<Str> name) {
  GlobalCache cache{};
  return molt_load_global(Borrowed<Module>(callee->module.get()), name, &cache);
}
inline Result<void> print(Function *callee, Borrowed<> value) {
  Owned<> function = TRY(global(callee, "print"_str));
  Owned<> done = TRY(call_py(function, {value}));
  return {};
}
template <Result<void> (*body)(Function *)> uint64_t enter(Function *callee, const Value *) {
  if (body(callee).raised()) {
    molt_add_traceback(callee->code.get(), Borrowed<Module>(callee->module.get()), 0);
    return 0;
  }
  return none().value().bits();
}

} // namespace molt::testing
