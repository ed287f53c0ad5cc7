import Foundation
import Glibc

/// A server on this machine that nobody talks to.
final class LoopbackServer {
  /// The port it listens on.
  let port: UInt16
  private let socket: Int32

  /// Listens on a port of the system's choice.
  init() throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = socket
    let isListening = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, size) == 0 && listen(descriptor, 1) == 0
          && getsockname(descriptor, $0, &size) == 0
      }
    }
    port = UInt16(bigEndian: address.sin_port)
    guard isListening else {
      throw AssessmentError(.machine, "No server can listen on 127.0.0.1. Check the network.")
    }
  }

  deinit { close(socket) }
}
