#define _GNU_SOURCE
#include "csandbox.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>

#if defined(__x86_64__)
#define NATIVE_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define NATIVE_ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#error "The filter knows the system calls of x86-64 and arm64 only."
#endif

// What a compiler, a linker and a worker need, and the steps that drop rights before them. Everything else is refused:
// above all new processes, sockets, namespaces, mounts, tracing, keys, io_uring, anonymous files and shared memory.
static const unsigned allowed[] = {
    // Files that are open, and opening what the mounts show.
    SYS_read, SYS_write, SYS_readv, SYS_writev, SYS_pread64, SYS_pwrite64, SYS_preadv, SYS_pwritev,
    SYS_lseek, SYS_close, SYS_close_range, SYS_dup, SYS_dup3, SYS_fcntl, SYS_flock, SYS_openat,
    SYS_fstat, SYS_newfstatat, SYS_statx, SYS_fstatfs, SYS_statfs, SYS_getdents64, SYS_readlinkat,
    SYS_faccessat, SYS_faccessat2, SYS_getcwd, SYS_chdir, SYS_fchdir, SYS_umask, SYS_ftruncate,
    SYS_fallocate, SYS_fsync, SYS_fdatasync, SYS_pipe2, SYS_mkdirat, SYS_unlinkat, SYS_renameat,
    SYS_renameat2, SYS_fchmod, SYS_fchmodat, SYS_utimensat, SYS_sendfile, SYS_copy_file_range,
    SYS_ppoll, SYS_pselect6,
    // Memory of the process's own.
    SYS_mmap, SYS_munmap, SYS_mprotect, SYS_mremap, SYS_madvise, SYS_brk, SYS_mincore, SYS_msync,
    // Threads, signals and waiting.
    SYS_futex, SYS_set_robust_list, SYS_get_robust_list, SYS_set_tid_address, SYS_rseq,
    SYS_membarrier, SYS_sched_yield, SYS_sched_getaffinity, SYS_sched_getparam,
    SYS_sched_getscheduler, SYS_sched_get_priority_max, SYS_sched_get_priority_min,
    SYS_getpriority, SYS_setpriority, SYS_getcpu, SYS_rt_sigaction, SYS_rt_sigprocmask,
    SYS_rt_sigreturn, SYS_rt_sigsuspend, SYS_rt_sigtimedwait, SYS_rt_sigpending,
    SYS_rt_sigqueueinfo, SYS_sigaltstack, SYS_kill, SYS_tkill, SYS_tgkill, SYS_restart_syscall,
    SYS_wait4, SYS_waitid, SYS_exit, SYS_exit_group, SYS_epoll_create1, SYS_epoll_ctl,
    SYS_epoll_pwait, SYS_epoll_pwait2, SYS_eventfd2, SYS_signalfd4, SYS_timerfd_create,
    SYS_timerfd_settime, SYS_timerfd_gettime,
    // Time.
    SYS_nanosleep, SYS_clock_nanosleep, SYS_clock_gettime, SYS_clock_getres, SYS_gettimeofday,
    SYS_times, SYS_getrusage, SYS_getitimer, SYS_setitimer,
    // What a process may know of itself, and lower.
    SYS_getpid, SYS_gettid, SYS_getppid, SYS_getuid, SYS_geteuid, SYS_getgid, SYS_getegid,
    SYS_getresuid, SYS_getresgid, SYS_getgroups, SYS_getpgid, SYS_getsid, SYS_uname, SYS_sysinfo,
    SYS_getrandom, SYS_prlimit64, SYS_prctl, SYS_capget, SYS_capset, SYS_setresuid, SYS_setresgid,
    SYS_setuid, SYS_setgid, SYS_setgroups, SYS_execve,
#if defined(__x86_64__)
    // Older names of the same, which arm64 never had.
    SYS_open, SYS_stat, SYS_lstat, SYS_access, SYS_readlink, SYS_dup2, SYS_pipe, SYS_poll,
    SYS_select, SYS_epoll_create, SYS_epoll_wait, SYS_eventfd, SYS_getdents, SYS_mkdir, SYS_rmdir,
    SYS_unlink, SYS_rename, SYS_chmod, SYS_arch_prctl, SYS_getpgrp, SYS_getrlimit, SYS_setrlimit,
    SYS_time, SYS_pause, SYS_alarm,
#endif
};

enum { count_of_allowed = sizeof allowed / sizeof allowed[0] };

// A position in `struct seccomp_data` whose low half is read; both machines are little-endian.
#define ARGUMENT(index) (offsetof(struct seccomp_data, args) + 8 * (index))

int csandbox_filter(void *buffer, size_t size) {
  struct sock_filter program[2 * count_of_allowed + 32];
  size_t count = 0;
#define STATEMENT(code, k) program[count++] = (struct sock_filter)BPF_STMT(code, k)
#define JUMP(code, k, yes, no) program[count++] = (struct sock_filter)BPF_JUMP(code, k, yes, no)
#define LOAD(offset) STATEMENT(BPF_LD | BPF_W | BPF_ABS, offset)
#define RETURN(action) STATEMENT(BPF_RET | BPF_K, action)
#define REFUSE(error) RETURN(SECCOMP_RET_ERRNO | (error))

  LOAD(offsetof(struct seccomp_data, arch));
  JUMP(BPF_JMP | BPF_JEQ | BPF_K, NATIVE_ARCHITECTURE, 1, 0);
  RETURN(SECCOMP_RET_KILL_PROCESS);
  LOAD(offsetof(struct seccomp_data, nr));
#if defined(__x86_64__)
  // The x32 interface counts from here.
  JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1);
  RETURN(SECCOMP_RET_KILL_PROCESS);
#endif

  // A new thread, never a new process.
  JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone, 0, 4);
  LOAD(ARGUMENT(0));
  JUMP(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 0, 1);
  RETURN(SECCOMP_RET_ALLOW);
  REFUSE(EPERM);
  // Its flags are in memory, where no filter can see them. The C library then uses the call above.
  JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone3, 0, 1);
  REFUSE(ENOSYS);

  // Anything but typing into a terminal, or selecting on it.
  JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_ioctl, 0, 5);
  LOAD(ARGUMENT(1));
  JUMP(BPF_JMP | BPF_JEQ | BPF_K, TIOCSTI, 2, 0);
  JUMP(BPF_JMP | BPF_JEQ | BPF_K, TIOCLINUX, 1, 0);
  RETURN(SECCOMP_RET_ALLOW);
  REFUSE(EPERM);

  for (size_t i = 0; i < count_of_allowed; i++) {
    JUMP(BPF_JMP | BPF_JEQ | BPF_K, allowed[i], 0, 1);
    RETURN(SECCOMP_RET_ALLOW);
  }
  REFUSE(EPERM);

  size_t bytes = count * sizeof program[0];
  if (bytes > size) return 0;
  memcpy(buffer, program, bytes);
  return (int)bytes;
}
