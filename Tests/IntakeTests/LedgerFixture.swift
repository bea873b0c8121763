import Definitions
import Domain
import Foundation
import Intake
import Testing

/// A small ledger in a folder of its own, read by the real reader.
struct LedgerFixture {
  var files: [String: [UInt8]] = [:]
  var plans: [String] = []
  var leadsByPolicy: Set<String> = []
  var periods: [String: [String]] = [:]
  var years: [String: [Int]] = [:]
  var partiallyNumbered: Set<String> = []
  var fillDown: [Register: Set<String>] = [:]
  /// What came before; what these lack is no news.
  var knownRegisters = Set(Register.allCases)
  var effectiveOn = "2023-09-25"
  var planWords: [PlanWord] = []
  /// In place of `periods`, with names.
  var periodNames: [String: [LedgerReader.PeriodName]] = [:]
  var vocabulary = Vocabulary.standard

  static let units = """
    编号,名称,别名,集体,成员
    fgw,市发展改革委,市发改委;市发展和改革委员会,,
    gxj,市工信局,市工业和信息化局,,
    zwb,市政务办,,,
    dqw,各县区党委、政府,,是,fgw;gxj

    """

  /// A ledger with good units and one good task, but for the given files.
  init(_ files: [String: String] = [:]) {
    let good = ["units.csv": Self.units, "ledger.csv": "序号,任务,牵头单位\n1,甲,市工信局\n"]
    self.files = good.merging(files) { $1 }.mapValues { Array($0.utf8) }
  }

  /// A task register with the given headings and rows.
  static func tasks(_ headings: String, _ rows: String...) -> LedgerFixture {
    LedgerFixture(["ledger.csv": ([headings] + rows).joined(separator: "\n") + "\n"])
  }

  /// What a reading came to.
  struct Outcome {
    var rows: [LedgerRow] = []
    var summary: LedgerSummary?
    var faults: [InputFault] = []
    var errorCount = 0

    /// The rows of a table, each as `column=value` of what is filled.
    func table(_ name: String) -> [String] {
      rows.filter { $0.table.name == name }.map { row in
        let cells = zip(row.table.columns, row.values).compactMap { column, value -> String? in
          switch value {
          case .null, .blob: nil
          case .integer(let integer): "\(column.name)=\(integer)"
          case .text(let text): "\(column.name)=\(text)"
          }
        }
        return ([row.plan] + cells).joined(separator: " ")
      }
    }

    /// The faults as `file:line:column code value`.
    var lines: [String] {
      faults.map { fault in
        let place = fault.place
        let file = place.file.split(separator: "/").last.map(String.init) ?? place.file
        let mark = fault.severity == .warning ? "?" : ""
        return "\(file):\(place.line):\(place.column) \(mark)\(fault.problem.code) \(fault.value)"
      }
    }
  }

  /// Writes the files, reads them, and removes them again.
  func read() throws -> Outcome {
    let folder = try write()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try read(folder)
  }

  /// Reads any path.
  func read(_ path: String) throws -> Outcome {
    let reader = LedgerReader(
      vocabulary: vocabulary, plans: plans, defaultPlan: "p",
      effectiveOn: try #require(Day(effectiveOn)), leadsByPolicy: leadsByPolicy,
      periods: periodNames.merging(
        periods.mapValues { $0.map { LedgerReader.PeriodName(id: $0, name: "") } }
      ) { first, _ in first },
      years: years, partiallyNumbered: partiallyNumbered, fillDown: fillDown,
      knownRegisters: knownRegisters, planWords: planWords)
    var outcome = Outcome()
    do {
      outcome.summary = try reader.read(path) { outcome.rows.append($0) }
      outcome.faults = outcome.summary?.warnings ?? []
    } catch let refused as LedgerRefused {
      outcome.faults = refused.faults
      outcome.errorCount = refused.errorCount
    }
    return outcome
  }

  /// Writes the files into a new folder.
  func write() throws -> String {
    let folder = NSTemporaryDirectory() + "jibao-intake-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    for (name, bytes) in files {
      try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
    }
    return folder
  }
}
