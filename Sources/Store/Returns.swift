import Database
public import Definitions
public import Domain

/// A value that was taken from a returned form.
public struct ReturnedValue: Hashable, Sendable {
  /// The register's id, and the row's key with it, such as `ledger|38`.
  public let register: String
  public let key: String
  /// The column's id.
  public let column: String
  /// Days as ISO text, percentages and quantities as decimals, words by their codes; nil for none.
  public let earlier: String?
  public let later: String?
  /// Where it stands in the form: a sheet and a cell, or a line of a text.
  public let cell: String

  public init(
    register: String, key: String, column: String, earlier: String?, later: String?, cell: String
  ) {
    self.register = register
    self.key = key
    self.column = column
    self.earlier = earlier
    self.later = later
    self.cell = cell
  }
}

/// A form that a unit returned, and what was taken from it.
public struct ReturnedForm: Hashable, Sendable {
  /// Counts the returned forms of the ledger from 1.
  public internal(set) var number = 0
  /// Its number in the chain.
  public internal(set) var sequence: Int64 = 0
  /// The file's name.
  public let file: String
  public let hash: ContentHash
  /// UTC with milliseconds; when it was collected.
  public internal(set) var returnedAt = ""
  /// The day on which the office says that it came.
  public let receivedOn: Day?
  public let unit: String
  public let plan: String
  public let period: String
  /// Of the forms that were given out.
  public let edition: Int
  public internal(set) var values: [ReturnedValue]

  public init(
    file: String, hash: ContentHash, receivedOn: Day?, unit: String, plan: String, period: String,
    edition: Int, values: [ReturnedValue]
  ) {
    self.file = file
    self.hash = hash
    self.receivedOn = receivedOn
    self.unit = unit
    self.plan = plan
    self.period = period
    self.edition = edition
    self.values = values
  }
}

extension LedgerStore {
  /// Notes returned forms, each in an entry of the chain.
  /// - Returns: The same with their numbers.
  public func record(_ forms: [ReturnedForm], now: String) throws -> [ReturnedForm] {
    try write {
      var number = try returnedForms().map(\.number).max() ?? 0
      return try forms.map { form in
        number += 1
        return try record(form, as: number, now: now)
      }
    } isThere: { noted in
      let known = try returnedForms().map(\.hash)
      return noted.allSatisfy { known.contains($0.hash) }
    }
  }

  private func record(_ form: ReturnedForm, as number: Int, now: String) throws -> ReturnedForm {
    var form = form
    form.number = number
    let entry = try append(.returned, now: now, after: newestInstant()) {
      previous, sequence, recordedAt in
      (form.sequence, form.returnedAt) = (sequence, recordedAt)
      return form.entryHash(after: previous)
    }
    (form.sequence, form.returnedAt) = (entry.sequence, entry.recordedAt)
    try connection.insert(
      into: "returned_form", columns: ["ledger"] + ReturnedForm.columns,
      rows: [[.text(ledger)] + form.row])
    try connection.insert(
      into: "returned_value", columns: ["ledger"] + ReturnedValue.columns,
      rows: form.values.enumerated().map { ordinal, value in
        [.text(ledger), .integer(Int64(number)), .integer(Int64(ordinal + 1))]
          + value.row(form.plan)
      })
    return form
  }

  /// All returned forms in the order in which they were noted.
  public func returnedForms() throws -> [ReturnedForm] {
    var values: [Int64: [ReturnedValue]] = [:]
    try connection.forEachRow(
      of: """
        SELECT \(ReturnedValue.columns.joined(separator: ", ")) FROM returned_value\(itself)
        WHERE ledger = :ledger ORDER BY number, ordinal
        """, ["ledger": .text(ledger)]
    ) { row in
      guard let number = row[0].integer, let value = ReturnedValue(row: row) else {
        throw StoreFailure.inconsistent("returned_value")
      }
      values[number, default: []].append(value)
    }
    return try connection.rows(
      of: """
        SELECT \(ReturnedForm.columns.joined(separator: ", ")) FROM returned_form\(itself)
        WHERE ledger = :ledger AND sequence <= :head ORDER BY number
        """, ["ledger": .text(ledger), "head": .integer(head)]
    ).map { row in
      guard var form = ReturnedForm(row: row) else {
        throw StoreFailure.inconsistent("returned_form")
      }
      form.values = values[Int64(form.number)] ?? []
      return form
    }
  }
}

extension ReturnedForm {
  static let columns = [
    "number", "sequence", "file", "hash", "returned_at", "received_on", "unit", "plan", "period",
    "edition",
  ]

  fileprivate var row: [Value] {
    [
      .integer(Int64(number)), .integer(sequence), .text(file), .blob(hash.bytes),
      .text(returnedAt), receivedOn.map(Value.day) ?? .null, .text(unit), .text(plan),
      .text(period), .integer(Int64(edition)),
    ]
  }

  fileprivate init?(row: [Value]) {
    guard let number = row[0].integer, let sequence = row[1].integer, let file = row[2].text,
      let hash = row[3].bytes.flatMap(ContentHash.init(bytes:)), let returnedAt = row[4].text,
      let unit = row[6].text, let plan = row[7].text, let period = row[8].text,
      let edition = row[9].integer
    else { return nil }
    self.init(
      file: file, hash: hash, receivedOn: row[5].day, unit: unit, plan: plan, period: period,
      edition: Int(edition), values: [])
    (self.number, self.sequence, self.returnedAt) = (Int(number), sequence, returnedAt)
  }

  /// What stands in the chain.
  func entryHash(after previous: ContentHash?) -> ContentHash {
    let start: [Value] = [previous.map { .blob($0.bytes) } ?? .null]
    let items = values.enumerated().flatMap { [.integer(Int64($0 + 1))] + $1.row(plan) }
    return RowForm(note: "return", start + row + items).hash
  }
}

extension ReturnedValue {
  static let columns = [
    "number", "ordinal", "register", "plan", "row_key", "column_name", "earlier", "later", "cell",
  ]

  fileprivate func row(_ plan: String) -> [Value] {
    [
      .text(register), .text(plan), .text(key), .text(column), earlier.map(Value.text) ?? .null,
      later.map(Value.text) ?? .null, .text(cell),
    ]
  }

  fileprivate init?(row: [Value]) {
    guard let register = row[2].text, let key = row[4].text, let column = row[5].text,
      let cell = row[8].text
    else { return nil }
    self.init(
      register: register, key: key, column: column, earlier: row[6].text, later: row[7].text,
      cell: cell)
  }
}
