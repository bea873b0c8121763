public import Domain

extension String {
  /// The day that the text names.
  public var asDay: Day {
    get throws {
      guard let day = Day(self) else { throw NoDay(text: self) }
      return day
    }
  }
}

/// A test wrote a day that there is not.
struct NoDay: Error { let text: String }
