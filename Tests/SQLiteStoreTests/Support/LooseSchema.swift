import Testing

@testable import SQLiteStore

extension SampleBook {
  /// Changes the file while its table of events demands nothing of what is in it.
  ///
  /// The schema is as before afterward, so what was put in is all that is wrong. The indices know nothing of it.
  func withLooseSchema(_ change: (RawDatabase) throws -> Void) throws {
    let strict = try #require(Schema.statements["event"])
    let loose = """
      CREATE TABLE event (position INTEGER PRIMARY KEY, stream, version, id, type, schema,
      recorded_at, payload, metadata, batch, digest)
      """
    try setSchema(loose, hidingIndices: true)
    try change(try RawDatabase(path))
    try setSchema(strict, hidingIndices: false)
  }

  /// Replaces the text of the table's definition, and takes its indices away or gives them back.
  private func setSchema(_ sql: String, hidingIndices: Bool) throws {
    if hidingIndices {
      try raw.run(
        """
        CREATE TEMP TABLE hidden AS
        SELECT * FROM main.sqlite_schema WHERE tbl_name = 'event' AND type = 'index'
        """)
    }
    let indices = try raw.rows("SELECT type, name, tbl_name, rootpage, sql FROM temp.hidden")
    let other = try RawDatabase(path)
    try other.run("PRAGMA writable_schema = ON; BEGIN IMMEDIATE")
    try other.rows(
      "UPDATE sqlite_schema SET sql = ? WHERE name = 'event'", .text(Array(sql.utf8)))
    if hidingIndices {
      try other.run("DELETE FROM sqlite_schema WHERE tbl_name = 'event' AND type = 'index'")
    } else {
      for row in indices {
        try other.rows(
          "INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)", row[0], row[1], row[2], row[3],
          row[4])
      }
    }
    let version = try other.rows("PRAGMA schema_version")[0][0].number
    try other.run("PRAGMA schema_version = \(version + 1); COMMIT")
  }
}
