import EventSourcing
import Foundation
import Grading
import SeededRandom
import Testing

@Suite("A scheme is read strictly")
struct SchemeTests {
  /// The repository's own scheme.
  private static func json() throws -> JSONValue {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let data = try Data(contentsOf: root.appending(path: "grading.json"))
    return try JSONDecoder().decode(JSONValue.self, from: data)
  }

  /// The error of a value that must not be read.
  private func error(
    _ value: JSONValue, sourceLocation: SourceLocation = #_sourceLocation
  ) -> DocumentError? {
    #expect(throws: DocumentError.self, sourceLocation: sourceLocation) { try Scheme(value) }
  }

  @Test("The repository's scheme is valid and says what the course fixes")
  func repository() throws {
    let scheme = try Scheme(try Self.json())
    #expect(scheme.course == "Reactive Architecture: CQRS & Event Sourcing")
    #expect(scheme.weights.reviewQuestions == 40)
    #expect(scheme.weights.caseStudies == 30)
    #expect(scheme.weights.finalExam == 30)
    #expect(scheme.passMark == 75)
    #expect(scheme.minimumIsolation == .bubblewrap)
    #expect(scheme.exercises.map(\.folder).contains("Unit2/LotRules"))
    #expect(scheme.exercises.allSatisfy { $0.folder.hasSuffix("/\($0.name)") })
  }

  /// Whether a member may be left out.
  private static func isOptional(_ place: JSONPlace) -> Bool {
    place.steps.contains("limits") || place.steps.last == "twoOptions"
      || place.steps.dropLast() == ["finalExam", "form"]
      || place.steps == ["certificates", "issuer"]
  }

  @Test(
    "Any member but limits, policies of kinds, numbers of a bullet and the issuer must be there")
  func missing() throws {
    let json = try Self.json()
    var seen = 0
    for place in places(in: json) where !Self.isOptional(place) {
      let error = error(json.removing(place.steps))
      #expect(error?.path == place.path)
      #expect(error?.problem == "is missing")
      seen += 1
    }
    #expect(seen >= 70)
    for place in places(in: json) where Self.isOptional(place) {
      _ = try Scheme(json.removing(place.steps))
    }
  }

