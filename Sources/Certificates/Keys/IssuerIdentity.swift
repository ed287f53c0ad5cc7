package import StrictJSON

/// Under which DID an issuer signs, with which of its keys.
package struct IssuerIdentity: Sendable {
  /// The issuer's DID: `did:key:z6Mk…`, or `did:web:` and a host.
  package let did: String
  /// The full name of the key: the DID, `#`, and the name of the key.
  package let verificationMethod: String
  /// The key.
  package let key: SigningKey

  /// Puts them together.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - name: Its name in the register, for a DID of the method `web`. It never looks like a key itself, since some
  ///     verifiers would then take the name for the key.
  ///   - web: The DID of the method `web`, if the issuer has one.
  package init(_ key: SigningKey, named name: String, web: String?) {
    self.key = key
    did = web ?? key.publicKey.did
    verificationMethod =
      web.map { "\($0)#\(name)" } ?? "\(did)#\(key.publicKey.multibase)"
  }

  /// The DID of the method `web` of a site: `https://host/path` is `did:web:host:path`.
  ///
  /// - Returns: `nil` unless the site is an address of `https` without query, fragment or user.
  package static func web(of site: String) -> String? {
    guard site.hasPrefix("https://") else { return nil }
    let parts = site.dropFirst(8).split(separator: "/")
    let isPlain: (Character) -> Bool = {
      $0.isASCII && ($0.isLetter || $0.isNumber || "-._".contains($0))
    }
    guard let host = parts.first,
      host.split(separator: ":").count <= 2, host.allSatisfy({ isPlain($0) || $0 == ":" }),
      parts.dropFirst().allSatisfy({ $0.allSatisfy(isPlain) && !$0.allSatisfy({ $0 == "." }) })
    else { return nil }
    return
      (["did:web", String(host).replacing(":", with: "%3A")] + parts.dropFirst().map(String.init))
      .joined(separator: ":")
  }
}

extension IssuerRegister {
  /// The DID document (W3C DID 1.0, method `web`) that publishes the keys.
  ///
  /// A compromised key is not in it: taking it out is what makes every verifier refuse it.
  package func didDocument(of did: String) -> OrderedJSON {
    let usable = keys.filter { $0.status != .compromised }
    return [
      "@context": .texts("https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"),
      "id": .string(did),
      "verificationMethod": .array(
        usable.map { key in
          [
            "id": .string("\(did)#\(key.name)"), "type": "Multikey", "controller": .string(did),
            "publicKeyMultibase": .string(key.key),
          ]
        }),
      "assertionMethod": .array(usable.map { .string("\(did)#\($0.name)") }),
    ]
  }
}
