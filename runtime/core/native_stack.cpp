// Switching to a large stack. Its pages cost nothing until they are used; the lowest one is a guard.

#include "runtime/core/native_stack.h"

#if defined(__linux__) && defined(__x86_64__)
#include <sys/mman.h>
#endif

namespace molt {

#if defined(__linux__) && defined(__x86_64__)

namespace {

constexpr uint64_t kSizes[] = {uint64_t{1} << 30, uint64_t{1} << 27};
constexpr uint64_t kGuardSize = 64 * 1024;

struct Job {
  int32_t (*body)(void *context, uintptr_t lowest);
  void *context;
  uintptr_t lowest;
};
int32_t runJob(Job *job) { return job->body(job->context, job->lowest); }

// Everything that a call may change is named, so that nothing of the caller lives in a register.
[[gnu::noinline]] int32_t callOn(void *top, Job *job) {
  int32_t result;
  asm volatile("movq %%rsp, %%rbx\n\t"
               "movq %[top], %%rsp\n\t"
               "callq *%[function]\n\t"
               "movq %%rbx, %%rsp"
               : "=a"(result), "+D"(job)
               : [top] "r"(top), [function] "r"(runJob)
               : "rbx", "rcx", "rdx", "rsi", "r8", "r9", "r10", "r11", "cc", "memory", "xmm0", "xmm1",
                 "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8", "xmm9", "xmm10", "xmm11",
                 "xmm12", "xmm13", "xmm14", "xmm15");
  return result;
}

} // namespace

int32_t runOnLargeStack(int32_t (*body)(void *context, uintptr_t lowest), void *context) {
  for (uint64_t size : kSizes) {
    void *memory = mmap(nullptr, size, PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
    if (memory == MAP_FAILED)
      continue;
    mprotect(memory, kGuardSize, PROT_NONE);
    auto lowest = reinterpret_cast<uintptr_t>(memory) + kGuardSize;
    Job job{body, context, lowest};
    int32_t result = callOn(static_cast<unsigned char *>(memory) + size, &job);
    munmap(memory, size);
    return result;
  }
  return body(context, 0);
}

#else

int32_t runOnLargeStack(int32_t (*body)(void *context, uintptr_t lowest), void *context) {
  return body(context, 0);
}

#endif

} // namespace molt