  @Test("A bullet without a number has no question in the exam, and one at least has some")
  func examForm() throws {
    let json = try Self.json()
    let scheme = try Scheme(json)
    #expect(scheme.blueprint.map(\.bullet) == scheme.bullets.map(\.id))
    #expect(scheme.blueprint.reduce(0) { $0 + $1.count } == 30)
    let one = try Scheme(json.replacing(["finalExam", "form"], with: .object(["U3-2": .int(7)])))
    #expect(one.blueprint.map(\.bullet) == ["U3-2"])
    #expect(one.blueprint.map(\.count) == [7])
    #expect(
      error(json.replacing(["finalExam", "form"], with: .object([:])))?.path == "finalExam.form")
    let stray = error(json.replacing(["finalExam", "form", "U9-1"], with: .int(1)))
    #expect(stray?.path == "finalExam.form.U9-1")
    #expect(stray?.problem == "is no bullet of the syllabus; see `units`")
  }

  @Test(
    "An issuer is named by its key unless it says otherwise, and by its site only if it has one")
  func issuer() throws {
    let json = try Self.json()
    let place = ["certificates", "issuer"]
    #expect(try Scheme(json.removing(place)).issuer == nil)
    #expect(try Scheme(json).issuer?.identity == .key)
    #expect(try Scheme(json).issuer?.site == nil)
    let site = json.replacing(place + ["site"], with: .string("https://course.example.org/es"))
    #expect(try Scheme(site).issuer?.site == "https://course.example.org/es")
    let web = site.replacing(place + ["identity"], with: .string("web"))
    #expect(try Scheme(web).issuer?.identity == .web)
    let nowhere = json.replacing(place + ["identity"], with: .string("web"))
    #expect(error(nowhere)?.path == "certificates.issuer.identity")
    for bad in ["http://course.example.org", "https://course.example.org/", "course.example.org"] {
      #expect(
        error(json.replacing(place + ["site"], with: .string(bad)))?.path
          == "certificates.issuer.site")
    }
  }

  @Test("A policy of two options goes before that of a kind, and that before the common one")
  func policies() throws {
    let place = ["reviewQuestions", "tries"]
    let json = try Self.json()
      .replacing(
        place + ["single"],
        with: .object(["credit": .array([.int(1), .number(0.25)]), "feedback": .string("none")])
      )
      .replacing(
        place + ["twoOptions"],
        with: .object(["credit": .array([.int(1)]), "feedback": .string("verdict")]))
    let tries = try Scheme(json).reviewTries
    #expect(tries.policy(for: .choosing(among: 2)).credit == [1].map { Rational($0) })
    #expect(tries.policy(for: .choosing(among: 3)).credit == [Rational(1), Rational(1, over: 4)])
    #expect(
      tries.policy(for: .ordering(3)).credit == [Rational(1), Rational(1), Rational(1, over: 2)])
    #expect(tries.policy(for: .ordering(3)).feedback == .key)
  }

  @Test("Credit may fall from try to try and never rises; a decimal is taken as it is written")
  func credit() throws {
    let place = ["finalExam", "tries", "default", "credit"]
    let json = try Self.json()
    let good = try Scheme(
      json.replacing(place, with: .array([.number(0.7), .number(0.1), .int(0)])))
    #expect(
      good.exam.tries.standard.credit == [Rational(7, over: 10), Rational(1, over: 10), .zero])
    for bad: [JSONValue] in [
      [.number(0.5), .int(1)], [.number(1.5)], [.int(-1)], [.string("1")], [],
      [.number(0.1), .number(0.2)], [.number(1e-7), .number(1e30)],
    ] {
      #expect(
        error(json.replacing(place, with: .array(bad)))?.path == "finalExam.tries.default.credit")
    }
  }

  @Test("A bullet or unit that is named twice, or a unit that is no folder's name, is refused")
  func syllabus() throws {
    let json = try Self.json()
    let twice = error(json.replacing(["units", "1", "bullets", "0", "id"], with: .string("U1-1")))
    #expect(twice?.path == "units[1].bullets[0].id")
    for name in ["Unit1", "../Unit2", ".hidden"] {
      #expect(
        error(json.replacing(["units", "1", "name"], with: .string(name)))?.path == "units[1].name")
    }
  }

  @Test("Limits that are left out keep their defaults, one by one or all at once")
  func defaultLimits() throws {
    let json = try Self.json()
    #expect(try Scheme(json.removing(["caseStudies", "limits"])).limits == Limits())
    let places = places(in: json).filter { $0.steps.dropLast() == ["caseStudies", "limits"] }
    #expect(places.count == 8)
    for place in places {
      let reduced = try Scheme(json.replacing(["caseStudies", "limits"], with: .object([:])))
      #expect(reduced.limits == Limits())
      let one = json.replacing(["caseStudies", "limits"], with: .object([:]))
        .replacing(place.steps, with: .int(7))
      #expect(try Scheme(one).limits != Limits(), "\(place.path)")
      _ = try Scheme(json.removing(place.steps))
    }
  }

  @Test("A member of another type is refused by its path")
  func wrongType() throws {
    let json = try Self.json()
    let others: [JSONValue] = [
      .null, .bool(true), .int(-1), .number(1.5), .string(""), .array([]), .object([:]),
      .array([.int(1)]),
    ]
    for place in places(in: json) {
      for other in others {
        // Limits may be an empty object; everything else fits no member at all.
        if place.path == "caseStudies.limits" && other == .object([:]) { continue }
        // One try that earns everything.
        if place.steps.last == "credit" && other == .array([.int(1)]) { continue }
        let error = error(json.replacing(place.steps, with: other))
        #expect(error?.path.hasPrefix(place.path) == true, "\(place.path): \(error?.path ?? "")")
        #expect(error?.description.hasPrefix("grading.json: `\(place.path)") == true)
      }
    }
  }

  @Test("A whole number outside of its range is refused by its path")
  func outOfRange() throws {
    let json = try Self.json()
    let high: [String: Int64] = ["passMark": 101, "version": 3, "weight": 1_001]
    var seen = 0
    for place in places(in: json) {
      guard case .int = place.value, let name = place.steps.last else { continue }
      let isWeight = place.steps.first == "weights"
      let isHundreds = isWeight || place.steps.dropLast().last == "form"
      let tooHigh = high[name] ?? (isHundreds ? 101 : 1_000_001)
      let tooLow: Int64 = isWeight || name == "weight" ? -1 : 0
      for number in [tooHigh, tooLow, .min, .max] {
        let error = error(json.replacing(place.steps, with: .int(number)))
        #expect(error?.path == place.path, "\(number)")
      }
      seen += 1
    }
    #expect(seen >= 15)
  }

  @Test("A member that nobody knows is refused by its path, wherever it stands")
  func unknownMember() throws {
    let json = try Self.json()
    let objects = Set(places(in: json).map { $0.steps.dropLast() })
    #expect(objects.count >= 6)
    // The members of the form are bullets of the syllabus.
    for steps in objects where steps != ["finalExam", "form"] {
      let error = error(json.replacing(steps + ["pasMark"], with: .int(75)))
      let path = pathText(steps + ["pasMark"])
      #expect(error?.path == path)
      #expect(error?.problem.hasPrefix("is not known here; known are `") == true)
    }
  }

  @Test("Weights must sum to exactly 100", arguments: [(40, 30, 29), (40, 30, 31), (0, 0, 0)])
  func weights(review: Int64, cases: Int64, exam: Int64) throws {
    let weights: JSONValue = .object([
      "reviewQuestions": .int(review), "caseStudies": .int(cases), "finalExam": .int(exam),
    ])
    let error = error(try Self.json().replacing(["weights"], with: weights))
    #expect(error?.path == "weights")
    #expect(error?.problem == "must sum to exactly 100 and sum to \(review + cases + exam)")
  }

  @Test("Weights may put everything on one part")
  func extremeWeights() throws {
    let weights: JSONValue = .object([
      "reviewQuestions": .int(0), "caseStudies": .int(100), "finalExam": .int(0),
    ])
    let scheme = try Scheme(try Self.json().replacing(["weights"], with: weights))
    #expect(scheme.weights.caseStudies == 100)
  }

  @Test(
    "A folder that could lead elsewhere is refused",
    arguments: [
      "../LotRules", "Unit2/../LotRules", "/LotRules", "Unit2//LotRules", "./LotRules",
      "Unit2/./LotRules", "Unit2/LotRules/", "..", ".", "/",
    ])
  func folders(folder: String) throws {
    let place = ["caseStudies", "exercises", "1", "folder"]
    let error = error(try Self.json().replacing(place, with: .string(folder)))
    #expect(error?.path == "caseStudies.exercises[1].folder")
    #expect(error?.problem == "must be a relative path without empty, `.` or `..` steps")
  }

  @Test("A folder must end in the exercise's name")
  func folderName() throws {
    let place = ["caseStudies", "exercises", "1", "folder"]
    for folder in ["Unit2/Lotrules", "Unit2/MyLotRules", "LotRules/Unit2"] {
      let error = error(try Self.json().replacing(place, with: .string(folder)))
      #expect(error?.path == "caseStudies.exercises[1].folder")
      #expect(error?.problem == "must end in the exercise's name, LotRules")
    }
  }

  @Test("Two exercises of one name are refused, also in different folders")
  func duplicateNames() throws {
    let json = try Self.json()
    for folder in ["Unit1/FrontDesk", "Unit9/FrontDesk"] {
      let twin: JSONValue = .object([
        "name": .string("FrontDesk"), "folder": .string(folder), "weight": .int(1),
      ])
      let error = error(json.replacing(["caseStudies", "exercises", "1"], with: twin))
      #expect(error?.path == "caseStudies.exercises[1].name")
    }
  }

  @Test("At least one exercise must have a weight")
  func noWeight() throws {
    var zeros = try Self.json()
    for index in try Scheme(zeros).exercises.indices.dropFirst() {
      zeros = zeros.replacing(["caseStudies", "exercises", "\(index)", "weight"], with: .int(0))
    }
    _ = try Scheme(zeros)
    let error = error(zeros.replacing(["caseStudies", "exercises", "0", "weight"], with: .int(0)))
    #expect(error?.path == "caseStudies.exercises")
  }

  @Test("Feedback is one of three words")
  func feedback() throws {
    let json = try Self.json()
    for (word, feedback) in [("none", Scheme.Feedback.none), ("open", .open), ("all", .all)] {
      let scheme = try Scheme(json.replacing(["caseStudies", "feedback"], with: .string(word)))
      #expect(scheme.feedback == feedback)
    }
    let error = error(json.replacing(["caseStudies", "feedback"], with: .string("Open")))
    #expect(error?.problem == #"must be one of "none", "open", "all""#)
  }

  @Test("Bytes that are no JSON are refused as a whole", arguments: ["", "{", "{\"version\":1"])
  func notJSON(text: String) {
    let error = #expect(throws: DocumentError.self) { try Scheme(json: Data(text.utf8)) }
    #expect(error?.path == "")
    #expect(
      error?.description == "grading.json is not valid JSON; check it with a JSON editor.")
  }

  @Test("A member that is there twice is refused, and the line of the second is named")
  func repeatedMember() throws {
    let text = String(decoding: try JSONEncoder().encode(try Self.json()), as: UTF8.self)
    let twice = "{\"passMark\": 1,\n" + text.dropFirst()
    let error = #expect(throws: DocumentError.self) { try Scheme(json: Data(twice.utf8)) }
    #expect(
      error?.description
        == "grading.json has a member twice in one object, the second time in line 2; keep one of them."
    )
  }

  @Test("A file in another encoding is told as such")
  func encoding() throws {
    let marked = #expect(throws: DocumentError.self) { try Scheme(json: Data("\u{FEFF}{}".utf8)) }
    #expect(
      marked?.description
        == "grading.json begins with a byte order mark; save it as UTF-8 without one.")
    let latin = Data("{\n\"course\": \"".utf8) + [0xE9] + Data("\"}".utf8)
    let error = #expect(throws: DocumentError.self) { try Scheme(json: latin) }
    #expect(error?.description == "grading.json is not UTF-8 in line 2; save it as UTF-8.")
  }

  @Test("JSON that is no object is refused", arguments: ["[]", "1", "null", "\"x\""])
  func noObject(text: String) {
    let error = #expect(throws: DocumentError.self) { try Scheme(json: Data(text.utf8)) }
    #expect(error?.description == "grading.json must be an object.")
  }

  @Test("Any damage to the bytes of a scheme is read or refused and never traps")
  func damaged() throws {
    let bytes = Array(try JSONEncoder().encode(try Self.json()))
    var refused = 0
    for seed in 0..<500 {
      var random = SeededGenerator(seed: UInt64(seed))
      var damaged = bytes
      let place = Int.random(in: 0..<bytes.count, using: &random)
      damaged[place] = .random(in: 0...255, using: &random)
      do { _ = try Scheme(json: Data(damaged)) } catch { refused += 1 }
    }
    #expect(refused > 100)
  }
}
