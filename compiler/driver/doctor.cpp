// `molt doctor`: looks at everything Molt uses and says what is missing and how to get it.
#include "compiler/driver/build_cache.h"
#include "compiler/driver/commands.h"
#include "compiler/driver/resources.h"
#include "compiler/driver/version.h"

#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Program.h>
#include <llvm/Support/raw_ostream.h>

namespace molt::driver {

namespace fs = llvm::sys::fs;

namespace {

/// Prints one line for each thing and remembers whether something needed is missing.
class Report {
public:
  void good(llvm::StringRef name, llvm::StringRef detail) { line("ok", name, detail); }
  void missing(llvm::StringRef name, llvm::StringRef detail, llvm::StringRef remedy) {
    line("MISSING", name, detail);
    llvm::outs() << "             " << remedy << "\n";
    complete_ = false;
  }
  void optional(llvm::StringRef name, llvm::StringRef detail, llvm::StringRef remedy) {
    line("-", name, detail);
    llvm::outs() << "             " << remedy << "\n";
  }
  bool complete() const { return complete_; }

private:
  static void line(llvm::StringRef state, llvm::StringRef name, llvm::StringRef detail) {
    llvm::outs() << llvm::left_justify(state, 8) << " " << llvm::left_justify(name, 22) << " " << detail << "\n";
  }
  bool complete_ = true;
};

} // namespace

static constexpr const char *kRebuild = "in a checked-out tree: ./molt --rebuild; else install Molt again";

static void checkTarget(Report &report, const Resources &resources, codegen::Target target,
                        std::initializer_list<const char *> files) {
  std::string folder = resources.targetLibraries(target, "");
  std::string name = "target " + codegen::targetName(target).str();
  for (const char *file : files)
    if (!fs::exists(folder + "/" + file))
      return report.missing(name, folder + "/" + file, kRebuild);
  report.good(name, folder);
}

static void checkPython(Report &report, const Resources &resources, PythonVersion version) {
  std::string name = "Python library 3." + std::to_string(version.minor);
  std::string folder = resources.pythonLibraries(version).back();
  if (fs::exists(folder + "/keyword.py"))
    report.good(name, folder);
  else
    report.missing(name, folder, "in a checked-out tree: tools/install-packages build, then ./molt --rebuild");
}

static void checkCache(Report &report) {
  BuildCache cache = BuildCache::open();
  if (!cache.enabled())
    return report.optional("build cache", "off", "MOLT_CACHE is off, or neither HOME nor XDG_CACHE_HOME is set");
  if (fs::create_directories(cache.folder()) || fs::access(cache.folder(), fs::AccessMode::Write))
    return report.optional("build cache", cache.folder() + " cannot be written", "builds work, but nothing is reused");
  report.good("build cache", cache.folder() + ", " + std::to_string(cache.size() >> 20) + " MB");
}

static void checkTool(Report &report, const char *tool, const char *remedy) {
  if (auto path = llvm::sys::findProgramByName(tool))
    report.good(tool, *path);
  else
    report.optional(tool, "not found", remedy);
}

int doctorCommand(const Options &options) {
  using codegen::Target;
  Resources resources = Resources::find(options.program);
  Report report;
  report.good("molt", std::string(kMoltVersion) + ", " + resources.executable());
  checkTarget(report, resources, Target::Native,
              {"crt1.o", "crti.o", "crtn.o", "crtbeginT.o", "crtend.o", "libc.a", "libm.a", "libgcc.a", "libgcc_eh.a",
               "libstdc++.a", "molt_start.o", "libmolt_runtime.a"});
  checkTarget(report, resources, Target::Wasm,
              {"crt1-command.o", "libc.a", "libc++.a", "libc++abi.a", "libclang_rt.builtins-wasm32.a", "molt_start.o",
               "libmolt_runtime.a"});
  for (PythonVersion version : {python314, python313, python312})
    checkPython(report, resources, version);
  checkCache(report);
  checkTool(report, "node", "only to run wasm modules: apt-get install nodejs, or any other WASI runtime");
  llvm::outs() << (report.complete() ? "\nEverything that 'molt build' and 'molt run' need is here.\n"
                                     : "\nSomething is missing; see above.\n");
  return report.complete() ? kSuccess : kFailure;
}

} // namespace molt::driver
