/// The way to the outside world, provided to those who carry out commands.
///
/// **Every call has an effect outside that cannot be taken back.** A call that is made twice has
/// two effects.
///
/// ```swift
/// await effects.perform("courier:r-1")
/// ```
public protocol EffectPort: Sendable {
  /// Performs one effect and returns once it is done.
  ///
  /// - Parameter effect: The name of the effect, such as `courier:r-1`.
  func perform(_ effect: String) async
}
