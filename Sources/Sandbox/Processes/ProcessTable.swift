import CSandbox
import Foundation
import Glibc
import Synchronization

/// The processes that this program has started and not yet ended.
///
/// Starts happen on one thread that never ends: Linux can tie a child's life to the *thread* that started it, and
/// threads of a pool retire. Once ``adoptOrphans()`` was called, a process that left its parent's session ends up a
/// child of this program, and is ended as soon as any process is.
package final class ProcessTable: Sendable {
  /// The one table of this program.
  package static let shared = ProcessTable()

  private let running = Mutex<Set<pid_t>>([])
  private let adopts = Mutex(false)
  private let requests = DispatchSemaphore(value: 0)
  private let queue = Mutex<[@Sendable () -> Void]>([])

  private init() {
    let thread = Thread { [self] in
      while true {
        requests.wait()
        queue.withLock { $0.removeFirst() }()
      }
    }
    thread.name = "spawn"
    thread.start()
  }

  /// Makes this program the parent of every orphan among its descendants, so that none outlives the grading.
  package func adoptOrphans() throws(SystemError) {
    try posix("adopt orphaned processes") { csandbox_adopt_orphans() }
    adopts.withLock { $0 = true }
  }

  /// Ends every running process with its session, for a program that is about to end itself.
  package func endAll() {
    running.withLock { running in
      for id in running { kill(-id, SIGKILL) }
    }
  }

  /// Starts a program and enters it in the table.
  func start(
    _ program: ProcessSpecification, input: Descriptor, output: Descriptor, error: Descriptor
  ) throws(SystemError) -> pid_t {
    let done = DispatchSemaphore(value: 0)
    let outcome = Mutex<Result<pid_t, SystemError>?>(nil)
    queue.withLock { queue in
      queue.append { [self] in
        // The lock spans start and entry, so that the hunt for orphans never sees a stranger here.
        let started = running.withLock { running in
          Result { () throws(SystemError) in
            let id = try Self.spawn(program, input: input, output: output, error: error)
            running.insert(id)
            return id
          }
        }
        outcome.withLock { $0 = started }
        done.signal()
      }
    }
    requests.signal()
    done.wait()
    guard let result = outcome.withLock({ $0 }) else {
      preconditionFailure("the spawning thread answers every request")
    }
    return try result.get()
  }

  /// Removes a process that was reaped, and ends every orphan there is.
  func ended(_ id: pid_t) {
    running.withLock { running in
      running.remove(id)
      guard adopts.withLock({ $0 }) else { return }
      // An orphan's own children become orphans when it dies, so look again; the bound keeps a process that
      // forks faster than it dies from holding the grader. Containing that one is the jail's work.
      for _ in 0..<100 {
        let orphans = Self.children().subtracting(running)
        if orphans.isEmpty { return }
        for orphan in orphans {
          kill(orphan, SIGKILL)
          var status: Int32 = 0
          while waitpid(orphan, &status, 0) < 0 && errno == EINTR {}
        }
      }
    }
  }

  /// The numbers of this program's children.
  private static func children() -> Set<pid_t> {
    let tasks = "/proc/self/task"
    var children: Set<pid_t> = []
    for task in (try? FileManager.default.contentsOfDirectory(atPath: tasks)) ?? [] {
      let text = (try? String(contentsOfFile: "\(tasks)/\(task)/children", encoding: .utf8)) ?? ""
      children.formUnion(text.split(separator: " ").compactMap { pid_t($0) })
    }
    return children
  }

  /// Starts a program as the leader of a new session with exactly three open descriptors.
  private static func spawn(
    _ program: ProcessSpecification, input: Descriptor, output: Descriptor, error: Descriptor
  ) throws(SystemError) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    // Out of the way first: a descriptor's own number may be one that another is to get.
    let descriptors = [input, output, error] + program.inherited
    let count = Int32(descriptors.count)
    let safe = count + 1 + (descriptors.map(\.rawValue).max() ?? 0)
    for (index, descriptor) in zip(Int32(0)..., descriptors) {
      posix_spawn_file_actions_adddup2(&actions, descriptor.rawValue, safe + index)
    }
    for index in 0..<count { posix_spawn_file_actions_adddup2(&actions, safe + index, index) }
    try posix("prepare a process") { csandbox_spawn_closefrom(&actions, count) }
    try posix("prepare a process") { csandbox_spawnattr_detach(&attributes) }
    if let folder = program.workingDirectory {
      try posix("prepare a process") { csandbox_spawn_chdir(&actions, folder) }
    }
    var arguments = ([program.executable] + program.arguments).map { strdup($0) }
    var environment = program.environment.map { strdup("\($0.key)=\($0.value)") }
    defer { for text in arguments + environment { free(text) } }
    arguments.append(nil)
    environment.append(nil)
    var id: pid_t = 0
    try posix("start \(program.executable)") {
      posix_spawn(&id, program.executable, &actions, &attributes, arguments, environment)
    }
    program.limits.apply(to: id)
    return id
  }
}
