import Domain

/// Watches a column that groups rows (分类, 牵头领导, 考核分组, …) for the gaps that merged cells leave
/// when a table is saved as CSV: only the first row of each group is filled.
struct GapWatch {
  let field: Int
  /// How `fill_down` names the column.
  let column: String
  private(set) var gaps = ColumnNote()
  private var rows = 0
  private var filled = 0
  /// Rows above the first filled one.
  private var leading = 0
  private var isInGap = false
  /// Whether a cell below a gap says the same as the one above it: a merged cell would hold both.
  private var hasRepeats = false
  private var last = RowField.empty

  /// How many gaps there must be.
  private let least: Int

  init(field: Int, column: String, least: Int = 1) {
    self.field = field
    self.column = column
    self.least = least
  }

  /// The ids of the columns of a register that are watched.
  static func columns(of register: Register) -> Set<String> {
    switch register {
    case .units: ["group"]
    case .ledger: ["section", "leaders", "lead_units"]
    case .rectifications: ["source", "unit"]
    default:
      Set(
        register.columns.filter { $0.isRequired && ($0.kind == .task || $0.kind == .unit) }
          .map(\.id))
    }
  }

  /// Looks at the row at the cursor.
  mutating func note(_ cursor: RegisterCursor) {
    rows += 1
    if cursor.bytes(field).isEmpty {
      if filled == 0 { return leading += 1 }
      gaps.add(cursor.mark(field))
      isInGap = true
      return
    }
    let content = cursor.record.fields[field].bytes
    if isInGap, !hasRepeats {
      Steps.add(last.count)
      hasRepeats = last.elementsEqual(content)
    }
    (isInGap, last) = (false, content)
    filled += 1
  }

  /// Whether the gaps look as if cells had been merged: most rows are filled, or a group begins
  /// wherever one is.
  var looksMerged: Bool {
    gaps.count >= least && (filled * 2 >= rows || leading == 0 && !hasRepeats)
  }
}
