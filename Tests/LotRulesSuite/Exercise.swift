package import Grading

extension ExerciseSpecification {
  /// The rules of a lot.
  package static let lotRules = ExerciseSpecification(
    name: "LotRules", requires: [.init("TarnholtRules", conformingTo: "LotRules")],
    services: ".lotRules(TarnholtRules.self)")
}
