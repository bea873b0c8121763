import Domain
import Intake
import Jobs

/// What `snapshot` and `check` say of a ledger that they read.
enum LedgerOutput {
  /// Does a command's work on a ledger. What is wrong with one that is refused is JSON on stdout, too,
  /// where that is asked for.
  static func saying(json: Bool, _ work: () throws -> Void) throws {
    do {
      try work()
    } catch let refused as LedgerRefused where json {
      try StandardOutput.fail(refused) {
        try StandardOutput.write(json: RefusalReport(refused.faults))
      }
    } catch let stopped as LedgerStopped where json {
      try StandardOutput.fail(stopped) {
        try StandardOutput.write(json: StopReport(stopped))
      }
    }
  }

  /// Says what is to be looked at of a ledger that was taken, then what was made of it; and fails
  /// where some of it was refused.
  static func say(
    _ summary: LedgerSummary, _ notices: [LedgerNotice], writing result: () throws -> Void
  ) throws {
    Wording.sayWarnings(summary, notices)
    if let refused = summary.refusal { try StandardOutput.fail(refused, writing: result) }
    try result()
  }
}

/// The faults of a ledger for programs.
struct RefusalReport: Encodable {
  struct Fault: Encodable {
    let file: String
    /// Of a workbook's fault the sheet and the cell; `line` is its row.
    let sheet: String?
    let cell: String?
    let line: Int
    let column: Int
    let heading: String
    let value: String
    let severity: String
    let code: String
    let problem: String
    let cure: String

    init(_ fault: InputFault) {
      let sentence = Language.current.sentences.input(fault)
      file = fault.place.file
      sheet = fault.place.sheet
      cell = fault.place.cell?.description
      line = fault.place.line
      column = fault.place.column
      heading = fault.heading
      value = fault.value
      severity = fault.severity == .error ? "error" : "warning"
      code = fault.problem.code
      problem = sentence.what
      cure = sentence.cure
    }
  }

  let faults: [Fault]

  init(_ faults: [InputFault]) {
    self.faults = faults.map(Fault.init)
  }
}
