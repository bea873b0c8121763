import ArgumentParser
import Definitions
import Domain
import Jobs
import Store

/// `jibao history`: snapshots, editions and runs.
struct ShowHistory: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: Wording.history.abstract,
    discussion: Wording.history.discussion, subcommands: [MarkEdition.self])

  @OptionGroup var common: CommonOptions

  @Flag(help: "\(Wording.jsonFlag)")
  var json = false

  func run() throws {
    let store = try common.load().readingStore()
    let history = HistoryReport(
      snapshots: try store.snapshots().map { SnapshotReport($0) },
      editions: try HistoryReport.editions(in: store),
      runs: try store.runs().map(HistoryReport.Run.init))
    if json { return try StandardOutput.write(json: history) }
    try StandardOutput.write(Wording.history(history))
  }
}

/// The history of a ledger for programs.
struct HistoryReport: Encodable {
  struct Edition: Encodable {
    let plan: String
    let period: String
    let edition: Int
    let asOf: String
    let madeAt: String
    let manifestHash: String
    /// The days on which it was said to have been sent, the last one correcting those before.
    let sentOn: [String]

    init(_ record: EditionRecord, sentOn: [Day]) {
      plan = record.plan
      period = record.period
      edition = record.edition
      asOf = record.asOf.description
      madeAt = record.madeAt
      manifestHash = record.manifestHash.description
      self.sentOn = sentOn.map(\.description)
    }
  }

  static func editions(in store: LedgerStore) throws -> [Edition] {
    let sendings = try store.sendings()
    return try store.editions().map { edition in
      let marks = sendings.filter {
        $0.plan == edition.plan && $0.period == edition.period && $0.edition == edition.edition
      }
      return Edition(edition, sentOn: marks.map(\.sentOn))
    }
  }

  struct Run: Encodable {
    let startedAt: String
    let command: String
    let outcome: Int
    let summary: String

    init(_ record: RunRecord) {
      startedAt = record.startedAt
      command = record.command
      outcome = record.outcome
      summary = record.summary
    }
  }

  let snapshots: [SnapshotReport]
  let editions: [Edition]
  let runs: [Run]
}
