import CCrypto

/// An Ed25519 private key (RFC 8032), signed with by libcrypto.
///
/// **It is never printed and never encoded but as PEM.**
package struct SigningKey: Sendable {
  /// The 32 bytes that everything else follows from.
  private let seed: [UInt8]
  /// The public half.
  package let publicKey: PublicKey

  /// Makes a new key from libcrypto's random numbers.
  package init() {
    var seed = [UInt8](repeating: 0, count: 32)
    precondition(RAND_priv_bytes(&seed, 32) == 1, "libcrypto has random numbers")
    guard let key = Self(seed: seed) else { preconditionFailure("any 32 bytes are a key") }
    self = key
  }

  /// Makes the key of a seed; `nil` unless it has 32 bytes.
  package init?(seed: [UInt8]) {
    guard seed.count == 32,
      let key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, seed.count)
    else { return nil }
    defer { EVP_PKEY_free(key) }
    self.init(key)
  }

  /// Reads a key from PEM of PKCS #8 (RFC 5958, RFC 8410), without a passphrase.
  ///
  /// - Returns: `nil` for anything else, another kind of key among it.
  package init?(pem: [UInt8]) {
    guard let input = BIO_new_mem_buf(pem, Int32(clamping: pem.count)) else { return nil }
    defer { BIO_free(input) }
    // Without this libcrypto would ask the terminal for a passphrase.
    guard let key = PEM_read_bio_PrivateKey(input, nil, { _, _, _, _ in -1 }, nil) else {
      return nil
    }
    defer { EVP_PKEY_free(key) }
    guard EVP_PKEY_get_id(key) == EVP_PKEY_ED25519 else { return nil }
    self.init(key)
  }

  /// Takes both halves out of libcrypto's key.
  private init?(_ key: OpaquePointer) {
    var seed = [UInt8](repeating: 0, count: 32)
    var publicBytes = [UInt8](repeating: 0, count: PublicKey.size)
    var (seedSize, publicSize) = (seed.count, publicBytes.count)
    guard EVP_PKEY_get_raw_private_key(key, &seed, &seedSize) == 1, seedSize == 32,
      EVP_PKEY_get_raw_public_key(key, &publicBytes, &publicSize) == 1,
      publicSize == PublicKey.size, let publicKey = PublicKey(bytes: publicBytes)
    else { return nil }
    self.seed = seed
    self.publicKey = publicKey
  }

  /// The key as PEM of PKCS #8.
  package var pem: [UInt8] {
    guard let key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, seed.count),
      let output = BIO_new(BIO_s_mem())
    else { preconditionFailure("libcrypto took this key before") }
    defer {
      EVP_PKEY_free(key)
      BIO_free(output)
    }
    precondition(
      PEM_write_bio_PKCS8PrivateKey(output, key, nil, nil, 0, nil, nil) == 1,
      "libcrypto writes its own keys")
    var bytes = [UInt8](repeating: 0, count: 1_000)
    let count = BIO_read(output, &bytes, Int32(bytes.count))
    return Array(bytes.prefix(Int(count)))
  }

  /// The signature of some bytes; always the same for the same bytes.
  package func signature(of message: [UInt8]) -> [UInt8] {
    guard let key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, seed.count),
      let context = EVP_MD_CTX_new()
    else { preconditionFailure("libcrypto took this key before") }
    defer {
      EVP_PKEY_free(key)
      EVP_MD_CTX_free(context)
    }
    var signature = [UInt8](repeating: 0, count: PublicKey.signatureSize)
    var size = signature.count
    precondition(
      EVP_DigestSignInit(context, nil, nil, nil, key) == 1
        && EVP_DigestSign(context, &signature, &size, message, message.count) == 1
        && size == signature.count,
      "libcrypto signs with its own keys")
    return signature
  }
}
