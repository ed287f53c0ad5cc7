import EventChain

/// The format of a gradebook's file: its tables, and the numbers by which it is recognized.
///
/// | table | holds |
/// |---|---|
/// | `event` | one row for each event; positions are 1, 2, 3 … without gaps, and `batch` is the position of the first event of the batch |
/// | `head` | one row: how many events there are, and the digest of the last one |
/// | `view_document`, `view_checkpoint` | what projections make of the events; it can be made again |
///
/// Payload, metadata and documents are JSON texts with sorted names. Identifiers are in Unicode's form NFC, so that
/// texts that are equal to Swift are equal to SQLite.
enum Schema {
  /// What the file says it is: `GrdB` as four bytes.
  static let applicationID: Int64 = 0x4772_6442
  /// The format described here.
  static let version: Int64 = 1

  /// Every object of the schema by name; SQLite keeps the text as it is written here.
  static let statements: [String: String] = [
    "event": """
    CREATE TABLE event (
      position INTEGER PRIMARY KEY NOT NULL,
      stream TEXT NOT NULL,
      version INTEGER NOT NULL,
      id TEXT NOT NULL,
      type TEXT NOT NULL,
      schema INTEGER NOT NULL,
      recorded_at INTEGER NOT NULL,
      payload TEXT NOT NULL,
      metadata TEXT NOT NULL,
      batch INTEGER NOT NULL,
      digest BLOB NOT NULL,
      UNIQUE (stream, version),
      UNIQUE (id)
    ) STRICT
    """,
    "head": """
    CREATE TABLE head (
      only INTEGER PRIMARY KEY NOT NULL CHECK (only = 1),
      count INTEGER NOT NULL,
      digest BLOB NOT NULL
    ) STRICT
    """,
    "view_checkpoint": """
    CREATE TABLE view_checkpoint (
      projection TEXT PRIMARY KEY NOT NULL,
      position INTEGER NOT NULL
    ) STRICT
    """,
    "view_document": """
    CREATE TABLE view_document (
      collection TEXT NOT NULL,
      id TEXT NOT NULL,
      projection TEXT NOT NULL,
      document TEXT NOT NULL,
      PRIMARY KEY (collection, id)
    ) STRICT
    """,
  ]

  /// The indices that SQLite makes by itself for what is unique.
  private static let indices: Set<String> = [
    "sqlite_autoindex_event_1", "sqlite_autoindex_event_2", "sqlite_autoindex_view_checkpoint_1",
    "sqlite_autoindex_view_document_1",
  ]

  /// Writes the schema into an empty file.
  static func write(to connection: Connection) throws {
    try connection.execute("PRAGMA application_id = \(applicationID)")
    try connection.execute("PRAGMA user_version = \(version)")
    for (_, statement) in statements.sorted(by: { $0.key < $1.key }) {
      try connection.execute(statement)
    }
    try Head.empty.insert(into: connection)
  }

  /// Finds the first object that does not belong here, or is missing.
  ///
  /// A trigger, a view, an index more or less: each could change what is stored or found without touching a row.
  ///
  /// - Returns: What is wrong, as a clause, or nil.
  static func difference(in connection: Connection) throws -> String? {
    var missing = Set(statements.keys).union(indices)
    var difference: String?
    try connection.scan("SELECT name, type, sql FROM sqlite_schema ORDER BY name") { row in
      let name = row.shown(0)
      let isKnown =
        indices.contains(name) ? row.shown(1) == "index" : row.shown(1) == "table"
      if missing.remove(name) == nil || !isKnown {
        difference = "its schema has a \(row.shown(1)) \(name) that does not belong there"
      } else if let statement = statements[name], try row.text(2) != statement {
        difference = "its table \(name) was altered"
      }
      return difference == nil
    }
    if let difference { return difference }
    return missing.min().map { "its schema has lost \($0)" }
  }
}
