// The module `_thread`, for programs of one thread: locks lock, and what would start a thread says that it cannot. Who waits
// for a lock that is taken waits for ever, or for the time that was given, since nobody can release it meanwhile.
#include "runtime/modules/_thread.gen.h"

#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"
#include "runtime/modules/native_module.h"
#include "runtime/modules/time.gen.h"
#include "runtime/types/tuple.h"

#ifndef __wasm__
#include <pthread.h>
#include <unistd.h>
#endif

namespace molt {

struct ThreadLock : Object {
  bool isLocked;
};
struct ThreadRLock : Object {
  uint64_t count;
};

extern "C" {
extern Type molt_type_thread_lock, molt_type_thread_rlock;
}

namespace {

constexpr double kLongestTimeout = 9223372036.0; // seconds, in nanoseconds an int64

int64_t threadNumber() {
#ifdef __wasm__
  return 1;
#else
  return static_cast<int64_t>(reinterpret_cast<uintptr_t>(pthread_self()));
#endif
}

// How long to wait: 0 for not at all, below it for ever.
Result<double> waitingTime_py(bool blocking, Borrowed<> timeout) {
  const NumberSlots *slots = typeOf(timeout)->number;
  if (!timeout.value().isDouble() && (!slots || !slots->index))
    return raise(TypeError,
                 runtime().pythonMinor >= 14 ? "'%T' object cannot be interpreted as an integer or float"
                                             : "'%T' object cannot be interpreted as an integer",
                 timeout);
  double seconds = TRY(toDouble_py(timeout));
  if (!blocking && seconds != -1)
    return raise(ValueError, "can't specify a timeout for a non-blocking call");
  if (seconds < 0 && seconds != -1)
    return raise(ValueError, "timeout value must be a non-negative number");
  if (seconds > kLongestTimeout)
    return raise(OverflowError, "timeout value is too large");
  return blocking ? seconds : 0;
}

// Waits for what cannot happen. Ends by the timeout, or by an interrupt.
Result<bool> waitInVain_py(double seconds) {
  if (seconds == 0)
    return false;
  do
    TRY(time_sleep(Borrowed<>(Value::fromDouble(seconds < 0 ? 3600 : seconds))));
  while (seconds < 0);
  return false;
}

Owned<> newLock() { return allocate<ThreadLock>(molt_type_thread_lock); }

Raised raiseExit_py() {
  Result<Owned<>> exit = call_py(Borrowed<>(Value::fromObject(&SystemExit)), nullptr, 0);
  return exit.raised() ? Raised{} : raiseInstance(exit.take());
}

Raised raiseNoThreads() { return raise(RuntimeError, "can't start new thread: threads are not supported by Molt yet"); }

Result<Owned<Str>> reprLock(Borrowed<> object) {
  return formatStr("<%s _thread.lock object at 0x%x>", object.as<ThreadLock>()->isLocked ? "locked" : "unlocked",
                   static_cast<uint64_t>(reinterpret_cast<uintptr_t>(object.value().asObject())));
}
Result<Owned<Str>> reprRLock(Borrowed<> object) {
  uint64_t count = object.as<ThreadRLock>()->count;
  return formatStr("<%s %T object owner=%d count=%zu at 0x%x>", count ? "locked" : "unlocked", object,
                   count ? threadNumber() : 0, count,
                   static_cast<uint64_t>(reinterpret_cast<uintptr_t>(object.value().asObject())));
}

Result<void> setUp(Borrowed<Module>, Borrowed<Dict> dict) {
  dictSetName(dict, "LockType"_str, Borrowed<>(Value::fromObject(&molt_type_thread_lock)));
  dictSetName(dict, "error"_str, Borrowed<>(Value::fromObject(&RuntimeError)));
  dictSetName(dict, "TIMEOUT_MAX"_str, Borrowed<>(Value::fromDouble(kLongestTimeout)));
  return {};
}

} // namespace

const NativeModule nativeModule__thread{
    .name = "_thread", .functions = _thread_functions, .setUp = setUp, .doc = _thread_doc, .types = _thread_types};

Result<int64_t> _thread_get_ident() { return threadNumber(); }
Result<int64_t> _thread__get_main_thread_ident() { return threadNumber(); }
Result<int64_t> _thread_get_native_id() {
#ifdef __wasm__
  return int64_t{1};
#else
  return int64_t{getpid()};
#endif
}
Result<Owned<>> _thread_allocate_lock() { return newLock(); }
Result<Owned<>> _thread_allocate() { return newLock(); }
Result<Owned<>> _thread_start_new_thread(Borrowed<>, Borrowed<>, Borrowed<>) { return raiseNoThreads(); }
Result<Owned<>> _thread_start_new(Borrowed<>, Borrowed<>, Borrowed<>) { return raiseNoThreads(); }
Result<Owned<>> _thread_start_joinable_thread(Borrowed<>, Borrowed<>, bool) { return raiseNoThreads(); }
Result<bool> _thread_daemon_threads_allowed() { return true; }
Result<bool> _thread__is_main_interpreter() { return true; }
Result<int64_t> _thread__count() { return int64_t{0}; }
Result<Owned<>> _thread_exit() { return raiseExit_py(); }
Result<Owned<>> _thread_exit_thread() { return raiseExit_py(); }
Result<int64_t> _thread_stack_size(int64_t size) {
  if (size < 0)
    return raise(ValueError, "size must be 0 or a positive value");
  return int64_t{0};
}

// ---- lock -----------------------------------------------------------------------------------------------

Result<Owned<>> thread_lock_new(Borrowed<Type>) { return newLock(); }
Result<bool> thread_lock_acquire(Borrowed<ThreadLock> self, bool blocking, Borrowed<> timeout) {
  double seconds = TRY(waitingTime_py(blocking, timeout));
  if (self->isLocked)
    return waitInVain_py(seconds);
  return self->isLocked = true;
}
Result<void> thread_lock_release(Borrowed<ThreadLock> self) {
  if (!self->isLocked)
    return raise(RuntimeError, "release unlocked lock");
  self->isLocked = false;
  return {};
}
Result<bool> thread_lock_locked(Borrowed<ThreadLock> self) { return self->isLocked; }
Result<bool> thread_lock_acquire_lock(Borrowed<ThreadLock> self, bool blocking, Borrowed<> timeout) {
  return thread_lock_acquire(self, blocking, timeout);
}
Result<void> thread_lock_release_lock(Borrowed<ThreadLock> self) { return thread_lock_release(self); }
Result<bool> thread_lock_locked_lock(Borrowed<ThreadLock> self) { return self->isLocked; }
Result<bool> thread_lock_enter(Borrowed<ThreadLock> self) {
  return thread_lock_acquire(self, true, Borrowed<>(Value::fromInt(-1)));
}
Result<void> thread_lock_exit(Borrowed<ThreadLock> self, Borrowed<Tuple>) { return thread_lock_release(self); }

// ---- RLock -----------------------------------------------------------------------------------------------

Result<Owned<>> thread_rlock_new(Borrowed<Type> cls, Borrowed<Tuple>, Borrowed<Dict>) {
  return Owned<>(Owned<ThreadRLock>::steal(static_cast<ThreadRLock *>(allocateObject(cls.get(), sizeof(ThreadRLock), 0))));
}
Result<bool> thread_rlock_acquire(Borrowed<ThreadRLock> self, bool blocking, Borrowed<> timeout) {
  TRY(waitingTime_py(blocking, timeout));
  ++self->count;
  return true;
}
Result<void> thread_rlock_release(Borrowed<ThreadRLock> self) {
  if (!self->count)
    return raise(RuntimeError, "cannot release un-acquired lock");
  --self->count;
  return {};
}
Result<bool> thread_rlock_locked(Borrowed<ThreadRLock> self) { return self->count != 0; }
Result<bool> thread_rlock__is_owned(Borrowed<ThreadRLock> self) { return self->count != 0; }
Result<int64_t> thread_rlock__recursion_count(Borrowed<ThreadRLock> self) { return static_cast<int64_t>(self->count); }
Result<Owned<>> thread_rlock__release_save(Borrowed<ThreadRLock> self) {
  if (!self->count)
    return raise(RuntimeError, "cannot release un-acquired lock");
  Owned<> count = makeUnsigned(std::exchange(self->count, 0)), owner = makeInt(threadNumber());
  return makePair(count, owner);
}
Result<void> thread_rlock__acquire_restore(Borrowed<ThreadRLock> self, Borrowed<> state) {
  if (!isTuple(state) || state.as<Tuple>()->length != 2)
    return raise(TypeError, "_acquire_restore() argument 1 must be 2-item tuple, not %T", state);
  int64_t count = TRY(indexToInt64_py(tupleItem(state.as<Tuple>(), 0)));
  self->count = static_cast<uint64_t>(count);
  return {};
}
Result<bool> thread_rlock_enter(Borrowed<ThreadRLock> self) {
  ++self->count;
  return true;
}
Result<void> thread_rlock_exit(Borrowed<ThreadRLock> self, Borrowed<Tuple>) { return thread_rlock_release(self); }

extern "C" {
constinit Type molt_type_thread_lock{TypeSpec{.name = "lock",
                                              .module = "_thread",
                                              .doc = thread_lock_doc,
                                              .size = sizeof(ThreadLock),
                                              .flags = kTypeHasWeakrefs,
                                              .methods = thread_lock_methods,
                                              .repr = reprLock,
                                              .newInstance = thread_lock_new_slot}};
constinit Type molt_type_thread_rlock{TypeSpec{.name = "RLock",
                                               .module = "_thread",
                                               .doc = thread_rlock_doc,
                                               .size = sizeof(ThreadRLock),
                                               .flags = kTypeHasWeakrefs | kTypeBaseAllowed,
                                               .methods = thread_rlock_methods,
                                               .repr = reprRLock,
                                               .newInstance = thread_rlock_new_slot}};
}

} // namespace molt
