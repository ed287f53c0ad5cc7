extension HostileSubmission {
  /// Attacks in machine code, past the C library and the native interface of the kernel.
  static let inMachineCode: [HostileSubmission] = {
    #if arch(x86_64)
      [
        // mov eax, 20 (getpid of i386); int 0x80; ret
        HostileSubmission(
          "calls-as-i386", .verdict("crashed"),
          "_ = execute([0xB8, 20, 0, 0, 0, 0xCD, 0x80, 0xC3]); exit(99)"),
        HostileSubmission(
          "calls-as-x32", .verdict("crashed"), "_ = systemCall(0x4000_0000 + 39); exit(99)"),
        // mov eax, 41 (socket); mov edi, 2; mov esi, 1; xor edx, edx; syscall; ret
        HostileSubmission.probe(
          "opens-a-socket-itself",
          reaches: """
            execute([0xB8, 41, 0, 0, 0, 0xBF, 2, 0, 0, 0, 0xBE, 1, 0, 0, 0, 0x31, 0xD2, 0x0F, 0x05, 0xC3]) >= 0
            """),
      ]
    #else
      []
    #endif
  }()
}
