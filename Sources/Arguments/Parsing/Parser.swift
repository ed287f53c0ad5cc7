/// Reads a command line from left to right, going down the tree of commands.
struct Parser<Action> {
  /// Where the parser stands, also after a failure, so that an error can tell the usage.
  private(set) var scope: Scope

  /// The command the parser stands at.
  private var command: Command<Action>

  /// What is not read yet.
  private var pending: ArraySlice<String>

  /// Whether `--` was read, so that nothing is an option any more.
  private var isPastOptions = false

  /// Whether the word `help` was read, so that the command named is explained, not called.
  private var isExplaining = false

  /// The pages that are not about a command, by the word that asks for them after `help`.
  private let topics: [String: String]

  /// The page that was asked for.
  private var topic: String?

  /// The texts given for each argument so far, by the argument's identity.
  private var texts: [String: [String]] = [:]

  /// The words that are not names of commands.
  private var words: [String] = []

  /// Stands before the first argument of a tool.
  init(
    _ tool: Command<Action>, _ arguments: [String], hasVersion: Bool, topics: [String: String]
  ) {
    self.scope = Scope(root: tool, hasVersion: hasVersion)
    self.command = tool
    self.pending = arguments[...]
    self.topics = topics
  }

  /// Reads everything and yields what was asked for.
  mutating func request() throws(UsageProblem) -> Request<Action> {
    while let text = pending.popFirst() {
      try read(text)
      if let topic { return .topic(topic) }
      if texts[Parameter.help.id] != nil { return .help }
      if scope.builtIns.contains(where: { $0.id == Parameter.version.id }),
        texts[Parameter.version.id] != nil
      {
        return .version
      }
    }
    guard case .action(let handler) = command.role else { return .help }
    guard !isExplaining else {
      guard words.isEmpty else { throw .unexpectedArguments(words) }
      return .help
    }
    try assignWords()
    if let missing = scope.named.first(where: { $0.isRequired && texts[$0.id] == nil }) {
      throw .missingArgument(missing)
    }
    let invocation = Invocation(path: scope.path, parameters: scope.parameters, texts: texts)
    do {
      return .action(try handler(invocation))
    } catch {
      throw .refused(error)
    }
  }

  /// Whether the option for help is given, also after a mistake; it then matters more than that.
  var isHelpGiven: Bool {
    texts[Parameter.help.id] != nil
      || !isPastOptions && pending.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
  }

  /// Reads an argument and what belongs to it.
  private mutating func read(_ text: String) throws(UsageProblem) {
    guard !isPastOptions else { return try read(word: text) }
    switch Token(text) {
    case .terminator:
      isPastOptions = true
    case .long(let name, let value):
      try take(scope.parameter(named: name), value: value)
    case .letters(let letters):
      try read(letters: letters)
    case .word:
      try read(word: text)
    }
  }

  /// Reads a word: the name of a subcommand, if there are any.
  private mutating func read(word: String) throws(UsageProblem) {
    guard case .group(let subcommands) = command.role else {
      words.append(word)
      return
    }
    guard word != "help" else {
      isExplaining = true
      return
    }
    guard let next = subcommands.first(where: { $0.name == word }) else {
      if isExplaining, scope.path.count == 1, let page = topics[word] {
        topic = page
        return
      }
      let names = scope.subcommands.map(\.name)
      throw .unknownSubcommand(
        word, suggestion: Suggestion.closest(to: word, among: names + ["help"]))
    }
    command = next
    scope.enter(next)
  }

  /// Reads the letters after a single dash: flags, at the end perhaps an option and its value.
  private mutating func read(letters: String) throws(UsageProblem) {
    var rest = letters.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard let parameter = scope.parameter(short: Character(scalar)) else {
        throw unknown(Character(scalar), in: letters)
      }
      guard parameter.kind == .flag else {
        let value = rest.first == "=" ? rest.dropFirst() : rest
        return try take(parameter, value: rest.isEmpty ? nil : String(value))
      }
      guard rest.first != "=" else {
        return try take(parameter, value: String(rest.dropFirst()))
      }
      try take(parameter, value: nil)
    }
  }

  /// Explains a letter that is no option, which often is a long name with a dash missing.
  private func unknown(_ letter: Character, in letters: String) -> UsageProblem {
    let name = String(letters.prefix { $0 != "=" })
    if name.count > 2, let suggestion = scope.suggestion(for: name) {
      return .unknownOption("-\(name)", suggestion: suggestion)
    }
    return .unknownOption("-\(letter)", suggestion: nil)
  }

  /// Takes a flag, or an option and its value, which may be the next argument.
  private mutating func take(_ parameter: Parameter, value: String?) throws(UsageProblem) {
    guard parameter.kind == .option else {
      if let value { throw .unexpectedValue(value, parameter) }
      texts[parameter.id] = [""]
      return
    }
    var value = value
    if value == nil, let next = pending.first, Token(next).isWord {
      value = pending.removeFirst()
    }
    // An empty value usually is an unset variable of a script, hence not a value.
    guard let value, !value.isEmpty else { throw .missingValue(parameter) }
    try check(value, of: parameter)
    if !parameter.isRepeating, let earlier = texts[parameter.id]?.first {
      throw .givenTwice(parameter, earlier, value)
    }
    texts[parameter.id, default: []].append(value)
  }

  /// Distributes the words among the positional arguments.
  private mutating func assignWords() throws(UsageProblem) {
    var rest = words[...]
    var needed = scope.positionals.count(where: \.isRequired)
    for parameter in scope.positionals {
      if parameter.isRequired { needed -= 1 }
      // What later arguments cannot do without is not for this one, unless it cannot either.
      let spare = max(rest.count - needed, parameter.isRequired ? min(rest.count, 1) : 0)
      let own = rest.prefix(parameter.isRepeating ? spare : min(spare, 1))
      guard !own.isEmpty || !parameter.isRequired else { throw .missingArgument(parameter) }
      for word in own { try check(word, of: parameter) }
      texts[parameter.id] = Array(own)
      rest = rest.dropFirst(own.count)
    }
    guard rest.isEmpty else { throw .unexpectedArguments(Array(rest)) }
  }

  /// Fails if a text is no value of an argument.
  private func check(_ text: String, of parameter: Parameter) throws(UsageProblem) {
    guard parameter.accepts(text) else { throw .invalidValue(text, parameter) }
  }
}
