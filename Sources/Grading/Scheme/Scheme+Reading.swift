package import EventSourcing
package import FoundationEssentials

extension Scheme {
  /// The name of the file.
  package static let document = "grading.json"

  /// Reads and checks the bytes of `grading.json`.
  ///
  /// - Throws: ``DocumentError`` naming the first place that is wrong and its remedy.
  package init(json: Data) throws(DocumentError) {
    try self.init(try Self.document(json))
  }

  /// Parses the bytes of `grading.json`.
  package static func document(_ json: Data) throws(DocumentError) -> JSONValue {
    try JSONValue(json, ofDocument: Self.document)
  }

  /// Reads and checks a parsed scheme.
  package init(_ value: JSONValue) throws(DocumentError) {
    var root = try ObjectReader(value, in: Self.document)
    let version = try root.integer("version", in: 1...Int.max)
    guard version == Self.version else {
      throw root.error(
        at: "version", "is \(version), and this grader reads version \(Self.version)")
    }
    course = try root.string("course")
    units = try Self.units(try root.objects("units"))
    weights = try Self.weights(try root.object("weights"))
    passMark = try root.integer("passMark", in: 1...100)
    var reviewQuestions = try root.object("reviewQuestions")
    reviewTries = try TryPolicies(try reviewQuestions.object("tries"))
    try reviewQuestions.finish()
    var caseStudies = try root.object("caseStudies")
    exercises = try Self.exercises(try caseStudies.objects("exercises"))
    keep = try caseStudies.choice("keep", of: Keep.self)
    feedback = try caseStudies.choice("feedback", of: Feedback.self)
    limits =
      caseStudies.has("limits") ? try Self.limits(try caseStudies.object("limits")) : Limits()
    try caseStudies.finish()
    exam = try Self.exam(try root.object("finalExam"), of: units)
    var certificates = try root.object("certificates")
    minimumIsolation = try Self.isolation("minimumIsolation", of: &certificates)
    issuer = certificates.has("issuer") ? try Self.issuer(try certificates.object("issuer")) : nil
    try certificates.finish()
    try root.finish()
  }

  /// Reads a level of isolation.
  private static func isolation(
    _ key: String, of reader: inout ObjectReader
  ) throws(DocumentError) -> Isolation {
    let name = try reader.string(key)
    guard let level = Isolation(rawValue: name) else {
      let known = Isolation.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: " or ")
      throw reader.error(at: key, "must be \(known), not \"\(name)\"")
    }
    return level
  }

  /// Reads the units, whose names and bullets must differ.
  private static func units(_ readers: [ObjectReader]) throws(DocumentError) -> [Unit] {
    var units: [Unit] = []
    var seen: Set<BulletID> = []
    for var reader in readers {
      var unit = Unit(
        name: try reader.string("name"), title: try reader.string("title"), bullets: [])
      guard !unit.name.contains("/"), !unit.name.hasPrefix("."),
        !units.contains(where: { $0.name == unit.name })
      else {
        throw reader.error(at: "name", "must be the name of one folder, another one in each unit")
      }
      for var reader in try reader.objects("bullets") {
        let bullet = Bullet(
          id: BulletID(rawValue: try reader.string("id")), title: try reader.string("title"))
        guard seen.insert(bullet.id).inserted else {
          throw reader.error(at: "id", "is used twice; each bullet has its own")
        }
        try reader.finish()
        unit.bullets.append(bullet)
      }
      try reader.finish()
      units.append(unit)
    }
    return units
  }

  /// Reads who issues certificates.
  private static func issuer(_ reader: ObjectReader) throws(DocumentError) -> Issuer {
    var reader = reader
    let issuer = Issuer(
      name: try reader.string("name"), site: reader.has("site") ? try reader.string("site") : nil,
      identity: reader.has("identity")
        ? try reader.choice("identity", of: Issuer.Identity.self) : .key,
      achievement: try reader.string("achievement"), tags: try reader.strings("tags"))
    try reader.finish()
    if let site = issuer.site, !site.hasPrefix("https://") || site.hasSuffix("/") {
      throw reader.error(at: "site", "must begin with https:// and not end with a slash")
    }
    guard issuer.site != nil || issuer.identity == .key else {
      throw reader.error(at: "identity", "can be \"web\" only if there is a `site`")
    }
    return issuer
  }

  /// Reads how the exam is taken.
  private static func exam(
    _ reader: ObjectReader, of units: [Unit]
  ) throws(DocumentError) -> Exam {
    var reader = reader
    let bullets = units.flatMap { $0.bullets.map(\.id) }
    var form: [BulletID: Int] = [:]
    var formReader = try reader.object("form")
    for key in formReader.keys {
      let bullet = BulletID(rawValue: key)
      guard bullets.contains(bullet) else {
        throw formReader.error(at: key, "is no bullet of the syllabus; see `units`")
      }
      form[bullet] = try formReader.integer(key, in: 1...100)
    }
    guard !form.isEmpty else {
      throw reader.error(at: "form", "must ask for one question of one bullet at least")
    }
    let exam = Exam(
      form: form, tries: try TryPolicies(try reader.object("tries")),
      minutes: reader.has("minutes") ? try reader.integer("minutes", in: 1...10_000) : nil,
      afterClosing: try reader.choice("afterClosing", of: TryPolicy.Feedback.self))
    try reader.finish()
    return exam
  }

  /// Reads the weights, which must sum to exactly 100.
  private static func weights(_ reader: ObjectReader) throws(DocumentError) -> Weights {
    var reader = reader
    let weights = Weights(
      reviewQuestions: try reader.integer("reviewQuestions", in: 0...100),
      caseStudies: try reader.integer("caseStudies", in: 0...100),
      finalExam: try reader.integer("finalExam", in: 0...100))
    try reader.finish()
    let sum = weights.reviewQuestions + weights.caseStudies + weights.finalExam
    guard sum == 100 else {
      throw reader.error("must sum to exactly 100 and sum to \(sum)")
    }
    return weights
  }

  /// Reads the exercises, whose names and folders must differ.
  private static func exercises(_ readers: [ObjectReader]) throws(DocumentError) -> [Exercise] {
    var exercises: [Exercise] = []
    for var reader in readers {
      let exercise = Exercise(
        name: try reader.string("name"), folder: try reader.string("folder"),
        weight: try reader.integer("weight", in: 0...1000))
      try reader.finish()
      let steps = exercise.folder.split(separator: "/", omittingEmptySubsequences: false)
      guard !steps.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) else {
        throw reader.error(
          at: "folder", "must be a relative path without empty, `.` or `..` steps")
      }
      guard steps.last.map(String.init) == exercise.name else {
        throw reader.error(
          at: "folder", "must end in the exercise's name, \(exercise.name)")
      }
      guard !exercises.contains(where: { $0.name == exercise.name }) else {
        throw reader.error(at: "name", "is used twice; each exercise has its own")
      }
      exercises.append(exercise)
    }
    guard exercises.contains(where: { $0.weight > 0 }) else {
      throw DocumentError(
        in: Self.document, at: "caseStudies.exercises",
        "must have one exercise of weight 1 or more")
    }
    return exercises
  }

  /// Reads the limits; one that is left out keeps its default.
  private static func limits(_ reader: ObjectReader) throws(DocumentError) -> Limits {
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
