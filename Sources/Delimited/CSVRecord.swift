public import Domain

/// A field of a record: the range of its content, without quotes.
public struct CSVField: Sendable {
  public internal(set) var start: Int
  public internal(set) var end: Int
  /// The physical line on which it begins.
  public let line: Int32
  public internal(set) var isQuoted = false
  /// Whether the content holds doubled quotes or carriage returns.
  public internal(set) var isEscaped = false

  init(start: Int, end: Int, line: Int32, isQuoted: Bool = false) {
    self.start = start
    self.end = end
    self.line = line
    self.isQuoted = isQuoted
  }

  /// Where the field begins, its opening quote included.
  public var opening: Int { isQuoted ? start - 1 : start }
}

/// What is wrong with the form of a record.
public struct CSVProblem: Sendable {
  public let problem: InputProblem
  public let offset: Int
  /// The physical line of the offset.
  public let line: Int
  /// Where what a message shows begins.
  public let shownFrom: Int
  /// Whether a message shows the rest of the line, rather than of the field.
  public let showsLine: Bool
}

/// A record of a CSV file.
public struct CSVRecord: Sendable {
  /// The fields, the first `fieldLimit` of them.
  public internal(set) var fields: [CSVField] = []
  /// How many fields there are.
  public internal(set) var count = 0
  public internal(set) var start = 0
  public internal(set) var end = 0
  /// The physical line on which it begins, from 1.
  public internal(set) var line = 0
  /// What is wrong with its form, the first `problemLimit` faults.
  public internal(set) var problems: [CSVProblem] = []
  /// How many faults of form there are.
  public internal(set) var problemCount = 0

  /// How many fields are kept: as many as a sheet has columns.
  public static let fieldLimit = 16_384
  /// How many faults are kept.
  public static let problemLimit = 1_000

  public init() {}

  /// Whether its form was at fault, so that its fields mean nothing.
  public var isDamaged: Bool { problemCount > 0 }

  mutating func begin(at offset: Int, line: Int) {
    fields.removeAll(keepingCapacity: true)
    if problemCount > 0 { problems.removeAll() }
    (count, problemCount, start, self.line) = (0, 0, offset, line)
  }

  mutating func append(_ field: CSVField) {
    count += 1
    if fields.count < Self.fieldLimit { fields.append(field) }
  }

  mutating func append(_ problem: CSVProblem) {
    problemCount += 1
    if problems.count < Self.problemLimit { problems.append(problem) }
  }
}
