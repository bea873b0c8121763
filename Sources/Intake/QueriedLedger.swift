public import Database
public import Definitions
public import Domain

/// A ledger as queries found it in an operational database, not yet checked.
///
/// It is read whole before anything is made of it: whoever works in the database is kept waiting
/// for no longer than the reading takes.
public struct QueriedLedger {
  /// The rows of a register's query, or why there are too many.
  let registers: [(register: Register, path: String, rows: Result<QueryText, FileRefusal>)]

  /// Reads every register in one transaction, so that all show one state of the database. That
  /// nothing is written is for the connection to ensure.
  /// - Parameter effectiveOn: The day whose state the ledger shows.
  /// - Throws: `DefinitionFault` for a query that is wrong or that the database does not take;
  ///   `DatabaseFailure` where it cannot be read.
  public init(
    _ connection: any Connection, queries: [(register: Register, query: QueryDefinition)],
    effectiveOn: Day
  ) throws {
    registers = try connection.transaction(.reading) {
      try queries.map { register, query in
        (register, query.file.path, try Self.rows(of: query, connection, effectiveOn))
      }
    }
  }

  private static func rows(
    of query: QueryDefinition, _ connection: any Connection, _ day: Day
  ) throws -> Result<QueryText, FileRefusal> {
    do {
      return try connection.bounded(by: .source) {
        try query.checkColumns(connection.columns(of: query.body))
        return .success(try QueryText(query, connection, effectiveOn: day))
      }
    } catch let refusal as FileRefusal {
      return .failure(refusal)
    } catch let failure as DatabaseFailure where failure.isOfStatement {
      throw DefinitionFault(
        place: SourcePlace(file: query.file.path),
        problem: .engine(failure.refusal))
    }
  }
}

extension LedgerReader {
  /// As `read(_:into:)` of a folder: the same checks, whose faults name the query and the row.
  public func read(
    _ ledger: QueriedLedger, into sink: (LedgerRow) throws -> Void
  ) throws -> LedgerSummary {
    let faults = FaultList()
    let reading = LedgerReading(self, faults: faults)
    for (register, path, rows) in ledger.registers {
      faults.announce(path)
      switch rows {
      case .success(let rows):
        let source = QueryRows(rows, path: path, faults: faults)
        try reading.read(register, source, into: sink)
      case .failure(let refusal):
        faults.add(InputFault(place: SourcePlace(file: path), problem: refusal.problem))
      }
    }
    return try reading.finish()
  }
}
