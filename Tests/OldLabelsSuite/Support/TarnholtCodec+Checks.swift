import EventSourcing
import SeedVault
import SuiteSupport

extension ReaderMode {
  /// Both ways to read.
  static let both: [ReaderMode] = [.strict, .tolerant]
}

extension TarnholtCodec {
  /// What comes of reading a stored event.
  func reading(
    of stored: RecordedEvent, _ mode: ReaderMode
  ) -> Outcome<[LotEvent], EvolutionError> {
    decode(each: [stored], mode: mode)[0]
  }

  /// Checks that a label is read as what it means, in both modes.
  func check(_ label: Label, as stored: RecordedEvent? = nil) throws {
    for mode in ReaderMode.both { try check(label, as: stored, mode) }
  }

  /// Checks that a label is read as what it means.
  func check(_ label: Label, as stored: RecordedEvent? = nil, _ mode: ReaderMode) throws {
    let got = reading(of: stored ?? label.recorded(), mode)
    let question = "the \(mode) reader decodes it"
    // Two single events are compared as such, so that a finding names the fields that differ.
    if case .success(let events) = got, events.count == 1, label.meaning.count == 1 {
      try SuiteSupport.check(
        events[0], equals: label.meaning[0], given: [label.line], when: question)
    } else {
      try SuiteSupport.check(
        got, equals: .success(label.meaning), given: [label.line], when: question)
    }
  }

  /// Checks that a label is an error for a reason that a statement describes.
  func check(
    _ label: Label, in modes: [ReaderMode] = ReaderMode.both, throws expected: String,
    _ fits: (EvolutionError) -> Bool
  ) throws {
    try check(label.recorded(), label.line, in: modes, throws: expected, fits)
  }

  /// Checks that a stored event is an error for a reason that a statement describes.
  func check(
    _ stored: RecordedEvent, _ line: String, in modes: [ReaderMode] = ReaderMode.both,
    throws expected: String, _ fits: (EvolutionError) -> Bool
  ) throws {
    for mode in modes {
      let got = reading(of: stored, mode)
      let isFitting = if case .failure(let error) = got { fits(error) } else { false }
      try SuiteSupport.check(
        isFitting, expected: expected, got: got, given: [line],
        when: "the \(mode) reader decodes it")
    }
  }

  /// Checks that a label is unknown: an error to a strict reader, and nothing to a tolerant one.
  func checkUnknown(_ label: Label) throws {
    for mode in ReaderMode.both {
      try SuiteSupport.check(
        reading(of: label.recorded(), mode),
        equals: mode == .strict ? .failure(.unknownType(label.key)) : .success([]),
        given: [label.line], when: "the \(mode) reader decodes it")
    }
  }

  /// Checks that there is a reader at all, where what is expected is to find nothing.
  func checkReads() throws {
    for label in Label.current { try check(label) }
  }
}
