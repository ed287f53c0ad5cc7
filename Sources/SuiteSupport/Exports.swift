// A suite, and the public examples that are compiled into it unchanged, import this module alone and use the remote
// objects of Border as the learner's own types.
@_exported public import Border
