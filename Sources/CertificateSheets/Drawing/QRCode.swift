import CQREncode
import Glibc

/// A QR code (ISO/IEC 18004) of error correction level M, encoded by libqrencode.
struct QRCode {
  /// How many modules it has in a row.
  let width: Int
  /// The rows of modules from the top, dark ones true.
  let rows: [[Bool]]

  /// How many modules must stay white around it.
  static let quietZone = 4

  /// Encodes a text of ASCII characters.
  ///
  /// - Returns: nil if the text is empty, has other characters, or is longer than a code can hold.
  init?(_ text: String) {
    // The library takes the text up to its first zero byte.
    guard text.utf8.allSatisfy({ (1..<0x80).contains($0) }),
      let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M)
    else { return nil }
    defer { QRcode_free(code) }
    let width = Int(code.pointee.width)
    self.width = width
    let modules = UnsafeBufferPointer(start: code.pointee.data, count: width * width)
    rows = (0..<width).map { row in
      modules[row * width..<(row + 1) * width].map { $0 & 1 == 1 }
    }
  }

  /// The dark modules as the data of a path, a module being one unit.
  var path: String {
    var path = ""
    for (row, modules) in rows.enumerated() {
      var column = 0
      while column < width {
        let run = modules[column...].prefix { $0 }.count
        if run > 0 { path += "M\(column) \(row)h\(run)v1h-\(run)z" }
        column += run + 1
      }
    }
    return path
  }
}
