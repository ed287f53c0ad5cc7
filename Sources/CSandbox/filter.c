#define _GNU_SOURCE
#include "csandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#if defined(__x86_64__)
#define NATIVE_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define NATIVE_ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#error "The filter knows the system calls of x86-64 and arm64 only."
#endif

// What every jailed program needs. Everything else is refused: above all new processes, sockets, namespaces, mounts,
// tracing, keys, io_uring, anonymous files and shared memory.
static const unsigned common[] = {
    // Files that are open, and opening what the mounts show.
    SYS_read, SYS_write, SYS_readv, SYS_writev, SYS_pread64, SYS_pwrite64, SYS_preadv, SYS_pwritev,
    SYS_lseek, SYS_close, SYS_close_range, SYS_dup, SYS_dup3, SYS_openat,
    SYS_fstat, SYS_newfstatat, SYS_statx, SYS_fstatfs, SYS_statfs, SYS_getdents64, SYS_readlinkat,
    SYS_faccessat, SYS_faccessat2, SYS_getcwd, SYS_chdir, SYS_fchdir, SYS_umask, SYS_ftruncate,
    SYS_fallocate, SYS_fsync, SYS_fdatasync, SYS_pipe2, SYS_mkdirat, SYS_unlinkat, SYS_renameat,
    SYS_renameat2, SYS_fchmod, SYS_fchmodat, SYS_utimensat, SYS_sendfile, SYS_copy_file_range,
    SYS_ppoll, SYS_pselect6,
    // Memory of the process's own.
    SYS_mmap, SYS_munmap, SYS_mprotect, SYS_mremap, SYS_madvise, SYS_brk, SYS_mincore, SYS_msync,
    // Threads and signals.
    SYS_futex, SYS_set_robust_list, SYS_get_robust_list, SYS_set_tid_address, SYS_rseq,
    SYS_membarrier, SYS_sched_yield, SYS_sched_getaffinity, SYS_sched_getparam,
    SYS_sched_getscheduler, SYS_sched_get_priority_max, SYS_sched_get_priority_min,
    SYS_getpriority, SYS_getcpu, SYS_rt_sigaction, SYS_rt_sigprocmask,
    SYS_rt_sigreturn, SYS_rt_sigsuspend, SYS_rt_sigtimedwait, SYS_rt_sigpending,
    SYS_sigaltstack, SYS_restart_syscall, SYS_wait4, SYS_waitid, SYS_exit, SYS_exit_group,
    SYS_epoll_create1, SYS_epoll_ctl, SYS_epoll_pwait, SYS_epoll_pwait2, SYS_eventfd2,
    SYS_signalfd4, SYS_timerfd_create, SYS_timerfd_settime, SYS_timerfd_gettime,
    // Time.
    SYS_nanosleep, SYS_clock_nanosleep, SYS_clock_gettime, SYS_clock_getres, SYS_gettimeofday,
    SYS_times, SYS_getrusage, SYS_getitimer, SYS_setitimer,
    // What a process may know of itself.
    SYS_getpid, SYS_gettid, SYS_getppid, SYS_getuid, SYS_geteuid, SYS_getgid, SYS_getegid,
    SYS_getresuid, SYS_getresgid, SYS_getgroups, SYS_getpgid, SYS_getsid, SYS_uname, SYS_sysinfo,
    SYS_getrandom, SYS_capget,
#if defined(__x86_64__)
    // Older names of the same, which arm64 never had.
    SYS_open, SYS_stat, SYS_lstat, SYS_access, SYS_readlink, SYS_dup2, SYS_pipe, SYS_poll,
    SYS_select, SYS_epoll_create, SYS_epoll_wait, SYS_eventfd, SYS_getdents, SYS_mkdir, SYS_rmdir,
    SYS_unlink, SYS_rename, SYS_chmod, SYS_arch_prctl, SYS_getpgrp, SYS_getrlimit, SYS_setrlimit,
    SYS_time, SYS_pause, SYS_alarm,
#endif
};

// What a program needs besides that is started in a jail, and what drops its rights and sets its limits before.
static const unsigned starting[] = {
    SYS_execve, SYS_setresuid, SYS_setresgid, SYS_setuid, SYS_setgid, SYS_setgroups, SYS_capset,
    SYS_prctl, SYS_prlimit64, SYS_fcntl, SYS_flock, SYS_kill, SYS_tkill, SYS_tgkill,
    SYS_rt_sigqueueinfo, SYS_setpriority,
};

// What a host needs besides that: to be handed descriptors, and to start, watch and end one process.
static const unsigned hosting[] = {SYS_recvmsg, SYS_pidfd_open, SYS_setsid};

// What a worker may ask of its own process only. The first argument names the process; 0 stands for its own, or for
// its group, of which it is the only member.
static const unsigned own_process[] = {
    SYS_kill, SYS_tkill, SYS_tgkill, SYS_rt_sigqueueinfo, SYS_prlimit64,
};

// What a worker may do with a descriptor. Neither a lock, by which it could tell something to another worker, nor an
// owner, to whom the kernel would send signals.
static const unsigned worker_fcntl[] = {
    F_DUPFD, F_DUPFD_CLOEXEC, F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_GETPIPE_SZ,
};

