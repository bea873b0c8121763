import Pages

/// A cell whose formula has its addresses.
enum AddressedCell: Hashable, Sendable {
  case blank
  case text(String)
  case number(Double)
  /// Without its `=`.
  case formula(String, number: Double)
  case textFormula(String, text: String)

  /// - Parameters:
  ///   - row: The cell's own, counted from 0.
  ///   - above: The rows of the table above it.
  init(_ cell: Cell, _ places: TablePlaces, row: Int, above: ClosedRange<Int>? = nil) {
    switch cell {
    case .blank: self = .blank
    case .text(let text): self = .text(text)
    case .number(let number): self = .number(number)
    case .formula(let formula, let number):
      self =
        places.text(of: formula, row: row, above: above).map { .formula($0, number: number) }
        ?? .number(number)
    case .textFormula(let formula, let text):
      self =
        places.text(of: formula, row: row, above: above).map { .textFormula($0, text: text) }
        ?? .text(text)
    case .link(_, _, let otherwise):
      self.init(otherwise, places, row: row, above: above)
    }
  }

  /// The cell as it is handed over; of a formula that is too long, what it shows.
  func checked() throws(CellText.Refusal) -> AddressedCell {
    switch self {
    case .blank, .text(""): return .blank
    case .text(let text): return .text(try CellText.checked(text))
    case .number(let number): return .number(try Self.finite(number))
    case .formula(let formula, let number):
      let number = try Self.finite(number)
      guard let fitting = try FormulaText.fitting(formula) else { return .number(number) }
      return .formula(fitting, number: number)
    case .textFormula(let formula, let text):
      let text = try CellText.checked(text)
      guard let fitting = try FormulaText.fitting(formula) else { return .text(text) }
      return .textFormula(fitting, text: text)
    }
  }

  private static func finite(_ number: Double) throws(CellText.Refusal) -> Double {
    guard number.isFinite else { throw CellText.Refusal(problem: .notFinite) }
    return number
  }
}
