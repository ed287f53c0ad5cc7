/// What is wrong with a command line, before it is put into words.
enum UsageProblem: Error {
  /// A name that no argument has, spelled as given, and the nearest that one has.
  case unknownOption(String, suggestion: String?)
  /// A word that names no subcommand, and the nearest that does.
  case unknownSubcommand(String, suggestion: String?)
  /// An option without value.
  case missingValue(Parameter)
  /// A required argument that is not there.
  case missingArgument(Parameter)
  /// A text that is no value of an argument.
  case invalidValue(String, Parameter)
  /// A value given to a flag.
  case unexpectedValue(String, Parameter)
  /// An option given twice, with its values.
  case givenTwice(Parameter, String, String)
  /// Words that no argument takes.
  case unexpectedArguments([String])
  /// A reason of the command's own.
  case refused(ValidationError)
}

extension UsageProblem {
  /// The problem in sentences, in which no control character of the command line remains.
  var message: String {
    switch self {
    case .unknownOption(let name, let suggestion):
      "Unknown option \(name.quoted)" + Self.question(suggestion, after: ". ")
    case .unknownSubcommand(let name, let suggestion):
      "Unknown subcommand \(name.quoted)" + Self.question(suggestion, after: ". ")
    case .missingValue(let parameter):
      "Missing value for '\(parameter.quotation)'"
    case .missingArgument(let parameter):
      "Missing expected argument '\(parameter.demand)'"
    case .invalidValue(let text, let parameter):
      "The value \(text.quoted) is invalid for '\(parameter.quotation)'"
        + Self.advice(on: text, for: parameter)
    case .unexpectedValue(let text, let parameter):
      "The option '\(parameter.quotation)' does not take any value, "
        + "but \(text.quoted) was specified."
    case .givenTwice(let parameter, let earlier, let later):
      "The option '\(parameter.quotation)' was given twice, "
        + "with \(earlier.quoted) and \(later.quoted). Please provide it once."
    case .unexpectedArguments(let words):
      (words.count == 1 ? "Unexpected argument " : "\(words.count) unexpected arguments: ")
        + words.map(\.quoted).joined(separator: ", ")
    case .refused(let reason):
      reason.message
    }
  }

  /// The argument whose help explains the problem.
  var subject: Parameter? {
    switch self {
    case .missingValue(let parameter), .missingArgument(let parameter),
      .invalidValue(_, let parameter), .unexpectedValue(_, let parameter),
      .givenTwice(let parameter, _, _):
      parameter
    case .refused(let reason):
      reason.parameter
    case .unknownOption, .unknownSubcommand, .unexpectedArguments:
      nil
    }
  }

  /// Asks whether a suggestion was meant, if there is one.
  private static func question(_ suggestion: String?, after separator: String) -> String {
    suggestion.map { "\(separator)Did you mean '\($0)'?" } ?? ""
  }

  /// Says what would have been a value of an argument.
  private static func advice(on text: String, for parameter: Parameter) -> String {
    guard !parameter.choices.isEmpty else {
      return parameter.expectation.map { ". Please provide \($0)." } ?? ""
    }
    let suggestion = Suggestion.closest(to: text, among: parameter.choices)
    return "." + question(suggestion, after: " ") + " Please provide "
      + list(parameter.choices)
  }

  /// Lists choices in a sentence, or below it if there are many.
  private static func list(_ choices: [String]) -> String {
    let quoted = choices.map { "'\($0)'" }
    return switch choices.count {
    case 1: "\(quoted[0])."
    case 2: "one of \(quoted[0]) and \(quoted[1])."
    case ..<6: "one of \(quoted.dropLast().joined(separator: ", ")) or \(quoted[quoted.count - 1])."
    default: "one of the following:\n" + choices.map { "  - \($0)" }.joined(separator: "\n")
    }
  }
}
