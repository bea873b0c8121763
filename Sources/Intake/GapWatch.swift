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
  /// Whether two cells below each other say the same: a merged cell would hold both.
  private var hasPairs = false
  private var last = RowField.empty
  private let habit: Habit

  /// How a column is filled where nothing was merged.
  enum Habit {
    /// In every row.
    case always
    /// Rows may rightly be empty, and rows of one group stand below each other: 考核分组 of a unit that
    /// is not ranked, 完成时限 of a lasting task. Gaps are those of merged cells only where every
    /// filled cell begins a group.
    case byGroup
    /// As `byGroup`, where at least as many are empty as are filled: neighbours differ anyway.
    case sparse
    /// A few rows may rightly be empty, and neighbours differ anyway: 牵头单位. (Of each it is said
    /// that it has none.)
    case mostly
  }

  init(field: Int, column: String, habit: Habit = .always) {
    self.field = field
    self.column = column
    self.habit = habit
  }

  /// The ids of the columns of a register that are watched.
  static func columns(of register: Register) -> Set<String> {
    switch register {
    case .units: ["group"]
    case .ledger: ["section", "leaders", "lead_units", "due_on"]
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
    if filled > 0, isInGap ? !hasRepeats : !hasPairs && habit != .always {
      Steps.add(last.count)
      let isSame = last.elementsEqual(content)
      if isInGap { hasRepeats = isSame } else { hasPairs = isSame }
    }
    (isInGap, last) = (false, content)
    filled += 1
  }

  /// Whether the gaps look as if cells had been merged: most rows are filled, or a group begins
  /// wherever one is; where cells may rightly be empty, as the column's habit says.
  var looksMerged: Bool {
    guard gaps.count > 0 else { return false }
    let beginsGroups = leading == 0 && !hasRepeats
    return switch habit {
    case .always: filled * 2 >= rows || beginsGroups
    case .byGroup: !hasRepeats && !hasPairs && (leading == 0 || filled > 1)
    case .sparse: beginsGroups && !hasPairs && gaps.count >= max(filled, 2)
    case .mostly:
      gaps.count >= 2 && gaps.count * 4 >= filled && (filled * 2 >= rows || beginsGroups)
    }
  }
}
