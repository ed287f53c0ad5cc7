import Glibc

/// Makes a call to the operating system, again after an interrupting signal.
///
/// - Parameters:
///   - action: What is tried, for the error: `read a pipe`.
///   - call: The call; negative means that it failed and set `errno`.
/// - Throws: ``SystemError`` with the action and `errno`.
@discardableResult
package func system<Result: SignedInteger>(
  _ action: @autoclosure () -> String, _ call: () -> Result
) throws(SystemError) -> Result {
  while true {
    let result = call()
    if result >= 0 { return result }
    let code = errno
    if code != EINTR { throw SystemError(action(), code: code) }
  }
}

/// Makes a call that gives its error number back instead of setting `errno`.
package func posix(
  _ action: @autoclosure () -> String, _ call: () -> Int32
) throws(SystemError) {
  let code = call()
  if code != 0 { throw SystemError(action(), code: code) }
}
