// swift-tools-version: 6.3
import PackageDescription

/// The exercises.
///
/// Each has a hidden suite in `Tests/<name>Suite`, where `Examples` is a link to the public
/// examples in `Exercises`: they are compiled into the suite unchanged.
let exercises = [
  "FourWindows",
  "FrontDesk",
  "Ledger",
  "LotRules",
  "ManyReaders",
  "OldLabels",
]

/// Settings of every target of ours.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The provided modules, which exercises are written against.
let provided: [Target.Dependency] = ["CQRS", "EventSourcing", "SeedVault"]

let package = Package(
  name: "reactive-architecture-grader",
  targets: [
    // What learners get: the provided protocols and the case study's published language.
    .target(name: "EventSourcing"),
    .target(name: "CQRS", dependencies: ["EventSourcing"]),
    .target(name: "SeedVault", dependencies: ["CQRS", "EventSourcing"]),

    // Text that is safe to show on a terminal, and fits it.
    .target(name: "PlainText"),

    // The border between a suite and a learner's process.
    .target(name: "Wire", dependencies: provided),
    .target(name: "WorkerRuntime", dependencies: provided + ["Wire"]),
    .target(name: "CSandbox"),
    .target(name: "Sandbox", dependencies: ["CSandbox"]),

    // The event store and the view store of the gradebook, and what carries projections along.
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .target(name: "Digests", dependencies: ["CCrypto"]),
    .target(
      name: "SQLiteStore",
      dependencies: ["CQRS", "CSQLite", "Digests", "EventSourcing", "PlainText"]),
    .target(name: "Running", dependencies: ["CQRS", "EventSourcing"]),

    // Grading: values, suites, use cases, reports.
    .target(name: "Grading", dependencies: ["EventSourcing"]),
    .target(
      name: "SuiteSupport", dependencies: provided + ["Grading", "PlainText", "Sandbox", "Wire"]),
    .target(
      name: "Assessment",
      dependencies: ["Digests", "EventSourcing", "Grading", "PlainText", "Sandbox"]),
    .target(name: "Reports", dependencies: ["Assessment", "Grading", "PlainText"]),

    // The command line.
    .target(name: "Arguments", dependencies: ["PlainText"]),
    .executableTarget(
      name: "grader",
      dependencies: [
        "Arguments", "Assessment", "Digests", "Grading", "PlainText", "Reports", "Sandbox",
        "SuiteSupport",
      ]
        + exercises.map { .init(stringLiteral: "\($0)Suite") }),

    .executableTarget(
      name: "grader-benchmark", dependencies: ["Assessment", "Grading", "Sandbox"]),

    .target(name: "TestSupport", path: "Tests/TestSupport"),

    // What every event store must do, learners' and our own; without a test of its own.
    .target(
      name: "EventStoreConformance", dependencies: ["EventSourcing", "SuiteSupport"],
      path: "Tests/EventStoreConformance"),

    // Our own tests. None depends on a hidden suite: discovery is process-wide and would run it.
    .testTarget(name: "ArgumentsTests", dependencies: ["TestSupport"] + ["Arguments"]),
    .testTarget(
      name: "AssessmentTests",
      dependencies: ["TestSupport", "Assessment", "Digests", "Grading", "Sandbox"]),
    .testTarget(name: "DigestsTests", dependencies: ["TestSupport", "Digests"]),
    .testTarget(
      name: "EventStoreConformanceTests",
      dependencies: ["EventSourcing", "EventStoreConformance", "Grading", "SuiteSupport"]),
    .testTarget(
      name: "GraderTests", dependencies: ["TestSupport", "Assessment", "Sandbox"],
      exclude: ["Transcripts"]),
    .testTarget(
      name: "GradingTests", dependencies: ["TestSupport"] + ["EventSourcing", "Grading"]),
    .testTarget(name: "ReportsTests", dependencies: ["Assessment", "Grading", "Reports"]),
    .testTarget(name: "SandboxTests", dependencies: ["Sandbox"]),
    .testTarget(name: "SeedVaultTests", dependencies: provided),
    .testTarget(
      name: "SQLiteStoreTests",
      dependencies: [
        "TestSupport", "CQRS", "CSQLite", "Digests", "EventSourcing", "EventStoreConformance",
        "SQLiteStore", "Sandbox", "SuiteSupport", "store-hand",
      ]),
    .executableTarget(
      name: "store-hand", dependencies: ["EventSourcing", "SQLiteStore"], path: "Tests/StoreHand"),
    .testTarget(
      name: "RunningTests",
      dependencies: [
        "TestSupport", "CQRS", "EventSourcing", "Running", "SQLiteStore", "SuiteSupport",
      ]),
    .testTarget(
      name: "WireTests", dependencies: ["TestSupport"] + provided + ["Wire", "WorkerRuntime"]),
  ]
    + exercises.map { exercise in
      .target(
        name: "\(exercise)Suite",
        dependencies: provided + ["EventStoreConformance", "Grading", "SuiteSupport"],
        path: "Tests/\(exercise)Suite",
        swiftSettings: [.define("GRADER")])
    },
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = (target.swiftSettings ?? []) + strict
}
