import Markup

extension CertificateSheet {
  /// The months in English, as `check.js` names them too.
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// The day of issue in English words, `20 November 2026`; as it is, if it is no date.
  var dateInWords: String {
    let parts = date.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, date.utf8.count == 10, let year = parts[0], let month = parts[1],
      let day = parts[2], Self.months.indices.contains(month - 1), (1...31).contains(day)
    else { return date }
    return "\(day) \(Self.months[month - 1]) \(year)"
  }

  /// What the sheet says, in one sentence and in plain text.
  var summary: String {
    "\(learner) completed the course \(course) with a mark of \(mark) out of 100 on \(dateInWords). "
      + "Issued by \(issuer)."
  }

  /// The same with every text safe to show, the credential and the text of the code apart.
  var shown: CertificateSheet {
    CertificateSheet(
      course: course.shown, learner: learner.shown, issuer: issuer.shown,
      issuerURL: issuerURL?.shown, issuerID: issuerID.shown, key: key.shown, date: date.shown,
      mark: mark.shown, passMark: passMark.shown,
      parts: parts.map { part in
        Part(name: part.name.shown, mark: part.mark.shown, most: part.most.shown)
      }, id: id.shown, document: document, paper: paper)
  }
}
