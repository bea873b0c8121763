public import Definitions
public import Domain

/// What a ledger held besides its rows.
public struct SnapshotContent: Sendable {
  /// A file or sheet that was read.
  public struct Source: Hashable, Sendable {
    public let register: Register
    public let file: String
    public let hash: ContentHash
    public let rowCount: Int

    public init(register: Register, file: String, hash: ContentHash, rowCount: Int) {
      self.register = register
      self.file = file
      self.hash = hash
      self.rowCount = rowCount
    }
  }

  public let sources: [Source]
  /// The plans that the ledger holds. Each register present states all of them in full.
  public let plans: [String]
  /// The headings of the task register's own columns, in file order.
  public let ownColumns: [String]

  public init(sources: [Source], plans: [String], ownColumns: [String]) {
    self.sources = sources
    self.plans = plans
    self.ownColumns = ownColumns
  }

  /// What the snapshot states in full: register and plan; units belong to no plan.
  var coverage: [(register: Register, plan: String)] {
    sources.flatMap { source in
      (source.register == .units ? [""] : plans).map { (source.register, $0) }
    }
  }
}

/// A snapshot as the store keeps it.
public struct Snapshot: Hashable, Sendable {
  public let sequence: Int64
  public let position: Int64
  /// Of its hashes: 1 knows no places, 2 takes values in order, 3 by their names.
  public let form: Int
  public let effectiveOn: Day
  /// UTC with milliseconds, as `2023-04-25T09:00:00.000Z`.
  public let recordedAt: String
  public let contentHash: ContentHash
  public let chainHash: ContentHash
  /// Of the places from which the rows that were new were read; nil in form 1.
  public let placeHash: ContentHash?
  /// The headings of the task register's own columns.
  public let ownColumns: [String]
}

extension Snapshot {
  /// The form of what is stored now.
  static let newestForm = 3
}

/// What became of a ledger that was read.
public enum SnapshotOutcome: Sendable {
  /// Stored; how many row versions are new and how many ended.
  case stored(Snapshot, new: Int, ended: Int)
  /// The same content was there already; nothing was stored.
  case unchanged(Snapshot)
}
