package import EventSourcing
import Grading

/// The rules of issuing the certificate of one taking.
///
/// - It is issued only to the eligible: the mark reaches the pass mark, exactly compared, the final exam is over, and
///   everything that counts was graded under the isolation that certificates demand.
/// - It is issued once: asking again changes nothing, so the same document is handed out for ever.
/// - It is taken back only by somebody with a reason, and not issued again after that.
package struct Certification: Decider {
  /// Creates the rules.
  package init() {}

  /// Before anything was issued.
  package var initialState: CertificateState { CertificateState() }

  /// Decides what happens because of a command.
  package func decide(
    _ command: CertificateCommand, in state: CertificateState, context: DecisionContext
  ) throws(CertificateRejection) -> [CertificateEvent] {
    let now = context.now
    guard !now.runsBehind(state.lastAt) else {
      throw .clockRanBackward(now: now, recorded: state.lastAt)
    }
    switch command {
    case .issue(let papers, let eligibility):
      guard state.revoked == nil else { throw .revoked }
      guard state.issued == nil else { return [] }
      let missing = missing(for: eligibility)
      guard missing.isEmpty else { throw .missing(missing) }
      return [.issued(.init(papers: papers, mark: eligibility.mark, at: now))]
    case .revoke(let by, let reason):
      guard state.issued != nil else { throw .notIssued }
      guard state.revoked == nil else { return [] }
      guard [by, reason].allSatisfy({ !$0.allSatisfy(\.isWhitespace) }) else {
        throw .revocationWithoutReason
      }
      return [.revoked(.init(by: by, reason: reason, at: now))]
    }
  }

  /// What a taking lacks, each in words.
  private func missing(for eligibility: CertificateCommand.Eligibility) -> [String] {
    var missing: [String] = []
    if eligibility.mark.value < Rational(eligibility.passMark, over: 100) {
      missing.append(
        "the mark is \(eligibility.mark.value.percentage) %, and \(eligibility.passMark) % pass")
    }
    if !eligibility.isExamOver { missing.append("the final exam is not over") }
    if !eligibility.weaklyIsolated.isEmpty {
      missing.append(
        "\(eligibility.weaklyIsolated.joined(separator: ", ")) ran without the isolation that "
          + "certificates demand")
    }
    return missing
  }

  /// Returns the state after an event.
  package func evolve(_ state: CertificateState, _ event: CertificateEvent) -> CertificateState {
    var state = state
    state.lastAt = max(state.lastAt, event.at)
    switch event {
    case .issued(let issued): state.issued = state.issued ?? issued
    case .revoked(let revoked): state.revoked = state.revoked ?? revoked
    }
    return state
  }

  /// Whether the certificate was taken back, after which nothing follows.
  package func isTerminal(_ state: CertificateState) -> Bool { state.revoked != nil }
}
