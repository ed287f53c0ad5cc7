#ifndef CSANDBOX_H
#define CSANDBOX_H

#include <spawn.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// The few calls that Swift's Glibc module does not show, because glibc declares them for _GNU_SOURCE only.
// Each returns 0 or an errno value, and touches nothing but its arguments.

/// A pipe whose ends are both close-on-exec from the start, so that no concurrent spawn can inherit them.
int csandbox_pipe(int ends[2]);

/// Makes a spawned process the leader of a new session, with every signal at its default and none blocked.
int csandbox_spawnattr_detach(posix_spawnattr_t *attributes);

/// Closes every descriptor of a spawned process from `first` upwards.
int csandbox_spawn_closefrom(posix_spawn_file_actions_t *actions, int first);

/// Makes a spawned process start in a folder.
int csandbox_spawn_chdir(posix_spawn_file_actions_t *actions, const char *folder);

/// Sets one resource limit of another process of the same user.
int csandbox_limit(pid_t process, int resource, uint64_t soft, uint64_t hard);

/// A descriptor that becomes readable when a process ends, or -1 with `errno` set.
int csandbox_pidfd(pid_t process);

/// Makes the calling process inherit orphans among its descendants.
int csandbox_adopt_orphans(void);

/// An empty anonymous file, close-on-exec, or -1 with `errno` set.
int csandbox_memory_file(const char *name);

/// Two connected sockets, both close-on-exec: of the kind that keeps messages apart, or of the kind that does not.
int csandbox_socket_pair(int keeps_messages, int ends[2]);

/// Sends one byte and `count` descriptors, at most 4, over a socket.
int csandbox_send_descriptors(int socket, unsigned char byte, const int *descriptors, size_t count);

/// Whom a filter of system calls is for.
enum csandbox_filter_kind {
  /// A compiler or a linker, and what drops its rights before it starts.
  CSANDBOX_PROGRAM,
  /// A host, which also starts processes and is sent descriptors.
  CSANDBOX_HOST,
  /// A worker that a host has started, which reaches no process but its own.
  CSANDBOX_WORKER,
};

/// Writes the program that the kernel runs at every system call of a jailed process (see seccomp(2)).
///
/// `process` is the worker's own number, and unused for others. Returns the size in bytes, or 0 when `size` is too
/// small.
int csandbox_filter(enum csandbox_filter_kind kind, pid_t process, void *buffer, size_t size);

/// What a host tells about a worker, over the worker's leash.
struct csandbox_end {
  /// 1 when it has ended, 2 when it could not be started.
  int32_t kind;
  /// The status word of wait(2), or an errno value.
  int32_t value;
};

/// The descriptors at which a worker finds its suite. What it prints goes elsewhere.
enum { CSANDBOX_WORKER_INPUT = 10, CSANDBOX_WORKER_OUTPUT = 11 };

/// The main program of a worker's host; see `host.c`. Never returns.
///
/// `arguments` are: the path of the submission's library; processor time in seconds, address space and largest file
/// in bytes, of every worker; `1` in a jail and `0` without; and libraries of ours that it loads first. `warm` runs once,
/// before any worker starts, on a thread of its own.
_Noreturn void csandbox_host(int count, char **arguments, void (*warm)(void));

// Numbers of resources, which glibc declares as an enumeration that Swift sees as another type.
extern const int csandbox_limit_cpu;
extern const int csandbox_limit_memory;
extern const int csandbox_limit_file;
extern const int csandbox_limit_core;

#endif
