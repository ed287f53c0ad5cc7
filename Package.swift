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
    .target(name: "ExampleSupport"),

    // Numbers that look random and are the same in every run.
    .target(name: "SeededRandom"),

    // Text that is safe to show on a terminal, and fits it.
    .target(name: "PlainText"),

    // The one frame of pages of HTML, and the one escaper of each format that a text stands in.
    .target(name: "Markup", dependencies: ["Digests", "PlainText"]),

    // The border between a suite and a learner's process.
    .target(name: "Border", dependencies: provided),
    .target(name: "WorkerRuntime", dependencies: provided + ["Border"]),
    .target(name: "CSandbox"),
    .executableTarget(name: "WorkerHost", dependencies: ["CSandbox", "WorkerRuntime"]),
    .target(name: "Sandbox", dependencies: ["CSandbox", "Grading"]),

    // The event store and the view store of the gradebook.
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "Digests", dependencies: ["CCrypto"]),
    // The one strict reader of JSON and its canonical forms, below whatever reads a file or a record.
    .target(name: "StrictJSON", dependencies: ["EventSourcing"]),
    // What every store of the gradebook shares: the chain of digests, its examination, the words of faults.
    .target(
      name: "EventChain", dependencies: ["Digests", "EventSourcing", "PlainText", "StrictJSON"]),
    .target(
      name: "SQLiteStore",
      dependencies: [
        "CQRS", "CSQLite", "Digests", "EventChain", "EventSourcing", "PlainText", "StrictJSON",
      ]),

    // Grading: values, suites, use cases, reports.
    .target(
      name: "Grading", dependencies: ["CCrypto", "EventSourcing", "SeededRandom", "StrictJSON"]),
    .target(name: "QuestionBanks", dependencies: ["EventSourcing", "Grading"]),
    // The gradebook, written on the provided protocols; which store holds it is not its affair.
    .target(name: "Gradebook", dependencies: ["CQRS", "EventSourcing", "Grading", "PlainText"]),

    .target(
      name: "SuiteSupport",
      dependencies: ["Border", "CQRS", "EventSourcing", "Grading", "PlainText", "Sandbox"]),
    .target(
      name: "Assessment",
      dependencies: ["Digests", "EventSourcing", "Grading", "PlainText", "Sandbox"]),
    // What learners take away: the credential, its proofs, keys, status, and how others verify it.
    .target(name: "Certificates", dependencies: ["CCrypto", "CZlib", "Digests", "StrictJSON"]),

    // Certificates as they are looked at.
    .systemLibrary(
      name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .target(
      name: "CertificateSheets", dependencies: ["CQREncode", "Markup", "Sandbox"],
      resources: [
        .embedInCode("Pages/certificate.css"), .embedInCode("Pages/certificate.js"),
        .embedInCode("Pages/certificates.css"), .embedInCode("Pages/check.js"),
        .embedInCode("Pages/verify.css"), .embedInCode("Pages/verify.js"),
      ]),

    // What learners work in, and the proof that it holds nothing hidden.
    .target(
      name: "Kits",
      dependencies: [
        "Assessment", "EventSourcing", "ExampleSupport", "Grading", "PlainText", "StrictJSON",
      ]),
    // The use cases over the gradebook.
    .target(
      name: "Registrar",
      dependencies: [
        "Assessment", "CQRS", "CertificateSheets", "Certificates", "Digests", "EventChain",
        "EventSourcing", "Gradebook", "Grading", "PlainText", "Sandbox", "StrictJSON",
      ]),
    // Where a gradebook is, and the registrar's office over it: the one room that knows which stores there are.
    .target(
      name: "GradebookAccess",
      dependencies: [
        "Assessment", "EventChain", "EventSourcing", "Registrar", "SQLiteStore",
      ]),
    .target(
      name: "Reports",
      dependencies: [
        "Assessment", "CertificateSheets", "Certificates", "EventSourcing", "Gradebook",
        "Grading", "Markup", "PlainText", "QuestionBanks", "Registrar", "StrictJSON",
      ],
      resources: [
        .embedInCode("HTML/Class/class-report.css"), .embedInCode("HTML/Plots/plot.css"),
        .embedInCode("HTML/learner-report.css"), .embedInCode("HTML/preview.css"),
        .embedInCode("HTML/report.css"), .embedInCode("HTML/sortable-table.css"),
        .embedInCode("HTML/sortable-table.js"),
      ]),

    // The command line.
    .target(name: "Arguments", dependencies: ["PlainText"]),
    .target(
      name: "CommandLine",
      dependencies: [
        "Arguments", "Assessment", "Certificates", "EventChain", "Gradebook", "GradebookAccess",
        "Grading", "Kits", "PlainText", "QuestionBanks", "Registrar", "Reports", "Sandbox",
      ],
      resources: [.embedInCode("Pages/contributing.md")]),

    // The program: the command line, and the suites that it carries.
    .executableTarget(
      name: "grader",
      dependencies: ["CommandLine", "Grading", "SuiteSupport"]
        + exercises.map { .init(stringLiteral: "\($0)Suite") },
      // Results name the code of the suites by it, whatever linker there is.
      linkerSettings: [.unsafeFlags(["-Xlinker", "--build-id=sha1"])]),

    .executableTarget(
      name: "grader-benchmark",
      dependencies: ["Arguments", "Assessment", "Border", "Grading", "Sandbox"]),

    .executableTarget(
      name: "gradebook-benchmark",
      dependencies: [
        "Assessment", "Digests", "EventChain", "EventSourcing", "Gradebook", "GradebookAccess",
        "Grading", "Registrar", "Reports", "SQLiteStore", "SeededRandom",
      ]),

    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .target(
      name: "QuestionSupport", dependencies: ["Assessment", "Gradebook", "Grading", "Registrar"],
      path: "Tests/QuestionSupport"),

    // What every event store must do, learners' and our own; without a test of its own.
    .target(
      name: "EventStoreConformance",
      dependencies: ["EventSourcing", "SeededRandom", "SuiteSupport"],
      path: "Tests/EventStoreConformance"),

    // Our own tests. None depends on a hidden suite: discovery is process-wide and would run it.
    .testTarget(
      name: "ArgumentsTests", dependencies: ["Arguments", "SeededRandom"]),
    .testTarget(
      name: "AssessmentTests",
      dependencies: [
        "TestSupport", "Assessment", "Digests", "Grading", "Sandbox", "SeededRandom",
        "SuiteSupport",
      ]),
    .testTarget(
      name: "BorderTests",
      dependencies: provided + ["Border", "SeededRandom", "WorkerRuntime"]),
    .testTarget(
      name: "CertificatesTests",
      dependencies: ["Certificates", "Digests", "SeededRandom", "StrictJSON"],
      exclude: ["Golden"]),
    .testTarget(
      name: "CertificateSheetsTests",
      dependencies: [
        "TestSupport", "CertificateSheets", "Certificates", "Digests", "Markup", "SeededRandom",
        "StrictJSON",
      ],
      exclude: ["Sample"]),
    .executableTarget(
      name: "sheet-hand",
      dependencies: ["CertificateSheets", "Certificates", "Digests", "Reports", "StrictJSON"],
      path: "Tests/SheetHand"),
    .testTarget(
      name: "EventChainTests",
      dependencies: ["Digests", "EventChain", "EventSourcing", "StrictJSON"]),
    .testTarget(name: "DigestsTests", dependencies: ["Digests", "SeededRandom"]),
    .testTarget(
      name: "EventStoreConformanceTests",
      dependencies: ["EventSourcing", "EventStoreConformance", "Grading", "SuiteSupport"]),
    .testTarget(
      name: "GradebookTests",
      dependencies: [
        "TestSupport", "CQRS", "EventChain", "EventSourcing", "Gradebook", "Grading",
        "SQLiteStore", "SeededRandom", "SuiteSupport",
      ]),
    .testTarget(
      name: "GraderTests",
      dependencies: [
        "TestSupport", "Assessment", "CSQLite", "EventChain", "EventSourcing", "Gradebook",
        "GradebookAccess", "Grading", "QuestionSupport", "Registrar",
        "SQLiteStore", "Sandbox", "SeededRandom",
      ],
      exclude: ["Kept", "Transcripts"]),
    .testTarget(
      name: "GradingTests",
      dependencies: ["EventSourcing", "Grading", "SeededRandom"]),
    .testTarget(
      name: "KitsTests",
      dependencies: ["Assessment", "ExampleSupport", "Grading", "Kits", "Registrar"]),
    .testTarget(
      name: "QuestionBanksTests",
      dependencies: ["Assessment", "EventSourcing", "Grading", "QuestionBanks", "SeededRandom"]),
    .testTarget(
      name: "RegistrarTests",
      dependencies: [
        "TestSupport", "Assessment", "Certificates", "Digests", "EventChain", "EventSourcing",
        "Gradebook", "GradebookAccess", "Grading", "QuestionSupport", "Registrar", "Reports",
        "SQLiteStore", "Sandbox", "registrar-hand",
      ]),
    .executableTarget(
      name: "registrar-hand",
      dependencies: [
        "Assessment", "EventSourcing", "Gradebook", "GradebookAccess", "Grading",
        "QuestionSupport", "Registrar", "SQLiteStore",
      ], path: "Tests/RegistrarHand"),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Assessment", "Certificates", "EventSourcing", "Gradebook", "Grading", "QuestionBanks",
        "PlainText", "Registrar", "Reports", "SeededRandom", "StrictJSON",
      ],
      exclude: ["Goldens"]),
    .testTarget(
      name: "MarkupTests",
      dependencies: ["Digests", "Markup", "PlainText", "SeededRandom", "StrictJSON"]),
    .testTarget(name: "SandboxTests", dependencies: ["Grading", "Sandbox"]),
    .testTarget(name: "SeedVaultTests", dependencies: provided),
    .testTarget(
      name: "SQLiteStoreTests",
      dependencies: [
        "TestSupport", "CQRS", "CSQLite", "Digests", "EventChain", "EventSourcing",
        "EventStoreConformance", "SQLiteStore", "Sandbox", "SeededRandom", "store-hand",
      ]),
    .executableTarget(
      name: "store-hand", dependencies: ["EventChain", "EventSourcing", "SQLiteStore"],
      path: "Tests/StoreHand"),
    .testTarget(
      name: "StrictJSONTests", dependencies: ["EventSourcing", "SeededRandom", "StrictJSON"]),
  ]
    + exercises.map { exercise in
      .target(
        name: "\(exercise)Suite",
        dependencies: provided + [
          "EventStoreConformance", "ExampleSupport", "Grading", "SeededRandom", "SuiteSupport",
        ],
        path: "Tests/\(exercise)Suite",
        swiftSettings: [.define("GRADER")])
    },
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = (target.swiftSettings ?? []) + strict
}
