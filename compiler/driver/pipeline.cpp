#include "compiler/driver/pipeline.h"
#include "compiler/codegen/emit_parts.h"
#include "compiler/driver/build_cache.h"
#include "compiler/driver/compile.h"
#include "compiler/driver/prune.h"
#include "compiler/driver/reachable_names.h"
#include "compiler/link/link.h"

#include <llvm/ADT/ScopeExit.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/IR/LLVMContext.h>
#include <llvm/IR/Module.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>
#include <llvm/Support/SmallVectorMemoryBuffer.h>
#include <llvm/Support/raw_ostream.h>

#include <deque>

#include <sys/mman.h>
#include <unistd.h>

namespace molt::driver {

namespace fs = llvm::sys::fs;
using Buffer = std::unique_ptr<llvm::MemoryBuffer>;

void printError(const std::string &text) { llvm::errs() << "error: " << text << "\n"; }

static Buffer fail(llvm::Error error) {
  printError(llvm::toString(std::move(error)));
  return nullptr;
}

/// Prints warnings and errors; whether the build may go on.
static bool reportDiagnostics(Diagnostics &diagnostics) {
  if (!diagnostics.all().empty())
    llvm::errs() << render(diagnostics);
  bool good = !diagnostics.hasErrors();
  diagnostics.clear();
  return good;
}

static Program loadFor(const Options &options, const Resources &resources, Diagnostics &diagnostics) {
  ProgramOptions load;
  load.version = options.version;
  load.libraryPaths = resources.pythonLibraries(options.version);
  return loadProgram(options.file, load, diagnostics);
}

bool checkProgram(const Options &options, const Resources &resources) {
  Diagnostics diagnostics;
  Program program = loadFor(options, resources, diagnostics);
  if (!reportDiagnostics(diagnostics))
    return false;
  // What parses may still be refused by the compiler itself.
  llvm::LLVMContext context;
  bool compiled = compileProgram(program, {}, context, diagnostics) != nullptr;
  return reportDiagnostics(diagnostics) && compiled;
}

/// Everything beside the sources that decides what comes out.
static std::string requestOf(const Options &options, const Resources &resources) {
  llvm::SmallString<256> file(options.file);
  fs::make_absolute(file);
  std::string text = resources.identity(options.target, options.runtimeFlavour);
  text += "file " + file.str().str() + "\n";
  text += "python 3." + std::to_string(options.version.minor) + "\n";
  text += "target " + codegen::targetName(options.target).str() + "\n";
  text += "profile " + std::to_string(static_cast<int>(options.profile)) + "\n";
  text += "type hints " + std::to_string(static_cast<int>(options.typeHints)) + "\n";
  text += "emit " + std::to_string(static_cast<int>(options.emit)) + "\n";
  text += "strip " + std::to_string(options.strip) + " runtime " + options.runtimeFlavour + "\n";
  return text;
}

namespace {

/// Creates a file in the system's folder for temporary files or, where there is none, beside the output.
std::error_code createTemporaryFile(const std::string &output, llvm::StringRef suffix, int &file,
                                    llvm::SmallString<128> &path) {
  llvm::SmallString<128> folder;
  llvm::sys::path::system_temp_directory(/*ErasedOnReboot=*/true, folder);
  if (!fs::is_directory(folder) || fs::access(folder, fs::AccessMode::Write))
    folder = output.empty() || output == "-" ? "." : llvm::sys::path::parent_path(output);
  if (folder.empty())
    folder = ".";
  return fs::createUniqueFile(folder + "/molt-%%%%%%" + suffix, file, path);
}

/// A file that lld can open by name, in memory where the system has that.
class ObjectFile {
public:
  ObjectFile(llvm::StringRef contents, const std::string &output) {
    file_ = ::memfd_create("molt.o", MFD_CLOEXEC);
    if (file_ >= 0)
      path_ = "/proc/self/fd/" + std::to_string(file_);
    if (file_ < 0 || ::access(path_.c_str(), R_OK) != 0)
      useTemporaryFile(output);
    if (error_)
      return;
    llvm::raw_fd_ostream stream(file_, /*shouldClose=*/false);
    stream << contents;
    stream.flush();
    error_ = stream.error();
    stream.clear_error();
  }
  ~ObjectFile() {
    if (file_ >= 0)
      ::close(file_);
    if (onDisk_)
      fs::remove(path_);
  }
  ObjectFile(const ObjectFile &) = delete;

  const std::string &path() const { return path_; }
  std::error_code error() const { return error_; }

private:
  void useTemporaryFile(const std::string &output) {
    if (file_ >= 0)
      ::close(file_);
    llvm::SmallString<128> path;
    error_ = createTemporaryFile(output, ".o", file_, path);
    path_ = path.str();
    onDisk_ = !error_;
  }

