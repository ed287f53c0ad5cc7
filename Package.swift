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
    .executableTarget(name: "WorkerHost", dependencies: ["CSandbox", "WorkerRuntime"]),
    .target(name: "Sandbox", dependencies: ["CSandbox"]),

    // Grading: values, suites, use cases, reports.
    .target(name: "Grading", dependencies: ["EventSourcing"]),
    .target(
      name: "SuiteSupport", dependencies: provided + ["Grading", "PlainText", "Sandbox", "Wire"]),
    .target(
      name: "Assessment",
      dependencies: ["CCrypto", "EventSourcing", "Grading", "PlainText", "Sandbox"]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .target(name: "Reports", dependencies: ["Assessment", "Grading", "PlainText"]),

    // The command line.
    .target(name: "Arguments", dependencies: ["PlainText"]),
    .executableTarget(
      name: "grader",
      dependencies: [
        "Arguments", "Assessment", "Grading", "PlainText", "Reports", "Sandbox", "SuiteSupport",
      ]
        + exercises.map { .init(stringLiteral: "\($0)Suite") }),

    .executableTarget(
      name: "grader-benchmark", dependencies: ["Assessment", "Grading", "Sandbox", "Wire"]),

    .target(name: "TestSupport", path: "Tests/TestSupport"),

    // What every event store must do, learners' and our own; without a test of its own.
    .target(
      name: "EventStoreConformance", dependencies: ["EventSourcing", "SuiteSupport"],
      path: "Tests/EventStoreConformance"),

    // Our own tests. None depends on a hidden suite: discovery is process-wide and would run it.
    .testTarget(name: "ArgumentsTests", dependencies: ["TestSupport"] + ["Arguments"]),
    .testTarget(
      name: "AssessmentTests",
      dependencies: ["TestSupport", "Assessment", "Grading", "Sandbox", "SuiteSupport"]),
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
