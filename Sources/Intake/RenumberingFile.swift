import Delimited
public import Domain

/// A file in which an office says which tasks have another number than before, and which numbers
/// were given to other tasks: a CSV with the headings 原编号, 新编号, where several plans have such
/// tasks 方案, and 处理 (同一任务, 另一任务 or 编号调整); or in English `old_id`, `new_id`, `plan`,
/// `decision`. 原任务 and 现任务 (`old_title`, `new_title`) must be the titles there are.
///
/// In a list without 处理 an empty old number says that the task is new, though another had its number
/// or its title; what became of a task that keeps its number must be said there. Where the heading is,
/// nothing is guessed: each line must be decided.
public enum RenumberingFile {
  /// What is said of a number.
  public enum Decision: String, CaseIterable, Sendable {
    case same, another, renumbered

    /// The word in the file.
    public var word: String {
      switch self {
      case .same: "同一任务"
      case .another: "另一任务"
      case .renumbered: "编号调整"
      }
    }
  }

  /// A line of the file.
  public struct Entry: Hashable, Sendable {
    public let place: SourcePlace
    /// Nil if the file does not say.
    public let plan: String?
    public let task: String
    /// Nil for a task that is new.
    public let earlier: String?
    public let decision: Decision
    /// The titles; nil if the file does not say.
    public let titleBefore: String?
    public let titleNow: String?
  }

  private enum Column: Int, CaseIterable {
    case earlier, task, plan, decision, titleBefore, titleNow

    var names: [String] {
      switch self {
      case .earlier: ["原编号", "old_id"]
      case .task: ["新编号", "new_id"]
      case .plan: ["方案", "plan"]
      case .decision: ["处理", "decision"]
      case .titleBefore: ["原任务", "old_title"]
      case .titleNow: ["现任务", "new_title"]
      }
    }

    var isRequired: Bool { self == .earlier || self == .task }
  }

  /// Reads the file at `path`.
  /// - Throws: `LedgerRefused` with what is wrong and where.
  public static func read(_ path: String) throws -> [Entry] {
    let faults = FaultList()
    guard let rows = CSVRows(path, faults: faults) else {
      throw LedgerRefused(faults: faults.errors)
    }
    var record = RowRecord()
    let headings = rows.next(&record) ? cells(record) : []
    let places = Column.allCases.map { column in headings.firstIndex(where: column.names.contains) }
    for column in Column.allCases where column.isRequired && places[column.rawValue] == nil {
      faults.add(
        InputFault(
          place: SourcePlace(file: path, line: 1),
          problem: .headingMissing(id: column.names[1], nearest: nil), value: column.names[0]))
    }
    try faults.refuseIfAny()
    var entries: [Entry] = []
    while rows.next(&record) {
      let cells = cells(record)
      guard cells.contains(where: { !$0.isEmpty }) else { continue }
      let line = Line(
        place: SourcePlace(file: path, line: record.line),
        hasDecisions: places[Column.decision.rawValue] != nil
      ) { column in
        places[column.rawValue].flatMap { cells.indices.contains($0) ? cells[$0] : nil } ?? ""
      }
      if let entry = line.entry(faults) { entries.append(entry) }
    }
    try faults.refuseIfAny()
    return entries
  }

  private struct Line {
    let place: SourcePlace
    /// Whether the file has the heading 处理.
    let hasDecisions: Bool
    let cell: (Column) -> String

    /// Nil where something is wrong with it, which `faults` then say.
    func entry(_ faults: FaultList) -> Entry? {
      func text(_ column: Column) -> String? { cell(column).isEmpty ? nil : cell(column) }
      guard let task = text(.task) else {
        refuse(.cellEmpty, .task, faults)
        return nil
      }
      guard let decision = decision(task) else {
        let isEmpty = cell(.decision).isEmpty
        let words = Decision.allCases.map(\.word)
        refuse(isEmpty ? .cellEmpty : .unknownDecision(known: words), .decision, faults)
        return nil
      }
      return Entry(
        place: place, plan: text(.plan), task: task, earlier: text(.earlier), decision: decision,
        titleBefore: text(.titleBefore), titleNow: text(.titleNow))
    }

    private func decision(_ task: String) -> Decision? {
      let word = cell(.decision)
      if !hasDecisions {
        return cell(.earlier).isEmpty ? .another : cell(.earlier) == task ? nil : .renumbered
      }
      return Decision.allCases.first { $0.word == WordKey(word).text || $0.rawValue == word }
    }

    private func refuse(_ problem: InputProblem, _ column: Column, _ faults: FaultList) {
      faults.add(
        InputFault(
          place: place, problem: problem, value: cell(column), heading: column.names[0]))
    }
  }

  private static func cells(_ record: RowRecord) -> [String] {
    record.fields.map { field in
      var bytes = field.bytes
      var room = ByteBuffer(count: 0)
      if field.isEscaped {
        room = ByteBuffer(count: bytes.count)
        bytes = CSVEscapes.remove(bytes, into: room.bytes)
      }
      return withExtendedLifetime(room) {
        unguarded(String(decoding: Blanks.trim(bytes), as: UTF8.self))
      }
    }
  }

  /// Without the mark that keeps a spreadsheet from computing a title.
  private static func unguarded(_ cell: String) -> String {
    guard cell.hasPrefix("'"), let next = cell.dropFirst().first, "=+-@".contains(next) else {
      return cell
    }
    return String(cell.dropFirst())
  }

  // MARK: Writing

  /// A number whose task may be another than before, which an office has to decide: the number
  /// before and now, their titles, how alike these are in per cent, and what is proposed.
  public struct Question: Hashable, Sendable {
    public let plan: String
    public let earlier: String
    public let task: String
    public let titleBefore: String
    public let titleNow: String
    public let likeness: Int
    public let proposal: Decision

    public init(
      plan: String, earlier: String, task: String, titleBefore: String, titleNow: String,
      likeness: Int, proposal: Decision
    ) {
      self.plan = plan
      self.earlier = earlier
      self.task = task
      self.titleBefore = titleBefore
      self.titleNow = titleNow
      self.likeness = likeness
      self.proposal = proposal
    }
  }

  /// The text of a file that waits for decisions, as spreadsheets read it.
  public static func text(_ questions: [Question]) -> String {
    let rows = questions.map {
      [
        $0.plan, $0.earlier, $0.task, guarded($0.titleBefore), guarded($0.titleNow),
        "\($0.likeness)%", $0.proposal.word,
      ]
    }
    let headings = ["方案", "原编号", "新编号", "原任务", "现任务", "相似度", "处理"]
    var text = Array("\u{FEFF}".utf8)
    for row in [headings] + rows {
      for (index, cell) in row.enumerated() {
        if index > 0 { text.append(UInt8(ascii: ",")) }
        CSVField.append(cell, to: &text)
      }
      text += [0x0D, 0x0A]
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func guarded(_ title: String) -> String {
    title.first.map { "=+-@".contains($0) } == true ? "'" + title : title
  }
}
