// The host of a submission's workers: a small program of ours that has everything loaded and warm that a worker needs,
// and starts each worker by forking.
//
// **A submission's code never runs in it.** The library is opened by the child, after the fork, when the child holds
// nothing of the host's and is confined for good. **One worker at a time:** the next one starts when the last one is
// dead and reaped, with all that it started. So nothing of one worker meets another, neither process, thread, limit,
// nor what can be seen in /proc.
//
// What keeps a jailed worker from its host, which has the same user:
// * The host is the first process of the jail, which the kernel protects from every signal of the jail's. The
//   worker's filter refuses signals, limits and priorities of other processes besides.
// * The host cannot be traced, and its memory not be read or written (PR_SET_DUMPABLE), nor have workers the calls.
// * The worker holds five descriptors: its own streams and pipes. The sockets by which host and suite talk are closed
//   before the library is opened.
// * The host reads nothing that a worker writes. All it learns is how its child ended.
// * A worker can use up its own limits only: those are set in the child, and when the host forks, no worker is alive
//   that could hold the user's processes.
//
// So a jailed host that ends was not ended by its worker, and that is the grader's fault. Without a jail a worker can
// do to its host what it can do to every process of its user.

#define _GNU_SOURCE
#include "csandbox.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

// The function of the library that serves the suite; the compiler gives this name to what is otherwise `main`.
#define ENTRY "GraderEntryPoint_main"

// The socket over which the suite asks for workers.
enum { CONTROL = STDIN_FILENO };

// What a start brings: the worker's input, its output, its standard error, and the host's end of its leash.
enum { INPUT, OUTPUT, ERROR, LEASH, GIVEN };

struct host {
  int count;
  char **arguments;
  const char *library;
  rlim_t processor_seconds, memory_bytes, file_bytes;
  int is_jailed;
  int null;
};

// Ends the host for a reason that its starter reads.
static _Noreturn void give_up(const char *reason) {
  fprintf(stderr, "The host of a worker cannot go on: %s: %s.\n", reason, strerror(errno));
  _exit(70);
}

// Setting up

static void *run(void *warm) {
  ((void (*)(void))warm)();
  return NULL;
}

// Warms up on a thread that is gone before the first fork. What libraries keep per thread, such as its number, which
// locks are marked with, is so never the host's when the child uses it.
static void warm_up(void (*warm)(void)) {
  pthread_t thread;
  errno = pthread_create(&thread, NULL, run, (void *)warm);
  if (errno == 0) errno = pthread_join(thread, NULL);
  if (errno != 0) give_up("it cannot warm up");
  // A forked process has one thread, so whatever another one held would be held for ever.
  int threads = 0;
  DIR *folder = opendir("/proc/self/task");
  if (!folder) give_up("it cannot count its threads");
  for (struct dirent *entry; (entry = readdir(folder));) threads += entry->d_name[0] != '.';
  closedir(folder);
  errno = EBUSY;
  if (threads != 1) give_up("a library has started a thread");
}

static rlim_t number(const char *text) {
  char *end;
  errno = 0;
  unsigned long long value = strtoull(text, &end, 10);
  if (errno != 0 || end == text || *end != 0) {
    errno = EINVAL;
    give_up("an argument is no number");
  }
  return value;
}

// In the child

static int limit(int resource, rlim_t soft, rlim_t hard) {
  struct rlimit both = {soft, hard};
  return setrlimit(resource, &both);
}

// Sets what a worker may use.
static int set_limits(const struct host *host) {
  if (limit(RLIMIT_CORE, 0, 0) != 0) return -1;
  // The hard limit is later than the soft one: where they are equal, the kernel sends SIGKILL and not SIGXCPU, and
  // nobody could tell why the process died.
  if (limit(RLIMIT_CPU, host->processor_seconds, host->processor_seconds + 1) != 0) return -1;
  if (limit(RLIMIT_AS, host->memory_bytes, host->memory_bytes) != 0) return -1;
  if (limit(RLIMIT_FSIZE, host->file_bytes, host->file_bytes) != 0) return -1;
  if (!host->is_jailed) return 0;
  // The jail's user has no processes but the host, which is one, and this one with its threads.
  if (limit(RLIMIT_NPROC, 65, 65) != 0 || limit(RLIMIT_NOFILE, 256, 256) != 0) return -1;
  return limit(RLIMIT_MEMLOCK, 0, 0) != 0 || limit(RLIMIT_MSGQUEUE, 0, 0) != 0 ? -1 : 0;
}

