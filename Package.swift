// swift-tools-version: 6.2
import PackageDescription

/// Settings of every target of ours.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "reactive-architecture-grader",
  targets: [
    // What learners get: the provided protocols and the case study's published language.
    .target(name: "EventSourcing"),
    .target(name: "CQRS", dependencies: ["EventSourcing"]),
    .target(name: "SeedVault", dependencies: ["CQRS", "EventSourcing"]),
    .testTarget(name: "SeedVaultTests", dependencies: ["CQRS", "EventSourcing", "SeedVault"]),

    // The command line: commands, help and errors as values.
    .target(name: "Arguments"),
    .testTarget(name: "ArgumentsTests", dependencies: ["Arguments"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = (target.swiftSettings ?? []) + strict
}
