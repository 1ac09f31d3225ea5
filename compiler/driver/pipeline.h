// From options to an artefact: the cache, loading, the core, LLVM, the linker, in that order.
#pragma once

#include "compiler/driver/options.h"
#include "compiler/driver/resources.h"

#include <llvm/Support/MemoryBuffer.h>

#include <memory>

namespace molt::driver {

/// Builds what `options` asks for. Null after errors, which have been printed. `explanation`: where that goes, if `options`
/// asks for one.
std::unique_ptr<llvm::MemoryBuffer> buildArtefact(const Options &options, const Resources &resources,
                                                  std::string *explanation = nullptr);

/// Loads and parses the program and prints what is wrong with it. False after errors.
bool checkProgram(const Options &options, const Resources &resources);

/// Prints "error: TEXT" on stderr.
void printError(const std::string &text);

} // namespace molt::driver
