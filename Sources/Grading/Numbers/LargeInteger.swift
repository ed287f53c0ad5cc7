import CCrypto

/// A whole number that libcrypto keeps and computes with.
///
/// **The number is written only before anybody else can see it**, so it is safe to share.
final class LargeInteger: Sendable, CustomStringConvertible {
  nonisolated(unsafe) private let number: OpaquePointer

  /// Makes a number by filling in a new one.
  private init(filledBy fill: (OpaquePointer) -> Int32) {
    guard let number = BN_new() else { preconditionFailure("libcrypto has memory for a number") }
    self.number = number
    precondition(fill(number) == 1, "libcrypto computes with whole numbers")
  }

  deinit { BN_free(number) }

  /// The number of a machine word.
  convenience init(_ value: Int) {
    self.init { number in
      guard BN_set_word(number, UInt(value.magnitude)) == 1 else { return 0 }
      BN_set_negative(number, value < 0 ? 1 : 0)
      return 1
    }
  }

  /// The number that a text writes, which must be decimal digits, perhaps after a minus sign.
  convenience init(decimal text: String) {
    self.init { number in
      var target: OpaquePointer? = number
      return BN_dec2bn(&target, text) > 0 ? 1 : 0
    }
  }

  /// The sum.
  static func sum(_ a: LargeInteger, _ b: LargeInteger) -> LargeInteger {
    LargeInteger { BN_add($0, a.number, b.number) }
  }

  /// The difference.
  static func difference(_ a: LargeInteger, _ b: LargeInteger) -> LargeInteger {
    LargeInteger { BN_sub($0, a.number, b.number) }
  }

  /// The product.
  static func product(_ a: LargeInteger, _ b: LargeInteger) -> LargeInteger {
    LargeInteger { number in withContext { BN_mul(number, a.number, b.number, $0) } }
  }

  /// The quotient cut off toward zero.
  static func quotient(_ a: LargeInteger, _ b: LargeInteger) -> LargeInteger {
    LargeInteger { number in withContext { BN_div(number, nil, a.number, b.number, $0) } }
  }

  /// The rest of the division that cuts off toward zero.
  static func rest(_ a: LargeInteger, _ b: LargeInteger) -> LargeInteger {
    LargeInteger { number in withContext { BN_div(nil, number, a.number, b.number, $0) } }
  }

  /// The greatest number that divides both.
  static func greatestCommonDivisor(_ a: LargeInteger, _ b: LargeInteger) -> LargeInteger {
    LargeInteger { number in withContext { BN_gcd(number, a.number, b.number, $0) } }
  }

  /// Below, at or above 0 as the number is below, equal to or above another.
  func compare(to other: LargeInteger) -> Int32 { BN_cmp(number, other.number) }

  /// The decimal digits, after a minus sign if it is negative.
  var description: String {
    guard let text = BN_bn2dec(number) else {
      preconditionFailure("libcrypto has memory for a text")
    }
    // What its macro OPENSSL_free stands for.
    defer { CRYPTO_free(text, nil, 0) }
    return String(cString: text)
  }

  /// Runs a computation that needs room for intermediate results.
  private static func withContext(_ body: (OpaquePointer) -> Int32) -> Int32 {
    guard let context = BN_CTX_new() else { return 0 }
    defer { BN_CTX_free(context) }
    return body(context)
  }
}