  int file_ = -1;
  bool onDisk_ = false;
  std::string path_;
  std::error_code error_;
};

} // namespace

static Buffer readFile(const llvm::Twine &path) {
  auto contents = llvm::MemoryBuffer::getFile(path, /*IsText=*/false, /*RequiresNullTerminator=*/false);
  if (!contents)
    return fail(llvm::errorCodeToError(contents.getError()));
  return llvm::MemoryBuffer::getMemBufferCopy((*contents)->getBuffer());
}

/// Makes an executable of `objects` and `runtime`, an archive; empty: with the whole runtime. Or one object of several.
static Buffer linkObjects(llvm::ArrayRef<codegen::ObjectBytes> objects, llvm::StringRef runtime, const Options &options,
                          const Resources &resources) {
  std::deque<ObjectFile> files;
  for (const codegen::ObjectBytes &object : objects)
    files.emplace_back(llvm::StringRef(object.data(), object.size()), options.output);
  ObjectFile &archive = files.emplace_back(runtime, options.output);
  link::LinkJob job;
  for (const ObjectFile &file : files) {
    if (file.error())
      return fail(link::cannotWrite(file.path(), file.error()));
    if (&file != &archive)
      job.objects.push_back(file.path());
  }
  llvm::SmallString<128> output;
  int file = -1;
  if (std::error_code code = createTemporaryFile(options.output, ".out", file, output))
    return fail(link::cannotWrite(output, code));
  ::close(file);
  llvm::scope_exit cleanup([&] { fs::remove(output); });
  job.target = options.target;
  job.libraries = resources.targetLibraries(options.target, options.runtimeFlavour);
  if (!runtime.empty())
    job.runtime = archive.path();
  job.output = output.str();
  job.strip = options.strip;
  if (llvm::Error error = options.emit == EmitKind::Executable
                              ? link::linkProgram(job)
                              : link::joinObjects(options.target, job.objects, job.output))
    return fail(std::move(error));
  return readFile(output);
}

static Buffer bufferOf(codegen::ObjectBytes bytes) {
  return std::make_unique<llvm::SmallVectorMemoryBuffer>(std::move(bytes), /*RequiresNullTerminator=*/false);
}

/// All of the program as one text, to be read.
static Buffer emitText(llvm::Module &module, EmitKind kind, const codegen::EmitOptions &options) {
  codegen::optimizeModule(module, options);
  auto bytes = codegen::emitModule(
      module, kind == EmitKind::Llvm ? codegen::Emit::LlvmText : codegen::Emit::Assembly, options);
  return bytes ? bufferOf(std::move(*bytes)) : fail(bytes.takeError());
}

static Buffer printPy(const Program &program, const CompileOptions &compile, Diagnostics &diagnostics) {
  std::string text;
  llvm::raw_string_ostream stream(text);
  bool good = printProgram(program, compile, stream, diagnostics);
  return reportDiagnostics(diagnostics) && good ? llvm::MemoryBuffer::getMemBufferCopy(text) : nullptr;
}

static Buffer compileArtefact(const Program &program, const Options &options, const Resources &resources,
                              std::string *explanation, Diagnostics &diagnostics) {
  CompileOptions compile;
  compile.typeHints = options.typeHints;
  compile.explain = explanation ? options.explain : ExplainFormat::None;
  compile.explanation = explanation;
  compile.target = options.target;
  compile.profile = options.profile;
  compile.relocation = options.emit == EmitKind::Jit ? llvm::Reloc::PIC_ : llvm::Reloc::Static;
  if (options.emit == EmitKind::Py)
    return printPy(program, compile, diagnostics);
  llvm::LLVMContext context;
  auto module = compileProgram(program, compile, context, diagnostics);
  if (!reportDiagnostics(diagnostics) || !module)
    return nullptr;
  std::string runtime;
  if ((options.emit == EmitKind::Executable || options.emit == EmitKind::Object) &&
      options.profile == codegen::Profile::Release) {
    auto pruned = pruneRuntime(*module, findReachableNames(program),
                               resources.targetLibraries(options.target, options.runtimeFlavour) + "/libmolt_runtime.a");
    if (!pruned)
      return fail(pruned.takeError());
    runtime = std::move(*pruned);
  }
  codegen::EmitOptions emit{options.target, options.profile, compile.relocation};
  if (options.emit == EmitKind::Assembly || options.emit == EmitKind::Llvm)
    return emitText(*module, options.emit, emit);
  auto objects = codegen::emitObjects(*module, emit);
  if (!objects)
    return fail(objects.takeError());
  if (options.emit != EmitKind::Executable && objects->size() == 1)
    return bufferOf(std::move(objects->front()));
  return linkObjects(*objects, runtime, options, resources);
}

Buffer buildArtefact(const Options &options, const Resources &resources, std::string *explanation) {
  BuildCache cache = BuildCache::open();
  std::string request = requestOf(options, resources);
  bool isExplaining = explanation && options.explain != ExplainFormat::None;
  if (Buffer known = isExplaining ? nullptr : cache.find(request)) // the cache has no explanations
    return known;
  Diagnostics diagnostics;
  Program program = loadFor(options, resources, diagnostics);
  if (!reportDiagnostics(diagnostics))
    return nullptr;
  Buffer artefact = compileArtefact(program, options, resources, explanation, diagnostics);
  if (artefact)
    cache.store(request, program, artefact->getBuffer());
  return artefact;
}

} // namespace molt::driver
