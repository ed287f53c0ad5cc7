import Markup

/// The script that checks certificates in a browser; both pages share it.
///
/// It verifies an `eddsa-jcs-2022` proof, or a compact JWS, with the browser's own Ed25519 and SHA-256, and tells four
/// outcomes apart: valid, not valid, issued under a key that was withdrawn, and *cannot be checked here*. **That a
/// browser cannot check is never said to be the certificate's fault.**
enum CheckScript {
  /// The functions, which do nothing by themselves.
  static let functions = String(embedded: PackageResources.check_js)
}
