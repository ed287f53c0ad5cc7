package import EventSourcing

extension Scheme {
  /// The steps from every older version of `grading.json` that a taking may be marked under to the next one.
  ///
  /// **A change of the format is a higher ``version`` and a step here**: what a taking keeps stays as it was written. The
  /// key of a step is the file's name and the version; the member `version` follows by itself. None starts from version
  /// 1, which was given up before there were gradebooks.
  package static let upcasters: [any Upcaster] = []

  /// Reads and checks the content of `grading.json` as a taking keeps it, which may be of an older version.
  ///
  /// - Parameters:
  ///   - document: The content.
  ///   - upcasters: The steps from older versions.
  /// - Throws: ``DocumentError`` as for the file itself, also if the steps do not lead to the present.
  package init(
    frozen document: JSONValue, by upcasters: [any Upcaster] = upcasters
  ) throws(DocumentError) {
    guard case .object(let members) = document, case .int(let version)? = members["version"] else {
      // It is read as it is, which says what is wrong.
      try self.init(document)
      return
    }
    let kept = StoredPayload(SchemaKey(Self.document, Int(version)), document)
    let present: [StoredPayload]
    do throws(EvolutionError) {
      present = try UpcasterSteps.make(upcasters).upcast(kept)
    } catch {
      throw DocumentError(
        in: Self.document, at: "version",
        "is \(version), and what a taking kept of it cannot be brought to version \(Self.version) "
          + "(\(error))")
    }
    guard case .object(var brought)? = present.first?.payload, present.count == 1 else {
      throw DocumentError(
        in: Self.document, at: "version",
        "is \(version), from which no step leads to one document of version \(Self.version)")
    }
    brought["version"] = .int(Int64(present[0].key.schema))
    try self.init(.object(brought))
  }
}
