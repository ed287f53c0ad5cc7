import Arguments
import Testing

/// How values are read.
@Suite("Syntaxes of values")
struct SyntaxTests {
  /// Parses a single value and yields it or the message about it.
  private func read<Value>(_ text: String, _ syntax: Syntax<Value>) -> (Value?, String?) {
    let option = Option(required: "value", syntax, help: "")
    let tool = Command<Value>("tool", abstract: "", arguments: [option]) { $0[option] }
    do throws(UsageError) {
      guard case .action(let value) = try tool.parse(["--value=\(text)"]) else { return (nil, nil) }
      return (value, nil)
    } catch {
      return (nil, error.message)
    }
  }

  @Test("Whole numbers are read up to their bounds", arguments: [Int.min, -7, 0, 7, Int.max])
  func integers(number: Int) {
    #expect(read(String(number), .integer).0 == number)
    #expect(read(String(number), .integer(in: number...number)).0 == number)
  }

  @Test(
    "What is no whole number is refused", arguments: ["1.0", "", " 1", "٣", "9223372036854775808"])
  func noIntegers(text: String) {
    #expect(read(text, .integer).0 == nil)
  }

  @Test("A message tells the bounds there are")
  func bounds() {
    let start = "The value '5' is invalid for '--value <value>'. Please provide a whole number "
    #expect(read("5", .integer(in: 6...Int.max)).1 == start + "of at least 6.")
    #expect(read("5", .integer(in: Int.min...4)).1 == start + "of at most 4.")
    #expect(read("5", .integer(in: 1...4)).1 == start + "from 1 to 4.")
    #expect(
      read("x", .integer).1
        == "The value 'x' is invalid for '--value <value>'. Please provide a whole number.")
  }

  @Test("A syntax of one's own reads values and says what it expects")
  func custom() {
    let hex = Syntax<UInt8>(
      expectation: "two hexadecimal digits",
      read: { $0.count == 2 ? UInt8($0, radix: 16) : nil },
      write: { String($0, radix: 16) })
    #expect(read("fF", hex).0 == 255)
    #expect(
      read("f", hex).1
        == "The value 'f' is invalid for '--value <value>'. Please provide two hexadecimal digits.")
  }

  @Test("A syntax without a word on what it expects only refuses")
  func terse() {
    let none = Syntax<Int>(read: { _ in nil }, write: { String($0) })
    #expect(read("x", none).1 == "The value 'x' is invalid for '--value <value>'")
  }
}
