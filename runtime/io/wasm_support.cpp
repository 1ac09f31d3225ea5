// What WebAssembly programs need below the C library.
#ifdef __wasm__
#include <cerrno>
#include <cstdint>

namespace {

constexpr uintptr_t kWasmPage = 65536, kSmallestStep = uintptr_t{16} << 20;
uintptr_t heapEnd = 0; // belongs to the memory, as __heap_base does, and not to a runtime

uintptr_t memorySize() { return __builtin_wasm_memory_size(0) * kWasmPage; }
bool growMemory(uintptr_t bytes) {
  return __builtin_wasm_memory_grow(0, (bytes + kWasmPage - 1) / kWasmPage) != ~size_t{0};
}

} // namespace

extern "C" {
// In place of wasi-libc's, which grows the memory by what malloc asks for, mostly 64 KB; each time the engine gives its
// users a new view of the memory. Half as much again each time costs nothing, as untouched pages do.
void *sbrk(intptr_t increment) {
  if (!heapEnd)
    heapEnd = memorySize();
  uintptr_t start = heapEnd, size = memorySize();
  if (increment < 0 || start + static_cast<uintptr_t>(increment) < start) {
    errno = ENOMEM;
    return reinterpret_cast<void *>(-1);
  }
  uintptr_t end = start + static_cast<uintptr_t>(increment);
  if (end > size) {
    uintptr_t needed = end - size, wanted = size / 2 > kSmallestStep ? size / 2 : kSmallestStep;
    if (!(wanted > needed && growMemory(wanted)) && !growMemory(needed)) {
      errno = ENOMEM;
      return reinterpret_cast<void *>(-1);
    }
  }
  heapEnd = end;
  return reinterpret_cast<void *>(start);
}

// What Debian's compiler-rt for wasm32 was compiled to expect and wasi-libc does not have: the stack protector's guard.
uintptr_t __stack_chk_guard = 0x5bd1e995;
[[noreturn]] void __stack_chk_fail() { __builtin_trap(); }
}
#endif
