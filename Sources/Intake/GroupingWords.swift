public import Domain

/// A word of a plan or its rules that is to match words of the ledger.
public struct PlanWord: Hashable, Sendable {
  /// The file that says it.
  public let file: String
  public let kind: WordGroup
  public let word: String
  /// Whether the ledger must know it. A level of which nothing was published yet need not be known.
  public let isNeeded: Bool

  public init(file: String, kind: WordGroup, word: String, isNeeded: Bool) {
    self.file = file
    self.kind = kind
    self.word = word
    self.isNeeded = isNeeded
  }
}

/// The words of a ledger that group: those that look nearly the same are named.
///
/// Near are a leader with and without a post, a word with one more character in it, and words that
/// are read the same (市直部门, 市直部们: what an input method confuses). 市直部门 and 省直部门 are
/// not. What differs only in blanks or width is one word.
final class GroupingWords {
  /// So many different words of a kind are looked at.
  private static let limit = 20_000
  /// The longest word that is compared.
  private static let longest = 32
  /// So many words that differ in one letter are compared by their sound.
  private static let alikeLimit = 8

  private struct Word {
    let written: String
    let key: String
    let place: SourcePlace
    let heading: String
  }

  private var words: [WordGroup: [Word]] = [:]
  private var seen: [WordGroup: Set<ByteText>] = [:]
  private var keys: [WordGroup: Set<String>] = [:]

  /// Notes a word, with its place where it stands first.
  func note(_ written: String, _ group: WordGroup, heading: String, at place: () -> SourcePlace) {
    guard seen[group, default: []].insert(ByteText(written)).inserted else { return }
    let key = WordKey(written).text
    guard !key.isEmpty, key.count <= Self.longest, words[group, default: []].count < Self.limit,
      keys[group, default: []].insert(key).inserted
    else { return }
    words[group, default: []].append(
      Word(written: written, key: key, place: place(), heading: heading))
  }

  /// Names the words that are near others, and words of plans that match none.
  func report(_ planWords: [PlanWord], isStated: (WordGroup) -> Bool, to faults: FaultList) {
    for group in WordGroup.allCases {
      reportNear(group, faults)
      let meant = planWords.filter { $0.kind == group }
      if group.isCounted { reportUncounted(group, meant, faults) }
      for word in meant where word.isNeeded && isStated(group) { reportUnmatched(word, faults) }
    }
  }

  private func reportNear(_ group: WordGroup, _ faults: FaultList) {
    let words = words[group] ?? []
    var first: [String: Int] = [:]
    var alike: [String: [Int]] = [:]
    for (index, word) in words.enumerated() {
      let near = NearForms(word.key, isLeader: group == .leader)
      let (forms, gaps) = (near.all, near.gaps)
      let other =
        forms.compactMap { first[$0] }.min()
        ?? gaps.lazy.flatMap { alike[$0] ?? [] }.first { near.sounds(like: words[$0].key) }
      if let other {
        faults.add(
          InputFault(
            place: word.place, problem: .wordNear(words[other].written), value: word.written,
            heading: word.heading))
      }
      for form in forms where first[form] == nil { first[form] = index }
      for gap in gaps where alike[gap, default: []].count < Self.alikeLimit {
        alike[gap, default: []].append(index)
      }
    }
  }

  /// A word that holds a counted one, or stands in it, is none that counts; nor is one that is nearly
  /// a counted one which the ledger does not use.
  private func reportUncounted(_ group: WordGroup, _ meant: [PlanWord], _ faults: FaultList) {
    let known = meant.map { (key: WordKey($0.word).text, word: $0.word) }
    let counted = Set(known.map(\.key))
    let written = keys[group] ?? []
    let unused = known.filter { !written.contains($0.key) }
    for word in words[group] ?? [] where !counted.contains(word.key) {
      let near = known.first { other in
        word.key.contains(other.key) || other.key.contains(word.key)
          || NearForms(word.key, least: 2).isNear(other.key)
      }
      let nearest = Nearest.candidates(word.key, among: unused.lazy.map(\.key), limit: 1).first
      guard let other = near ?? unused.first(where: { $0.key == nearest }) else { continue }
      faults.add(
        InputFault(
          place: word.place,
          problem: group == .level ? .levelNear(other.word) : .ruleWordNear(other.word),
          value: word.written, heading: word.heading))
    }
  }

