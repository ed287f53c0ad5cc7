import CCrypto

/// A whole number of any size, computed by libcrypto.
///
/// Sums of fractions over the points of many exercises outgrow every machine word, and a mark is never rounded.
package struct BigInteger: Sendable {
  private let storage: Storage

  /// Owns a number of libcrypto's.
  ///
  /// **The number is written only before anybody else can see it**, so it is safe to share.
  private final class Storage: Sendable {
    nonisolated(unsafe) let number: OpaquePointer

    init() {
      guard let number = BN_new() else { preconditionFailure("libcrypto has memory for a number") }
      self.number = number
    }

    deinit { BN_free(number) }
  }

  /// Makes a number by filling in a new one.
  private init(filledBy fill: (OpaquePointer) -> Int32) {
    storage = Storage()
    precondition(fill(storage.number) == 1, "libcrypto computes with whole numbers")
  }

  /// The number of a machine word.
  package init(_ value: Int) {
    self.init { number in
      guard BN_set_word(number, UInt(value.magnitude)) == 1 else { return 0 }
      BN_set_negative(number, value < 0 ? 1 : 0)
      return 1
    }
  }

  /// The number that a text writes in decimal digits, after a minus sign if it is negative; else `nil`.
  package init?(_ text: some StringProtocol) {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard (1...10_000).contains(digits.utf8.count),
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    self.init { number in
      var target: OpaquePointer? = number
      return BN_dec2bn(&target, String(text)) > 0 ? 1 : 0
    }
  }

  /// Whether it is zero.
  package var isZero: Bool { BN_is_zero(storage.number) == 1 }

  /// Whether it is below zero.
  package var isNegative: Bool { BN_is_negative(storage.number) == 1 }

  /// The number without its sign.
  package var magnitude: Self { isNegative ? Self(0) - self : self }

  /// The sum.
  package static func + (a: Self, b: Self) -> Self {
    Self { BN_add($0, a.storage.number, b.storage.number) }
  }

  /// The difference.
  package static func - (a: Self, b: Self) -> Self {
    Self { BN_sub($0, a.storage.number, b.storage.number) }
  }

  /// The product.
  package static func * (a: Self, b: Self) -> Self {
    Self { number in withContext { BN_mul(number, a.storage.number, b.storage.number, $0) } }
  }

  /// The quotient cut off toward zero.
  ///
  /// The divisor must not be zero.
  package static func / (a: Self, b: Self) -> Self {
    Self { number in
      withContext { BN_div(number, nil, a.storage.number, b.storage.number, $0) }
    }
  }

  /// The rest of the division that cuts off toward zero; carries the sign of the dividend.
  ///
  /// The divisor must not be zero.
  package static func % (a: Self, b: Self) -> Self {
    Self { number in
      withContext { BN_div(nil, number, a.storage.number, b.storage.number, $0) }
    }
  }

  /// The greatest number that divides both; at least 0.
  package static func greatestCommonDivisor(_ a: Self, _ b: Self) -> Self {
    Self { number in withContext { BN_gcd(number, a.storage.number, b.storage.number, $0) } }
  }

  /// Runs a computation that needs room for intermediate results.
  private static func withContext(_ body: (OpaquePointer) -> Int32) -> Int32 {
    guard let context = BN_CTX_new() else { return 0 }
    defer { BN_CTX_free(context) }
    return body(context)
  }
}

extension BigInteger: Comparable, Hashable {
  /// Compares the values.
  package static func == (a: Self, b: Self) -> Bool {
    BN_cmp(a.storage.number, b.storage.number) == 0
  }

  /// Compares the values.
  package static func < (a: Self, b: Self) -> Bool {
    BN_cmp(a.storage.number, b.storage.number) < 0
  }

  /// Hashes the value.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(description)
  }
}

extension BigInteger: CustomStringConvertible {
  /// The decimal digits, after a minus sign if it is negative.
  package var description: String {
    guard let text = BN_bn2dec(storage.number) else {
      preconditionFailure("libcrypto has memory for a text")
    }
    // What its macro OPENSSL_free stands for.
    defer { CRYPTO_free(text, nil, 0) }
    return String(cString: text)
  }
}