// What a worker may say of itself: above all not that others may look into its memory.
static const unsigned worker_prctl[] = {PR_SET_NAME, PR_GET_NAME, PR_GET_DUMPABLE, PR_GET_SECCOMP,
                                        PR_GET_NO_NEW_PRIVS, PR_CAPBSET_READ};

#define COUNT(list) (sizeof list / sizeof list[0])

// A position in `struct seccomp_data` whose low half is read; both machines are little-endian.
#define ARGUMENT(index) (offsetof(struct seccomp_data, args) + 8 * (index))

// The namespaces that a new process could be given; what makes no process cannot be among them.
#define NAMESPACES                                                                              \
  (CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | \
   CLONE_NEWNET)

struct program {
  struct sock_filter steps[512];
  size_t count;
};

static void statement(struct program *program, unsigned short code, unsigned k) {
  program->steps[program->count++] = (struct sock_filter)BPF_STMT(code, k);
}

// Goes on `yes` or `no` steps further down, counted from the next one.
static void jump(struct program *program, unsigned short code, unsigned k, size_t yes, size_t no) {
  program->steps[program->count++] =
      (struct sock_filter)BPF_JUMP(BPF_JMP | code | BPF_K, k, (unsigned char)yes, (unsigned char)no);
}

static void load(struct program *program, size_t offset) {
  statement(program, BPF_LD | BPF_W | BPF_ABS, (unsigned)offset);
}

static void allow(struct program *program) { statement(program, BPF_RET | BPF_K, SECCOMP_RET_ALLOW); }

static void refuse(struct program *program, int error) {
  statement(program, BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (unsigned)error);
}

static void kill_process(struct program *program) {
  statement(program, BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS);
}

// Allows every call of a list, whatever its arguments.
static void allow_all(struct program *program, const unsigned *calls, size_t count) {
  for (size_t i = 0; i < count; i++) {
    jump(program, BPF_JEQ, calls[i], 0, 1);
    allow(program);
  }
}

// Allows a call if one argument, which is a whole number, is in a list.
static void allow_if(
    struct program *program, unsigned call, size_t argument, const unsigned *values, size_t count) {
  jump(program, BPF_JEQ, call, 0, 2 * count + 2);
  load(program, ARGUMENT(argument));
  allow_all(program, values, count);
  refuse(program, EPERM);
}

int csandbox_filter(enum csandbox_filter_kind kind, pid_t process, void *buffer, size_t size) {
  struct program program = {.count = 0};

  load(&program, offsetof(struct seccomp_data, arch));
  jump(&program, BPF_JEQ, NATIVE_ARCHITECTURE, 1, 0);
  kill_process(&program);
  load(&program, offsetof(struct seccomp_data, nr));
#if defined(__x86_64__)
  // The x32 interface counts from here.
  jump(&program, BPF_JGE, 0x40000000, 0, 1);
  kill_process(&program);
#endif

  // A new thread, and of a host a new process, never with namespaces of its own.
  jump(&program, BPF_JEQ, SYS_clone, 0, 4);
  load(&program, ARGUMENT(0));
  if (kind == CSANDBOX_HOST) {
    jump(&program, BPF_JSET, NAMESPACES, 1, 0);
  } else {
    jump(&program, BPF_JSET, CLONE_THREAD, 0, 1);
  }
  allow(&program);
  refuse(&program, EPERM);
  // Its flags are in memory, where no filter can see them. The C library then uses the call above.
  jump(&program, BPF_JEQ, SYS_clone3, 0, 1);
  refuse(&program, ENOSYS);

  // Anything but typing into a terminal, or selecting on it.
  jump(&program, BPF_JEQ, SYS_ioctl, 0, 5);
  load(&program, ARGUMENT(1));
  jump(&program, BPF_JEQ, TIOCSTI, 2, 0);
  jump(&program, BPF_JEQ, TIOCLINUX, 1, 0);
  allow(&program);
  refuse(&program, EPERM);

  allow_all(&program, common, COUNT(common));
  if (kind == CSANDBOX_WORKER) {
    const unsigned itself[] = {0, (unsigned)process};
    for (size_t i = 0; i < COUNT(own_process); i++) {
      allow_if(&program, own_process[i], 0, itself, COUNT(itself));
    }
    // Which, and whose.
    jump(&program, BPF_JEQ, SYS_setpriority, 0, 8);
    load(&program, ARGUMENT(0));
    jump(&program, BPF_JEQ, PRIO_PROCESS, 0, 5);
    load(&program, ARGUMENT(1));
    allow_all(&program, itself, COUNT(itself));
    refuse(&program, EPERM);
    allow_if(&program, SYS_fcntl, 1, worker_fcntl, COUNT(worker_fcntl));
    allow_if(&program, SYS_prctl, 0, worker_prctl, COUNT(worker_prctl));
  } else {
    allow_all(&program, starting, COUNT(starting));
    if (kind == CSANDBOX_HOST) allow_all(&program, hosting, COUNT(hosting));
  }
  refuse(&program, EPERM);

  size_t bytes = program.count * sizeof program.steps[0];
  if (bytes > size) return 0;
  memcpy(buffer, program.steps, bytes);
  return (int)bytes;
}
