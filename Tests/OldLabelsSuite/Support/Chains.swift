import EventSourcing
import SuiteSupport

/// What comes of making a chain of some steps and sending a payload through it.
func fate(
  of stored: StoredPayload, in steps: [UpcastRule]
) -> Outcome<[StoredPayload], EvolutionError> {
  do throws(EvolutionError) {
    return .success(try TarnholtChain.make(steps).upcast(stored))
  } catch {
    return .failure(error)
  }
}

/// Checks what a chain makes of a payload.
func check(
  _ stored: StoredPayload, in steps: [UpcastRule], becomes expected: [StoredPayload]
) throws {
  try check(
    fate(of: stored, in: steps), equals: .success(expected), given: steps.map(\.line),
    when: "\(stored.line) goes through the chain of these steps, given in this order")
}

extension UpcastRule {
  /// A step that leaves a mark on every payload it yields, so that a result shows its way.
  static func step(_ source: SchemaKey, to targets: SchemaKey...) -> UpcastRule {
    let targets = targets.map { target in
      Target(key: target, edits: [.setDefault(mark(from: source, to: target), .bool(true))])
    }
    return UpcastRule(source: source, targets: targets)
  }

  /// The mark of a step.
  fileprivate static func mark(from source: SchemaKey, to target: SchemaKey) -> String {
    "\(source.line) > \(target.line)"
  }

  /// The step in one line, for a finding; marks only show a way, which the line shows better.
  var line: String {
    guard !targets.isEmpty else { return "\(source.line) is retired" }
    let ends = targets.map { target in
      let edits = target.edits.filter { edit in
        if case .setDefault(_, .bool) = edit { false } else { true }
      }
      return ([target.key.line] + edits.map { describe($0) }).joined(separator: " ")
    }
    return "\(source.line) becomes \(ends.joined(separator: " and "))"
  }
}

extension StoredPayload {
  /// A payload at the beginning of its way, if one key is given, or with the marks of its way.
  static func travelled(_ way: SchemaKey...) -> StoredPayload {
    var fields: [String: JSONValue] = ["seeds": .int(7)]
    for (source, target) in zip(way, way.dropFirst()) {
      fields[UpcastRule.mark(from: source, to: target)] = .bool(true)
    }
    return StoredPayload(way.last ?? SchemaKey("", 0), .object(fields))
  }

  /// The payload in one line, for a finding.
  var line: String { "\(key.line) \(describe(payload))" }
}

extension SchemaKey {
  /// The key in two words.
  var line: String { "\(type) \(schema)" }

  /// A made-up type of the vault: seeds in a bag.
  static func bag(_ schema: Int) -> SchemaKey { SchemaKey("vault.bagged", schema) }
  /// A made-up type of the vault: a box on its way.
  static func box(_ schema: Int) -> SchemaKey { SchemaKey("vault.boxed", schema) }
  /// A made-up type of the vault: a letter with it.
  static func letter(_ schema: Int) -> SchemaKey { SchemaKey("vault.lettered", schema) }
}
