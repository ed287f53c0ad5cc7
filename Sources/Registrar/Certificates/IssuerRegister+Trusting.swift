package import Certificates

extension IssuerRegister {
  /// The keys that a verifier trusts: those that were named, else those of the folder of keys, if there is one.
  ///
  /// - Parameters:
  ///   - pinned: Keys that were named one by one.
  ///   - file: An issuer's register that was named.
  ///   - keys: The folder of keys, which is looked at if nothing else was named.
  ///   - isFolderNamed: Whether the folder was named; then it must be there.
  /// - Throws: `KeyFolderError` if what was named cannot be read.
  package init(
    trusting pinned: [PublicKey], register file: String?, keys: KeyFolder, isFolderNamed: Bool
  ) throws(KeyFolderError) {
    self.init()
    if let file {
      self = try KeyFolder.register(at: file)
    } else if pinned.isEmpty {
      do throws(KeyFolderError) { self = try keys.register() } catch {
        // No folder of keys is no fault: most verifiers have none.
        guard error.kind == .notFound, !isFolderNamed else { throw error }
      }
    }
    self.keys += IssuerRegister(pinning: pinned).keys
  }
}
