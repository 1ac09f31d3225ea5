// Runs a command and writes what it used to file descriptor 3: seconds of wall-clock time, seconds
// of processor time, and peak memory in KB. It is small because Linux counts the memory of the
// process that starts another as the other's own peak: started from Python, no program would seem
// to need less than Python itself.
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec * 1e-9;
}

static double seconds(struct timeval time) {
  return time.tv_sec + time.tv_usec * 1e-6;
}

int main(int argc, char **argv) {
  if (argc < 2)
    return 2;
  fcntl(3, F_SETFD, FD_CLOEXEC);
  double started = now();
  pid_t child = fork();
  if (child == 0) {
    execvp(argv[1], argv + 1);
    fprintf(stderr, "%s: %s\n", argv[1], strerror(errno));
    _exit(127);
  }
  int status;
  struct rusage usage;
  if (child < 0 || wait4(child, &status, 0, &usage) != child)
    return 2;
  dprintf(3, "%.6f %.6f %ld\n", now() - started, seconds(usage.ru_utime) + seconds(usage.ru_stime),
          usage.ru_maxrss);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
