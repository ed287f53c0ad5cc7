package import Grading
package import Sandbox

extension Isolation {
  /// The jail that reaches this level, once it has been seen to work on this machine.
  ///
  /// - Throws: ``AssessmentError`` of the kind `isolation`, with the reason and the remedy.
  package func workingJail() throws(AssessmentError) -> any Jail {
    do throws(JailError) {
      let jail = try jail()
      try jail.probe()
      return jail
    } catch {
      throw AssessmentError(
        .isolation,
        "\(error) Nothing was compiled or run. To grade without a jail all the same, as your own "
          + "user and with your own rights, ask for it by name: --isolation none.")
    }
  }
}
