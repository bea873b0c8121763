import ArgumentParser
import Definitions
import Domain
import Jobs
import Store

/// `jibao history`: snapshots, editions and runs.
struct ShowHistory: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: Wording.history.abstract,
    discussion: Wording.history.discussion, subcommands: [MarkEdition.self, Withdraw.self])

  @OptionGroup var common: CommonOptions

  @Flag(help: "\(Wording.jsonFlag)")
  var json = false

  func run() throws {
    let store = try common.load().readingStore()
    let history = try HistoryReport(store)
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
    /// The entry that took it back, if one did.
    let withdrawnBy: Int64?

    init(_ record: EditionRecord, sentOn: [Day], withdrawnBy: Int64?) {
      self.withdrawnBy = withdrawnBy
      plan = record.plan
      period = record.period
      edition = record.edition
      asOf = record.asOf.description
      madeAt = record.madeAt
      manifestHash = record.manifestHash.description
      self.sentOn = sentOn.map(\.description)
    }
  }

  /// What was taken back, and why.
  struct Withdrawn: Encodable {
    struct Edition: Encodable {
      let plan: String
      let period: String
      let edition: Int
    }

    let sequence: Int64
    let recordedAt: String
    let reason: String
    let recordedAfter: String?
    /// The numbers of the snapshots.
    let snapshots: [Int64]
    let editions: [Edition]
  }

  init(_ store: LedgerStore) throws {
    let (snapshots, withdrawals) = (try store.snapshots(), try store.withdrawals())
    let places = withdrawals.flatMap { withdrawal in
      withdrawal.positions.map { ($0, withdrawal.sequence) }
    }
    let withdrawnBy = Dictionary(places, uniquingKeysWith: { first, _ in first })
    self.snapshots = snapshots.map {
      SnapshotReport($0, withdrawnBy: withdrawnBy[$0.position])
    }
    self.withdrawals = withdrawals.map { withdrawal in
      Withdrawn(
        sequence: withdrawal.sequence, recordedAt: withdrawal.recordedAt,
        reason: withdrawal.reason, recordedAfter: withdrawal.recordedAfter,
        snapshots: snapshots.filter { withdrawal.positions.contains($0.position) }
          .map(\.sequence),
        editions: withdrawal.editions.map {
          Withdrawn.Edition(plan: $0.plan, period: $0.period, edition: $0.number)
        })
    }
    editions = try Self.editions(in: store, withdrawals)
    runs = try store.runs().map(Run.init)
  }

  private static func editions(
    in store: LedgerStore, _ withdrawals: [Withdrawal]
  ) throws -> [Edition] {
    let sendings = try store.sendings()
    return try store.editions().map { edition in
      let withdrawal = withdrawals.first { $0.editions.contains(edition.withdrawn) }
      let marks = sendings.filter {
        $0.plan == edition.plan && $0.period == edition.period && $0.edition == edition.edition
      }
      return Edition(
        edition, sentOn: marks.map(\.sentOn), withdrawnBy: withdrawal?.sequence)
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
  let withdrawals: [Withdrawn]
  let runs: [Run]
}
