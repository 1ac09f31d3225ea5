// The Runtime: all mutable state of one running Python program. It is reached through a thread-local;
// there are no other mutable globals, so several runtimes can live in one process.
//
// Rules
//   1. Static objects (Type, Str literals, MethodDef tables) are constant-initialised and immutable.
//      What Python can observe to change about them (a static type's dict, its subclasses) is kept
//      here, in `types`.
//   2. A collection of cycles runs at safe points only (calls, iteration steps), never inside an
//      allocation: allocating does not run Python code.
#pragma once

#include "abi/entry_points.h"
#include "runtime/core/allocate.h"
#include "runtime/core/type.h"

namespace molt {

struct IoState;        // runtime/io
struct ImportState;    // modules, sys
struct ExceptionState; // tracebacks, the MemoryError and RecursionError kept in reserve
struct TextState;      // caches of the string and number types
struct ContainerState; // caches of list, dict, ...
struct ReprFrame;
struct TypeTable;
struct InternTable;
struct MethodCache;
struct WeakTable;
struct Collector;

struct Runtime : RuntimeEvents {
  // ---- Hot: what calls and raising touch -------------------------------------------------------
  Value pending;      // the exception instance that is being raised; null: none
  Value handled;      // what sys.exc_info() shows; null: nothing
  // What the caller of the innermost running generator is handling: `handled` inside a generator
  // falls back to it. Borrowed from that caller.
  Value outerHandled;
  // The value of the StopIteration that an Exhausted stands for, when it is not None. A `next` slot
  // may set it as it returns Exhausted; iteratorNext_py drops it, iteratorNextOrValue_py hands it out.
  Value stopValue;
  // A generator that has just ended or raised below the one that delegates to it and is resumed for that: molt_delegate_py
  // finds what came of it here, `delegateError` null for an end. See resumeChain_py.
  Object *endedDelegate = nullptr;
  Value delegateError;
  uint32_t depthLimit = 1000; // change it with setDepthLimit
  uint32_t safeDepth = 0;     // so many calls of compiled functions fit the stack, whatever native recursion they are in
  uintptr_t stackTop = 0;         // where the program began
  uintptr_t nativeStackLimit = 0; // what stackLimit is otherwise
  uint32_t engineStack = 0; // wasm: what NativeSteps take of the engine's stack, in bytes
  bool collectionWanted = false;   // looked at by safePoint(); set it with wantCollection
  bool finalizing = false;         // the runtime is being torn down
  volatile bool interrupted = false; // set by the signal handler; cleared by endInterrupt
  bool signalsPending = false;     // the alarm after an interrupt has gone off once
  bool mayShowEnds = false;        // an object with a finalizer, or a file, may have been made

  Allocator allocator;

  // ---- Names and modules ------------------------------------------------------------------------
  Ptr<Dict> modules;  // sys.modules
  Ptr<Module> watchedModules; // known_globals.h
  Ptr<List> keptValues;       // likewise; to the end
  Ptr<bool> importedModules;  // by their numbers in ProgramCode: whether there has been one
  Ptr<const ProgramCode> program;
  uint32_t pythonMinor = 14;

  // ---- Owned by their authors: created on first use or by createRuntime, freed by destroyRuntime -
  MethodCache *methodCache = nullptr;
  TypeTable *types = nullptr;
  InternTable *interned = nullptr;
  WeakTable *weak = nullptr;
  Collector *collector = nullptr;
  ReprFrame *reprFrames = nullptr;
  IoState *io = nullptr;
  ImportState *imports = nullptr;
  ExceptionState *exceptions = nullptr;
  TextState *text = nullptr;
  ContainerState *containers = nullptr;

  uint32_t nextTypeVersion = kFirstHeapTypeVersion;
  uint32_t nextNan = 0; // identities of the NaNs that float() makes
  uint64_t nextKeysVersion = 0; // of dicts
  uint64_t abcRegistrations = 0; // how often register() of an abstract base class has changed something
  // Objects waiting for destruction while the destroy nesting is at its limit (the trashcan).
  Object **trash = nullptr;
  size_t trashCount = 0;
  size_t trashCapacity = 0;
  uint32_t destroyNesting = 0;

