public import Definitions

/// What a check found.
public struct Finding: Sendable {
  public let check: QueryDefinition
  public var task: String
  public let unit: String
  public var detail: String
}
