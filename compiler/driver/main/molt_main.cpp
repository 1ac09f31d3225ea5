// The compiler's main().
#include "compiler/driver/commands.h"

#include <llvm/Support/raw_ostream.h>

using namespace molt::driver;

int main(int argumentCount, char **arguments) {
  ParsedCommandLine parsed = parseCommandLine(argumentCount, arguments);
  if (parsed.finished) {
    (parsed.exitCode == kSuccess ? llvm::outs() : llvm::errs()) << parsed.text;
    return parsed.exitCode;
  }
  switch (parsed.options.verb) {
  case Verb::Run:
    return runCommand(parsed.options);
  case Verb::Build:
    return buildCommand(parsed.options);
  case Verb::Check:
    return checkCommand(parsed.options);
  case Verb::Doctor:
    return doctorCommand(parsed.options);
  case Verb::None:
    break;
  }
  return kUsage;
}
