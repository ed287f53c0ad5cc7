public import CQRS
internal import EventSourcing

extension ProjectionName {
  /// The projection of each lot's figures.
  public static let cards: Self = "cards"

  /// The projection of available seeds by taxon.
  public static let availability: Self = "availability"

  /// The projection of open lots by viability.
  public static let watchlist: Self = "watchlist"

  /// The projection of requests across lots.
  public static let requests: Self = "requests"
}
