import Domain

/// A file in which an office confirms which tasks have another number than before: a CSV with the
/// headings 原编号, 新编号 and, where several plans have such tasks, 方案 (or `old_id`, `new_id`,
/// `plan`). An empty old number says that the task is new, though another had its title.
public enum RenumberingFile {
  /// A line of the file.
  public struct Entry: Hashable, Sendable {
    /// Nil if the file does not say.
    public let plan: String?
    public let task: String
    /// Nil for a task that is new.
    public let earlier: String?
  }

  private static let columns = [
    ("old_id", ["原编号", "old_id"]), ("new_id", ["新编号", "new_id"]), ("plan", ["方案", "plan"]),
  ]

  /// Reads the file at `path`.
  /// - Throws: `LedgerRefused` with what is wrong and where.
  public static func read(_ path: String) throws -> [Entry] {
    let faults = FaultList()
    guard let text = SourceText(.ledger, path: path, faults: faults) else {
      throw LedgerRefused(faults: faults.errors)
    }
    var scanner = CSVScanner(text, faults: faults)
    var record = CSVRecord()
    let headings = scanner.next(&record) ? cells(record, text) : []
    let places = columns.map { _, names in headings.firstIndex(where: names.contains) }
    for (place, column) in zip(places, columns) where place == nil && column.0 != "plan" {
      faults.add(
        InputFault(
          place: SourcePlace(file: path, line: 1),
          problem: .headingMissing(id: column.0, nearest: nil), value: column.1[0]))
    }
    try faults.refuseIfAny()
    var entries: [Entry] = []
    while scanner.next(&record) {
      let cells = cells(record, text)
      guard cells.contains(where: { !$0.isEmpty }) else { continue }
      let values = places.map { $0.flatMap { cells.indices.contains($0) ? cells[$0] : nil } ?? "" }
      if values[1].isEmpty {
        faults.add(
          InputFault(
            place: SourcePlace(file: path, line: record.line), problem: .cellEmpty,
            heading: columns[1].1[0]))
      }
      entries.append(
        Entry(
          plan: values[2].isEmpty ? nil : values[2], task: values[1],
          earlier: values[0].isEmpty ? nil : values[0]))
    }
    try faults.refuseIfAny()
    return entries
  }

  private static func cells(_ record: CSVRecord, _ text: SourceText) -> [String] {
    record.fields.map { field in
      String(decoding: text.bytes[field.start..<field.end], as: UTF8.self).trimmed
    }
  }
}

extension String {
  /// Without blanks around it.
  fileprivate var trimmed: String {
    let body = drop { $0.isWhitespace }
    return String(
      body[..<(body.lastIndex { !$0.isWhitespace }.map(body.index(after:)) ?? body.startIndex)])
  }
}
