/// How failures end a command, and what is said of them: the words are the caller's.
public struct Verdict: Sendable {
  /// The exit code of a command with these failures.
  public let code: @Sendable ([any Error]) -> Int32
  /// The first line of what is said of a failure.
  public let line: @Sendable (any Error) -> String

  public init(
    code: @escaping @Sendable ([any Error]) -> Int32,
    line: @escaping @Sendable (any Error) -> String
  ) {
    self.code = code
    self.line = line
  }
}
