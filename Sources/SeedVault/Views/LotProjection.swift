public import CQRS

/// A projection of lot events.
public protocol LotProjection: Projection where Event == LotEvent {}
