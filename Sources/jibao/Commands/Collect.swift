public import ArgumentParser
import Domain
import Intake
public import Jobs

/// `jibao collect`: the forms that came back.
struct Collect: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "collect", abstract: Wording.collect.abstract,
    discussion: Wording.collect.discussion)

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: "\(Wording.collectFolderArgument)")
  var folder: String?

  @Option(help: "\(Wording.periodOption)")
  var period: String?

  @Option(help: "\(Wording.planOption)")
  var plan: String?

  @Flag(help: "\(Wording.acceptFlag)")
  var accept = false

  @Option(help: "\(Wording.conflictsOption)")
  var conflicts: CollectJob.Side?

  @Flag(help: "\(Wording.clockIsRightFlag)")
  var clockIsRight = false

  @Flag(help: "\(Wording.jsonFlag)")
  var json = false

  func run() throws {
    let workspace = try accept ? common.load(writing) : common.load()
    let clock = try Clock().reading(in: workspace, isConfirmed: clockIsRight)
    var request = CollectJob.Request()
    (request.folder, request.plan, request.period) = (folder, plan, period)
    (request.accepts, request.prefers) = (accept, conflicts)
    let outcome = try CollectJob(workspace, clock: clock, verdict: .program).run(request)
    for notice in outcome.notices {
      StandardError.writeLine("jibao: " + Language.current.sentences.collect(notice))
    }
    try Self.sendBack(outcome.refused, from: folder ?? workspace.returnsFolder)
    let failures =
      outcome.failures + (outcome.refused.isEmpty ? [] : [FormsRefused(outcome.refused)])
    guard failures.isEmpty else {
      try StandardOutput.fail(Failure.Several(failures: failures)) { try show(outcome) }
    }
    try show(outcome)
  }

  private func show(_ outcome: CollectOutcome) throws {
    if json { return try StandardOutput.write(json: CollectReport(outcome)) }
    try StandardOutput.write(Wording.outcome(outcome, accepted: accept))
  }

  /// Writes the forms that are wrong again, to be sent back.
  static func sendBack(_ forms: [RefusedForm], from folder: String) throws {
    let words = Language.current.sentences
    for form in forms {
      let path = try form.writeCopy(in: folder, author: Wording.markAuthor) { fault in
        let sentence = words.returned(fault)
        return sentence.cure.isEmpty ? sentence.what : "\(sentence.what)\n→ \(sentence.cure)"
      }
      StandardError.writeLine("jibao: \(form.file) → \(path)")
    }
  }
}

extension CollectJob.Side: ExpressibleByArgument {}

/// What came back, for programs.
struct CollectReport: Encodable {
  struct Change: Encodable {
    let unit: String
    let file: String
    let cell: String
    let key: String
    let column: String
    let old: String
    let new: String

    init(_ value: FormValue, unit: String) {
      self.unit = unit
      file = value.place.file
      cell = value.place.within
      (key, column, old, new) = (value.key, value.column, value.old, value.new)
    }
  }

  struct Conflict: Encodable {
    let change: Change
    let ledger: String?
  }

  struct Refused: Encodable {
    struct Fault: Encodable {
      let cell: String
      let reason: String
    }

    let file: String
    let unit: String?
    let faults: [Fault]
  }

  let plan: String
  let period: String
  let returned: [String]
  let late: [String]
  let missing: [String]
  let changes: [Change]
  let objections: [Change]
  let conflicts: [Conflict]
  let refused: [Refused]
  let notWritten: Int
  let stored: Bool

  init(_ outcome: CollectOutcome) {
    (plan, period) = (outcome.plan, outcome.period)
    returned = outcome.collected.map(\.unit)
    late = outcome.collected.filter { $0.daysLate > 0 }.map(\.unit)
    missing = outcome.missing
    changes = outcome.collected.flatMap { form in
      form.changes.map { Change($0, unit: form.unit) }
    }
    objections = outcome.collected.flatMap { form in
      form.objections.map { Change($0, unit: form.unit) }
    }
    conflicts = outcome.conflicts.map {
      Conflict(change: Change($0.value, unit: $0.unit), ledger: $0.ledger)
    }
    refused = outcome.refused.map { form in
      Refused(
        file: form.file, unit: form.unit,
        faults: form.faults.map {
          Refused.Fault(
            cell: $0.place.within, reason: Language.current.sentences.returned($0).what)
        })
    }
    notWritten = outcome.notWritten
    stored = !outcome.returns.isEmpty
  }
}
