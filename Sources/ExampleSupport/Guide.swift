import Testing

/// What is said to somebody whose example has failed.
struct Guide {
  /// One line for each place that is still to be written, and one that names the page with the rules.
  let lines: [String]

  /// Looks into the sources beside an example.
  init(to test: Test) {
    let path = test.sourceLocation.filePath
    let exercise = path.ranges(of: "/Tests/").last.map { String(path[..<$0.lowerBound]) } ?? path
    self.init(
      exercise: exercise, places: OpenPlace.all(in: "\(exercise)/Sources"),
      needed: test.traits.compactMap { ($0 as? NeedsTrait)?.names }.first)
  }

  /// Says what is open.
  ///
  /// - Parameters:
  ///   - exercise: The path of the exercise's folder.
  ///   - places: All that is open in it.
  ///   - needed: What the example needs; everything if nil.
  init(exercise: String, places: [OpenPlace], needed: [String]?) {
    // Editors open a path that begins at the package.
    let start = exercise.ranges(of: "/Exercises/").last.map { exercise.index(after: $0.lowerBound) }
    let shown = String(exercise[(start ?? exercise.startIndex)...])
    let open = places.filter { place in needed.map { place.isNamed(in: $0) } ?? true }
    lines =
      open.map { place in
        let name = place.declaration.map { ", \($0)" } ?? ""
        return "TODO at \(shown)/Sources/\(place.file):\(place.line)\(name): \(place.task)"
      } + ["The rules are in \(shown)/README.md"]
  }
}
