extension String {
  /// The text of a file in UTF-8 that is compiled into the program, without the line break that ends it.
  package init(embedded bytes: [UInt8]) {
    precondition(bytes.last == UInt8(ascii: "\n"), "an embedded text ends with a line break")
    self.init(decoding: bytes.dropLast(), as: UTF8.self)
  }
}
