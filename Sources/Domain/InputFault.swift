/// What is wrong with a ledger, and where. Carries data; the program's wording table says it.
public struct InputFault: Error, Hashable, Sendable {
  public enum Severity: Sendable { case error, warning }

  public let place: SourcePlace
  public let problem: InputProblem
  /// The text of the cell or line, as it stands in the file.
  public let value: String
  /// The heading of the column, empty if the fault is not about one.
  public let heading: String

  public init(place: SourcePlace, problem: InputProblem, value: String = "", heading: String = "") {
    self.place = place
    self.problem = problem
    self.value = value
    self.heading = heading
  }

  public var severity: Severity { problem.severity }
}

/// Rows of plans that the workspace does not know were refused; the rest of the ledger was not.
public struct PlansRefused: Error, Sendable {
  /// By plan and register, in the order of files and lines.
  public let faults: [InputFault]

  public init(faults: [InputFault]) {
    self.faults = faults
  }
}

/// A ledger was refused; nothing was stored.
public struct LedgerRefused: Error, Sendable {
  /// The faults found, with the warnings, in the order of files, lines and columns.
  public let faults: [InputFault]
  /// How many errors were found, those included that are too many to be listed.
  public let errorCount: Int

  public init(faults: [InputFault], errorCount: Int? = nil) {
    self.faults = faults
    self.errorCount = errorCount ?? faults.count { $0.severity == .error }
  }
}
