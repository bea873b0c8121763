import Definitions
public import Domain

extension WorkbookSuggestion {
  /// Takes up units and words that the reader found and the guess did not.
  /// - Returns: Whether there were any.
  public mutating func take(_ faults: [InputFault]) -> Bool {
    let known = Set(units.map { UnitDirectory.folded($0.name) })
    var draft = UnitDraft(units)
    var words = words
    var seen = Set(words.map(\.word))
    for fault in faults {
      switch fault.problem {
      case .unknownUnit: draft.take(fault.value, at: fault.place)
      case .unknownWord(.status, _, _):
        // The share beside a word is no part of it.
        let word = StatusText.withoutShare(fault.value) ?? fault.value
        guard seen.insert(word).inserted else { continue }
        let meaning = StatusWords.meaning(word)
        words.append(
          SuggestedWord(
            word: word, code: meaning?.code ?? TaskStatus.inProgress.rawValue,
            isSure: meaning?.isSure ?? false, isStandard: false, count: 1, place: fault.place))
      default: continue
      }
    }
    let isLeft = leaveUnread(faults)
    let isNew =
      isLeft || draft.names.contains { !known.contains($0) } || words.count > self.words.count
    guard isNew else { return false }
    units = draft.units()
    self.words = words
    return true
  }

  /// Puts a column aside of which the reader refuses a third or more: it holds no days, whatever its
  /// heading says. Fewer are for the office to put right.
  private mutating func leaveUnread(_ faults: [InputFault]) -> Bool {
    var refused: [String: Int] = [:]
    for fault in faults {
      switch fault.problem {
      case .deadlineForm, .dayForm:
        refused[
          (fault.place.sheet ?? "") + "!" + HeadingText.squashed(fault.heading), default: 0] += 1
      default: continue
      }
    }
    var isLeft = false
    for (number, sheet) in sheets.enumerated() where sheet.isRead {
      for (index, column) in sheet.columns.enumerated() where !column.isOffered {
        let count = refused["\(sheet.name)!" + HeadingText.squashed(column.heading)] ?? 0
        guard count > 0, count * 3 >= column.filled else { continue }
        sheets[number].columns[index].isOffered = true
        sheets[number].ownColumns.append(column.heading)
        sheets[number].fillDown.removeAll { $0.column == column.mapping.column }
        questions.insert(
          .unreadDays(
            heading: column.heading, cell: column.cell, refused: count, of: column.filled),
          at: 0)
        isLeft = true
      }
    }
    questions = Array(questions.prefix(QuestionDraft.limit))
    return isLeft
  }
}
