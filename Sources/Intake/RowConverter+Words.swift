import Definitions
import Domain

/// Cells that say in words what other ledgers fill into columns of their own.
extension RowConverter {
  /// What cells of a row say of other columns.
  struct Said {
    /// The progress that the status says, in millionths.
    var progress: Int64?
    /// Whether a deadline is 长期坚持.
    var isOngoing = false
    /// The deadline that is due at once.
    var atOnce: Part?

    var isNothing: Bool { progress == nil && !isOngoing && atOnce == nil }
  }

  /// Reads a deadline in words; nil where it has no day, or is refused.
  func deadline(
    _ bytes: UnsafeBufferPointer<UInt8>, _ edge: DeadlineText.Edge, _ part: Part
  ) -> Day? {
    switch DeadlineText.read(String(decoding: bytes, as: UTF8.self), years, edge: edge) {
    case .refused(let problem):
      refuse(problem, part)
      return nil
    case .value(let deadline):
      let day = deadline.day ?? deadline.recurring.last?.day
      guard day != nil || !part.column.isRequired else {
        refuse(.deadlineForm(suggestion: nil), part)
        return nil
      }
      for inference in deadline.inferred { notes.note(inference, day, part.field, cursor) }
      if edge == .last, deadline.isOngoing, deadline.recurring.isEmpty {
        notes.note(.ongoing, day, part.field, cursor)
        said.isOngoing = day == nil
      }
      if deadline.isAtOnce, day == nil { said.atOnce = part }
      return day
    }
  }

  /// The years of the row's plan; those of all where it names none.
  private var years: DeadlineText.Years {
    let known = reading.reader.years
    if let field = planField, !cursor.bytes(field).isEmpty {
      return DeadlineText.Years(known[cursor.string(field)] ?? [])
    }
    let plans = reading.tasks.plans
    return DeadlineText.Years(Set(plans.flatMap { known[$0] ?? [] }).sorted())
  }

  /// Reads a status that is no word of the vocabulary; nil if it says nothing that is known.
  func status(_ text: String, _ part: Part) -> Value? {
    let cell = StatusText.read(text, reading.reader.vocabulary)
    if isProgressNote(part) {
      // 推进情况 says more than a status: what is none stays in the text.
      notes.noteStatus(part.field, cursor)
      if !cell.overFull.isEmpty { report(.statusOverFull, part) }
      guard !cell.isContradictory else { return .null }
      said.progress = cell.progress
      return cell.status.map { .text($0.rawValue) } ?? .null
    }
    if cell.isContradictory {
      refuse(.statusContradictory, part)
      return .null
    }
    // What a target came to says nothing of the task; it is said, and asked for.
    if !cell.overFull.isEmpty {
      report(.statusOverFull, part)
      said.progress = cell.progress
      return .nonEmpty(cell.status?.rawValue)
    }
    guard cell.isWhole, let status = cell.status else { return nil }
    said.progress = cell.progress
    notes.noteStatus(part.field, cursor)
    return .text(status.rawValue)
  }

  /// Whether a mapping reads the status from the column that tells of the progress.
  private func isProgressNote(_ part: Part) -> Bool {
    guard cursor.source.stated != nil, let note = self.part("progress_note") else { return false }
    return cursor.headings.names[note.field] == cursor.headings.names[part.field]
  }

  /// Hands on what cells say of other columns, where those are empty.
  func settle() {
    if said.isOngoing, table == .task, let status = target("status"), values[status] == .null,
      !refused.contains(status)
    {
      set(status, .text(TaskStatus.ongoing.rawValue))
    }
    if let part = said.atOnce { settle(part) }
    guard let share = said.progress, let progress = target("progress"),
      !refused.contains(progress)
    else { return }
    if values[progress] == .null {
      set(progress, .integer(share))
    } else if values[progress] != .integer(share), let part = self.part("status") {
      refuse(.statusProgressDiffers, part)
    }
  }

  /// What is due at once is due on the day it was found, or begun.
  private func settle(_ atOnce: Part) {
    let found = ["found_on", "starts_on"].lazy.compactMap { self.target($0) }
    if let day = found.compactMap({ self.days[$0] }).first {
      notes.note(.atOnce, day, atOnce.field, cursor)
      set(atOnce.target, day)
    } else {
      report(.deadlineAtOnce, atOnce)
    }
  }

  /// A word of the vocabulary.
  func word(
    _ bytes: UnsafeBufferPointer<UInt8>, _ kind: WordKind, _ part: Part
  ) -> Value {
    let word = String(decoding: bytes, as: UTF8.self)
    let vocabulary = reading.reader.vocabulary
    guard let code = vocabulary.code(word, kind) else {
      if kind == .status, let status = status(word, part) { return status }
      let known = vocabulary.words(for: kind)
      let nearest =
        reading.faults.keepsErrors
        ? Nearest.candidates(word, among: known, limit: 1).first : nil
      refuse(.unknownWord(kind, nearest: nearest, known: known), part)
      return .null
    }
    return kind == .flag ? .integer(code == "1" ? 1 : 0) : .text(code)
  }

  /// A task of an office's own workbook that has no title is named by its row.
  func mayBeUntitled(_ part: Part) -> Bool {
    table == .task && part.column.id == "title" && cursor.source.stated != nil
  }
}
