package import Digests
import Foundation

/// A certificate of completion, as values: what an Open Badges 3.0 credential of the course says.
///
/// **A certificate and its document say the same**: ``document`` writes every property, and reading a document refuses
/// what no property holds.
package struct CompletionCertificate: Hashable, Sendable {
  /// The certificate's identity, a `urn:uuid:`.
  package var id: String
  /// Its title.
  package var title: String
  /// What it is, in a sentence.
  package var summary: String
  /// Who issues it.
  package var issuer: Issuer
  /// Since when it holds, as `2026-11-24T18:40:00Z`.
  package var validFrom: String
  /// The identity of its subject, a `urn:uuid:` that says nothing about the learner.
  package var subject: String
  /// The learner's full name, in Unicode's composed form (NFC).
  package var learner: String
  /// The learner's address, so that only who knows it can find it; `nil` if it is unknown.
  package var email: HashedEmail?
  /// What was completed.
  package var achievement: Achievement
  /// With which results; the first is the mark.
  package var results: [Outcome]
  /// What the results rest on.
  package var evidence: [Evidence]
  /// Where to ask whether it was revoked; `nil` if it cannot be.
  package var status: StatusEntry?

  /// Who issues certificates.
  package struct Issuer: Hashable, Sendable {
    /// The issuer's DID.
    package var id: String
    /// The issuer's name.
    package var name: String
    /// The issuer's page, if there is one.
    package var url: String?

    /// Sets every property.
    package init(id: String, name: String, url: String?) {
      self.id = id
      self.name = name
      self.url = url
    }
  }

  /// An address that is kept as a digest (Open Badges 3.0, IdentityObject).
  package struct HashedEmail: Hashable, Sendable {
    /// What the address is mixed with.
    package var salt: String
    /// `sha256$` and the digest, in hexadecimal digits, of the address followed by the salt.
    package var hash: String

    /// Takes both parts.
    package init(salt: String, hash: String) {
      self.salt = salt
      self.hash = hash
    }

    /// Digests an address.
    package init(of address: String, salt: String) {
      self.salt = salt
      hash = "sha256$\(Digest(of: Data((address + salt).utf8)))"
    }
  }

  /// What is completed.
  package struct Achievement: Hashable, Sendable {
    /// Its identity, an absolute address.
    package var id: String
    /// The course's title.
    package var name: String
    /// What whoever completes it can do.
    package var description: String
    /// The identity of the criteria.
    package var criteriaID: String
    /// What was demanded.
    package var criteria: String
    /// The language that it is in.
    package var language: String
    /// Which version of the criteria it is.
    package var version: String
    /// What it is about.
    package var tags: [String]

    /// Sets every property.
    package init(
      id: String, name: String, description: String, criteriaID: String, criteria: String,
      language: String, version: String, tags: [String]
    ) {
      self.id = id
      self.name = name
      self.description = description
      self.criteriaID = criteriaID
      self.criteria = criteria
      self.language = language
      self.version = version
      self.tags = tags
    }
  }

  /// One result, with what it is a result of.
  package struct Outcome: Hashable, Sendable {
    /// The identity of the kind of result.
    package var id: String
    /// Its name.
    package var name: String
    /// Its type, as Open Badges names them: `Percent`, `RawScore`, `Status`.
    package var type: String
    /// What is demanded, if something is.
    package var required: String?
    /// The lowest and the highest value that there can be, if there is a value.
    package var range: Range?
    /// The value, if there is one.
    package var value: String?
    /// How it ended: `Completed`.
    package var status: String

    /// The lowest and the highest value.
    package struct Range: Hashable, Sendable {
      /// The lowest.
      package var min: String
      /// The highest.
      package var max: String

      /// Sets both.
      package init(min: String, max: String) {
        self.min = min
        self.max = max
      }
    }

    /// Sets every property.
    package init(
      id: String, name: String, type: String, required: String? = nil, range: Range? = nil,
      value: String? = nil, status: String = "Completed"
    ) {
      self.id = id
      self.name = name
      self.type = type
      self.required = required
      self.range = range
      self.value = value
      self.status = status
    }
  }

  /// Something that a result rests on, named by its digest.
  package struct Evidence: Hashable, Sendable {
    /// The identity, which holds the digest: `ni:///sha-256;…` (RFC 6920).
    package var id: String
    /// What it is.
    package var name: String
    /// What kind of thing: `SourceCode`, `TestSuite`, `Report`.
    package var genre: String
    /// What was digested, in a sentence.
    package var description: String

    /// Names something by its digest.
    package init(_ digest: Digest, name: String, genre: String, description: String) {
      self.init(
        id: "ni:///sha-256;\(Base64URL.text(of: digest.bytes))", name: name, genre: genre,
        description: description)
    }

    /// Sets every property.
    package init(id: String, name: String, genre: String, description: String) {
      self.id = id
      self.name = name
      self.genre = genre
      self.description = description
    }
  }

  /// Where the status of a certificate stands (W3C Bitstring Status List 1.0).
  package struct StatusEntry: Hashable, Sendable {
    /// The address of the list.
    package var list: String
    /// The certificate's place in it.
    package var index: Int

    /// Sets both.
    package init(list: String, index: Int) {
      self.list = list
      self.index = index
    }
  }

  /// Sets every property.
  package init(
    id: String, title: String, summary: String, issuer: Issuer, validFrom: String,
    subject: String, learner: String, email: HashedEmail?, achievement: Achievement,
    results: [Outcome], evidence: [Evidence], status: StatusEntry?
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.issuer = issuer
    self.validFrom = validFrom
    self.subject = subject
    self.learner = learner.precomposedStringWithCanonicalMapping
    self.email = email
    self.achievement = achievement
    self.results = results
    self.evidence = evidence
    self.status = status
  }
}
