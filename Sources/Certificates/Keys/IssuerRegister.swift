/// The keys of an issuer, past and present: what verifiers pin.
///
/// As JSON it is `issuers.json`, which an issuer publishes:
///
/// ```text
/// { "format": "grader.issuers", "version": 1, "web": "did:web:course.example.org",
///   "keys": [ { "name": "key-1", "key": "z6Mk…", "status": "active" | "retired" | "compromised",
///     "from": "2026-11-24T18:40:00Z", "until": "2027-…" } ] }
/// ```
///
/// `web` is left out where certificates name the key itself as their issuer, and `until` of the key in use. **Certificates
/// of a retired key stay valid; those of a compromised one do not**, whatever date they bear.
package struct IssuerRegister: Codable, Hashable, Sendable {
  /// Always `grader.issuers`.
  package let format: String
  /// The version of the form.
  package let version: Int
  /// The DID of the method `web` under which the keys are published, if there is one.
  package var web: String?
  /// The keys in the order in which they were made.
  package var keys: [Key]

  /// One key.
  package struct Key: Codable, Hashable, Sendable {
    /// Its name among the issuer's keys: `key-1`.
    package var name: String
    /// The key, as multibase writes it.
    package var key: String
    /// Whether it is in use.
    package var status: Status
    /// Since when it is in use.
    package var from: String
    /// Until when it was.
    package var until: String?
  }

  /// Whether a key is in use.
  package enum Status: String, Codable, Hashable, Sendable {
    /// It is.
    case active
    /// It is not any more; what it signed holds.
    case retired
    /// Somebody else may have had it; nothing it signed can be trusted.
    case compromised
  }

  /// A register without keys.
  package init() {
    format = "grader.issuers"
    version = 1
    keys = []
  }

  /// A register of keys that a verifier was told to trust.
  package init(pinning keys: [PublicKey]) {
    self.init()
    self.keys = keys.map {
      Key(name: "pinned", key: $0.multibase, status: .active, from: "", until: nil)
    }
  }

  /// Whether it is of the form that this grader reads.
  package var isReadable: Bool {
    format == "grader.issuers" && version == 1
      && keys.allSatisfy { PublicKey(multibase: $0.key) != nil }
      && keys.count { $0.status == .active } <= 1
  }

  /// The key in use.
  package var active: Key? { keys.first { $0.status == .active } }

  /// The key of an entry.
  private func entry(of key: PublicKey) -> Key? { keys.first { $0.key == key.multibase } }

  /// Checks the proofs of a document by the keys of this register.
  ///
  /// - Parameters:
  ///   - proofs: The proofs.
  ///   - issuer: Who the document says that it is of.
  /// - Returns: The key that signed it.
  func verify(
    _ proofs: ProofSet, of issuer: String
  ) throws(InvalidCertificate) -> (key: PublicKey, status: Status) {
    let method = proofs.verificationMethod
    if let key = PublicKey(did: issuer) {
      guard method == "\(key.did)#\(key.multibase)" else {
        throw InvalidCertificate("its proofs name another key than its issuer")
      }
      try proofs.verify(by: key)
      guard let entry = entry(of: key) else {
        throw InvalidCertificate(
          "its issuer, \(key.did), is not one that you trust. If the issuer's own page names this key, "
            + "say so with --issuer \(key.did)")
      }
      return (key, try usable(entry))
    }
    guard issuer.hasPrefix("did:web:"), method.hasPrefix(issuer + "#"), web ?? issuer == issuer
    else {
      throw InvalidCertificate("its issuer, “\(issuer.prefix(200))”, is not one that you trust")
    }
    // The name behind the number sign finds the key; the key decides.
    let name = method.dropFirst(issuer.utf8.count + 1)
    let candidates = keys.filter { $0.name == name || $0.name == "pinned" }
    var reason = InvalidCertificate(
      candidates.isEmpty
        ? "its key, \(method.prefix(200)), is not one that you trust"
        : "none of the keys that you trust signed it")
    for entry in candidates {
      guard let key = PublicKey(multibase: entry.key) else { continue }
      do {
        try proofs.verify(by: key)
        return (key, try usable(entry))
      } catch { reason = error }
    }
    throw reason
  }

  /// Refuses a key that was compromised.
  func usable(_ entry: Key) throws(InvalidCertificate) -> Status {
    guard entry.status != .compromised else {
      throw InvalidCertificate("it was signed with a key that was withdrawn as compromised")
    }
    return entry.status
  }

  /// Finds a key that is pinned and may be relied on.
  func trusted(_ key: PublicKey) throws(InvalidCertificate) -> Status {
    guard let entry = entry(of: key) else {
      throw InvalidCertificate(
        "its key, \(key.multibase), is not one that you trust. If the issuer's own page names this key, "
          + "say so with --issuer \(key.did)")
    }
    return try usable(entry)
  }
}
