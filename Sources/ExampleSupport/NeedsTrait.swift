public import Testing

/// Says which of your files or functions an example needs.
///
/// It changes nothing about the example. When it fails, ``GuideTrait`` uses the names to tell which places are still
/// to be written.
public struct NeedsTrait: TestTrait {
  /// The names of files, without their ending, and of functions, properties or types.
  let names: [String]
}

extension Trait where Self == NeedsTrait {
  /// The example needs these files, functions, properties or types.
  public static func needs(_ names: String...) -> Self { NeedsTrait(names: names) }
}
