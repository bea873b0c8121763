public import Definitions
public import Domain
import Foundation
public import Pages

/// `manifest.json`: what an edition was made from and what it holds.
///
/// Only here stand clock, edition, sequence and chain head; the files carry what follows from the
/// content.
public struct Manifest: Codable, Hashable, Sendable {
  /// The snapshot that a report was made from.
  public struct Snapshot: Codable, Hashable, Sendable {
    public var effectiveOn: String
    public var sequence: Int
    public var recordedAt: String
    public var contentHash: String

    public init(effectiveOn: String, sequence: Int, recordedAt: String, contentHash: String) {
      self.effectiveOn = effectiveOn
      self.sequence = sequence
      self.recordedAt = recordedAt
      self.contentHash = contentHash
    }
  }

  /// A state of the ledger: a day, the instant by which it was known, and its snapshot.
  public struct State: Codable, Hashable, Sendable {
    public var asOf: String
    public var knownAt: String
    /// Whether the instant was asked for; else it is that of the newest snapshot.
    public var isKnownAtAsked: Bool
    public var snapshot: Snapshot

    public init(asOf: String, knownAt: String, isKnownAtAsked: Bool, snapshot: Snapshot) {
      self.asOf = asOf
      self.knownAt = knownAt
      self.isKnownAtAsked = isKnownAtAsked
      self.snapshot = snapshot
    }
  }

  /// An earlier period whose figures stand beside the report's own.
  public struct Reported: Codable, Hashable, Sendable {
    /// The edition that it is shown as it was known at.
    public struct Edition: Codable, Hashable, Sendable {
      public var number: Int
      /// The day on which it went out, if that was noted.
      public var sentOn: String?

      public init(number: Int, sentOn: String?) {
        self.number = number
        self.sentOn = sentOn
      }
    }

    public var plan: String
    public var period: String
    /// Nil for a period that is shown as it is known to the report.
    public var edition: Edition?
    public var state: State

    public init(plan: String, period: String, edition: Edition?, state: State) {
      self.plan = plan
      self.period = period
      self.edition = edition
      self.state = state
    }
  }

  /// A definition that was used.
  public struct Definition: Codable, Hashable, Sendable {
    public var kind: String
    public var id: String
    public var sha256: String
    /// Whether it stands in the place of one that ships with the program.
    public var isOverride: Bool

    public init(_ file: DefinitionFile, isOverride: Bool) {
      kind = file.kind.rawValue
      id = file.id
      sha256 = file.hash.description
      self.isOverride = isOverride
    }
  }

  public var plan: String
  /// Ledgers newer than the one that the report stands on.
  public struct Lacked: Codable, Hashable, Sendable {
    /// A day of which the office says that there is no ledger.
    public struct Release: Codable, Hashable, Sendable {
      public var day: String
      public var reason: String
      public var notedAt: String

      public init(day: String, reason: String, notedAt: String) {
        self.day = day
        self.reason = reason
        self.notedAt = notedAt
      }
    }

    /// Days whose ledger stood refused.
    public var refused: [String]
    public var released: [Release]

    public init(refused: [String], released: [Release]) {
      self.refused = refused
      self.released = released
    }
  }

  /// The period, or nil for a report on any other day.
  public var period: String?
  public var asOf: String
  public var knownAt: String
  /// Whether the instant was asked for, so that the report says so; else it is that of the newest
  /// snapshot. Nil in manifests from before it was noted.
  public var isKnownAtAsked: Bool?
  public var snapshot: Snapshot
  /// The earlier state, in a report on what changed between two.
  public var comparedWith: State?
  /// The periods that figures stand beside, as they were reported then; nil where none do.
  public var previous: Reported?
  public var yearBefore: Reported?
  /// Nil where no ledger is lacked.
  public var lacked: Lacked?
  public var chainHead: String
  public var definitions: [Definition]
  /// How CSV files are encoded, and after how many days a ledger is called old; nil in manifests
  /// from before they were noted.
  public var csvEncoding: CSVEncoding?
  public var maximumAge: Int?
  /// The number of the rules by which figures are made, and that of the workbooks' layout; nil in
  /// manifests from before they were noted.
  public internal(set) var figures: Int?
  public internal(set) var layout: Int?
  /// The plan's calendar and lights as they held.
  public internal(set) var calendar: [CalendarEntry]?
  public internal(set) var lights: [LightRule]?
  /// The number of issue (期号) that was asked for; nil where the plan's counts.
  public var issue: Int?
  public var programVersion: String
  public var libxlsxwriterVersion: String
  public var zlibVersion: String
  /// When it was made, in the office's zone.
  public var madeAt: String
  /// 0 for a draft; set when the edition is published.
  public internal(set) var edition = 0
  public internal(set) var isDraft = false
  /// Set when the edition is published.
  public internal(set) var files: [WrittenFile] = []
  /// The list of what changed against the edition before.
  public internal(set) var corrections: [WrittenFile] = []

