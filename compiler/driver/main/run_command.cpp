// `molt run`: the program runs in the compiler's own process, against the runtime that is part of it.
#include "compiler/codegen/jit.h"
#include "compiler/driver/commands.h"
#include "compiler/driver/libc_symbols.h"
#include "compiler/driver/pipeline.h"
#include "compiler/driver/runtime_symbols.h"

#include "abi/entry_points.h"

#include <cstdio>
#include <unistd.h>

// Weak, so that a compiler without a runtime still builds and says so.
namespace molt {
extern "C" __attribute__((weak)) int32_t molt_main(int32_t, char **, const ProgramCode *);
}

namespace molt::driver {

static int fail(llvm::Error error) {
  printError("the program does not load: " + llvm::toString(std::move(error)));
  return kFailure;
}

int runCommand(const Options &options) {
  if (!molt_main) {
    printError("this build of Molt has no runtime");
    return kFailure;
  }
  auto object = buildArtefact(options, Resources::find(options.program));
  if (!object)
    return kFailure;
  std::vector<codegen::HostSymbol> symbols = runtimeSymbols().vec();
  for (const codegen::HostSymbol &symbol : libcSymbols())
    symbols.push_back(symbol);
  auto program = codegen::JitProgram::load({object->getBuffer()}, symbols);
  if (!program)
    return fail(program.takeError());
  auto code = program->lookup("molt_program");
  if (!code)
    return fail(code.takeError());
  std::vector<char *> arguments = {const_cast<char *>(options.file.c_str())};
  for (const std::string &argument : options.arguments)
    arguments.push_back(const_cast<char *>(argument.c_str()));
  arguments.push_back(nullptr);
  int exitCode = molt_main(static_cast<int32_t>(arguments.size() - 1), arguments.data(),
                           static_cast<const ProgramCode *>(*code));
  // Nothing of the compiler's is worth tearing down.
  std::fflush(nullptr);
  ::_exit(exitCode);
}

} // namespace molt::driver
