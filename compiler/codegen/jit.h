// Running a compiled program inside the compiler's own process (`molt run`), with LLVM's LLJIT.
//
// The runtime is part of the compiler's executable. What a program may call in it stands in a table that the build
// generates from the runtime archive's symbols; nothing is looked up through the dynamic loader, of which a static
// executable has none.
//
// The JIT takes object files, not modules: the same bytes come out of the code generator and out of the build cache.
// They must be position independent, because the memory may lie anywhere, and must not use thread-local variables
// of their own, for which a loaded object has no storage.
#pragma once

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Error.h>

#include <memory>
#include <string>

namespace llvm::orc {
class LLJIT;
} // namespace llvm::orc

namespace molt::codegen {

/// A symbol that a loaded program may refer to, with its address in this process.
struct HostSymbol {
  const char *name;
  const void *address;
};

/// A program in executable memory. The memory is released with the object.
class JitProgram {
public:
  /// Prepares `objects` to run against `symbols`. They are linked at the first lookup.
  static llvm::Expected<JitProgram> load(llvm::ArrayRef<llvm::StringRef> objects,
                                         llvm::ArrayRef<HostSymbol> symbols);

  JitProgram(JitProgram &&) noexcept;
  JitProgram &operator=(JitProgram &&) noexcept;
  ~JitProgram();

  /// The address of a symbol that the program defines.
  llvm::Expected<void *> lookup(llvm::StringRef name);

private:
  JitProgram(std::unique_ptr<llvm::orc::LLJIT> jit, std::unique_ptr<std::string> log);
  std::unique_ptr<std::string> log_; ///< what the session reported; lookup() adds it to its error
  std::unique_ptr<llvm::orc::LLJIT> jit_;
};

} // namespace molt::codegen
