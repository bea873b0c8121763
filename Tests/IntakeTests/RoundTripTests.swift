import Domain
import Testing

/// Random tables, written as CSV in random ways, are read back equal.
@Suite struct RoundTripTests {
  /// Linear congruential numbers: the same table for the same seed, anywhere.
  struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  static let letters = Array("甲乙“”a0,\"\n;=　 é𠀀、'\t|-")

  static func text(_ numbers: inout Numbers) -> String {
    let length = Int.random(in: 0...12, using: &numbers)
    let inner = (0..<length).map { _ in letters.randomElement(using: &numbers) ?? "x" }
    // Blanks around a cell are dropped, so there are none here.
    return "x" + String(inner) + "y"
  }

  static func cell(_ text: String, _ newline: String, _ numbers: inout Numbers) -> String {
    let mustQuote = text.contains { ",\"\n".contains($0) }
    guard mustQuote || Bool.random(using: &numbers) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"").replacing("\n", with: newline) + "\""
  }

  @Test(arguments: UInt64(1)...40)
  func isReadBack(_ seed: UInt64) throws {
    var numbers = Numbers(state: seed)
    var columns = ["title", "section", "progress_note", "note", "自有"]
    columns.shuffle(using: &numbers)
    let newline = Bool.random(using: &numbers) ? "\n" : "\r\n"
    let rows = (0..<Int.random(in: 1...30, using: &numbers)).map { _ in
      columns.map { _ in Self.text(&numbers) }
    }
    var lines = ["number,lead_units," + columns.joined(separator: ",")]
    for (index, row) in rows.enumerated() {
      let cells = row.map { Self.cell($0, newline, &numbers) }
      lines.append((["\(index + 1)", "市工信局"] + cells).joined(separator: ","))
    }
    let outcome = try LedgerFixture(["ledger.csv": lines.joined(separator: newline)]).read()
    #expect(outcome.errorCount == 0)
    let tasks = outcome.rows.filter { $0.table.name == "task" }
    #expect(tasks.map { Self.cells($0, columns) } == rows)
  }

  static func cells(_ row: LedgerRow, _ columns: [String]) -> [String] {
    columns.map { column in
      let name = column == "自有" ? "extra" : column
      let index = row.table.columns.firstIndex { $0.name == name } ?? 0
      let text = row.values[index].text ?? ""
      return column == "自有" ? String(text.drop { $0 != "\u{1F}" }.dropFirst()) : text
    }
  }
}
