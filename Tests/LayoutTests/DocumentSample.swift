import Definitions
import Domain
import Foundation
import Pages
import TestSupport
import Testing

@testable import Layout

/// A report that is a document, with results small enough to see through.
struct DocumentSample {
  var yaml: String
  var rows: [String: [[Value]]]
  var texts = ["office": "某办", "cutoff": "2023年9月25日", "draft": ""]

  static let columns: [String: [ResultColumn]] = [
    "items": named("kind number unit day:d n:i"), "total": named("state all:i a:i b:i"),
  ]

  static func named(_ names: String) -> [ResultColumn] {
    names.split(separator: " ").map { name in
      let parts = name.split(separator: ":")
      let kind: ResultColumn.Kind = parts.count == 1 ? .text : parts[1] == "d" ? .date : .integer
      return ResultColumn(name: String(parts[0]), kind: kind)
    }
  }

  /// A row of `items`.
  static func item(
    _ kind: String, _ number: String, _ unit: String, _ day: String, _ n: Int64 = 1
  ) -> [Value] {
    [.text(kind), .text(number), .text(unit), .text(day), .integer(n)]
  }

  static func total(_ state: String, _ all: Int64, _ a: Int64, _ b: Int64) -> [[Value]] {
    [[.text(state), .integer(all), .integer(a), .integer(b)]]
  }

  private func definition() throws -> ReportDefinition {
    let report = try Sample.report(yaml)
    try report.check { Self.columns[$0] }
    try report.checkPlaceholders(Array(texts.keys)) { Self.columns[$0] }
    return report
  }

  /// What the report makes.
  func outputs() throws -> [String] {
    let layout = ReportLayout(
      report: try definition(),
      context: ReportContext(
        cutoff: Day(number: 19_625), texts: texts, ownColumns: [], lights: []))
    var outputs: [String] = []
    try layout.layOut(tables: { query in
      ResultStream(ResultTable(columns: Self.columns[query] ?? [], rows: rows[query] ?? []))
    }) { output in
      switch output {
      case .document(let named): outputs.append(named.document.printed)
      case .book(let named): outputs.append(named.book.pages.map(\.name).joined(separator: ","))
      case .data(let name, _, _, _): outputs.append(name)
      case .streams, .books: break
      }
    }
    return outputs
  }

  /// The lines of the document.
  func document() throws -> [String] {
    let printed = try #require(try outputs().first { $0.hasPrefix("document") })
    return printed.split(separator: "\n").map(String.init)
  }

  /// The line and the problem of the definition.
  func fault() throws -> (line: Int, problem: DefinitionFault.Problem)? {
    do {
      _ = try definition()
      return nil
    } catch let fault as DefinitionFault { return (fault.place.line, fault.problem) }
  }
}
