/// What an exercise asks learners to write and how a worker serves it, as its suite declares it.
package struct ExerciseSpecification: Hashable, Codable, Sendable {
  /// One type that a submission must declare.
  package struct RequiredType: Hashable, Codable, Sendable {
    /// The type's name.
    package var name: String
    /// The provided protocol it must conform to.
    package var conformance: String

    /// Sets both names.
    package init(_ name: String, conformingTo conformance: String) {
      self.name = name
      self.conformance = conformance
    }
  }

  /// The exercise's name, which is also its folder's: `LotRules`.
  package var name: String
  /// The types that a submission must declare.
  package var requires: [RequiredType]
  /// The argument list of the worker's `serve`, in Swift: `.lotRules(TarnholtRules.self)`.
  package var services: String

  /// Sets every property.
  package init(name: String, requires: [RequiredType], services: String) {
    self.name = name
    self.requires = requires
    self.services = services
  }
}
