// lld as a library. The command lines below are what clang would hand to the linker for a static program on each
// target, with the start files and archives taken from Molt's own folders, so that no C toolchain is needed.
//
// lld is told to write a temporary file beside the output. It prints what it has to say to a string; whatever
// reaches it is wrong with Molt's installation or the disk, never with the user's program, and is reported so.
#include "compiler/link/link.h"

#include <lld/Common/Driver.h>
#include <llvm/ADT/ScopeExit.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Path.h>
#include <llvm/Support/raw_ostream.h>

LLD_HAS_DRIVER(elf)
LLD_HAS_DRIVER(wasm)

namespace molt::link {
namespace fs = llvm::sys::fs;

namespace {

/// The words of one lld command line; file names are looked up in the target's library folder.
class CommandLine {
public:
  CommandLine(llvm::StringRef libraries, llvm::StringRef driver) : libraries_(libraries) { add(driver); }

  void add(llvm::StringRef word) { words_.push_back(word.str()); }
  void addAll(llvm::ArrayRef<std::string> words) { words_.insert(words_.end(), words.begin(), words.end()); }

  void addLibrary(llvm::StringRef name) {
    llvm::SmallString<256> path(libraries_);
    llvm::sys::path::append(path, name);
    if (!fs::exists(path) && missing_.empty())
      missing_ = path.str();
    add(path);
  }

  void addRuntime(const std::string &path) {
    if (path.empty())
      addLibrary("libmolt_runtime.a");
    else
      add(path);
  }

  std::vector<const char *> arguments() const {
    std::vector<const char *> result;
    for (const std::string &word : words_)
      result.push_back(word.c_str());
    return result;
  }

