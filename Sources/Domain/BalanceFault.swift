/// A whole and its parts in a document that do not add up: it is not made.
public struct BalanceFault: Error, Hashable, Sendable {
  /// Where the document's definition says that they do.
  public let place: SourcePlace
  /// What is counted.
  public let name: String
  public let whole: Int64
  public let parts: [Int64]

  public init(place: SourcePlace, name: String, whole: Int64, parts: [Int64]) {
    self.place = place
    self.name = name
    self.whole = whole
    self.parts = parts
  }
}
