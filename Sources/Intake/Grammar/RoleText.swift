import Domain

/// The units of a cell by the part they have, where words say it: 牵头单位：甲⏎责任单位：乙; 甲牵头，乙、丙配合;
/// 甲（牵头）、乙（配合）.
///
/// Names stay as they are written, with what stands between them.
struct RoleText: Equatable {
  /// The names of each role, in the order of the cell.
  private(set) var names: [Role: String] = [:]
  /// Whether a word said a role.
  private(set) var hasWords = false

  /// Takes a cell apart.
  /// - Parameters:
  ///   - own: The role of names that no word speaks of, in a cell that has no such word. In one that
  ///     has, and that lists who leads, they carry the task.
  ///   - isName: Whether a text is a unit's name; `/` and `+` separate only such.
  static func read(_ text: String, own: Role, isName: (String) -> Bool = { _ in false }) -> RoleText
  {
    var reader = RoleReader(text)
    reader.read()
    var result = RoleText(names: reader.names, hasWords: reader.hasWords)
    if !reader.unassigned.isEmpty {
      result.add(reader.unassigned, to: reader.hasWords && own == .lead ? .responsible : own)
    }
    result.names = result.names.mapValues { NameList.separated($0, isName: isName) }
    return result
  }

  /// The first unit of a cell leads, the others carry the task.
  static func firstListed(_ text: String, isName: (String) -> Bool = { _ in false }) -> RoleText {
    let text = NameList.separated(text, isName: isName)
    let (first, rest) = NameList.first(text, isName: isName)
    var result = RoleText()
    result.add(first, to: .lead)
    if !rest.isEmpty { result.add(rest, to: .responsible) }
    return result
  }

  private init(names: [Role: String] = [:], hasWords: Bool = false) {
    (self.names, self.hasWords) = (names, hasWords)
  }

  private mutating func add(_ text: String, to role: Role) {
    names[role] = names[role].map { $0 + "、" + text } ?? text
  }
}

extension RoleText {
  /// What brackets at the end of a task's text say of its units.
  struct Bracket: Equatable {
    /// The text without the brackets.
    let title: String
    /// What was taken out, brackets included.
    let taken: String
    let units: RoleText
  }

  /// Reads the brackets at the end of a task's text, the last ones that speak of units; nil if
  /// none do: they hold a word for a role, or names and nothing else.
  static func bracket(
    inTitle title: String, own: Role, isName: (String) -> Bool
  ) -> Bracket? {
    let scalars = Array(title.unicodeScalars)
    var end = scalars.count
    for _ in 0..<3 {
      while end > 0,
        scalars[end - 1].isGrammarBlank || "。；;.".unicodeScalars.contains(scalars[end - 1])
      {
        end -= 1
      }
      guard let start = opening(of: end, scalars) else { return nil }
      let content = scalars[start + 1..<end - 1].text
      let units = read(content, own: own, isName: isName)
      if units.hasWords || NameList.parts(content).allSatisfy(isName), !units.names.isEmpty {
        let rest = (scalars[..<start] + scalars[end...]).text
        return Bracket(
          title: ListCell.parts(rest, separators: "").first ?? "",
          taken: scalars[start..<end].text, units: units)
      }
      end = start
    }
    return nil
  }

