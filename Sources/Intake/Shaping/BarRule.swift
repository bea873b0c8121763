import Domain

/// Tells a bar, which names the section or the leader of what follows, from a task. One rule for the
/// guess and for the reading: a text merged across, a text alone, or a number in another style than
/// those of the tasks with a text and nothing else.
struct BarRule {
  /// A filled cell of a row.
  struct Cell {
    let column: Int
    let text: String
    /// Over how many columns it is merged.
    var across = 1
  }

  /// The first and last column of the table, and those of number and title.
  let columns: ClosedRange<Int>
  let number: Int?
  let title: Int?
  /// Rows within cells that are merged downwards: a task's further rows have few cells, too.
  private let covered: RowRanges
  /// How the tasks are numbered, in the column of numbers and in that of titles.
  private var numbers: Set<OrdinalText.Style> = []
  private var titles: Set<OrdinalText.Style> = []
  private var hasUnnumbered = false

  /// More filled cells than these make no bar.
  static let most = 4
  /// So many rows below the headings show how tasks are numbered.
  static let sample = 300

  /// - Parameter rows: The filled cells of the first rows below the headings.
  init(
    columns: ClosedRange<Int>, number: Int?, title: Int?, merges: [CellRange],
    rows: some Sequence<[Cell]>
  ) {
    (self.columns, self.number, self.title) = (columns, number, title)
    covered = RowRanges(
      merges.lazy.filter {
        $0.first.row < $0.last.row && columns.contains($0.first.column)
      }.map { ($0.first.row + 1)...$0.last.row })
    for cells in rows.prefix(Self.sample) {
      guard let number, cells.count(where: { !Self.isCount($0.text) }) > 2 else { continue }
      let own = cells.first { $0.column == number }.map(\.text)
      if let own, let ordinal = OrdinalText(own) { numbers.insert(ordinal.style) }
      hasUnnumbered = hasUnnumbered || own == nil
      if let text = cells.first(where: { $0.column == title })?.text,
        let ordinal = OrdinalText(text)
      {
        titles.insert(ordinal.style)
      }
    }
  }

  /// The cell that says what the bar is; nil if the row is none.
  func bar(_ cells: [Cell], row: Int) -> Cell? {
    guard let first = cells.first, cells.count <= Self.most else { return nil }
    // How many tasks follow is no part of the name.
    let texts = cells.filter { !Self.isCount($0.text) }
    guard let only = texts.first, texts.count <= 2 else { return nil }
    if texts.count == 1 { return first.column == only.column && isAlone(only, row) ? only : nil }
    return isNumbered(texts[0], texts[1], row) ? texts[1] : nil
  }

  private func isAcross(_ cell: Cell) -> Bool {
    cell.across >= 2 && cell.across * 2 >= columns.count
  }

  private func isAlone(_ cell: Cell, _ row: Int) -> Bool {
    if isAcross(cell) { return true }
    guard !covered.contains(row), !Self.isNumberLike(cell.text) else { return false }
    let ordinal = OrdinalText(cell.text)
    if ordinal?.isWhole ?? false { return false }
    if cell.column == columns.lowerBound, cell.column != title { return true }
    guard let ordinal, columns.count >= 3,
      cell.column <= columns.lowerBound + 1 || cell.column == title
    else {
      return false
    }
    return isHead(ordinal.style, among: cell.column == title ? titles : numbers)
  }

  private func isNumbered(_ first: Cell, _ text: Cell, _ row: Int) -> Bool {
    guard columns.count >= 3, first.column == number ?? columns.lowerBound,
      let ordinal = OrdinalText(first.text), ordinal.isWhole, !Self.isNumberLike(text.text),
      !covered.contains(row)
    else { return false }
    if isAcross(text) { return true }
    guard text.column == first.column + 1 || text.column == title else { return false }
    return isHead(ordinal.style, among: numbers)
  }

  /// Whether a style heads tasks: none of them is numbered so, and 1 heads 1.1 alone, or tasks without
  /// numbers.
  private func isHead(_ style: OrdinalText.Style, among tasks: Set<OrdinalText.Style>) -> Bool {
    switch style {
    case .dotted: false
    case .arabic, .letter:
      tasks == [.dotted] || tasks.isEmpty && hasUnnumbered
    case .han, .hanInBrackets, .part, .arabicInBrackets, .roman, .circled: !tasks.contains(style)
    }
  }

  /// Whether a row is a task without doubt: it has a title, and the number that tasks here have, or
  /// much else.
  func isTask(_ cells: [Cell]) -> Bool {
    guard let text = cells.first(where: { $0.column == title })?.text, !Self.isNumberLike(text)
    else { return false }
    guard let number, !numbers.isEmpty, !hasUnnumbered else { return cells.count >= 3 }
    let own = cells.first { $0.column == number }.flatMap { OrdinalText($0.text) }
    return own.map { numbers.contains($0.style) } ?? false
  }

  /// 共5项, （5件）, 小计12: how many tasks stand below.
  static func isCount(_ text: String) -> Bool {
    var rest = Substring(text.filter { !$0.isWhitespace })
    while let first = rest.first, "（(".contains(first) { rest.removeFirst() }
    while let last = rest.last, "）)。".contains(last) { rest.removeLast() }
    let hadWord = ["共计", "小计", "合计", "共", "计"].first(where: rest.hasPrefix)
    if let hadWord { rest = rest.dropFirst(hadWord.count) }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard (1...5).contains(digits.count) else { return false }
    let unit = rest[digits.endIndex...]
    return hadWord != nil && unit.isEmpty
      || ["项", "件", "个", "条", "户", "家", "项任务", "个项目", "项工作", "个事项", "项目标", "项重点任务"].contains {
        $0 == unit
      }
  }

  /// The name without how many tasks follow: 交通类（共5项）.
  static func name(_ text: String) -> String {
    guard let last = text.last, "）)".contains(last),
      let open = text.lastIndex(where: { "（(".contains($0) }), open > text.startIndex,
      isCount(String(text[open...]))
    else { return text }
    let name = text[..<open]
    return String(
      name[..<(name.lastIndex { !$0.isWhitespace }.map { name.index(after: $0) } ?? open)])
  }

  private static func isNumberLike(_ text: String) -> Bool {
    var text = text
    return text.withUTF8(TableWords.isNumberLike)
  }
}
