import Definitions
import Domain

/// The results of an earlier moment by the key of a report's workbooks, sorted out once.
struct GroupedEarlier: Sendable {
  private let reported: GroupedResults
  private let known: GroupedResults?
  private let absence: String?
  private let isByWord: Bool
  private let definedSince: Set<String>

  init(_ results: EarlierResults, key: String) throws {
    reported = try GroupedResults(results.reported, key: key)
    known = try results.known.map { try GroupedResults($0, key: key) }
    absence = results.absence
    isByWord = results.isByWord
    definedSince = results.definedSince
  }

  /// What stood in the workbook of a key.
  func results(of key: String) -> EarlierResults {
    EarlierResults(
      reported: reported.tables(of: key), known: known?.tables(of: key), absence: absence,
      isByWord: isByWord, definedSince: definedSince)
  }
}

extension GroupedResults {
  fileprivate init(_ tables: [String: ResultTable], key: String) throws {
    self.init(key: key)
    for (query, table) in tables { try read(query, ResultStream(table)) { _ in } }
  }
}
