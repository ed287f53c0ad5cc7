import EventSourcing
import Foundation
import Grading
import SeededRandom
import Testing

@testable import Gradebook

@Suite("Values go to JSON and back without text")
struct JSONValueCodingTests {
  /// A value with everything that events are made of.
  private struct Sample: Codable, Hashable {
    enum Choice: Codable, Hashable {
      case none
      case one(Int)
      case named(text: String, list: [Bool])
    }

    var text: String
    var number: Int
    var wide: Int64
    var half: Double
    var flag: Bool
    var absent: String?
    var present: String?
    var list: [[Int]]
    var choices: [Choice]
    var ids: [QuestionID: FractionText]
    var json: JSONValue
    var nothing: [String: Int]
  }

  /// A random sample.
  private static func sample(_ random: inout SeededGenerator) -> Sample {
    Sample(
      text: random.pick(["", "x", "é\u{0}", "\"\\"]), number: random.next(below: 9) - 4,
      wide: .min, half: Double(random.next(below: 9)) / 4, flag: random.toss(), absent: nil,
      present: random.toss() ? "here" : nil, list: [[], [1, 2], [random.next(below: 5)]],
      choices: [.none, .one(random.next(below: 5)), .named(text: "t", list: [true, false])],
      ids: ["Q1": FractionText(Rational(1, over: 1 + random.next(below: 5)))],
      json: .object(["a": .array([.null, .number(1.5)])]), nothing: [:])
  }

  @Test("The JSON is that of the JSON encoder, and reading it gives the value again")
  func oracle() throws {
    for seed in 0..<200 {
      var random = SeededGenerator(seed: UInt64(seed))
      let sample = Self.sample(&random)
      let json = JSONValue(encoding: sample)
      let text = try JSONEncoder().encode(sample)
      #expect(try JSONDecoder().decode(JSONValue.self, from: text) == json)
      #expect(try json.decoded(as: Sample.self) == sample)
    }
  }

  @Test("JSON of another shape is refused wherever the JSON decoder refuses it")
  func refusals() throws {
    var random = SeededGenerator(seed: 1)
    let json = JSONValue(encoding: Self.sample(&random))
    guard case .object(let members) = json else {
      Issue.record("a sample is an object")
      return
    }
    var refused = 0
    for name in members.keys {
      for other: JSONValue? in [
        nil, .null, .int(1), .int(.max), .number(0.5), .string("x"), .bool(true), .array([]),
        .object([:]), .array([.int(1)]),
      ] {
        var changed = members
        changed[name] = other
        let text = try JSONEncoder().encode(JSONValue.object(changed))
        let ours = try? JSONValue.object(changed).decoded(as: Sample.self)
        let theirs = try? JSONDecoder().decode(Sample.self, from: text)
        #expect(ours == theirs, "\(name): \(String(describing: other))")
        if ours == nil { refused += 1 }
      }
    }
    #expect(refused > 60)
  }
}
