import CSandbox

/// The program that the kernel runs at every system call of a jailed process, as `bwrap --seccomp` reads it.
///
/// It allows what a compiler, a linker and a worker need; see `filter.c`.
func systemCallFilter() -> [UInt8] {
  let bytes = [UInt8](unsafeUninitializedCapacity: 16 << 10) { buffer, count in
    count = Int(csandbox_filter(buffer.baseAddress, buffer.count))
  }
  precondition(!bytes.isEmpty, "the filter fits its buffer")
  return bytes
}
