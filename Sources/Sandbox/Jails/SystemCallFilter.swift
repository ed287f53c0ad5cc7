import CSandbox

/// The program that the kernel runs at every system call of a jailed process, as `bwrap --seccomp` reads it.
///
/// It allows what a compiler and a linker need, or a host; see `filter.c`.
func systemCallFilter(_ kind: csandbox_filter_kind) -> [UInt8] {
  let bytes = [UInt8](unsafeUninitializedCapacity: 16 << 10) { buffer, count in
    count = Int(csandbox_filter(kind, 0, buffer.baseAddress, buffer.count))
  }
  precondition(!bytes.isEmpty, "the filter fits its buffer")
  return bytes
}
