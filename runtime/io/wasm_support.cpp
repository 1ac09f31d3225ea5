// What Debian's compiler-rt for wasm32 was compiled to expect and wasi-libc does not have: the stack
// protector's guard.
#ifdef __wasm__
#include <cstdint>

extern "C" {
uintptr_t __stack_chk_guard = 0x5bd1e995;
[[noreturn]] void __stack_chk_fail() { __builtin_trap(); }
}
#endif
