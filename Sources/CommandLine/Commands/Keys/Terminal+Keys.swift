import Certificates
import Foundation

extension Terminal {
  /// Prints the public halves of keys, as verifiers need them.
  func show(_ register: IssuerRegister) {
    let lines = register.keys.map { key in
      let until = key.until.map { " until \($0)" } ?? ""
      return "\(key.name)  \(key.status.rawValue) from \(key.from)\(until)\n  did:key:\(key.key)"
    }
    print(lines.joined(separator: "\n"))
  }
}

extension Moment {
  /// The present time of this machine.
  static var present: Moment { Moment(seconds: Int64(Date().timeIntervalSince1970)) }
}
