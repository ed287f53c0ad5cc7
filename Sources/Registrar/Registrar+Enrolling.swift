import Assessment
import Digests
import EventSourcing
package import Gradebook
import Grading

extension Registrar {
  /// A taking of the course, as it is recorded.
  package struct Taking: Sendable {
    /// How it began.
    package let opened: EnrolmentEvent.Opened
    /// The state of its enrolment.
    package let enrolment: EnrolmentState

    /// The taking's identity.
    package var id: TakingID { opened.taking }

    /// A taking in the state of its enrolment.
    ///
    /// - Throws: `refused` if it has not begun.
    init(_ enrolment: EnrolmentState) throws(RegistrarError) {
      guard let opened = enrolment.opened else {
        throw RegistrarError(.refused, EnrolmentRejection.notOpen)
      }
      self.init(opened: opened, enrolment: enrolment)
    }

    /// A taking that began so.
    init(opened: EnrolmentEvent.Opened, enrolment: EnrolmentState) {
      self.opened = opened
      self.enrolment = enrolment
    }

    /// Refuses a taking in which nothing changes any more.
    func checkIsOpen() throws(RegistrarError) {
      guard enrolment.isOpen else { throw RegistrarError(.refused, EnrolmentRejection.closed) }
    }
  }

  /// Enrols a learner, or begins another taking if the last one is closed.
  ///
  /// Enrolling somebody who is enrolled already, under the same name, changes nothing.
  ///
  /// - Parameters:
  ///   - learner: The learner's name in the gradebook; see `TakingID.isLearnerName`.
  ///   - name: The full name, as a certificate shows it; that of the last taking if `nil`.
  ///   - email: The address; that of the last taking if `nil`.
  ///   - act: Whose act it is.
  /// - Returns: The taking, and whether it is new.
  package func enrol(
    _ learner: String, name: String?, email: String?, as act: Act
  ) async throws -> (taking: Taking, isNew: Bool) {
    try checkName(learner)
    let last = try await lastTaking(of: learner)
    if let last, last.enrolment.isOpen {
      // The same act again finds what it opened.
      let opening = try await outcome(of: act, on: last.id.enrolment, under: Enrolment())
      let isSame =
        (name ?? last.opened.name) == last.opened.name
        && (email ?? last.opened.email) == last.opened.email
      guard isSame || !opening.events.isEmpty else {
        throw RegistrarError(
          .refused, "\(learner) is enrolled already, as \(last.opened.name).",
          remedy: .closeTaking)
      }
      return (last, !opening.events.isEmpty)
    }
    let opening = EnrolmentEvent.Opened(
      taking: TakingID(learner: learner, number: (last?.id.number ?? 0) + 1),
      name: try fullName(name ?? last?.opened.name, of: learner),
      email: email ?? last?.opened.email,
      scheme: course.schemeDocument, schemeDigest: course.schemeDigest.description,
      reviewQuestions: try questions.reviewBank().items.map(\.question.id), at: now())
    if let last, opening.at.rawValue < last.enrolment.lastAt.rawValue - clockTolerance {
      throw RegistrarError(
        .refused,
        EnrolmentRejection.clockRanBackward(now: opening.at, recorded: last.enrolment.lastAt))
    }
    let sent = try await send(
      .open(opening), as: act, to: opening.taking.enrolment, under: Enrolment())
    return (Taking(opened: opening, enrolment: sent.state), true)
  }

  /// Ends a learner's taking, and with it the final exam: nothing in it changes any more.
  ///
  /// The exam ends first, so that no sitting can start in a taking that is closed.
  package func close(_ learner: String, reason: String, as act: Act) async throws -> Standing {
    let taking = try await lastTakingID(of: learner)
    try await send(.finish, as: act, "finish", to: taking.sitting, under: Sitting())
    try await send(.close(reason: reason), as: act, to: taking.enrolment, under: Enrolment())
    return try await standing(of: learner, number: taking.number)
  }

  /// The last taking of a learner, or `nil` if there is none.
  package func lastTaking(of learner: String) async throws(RegistrarError) -> Taking? {
    let id = TakingID(learner: learner, number: try await lastNumber(of: learner))
    return try await taking(id)
  }

  /// The number of a learner's last taking, or 0, which is found out without reading any.
  private func lastNumber(of learner: String) async throws(RegistrarError) -> Int {
    try await onGradebook {
      for number in 1... {
        let next = TakingID(learner: learner, number: number)
        let version = try await store.read(next.enrolment, from: 1, limit: 0).version
        if version == .empty { return number - 1 }
      }
      return 0
    }
  }

  /// A taking, or `nil` if there is none.
  func taking(_ id: TakingID) async throws(RegistrarError) -> Taking? {
    let enrolment = try await state(of: id.enrolment, under: Enrolment())
    return enrolment.opened.map { Taking(opened: $0, enrolment: enrolment) }
  }

  /// The identity of the last taking of a learner who is enrolled; it may be closed.
  func lastTakingID(of learner: String) async throws(RegistrarError) -> TakingID {
    try checkName(learner)
    let number = try await lastNumber(of: learner)
    guard number > 0 else {
      throw RegistrarError(
        .input, "There is no learner \(learner) in this gradebook.",
        remedy: .findOrEnrol(learner: learner))
    }
    return TakingID(learner: learner, number: number)
  }

  /// The last taking of a learner who is enrolled; it may be closed.
  package func existingTaking(of learner: String) async throws(RegistrarError) -> Taking {
    try Taking(
      try await state(of: lastTakingID(of: learner).enrolment, under: Enrolment()))
  }

  /// The open taking of a learner.
  package func openTaking(of learner: String) async throws(RegistrarError) -> Taking {
    let taking = try await existingTaking(of: learner)
    try taking.checkIsOpen()
    return taking
  }

  /// Refuses a text that cannot name a learner.
  private func checkName(_ learner: String) throws(RegistrarError) {
    guard TakingID.isLearnerName(learner) else {
      throw RegistrarError(
        .input,
        "“\(learner.prefix(80))” cannot name a learner. Use 1 to 64 lower-case letters, digits, dots, "
          + "hyphens and underscores, the first a letter or digit.")
    }
  }

  /// A full name that can stand on a certificate, with its white space put in order.
  private func fullName(_ name: String?, of learner: String) throws(RegistrarError) -> String {
    guard let name else {
      throw RegistrarError(
        .input, "\(learner) is new here and needs a full name.", remedy: .giveFullName)
    }
    let words = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let hasControls = words.unicodeScalars.contains {
      $0.properties.generalCategory == .control || $0.properties.generalCategory == .surrogate
    }
    guard !words.isEmpty, words.utf8.count <= 400, !hasControls else {
      throw RegistrarError(
        .input, "A full name has 1 to 400 bytes of text without control characters.")
    }
    return words
  }
}
