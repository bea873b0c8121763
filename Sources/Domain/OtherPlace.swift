/// Where else in its register something stands that a fault speaks of.
public enum OtherPlace: Hashable, Sendable, CustomStringConvertible {
  /// A line of the file, or a row of the query's result.
  case line(Int)
  case cell(sheet: String, CellAddress)

  public init(_ place: SourcePlace) {
    guard let sheet = place.sheet, let cell = place.cell else {
      self = .line(place.line)
      return
    }
    self = .cell(sheet: sheet, cell)
  }

  /// `12`, or `重点任务!B13`.
  public var description: String {
    switch self {
    case .line(let line): "\(line)"
    case .cell(let sheet, let cell): "\(sheet)!\(cell)"
    }
  }
}
