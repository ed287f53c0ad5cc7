package import Grading

extension ExerciseSpecification {
  /// Unit 2: upcasters and their chain, and a codec that reads every label ever written.
  package static let oldLabels = ExerciseSpecification(
    name: "OldLabels",
    requires: [
      .init("TarnholtChain", conformingTo: "UpcasterChain"),
      .init("TarnholtCodec", conformingTo: "LotEventCodec"),
    ],
    services: ".upcasterChain(TarnholtChain.self), .lotEventCodec(TarnholtCodec.self)")
}
