import Grading
import SeededRandom
import Testing

@Suite("Whole numbers of any size")
struct BigIntegerTests {
  @Test("Arithmetic and order agree with machine words twice as wide")
  func oracle() throws {
    for seed in 0..<4_000 {
      var random = SeededGenerator(seed: UInt64(seed))
      let a = Int(bitPattern: UInt(random.next())) >> random.next(below: 63)
      let b = Int(bitPattern: UInt(random.next())) >> random.next(below: 63)
      let (x, y) = (Int128(a), Int128(b))
      #expect("\(BigInteger(a) + BigInteger(b))" == "\(x + y)")
      #expect("\(BigInteger(a) - BigInteger(b))" == "\(x - y)")
      #expect("\(BigInteger(a) * BigInteger(b))" == "\(x * y)")
      #expect((BigInteger(a) < BigInteger(b)) == (a < b))
      #expect((BigInteger(a) == BigInteger(b)) == (a == b))
      if b != 0 {
        #expect("\(BigInteger(a) / BigInteger(b))" == "\(x / y)")
        #expect("\(BigInteger(a) % BigInteger(b))" == "\(x % y)")
      }
      #expect(BigInteger("\(a)") == BigInteger(a))
    }
    for edge in [Int.min, .min + 1, -1, 0, 1, .max] {
      #expect("\(BigInteger(edge))" == "\(edge)")
      #expect("\(BigInteger(edge).magnitude)" == "\(edge.magnitude)")
    }
  }

  @Test("A product of many primes is divided back to one")
  func large() throws {
    let primes = [1_000_003, 998_244_353, 2_147_483_647, 67_280_421_310_721]
    var product = BigInteger(1)
    for prime in primes + primes + primes { product = product * BigInteger(prime) }
    #expect("\(product)".count > 110)
    #expect(BigInteger("\(product)") == product)
    for prime in primes + primes + primes {
      #expect((product % BigInteger(prime)).isZero)
      #expect(BigInteger.greatestCommonDivisor(product, BigInteger(prime)) == BigInteger(prime))
      product = product / BigInteger(prime)
    }
    #expect(product == BigInteger(1))
  }

  @Test(
    "A text that is no whole number is not read",
    arguments: ["", "-", "+1", " 1", "1 ", "1.0", "--1", "0x1", "١", "1e3"])
  func notRead(text: String) {
    #expect(BigInteger(text) == nil)
  }
}
