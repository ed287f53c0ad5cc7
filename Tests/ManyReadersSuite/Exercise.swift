package import Grading

extension ExerciseSpecification {
  /// Unit 4: one history, read from many partitions.
  package static let manyReaders = ExerciseSpecification(
    name: "ManyReaders",
    requires: [
      .init("VaultRouter", conformingTo: "PartitionRouter"),
      .init("VaultReads", conformingTo: "VaultScaledReads"),
    ],
    services:
      ".partitionRouter(VaultRouter.self), .scaledReads(VaultReads.self, router: VaultRouter.self)")
}
