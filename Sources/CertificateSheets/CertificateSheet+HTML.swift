extension CertificateSheet {
  /// The certificate as one page of HTML that shows the sheet, says the same in words, and checks its signature.
  ///
  /// **It needs no network and nothing but itself, and it prints as exactly one sheet of A4.** The check compares what
  /// is shown with the credential, where it finds:
  ///
  /// - the name as the one identifier of type `name` that is not hashed, the course as the achievement's name, the
  ///   date in `validFrom`;
  /// - the mark in the first result, and each part in a result whose description has the part's name;
  /// - the identities of issuer and certificate as their `id`.
  package func html() -> String { CertificatePage(self).html }
}
