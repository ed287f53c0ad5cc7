extension CertificateSheet {
  /// The certificate as one page of HTML that shows the sheet, says the same in words, and checks its signature.
  ///
  /// **It needs no network and nothing but itself, and it prints as exactly one sheet of A4.** The check compares what
  /// is shown with the credential, where it finds:
  ///
  /// - the name as the one identifier of type `name` that is not hashed, the course as the achievement's name, the
  ///   date in `validFrom`;
  /// - the mark in the first result, and the pass mark, if it is there, as `requiredValue` in its description;
  /// - each part in a result whose description has the part's name, and the most there can be as `valueMax`;
  /// - the identities of issuer and certificate as their `id`, and the issuer's name as its `name`.
  ///
  /// **Whatever else is shown is not compared**: the issuer's address.
  package func html() -> String { CertificatePage(self).html }
}
