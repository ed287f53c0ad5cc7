package import EventSourcing
package import FoundationEssentials

extension Scheme {
  /// Reads and checks the bytes of `grading.json`.
  ///
  /// - Throws: ``SchemeError`` naming the first place that is wrong and its remedy.
  package init(json: Data) throws(SchemeError) {
    let value: JSONValue
    do { value = try JSONDecoder().decode(JSONValue.self, from: json) } catch {
      throw SchemeError(at: "", "is not valid JSON; check it with a JSON editor")
    }
    try self.init(value)
  }

  /// Reads and checks a parsed scheme.
  package init(_ value: JSONValue) throws(SchemeError) {
    var root = try SchemeReader(value)
    let version = try root.integer("version", in: 1...Int.max)
    guard version == Self.version else {
      throw SchemeError(
        at: "version", "is \(version), and this grader reads version \(Self.version)")
    }
    course = try root.string("course")
    weights = try Self.weights(try root.object("weights"))
    passMark = try root.integer("passMark", in: 1...100)
    var caseStudies = try root.object("caseStudies")
    exercises = try Self.exercises(try caseStudies.objects("exercises"))
    feedback = try caseStudies.choice("feedback", of: Feedback.self)
    limits =
      caseStudies.has("limits") ? try Self.limits(try caseStudies.object("limits")) : Limits()
    try caseStudies.finish()
    var certificates = try root.object("certificates")
    minimumIsolation = try certificates.string("minimumIsolation")
    try certificates.finish()
    try root.finish()
  }

  /// Reads the weights, which must sum to exactly 100.
  private static func weights(_ reader: SchemeReader) throws(SchemeError) -> Weights {
    var reader = reader
    let weights = Weights(
      reviewQuestions: try reader.integer("reviewQuestions", in: 0...100),
      caseStudies: try reader.integer("caseStudies", in: 0...100),
      finalExam: try reader.integer("finalExam", in: 0...100))
    try reader.finish()
    let sum = weights.reviewQuestions + weights.caseStudies + weights.finalExam
    guard sum == 100 else {
      throw SchemeError(at: "weights", "must sum to exactly 100 and sum to \(sum)")
    }
    return weights
  }

  /// Reads the exercises, whose names and folders must differ.
  private static func exercises(_ readers: [SchemeReader]) throws(SchemeError) -> [Exercise] {
    var exercises: [Exercise] = []
    for var reader in readers {
      let exercise = Exercise(
        name: try reader.string("name"), folder: try reader.string("folder"),
        weight: try reader.integer("weight", in: 0...1000))
      try reader.finish()
      let steps = exercise.folder.split(separator: "/", omittingEmptySubsequences: false)
      guard !steps.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) else {
        throw SchemeError(
          at: reader.child("folder"), "must be a relative path without empty, `.` or `..` steps")
      }
      guard steps.last.map(String.init) == exercise.name else {
        throw SchemeError(
          at: reader.child("folder"), "must end in the exercise's name, \(exercise.name)")
      }
      guard !exercises.contains(where: { $0.name == exercise.name }) else {
        throw SchemeError(at: reader.child("name"), "is used twice; each exercise has its own")
      }
      exercises.append(exercise)
    }
    guard exercises.contains(where: { $0.weight > 0 }) else {
      throw SchemeError(at: "caseStudies.exercises", "must have one exercise of weight 1 or more")
    }
    return exercises
  }

  /// Reads the limits; one that is left out keeps its default.
  private static func limits(_ reader: SchemeReader) throws(SchemeError) -> Limits {
    var reader = reader
    var limits = Limits()
    let known: [(String, WritableKeyPath<Limits, Int>)] = [
      ("buildSeconds", \.buildSeconds), ("callSeconds", \.callSeconds),
      ("behaviourSeconds", \.behaviourSeconds), ("exerciseSeconds", \.exerciseSeconds),
      ("workerMegabytes", \.workerMegabytes), ("buildMegabytes", \.buildMegabytes),
      ("files", \.files), ("fileKilobytes", \.fileKilobytes),
    ]
    for (key, limit) in known where reader.has(key) {
      limits[keyPath: limit] = try reader.integer(key, in: 1...1_000_000)
    }
    try reader.finish()
    return limits
  }
}