  /// Where the brackets open that close before an offset.
  private static func opening(of end: Int, _ scalars: [Unicode.Scalar]) -> Int? {
    guard end > 0, scalars[end - 1].halfWidth == ")" else { return nil }
    var (index, depth) = (end, 0)
    while index > 0 {
      index -= 1
      if scalars[index].halfWidth == ")" { depth += 1 }
      if scalars[index].halfWidth == "(" {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }
}

/// Walks over a cell from role word to role word.
private struct RoleReader {
  private(set) var names: [Role: String] = [:]
  private(set) var unassigned = ""
  private(set) var hasWords = false
  private let scalars: [Unicode.Scalar]
  private var index = 0
  /// Where the names begin of which no role is known yet.
  private var start = 0
  /// Where the last of them begins.
  private var lastName = 0
  private var depth = 0
  /// The role of what stands behind 牵头单位：.
  private var headed: Role?

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  mutating func read() {
    Steps.add(scalars.count)
    while index < scalars.count {
      if depth == 0, takeHead() || takeSuffix() { continue }
      if takeMark() { continue }
      switch scalars[index].halfWidth {
      case "(": depth += 1
      case ")": depth = max(0, depth - 1)
      case ";" where depth == 0:
        flush(to: index, headed)
        (start, lastName) = (index + 1, index + 1)
      case let scalar where depth == 0 && NameList.isSeparator(scalar): lastName = index + 1
      default: break
      }
      index += 1
    }
    flush(to: index, headed)
  }

  /// 牵头单位：
  private mutating func takeHead() -> Bool {
    guard let (role, end) = word(RoleWords.heads, at: index) else { return false }
    var behind = end
    while behind < scalars.count, scalars[behind].isGrammarBlank { behind += 1 }
    guard behind < scalars.count, scalars[behind].halfWidth == ":" else { return false }
    flush(to: index, headed)
    go(to: behind + 1)
    (headed, hasWords) = (role, true)
    return true
  }

  /// 甲牵头，
  private mutating func takeSuffix() -> Bool {
    guard index > start, let (role, end) = word(RoleWords.suffixes, at: index),
      role == .lead || end == scalars.count || NameList.isSeparator(scalars[end].halfWidth)
        || scalars[end] == "。",
      !trimmed(start..<index).isEmpty
    else { return false }
    flush(to: index, role)
    go(to: end)
    hasWords = true
    return true
  }

  /// 甲（牵头）: of the last name alone.
  private mutating func takeMark() -> Bool {
    guard scalars[index].halfWidth == "(",
      let (role, end) = word(RoleWords.marks, at: index + 1), end < scalars.count,
      scalars[end].halfWidth == ")", !trimmed(lastName..<index).isEmpty
    else { return false }
    flush(to: lastName, headed)
    start = lastName
    flush(to: index, role)
    go(to: end + 1)
    hasWords = true
    return true
  }

  private mutating func go(to next: Int) {
    (index, start, lastName) = (next, next, next)
  }

  private mutating func flush(to end: Int, _ role: Role?) {
    let text = trimmed(start..<max(start, end))
    guard !text.isEmpty else { return }
    if let role {
      // In place, so that a cell with many role words takes no quadratic time.
      names[role, default: ""] += (names[role] == nil ? "" : "、") + text
    } else {
      unassigned += (unassigned.isEmpty ? "" : "、") + text
    }
  }

  /// A range without the signs around it, nor 由 before it.
  private func trimmed(_ range: Range<Int>) -> String {
    let isSign = { (scalar: Unicode.Scalar) in
      NameList.isSeparator(scalar.halfWidth) || scalar == "。"
    }
    var slice = scalars[range].drop(while: isSign)
    if slice.first == "由" { slice = slice.dropFirst() }
    let count = slice.reversed().drop(while: isSign).count
    return slice.prefix(count).text
  }

  private func word(
    _ words: [(word: [Unicode.Scalar], role: Role)], at start: Int
  ) -> (role: Role, end: Int)? {
    for (word, role) in words {
      let end = start + word.count
      if end <= scalars.count, scalars[start..<end].elementsEqual(word) { return (role, end) }
    }
    return nil
  }
}

/// The words for roles; longer ones before their beginnings.
private enum RoleWords {
  typealias List = [(word: [Unicode.Scalar], role: Role)]

  static let heads = list([
    (
      .lead,
      [
        "牵头责任单位", "牵头负责单位", "牵头单位", "牵头部门", "牵头处室", "牵头科室", "牵头", "主办单位", "主办部门", "主办",
        "主责单位",
      ]
    ), (.collect, ["汇总单位", "汇总部门", "汇总"]),
    (
      .responsible,
      ["责任单位", "责任部门", "承办单位", "落实单位", "实施单位", "负责单位", "责任科室", "责任主体", "责任", "承办"]
    ),
    (
      .support,
      [
        "配合责任单位", "配合单位", "配合部门", "协办单位", "协办部门", "协助单位", "协同单位", "参与单位", "参加单位", "配合",
        "协办", "协助", "参与",
      ]
    ),
  ])

  static let suffixes = list([
    (.lead, ["牵头负责", "负责牵头", "牵头落实", "牵头", "主办"]), (.collect, ["负责汇总", "汇总"]),
    (.responsible, ["按职责分工负责", "按职能分别负责", "按职责负责", "分工负责", "共同负责", "具体负责", "负责", "承办"]),
    (.support, ["协同配合", "参与配合", "积极配合", "配合落实", "配合", "协助", "协办", "参与", "参加"]),
  ])

  static let marks = heads

  private static func list(_ words: [(Role, [String])]) -> List {
    words.flatMap { role, words in words.map { (Array($0.unicodeScalars), role) } }
  }
}
