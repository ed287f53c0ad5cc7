/// What a certificate shows to people, on paper and on a screen.
///
/// **Every text may hold anything**: whatever a file or a page would obey instead of show is spelled out, and no
/// text reaches into its neighbours, whichever way it is written.
///
/// **The same value gives the same bytes**, on any machine and at any time.
package struct CertificateSheet: Hashable, Sendable {
  /// What was completed.
  package var course: String
  /// The full name of who completed it.
  package var learner: String
  /// The name of who says so.
  package var issuer: String
  /// Where the issuer is found, if anywhere.
  package var issuerURL: String?
  /// The issuer's identity, `did:key:z6Mk…` or `did:web:…`.
  package var issuerID: String
  /// The issuer's Ed25519 key in multibase, `z6Mk…`.
  package var key: String
  /// The day of issue as `YYYY-MM-DD`.
  package var date: String
  /// The weighted mark in percent, cut off after so many digits as it is to show.
  package var mark: String
  /// The lowest mark that passes, in percent.
  package var passMark: String
  /// What the mark is made of.
  package var parts: [Part]
  /// The identity of the certificate, `urn:uuid:…`.
  package var id: String
  /// The credential, JSON, exactly as it was issued.
  package var document: String
  /// What the code on the paper says; ASCII, at most 2331 bytes, or the sheet has no code.
  package var paper: String

  /// One part of the mark.
  package struct Part: Hashable, Sendable {
    /// What it is called.
    package var name: String
    /// What was reached in it, in hundredths of the mark.
    package var mark: String
    /// The most that can be reached in it, which is its weight.
    package var most: String

    /// Sets every property.
    package init(name: String, mark: String, most: String) {
      self.name = name
      self.mark = mark
      self.most = most
    }
  }

  /// Sets every property.
  package init(
    course: String, learner: String, issuer: String, issuerURL: String?, issuerID: String,
    key: String, date: String, mark: String, passMark: String, parts: [Part], id: String,
    document: String, paper: String
  ) {
    self.course = course
    self.learner = learner
    self.issuer = issuer
    self.issuerURL = issuerURL
    self.issuerID = issuerID
    self.key = key
    self.date = date
    self.mark = mark
    self.passMark = passMark
    self.parts = parts
    self.id = id
    self.document = document
    self.paper = paper
  }
}
