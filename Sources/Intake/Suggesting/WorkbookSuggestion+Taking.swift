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
      case .unknownWord(.status, _, _) where seen.insert(fault.value).inserted:
        let meaning = StatusWords.meaning(fault.value)
        words.append(
          SuggestedWord(
            word: fault.value, code: meaning?.code ?? TaskStatus.inProgress.rawValue,
            isSure: meaning?.isSure ?? false, isStandard: false, count: 1, place: fault.place))
      default: continue
      }
    }
    let isNew = draft.names.contains { !known.contains($0) } || words.count > self.words.count
    guard isNew else { return false }
    units = draft.units()
    self.words = words
    return true
  }
}
