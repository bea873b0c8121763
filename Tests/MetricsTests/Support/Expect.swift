import Testing

/// Expects a value and shows both where it is another: a table as it would stand in the test.
func expect<Content: Equatable>(
  _ actual: Content, is expected: Content, sourceLocation: SourceLocation = #_sourceLocation
) {
  guard actual != expected else { return }
  Issue.record("\nis\n\(actual)\nexpected\n\(expected)\n", sourceLocation: sourceLocation)
}
