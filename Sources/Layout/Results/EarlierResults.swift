import Definitions
public import Domain
import Pages

/// The results of an earlier moment that stand beside a report's own.
public struct EarlierResults: Sendable {
  /// As they were reported then, by query.
  public var reported: [String: ResultTable]
  /// As they are known today; nil where today's knowledge of the moment is that of then.
  public var known: [String: ResultTable]?
  /// Said in the place of every figure where there is no such moment, such as 首期.
  public var absence: String?
  /// Whether words that group are the same however they are typed.
  public var isByWord: Bool
  /// The queries that were defined since: their results are of then, by the definitions of now.
  public var definedSince: Set<String>

  public init(
    reported: [String: ResultTable], known: [String: ResultTable]? = nil, absence: String? = nil,
    isByWord: Bool = true, definedSince: Set<String> = []
  ) {
    self.isByWord = isByWord
    self.reported = reported
    self.known = known
    self.absence = absence
    self.definedSince = definedSince
  }
}

/// The result of a table's query at an earlier moment, its rows by the table's key.
struct EarlierTable: Sendable {
  /// What stands in cells of rows that were not there then.
  static let nothing = DataFile.nothing

  let columns: [String]
  private let rows: [[String]: [Value]]
  /// The places of the key in the report's own rows.
  private let key: [Int]
  /// The places in the key of words that group, and the rows by what these have in common.
  private let words: [Int]
  private let rowsByWord: [[String]: [Value]]
  /// The sums under the table then, and the row in which each task is counted once.
  let sum: [Value]?
  let once: [Value]?

  /// - Parameters:
  ///   - results: The results of the moment by query.
  ///   - own: The names of the columns of the report's own result.
  ///   - isByWord: Whether rows are of the same key however its words are typed.
  init(
    _ table: ReportDefinition.Table, _ results: [String: ResultTable], own: [String],
    isByWord: Bool
  ) {
    let result = results[table.query] ?? ResultTable(columns: [], rows: [])
    let places = table.key.compactMap(result.index)
    key = table.key.compactMap(own.firstIndex)
    columns = result.columns.map(\.name)
    words = places.indices.filter { Self.words.contains(table.key[$0]) }
    let hasKey = places.count == table.key.count
    let keyed = !hasKey ? [] : result.rows.map { (Self.key(of: $0, at: places), $0) }
    rows = Dictionary(keyed, uniquingKeysWith: { first, _ in first })
    let spellings = isByWord && !words.isEmpty ? keyed : []
    let words = words
    rowsByWord = Dictionary(grouping: spellings) { Self.spelled($0.0, words) }
      .compactMapValues { $0.count == 1 ? $0[0].1 : nil }
    sum = table.sums(of: result)
    once = (table.total?.once).flatMap { results[$0.query] }.flatMap { once in
      once.rows.first.map { row in
        result.columns.map { column in once.index(of: column.name).map { row[$0] } ?? .null }
      }
    }
  }

  /// The row of the same key; where it was spelled otherwise then, the one row of the same words.
  func row(like own: [Value]) -> [Value]? {
    let key = Self.key(of: own, at: key)
    return rows[key] ?? (rowsByWord.isEmpty ? nil : rowsByWord[Self.spelled(key, words)])
  }

  /// Columns of words that group.
  private static let words: Set = ["section", "leader", "ranking_group", "escalate_to", "level"]

  private static func key(of row: [Value], at places: [Int]) -> [String] {
    places.map { ShownColumn.code(row[$0]) }
  }

  private static func spelled(_ key: [String], _ words: [Int]) -> [String] {
    words.reduce(into: key) { key, place in key[place] = WordKey(key[place]).text }
  }
}

extension ReportDefinition.Table {
  /// What stood under a result: sums of the columns that are summed, and the wholes that others
  /// are divided by, the same in every row.
  fileprivate func sums(of result: ResultTable) -> [Value]? {
    guard let last = result.rows.last else { return nil }
    let figures = columns.map { ($0.content.compared.figure ?? $0.content, $0.isSummed) }
    let summed = Set(figures.compactMap { $1 ? $0.column : nil })
    let wholes = Set(figures.compactMap { content, _ in content.denominator })
    return result.columns.enumerated().map { index, column in
      guard summed.contains(column.name) else {
        return wholes.contains(column.name) ? last[index] : .null
      }
      return .integer(result.rows.reduce(0) { $0 + ($1[index].integer ?? 0) })
    }
  }
}

extension ReportDefinition.Compared? {
  /// What is shown of the earlier moment, if it is a figure.
  fileprivate var figure: ReportDefinition.Column.Content? {
    if case .figure(let content)? = self?.kind { content } else { nil }
  }
}

extension ReportDefinition.Column.Content {
  fileprivate var column: String? { if case .column(let name) = self { name } else { nil } }

  fileprivate var denominator: String? {
    if case .ratio(_, let name, _) = self { name } else { nil }
  }
}
