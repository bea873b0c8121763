import Domain

extension RowConverter {
  /// A column of the register that the file holds.
  struct Part {
    let field: Int
    let column: RegisterColumn
    /// The number of the table's column, −1 if the store has none.
    let target: Int
    /// What its words group, if they do.
    let group: WordGroup?
    /// Which day of a month is meant by cells that hold deadlines in words; nil for other days,
    /// such as that of a completion, which have to be exact.
    var edge: DeadlineText.Edge? {
      switch column.id {
      case "due_on", "new_due_on": .last
      case "starts_on": .first
      default: nil
      }
    }
    /// Whether the cells are names of something, so that a date among them is suspicious.
    var isIdentity: Bool {
      switch (column.kind, column.id) {
      case (_, "milestone"), (_, "period"), (_, "same_as"), (_, "successor"): false
      case (.identifier, _), (_, "number"): true
      default: false
      }
    }
  }
}
