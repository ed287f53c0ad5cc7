package import CQRS
package import EventSourcing
import Grading

/// Keeps one document per taking with its mark so far, for lists of a whole class.
///
/// **Every event costs the same**, however long its stream is: beside the summaries there is a small document for each
/// question and each exercise of a taking, which holds what the next event needs to know.
package struct StandingsProjection: Projection {
  private let codec: any EventCodec<AnyGradebookEvent>

  /// Creates the projection.
  package init(codec: any EventCodec<AnyGradebookEvent>) {
    self.codec = codec
  }

  /// Always `standings`.
  package var name: ProjectionName { "standings" }

  /// Everything that happens in takings.
  package var handles: Set<String> { AnyGradebookEvent.types }

  /// The collection of the summaries.
  package static let takings = "takings"
  /// The collection of what each question has earned.
  private static let credits = "credits"
  /// The collection of the results of each exercise.
  private static let results = "results"

  /// What one question of a taking has earned so far.
  private struct Credit: Codable {
    var best: FractionText
  }

  /// The submissions of one exercise of a taking, in the order of their last arrival.
  private struct Results: Codable {
    struct Submission: Codable {
      var digest: String
      var score: FractionText?
    }

    var submissions: [Submission] = []
  }

  /// Returns the changes that one event causes.
  package func writes(
    for event: RecordedEvent, reading: any ViewReader
  ) async throws(ProjectionError) -> [ViewWrite] {
    let decoded: [AnyGradebookEvent]
    do throws(EvolutionError) { decoded = try codec.decode(event, mode: .tolerant) } catch {
      throw .poison(event.position, reason: "\(error)")
    }
    guard let taking = TakingID(of: event.stream) else { return [] }
    var writes: [ViewWrite] = []
    for event in decoded {
      do throws(StorageFault) {
        writes += try await self.writes(for: event, in: taking, reading: reading)
      } catch { throw .views(error) }
    }
    return writes
  }

  /// The changes of an event in a taking.
  private func writes(
    for event: AnyGradebookEvent, in taking: TakingID, reading: any ViewReader
  ) async throws(StorageFault) -> [ViewWrite] {
    let key = ViewKey(Self.takings, taking.description)
    if case .enrolment(.opened(let opened)) = event {
      guard let summary = TakingSummary(opened) else { return [] }
      return [.put(key, JSONValue(encoding: summary))]
    }
    guard var summary: TakingSummary = try await document(key, reading) else { return [] }
    var writes: [ViewWrite] = []
    switch event {
    case .enrolment(let event):
      summary.lastAt = max(summary.lastAt, event.at)
      switch event {
      case .opened: break
      case .reviewAnswered(let answered):
        writes += try await count(answered, in: &summary, reading)
      case .submissionReceived(let received):
        writes += try await change(received.exercise, in: &summary, reading) { results in
          let known = results.submissions.first { $0.digest == received.submission }
          results.submissions.removeAll { $0.digest == received.submission }
          results.submissions.append(known ?? .init(digest: received.submission))
        }
      case .submissionGraded(let graded):
        writes += try await change(graded.result.exercise, in: &summary, reading) { results in
          for index in results.submissions.indices
          where results.submissions[index].digest == graded.result.submission {
            results.submissions[index].score = FractionText(graded.result.score)
          }
        }
      case .gradingFailed: break
      case .closed(let closed): summary.closedAt = closed.at
      }
    case .sitting(let event):
      summary.lastAt = max(summary.lastAt, event.at)
      switch event {
      case .started: summary.exam = SittingState.Phase.underWay.rawValue
      case .answered: break
      case .finished(let finished):
        summary.exam = SittingState.Phase.over.rawValue
        summary.examScore = finished.score
      case .reset:
        summary.exam = SittingState.Phase.notStarted.rawValue
        summary.examScore = FractionText(.zero)
      }
    }
    return writes + [.put(key, JSONValue(encoding: summary))]
  }

  /// Counts a try at a review question.
  private func count(
    _ answered: EnrolmentEvent.ReviewAnswered, in summary: inout TakingSummary,
    _ reading: any ViewReader
  ) async throws(StorageFault) -> [ViewWrite] {
    let key = ViewKey(Self.credits, "\(summary.taking)/\(answered.question)")
    let before: Credit? = try await document(key, reading)
    let best = max(before?.best.value ?? .zero, answered.attempt.credit.value)
    if before == nil { summary.review.tried += 1 }
    summary.review.earned = FractionText(
      summary.review.earned.value + best - (before?.best.value ?? .zero))
    return [.put(key, JSONValue(encoding: Credit(best: FractionText(best))))]
  }

  /// Changes the submissions of an exercise, and its score with them.
  private func change(
    _ exercise: String, in summary: inout TakingSummary, _ reading: any ViewReader,
    _ body: (inout Results) -> Void
  ) async throws(StorageFault) -> [ViewWrite] {
    let key = ViewKey(Self.results, "\(summary.taking)/\(exercise)")
    var results = try await document(key, reading) ?? Results()
    body(&results)
    let scores = results.submissions.compactMap { $0.score?.value }
    let keep = Scheme.Keep(rawValue: summary.weights.keep) ?? .best
    summary.exercises[exercise] = keep.counted(scores, score: \.self).map(FractionText.init)
    return [.put(key, JSONValue(encoding: results))]
  }

  /// Reads a document; one that is not what this projection writes counts as absent.
  private func document<Document: Decodable>(
    _ key: ViewKey, _ reading: any ViewReader
  ) async throws(StorageFault) -> Document? {
    guard let json = try await reading.get(key) else { return nil }
    return try? json.decoded(as: Document.self)
  }
}

extension TakingSummary {
  /// A taking that has just begun; `nil` if its scheme cannot be read.
  fileprivate init?(_ opened: EnrolmentEvent.Opened) {
    guard let scheme = try? Scheme(frozen: opened.scheme) else { return nil }
    self.init(
      taking: opened.taking, name: opened.name, openedAt: opened.at, closedAt: nil,
      lastAt: opened.at,
      weights: Weights(
        reviewQuestions: scheme.weights.reviewQuestions, caseStudies: scheme.weights.caseStudies,
        finalExam: scheme.weights.finalExam, passMark: scheme.passMark,
        exercises: Dictionary(
          scheme.exercises.map { ($0.name, $0.weight) }, uniquingKeysWith: { first, _ in first }),
        keep: scheme.keep.rawValue),
      review: Review(
        count: opened.reviewQuestions.count, tried: 0, earned: FractionText(.zero)), exercises: [:],
      exam: SittingState.Phase.notStarted.rawValue, examScore: FractionText(.zero))
  }
}
