// The start and the end of a program.
//
// The end, in CPython's order: flush; drop sys.modules; collect, so that finalizers run while the
// globals they use are whole; clear what modules are still referenced; clear sys and builtins.
// Where nothing of that could be seen, the objects are left to the system.
#include "runtime/core/native_stack.h"
#include "runtime/core/collector.h"
#include "runtime/core/containers.h"
#include "runtime/core/exception.h"
#include "runtime/core/str_literal.h"
#include "runtime/io/file.h"
#include "runtime/modules/import.h"
#include "runtime/modules/program.h"
#include "runtime/modules/uncaught.h"
#include "runtime/types/dict.h"
#include "runtime/types/module.h"
#include "runtime/types/text_state.h"

#include <cstdlib>
#include <unistd.h>
#ifndef __wasm__
#include <csignal>
#include <sys/time.h>
#endif

namespace molt {

namespace {

#ifndef __wasm__
// Ctrl-C: the next check of the native stack fails and finds `interrupted`. A loop without calls never
// looks: a second Ctrl-C, or half a second's wait, then ends the process. The first alarm only breaks off a
// system call that began after the signal.
void startAlarm(int milliseconds) {
  itimerval timer = {};
  timer.it_value.tv_usec = milliseconds * 1000;
  setitimer(ITIMER_REAL, &timer, nullptr);
}
void onAlarm(int) {
  Runtime *current = currentRuntimePointer;
  if (!current || !current->interrupted)
    return;
  if (!current->signalsPending) {
    current->signalsPending = true;
    startAlarm(500);
    return;
  }
  static constexpr char kText[] = "KeyboardInterrupt\n";
  (void)!write(2, kText, sizeof kText - 1);
  std::signal(SIGINT, SIG_DFL);
  std::raise(SIGINT);
}
void onInterrupt(int) {
  Runtime *current = currentRuntimePointer;
  if (!current || current->interrupted) {
    std::signal(SIGINT, SIG_DFL);
    std::raise(SIGINT);
    return;
  }
  current->interrupted = true;
  current->stackLimit = UINTPTR_MAX;
  current->callLimit = 0;
  current->wanted = 1;
  current->signalsPending = false;
  startAlarm(20);
}

void installSignals() {
  struct sigaction action = {};
  action.sa_handler = onInterrupt;
  sigemptyset(&action.sa_mask);
  struct sigaction present = {};
  if (sigaction(SIGINT, nullptr, &present) == 0 && present.sa_handler != SIG_IGN)
    sigaction(SIGINT, &action, nullptr);
  action.sa_handler = onAlarm;
  sigaction(SIGALRM, &action, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
}

[[noreturn]] void dieOfInterrupt() {
  std::signal(SIGINT, SIG_DFL);
  kill(getpid(), SIGINT);
  std::_Exit(130);
}
#endif

Borrowed<Dict> modules() { return Borrowed<Dict>(runtime().modules.get()); }

Dict *takeDict(Owned<Dict> dict) { return static_cast<Dict *>(dict.intoValue().asObject()); }

void saveArguments(int count, char **arguments, const ProgramCode *program) {
  ProgramArguments &saved = programArguments();
  saved.count = count;
  saved.values = arguments;
  runtime().program = program;
  runtime().pythonMinor = program->pythonMinor;
  if (program->moduleCount)
    runtime().importedModules = static_cast<bool *>(std::calloc(program->moduleCount, sizeof(bool)));
  if (program->knownClassCount)
    runtime().knownClasses = static_cast<Ptr<Type> *>(std::calloc(program->knownClassCount, sizeof(Ptr<Type>)));
  if (program->knownMethodCount)
    runtime().knownMethods = static_cast<Value *>(std::calloc(program->knownMethodCount, sizeof(Value)));
}

// builtins, then sys.
Result<void> makeFirstModules_py() {
  runtime().modules = takeDict(makeDict());
  bool found;
  Owned<Module> builtins = TRY(makeNativeModule_py("builtins"_str, &found));
  runtime().builtins = takeDict(Owned<Dict>::retain(Borrowed<Dict>(builtins->dict.get())));
  runtime().lengthFunction = Owned<>::retain(dictFindName(Borrowed<Dict>(runtime().builtins.get()), "len"_str)).intoValue();
  Owned<Module> sys = TRY(makeNativeModule_py("sys"_str, &found));
  return {};
}

// ---- The end ----------------------------------------------------------------------------------------

// False when stdout could not be written.
bool flushStandardFiles_py() {
  bool good = true;
  Borrowed<> out = standardFile("stdout"_str);
  if (out && flushFile_py(Owned<>::retain(out)).raised()) {
    // A closed file is none of our business.
    bool open = true;
    if (isTextFile(out)) {
      Borrowed<BinaryFile> buffer(out.as<TextFile>()->buffer);
      open = !buffer || !buffer->closed;
    }
    if (!open) {
      clearPending();
    } else {
      writeIgnored_py(runtime().pythonMinor >= 14 ? "while flushing sys.stdout" : "on flushing sys.stdout",
                      runtime().pythonMinor >= 13 ? Borrowed<>() : out);
      if (isTextFile(out)) {
        out.as<TextFile>()->pending.clear();
        if (!out.as<TextFile>()->buffer.isNull())
          Borrowed<BinaryFile>(out.as<TextFile>()->buffer)->output.clear();
      }
      good = false;
    }
  }
  Borrowed<> err = standardFile("stderr"_str);
  if (err && flushFile_py(Owned<>::retain(err)).raised())
    clearPending();
  return good;
}

struct ModuleList {
  Module *found[256];
  unsigned count = 0;
};
void noteModule(Object *object, void *context) {
  auto *list = static_cast<ModuleList *>(context);
  if (isSubtype(object->type, &molt_type_module) && list->count < 256)
    list->found[list->count++] = static_cast<Module *>(object);
}

void dropModules_py() {
  Owned<> builtins = Owned<>::retain(dictFindName(modules(), "builtins"_str));
  Owned<> sys = Owned<>::retain(dictFindName(modules(), "sys"_str));
  Owned<Dict> present = dictCopy(modules());
  dictClear(modules());
  if (builtins)
    dictSetName(modules(), "builtins"_str, builtins);
  if (sys)
    dictSetName(modules(), "sys"_str, sys);
  // Modules go one after the other, in the order of their imports.
  uint64_t position = 0;
  Borrowed<> key, value;
  while (dictNext(present, &position, &key, &value))
    if (isStr(key))
      dictSetName(present, key.as<Str>(), none());
  present = Owned<Dict>();
  while (collectCycles_py()) {
  }
  ModuleList alive;
  forEachLiveObject(noteModule, &alive);
  for (unsigned i = 0; i < alive.count; ++i)
    retain(Value::fromObject(alive.found[i]));
  for (unsigned i = 0; i < alive.count; ++i) {
    Owned<Module> module = Owned<Module>::steal(alive.found[i]);
    if (module.value() != builtins.value() && module.value() != sys.value() && module->dict)
      clearModuleDict(Borrowed<Dict>(module->dict.get()));
  }
  while (collectCycles_py()) {
  }
}

void clearLastModules_py() {
  for (Borrowed<Str> name : {"sys"_str, "builtins"_str}) {
    Owned<> module = Owned<>::retain(dictFindName(modules(), name));
    if (module && isExactly(module, molt_type_module))
      clearModuleDict(Borrowed<Dict>(module.borrow().as<Module>()->dict.get()));
  }
  dictClear(modules());
}

// ---- Leaks ------------------------------------------------------------------------------------------

struct LeakTable {
  struct Row {
    const Type *type;
    uint64_t count;
  };
  Row rows[64];
  unsigned used = 0;
};
void countLeak(Object *object, void *context) {
  auto *table = static_cast<LeakTable *>(context);
  const Type *type = object->type;
  for (unsigned i = 0; i < table->used; ++i)
    if (table->rows[i].type == type) {
      ++table->rows[i].count;
      return;
    }
  if (table->used < 64)
    table->rows[table->used++] = {type, 1};
}

// The runtime's own files are gone by then.
void writeLine(const ByteBuffer &line) { (void)!write(2, line.data(), line.size()); }

// The types of what is alive, while it can still be read.
void printLiveTypes() {
  LeakTable table;
  forEachLiveObject(countLeak, &table);
  for (unsigned i = 0; i < table.used; ++i) {
    ByteBuffer line;
    line.append("molt: leak:   ");
    line.appendDecimal(static_cast<int64_t>(table.rows[i].count));
    line.append(' ');
    line.append(table.rows[i].type->name);
    line.append('\n');
    writeLine(line);
  }
}

// Whether somebody could see that the object ends: it has a finalizer that has not run, or is a file with something to write.
bool showsItsEnd(Object *object) {
  Borrowed<> value(Value::fromObject(object));
  if (isSubtype(object->type, &molt_type_TextIOWrapper))
    return !static_cast<TextFile *>(object)->pending.empty();
  if (isBinaryFile(value))
    return !static_cast<BinaryFile *>(object)->output.empty();
  return object->flags & kHasWeakrefs || (object->type->finalize && !(object->flags & kFinalized));
}

bool canLeaveObjects() {
  if (!runtime().mayShowEnds)
    return true;
  bool anyShows = false;
  forEachLiveObject([](Object *object, void *shows) { *static_cast<bool *>(shows) |= showsItsEnd(object); }, &anyShows);
  return !anyShows;
}

} // namespace

ProgramArguments &programArguments() {
  static constinit thread_local ProgramArguments arguments;
  return arguments;
}

// CPython's exit code where stdout could not be written.
constexpr int kNotFlushed = 120;

int finishProgram_py(int code) {
  bool good = flushStandardFiles_py();
  const char *check = std::getenv("MOLT_LEAK_CHECK");
  bool wanted = check && check[0] == '1';
  if (!wanted && canLeaveObjects())
    return good || code != 0 ? code : kNotFlushed;
  runtime().finalizing = true;
  dropModules_py();
  // Once more for what finalizers printed; a file that fails is reported once.
  if (good)
    good = flushStandardFiles_py();
  if (!good && code == 0)
    code = kNotFlushed;
  setField(runtime().handled, {});
  clearLastModules_py();
  clearPending();
  releaseIoState(runtime());
  releaseExceptionState(runtime());
  destroyTextState(runtime());
  uint64_t leaked = destroyRuntime(currentRuntimePointer, wanted ? printLiveTypes : nullptr);
  if (wanted && leaked) {
    ByteBuffer line;
    line.append("molt: leak: ");
    line.appendDecimal(static_cast<int64_t>(leaked));
    line.append(" objects\n");
    writeLine(line);
    return 86;
  }
  return code;
}

namespace {

struct StartArguments {
  int32_t count;
  char **values;
  const ProgramCode *program;
};

int32_t runProgram(void *context, uintptr_t lowestStackAddress) {
  auto *given = static_cast<StartArguments *>(context);
  createRuntime(lowestStackAddress);
  saveArguments(given->count, given->values, given->program);
#ifndef __wasm__
  installSignals();
#endif
  int code = 0;
  if (makeFirstModules_py().raised() || runMain_py(given->program->modules[0].get()).raised())
    code = handleUncaught_py();
  bool interrupted = code == kKilledByInterrupt;
  code = finishProgram_py(interrupted ? 130 : code);
#ifndef __wasm__
  if (interrupted && code != 86)
    dieOfInterrupt();
#endif
  return code;
}

} // namespace

extern "C" int32_t molt_main(int32_t argumentCount, char **arguments, const ProgramCode *program) {
  StartArguments given{argumentCount, arguments, program};
  return runOnLargeStack(runProgram, &given);
}

} // namespace molt
