import SeededRandom

/// A random way to type a request to grade.
struct Rendering {
  /// Where choices come from.
  private var generator: SeededGenerator

  /// Prepares for one way of typing.
  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  /// Invents a request, with values that look like anything.
  mutating func grading() -> SampleTool.Grading {
    var grading = SampleTool.Grading(paths: texts(atLeast: 1))
    grading.format = generator.pick(SampleTool.Format.allCases)
    // An option's value is not empty.
    grading.exercises = texts(atLeast: 0).filter { !$0.isEmpty }
    grading.jobs = generator.toss() ? Int.random(in: 1...64, using: &generator) : nil
    grading.course = generator.toss() ? "=\(text())" : nil
    grading.color = generator.pick(SampleTool.Color.allCases)
    grading.isVerbose = generator.toss()
    grading.isFast = generator.toss()
    return grading
  }

  /// Types a request: a command line that has to be understood as it.
  mutating func arguments(for grading: SampleTool.Grading) -> [String] {
    var color = [typed("color", nil, grading.color.rawValue)]
    if grading.color == .auto, generator.toss() { color = [] }
    let isGlobal = generator.toss()
    var units = isGlobal ? [] : color
    if grading.format != .text || generator.toss() {
      units.append(typed("format", "f", grading.format.rawValue))
    }
    if let jobs = grading.jobs { units.append(typed("jobs", "j", String(jobs))) }
    if let course = grading.course { units.append(typed("course", nil, course)) }
    if grading.isVerbose, grading.isFast, generator.toss() {
      units.append([generator.pick(["-vs", "-sv", "-vsv"])])
    } else {
      if grading.isVerbose { units.append([generator.pick(["-v", "--verbose"])]) }
      if grading.isFast { units.append([generator.pick(["-s", "--stop-at-first-failure"])]) }
    }
    units.shuffle(using: &generator)
    // Values of an argument that takes many keep their order, whatever stands between them.
    merge(grading.exercises.map { typed("exercise", nil, $0) }, into: &units)
    let plain = Array(grading.paths.prefix { $0.unicodeScalars.first != "-" })
    let kept = plain.prefix(Int.random(in: 0...plain.count, using: &generator))
    merge(kept.map { [$0] }, into: &units)
    let rest = Array(grading.paths.dropFirst(kept.count))
    if !rest.isEmpty || generator.toss() { units.append(["--"] + rest) }
    return (isGlobal ? color : []).flatMap(\.self) + ["grade"] + units.flatMap(\.self)
  }

  /// Spells an option and its value.
  private mutating func typed(_ name: String, _ letter: String?, _ value: String) -> [String] {
    var ways = [["--\(name)=\(value)"]]
    if value.unicodeScalars.first != "-" { ways.append(["--\(name)", value]) }
    if let letter {
      ways += [["-\(letter)", value], ["-\(letter)\(value)"], ["-\(letter)=\(value)"]]
    }
    return generator.pick(ways)
  }

  /// Puts units between others, keeping the order of both.
  private mutating func merge(_ added: [[String]], into units: inout [[String]]) {
    var places = added.map { _ in Int.random(in: 0...units.count, using: &generator) }
    places.sort()
    for (place, unit) in zip(places, added).reversed() { units.insert(unit, at: place) }
  }

  /// Invents some texts.
  private mutating func texts(atLeast least: Int) -> [String] {
    (0..<Int.random(in: least...4, using: &generator)).map { _ in text() }
  }

  /// Invents a text that may well be taken for something else.
  mutating func text() -> String {
    let pieces = [
      "-", "--", "=", "a", "grade", "help", "-h", "--help", "--format", "json", "-3", ".5", " ",
      "v", "\u{1B}[0m", "é", "\u{301}", "👩‍👩‍👧", "\r\n", "exam", "start", "--color", "never", "-vs",
    ]
    return (0..<Int.random(in: 0...3, using: &generator)).map { _ in generator.pick(pieces) }
      .joined()
  }

  /// Invents a command line without any intention.
  mutating func garbage() -> [String] {
    (0..<Int.random(in: 0...8, using: &generator)).map { _ in text() }
  }
}
