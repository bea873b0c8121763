import Domain
import Foundation

/// What the text of a cell looks like. A guess for suggestions alone: what a cell means is worked
/// out when the row is read.
struct CellShape: OptionSet {
  let rawValue: UInt32

  static let integer = CellShape(rawValue: 1)
  static let decimal = CellShape(rawValue: 2)
  static let percent = CellShape(rawValue: 4)
  /// A day, a month, or a day with a time.
  static let date = CellShape(rawValue: 8)
  /// 9月底前, 长期坚持, 每季度末.
  static let dateWords = CellShape(rawValue: 16)
  static let status = CellShape(rawValue: 32)
  static let flag = CellShape(rawValue: 64)
  static let unit = CellShape(rawValue: 128)
  static let person = CellShape(rawValue: 256)
  /// A number with its unit of measure.
  static let quantity = CellShape(rawValue: 512)
  /// Several lines, most of which begin with a date.
  static let datedLines = CellShape(rawValue: 1_024)
  /// 牵头 or 配合 within the cell.
  static let roles = CellShape(rawValue: 2_048)
  /// Several names.
  static let list = CellShape(rawValue: 4_096)
  /// A status with its progress: 已完成80%.
  static let statusWithProgress = CellShape(rawValue: 8_192)
  static let colour = CellShape(rawValue: 16_384)
  /// (市发改委牵头，市统计局配合) at the end of a text.
  static let unitsInText = CellShape(rawValue: 32_768)
  /// （一）, 1.2, A-03: what numbers a row.
  static let ordinal = CellShape(rawValue: 65_536)

  init(rawValue: UInt32) { self.rawValue = rawValue }

  init(_ text: String, kind: SheetCell.Kind = .text) {
    self = []
    if kind == .date || kind == .dateTime || kind == .month {
      insert(.date)
      return
    }
    Steps.add(text.utf8.count + 1)
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
      .precomposedStringWithCompatibilityMapping
    guard !text.isEmpty else { return }
    insert(Self.number(text))
    let width = HeadingText.width(text)
    if width <= 40 { insertShort(text, width) }
    if isDatedLines(text) { insert(.datedLines) }
    if text.contains(Self.roleWords) { insert(.roles) }
    if text.unicodeScalars.contains(where: Self.separators.contains) { insert(.list) }
    if let match = text.firstMatch(of: Self.lastBracket), UnitShape.isList(String(match.output.1)) {
      insert(.unitsInText)
    }
  }

  /// What a text of digits is: a whole number, a decimal one, a percentage.
  static func number(_ text: String) -> CellShape {
    let isNegative = text.utf8.first == 0x2D
    var rest = Substring(text).utf8.dropFirst(isNegative ? 1 : 0)
    let isPercent = rest.last == 0x25
    if isPercent { rest = rest.dropLast() }
    let parts = rest.split(separator: 0x2E, maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count <= 2,
      parts.allSatisfy({ part in
        !part.isEmpty && part.allSatisfy { (0x30...0x39).contains($0) }
      })
    else { return [] }
    if isPercent { return isNegative ? [] : .percent }
    return parts.count == 1 ? [.integer, .ordinal] : .decimal
  }

  private mutating func insertShort(_ text: String, _ width: Int) {
    if Self.isDate(text) { insert(.date) }
    if Self.isDateWords(text) { insert(.dateWords) }
    if StatusWords.meaning(text) != nil { insert(.status) }
    if StatusWords.isColour(text) { insert(.colour) }
    if text.count <= 12, let share = text.firstMatch(of: Self.share) {
      let rest = String(text[..<share.range.lowerBound] + text[share.range.upperBound...])
      if StatusWords.meaning(rest) != nil || text.contains(Self.progressWords) {
        insert([.status, .statusWithProgress])
      }
    }
    if Self.flags.contains(text.lowercased()) { insert(.flag) }
    if UnitShape.isList(text) { insert(.unit) }
    if UnitShape.isPeople(text) { insert(.person) }
    if text.contains(Self.amount), !contains(.date), !contains(.percent) { insert(.quantity) }
    if text.wholeMatch(of: Self.ordinals) != nil { insert(.ordinal) }
  }

  private static func isDate(_ text: String) -> Bool {
    text.wholeMatch(of: yearFirst) != nil || text.wholeMatch(of: monthAndDay) != nil
      || text.wholeMatch(of: yearLast) != nil
      || text.lowercased().wholeMatch(of: englishMonth) != nil
  }

  private static func isDateWords(_ text: String) -> Bool {
    text.count <= 24 && text.contains(deadline) || text.lowercased().contains(englishDeadline)
  }

  private func isDatedLines(_ text: String) -> Bool {
    let lines = text.split(whereSeparator: \.isNewline)
    guard lines.count > 1 else { return false }
    return lines.count { $0.contains(Self.datedLine) } * 2 >= lines.count
  }
}

/// The forms, each made once: making a regular expression costs more than looking for it.
extension CellShape {
  private static let flags: Set<String> = [
    "是", "否", "√", "yes", "no", "y", "n", "true", "false", "★", "●",
  ]
  private static let separators = Set("、，,;；\n/+".unicodeScalars)
  nonisolated(unsafe) private static let roleWords = /牵头|配合|主办|协办|责任单位[:：]/
  nonisolated(unsafe) private static let lastBracket = /[(（]([^()（）]{2,80})[)）][。.]?$/
  nonisolated(unsafe) private static let share = /\d+(\.\d+)?%/
  nonisolated(unsafe) private static let progressWords = /完成|进度|complete|done/
  nonisolated(unsafe) private static let amount =
    /^[≥≤不低于超过达到]*\d+(\.\d+)?(万|亿)?[\p{Han}a-zA-Z%]{1,4}(以上|以内)?$/
  nonisolated(unsafe) private static let ordinals =
    /[(]?[一二三四五六七八九十百]{1,4}[)]?[、.]?|\d+(\.\d+){1,3}|[A-Za-z]{0,8}[-_\/. ]?\d+([-_\/.]\d+){0,3}[a-z]?|[\p{Han}]{1,4}-?\d+/
  nonisolated(unsafe) private static let yearFirst =
    /(19|20)\d\d[-\/.年]\d{1,2}([-\/.月](\d{1,2}[日号]?)?)?( \d\d?:\d\d(:\d\d)?)?/
  nonisolated(unsafe) private static let monthAndDay = /\d{1,2}月\d{1,2}[日号]?/
  nonisolated(unsafe) private static let yearLast = /\d{1,2}[-\/.]\d{1,2}[-\/.](19|20)?\d\d/
  nonisolated(unsafe) private static let englishMonth =
    /(\d{1,2}(st|nd|rd|th)?[ \-])?(jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*[,]?([ \-]\d{1,2}(st|nd|rd|th)?,?)?[ \-'’]*(\d{4}|\d\d)/
  nonisolated(unsafe) private static let deadline =
    /^(20\d\d年)?(第?[一二三四1-4]季度|\d{1,2}([-—~、]\d{1,2})?月(份)?|上半年|下半年|年底|年内|全年|年中|每[月季年周]|立行立改|立即|长期|持续|常态|即时)/
  nonisolated(unsafe) private static let englishDeadline =
    /^(q[1-4]( |$|\/)|ongoing|asap|immediate|tbc|tba|end (of )?(q[1-4]|[a-z]{3,9}))/
  nonisolated(unsafe) private static let datedLine =
    /^\s*(20\d\d年)?(\d{1,2}([-—~、]\d{1,2})?月|[一二三四]季度|第[一二三四]季度|全年|年底|每|上半年|下半年)/
}