  // Compiled code compares the depth with callLimit alone, and looks at `wanted` in its loops. Calls that are deeper than
  // safeDepth go through the runtime, which looks at the stack itself.
  void updateCallLimit() {
    callLimit = collectionWanted ? 0 : depthLimit < safeDepth ? depthLimit : safeDepth;
    if (interrupted) // the signal may come at any moment
      callLimit = 0;
  }
  void setDepthLimit(uint32_t limit) {
    depthLimit = limit;
    updateCallLimit();
  }
  void wantCollection() {
    collectionWanted = true;
    callLimit = 0;
    wanted = 1;
  }
  void stopWantingCollection() {
    collectionWanted = false;
    updateCallLimit();
  }
  void endInterrupt() {
    interrupted = false;
    stackLimit = nativeStackLimit;
    updateCallLimit();
  }
};

// The runtime is always part of the executable, never of a shared library.
[[gnu::tls_model("local-exec")]] extern thread_local constinit Runtime *currentRuntimePointer;

// The calling thread's runtime. Precondition: one is current.
inline Runtime &runtime() { return *currentRuntimePointer; }

// Makes a runtime and makes it current on this thread. Types and singletons work at once; modules
// (builtins, sys) are added by the program's start.
// lowestStackAddress: where this thread's stack ends; 0: where the system says.
Runtime *createRuntime(uintptr_t lowestStackAddress = 0);
// Drops the caches and the interned strings, collects, and frees the runtime. Objects that are still
// alive then are leaks: their number is returned.
// beforeFreeing (may be null) runs when there are some, while they can still be read.
uint64_t destroyRuntime(Runtime *runtime, void (*beforeFreeing)() = nullptr);

// Objects alive now (immortal static ones do not count).
uint64_t liveObjectCount();
// Calls report for each type that has live objects.
void forEachLiveObject(void (*report)(Object *object, void *context), void *context);

// ---- Interned strings -------------------------------------------------------------------------
// The canonical str with that content, kept alive by the runtime. Identity is only ever a shortcut:
// compiled code and the runtime's literals may hold equal strings at other addresses.
Borrowed<Str> intern(Borrowed<Str> string);
Borrowed<Str> internText(const char *text);
Borrowed<Str> internText(const char *text, size_t size);

// ---- Recursion --------------------------------------------------------------------------------
// Guards native recursion (repr of nested lists, comparing, ...): raises RecursionError when the
// native stack runs low. where: " while calling a Python object" or the like, or "".
[[nodiscard]] inline bool stackIsLow() {
  return reinterpret_cast<uintptr_t>(__builtin_frame_address(0)) < runtime().stackLimit;
}
Raised raiseRecursion(const char *where);
#ifdef __wasm__
// The engine's own stack cannot be seen from inside, and overflowing it ends the program. So what is on
// it is reckoned: measured bytes for a Python call, and for each native step of a recursion (NativeStep)
// at most what it was seen to take. Engines give about 1 MB.
inline constexpr uint32_t kEngineStack = 900 * 1000, kEngineStackOfPythonCall = 480;
struct NativeStep {
  uint32_t bytes;
  explicit NativeStep(uint32_t bytes) : bytes(bytes) { runtime().engineStack += bytes; }
  NativeStep(const NativeStep &) = delete;
  ~NativeStep() { runtime().engineStack -= bytes; }
};
[[nodiscard]] inline bool nativeRecursionIsDeep() {
  Runtime &current = runtime();
  return stackIsLow() ||
         current.engineStack + current.depth * kEngineStackOfPythonCall > kEngineStack;
}
[[nodiscard]] inline bool pythonRecursionIsDeep() { return nativeRecursionIsDeep(); }
#else
struct [[maybe_unused]] NativeStep {
  explicit constexpr NativeStep(uint32_t) {}
};
// Native recursion may use kNativeStack beside what the Python calls around it take.
inline constexpr uint64_t kNativeStack = 8 * 1024 * 1024, kStackOfPythonCall = 16 * 1024;
[[nodiscard]] inline bool nativeRecursionIsDeep() {
  Runtime &current = runtime();
  auto here = reinterpret_cast<uintptr_t>(__builtin_frame_address(0));
  return here < current.stackLimit ||
         current.stackTop - here > kNativeStack + kStackOfPythonCall * current.depth;
}
[[nodiscard]] inline bool pythonRecursionIsDeep() { return stackIsLow(); }
#endif
// A stack of that size holds so many calls of compiled functions and the native recursion between them. The frames of
// compiled functions are smaller than what is reckoned here by far.
uint32_t safeDepthOf(uintptr_t stackSize);
inline Result<void> checkStack(const char *where) {
  if (__builtin_expect(nativeRecursionIsDeep(), 0))
    return raiseRecursion(where);
  return {};
}

// Detects an object whose repr is already being made further out ("[...]").
//   ReprGuard guard(self); if (guard.nested()) return "[...]";
struct ReprFrame {
  Object *object;
  ReprFrame *outer;
};
class ReprGuard {
  ReprFrame frame_;
  bool nested_ = false;

public:
  explicit ReprGuard(Borrowed<> object) : frame_{object.value().asObject(), runtime().reprFrames} {
    for (ReprFrame *frame = frame_.outer; frame; frame = frame->outer)
      nested_ |= frame->object == frame_.object;
    runtime().reprFrames = &frame_;
  }
  ReprGuard(const ReprGuard &) = delete;
  ~ReprGuard() { runtime().reprFrames = frame_.outer; }
  bool nested() const { return nested_; }
};

// ---- Safe points ------------------------------------------------------------------------------
void runSafePoint_py(); // collects cycles when the collector asked for it
inline void safePoint_py() {
  if (__builtin_expect(runtime().collectionWanted, 0))
    runSafePoint_py();
}

// ---- Weak references (see weak_references.h) --------------------------------------------------
// Called when an object with kHasWeakrefs is about to be destroyed or cleared: kills its references
// and runs their callbacks.
void clearWeakReferences_py(Object *object);
// The same of all that are garbage together; some may have none.
void clearWeakReferences_py(Object *const *objects, uint64_t count);
// What __weakref__ shows: the first reference, or None.
Owned<> shownWeakReference(Object *object);

} // namespace molt
