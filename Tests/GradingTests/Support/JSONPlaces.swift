import EventSourcing

/// One member of a JSON value, by the way to it.
struct JSONPlace {
  /// Names of members and numbers of elements.
  var steps: [String]
  /// What stands there.
  var value: JSONValue

  /// The way in the notation of errors: `exercises[1].name`.
  var path: String { pathText(steps) }
}

/// A way through a JSON value in the notation of errors.
func pathText(_ steps: [String]) -> String {
  steps.reduce("") { path, step in
    if Int(step) != nil { return "\(path)[\(step)]" }
    return path.isEmpty ? step : "\(path).\(step)"
  }
}

/// Every member of every object in a JSON value, outer ones first.
func places(in value: JSONValue, after steps: [String] = []) -> [JSONPlace] {
  switch value {
  case .object(let members):
    members.sorted { $0.key < $1.key }.flatMap { name, value in
      [JSONPlace(steps: steps + [name], value: value)] + places(in: value, after: steps + [name])
    }
  case .array(let elements):
    elements.enumerated().flatMap { places(in: $1, after: steps + ["\($0)"]) }
  default: []
  }
}

extension JSONValue {
  /// The value with another one at a place, which need not have been there.
  func replacing(_ steps: [String], with replacement: JSONValue) -> JSONValue {
    changing(steps[...]) { _ in replacement }
  }

  /// The value without a place.
  func removing(_ steps: [String]) -> JSONValue {
    changing(steps[...]) { _ in nil }
  }

  /// The value with a place changed.
  private func changing(
    _ steps: ArraySlice<String>, _ change: (JSONValue?) -> JSONValue?
  ) -> JSONValue {
    guard let step = steps.first else { return change(self) ?? .null }
    let rest = steps.dropFirst()
    switch self {
    case .object(var members):
      let old = members[step]
      members[step] = rest.isEmpty ? change(old) : old?.changing(rest, change)
      return .object(members)
    case .array(var elements):
      guard let index = Int(step), elements.indices.contains(index) else { return self }
      elements[index] = elements[index].changing(rest, change)
      return .array(elements)
    default: return self
    }
  }
}
