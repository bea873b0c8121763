public import Database
import Definitions
import Domain
import Intake
import Store

/// Where a ledger is read.
public enum LedgerSource: Sendable {
  /// A workbook, or a folder with a CSV file per register, or a workbook, or both.
  case files(String)
  /// An operational database that the queries of `source/` read. The engine is the caller's; the
  /// connection it opens cannot write. `name` holds no password.
  case database(name: String, open: @Sendable () throws -> any Connection)

  /// As messages show it.
  public var name: String {
    switch self {
    case .files(let path): path
    case .database(let name, _): name
    }
  }

  /// Whether there is something to be read. That a server does not answer is said when it is.
  /// - Throws: `DefinitionFault` where that cannot be told.
  public var isThere: Bool {
    get throws {
      switch self {
      case .files(let path): try DiskFiles.exists(path)
      case .database: true
      }
    }
  }
}

/// An operational database could not be reached or read; nothing was stored.
public struct SourceFailure: Error, Sendable {
  /// The database, as messages show it.
  public let source: String
  public let failure: DatabaseFailure
}

extension Workspace {
  /// What plans and rules call groups and levels of the ledger.
  private var planWords: [PlanWord] {
    get throws {
      try plans.flatMap { defined -> [PlanWord] in
        let path = defined.file?.path ?? defined.plan.id
        let groups = defined.plan.quotas.compactMap(\.group).map {
          PlanWord(file: path, kind: .group, word: $0, isNeeded: true)
        }
        let levels = defined.plan.publicationLevels.map {
          PlanWord(file: path, kind: .level, word: $0, isNeeded: false)
        }
        let ruled = defined.rules.flatMap { book in
          book.groupNames.map {
            PlanWord(file: book.file.path, kind: .group, word: $0, isNeeded: true)
          }
        }
        return groups + levels + ruled + defined.rules.flatMap(countedWords)
      }
    }
  }

  /// The words of the ledger by which rules count.
  private func countedWords(_ book: RuleBook) -> [PlanWord] {
    book.rules.flatMap { rule in
      rule.source.only.flatMap { column, words -> [PlanWord] in
        let group: WordGroup? =
          switch (rule.source.query, column) {
          case ("scoring/events", "kind"): .eventKind
          case ("scoring/submissions", "quality"): .quality
          default: nil
          }
        return group.map { group in
          words.sorted().map {
            PlanWord(file: book.file.path, kind: group, word: $0, isNeeded: false)
          }
        } ?? []
      }
    }
  }

  /// When tasks were done, by the snapshots before.
  private static func completionDays(
    in store: LedgerStore?, asOf day: Day
  ) throws -> CompletionDays {
    try (store?.completions(asOf: day) ?? []).reduce(into: CompletionDays()) { days, task in
      days.note(task.task, of: task.plan, completed: task.completed, accepted: task.accepted)
    }
  }

  /// Reads the ledger of `source` and hands its rows to `sink`, which must be able to forget them.
  /// - Parameters:
  ///   - known: The registers that snapshots have stated.
  ///   - store: What came before; nil for nothing.
  func read(
    _ source: LedgerSource, effectiveOn day: Day, known registers: Set<Register>,
    before store: LedgerStore? = nil, into sink: (LedgerRow) throws -> Void
  ) throws -> LedgerSummary {
    let plans = try plans.map(\.plan)
    let reader = LedgerReader(
      vocabulary: vocabulary, plans: plans.map(\.id), defaultPlan: plans.first?.id ?? ledger,
      effectiveOn: day,
      leadsByPolicy: Set(plans.filter { $0.leadPolicy != .named }.map(\.id)),
      periods: Dictionary(
        plans.map { plan in
          (plan.id, plan.calendar.map { LedgerReader.PeriodName(id: $0.id, name: $0.name) })
        }, uniquingKeysWith: { first, _ in first }),
      years: Dictionary(plans.map { ($0.id, $0.years) }, uniquingKeysWith: { first, _ in first }),
      partiallyNumbered: Set(plans.filter { $0.numbers == .partial }.map(\.id)),
      fillDown: fillDown, knownRegisters: registers,
      planWords: try planWords, mapping: mapping, mappingFolder: folder, converter: converter,
      completionDays: { try Self.completionDays(in: store, asOf: day) })
    switch source {
    case .files(let path):
      return try reader.read(path, into: sink)
    case .database(let name, let open):
      let queries = try definitions.sourceQueries()
      let ledger: QueriedLedger
      do {
        ledger = try QueriedLedger(open(), queries: queries, effectiveOn: day)
      } catch let failure as DatabaseFailure {
        throw SourceFailure(source: name, failure: failure)
      }
      return try reader.read(ledger, into: sink)
    }
  }
}