  /// - Parameter libraries: The versions of those that write the files.
  public init(
    plan: String, period: String?, state: State, comparedWith: State? = nil,
    previous: Reported? = nil,
    yearBefore: Reported? = nil, lacked: Lacked? = nil, chainHead: String,
    definitions: [Definition],
    csvEncoding: CSVEncoding, maximumAge: Int, figures: (rules: FigureRules, of: Plan),
    programVersion: String, libraries: (libxlsxwriter: String, zlib: String), madeAt: String
  ) {
    self.plan = plan
    self.period = period
    asOf = state.asOf
    knownAt = state.knownAt
    isKnownAtAsked = state.isKnownAtAsked
    snapshot = state.snapshot
    self.comparedWith = comparedWith
    self.previous = previous
    self.yearBefore = yearBefore
    self.lacked = lacked
    self.chainHead = chainHead
    self.definitions = definitions
    self.csvEncoding = csvEncoding
    self.maximumAge = maximumAge
    self.programVersion = programVersion
    (libxlsxwriterVersion, zlibVersion) = libraries
    self.madeAt = madeAt
    note(figures.rules, of: figures.of)
  }

  /// Reads the manifest of an edition's folder.
  /// - Throws: `OutputFault` if it cannot be read, `DecodingError` if it is damaged.
  public init(folder: String) throws {
    try self.init(path: folder + "/" + Self.fileName)
  }

  /// Reads a manifest, wherever a copy of it is kept.
  /// - Throws: `OutputFault` if it cannot be read, `DecodingError` if it is damaged.
  public init(path: String) throws {
    guard let data = try DiskFiles.contents(of: path) else {
      throw OutputFault(path: path, problem: .system(call: "open", code: ENOENT))
    }
    self = try JSONDecoder().decode(Manifest.self, from: Data(data))
  }

  /// Reads a manifest; nil if there is none, or it is damaged.
  /// - Throws: `DefinitionFault` if it cannot be read.
  public static func ifThere(path: String) throws -> Manifest? {
    guard let data = try DiskFiles.contents(of: path) else { return nil }
    return try? JSONDecoder().decode(Manifest.self, from: Data(data))
  }

  static let fileName = "manifest.json"

  /// The text of the file, with keys in order.
  func encoded() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [0x0A]
  }

  enum CodingKeys: String, CodingKey {
    case plan, period, snapshot, previous, lacked, definitions, edition, files, corrections
    case figures, layout, calendar, lights, issue
    case asOf = "as_of"
    case knownAt = "known_at"
    case isKnownAtAsked = "known_at_asked"
    case comparedWith = "compared_with"
    case yearBefore = "year_before"
    case chainHead = "chain_head"
    case csvEncoding = "csv_encoding"
    case maximumAge = "max_age"
    case programVersion = "program_version"
    case libxlsxwriterVersion = "libxlsxwriter_version"
    case zlibVersion = "zlib_version"
    case madeAt = "made_at"
    case isDraft = "draft"
  }
}

extension Manifest.State {
  enum CodingKeys: String, CodingKey {
    case snapshot
    case asOf = "as_of"
    case knownAt = "known_at"
    case isKnownAtAsked = "known_at_asked"
  }
}

extension Manifest.Lacked.Release {
  enum CodingKeys: String, CodingKey {
    case day, reason
    case notedAt = "noted_at"
  }
}

extension Manifest.Snapshot {
  enum CodingKeys: String, CodingKey {
    case sequence
    case effectiveOn = "effective_on"
    case recordedAt = "recorded_at"
    case contentHash = "content_hash"
  }
}

extension Manifest.Reported.Edition {
  enum CodingKeys: String, CodingKey {
    case number
    case sentOn = "sent_on"
  }
}

extension Manifest.Definition {
  enum CodingKeys: String, CodingKey {
    case kind, id, sha256
    case isOverride = "override"
  }
}

extension Manifest {
  /// SHA-256 of an edition's manifest as it lies in its folder.
  public static func hash(folder: String) throws -> ContentHash {
    let path = folder + "/" + fileName
    guard let data = try DiskFiles.contents(of: path) else {
      throw OutputFault(path: path, problem: .system(call: "open", code: ENOENT))
    }
    return ContentHash(of: data)
  }
}
