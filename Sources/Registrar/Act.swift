package import EventSourcing
import Gradebook

/// An act of somebody's that counts once, however often it arrives.
///
/// **The same act again has the outcome that was stored** and changes nothing more; an act that was refused stored nothing
/// and is decided anew. **No two acts have one identity**: an act under the identity of another one is refused, or gets
/// the outcome of the other.
package struct Act: Hashable, Sendable {
  /// Who acts, for the record.
  package let actor: String
  /// Its identity, under which the record keeps its main command.
  package let id: CommandID

  /// An act of an identity that the caller gives, such as one that came with a form.
  ///
  /// - Parameters:
  ///   - actor: Who acts, for the record.
  ///   - id: 1 to 64 ASCII letters, digits and hyphens that nobody gives to another act.
  /// - Returns: `nil` if the identity has another form.
  package init?(by actor: String, id: String) {
    let isPlain: (UInt8) -> Bool = { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
    guard (1...64).contains(id.utf8.count), id.utf8.allSatisfy(isPlain) else { return nil }
    self.init(by: actor, checked: id)
  }

  /// An act whose identity is known to have the form.
  init(by actor: String, checked id: String) {
    self.actor = actor
    self.id = CommandID(rawValue: id)
  }

  /// What is said to an act under the identity of one that did something else.
  var isAnotherAct: RegistrarError {
    RegistrarError(.refused, CommandFault.identityReused(id).description)
  }

  /// The identity of one of several commands that the act consists of.
  ///
  /// - Parameters:
  ///   - step: Which of the act's commands to a stream it is.
  ///   - stream: The stream that it concerns.
  func id(of step: String, on stream: StreamID) -> CommandID {
    // No identity of an act has these signs, so none is taken for that of a step.
    CommandID(rawValue: "\(id)+\(step)@\(stream)")
  }
}
