"""Locks, for programs of one thread."""

def get_ident() -> int64: """The number of this thread."""
def get_native_id() -> int64: """The number that the system has for this thread."""
def allocate_lock(): """A new lock."""
def allocate(): """A new lock."""
@style("positional")
def start_new_thread(function, args, kwargs=None, /): """Threads cannot be started."""
@style("positional")
def start_new(function, args, kwargs=None, /): """Threads cannot be started."""
def start_joinable_thread(function, handle=None, daemon: bool = True): """Threads cannot be started."""
def daemon_threads_allowed() -> bool: """Whether threads may be daemons."""
def _count() -> int64: """How many threads there are besides the main one."""
def _get_main_thread_ident() -> int64: """The number of the main thread."""
def _is_main_interpreter() -> bool: """True."""
def exit(): """Raises SystemExit."""
def exit_thread(): """Raises SystemExit."""
def stack_size(size: int64 = 0, /) -> int64: """The size of threads' stacks: the default one."""

@name("lock")
@struct("ThreadLock")
class thread_lock:
    """A lock that is not bound to a thread."""
    @style("positional")
    def __new__(cls): ...
    def acquire(self, blocking: bool = True, timeout=-1) -> bool: """Locks, and says whether that was done."""
    def release(self) -> None: """Unlocks."""
    def locked(self) -> bool: """Whether it is locked."""
    def acquire_lock(self, blocking: bool = True, timeout=-1) -> bool: """acquire()."""
    def release_lock(self) -> None: """release()."""
    def locked_lock(self) -> bool: """locked()."""
    def __enter__(self) -> bool: """acquire()."""
    def __exit__(self, *exc_info) -> None: """release()."""

@name("RLock")
@struct("ThreadRLock")
class thread_rlock:
    """A lock that its thread can lock several times."""
    def __new__(cls, *args, **kwargs): ...
    def acquire(self, blocking: bool = True, timeout=-1) -> bool: """Locks once more."""
    def release(self) -> None: """Takes one lock back."""
    def locked(self) -> bool: """Whether it is locked."""
    def _is_owned(self) -> bool: """Whether this thread has locked it."""
    def _recursion_count(self) -> int64: """How often this thread has locked it."""
    def _release_save(self): """Unlocks wholly; gives what _acquire_restore() takes."""
    def _acquire_restore(self, state, /) -> None: """Locks as before _release_save()."""
    def __enter__(self) -> bool: """acquire()."""
    def __exit__(self, *exc_info) -> None: """release()."""
