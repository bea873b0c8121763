import Database
import Domain
import TestSupport
import Testing

/// What both engines do alike.
@Suite(.onEachEngine) struct ConnectionTests {
  /// A connection with a temporary table of every type.
  private func connection() throws -> any Connection {
    let connection = try TestPlace.new().connect()
    let types = connection.dialect
    try connection.execute(
      """
      CREATE TEMPORARY TABLE thing (
        number \(types.integer) PRIMARY KEY, word \(types.text), bytes \(types.blob))
      """)
    return connection
  }

  static let rows: [[Value]] = [
    [.integer(1), .text("任务"), .blob([0, 0xFF, 0x5C])],
    [.integer(2), .text(""), .blob([])],
    [.integer(3), .null, .null],
    [.integer(-4), .text("'\t\\N\n\\."), .null],
    [.integer(.max), .text("e\u{301}"), .null], [.integer(.min), .text("é"), .null],
  ]

  @Test func whatIsInsertedComesBack() throws {
    let connection = try connection()
    try connection.insert(into: "thing", columns: ["number", "word", "bytes"], rows: Self.rows)
    for row in Self.rows {
      let read = try connection.rows(
        of: "SELECT number, word, bytes FROM thing WHERE number = :number", ["number": row[0]])
      #expect(read.map { $0.map(\.exact) } == [row.map(\.exact)])
    }
    let all = try connection.rows(of: "SELECT word FROM thing WHERE word IS NOT NULL ORDER BY word")
    // By code point, whatever language the server orders by.
    #expect(
      all.map { $0[0].exact }
        == ["", "'\t\\N\n\\.", "e\u{301}", "é", "任务"].map { Value.text($0).exact })
  }

  @Test func parametersAreBoundByType() throws {
    let connection = try connection()
    for row in Self.rows {
      try connection.execute(
        "INSERT INTO thing (number, word, bytes) VALUES (:number, :word, :bytes)",
        ["number": row[0], "word": row[1], "bytes": row[2], "unused": .text("x")])
    }
    let changed = try connection.execute(
      "UPDATE thing SET word = :word WHERE number > :least",
      ["word": .text("新"), "least": .integer(2)])
    #expect(changed == 2)
    let failure = #expect(throws: DatabaseFailure.self) {
      try connection.execute("DELETE FROM thing WHERE number = :number", [:])
    }
    #expect(failure?.detail == .noValue(":number"))
  }

  /// What an office wrote may have no end.
  @Test func whatHasNoEndIsStopped() throws {
    let connection = try connection()
    let limit = WorkLimit(steps: 3_000_000, bytes: 64 << 20, seconds: 1)
    let endless = "WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s)"
    for statement in [
      "\(endless) SELECT count(*) AS n FROM s WHERE i < 0",
      "INSERT INTO thing (number) \(endless) SELECT i FROM s",
    ] {
      let failure = #expect(throws: DatabaseFailure.self) {
        try connection.bounded(by: limit) { try connection.forEachRow(of: statement, [:]) { _ in } }
      }
      #expect(failure?.refusal == .endless && failure?.isOfStatement == true, "\(statement)")
    }
    // What ends is not touched, nor what is not bounded.
    let short = "WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < 9) "
    #expect(
      try connection.bounded(by: limit) {
        try connection.bounded(by: limit) {
          try connection.rows(of: short + "SELECT max(i) FROM s")
        }
      } == [[.integer(9)]])
    let long = short.replacing("9)", with: "400000)")
    #expect(try connection.rows(of: long + "SELECT max(i) FROM s") == [[.integer(400_000)]])
  }

  @Test func sumsAreIntegers() throws {
    let connection = try connection()
    try connection.insert(
      into: "thing", columns: ["number"],
      rows: [1, 20_000, -50_001, 1_000_000_000].map { [.integer($0)] })
    let sums = try connection.firstRow(
      of: """
        SELECT sum(number), sum(number - number), sum(-number), count(*),
          sum(CASE WHEN number > 5 THEN 1 ELSE 0 END)
        FROM thing
        """)
    #expect(
      sums == [
        .integer(999_970_000), .integer(0), .integer(-999_970_000), .integer(4), .integer(2),
      ])
  }

  @Test func columnsAreNamedWithoutRunning() throws {
    let connection = try connection()
    let columns = try connection.columns(
      of: "SELECT number AS a, word FROM thing WHERE number = :number")
    #expect(columns == ["a", "word"])
    #expect(try connection.columns(of: "DELETE FROM thing") == [])
  }

  @Test func aFailedTransactionLeavesNothing() throws {
    struct Stopped: Error {}
    let connection = try connection()
    #expect(throws: Stopped.self) {
      try connection.transaction(.writing(lock: "west")) {
        try connection.insert(into: "thing", columns: ["number"], rows: [[.integer(1)]])
        throw Stopped()
      }
    }
    try connection.transaction(.writing(lock: "west")) {
      try connection.insert(into: "thing", columns: ["number"], rows: [[.integer(2)]])
    }
    #expect(try connection.rows(of: "SELECT number FROM thing") == [[.integer(2)]])
  }

  /// A source of rows that fails, a reader that stops: the connection goes on.
  @Test func aConnectionOutlivesWhatFails() throws {
    struct Stopped: Error {}
    let connection = try connection()
    try connection.insert(
      into: "thing", columns: ["number"], rows: (1...5_000).map { [.integer($0)] })
    #expect(throws: Stopped.self) {
      try connection.forEachRow(of: "SELECT number FROM thing", [:]) { row in
        if row[0] == .integer(3) { throw Stopped() }
      }
    }
    var next: Int64 = 10_000
    #expect(throws: Stopped.self) {
      try connection.insert(into: "thing", columns: ["number"]) {
        next += 1
        if next > 10_002 { throw Stopped() }
        return [.integer(next)]
      }
    }
    let failure = #expect(throws: DatabaseFailure.self) {
      try connection.execute("SELECT no_such_column FROM thing")
    }
    #expect(failure?.kind == .statement)
    #expect(try connection.firstRow(of: "SELECT 1 AS one") == [.integer(1)])
  }

  @Test func aBrokenRuleNamesNoValue() throws {
    let connection = try connection()
    try connection.insert(into: "thing", columns: ["number"], rows: [[.integer(987_654_321)]])
    for insert in [
      {
        try connection.insert(into: "thing", columns: ["number"], rows: [[.integer(987_654_321)]])
      },
      {
        _ = try connection.execute(
          "INSERT INTO thing (number) VALUES (:n)", ["n": .integer(987_654_321)])
      },
    ] {
      let failure = #expect(throws: DatabaseFailure.self) { try insert() }
      #expect(failure?.kind == .constraint)
      #expect(failure.map { "\($0)".contains("987654321") } == false)
    }
  }
}

extension Value {
  /// Text as its bytes, since strings of other bytes can be equal.
  fileprivate var exact: String {
    switch self {
    case .text(let text): "text \(Array(text.utf8))"
    default: "\(self)"
    }
  }
}
