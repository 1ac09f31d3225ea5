#include "compiler/codegen/emit_parts.h"

#include "compiler/codegen/inline_calls.h"

#include <llvm/ADT/DenseSet.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringMap.h>
#include <llvm/Bitcode/BitcodeReader.h>
#include <llvm/Bitcode/BitcodeWriter.h>
#include <llvm/IR/LLVMContext.h>
#include <llvm/IR/Module.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/ThreadPool.h>

#include <optional>

namespace molt::codegen {

namespace {

// Below this a part of its own costs more than it gives; in instructions before LLVM's optimiser.
constexpr uint64_t kOptimizedPart = 12000, kPlainPart = 100000;
// A part holds copies of what it may inline of others: in instructions likewise, and calls from its own.
constexpr uint64_t kLargestInlinable = 1200;
constexpr unsigned kInliningSteps = 2;
constexpr uint64_t kParts = 8; // at most, of each kind: every part declares what all the others define

/// One object to be.
struct Part {
  Profile profile;
  uint64_t instructions = 0;
};

/// Which function goes into which part.
class Partition {
public:
  Partition(const llvm::Module &module, Profile profile) {
    // What is compiled in no time comes first: the data goes with it.
    divide(module, Profile::Dev, [&](const llvm::Function &f) { return profile == Profile::Dev || f.hasOptNone(); });
    if (profile != Profile::Dev)
      divide(module, profile, [](const llvm::Function &f) { return !f.hasOptNone(); });
    if (parts_.empty())
      parts_.push_back({profile});
  }

  llvm::ArrayRef<Part> parts() const { return parts_; }
  unsigned partOf(llvm::StringRef function) const { return partOf_.lookup(function); }

private:
  /// Functions that stand together stay together.
  void divide(const llvm::Module &module, Profile profile, llvm::function_ref<bool(const llvm::Function &)> belongs) {
    uint64_t total = 0;
    for (const llvm::Function &function : module)
      if (!function.isDeclaration() && belongs(function))
        total += function.getInstructionCount();
    uint64_t enough = std::max(profile == Profile::Dev ? kPlainPart : kOptimizedPart, total / kParts);
    bool isFull = true;
    for (const llvm::Function &function : module) {
      if (function.isDeclaration() || !belongs(function))
        continue;
      if (isFull)
        parts_.push_back({profile});
      partOf_[function.getName()] = parts_.size() - 1;
      parts_.back().instructions += function.getInstructionCount();
      isFull = parts_.back().instructions >= enough;
    }
  }

  llvm::SmallVector<Part> parts_;
  llvm::StringMap<unsigned> partOf_;
};

} // namespace

/// Lets the parts see each other's functions and data, and nobody else.
static void shareDefinitions(llvm::Module &module) {
  for (llvm::GlobalValue &value : module.global_values()) {
    if (!value.hasLocalLinkage())
      continue;
    if (!value.hasName())
      value.setName("molt.data");
    value.setLinkage(llvm::GlobalValue::ExternalLinkage);
    value.setVisibility(llvm::GlobalValue::HiddenVisibility);
  }
}

/// The functions of other parts that hot calls of this one lead to, in some steps: they may be inlined.
static llvm::Expected<llvm::DenseSet<llvm::Function *>> findInlinable(llvm::Module &module, const Partition &partition,
                                                                      unsigned index) {
  llvm::SmallVector<llvm::Function *> work;
  llvm::DenseSet<llvm::Function *> found;
  for (llvm::Function &function : module)
    if (!function.isDeclaration() && partition.partOf(function.getName()) == index)
      work.push_back(&function);
  for (unsigned step = 0; step <= kInliningSteps && !work.empty(); ++step)
    for (llvm::Function *caller : std::exchange(work, {})) {
      if (llvm::Error error = caller->materialize())
        return std::move(error);
      bool isInlinable = caller->getInstructionCount() <= kLargestInlinable;
      if (step && (!isInlinable || !found.insert(caller).second))
        continue;
      for (llvm::CallBase *call : hotCalls(*caller))
        if (llvm::Function *callee = call->getCalledFunction();
            callee && !callee->isDeclaration() && partition.partOf(callee->getName()) != index && !found.contains(callee))
          work.push_back(callee);
    }
  return found;
}

/// Leaves in `module` only what part `index` defines, and what it may inline.
static llvm::Error keepPart(llvm::Module &module, const Partition &partition, unsigned index) {
  llvm::DenseSet<llvm::Function *> inlinable;
  if (partition.parts()[index].profile != Profile::Dev) {
    auto found = findInlinable(module, partition, index);
    if (!found)
      return found.takeError();
    inlinable = std::move(*found);
  }
  for (llvm::Function &function : module) {
    if (function.isDeclaration() || partition.partOf(function.getName()) == index)
      continue;
    if (inlinable.contains(&function))
      function.setLinkage(llvm::GlobalValue::AvailableExternallyLinkage);
    else
      function.deleteBody();
  }
  if (index != 0)
    for (llvm::GlobalVariable &variable : module.globals()) {
      variable.setInitializer(nullptr);
      variable.setLinkage(llvm::GlobalValue::ExternalLinkage);
    }
  return llvm::Error::success();
}

static llvm::Expected<ObjectBytes> compile(llvm::Module &module, Profile profile, EmitOptions options) {
  options.profile = profile;
  optimizeModule(module, options);
  return emitModule(module, Emit::Object, options);
}

/// Compiles part `index` of the module that `bitcode` holds, in a context of its own.
static llvm::Expected<ObjectBytes> compilePart(llvm::StringRef bitcode, const Partition &partition, unsigned index,
                                               const EmitOptions &options) {
  llvm::LLVMContext context;
  auto module = llvm::getLazyBitcodeModule(llvm::MemoryBufferRef(bitcode, "program"), context);
  if (!module)
    return module.takeError();
  if (llvm::Error error = keepPart(**module, partition, index))
    return std::move(error);
  if (llvm::Error error = (*module)->materializeAll())
    return std::move(error);
  return compile(**module, partition.parts()[index].profile, options);
}

llvm::Expected<std::vector<ObjectBytes>> emitObjects(llvm::Module &module, const EmitOptions &options) {
  Partition partition(module, options.profile);
  unsigned count = partition.parts().size();
  llvm::SmallVector<char, 0> bitcode;
  if (count > 1) {
    shareDefinitions(module);
    llvm::raw_svector_ostream stream(bitcode);
    llvm::WriteBitcodeToFile(module, stream);
    if (llvm::Error error = keepPart(module, partition, 0))
      return std::move(error);
  }
  std::vector<std::optional<llvm::Expected<ObjectBytes>>> compiled(count);
  llvm::DefaultThreadPool threads(llvm::hardware_concurrency(count));
  for (unsigned index = 1; index < count; ++index)
    threads.async([&, index] {
      compiled[index].emplace(compilePart({bitcode.data(), bitcode.size()}, partition, index, options));
    });
  compiled[0].emplace(compile(module, partition.parts()[0].profile, options));
  threads.wait();

  std::vector<ObjectBytes> objects;
  llvm::Error problems = llvm::Error::success();
  for (auto &object : compiled) {
    if (*object)
      objects.push_back(std::move(**object));
    else
      problems = llvm::joinErrors(std::move(problems), object->takeError());
  }
  if (problems)
    return std::move(problems);
  return objects;
}

} // namespace molt::codegen
