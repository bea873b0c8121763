import Database
import DatabasePostgres
import Definitions
import Domain
import Editions
import Intake
import Jobs
import Pages
import Scoring
import Store

/// What is wrong, and what cures it.
struct Sentence: Equatable {
  let what: String
  let cure: String

  init(_ what: String, _ cure: String = "") {
    self.what = what
    self.cure = cure
  }
}

/// What is wrong, and what may be done about it.
struct Cures: Equatable {
  let what: String
  let cures: [String]
}

/// What one language says of every fault.
///
/// Each method is one exhaustive switch without a `default`: a new fault does not compile before
/// both languages have its sentence.
protocol Sentences {
  // MARK: Faults

  func input(_ fault: InputFault) -> Sentence
  func definition(_ problem: DefinitionFault.Problem) -> String
  func form(_ form: DefinitionFault.Form) -> String
  func rule(_ rule: DefinitionFault.QueryRule) -> String
  func layout(_ rule: DefinitionFault.LayoutRule) -> String
  func template(_ problem: TemplateProblem) -> String
  func refusal(_ refusal: StatementRefusal) -> String
  func syntax(_ syntax: YAMLSyntax) -> String
  func database(_ failure: DatabaseFailure) -> String
  func source(_ failure: SourceFailure) -> String
  func store(_ failure: StoreFailure) -> String
  func address(_ fault: PostgresAddress.Fault) -> String
  func job(_ failure: JobFailure) -> String
  func scoring(_ fault: ScoringFault) -> String
  func output(_ problem: OutputFault.Problem) -> String
  /// Parts that do not add up to their whole.
  func balance(_ fault: BalanceFault) -> String
  func cell(_ fault: CellFault) -> String
  func cell(_ problem: CellFault.Problem) -> String
  func damage(_ damage: StoreDamage) -> String
  func damage(_ damage: EditionDamage) -> String
  func usage(_ usage: Usage) -> String
  /// A workbook that is no ledger, with the rows that come nearest.
  func noLedger(_ none: NoLedger) -> Cures
  func initialise(_ refused: Initialise.Refused) -> String
  func clock(_ fault: Clock.Fault) -> String
  func clock(_ fault: ClockFault) -> Cures
  func run(_ fault: RunFault) -> String
  func run(_ notice: RunNotice) -> String
  /// A user who is not the owner of the store.
  func owner(_ refused: WorkspaceOwner.Refused) -> Cures
  /// Something stands where a new workspace would go.
  func occupied(path: String) -> String
  /// What a ledger lost, and how that is confirmed: by its name.
  /// - Parameter newColumns: What a lost column may be called now.
  func loss(_ loss: Loss, name: String, newColumns: [String]) -> String
  func stopped(_ day: Day) -> String
  func questions(_ count: Int) -> String
  func question(_ question: RenumberingFile.Question) -> String
  /// So many more.
  func more(_ count: Int) -> String
  /// What is done about questions that were written into a file, or would be.
  func answer(_ file: LedgerStopped.File?) -> String
  func ledger(_ notice: LedgerNotice) -> String
  func notAWorkspace(folder: String) -> String
  func incompleteInstallation(folder: String) -> String
  /// So many things are not as they were made.
  func damaged(_ count: Int) -> String
  func standardOutput(_ failed: StandardOutput.Failed) -> String
  /// An error that nobody expected.
  func internalFault(_ error: String) -> String
  /// An error number of the system.
  func system(_ code: Int32) -> String

  // MARK: Their frame

  var error: String { get }
  var warning: String { get }
  var note: String { get }
  /// What stands between a place and what is wrong there.
  var colon: String { get }
  /// A row of a query's result, and its column if one is named.
  func row(_ row: Int, column: String) -> String
  /// In how many cells the same is wrong.
  func alike(_ cells: Int) -> String
  /// How many errors a refused ledger has.
  func refused(errors: Int) -> String
  /// How the faulty cells of a workbook are marked.
  var markingHint: String { get }
  /// Rows of so many plans were refused, the rest of the ledger was not.
  func refused(plans: Int) -> String
  func list(_ names: some Sequence<String>) -> String
}

extension Language {
  var sentences: any Sentences {
    switch self {
    case .english: English()
    case .chinese: Chinese()
    }
  }
}

/// Texts of others as messages show them.
enum ShownText {
  /// In quotes, with what a terminal would act on made visible.
  static func quoted(_ text: String) -> String { "“\(plain(text))”" }

  /// As `quoted`, without the quotes.
  static func plain(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars.prefix(60) {
      shown += isInvisible(scalar) ? codePoint(scalar.value) : String(scalar)
    }
    if text.unicodeScalars.count > 60 { shown += "…" }
    return shown
  }

  static func codePoint(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// The first words of a statement, on one line.
  static func beginning(_ statement: String) -> String {
    statement.split { $0.isWhitespace }.prefix(40).joined(separator: " ")
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
    default: false
    }
  }
}
