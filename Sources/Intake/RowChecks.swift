import Domain

/// What the cells of a row must not say of each other.
final class RowChecks {
  private let effectiveOn: Day
  /// Pairs of columns of which the second must not be the earlier day.
  private let order: [(earlier: Int, later: Int)]
  private let status: Int?
  private let progress: Int?
  private let completed: Int?
  private let accepted: Int?
  /// By column: how many rows need it, where it is not there at all.
  private var needed: [Int: Int] = [:]

  init(_ converter: RowConverter, effectiveOn: Day) {
    self.effectiveOn = effectiveOn
    let pairs = [
      ("starts_on", "due_on"), ("starts_on", "completed_on"), ("found_on", "due_on"),
      ("found_on", "completed_on"), ("completed_on", "accepted_on"), ("valid_from", "valid_to"),
      ("requested_on", "approved_on"),
    ]
    order = pairs.compactMap { earlier, later in
      guard let earlier = converter.target(earlier), let later = converter.target(later) else {
        return nil
      }
      return (earlier, later)
    }
    status = converter.target("status")
    progress = converter.target("progress")
    completed = converter.target("completed_on")
    accepted = converter.target("accepted_on")
  }

  /// Reports what is wrong with the row that the converter holds.
  func check(_ row: RowConverter) {
    for (earlier, later) in order {
      guard let first = row.days[earlier], let second = row.days[later], second < first,
        let field = row.field(earlier)
      else { continue }
      row.cursor.report(
        .dayBefore(
          heading: row.cursor.headings.names[field], day: first,
          cell: row.cursor.place(of: field).cell), row.field(later))
    }
    for column in [completed, accepted] {
      guard let column, let day = row.days[column], day > effectiveOn else { continue }
      row.cursor.report(.dayInFuture(effectiveOn: effectiveOn), row.field(column))
    }
    checkAcceptance(row)
    guard let status, !row.refused.contains(status) else { return }
    let word = row.values[status].text.flatMap { TaskStatus(rawValue: $0) }
    checkCompletion(row, word)
    checkProgress(row, word)
  }

  /// Says which columns are not there and are needed: once, for all rows.
  func finish(_ converter: RowConverter) {
    for (column, rows) in needed.sorted(by: { $0.key < $1.key }) {
      converter.reportNeeded(column, rows: rows)
    }
  }

  /// Reports what is wrong with a column's cell; of one that is not there, that it is not.
  private func report(_ problem: InputProblem, _ column: Int, _ row: RowConverter) {
    if let field = row.field(column) {
      row.cursor.report(problem, field)
    } else {
      needed[column, default: 0] += 1
    }
  }

  private func isEmpty(_ column: Int, _ row: RowConverter) -> Bool {
    row.days[column] == nil && !row.refused.contains(column)
  }

  /// Whether a mapping of a register of tasks names no column for a day. A column that is lost from
  /// files is no such case: it is missed.
  private func isUnsaid(_ column: Int, _ row: RowConverter) -> Bool {
    row.table == .task && row.field(column) == nil && row.cursor.source.stated != nil
  }

  private func checkAcceptance(_ row: RowConverter) {
    guard let completed, let accepted else { return }
    let word = status.flatMap { row.values[$0].text }
    let isAccepted = word == TaskStatus.accepted.rawValue
    if isAccepted, isEmpty(accepted, row) {
      if isUnsaid(accepted, row) {
        row.lacksDay.accepted = true
      } else {
        report(.acceptanceDayMissing, accepted, row)
      }
    }
    let isSaidAlready = isAccepted || word == TaskStatus.completed.rawValue
    if !isEmpty(accepted, row), isEmpty(completed, row), !isSaidAlready {
      // Without a status it may be said there.
      if let status, row.field(status) == nil {
        needed[status, default: 0] += 1
      } else {
        row.cursor.report(.acceptanceWithoutCompletion, row.field(accepted))
      }
    }
  }

  private func checkCompletion(_ row: RowConverter, _ word: TaskStatus?) {
    guard let completed else { return }
    if word == .completed || word == .accepted {
      if isEmpty(completed, row) {
        if isUnsaid(completed, row) {
          row.lacksDay.completed = true
        } else {
          report(.completionDayMissing, completed, row)
        }
      }
    } else if !isEmpty(completed, row) {
      if let status, row.field(status) == nil { return needed[status, default: 0] += 1 }
      let isRefused = word == nil || word == .notStarted || word == .inProgress
      row.cursor.report(
        .completionDayUnexpected(status: word, refused: isRefused), row.field(completed))
    }
  }

  private func checkProgress(_ row: RowConverter, _ word: TaskStatus?) {
    guard let progress, let value = row.values[progress].integer else { return }
    switch word {
    case .completed, .accepted:
      if value < 1_000_000 { row.cursor.report(.completedBelowFull, row.field(progress)) }
    case nil, .notStarted, .inProgress, .suspended:
      if value == 1_000_000 { row.cursor.report(.progressFullNotCompleted, row.field(progress)) }
    case .cancelled, .transferred, .ongoing: break
    }
  }
}
