/// An attack that the doctor tries for real, to see whether the jail holds.
enum Canary: String, CaseIterable, Sendable {
  case readsHiddenFiles
  case readsTheEnvironment
  case seesOtherProcesses
  case signalsTheGrader
  case attacksItsHost
  case reachesTheNetwork
  case writesFiles
  case usesOpenFiles
  case gainsRights
  case makesForbiddenCalls
  case forks
  case startsThreads
  case fillsMemory
  case runsForEver
  case outlives

  /// What it tries, as a line of the doctor's report.
  var title: String {
    switch self {
    case .readsHiddenFiles: "read the hidden suites, the solutions and the machine's files"
    case .readsTheEnvironment: "read the grader's environment"
    case .seesOtherProcesses: "see other processes"
    case .signalsTheGrader: "end the grader with a signal"
    case .attacksItsHost: "signal the process that started it, or reach into its memory or files"
    case .reachesTheNetwork: "reach a server on this machine"
    case .writesFiles: "write a file anywhere"
    case .usesOpenFiles: "use a file that the grader left open"
    case .gainsRights: "act as root or gain a right"
    case .makesForbiddenCalls: "call the kernel for namespaces, tracing, keys and the like"
    case .forks: "start another process"
    case .startsThreads: "start a thousand threads"
    case .fillsMemory: "fill the memory"
    case .runsForEver: "run for ever"
    case .outlives: "leave something running behind"
    }
  }

  /// Whether it is over only when the grader ends it.
  var mustBeEnded: Bool { self == .runsForEver }
}
