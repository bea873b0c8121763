import Definitions
import Domain

/// Collects the words of status columns.
struct WordDraft {
  private let file: String
  private var counts: [String: Int] = [:]
  private var order: [(word: String, place: SourcePlace?)] = []

  init(file: String) {
    self.file = file
  }

  /// Adds a cell. Of a column that tells of progress only what is a status word alone.
  mutating func add(_ text: String, at address: CellAddress, of sheet: SheetSuggester, isText: Bool)
  {
    guard !text.isEmpty, !text.contains(where: { "%％".contains($0) }) else { return }
    if isText, StatusWords.meaning(text) == nil { return }
    guard HeadingText.width(text) <= 20 else { return }
    if counts[text] == nil {
      order.append(
        (text, SourcePlace(file: file, sheet: sheet.sheet.name, tab: sheet.tab, cell: address)))
    }
    counts[text, default: 0] += 1
  }

  /// Adds the words of a drop-down.
  mutating func offer(_ words: [String]) {
    for word in words.map({ $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") })
    where !word.isEmpty && counts[word] == nil && order.count < 200 {
      order.append((word, nil))
      counts[word] = 0
    }
  }

  /// A word that nobody knows counts as in progress: it is not done.
  var words: [SuggestedWord] {
    let hasStart = order.contains {
      ["start", "started", "inprogress", "进行中"].contains(StatusWords.key($0.word))
    }
    return order.map { word, place in
      let standard = Vocabulary.standard.code(word, .status)
      var meaning = StatusWords.meaning(word)
      if StatusWords.key(word) == "open", hasStart {
        meaning = .init(code: "not_started", isSure: false)
      }
      return SuggestedWord(
        word: word, code: standard ?? meaning?.code ?? TaskStatus.inProgress.rawValue,
        isSure: standard != nil || meaning?.isSure ?? false, isStandard: standard != nil,
        count: counts[word] ?? 0, place: place)
    }
  }
}
