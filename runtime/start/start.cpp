// main() of a compiled program: hands the program that the compiler generated to the runtime.
#include "abi/entry_points.h"

extern "C" const molt::ProgramCode molt_program;

int main(int argumentCount, char **arguments) {
  return molt::molt_main(argumentCount, arguments, &molt_program);
}

#if defined(__x86_64__) && !__has_feature(address_sanitizer)
// glibc's functions name the unwinder in their cancellation handlers. No Molt program is unwound (exceptions are return
// values, threads are not cancelled), so these take the place of libgcc's 25 KB.
extern "C" {
[[noreturn]] void _Unwind_Resume(void *) { __builtin_trap(); }
[[noreturn]] void _Unwind_Backtrace(void *, void *) { __builtin_trap(); }
int __gcc_personality_v0(...) { __builtin_trap(); }
}
#endif
