import Domain
import Intake

/// What was read of a workbook, counted.
extension Wording {
  static func read(_ notes: ReadingNotes) -> [String] {
    notes.tables.map { table in
      let counts = parts(table)
      let end = counts.isEmpty ? "" : say("; ", "；") + counts.joined(separator: say("; ", "；"))
      return say(
        "Read from “\(table.sheet)”: \(table.rows) rows of \(table.register.rawValue)\(end)",
        "从“\(table.sheet)”读出\(table.register.heading) \(table.rows) 行\(end)")
    }
  }

  private static func parts(_ table: ReadingNotes.Table) -> [String] {
    let filled = table.filledDown.sorted { $0.key < $1.key }.map { heading, count in
      say(
        "filled down in “\(heading)”: \(count.count)\(first(count))",
        "“\(heading)”向下沿用 \(count.count) 格\(first(count))")
    }
    let others: [(ReadingNotes.Count, String)] = [
      (table.furtherRows, say("further rows of tasks", "同一任务的后续行")),
      (table.headingsAgain, say("headings again", "重复的表头")),
      (table.totals, say("rows of totals", "合计行")),
      (table.numberedAhead, say("rows numbered in advance", "预编序号的行")),
      (table.below, say("rows below the table", "表后的行")),
      (table.dueOfMilestones, say("due dates taken from the last milestone", "以最后节点为完成时限")),
    ]
    return filled
      + others.filter { $0.0.count > 0 }.map { "\($0.1) \($0.0.count)\(first($0.0))" }
  }

  private static func first(_ count: ReadingNotes.Count) -> String {
    guard let cell = count.first?.cell else { return "" }
    return say(" (first \(cell))", "（首处 \(cell)）")
  }
}
