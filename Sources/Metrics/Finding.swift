public import Definitions

/// What a check found.
public struct Finding: Sendable {
  public let check: QueryDefinition
  public let task: String
  public let unit: String
  public let detail: String
}
