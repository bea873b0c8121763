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
