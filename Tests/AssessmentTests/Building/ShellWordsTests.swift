import Testing

@testable import Assessment

@Suite("A command line that a driver prints is read word by word")
struct ShellWordsTests {
  @Test(
    "Space divides words unless it is quoted or escaped",
    arguments: [
      ("", []), ("   ", []), ("a", ["a"]), ("  a  b ", ["a", "b"]),
      (#""/opt/a b/ld" "-o" "x""#, ["/opt/a b/ld", "-o", "x"]),
      (#"/opt/a\ b/ld -o x"#, ["/opt/a b/ld", "-o", "x"]), (#"'a b'c"d e""#, ["a bcd e"]),
      (#""a\"b" 'c\d'"#, [#"a"b"#, #"c\d"#]), (#"a "" ''"#, ["a", "", ""]),
      (#""it's" 'say "x"'"#, ["it's", #"say "x""#]),
    ] as [(String, [String])])
  func words(line: String, words: [String]) {
    #expect(shellWords(line) == words)
  }
}
