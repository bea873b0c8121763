public import Definitions
public import Domain
import Foundation
public import Layout
import Packages
public import Pages
import Testing
import Writing

/// Runs a body with an empty folder that is removed afterwards.
@discardableResult
public func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = NSTemporaryDirectory() + "/jibao-" + UUID().uuidString
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try body(folder)
}

/// The text of a file.
public func text(_ path: String) -> String {
  String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
}

/// The text of a part of a workbook.
public func part(_ name: String, of path: String) throws -> String {
  let archive = try ZipArchive(path: path)
  let entry = try #require(archive.entries.first { $0.name == "xl/" + name })
  return String(decoding: try archive.content(of: entry), as: UTF8.self)
}

/// The number of the last row of each sheet of a workbook, in order.
public func lastRows(of path: String) throws -> [Int?] {
  let archive = try ZipArchive(path: path)
  let sheets = archive.entries.filter { $0.name.hasPrefix("xl/worksheets/sheet") }
  return try sheets.sorted { ($0.name.count, $0.name) < ($1.name.count, $1.name) }.map { entry in
    String(decoding: try archive.content(of: entry), as: UTF8.self)
      .matches(of: /<row r="([0-9]+)"/).last.flatMap { Int($0.1) }
  }
}

/// A CSV file, read back; nil if there is none.
public func readTable(_ path: String) throws -> ReadTable? {
  try FileManager.default.contents(atPath: path).map { try ReadTable(Array($0), path: path) }
}

extension ReportLayout {
  /// Lays the report out and writes its files into a folder.
  @discardableResult
  public func write(
    into folder: String, tables: (_ query: String) throws -> ResultStream
  ) throws -> [WrittenFile] {
    try FolderWriter.write(into: folder) { try layOut(tables: tables, to: $0) }
  }

  /// The workbooks that it makes.
  public func books(tables: (_ query: String) throws -> ResultStream) throws -> [NamedBook] {
    var books: [NamedBook] = []
    try layOut(tables: tables) { output in
      switch output {
      case .book(let book): books.append(book)
      case .books(let count, let make): books += try (0..<count).map(make)
      case .data, .document: break
      case .streams(_, _, let read): try read { _ in }
      }
    }
    return books
  }
}

/// A report small enough to see through: one table with all kinds of columns.
public enum Sample {
  public static let yaml = """
    workbook: "{place}简报.xlsx"
    headings: ["数据截止：{cutoff}"]
    notice: "{notice}"
    footing: ["负责人（签字）："]
    shared:
      rates: &rates
        - {column: due, heading: 到期, format: integer}
        - {column: done, heading: 办结, format: integer}
        - {ratio: [done, due], heading: 办结率, empty: 本期无到期任务}
    sheets:
      - name: 清单
        title: "{place}清单"
        footing: true
        blocks:
          - table:
              query: list
              title: 共 {rows} 项
              empty: 本期无逾期、滞后事项
              csv: 清单
              large: "{place}清单.xlsx"
              key: [task]
              written: [task, due_on, progress, key]
              columns:
                - {column: task, heading: 任务}
                - {column: light, heading: 灯, format: light}
                - {column: due_on, heading: 时限, format: date}
                - {column: progress, heading: 进度, format: percent}
                - {column: gap, heading: 序时差, format: points}
                - {own_columns: extra}
                - *rates
                - {column: key, heading: 重点, format: flag}
      - name: 合计
        title: 合计
        blocks:
          - table:
              query: units
              csv: 单位
              key: [unit]
              total: {label: 合计（分项之和）, once: {label: 全部, query: all}}
              columns:
                - {column: unit, heading: 单位}
                - *rates
          - charts:
              - {kind: column, title: 图, table: units, categories: unit, values: [due, done]}
          - facts: {截止: "{cutoff}", 空: "{notice}"}
    """

  public static func report(_ yaml: String = yaml) throws -> ReportDefinition {
    try ReportDefinition(
      DefinitionFile(kind: .report, id: "sample", path: "sample.yaml", text: yaml))
  }

  public static let context = ReportContext(
    cutoff: Day(number: 19_625), texts: ["place": "天水市", "cutoff": "2023年9月25日", "notice": ""],
    ownColumns: ["督办", "科室"],
    lights: [Plan.Light(word: "红灯", colour: .red, condition: .overdue, threshold: 0)])

  public static let columns: [String: [ResultColumn]] = [
    "list": named("task light due_on:d progress:i gap:i extra due:i done:i key:i"),
    "units": named("unit due:i done:i"), "all": named("due:i done:i"),
  ]

  public static let rows: [String: [[Value]]] = [
    "list": [
      [
        .text("1"), .text("红灯"), .text("2023-06-30"), .integer(533_333), .integer(-216_667),
        .text("督办\u{1F}甲\u{1E}科室\u{1F}=乙"), .integer(65), .integer(26), .integer(1),
      ],
      [
        .text("2"), .null, .null, .null, .integer(-400), .null, .integer(0), .integer(0),
        .integer(0),
      ],
    ],
    "units": [
      [.text("市发改委"), .integer(3), .integer(1)], [.text("市商务局"), .integer(4), .integer(4)],
    ],
    "all": [[.integer(5), .integer(3)]],
  ]

  public static func result(of query: String) -> ResultStream {
    ResultStream(ResultTable(columns: columns[query] ?? [], rows: rows[query] ?? []))
  }

  public static func write(
    into folder: String, rows: [String: [[Value]]] = rows, context: ReportContext = context,
    options: ReportOptions = ReportOptions()
  ) throws -> [WrittenFile] {
    let writer = ReportLayout(report: try report(), context: context, options: options)
    return try writer.write(into: folder) { query in
      let rows = rows[query] ?? []
      return ResultStream(columns: columns[query] ?? [], count: rows.count) { body in
        for row in rows { try body(row) }
      }
    }
  }

  /// Columns by name; `:i` marks integers, `:d` dates.
  private static func named(_ names: String) -> [ResultColumn] {
    names.split(separator: " ").map { name in
      let parts = name.split(separator: ":")
      let kind: ResultColumn.Kind =
        parts.count == 1 ? .text : parts[1] == "i" ? .integer : .date
      return ResultColumn(name: String(parts[0]), kind: kind)
    }
  }
}
