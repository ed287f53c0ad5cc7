/// What the parser found a command line to ask for, before any page is rendered.
enum Request<Action> {
  /// To do what a command declares.
  case action(Action)
  /// To show the help page of the command the parser stands at.
  case help
  /// To show the version of the tool.
  case version
  /// To show a page that is not about a command.
  case topic(String)
}
