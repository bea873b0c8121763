import ArgumentParser
import Definitions
import Domain
import Jobs
import Store

/// `jibao history returns`: the forms that came back, and what was taken from them.
struct ShowReturns: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "returns", abstract: Wording.returns.abstract,
    discussion: Wording.returns.discussion)

  @OptionGroup var common: CommonOptions

  @Option(help: "\(Wording.periodOption)")
  var period: String?

  /// Which has taken `--json`.
  @ParentCommand var history: ShowHistory

  func run() throws {
    let store = try common.load().readingStore()
    let forms = try store.returnedForms().filter { period == nil || $0.period == period }
    if history.json { return try StandardOutput.write(json: forms.map(ReturnReport.init)) }
    try StandardOutput.write(Wording.returns(forms))
  }
}

/// A returned form for programs.
struct ReturnReport: Encodable {
  struct Value: Encodable {
    let key: String
    let column: String
    let old: String?
    let new: String?
    let cell: String
  }

  let number: Int
  let unit: String
  let plan: String
  let period: String
  let edition: Int
  let file: String
  let sha256: String
  let returnedAt: String
  let receivedOn: String?
  let values: [Value]

  init(_ form: ReturnedForm) {
    (number, unit, plan, period) = (form.number, form.unit, form.plan, form.period)
    (edition, file, sha256) = (form.edition, form.file, form.hash.description)
    (returnedAt, receivedOn) = (form.returnedAt, form.receivedOn?.description)
    values = form.values.map {
      Value(key: $0.key, column: $0.column, old: $0.earlier, new: $0.later, cell: $0.cell)
    }
  }
}