  /// The first library that is not there, or empty.
  const std::string &missing() const { return missing_; }

private:
  llvm::StringRef libraries_;
  std::vector<std::string> words_;
  std::string missing_;
};

} // namespace

static CommandLine elfCommandLine(const LinkJob &job, llvm::StringRef output) {
  CommandLine line(job.libraries, "ld.lld");
  for (const char *word : {"-m", "elf_x86_64", "-static", "--gc-sections", "--icf=safe", "--build-id=none",
                           "-z", "noexecstack", "-z", "now", "--threads=2"})
    line.add(word);
  if (job.strip)
    line.add("--strip-all");
  line.add("-o");
  line.add(output);
  for (const char *start : {"crt1.o", "crti.o", "crtbeginT.o"})
    line.addLibrary(start);
  line.addAll(job.objects);
  line.addLibrary("molt_start.o");
  line.addRuntime(job.runtime);
  for (const char *library :
       {"libstdc++.a", "libm.a", "libc.a", "libgcc.a", "libgcc_eh.a"})
    line.addLibrary(library);
  for (const char *end : {"crtend.o", "crtn.o"})
    line.addLibrary(end);
  return line;
}

static CommandLine wasmCommandLine(const LinkJob &job, llvm::StringRef output) {
  CommandLine line(job.libraries, "wasm-ld");
  // The stack comes first in memory, so that overflowing it traps instead of overwriting data.
  for (const char *word : {"-m", "wasm32", "--gc-sections", "--stack-first", "-z", "stack-size=4194304",
                           "--export-if-defined=__main_argc_argv", "--threads=2"})
    line.add(word);
  if (job.strip)
    line.add("--strip-all");
  line.add("-o");
  line.add(output);
  line.addLibrary("crt1-command.o");
  line.addAll(job.objects);
  line.addLibrary("molt_start.o");
  line.addRuntime(job.runtime);
  for (const char *library :
       {"libwasi-emulated-signal.a", "libwasi-emulated-process-clocks.a",
        "libwasi-emulated-getpid.a", "libc++.a", "libc++abi.a", "libc.a", "libclang_rt.builtins-wasm32.a"})
    line.addLibrary(library);
  return line;
}

/// lld repeats itself at length; the first line that names an error is enough for a user.
static std::string firstError(llvm::StringRef log) {
  auto [first, rest] = log.split('\n');
  while (!rest.empty() && !first.contains("error:"))
    std::tie(first, rest) = rest.split('\n');
  size_t at = first.find("error: ");
  return (at == llvm::StringRef::npos ? first : first.drop_front(at + 7)).trim().str();
}

/// Runs lld once. Fails with what it printed.
static llvm::Error runLinker(const CommandLine &line, llvm::StringRef output) {
  static const lld::DriverDef drivers[] = {{lld::Gnu, &lld::elf::link}, {lld::Wasm, &lld::wasm::link}};
  std::string log;
  llvm::raw_string_ostream stream(log);
  lld::Result result = lld::lldMain(line.arguments(), stream, stream, drivers);
  if (result.retCode == 0)
    return llvm::Error::success();
  if (llvm::StringRef(log).contains_insensitive("no space left"))
    return cannotWrite(output, std::make_error_code(std::errc::no_space_on_device));
  return llvm::createStringError("linking failed: %s", firstError(log).c_str());
}

llvm::Error joinObjects(codegen::Target target, llvm::ArrayRef<std::string> objects, const std::string &output) {
  bool isNative = target == codegen::Target::Native;
  CommandLine line("", isNative ? "ld.lld" : "wasm-ld");
  for (const char *word : {"-m", isNative ? "elf_x86_64" : "wasm32", "-r", "-o"})
    line.add(word);
  line.add(output);
  line.addAll(objects);
  return runLinker(line, output);
}

/// Finds out before the link whether its result can be written, so that the error names the user's path.
static llvm::Error checkWritable(llvm::StringRef output) {
  llvm::SmallString<256> probe;
  int file = -1;
  if (std::error_code code = fs::createUniqueFile(output + ".%%%%%%.tmp", file, probe))
    return cannotWrite(output, code);
  fs::file_t handle = fs::convertFDToNativeFile(file);
  fs::closeFile(handle);
  fs::remove(probe);
  return llvm::Error::success();
}

/// Links into a file of the temporary folder and copies it: for outputs that cannot be renamed over.
static llvm::Error linkThrough(const LinkJob &job) {
  llvm::SmallString<256> path;
  if (std::error_code code = fs::createTemporaryFile("molt", "out", path))
    return cannotWrite(job.output, code);
  llvm::scope_exit cleanup([&] { fs::remove(path); });
  LinkJob through = job;
  through.output = path.str();
  if (llvm::Error error = linkProgram(through))
    return error;
  auto contents = llvm::MemoryBuffer::getFile(path);
  if (!contents)
    return cannotWrite(job.output, contents.getError());
  return writeFileAtomically(job.output, (*contents)->getBuffer());
}

llvm::Error linkProgram(const LinkJob &job) {
  if (isWrittenInPlace(job.output)) {
    if (fs::is_directory(job.output))
      return cannotWrite(job.output, std::make_error_code(std::errc::is_a_directory));
    return linkThrough(job);
  }
  if (llvm::Error error = checkWritable(job.output))
    return error;
  llvm::SmallString<256> temporary;
  fs::createUniquePath(job.output + ".%%%%%%.tmp", temporary, /*MakeAbsolute=*/false);
  llvm::scope_exit cleanup([&] { fs::remove(temporary); });
  CommandLine line = job.target == codegen::Target::Native ? elfCommandLine(job, temporary)
                                                         : wasmCommandLine(job, temporary);
  if (!line.missing().empty())
    return llvm::createStringError("Molt's installation is incomplete: '%s' is missing; run 'molt doctor'",
                                   line.missing().c_str());
  if (llvm::Error error = runLinker(line, job.output))
    return error;
  llvm::SmallString<256> resolved; // what a symbolic link leads to is replaced, not the link
  if (fs::real_path(job.output, resolved))
    resolved = job.output;
  if (std::error_code code = fs::rename(temporary, resolved))
    return cannotWrite(job.output, code);
  return llvm::Error::success();
}

} // namespace molt::link
