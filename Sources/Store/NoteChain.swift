import Database
import Definitions
import Domain

/// What is noted besides snapshots and withdrawals: a table of rows that only grows.
enum NoteKind: String, CaseIterable {
  case refusal
  case ledgerlessDay = "ledgerless_day"
  case sending

  var columns: [String] {
    switch self {
    case .refusal:
      ["ledger", "refusal", "day", "content_hash", "outcome", "reason", "refused_at"]
    case .ledgerlessDay: ["ledger", "day", "reason", "noted_at"]
    case .sending: Sending.columns
    }
  }
}

/// A link of the chain of notes.
struct NoteLink {
  let number: Int64
  let kind: String
  let row: ContentHash
  let hash: ContentHash

  /// The link behind another one.
  init(after previous: NoteLink?, _ kind: NoteKind, row: ContentHash) {
    number = (previous?.number ?? 0) + 1
    self.kind = kind.rawValue
    self.row = row
    hash = Self.hash(after: previous, number, kind.rawValue, row)
  }

  fileprivate init?(_ row: [Value]) {
    guard let number = row[0].integer, let kind = row[1].text,
      let content = row[2].bytes.flatMap(ContentHash.init(bytes:)),
      let hash = row[3].bytes.flatMap(ContentHash.init(bytes:))
    else { return nil }
    (self.number, self.kind, self.row, self.hash) = (number, kind, content, hash)
  }

  func follows(_ previous: NoteLink?) -> Bool {
    number == (previous?.number ?? 0) + 1
      && hash == Self.hash(after: previous, number, kind, row)
  }

  private static func hash(
    after previous: NoteLink?, _ number: Int64, _ kind: String, _ row: ContentHash
  ) -> ContentHash {
    ContentHash(of: "note \(previous?.hash.description ?? "") \(number) \(kind) \(row)")
  }
}

extension LedgerStore {
  /// Adds a note: its row, and its link of the chain.
  /// - Parameter rest: What stands in columns that are not of the row's content.
  func add(
    _ kind: NoteKind, _ values: [Value], rest: (columns: [String], values: [Value]) = ([], [])
  ) throws {
    try connection.insert(
      into: kind.rawValue, columns: kind.columns + rest.columns, rows: [values + rest.values])
    let link = NoteLink(
      after: try noteLinks().last, kind, row: RowForm(note: kind.rawValue, values).hash)
    try connection.insert(
      into: "note", columns: ["ledger", "number", "kind", "row_hash", "hash"],
      rows: [
        [
          .text(ledger), .integer(link.number), .text(link.kind), .blob(link.row.bytes),
          .blob(link.hash.bytes),
        ]
      ])
  }

  /// The chain of notes, in order.
  func noteLinks() throws -> [NoteLink] {
    try connection.rows(
      of: """
        SELECT number, kind, row_hash, hash FROM note\(itself)
        WHERE ledger = :ledger ORDER BY number
        """, ["ledger": .text(ledger)]
    ).map { row in
      guard let link = NoteLink(row) else { throw StoreFailure.inconsistent("note") }
      return link
    }
  }

  /// Holds the rows of notes against their chain, and the chain against the snapshots that were stored
  /// after them.
  func verifyNoteChain() throws -> [StoreDamage] {
    let links = try noteLinks()
    var damage: [StoreDamage] = []
    var previous: NoteLink?
    for link in links {
      if !link.follows(previous) { damage.append(.notes(table: "note")) }
      previous = link
    }
    for kind in NoteKind.allCases {
      let noted = links.filter { $0.kind == kind.rawValue }.map(\.row)
      let rows = try connection.rows(
        of: """
          SELECT \(kind.columns.joined(separator: ", ")) FROM \(kind.rawValue)\(itself)
          WHERE ledger = :ledger
          """, ["ledger": .text(ledger)]
      ).map { RowForm(note: kind.rawValue, $0).hash }
      if noted.sorted() != rows.sorted() { damage.append(.notes(table: kind.rawValue)) }
    }
    let known = Set(links.map { "\($0.number) \($0.hash)" })
    let stated = try connection.rows(
      of: """
        SELECT thing, before FROM confirmation\(itself)
        WHERE ledger = :ledger AND substr(thing, 1, 6) = 'notes:'
        """, ["ledger": .text(ledger)])
    let isCut = stated.contains { row in
      !known.contains("\(row[1].integer ?? 0) \(row[0].text?.dropFirst(6) ?? "")")
    }
    return damage + (isCut ? [.notes(table: "note")] : [])
  }
}
