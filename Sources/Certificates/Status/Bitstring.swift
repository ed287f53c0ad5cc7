import CZlib

/// One bit for each certificate of a list, as W3C Bitstring Status List 1.0 encodes them.
package struct Bitstring: Hashable, Sendable {
  /// How many bits a list of ours has, the fewest that the standard allows, so that a list says little about one
  /// certificate.
  package static let count = 131_072
  /// How many bytes a list of any issuer may have once it is unpacked.
  private static let maximumBytes = 1 << 21

  /// The bits, eight a byte, the first one the highest of the first byte.
  private var bytes: [UInt8]

  /// A list in which no bit is set.
  package init() { bytes = Array(repeating: 0, count: Self.count / 8) }

  /// Whether a bit is set; `nil` outside of the list.
  package subscript(index: Int) -> Bool? {
    guard index >= 0, index < bytes.count * 8 else { return nil }
    return bytes[index / 8] & (0x80 >> UInt8(index % 8)) != 0
  }

  /// Sets a bit; it must lie in the list.
  package mutating func set(_ index: Int) {
    bytes[index / 8] |= 0x80 >> UInt8(index % 8)
  }

  /// Multibase of the gzipped bits: `u` and base64url.
  package var encoded: String { "u" + Base64URL.text(of: Self.gzipped(bytes)) }

  /// Reads what ``encoded`` or another issuer wrote.
  ///
  /// **However small the text is, no more memory is used than a list may have.**
  ///
  /// - Returns: `nil` for anything else, and for fewer bits than the standard allows.
  package init?(encoded: String) {
    guard encoded.first == "u", let packed = Base64URL.bytes(of: String(encoded.dropFirst())),
      let bytes = Self.gunzipped(packed), bytes.count >= Self.count / 8
    else { return nil }
    self.bytes = bytes
  }

  /// 15 bits of window, and 16 more to say that it is gzip (zlib.h).
  private static let gzipWindow: Int32 = 15 + 16

  /// Packs bytes; the same bytes always give the same.
  private static func gzipped(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    precondition(
      deflateInit2_(
        &stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzipWindow, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)) == Z_OK, "zlib packs")
    defer { deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))) + 64)
    let status = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        return deflate(&stream, Z_FINISH)
      }
    }
    precondition(status == Z_STREAM_END, "the bound of zlib suffices")
    return Array(output.prefix(Int(stream.total_out)))
  }

  /// Unpacks bytes, up to the limit.
  private static func gunzipped(_ bytes: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    guard
      inflateInit2_(&stream, gzipWindow, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { inflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: maximumBytes)
    let status = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        return inflate(&stream, Z_FINISH)
      }
    }
    guard status == Z_STREAM_END, stream.avail_in == 0 else { return nil }
    return Array(output.prefix(Int(stream.total_out)))
  }
}
