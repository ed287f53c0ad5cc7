public import EventSourcing

/// Why a command was not carried out.
public enum GatewayError<R: Error & Hashable & Codable & Sendable>: Error, Hashable, Codable,
  Sendable
{
  /// The rules refused the command for this reason.
  case refused(R)

  /// The stream is not as the caller insisted; carries its actual version.
  case conflict(actual: StreamVersion)

  /// Other writers were faster this many times, which is every attempt the gateway may make.
  case attemptsExhausted(Int)

  /// The store could not be used; the same command may be sent again.
  case unavailable
}
