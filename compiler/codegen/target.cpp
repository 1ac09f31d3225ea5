#include "compiler/codegen/target.h"

#include <llvm/IR/Module.h>
#include <llvm/MC/TargetRegistry.h>
#include <llvm/Support/ErrorHandling.h>
#include <llvm/Support/TargetSelect.h>
#include <llvm/Target/TargetMachine.h>
#include <llvm/Target/TargetOptions.h>
#include <llvm/TargetParser/Triple.h>

namespace molt::codegen {

namespace {
struct TargetFacts {
  llvm::StringRef name;
  llvm::StringRef folder;
  llvm::StringRef triple;
  llvm::StringRef cpu;
  llvm::StringRef features;
};
} // namespace

// x86-64 without extensions, so that a program runs on every such machine. wasm's generic features are those that
// every engine since 2022 has (bulk memory, sign extension, saturating conversions).
static const TargetFacts &facts(Target target) {
  static constexpr TargetFacts kNative = {"native", "native", "x86_64-unknown-linux-gnu", "x86-64", ""};
  static constexpr TargetFacts kWasm = {"wasm32-wasi", "wasm", "wasm32-unknown-wasi", "generic", ""};
  return target == Target::Native ? kNative : kWasm;
}

llvm::StringRef targetName(Target target) { return facts(target).name; }
llvm::StringRef targetFolder(Target target) { return facts(target).folder; }

std::optional<Target> parseTarget(llvm::StringRef name) {
  for (Target target : {Target::Native, Target::Wasm})
    if (facts(target).name == name)
      return target;
  return std::nullopt;
}

static void initializeCodeGenerators() {
  static const bool once = [] {
    LLVMInitializeX86TargetInfo();
    LLVMInitializeX86Target();
    LLVMInitializeX86TargetMC();
    LLVMInitializeX86AsmPrinter();
    LLVMInitializeX86AsmParser();
    LLVMInitializeWebAssemblyTargetInfo();
    LLVMInitializeWebAssemblyTarget();
    LLVMInitializeWebAssemblyTargetMC();
    LLVMInitializeWebAssemblyAsmPrinter();
    LLVMInitializeWebAssemblyAsmParser();
    return true;
  }();
  (void)once;
}

std::unique_ptr<llvm::TargetMachine> createTargetMachine(Target target, Profile profile,
                                                         llvm::Reloc::Model relocation) {
  initializeCodeGenerators();
  const TargetFacts &about = facts(target);
  llvm::Triple triple(about.triple);
  std::string error;
  const llvm::Target *found = llvm::TargetRegistry::lookupTarget(triple, error);
  if (!found)
    llvm::report_fatal_error(llvm::StringRef(error));
  llvm::TargetOptions options;
  options.FunctionSections = true;
  options.DataSections = true;
  options.UniqueSectionNames = false;
  options.EmulatedTLS = false;
  auto level = profile == Profile::Dev ? llvm::CodeGenOptLevel::None : llvm::CodeGenOptLevel::Default;
  options.EnableFastISel = profile == Profile::Dev;
  return std::unique_ptr<llvm::TargetMachine>(found->createTargetMachine(
      triple, about.cpu, about.features, options, relocation, std::nullopt, level));
}

void setModuleTarget(llvm::Module &module, Target target) {
  auto relocation = target == Target::Native ? llvm::Reloc::Static : llvm::Reloc::PIC_;
  static const std::unique_ptr<llvm::TargetMachine> machines[] = {
      createTargetMachine(Target::Native, Profile::Dev, relocation),
      createTargetMachine(Target::Wasm, Profile::Dev, relocation)};
  llvm::TargetMachine &machine = *machines[target == Target::Native ? 0 : 1];
  module.setTargetTriple(machine.getTargetTriple());
  module.setDataLayout(machine.createDataLayout());
}

} // namespace molt::codegen
