import Database
import Definitions
import Domain
import Intake

@testable import Jobs
@testable import Pages
@testable import Editions
@testable import jibao

/// Every kind of fault that there is; `FaultWordingTests` finds one that is missing.
enum FaultKinds {
  static let all: [FaultKind] = [
    FaultKind("InputProblem", in: "Domain", InputSamples.problems) { problem, words in
      let fault = InputFault(
        place: SourcePlace(file: "9"), problem: problem, value: "9", heading: "9")
      let sentence = words.input(fault)
      return "\(sentence.what) \(sentence.cure)"
    },
    FaultKind("DefinitionFault.Problem", in: "Definitions/Faults", DefinitionSamples.problems) {
      $1.definition($0)
    },
    FaultKind("DefinitionFault.Form", in: "Definitions/Faults", DefinitionSamples.forms) {
      $1.definition(.expected($0))
    },
    FaultKind("DefinitionFault.QueryRule", in: "Definitions/Faults", DefinitionSamples.rules) {
      $1.definition(.query($0))
    },
    FaultKind("QueryRule.Reason", in: "Definitions/Faults", DefinitionSamples.reasons) {
      $1.definition(.query(.word("9", $0)))
    },
    FaultKind("DefinitionFault.LayoutRule", in: "Definitions/Faults", DefinitionSamples.layouts) {
      $1.definition(.layout($0))
    },
    FaultKind(
      "LayoutRule.Obstacle", in: "Definitions/Faults",
      { _ in
        [DefinitionFault.LayoutRule.Obstacle.notAllRows, .ownSums, .otherTables]
      }
    ) { $1.layout(.sumsOver(table: "9", $0)) },
    FaultKind("TemplateProblem", in: "Domain", DefinitionSamples.templates) {
      $1.definition(.template($0))
    },
    FaultKind("YAMLSyntax", in: "Definitions/Faults", { _ in YAMLSyntax.allCases }) {
      $1.definition(.syntax($0))
    },
    FaultKind("StatementRefusal", in: "Domain", DefinitionSamples.refusals) {
      $1.definition(.engine($0))
    },
    FaultKind("DatabaseFailure.Kind", in: "Database", StoreSamples.kinds) {
      let failure = DatabaseFailure(kind: $0, code: "9", detail: .notWhole, statement: "9")
      return $1.database(failure) + $1.source(SourceFailure(source: "9", failure: failure))
    },
    FaultKind("DatabaseFailure.Detail", in: "Database", StoreSamples.details) {
      $1.database(DatabaseFailure(kind: .busy, code: "SQLITE 5", detail: $0))
    },
    FaultKind("StoreFailure", in: "Store", StoreSamples.failures) { $1.store($0) },
    FaultKind("StoreDamage", in: "Store", StoreSamples.damages) { $1.damage($0) },
    FaultKind("EditionDamage.Kind", in: "Editions", StoreSamples.editionDamages) {
      $1.damage(EditionDamage(path: "9", kind: $0))
    },
    FaultKind("PostgresAddress.Fault", in: "DatabasePostgres", StoreSamples.addresses) {
      $1.address($0)
    },
    FaultKind("JobFailure", in: "Jobs", JobSamples.failures) { $1.job($0) },
    FaultKind("ClockFault", in: "Jobs", JobSamples.clocks) {
      let sentence = $1.clock($0)
      return ([sentence.what] + sentence.cures).joined(separator: " ")
    },
    FaultKind("Clock.Fault", in: "jibao", JobSamples.programClocks) { $1.clock($0) },
    FaultKind("RunFault", in: "Jobs", JobSamples.runs) { $1.run($0) },
    FaultKind("RunNotice", in: "Jobs", JobSamples.notices) { $1.run($0) },
    FaultKind(
      "StandardOutput.Failed", in: "jibao/Output",
      { _ in
        [StandardOutput.Failed.closed, .unwritable(28)]
      }
    ) { $1.standardOutput($0) },
    FaultKind("ScoringFault", in: "Scoring", JobSamples.scoring) { $1.scoring($0) },
    FaultKind("OutputFault.Problem", in: "Pages", JobSamples.outputs) {
      $1.output($0)
    },
    FaultKind("PackageFault.Problem", in: "Domain/PackageFault.swift", JobSamples.packages) {
      $1.output(.package(PackageFault(part: "9", problem: $0)))
    },
    FaultKind("CellFault.Problem", in: "Pages/CellFault.swift", JobSamples.cells) {
      $1.cell(CellFault(sheet: "9", row: 1, column: 1, problem: $0))
    },
    FaultKind("Loss.Thing", in: "Domain/Loss.swift", LedgerSamples.things) { thing, words in
      let loss = Loss(thing, plan: "9", before: 5, now: 0, names: ["9"])
      return words.loss(loss, name: thing.name, newColumns: ["9"])
    },
    FaultKind("LedgerNotice", in: "Jobs", LedgerSamples.notices) { $1.ledger($0) },
    FaultKind(
      "RenumberingFile.Decision", in: "Intake", { _ in RenumberingFile.Decision.allCases }
    ) { decision, words in
      [false, true].map { isSame in
        words.question(
          RenumberingFile.Question(
            plan: "9", earlier: "1", task: isSame ? "1" : "2", titleBefore: "9",
            titleNow: isSame ? "8" : "9", likeness: 50, proposal: decision))
      }.joined(separator: " ")
    },
    FaultKind("Usage", in: "jibao", JobSamples.usages) { $1.usage($0) },
    FaultKind("Initialise.Refused", in: "jibao/Commands/Initialise.swift", JobSamples.refusals) {
      $1.initialise($0)
    },
  ]

  private static func owner(_ words: any Sentences, canBecomeOwner: Bool) -> String {
    let sentence = words.owner(
      WorkspaceOwner.Refused(
        user: "9", owner: "9", path: "9", canBecomeOwner: canBecomeOwner, command: ["9"]))
    return ([sentence.what] + sentence.cures).joined(separator: " ")
  }

  /// Single sentences without cases.
  static func others(_ words: any Sentences) -> [String] {
    [
      words.notAWorkspace(folder: "9"), words.occupied(path: "9"),
      owner(words, canBecomeOwner: true), owner(words, canBecomeOwner: false),
      words.balance(
        BalanceFault(place: SourcePlace(file: "9"), name: "9", whole: 9, parts: [4, 4])),
      words.stopped(LedgerSamples.day), words.questions(9),
      words.more(9), words.answer(nil), words.answer(LedgerSamples.file(nil)),
      words.answer(LedgerSamples.file(28)),
      words.incompleteInstallation(folder: "9"), words.damaged(2),
      words.refused(errors: 1), words.refused(errors: 2), words.row(3, column: "9"),
      words.internalFault("9"), words.error, words.warning, words.note, words.list([]),
      words.list((1...13).map { "\($0)" }),
    ] + (1...133).map { words.system($0) }
  }
}
