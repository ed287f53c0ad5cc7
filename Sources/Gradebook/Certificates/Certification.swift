package import EventSourcing
import Grading

/// The rules of issuing the certificate of one taking.
///
/// - It is issued only on proof: the mark reaches the pass mark, exactly compared, the final exam is over, and everything
///   that counts was graded under the isolation that certificates demand.
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
    case .issue(let papers, let proof):
      guard state.revoked == nil else { throw .revoked }
      guard state.issued == nil else { return [] }
      let missing = missing(in: proof)
      guard missing.isEmpty else { throw .missing(missing) }
      return [.issued(.init(papers: papers, mark: proof.mark, at: now))]
    case .revoke(let by, let reason):
      guard state.issued != nil else { throw .notIssued }
      guard state.revoked == nil else { return [] }
      guard [by, reason].allSatisfy({ !$0.allSatisfy(\.isWhitespace) }) else {
        throw .revocationWithoutReason
      }
      return [.revoked(.init(by: by, reason: reason, at: now))]
    }
  }

  /// What a proof lacks, each in words.
  private func missing(in proof: CertificateCommand.Proof) -> [String] {
    var missing: [String] = []
    if proof.mark.value < Rational(proof.passMark, over: 100) {
      missing.append(
        "the mark is \(proof.mark.value.percentage) %, and \(proof.passMark) % pass")
    }
    if !proof.isExamOver { missing.append("the final exam is not over") }
    if !proof.weaklyIsolated.isEmpty {
      missing.append(
        "\(proof.weaklyIsolated.joined(separator: ", ")) ran without the isolation that "
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
