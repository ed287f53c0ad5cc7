import CQRS
import EventSourcing
import Grading
import SuiteSupport
import Testing

/// How far all partitions have come together.
@Suite("How far all have come", .exercise(.manyReaders))
struct WatermarkBehaviours {
  @Test(
    "The watermark is the smallest position, and nil while any partition has none",
    .behaviour(
      "B5", points: 4, isOpen: true,
      hint: """
        A watermark says what certainly everybody has seen. The slowest partition decides, be it \
        healthy or not; one without a position has seen nothing yet.
        """))
  func watermark() throws {
    let cases: [(positions: [GlobalPosition?], watermark: GlobalPosition?)] = [
      ([7], 7), ([20, 7, 12], 7), ([7, 12, 20], 7), ([20, 12, 7], 7), ([5, 5], 5), ([0, 9], 0),
      ([1, 1_000_000, 2_000_000], 1), ([.init(rawValue: .max)], .init(rawValue: .max)),
      ([], nil), ([nil], nil), ([nil, 4], nil), ([4, nil], nil), ([4, nil, 9, 3], nil),
      ([nil, nil], nil),
    ]
    for (positions, watermark) in cases {
      for isHealthy in [true, false] {
        // The last one differs, since a sick partition counts as much as the others.
        let statuses = positions.enumerated().map { number, position in
          PartitionStatus(
            partition: number, position: position,
            healthy: number == positions.count - 1 ? isHealthy : true)
        }
        try check(
          VaultRouter().watermark(statuses), equals: watermark, given: statuses,
          when: "the watermark is asked")
        let reversed = Array(statuses.reversed())
        try check(
          VaultRouter().watermark(reversed), equals: watermark, given: reversed,
          when: "the watermark is asked")
      }
    }
  }
}
