extension KeyFolder {
  /// The path of the folder of keys: the one named, else that of `GRADER_KEYS`, else one in the user's configuration
  /// folder.
  ///
  /// - Parameters:
  ///   - path: A path that was named.
  ///   - environment: The environment of the process.
  ///   - home: The user's home folder, if the environment names none.
  package static func usualPath(
    named path: String?, environment: [String: String], home: String
  ) -> String {
    let values = [path, environment["GRADER_KEYS"]].compactMap { $0 }.filter { !$0.isEmpty }
    if let path = values.first { return path }
    let configuration = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    return "\(configuration ?? "\(environment["HOME"] ?? home)/.config")/grader/keys"
  }
}
