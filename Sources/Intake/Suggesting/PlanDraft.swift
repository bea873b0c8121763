import Domain
import Foundation

/// Takes title, years, office and day from what stands above a table.
struct PlanDraft {
  private(set) var plan: SuggestedPlan

  init(_ sheet: SheetSuggester?, parts: [SheetSuggester] = [], file: String, today: Day) {
    let base = file.split(separator: ".").dropLast().joined(separator: ".")
    plan = SuggestedPlan(
      title: base.isEmpty ? file : base, office: nil, years: [today.year], yearSource: .today)
    if let year = Self.year(base) { (plan.years, plan.yearSource) = ([year], .fileName) }
    guard let sheet else { return }
    if let year = Self.year(sheet.sheet.name) {
      (plan.years, plan.yearSource) = ([year], .sheetName(sheet.sheet.name))
    }
    takeDates(parts)
    takeHeadings(sheet)
    takeAbove(sheet)
  }

  /// The years of the deadlines: from the first to the last, ten at most.
  private mutating func takeDates(_ sheets: [SheetSuggester]) {
    var counts: [Int: (count: Int, first: Place)] = [:]
    for sheet in sheets { count(sheet, &counts) }
    guard let most = counts.max(by: { ($0.value.count, $0.key) < ($1.value.count, $1.key) }) else {
      return
    }
    let total = counts.values.reduce(0) { $0 + $1.count }
    // A year that one cell in ten names is the plan's, too.
    let years = counts.filter { $0.value.count * 10 >= total }.map(\.key)
    let range = (years.min() ?? most.key)...(years.max() ?? most.key)
    plan.years = Array(range.clamped(to: (range.upperBound - 9)...range.upperBound))
    plan.yearSource = .dates(total, most.value.first.cell, sheet: most.value.first.sheet)
  }

  private typealias Place = SuggestedPlan.Place

  private func count(_ sheet: SheetSuggester, _ counts: inout [Int: (count: Int, first: Place)]) {
    let due = Set(
      sheet.guesses.filter {
        ["due_on", "milestones", "starts_on", "completed_on", "expected_on"].contains($0.id)
      }.map(\.heading.column))
    for row in sheet.table?.records ?? [] {
      for cell in sheet.sheet.cells[row.cells] where due.contains(Int(cell.column)) {
        guard let year = Self.year(sheet.grid.text(cell)), (1990...2100).contains(year) else {
          continue
        }
        counts[year, default: (0, Place(cell: cell.address, sheet: sheet.sheet.name))].count += 1
      }
    }
  }

  private mutating func takeHeadings(_ sheet: SheetSuggester) {
    for heading in sheet.table?.headings ?? [] {
      guard let date = heading.text.date else { continue }
      if case .dates = plan.yearSource {
      } else if let year = Self.year(date) {
        (plan.years, plan.yearSource) = ([year], .text(heading.address, sheet: sheet.sheet.name))
      }
      takeDay(date, at: heading.address)
    }
  }

  private mutating func takeAbove(_ sheet: SheetSuggester) {
    guard let table = sheet.table else { return }
    let rows = sheet.sheet.rows.prefix { $0.number < table.headingRows.lowerBound }
    var titles: [(text: String, cell: CellAddress)] = []
    for row in rows {
      for (cell, text) in sheet.grid.cells(row) {
        let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if let match = flat.firstMatch(
          of:
            /(?:填报单位|填表单位|制表单位|单位|部门|报送单位|Department|Directorate|Organisation)\s*[:：（(]\s*([^:：)）]{2,40})/
        ) {
          let named = String(match.output.1)
          if named.contains(/^(?:人民币)?[万亿千百]?元|^[个项件次%]$/) { continue }
          plan.office = match.output.1.split(separator: " ").first.map(String.init)
        }
        takeDay(flat, at: cell.address)
        let isLabel =
          flat.contains(/[:：]/) && HeadingText.width(flat) <= 30 || SheetSuggester.namesLeader(flat)
        let isWord =
          StatusWords.meaning(flat) != nil || CellShape(flat, kind: cell.kind).contains(.date)
        if !isLabel, !isWord, HeadingText.width(flat) >= 4 { titles.append((flat, cell.address)) }
      }
    }
    // The longest line in the first rows is the title.
    guard
      let title = titles.prefix(4).max(by: {
        HeadingText.width($0.text) < HeadingText.width($1.text)
      }),
      HeadingText.width(title.text) >= 5
        || title.text.contains(where: { $0.isASCII && $0.isLetter })
    else { return }
    let undated = title.text.replacing(Self.asOf, with: "")
    plan.title = String((undated.isEmpty ? title.text : undated).prefix(80))
    plan.titlePlace = .init(cell: title.cell, sheet: sheet.sheet.name)
    if let match = title.text.firstMatch(
      of: /^(?:20\d\d年)?([\p{Han}]{2,12}(?:办公室|委员会|局|政府|县|区|市委))/), plan.office == nil
    {
      plan.office = String(match.output.1)
    }
    let place = SuggestedPlan.YearSource.text(title.cell, sheet: sheet.sheet.name)
    if let match = title.text.firstMatch(of: /(20\d\d)\s*年?\s*[—–\-－~～至]+\s*(20\d\d)/),
      let first = Int(match.output.1), let last = Int(match.output.2), first < last,
      last - first < 10
    {
      (plan.years, plan.yearSource) = (Array(first...last), place)
      return
    }
    // Dates in the cells say more than a title, which often names the year that was looked at.
    if case .dates = plan.yearSource { return }
    if let year = Self.year(title.text) { (plan.years, plan.yearSource) = ([year], place) }
  }

  /// （截至2023年9月30日） is no part of a title.
  nonisolated(unsafe) private static let asOf = /[（(][^（）()]*(?:截至|截止|更新)[^（）()]*[）)]/

  private mutating func takeDay(_ text: String, at address: CellAddress) {
    guard plan.effectiveOn == nil,
      let match = text.firstMatch(
        of:
          /(?:截至|截止|as at|as of|更新日期|更新时间)\D{0,4}(?:(20\d\d)[年.\-\/])?(\d{1,2})[月.\-\/](\d{1,2})[日号]?/
      )
    else { return }
    let (_, year, month, day) = match.output
    guard let year = year.flatMap({ Int($0) }) ?? plan.years.last, let month = Int(month),
      let day = Int(day),
      let date = Day(year: year, month: month, dayOfMonth: day)
    else { return }
    plan.effectiveOn = date
    plan.effectivePlace = address.description
  }

  /// A year within a text; of a two-digit one nothing is made.
  static func year(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      guard (0x30...0x39).contains(bytes[start]) else {
        start += 1
        continue
      }
      let digits = bytes[start...].prefix { (0x30...0x39).contains($0) }
      if digits.count == 4, let year = Int(String(decoding: digits, as: UTF8.self)),
        (1900...2099).contains(year)
      {
        return year
      }
      start = digits.endIndex
    }
    return nil
  }
}
