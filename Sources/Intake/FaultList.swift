import Domain

/// The faults of a ledger, collected over all its files.
final class FaultList {
  /// How many errors, and how many warnings, are kept; the others are only counted.
  static let limit = 1_000

  private(set) var errors: [InputFault] = []
  private(set) var warnings: [InputFault] = []
  private(set) var errorCount = 0
  private(set) var warningCount = 0
  private var ranks: [String: Int] = [:]

  /// Gives a file its place in the order of the faults.
  func announce(_ file: String) {
    ranks[file] = ranks[file] ?? ranks.count
  }

  func add(_ fault: InputFault) {
    add(fault.severity, in: fault.place.file) { fault }
  }

  /// Adds a fault of a file, which is worked out only if it is kept.
  func add(_ severity: InputFault.Severity, in file: String, _ fault: () -> InputFault) {
    announce(file)
    Steps.add(1)
    switch severity {
    case .error:
      errorCount += 1
      if errorCount <= Self.limit { errors.append(fault()) }
    case .warning:
      warningCount += 1
      if warningCount <= Self.limit { warnings.append(fault()) }
    }
  }

  /// Counts errors of a file that are too many to be kept.
  func count(_ errors: Int, in file: String) {
    guard errors > 0 else { return }
    announce(file)
    errorCount += errors
  }

  /// Whether an error that is added now would be kept.
  var keepsErrors: Bool { errorCount < Self.limit }

  /// The faults in the order of files, sheets, lines and columns.
  func sorted(_ faults: [InputFault]) -> [InputFault] {
    let keyed = faults.enumerated().map { index, fault in
      let place = fault.place
      return (
        key: [ranks[place.file] ?? 0, place.tab, place.line, place.column, index], fault: fault
      )
    }
    return keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.fault)
  }

  /// - Throws: `LedgerRefused` if there is an error; the warnings stand among the faults.
  func refuseIfAny() throws {
    guard errorCount > 0 else { return }
    throw LedgerRefused(faults: sorted(errors + warnings), errorCount: errorCount)
  }
}
