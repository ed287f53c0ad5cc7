import Grading

/// Reads an expression from left to right and computes while it reads.
struct ExpressionReader {
  private let text: [UInt8]
  private var place = 0
  private var depth = 0
  /// How many operators and functions were computed.
  private(set) var steps = 0

  /// Stands before the first character.
  init(_ text: String) {
    self.text = Array(text.utf8)
  }

  /// The value of the whole text.
  mutating func whole() throws(ComputationError) -> Rational {
    let value = try comparison()
    skipSpaces()
    guard place == text.count else { throw error("an operator or the end") }
    return value
  }

  /// A sum, or two of them compared.
  private mutating func comparison() throws(ComputationError) -> Rational {
    let left = try sum()
    let operators: [(String, (Rational, Rational) -> Bool)] = [
      (">=", { $0 >= $1 }), ("<=", { $0 <= $1 }), ("==", { $0 == $1 }), ("!=", { $0 != $1 }),
      (">", { $0 > $1 }), ("<", { $0 < $1 }),
    ]
    for (symbol, holds) in operators where skip(symbol) {
      steps += 1
      return holds(left, try sum()) ? .one : .zero
    }
    return left
  }

  /// Products added and subtracted.
  private mutating func sum() throws(ComputationError) -> Rational {
    var value = try product()
    while true {
      if skip("+") {
        value = value + (try product())
      } else if skip("-") {
        value = value - (try product())
      } else {
        return value
      }
      steps += 1
    }
  }

  /// Operands multiplied and divided.
  private mutating func product() throws(ComputationError) -> Rational {
    var value = try sign()
    while true {
      if skip("*") {
        value = value * (try sign())
      } else if skip("/") {
        let divisor = try sign()
        guard divisor != .zero else { throw divisionByZero() }
        value = value / divisor
      } else {
        return value
      }
      steps += 1
    }
  }

  /// An operand after any number of minus signs.
  private mutating func sign() throws(ComputationError) -> Rational {
    guard skip("-") else { return try operand() }
    try enter()
    defer { depth -= 1 }
    return .zero - (try sign())
  }

  /// A number, something in parentheses, or a function.
  private mutating func operand() throws(ComputationError) -> Rational {
    if skip("(") {
      try enter()
      defer { depth -= 1 }
      let value = try comparison()
      guard skip(")") else { throw error("a closing parenthesis") }
      return value
    }
    let word = word { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
    if !word.isEmpty { return try function(word) }
    let digits = self.word { ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2E }
    guard let number = digits.isEmpty ? nil : Rational(digits) else {
      throw error("a number, a parenthesis or a function")
    }
    return number
  }

  /// A function with its arguments.
  private mutating func function(_ name: String) throws(ComputationError) -> Rational {
    guard skip("(") else { throw error("an opening parenthesis after \(name)") }
    try enter()
    defer { depth -= 1 }
    var arguments = [try comparison()]
    while skip(",") { arguments.append(try comparison()) }
    guard skip(")") else { throw error("a comma or a closing parenthesis") }
    steps += 1
    switch (name, arguments.count) {
    case ("min", _): return arguments.min() ?? .zero
    case ("max", _): return arguments.max() ?? .zero
    case ("sum", _): return arguments.reduce(.zero, +)
    case ("count", _): return Rational(arguments.count { $0 != .zero })
    case ("floor", 1): return Rational(arguments[0].floor, over: BigInteger(1))
    case ("ceil", 1): return Rational(arguments[0].ceiling, over: BigInteger(1))
    case ("abs", 1): return max(arguments[0], .zero - arguments[0])
    case ("mod", 2):
      guard arguments[1] != .zero else { throw divisionByZero() }
      let quotient = (arguments[0] / arguments[1]).floor
      return arguments[0] - arguments[1] * Rational(quotient, over: BigInteger(1))
    case ("floor", _), ("ceil", _), ("abs", _):
      throw ComputationError("The function \(name) takes one number, not \(arguments.count).")
    case ("mod", _):
      throw ComputationError("The function mod takes two numbers, not \(arguments.count).")
    default:
      throw ComputationError(
        "There is no function \(name.prefix(20)). Use min, max, sum, count, floor, ceil, abs or mod."
      )
    }
  }

  /// Goes one level deeper.
  private mutating func enter() throws(ComputationError) {
    depth += 1
    guard depth <= Computation.maximumDepth else {
      throw ComputationError(
        "The computation nests deeper than \(Computation.maximumDepth) levels; split it.")
    }
  }

  /// Takes a symbol if it comes next.
  private mutating func skip(_ symbol: String) -> Bool {
    skipSpaces()
    guard text[place...].starts(with: symbol.utf8) else { return false }
    place += symbol.utf8.count
    return true
  }

  /// Takes the characters of a kind that come next.
  private mutating func word(of isPart: (UInt8) -> Bool) -> String {
    skipSpaces()
    let characters = text[place...].prefix(while: isPart)
    place += characters.count
    return String(decoding: characters, as: UTF8.self)
  }

  private mutating func skipSpaces() {
    while place < text.count, text[place] == UInt8(ascii: " ") { place += 1 }
  }

  /// Says what should have come next.
  private func error(_ expected: String) -> ComputationError {
    ComputationError("The computation needs \(expected) at character \(place + 1).")
  }

  /// Says that there is no quotient.
  private func divisionByZero() -> ComputationError {
    ComputationError("The computation divides by zero before character \(place + 1).")
  }
}
