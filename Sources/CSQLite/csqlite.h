#ifndef CSQLITE_H
#define CSQLITE_H

#include <sqlite3.h>

// What Swift cannot see: functions with a variable number of arguments, and a macro that is a cast.

/// Makes a connection deaf to what a hostile file may bring: triggers, views, and shadow tables that can be written.
/// Returns SQLITE_OK or the first error.
static inline int csqlite_harden(sqlite3 *connection) {
  int result = sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
  if (result == SQLITE_OK)
    result = sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, (int *)0);
  if (result == SQLITE_OK)
    result = sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_VIEW, 0, (int *)0);
  if (result == SQLITE_OK)
    result = sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)0);
  return result;
}

/// Binds a copy of some text, which may hold zero bytes. `text` is not null, also if the length is 0.
static inline int csqlite_bind_text(
    sqlite3_stmt *statement, int index, const char *text, long long length) {
  return sqlite3_bind_text64(
      statement, index, text, (sqlite3_uint64)length, SQLITE_TRANSIENT, SQLITE_UTF8);
}

/// Binds a copy of some bytes. `bytes` is not null, also if the length is 0.
static inline int csqlite_bind_blob(
    sqlite3_stmt *statement, int index, const void *bytes, long long length) {
  return sqlite3_bind_blob64(statement, index, bytes, (sqlite3_uint64)length, SQLITE_TRANSIENT);
}

#endif
