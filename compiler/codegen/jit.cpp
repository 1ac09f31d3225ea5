#include "compiler/codegen/jit.h"
#include "compiler/codegen/target.h"

#include <llvm/ExecutionEngine/Orc/AbsoluteSymbols.h>
#include <llvm/ExecutionEngine/Orc/LLJIT.h>
#include <llvm/ExecutionEngine/Orc/ObjectLinkingLayer.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Target/TargetMachine.h>

namespace molt::codegen {

namespace orc = llvm::orc;

JitProgram::JitProgram(std::unique_ptr<orc::LLJIT> jit, std::unique_ptr<std::string> log)
    : log_(std::move(log)), jit_(std::move(jit)) {}
JitProgram::JitProgram(JitProgram &&) noexcept = default;
JitProgram &JitProgram::operator=(JitProgram &&) noexcept = default;
JitProgram::~JitProgram() = default;

/// LLJIT without what a static host cannot give (the process's dynamic symbols) and a Python program does not need
/// (a platform with static constructors and unwind tables).
static llvm::Expected<std::unique_ptr<orc::LLJIT>> createJit() {
  // Initialises the X86 code generator as a side effect, which the triple's lookup needs.
  auto machine = createTargetMachine(Target::Native, Profile::Dev, llvm::Reloc::PIC_);
  orc::JITTargetMachineBuilder builder(machine->getTargetTriple());
  return orc::LLJITBuilder()
      .setJITTargetMachineBuilder(std::move(builder))
      .setDataLayout(machine->createDataLayout())
      .setLinkProcessSymbolsByDefault(false)
      .setPlatformSetUp(orc::setUpInactivePlatform)
      .setObjectLinkingLayerCreator(
          [](orc::ExecutionSession &session) -> llvm::Expected<std::unique_ptr<orc::ObjectLayer>> {
            return std::make_unique<orc::ObjectLinkingLayer>(session);
          })
      .create();
}

static llvm::Error defineHostSymbols(orc::LLJIT &jit, llvm::ArrayRef<HostSymbol> symbols) {
  orc::SymbolMap map;
  map.reserve(symbols.size());
  for (const HostSymbol &symbol : symbols)
    map[jit.mangleAndIntern(symbol.name)] = {orc::ExecutorAddr::fromPtr(symbol.address),
                                             llvm::JITSymbolFlags::Exported};
  return jit.getMainJITDylib().define(orc::absoluteSymbols(std::move(map)));
}

llvm::Expected<JitProgram> JitProgram::load(llvm::ArrayRef<llvm::StringRef> objects,
                                            llvm::ArrayRef<HostSymbol> symbols) {
  auto jit = createJit();
  if (!jit)
    return jit.takeError();
  if (llvm::Error error = defineHostSymbols(**jit, symbols))
    return std::move(error);
  for (llvm::StringRef object : objects)
    if (llvm::Error error =
            (*jit)->addObjectFile(llvm::MemoryBuffer::getMemBufferCopy(object, "program.o")))
      return std::move(error);
  auto log = std::make_unique<std::string>();
  (*jit)->getExecutionSession().setErrorReporter(
      [log = log.get()](llvm::Error error) { *log += llvm::toString(std::move(error)) + "\n"; });
  return JitProgram(std::move(*jit), std::move(log));
}

llvm::Expected<void *> JitProgram::lookup(llvm::StringRef name) {
  auto address = jit_->lookup(name);
  if (!address) {
    std::string reason = llvm::toString(address.takeError());
    return llvm::createStringError("%s%s", log_->c_str(), reason.c_str());
  }
  return address->toPtr<void *>();
}

} // namespace molt::codegen
