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

/// Writes the program that the kernel runs at every system call of a jailed process (see seccomp(2)).
///
/// Returns its size in bytes, or 0 when `size` is too small.
int csandbox_filter(void *buffer, size_t size);

// Numbers of resources, which glibc declares as an enumeration that Swift sees as another type.
extern const int csandbox_limit_cpu;
extern const int csandbox_limit_memory;
extern const int csandbox_limit_file;
extern const int csandbox_limit_core;

#endif