// Lets the kernel refuse whatever a worker does not need, for good.
static int confine(void) {
  char bytes[16 << 10] __attribute__((aligned(8)));
  int size = csandbox_filter(CSANDBOX_WORKER, getpid(), bytes, sizeof bytes);
  if (size <= 0) {
    errno = E2BIG;
    return -1;
  }
  struct sock_fprog program = {
      .len = (unsigned short)((size_t)size / sizeof(struct sock_filter)),
      .filter = (struct sock_filter *)bytes,
  };
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return -1;
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

// Gives every descriptor its place and closes all others, the leash last.
static int place(const struct host *host, int given[GIVEN]) {
  // Out of the way first: a descriptor's own number may be one that another is to get.
  for (int i = 0; i < GIVEN; i++) {
    given[i] = fcntl(given[i], F_DUPFD_CLOEXEC, CSANDBOX_WORKER_OUTPUT + 1);
    if (given[i] < 0) return -1;
  }
  if (dup2(host->null, STDIN_FILENO) < 0 || dup2(given[ERROR], STDOUT_FILENO) < 0) return -1;
  if (dup2(given[ERROR], STDERR_FILENO) < 0) return -1;
  if (dup2(given[INPUT], CSANDBOX_WORKER_INPUT) < 0) return -1;
  return dup2(given[OUTPUT], CSANDBOX_WORKER_OUTPUT) < 0 ? -1 : 0;
}

// Becomes a worker. Up to the opening of the library all of this is ours, and a failure is told over the leash.
static _Noreturn void become_worker(const struct host *host, pid_t parent, int given[GIVEN]) {
  int leash = given[LEASH];
  int is_ready = setsid() >= 0 && prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && getppid() == parent;
  is_ready = is_ready && place(host, given) == 0 && set_limits(host) == 0;
  if (is_ready) leash = given[LEASH];
  is_ready = is_ready && (!host->is_jailed || confine() == 0);
  if (!is_ready) {
    struct csandbox_end end = {2, errno};
    _exit(write(leash, &end, sizeof end) == sizeof end ? 1 : 2);
  }
  close_range(STDERR_FILENO + 1, CSANDBOX_WORKER_INPUT - 1, 0);
  close_range(CSANDBOX_WORKER_OUTPUT + 1, ~0U, 0);

  void *library = dlopen(host->library, RTLD_NOW | RTLD_LOCAL);
  int (*entry)(int, char **) = library ? (int (*)(int, char **))dlsym(library, ENTRY) : NULL;
  if (!entry) {
    // What does not load, such as data larger than the memory, is the submission's.
    fprintf(stderr, "Fatal error: the submission cannot be loaded: %s\n", dlerror());
    _exit(127);
  }
  exit(entry(host->count, host->arguments));
}

// In the host

// Ends a worker, and all that it has started; the worker is reaped.
//
// Returns the worker's status word.
static int end(const struct host *host, pid_t worker, int has_ended) {
  int status = 0;
  if (!has_ended) kill(worker, SIGKILL);
  // Its number is still its own until it is reaped, and with it that of its session.
  kill(-worker, SIGKILL);
  while (waitpid(worker, &status, 0) < 0 && errno == EINTR) continue;
  if (host->is_jailed) {
    // All processes of the jail but the host itself, which is the first: by the filter there are none.
    if (getpid() == 1) kill(-1, SIGKILL);
    while (waitpid(-1, NULL, 0) > 0 || errno == EINTR) continue;
    return status;
  }
  // Orphans become children of the host. Their own do when they die, so look again; the bound keeps a process that
  // forks faster than it dies from holding the host.
  for (int round = 0; round < 100; round++) {
    FILE *children = fopen("/proc/thread-self/children", "re");
    int child, count = 0;
    while (children && fscanf(children, "%d", &child) == 1) {
      kill(child, SIGKILL);
      while (waitpid(child, NULL, 0) < 0 && errno == EINTR) continue;
      count++;
    }
    if (children) fclose(children);
    if (count == 0) break;
  }
  return status;
}

// Waits until a worker ends, or nobody holds the other end of its leash, or of the host's own. Then ends it.
static struct csandbox_end watch(const struct host *host, pid_t worker, int leash) {
  int watch = (int)syscall(SYS_pidfd_open, worker, 0);
  if (watch < 0) {
    struct csandbox_end unwatched = {2, errno};
    end(host, worker, 0);
    return unwatched;
  }
  struct pollfd entries[] = {{watch, POLLIN, 0}, {leash, POLLIN, 0}, {CONTROL, POLLRDHUP, 0}};
  while (poll(entries, 3, -1) < 0 && errno == EINTR) continue;
  int status = end(host, worker, entries[0].revents != 0);
  close(watch);
  return (struct csandbox_end){1, status};
}

// Starts one worker and tells, over its leash, how it ended.
static void serve(const struct host *host, int given[GIVEN]) {
  pid_t parent = getpid(), worker = fork();
  if (worker == 0) become_worker(host, parent, given);
  struct csandbox_end end = {2, errno};
  for (int i = 0; i < LEASH; i++) close(given[i]);
  if (worker > 0) end = watch(host, worker, given[LEASH]);
  // A suite that is gone is noticed at the next wait.
  (void)!write(given[LEASH], &end, sizeof end);
  close(given[LEASH]);
}

// Waits for the order to start a worker.
//
// Returns 0 when the suite is gone.
static int receive(int given[GIVEN]) {
  union {
    struct cmsghdr header;
    char bytes[CMSG_SPACE(GIVEN * sizeof(int))];
  } control;
  char order;
  struct iovec part = {&order, 1};
  struct msghdr message = {
      .msg_iov = &part,
      .msg_iovlen = 1,
      .msg_control = control.bytes,
      .msg_controllen = sizeof control.bytes,
  };
  ssize_t count;
  do count = recvmsg(CONTROL, &message, MSG_CMSG_CLOEXEC);
  while (count < 0 && errno == EINTR);
  if (count <= 0) return 0;
  struct cmsghdr *header = CMSG_FIRSTHDR(&message);
  if (!header || header->cmsg_type != SCM_RIGHTS ||
      header->cmsg_len != CMSG_LEN(GIVEN * sizeof(int))) {
    errno = EPROTO;
    give_up("an order is not understood");
  }
  memcpy(given, CMSG_DATA(header), GIVEN * sizeof(int));
  return 1;
}

_Noreturn void csandbox_host(int count, char **arguments, void (*warm)(void)) {
  errno = EINVAL;
  if (count < 6) give_up("it takes five arguments");
  struct host host = {
      .count = count,
      .arguments = arguments,
      .library = arguments[1],
      .processor_seconds = number(arguments[2]),
      .memory_bytes = number(arguments[3]),
      .file_bytes = number(arguments[4]),
      .is_jailed = number(arguments[5]) != 0,
      .null = open("/dev/null", O_RDONLY | O_CLOEXEC),
  };
  if (host.null < 0) give_up("there is no /dev/null");
  if (access(host.library, R_OK) != 0) give_up("the submission's library cannot be read");
  // Root's rights, if it had any, are gone by now, and with them what ended it with its starter.
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) give_up("it cannot be ended with its starter");
  if (host.is_jailed && prctl(PR_SET_DUMPABLE, 0) != 0) give_up("it cannot hide its memory");
  if (!host.is_jailed && csandbox_adopt_orphans() != 0) give_up("it cannot adopt orphans");
  for (int i = 6; i < count; i++) {
    if (!dlopen(arguments[i], RTLD_NOW)) give_up(dlerror());
  }
  warm_up(warm);
  for (int given[GIVEN]; receive(given);) serve(&host, given);
  _exit(0);
}
