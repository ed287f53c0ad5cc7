import Grading

/// The kit's manifest.
struct KitPackage {
  private let scheme: Scheme

  /// The manifest for the exercises of a scheme.
  init(_ scheme: Scheme) {
    self.scheme = scheme
  }

  /// The text of `Package.swift`.
  func text() -> String {
    let exercises = scheme.exercises.map { "  \"\($0.folder)\",\n" }.joined()
    return """
      // swift-tools-version: 6.3
      import PackageDescription

      /// The exercises, by their folders.
      let exercises = [
      \(exercises)]

      /// The modules that exercises are written against.
      let provided: [Target.Dependency] = ["CQRS", "EventSourcing", "SeedVault"]

      let package = Package(
        name: "kit",
        targets: [
          .target(name: "EventSourcing"),
          .target(name: "CQRS", dependencies: ["EventSourcing"]),
          .target(name: "SeedVault", dependencies: ["CQRS", "EventSourcing"]),
          // Lets an example that fails say what is still to be written.
          .target(name: "ExampleSupport"),
        ]
          + exercises.flatMap { folder -> [Target] in
            let name = String(folder.split(separator: "/")[1])
            return [
              .target(
                name: "\\(name)Exercise", dependencies: provided, path: "Exercises/\\(folder)/Sources"),
              .testTarget(
                name: "\\(name)Tests",
                dependencies: provided + ["ExampleSupport", .target(name: "\\(name)Exercise")],
                path: "Exercises/\\(folder)/Tests"),
            ]
          },
        swiftLanguageModes: [.v6])

      """
  }
}