  private func reportUnmatched(_ word: PlanWord, _ faults: FaultList) {
    guard !keys[word.kind, default: []].contains(WordKey(word.word).text) else { return }
    let known = (words[word.kind] ?? []).map(\.written)
    faults.add(
      InputFault(
        place: SourcePlace(file: word.file),
        problem: .planWordUnmatched(
          nearest: Nearest.candidates(word.word, among: known.prefix(1_000), limit: 1).first,
          known: Array(known.prefix(12))),
        value: word.word, heading: word.kind.heading))
  }
}

extension WordGroup {
  /// The heading of its column.
  fileprivate var heading: String {
    let (register, id) = column
    return register.columns.first { $0.id == id }?.heading ?? id
  }
}

/// What a word has in common with those that are near it: two are if they share a form.
struct NearForms {
  private let key: String
  private let isLeader: Bool
  /// How many characters a word must have to be near others.
  private let least: Int

  init(_ key: String, isLeader: Bool = false, least: Int = 3) {
    self.key = key
    self.isLeader = isLeader
    self.least = least
  }

  func isNear(_ other: String) -> Bool {
    let near = NearForms(other, isLeader: isLeader, least: least)
    return !Set(all).isDisjoint(with: near.all)
      || !Set(gaps).isDisjoint(with: near.gaps) && sounds(like: other)
  }

  var all: [String] {
    let letters = Array(key)
    var forms = isLeader ? bareName.map { ["名" + $0] } ?? [] : []
    if let bare { forms.append("形" + bare) }
    guard letters.count >= least else { return forms }
    forms.append("字" + key)
    // One character more: its first one tells words apart, and so do figures.
    if letters.count >= 4 {
      for index in letters.indices.dropFirst() where !Self.tellsApart(letters[index]) {
        forms.append("字" + String(letters[..<index] + letters[(index + 1)...]))
      }
    }
    return forms
  }

  /// The word with a gap for one letter, which words that differ in that letter share; none where
  /// a figure would be read like a word, or where `all` says it already.
  var gaps: [String] {
    let letters = Array(key)
    guard letters.count >= least, !letters.contains(where: { $0.isASCII || Self.tellsApart($0) })
    else { return [] }
    return letters.indices.prefix(letters.count >= 4 ? 1 : 3).map { index in
      String(letters[..<index]) + "＿" + String(letters[(index + 1)...])
    }
  }

  /// Whether another word is read the same, tones apart.
  func sounds(like other: String) -> Bool {
    key.count == other.count && zip(key, other).allSatisfy { CharacterSounds.areAlike($0, $1) }
  }

  /// The word without what is written this way or that: capitals, quotes, dashes, commas, and the
  /// number of a heading; nil where little is left.
  private var bare: String? {
    let text = Self.unnumbered(key[...]).lowercased().filter { !Self.variable.contains($0) }
    return text.count >= 2 ? text : nil
  }

  /// Without the number of a heading: 一、 (一) 1. and the like.
  private static func unnumbered(_ key: Substring) -> Substring {
    let isBracketed = key.first == "("
    let text = isBracketed ? key.dropFirst() : key
    let rest = text.drop { "一二三四五六七八九十百0123456789".contains($0) }
    guard rest.startIndex > text.startIndex, let mark = rest.first,
      isBracketed ? mark == ")" : "、.".contains(mark)
    else { return key }
    return rest.dropFirst()
  }

  private static let variable = Set("\"'“”‘’「」『』—–―-－_,，、;；.。·")

  private static func tellsApart(_ letter: Character) -> Bool {
    letter.isNumber || letter.isASCII || "一二三四五六七八九十百千东西南北中上下内外前后大小甲乙丙丁非不副".contains(letter)
  }

  /// A leader's name without the posts before and behind it; nil where nothing else is there.
  private var bareName: String? {
    var name = key[...]
    var isShorter = true
    while isShorter {
      isShorter = false
      for post in Self.posts {
        if name.hasPrefix(post) { (name, isShorter) = (name.dropFirst(post.count), true) }
        if name.hasSuffix(post) { (name, isShorter) = (name.dropLast(post.count), true) }
      }
    }
    return name.count >= 2 ? String(name) : nil
  }

  private static let posts = [
    "市委", "县委", "区委", "省委", "市政府", "县政府", "区政府", "政府", "常务副", "副市长", "副县长", "副区长",
    "副秘书长", "副主任", "副书记", "副局长", "市长", "县长", "区长", "省长", "秘书长", "书记", "常委", "主任",
    "局长", "部长", "主席", "组长", "委员", "党组成员", "同志", "(", ")", "、", "·",
  ]
}
