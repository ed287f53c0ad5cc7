/// Reads comma-separated values as RFC 4180 has them, by its grammar and nothing else.
///
/// - Returns: The records with their fields; `nil` if the text is not of that form.
func readCSV(_ text: String) -> [[String]]? {
  var scalars = Array(text.unicodeScalars)[...]
  var records: [[String]] = []
  while !scalars.isEmpty {
    var record: [String] = []
    while true {
      guard let field = readField(&scalars) else { return nil }
      record.append(field)
      guard scalars.first == "," else { break }
      scalars.removeFirst()
    }
    guard scalars.starts(with: ["\r", "\n"]) else { return nil }
    scalars.removeFirst(2)
    records.append(record)
  }
  return records
}

/// Reads one field, in quotes or not, up to what ends it.
private func readField(_ scalars: inout ArraySlice<Unicode.Scalar>) -> String? {
  var field = String.UnicodeScalarView()
  guard scalars.first == "\"" else {
    while let next = scalars.first, next != ",", next != "\r" {
      guard next != "\"", next != "\n" else { return nil }
      field.append(scalars.removeFirst())
    }
    return String(field)
  }
  scalars.removeFirst()
  while let next = scalars.popFirst() {
    guard next == "\"" else {
      field.append(next)
      continue
    }
    guard scalars.first == "\"" else { return String(field) }
    field.append(scalars.removeFirst())
  }
  return nil
}
