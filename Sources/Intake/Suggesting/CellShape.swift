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
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
      .precomposedStringWithCompatibilityMapping
    guard !text.isEmpty else { return }
    if text.wholeMatch(of: /-?\d+/) != nil { insert([.integer, .ordinal]) }
    if text.wholeMatch(of: /-?\d+\.\d+/) != nil { insert(.decimal) }
    if text.wholeMatch(of: /\d+(\.\d+)?%/) != nil { insert(.percent) }
    let width = HeadingText.width(text)
    if width <= 40 { insertShort(text, width) }
    if isDatedLines(text) { insert(.datedLines) }
    if text.contains(/牵头|配合|主办|协办|责任单位[:：]/) { insert(.roles) }
    if text.contains(/[、，,;；\n\/+]/) { insert(.list) }
    if let match = text.firstMatch(of: /[(（]([^()（）]{2,80})[)）][。.]?$/),
      UnitShape.isList(String(match.output.1))
    {
      insert(.unitsInText)
    }
  }

  private mutating func insertShort(_ text: String, _ width: Int) {
    if Self.isDate(text) { insert(.date) }
    if Self.isDateWords(text) { insert(.dateWords) }
    if StatusWords.meaning(text) != nil { insert(.status) }
    if StatusWords.isColour(text) { insert(.colour) }
    if text.contains(/\d%/), text.contains(/完成|进度|complete|done/), text.count <= 12 {
      insert([.status, .statusWithProgress])
    }
    if ["是", "否", "√", "yes", "no", "y", "n", "true", "false", "★", "●"].contains(text.lowercased())
    {
      insert(.flag)
    }
    if UnitShape.isList(text) { insert(.unit) }
    if UnitShape.isPeople(text) { insert(.person) }
    if text.contains(/^[≥≤不低于超过达到]*\d+(\.\d+)?(万|亿)?[\p{Han}a-zA-Z%]{1,4}(以上|以内)?$/),
      !contains(.date), !contains(.percent)
    {
      insert(.quantity)
    }
    if text.wholeMatch(
      of:
        /[(]?[一二三四五六七八九十百]{1,4}[)]?[、.]?|\d+(\.\d+){1,3}|[A-Za-z]{0,8}[-_\/. ]?\d+([-_\/.]\d+){0,3}[a-z]?|[\p{Han}]{1,4}-?\d+/
    ) != nil {
      insert(.ordinal)
    }
  }

  private static func isDate(_ text: String) -> Bool {
    text.wholeMatch(of: /(19|20)\d\d[-\/.年]\d{1,2}([-\/.月](\d{1,2}[日号]?)?)?( \d\d?:\d\d(:\d\d)?)?/)
      != nil
      || text.wholeMatch(of: /\d{1,2}月\d{1,2}[日号]?/) != nil
      || text.wholeMatch(of: /\d{1,2}[-\/.]\d{1,2}[-\/.](19|20)?\d\d/) != nil
      || text.lowercased().wholeMatch(
        of:
          /(\d{1,2}(st|nd|rd|th)?[ \-])?(jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*[,]?([ \-]\d{1,2}(st|nd|rd|th)?,?)?[ \-'’]*(\d{4}|\d\d)/
      )
        != nil
  }

  private static func isDateWords(_ text: String) -> Bool {
    text.contains(
      /^(20\d\d年)?(第?[一二三四1-4]季度|\d{1,2}([-—~、]\d{1,2})?月(份)?|上半年|下半年|年底|年内|全年|年中|每[月季年周]|立行立改|立即|长期|持续|常态|即时)/
    ) && text.count <= 24
      || text.lowercased().contains(
        /^(q[1-4]( |$|\/)|ongoing|asap|immediate|tbc|tba|end (of )?(q[1-4]|[a-z]{3,9}))/)
  }

  private func isDatedLines(_ text: String) -> Bool {
    let lines = text.split(whereSeparator: \.isNewline)
    guard lines.count > 1 else { return false }
    let dated = lines.count {
      $0.contains(/^\s*(20\d\d年)?(\d{1,2}([-—~、]\d{1,2})?月|[一二三四]季度|第[一二三四]季度|全年|年底|每|上半年|下半年)/)
    }
    return dated * 2 >= lines.count
  }
}
