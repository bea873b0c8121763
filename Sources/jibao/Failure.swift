import ArgumentParser
import Database
import DatabasePostgres
import Definitions
import Domain
import Intake
import Jobs
import Pages
import Scoring
import Store

/// What went wrong, as an exit code and a message.
///
/// The codes are an interface: 0 done, 1 a fault of the program, 2 usage or configuration, 3 input
/// refused or no data, 4 a check failed, 5 output, 6 locked, 7 store, 141 nobody reads the output.
struct Failure {
  /// Several failures of one run, of which the weightiest gives the code.
  struct Several: Error { let failures: [any Error] }

  /// A run that failed and has said what is to be said of it.
  struct Told: Error { let code: Int32 }

  let error: any Error

  init(_ error: any Error) {
    self.error = error
  }

  /// As a shell names an end by SIGPIPE.
  static let closedOutput: Int32 = 141

  /// Of several codes the first in this order counts, and any before that of a closed output.
  static let order: [Int32] = [1, 7, 5, 4, 3, 6]

  var code: Int32 {
    switch error {
    case let several as Several:
      let codes = several.failures.map { Failure($0).code }
      return Self.order.first(where: codes.contains) ?? codes.first ?? 1
    case let told as Told: return told.code
    case is LedgerRefused, is LedgerStopped, is PlansRefused, is NoLedger: return 3
    case is DefinitionFault, is ScoringFault, is Configuration.NotAWorkspace, is Clock.Fault,
      is ClockFault, is WorkspaceOwner.Refused,
      is Initialise.Refused, is NewFolder.Occupied, is Usage, is PostgresAddress.Fault:
      return 2
    case is RunFault: return 3
    case is Verify.Damaged: return 7
    case is BalanceFault: return 4
    case is OutputFault, is CellFault: return 5
    case let failed as StandardOutput.Failed:
      if case .closed = failed { return Self.closedOutput }
      return 5
    case let failure as DatabaseFailure: return Self.code(of: failure)
    case let failure as SourceFailure: return Self.code(of: failure.failure)
    case let failure as StoreFailure:
      switch failure {
      case .noData, .nothingKnown, .withdrawnContent: return 3
      case .notAStore, .otherVersion, .inconsistent: return 7
      }
    case let failure as JobFailure: return Self.code(of: failure)
    default: return parserCode
    }
  }

  /// Says the message where it belongs and returns the code.
  func report() -> Int32 {
    let code = code
    if isOfParser {
      let english = Jibao.fullMessage(for: error)
      let message = Language.current == .chinese ? ParserMessage.chinese(english) : english
      if code == 0 {
        do { try StandardOutput.writeLine(message) } catch { return Failure(error).report() }
        return 0
      }
      StandardError.writeLines(message)
    } else {
      for line in Wording.lines(for: error) { StandardError.writeLine(line) }
    }
    return code
  }

  private static func code(of failure: DatabaseFailure) -> Int32 {
    switch failure.kind {
    case .statement, .constraint: return 1
    case .busy: return 6
    // The store is whole where another folder is full.
    case .unwritable: return failure.isOfTemporaryFiles ? 5 : 7
    case .unreachable, .commitUnknown, .damaged: return 7
    }
  }

  private static func code(of failure: JobFailure) -> Int32 {
    switch failure {
    case .unknownPlan, .severalPlans, .sourceQuery, .noPlan, .unknownPeriod, .comparesMoments,
      .comparesNothing, .asksForNoComments, .nothingBefore, .notEarlier, .notAManifest,
      .laterFigures, .unknownEdition,
      .noRules, .unknownUnit, .notSentThen, .nothingLacked, .unknownSnapshot, .withdrawnBefore,
      .nothingRecordedAfter, .filesGone, .otherLedger, .otherWorkspace, .notAToken:
      2
    case .periodNotClosed, .misnamedExport, .lacksLedger: 3
    case .checksFailed, .notTheSame: 4
    case .unlockable, .unmarkedOutput, .foreignOutput: 5
    case .locked: 6
    case .otherSnapshot, .definitionNotKept: 7
    }
  }

  /// Whether the argument parser knows the error: a request for help, or a wrong argument.
  private var isOfParser: Bool {
    let code = Jibao.exitCode(for: error)
    return code == .success || code == .validationFailure
  }

  private var parserCode: Int32 {
    switch Jibao.exitCode(for: error) {
    case .success: 0
    case .validationFailure: 2
    default: 1
    }
  }
}

/// Something asked for that cannot be asked for so.
enum Usage: Error {
  /// Options that exclude each other.
  case exclusive(String, String)
  /// An option without which another one means nothing.
  case missing(String)
  /// The text of an option is neither an instant nor a day.
  case notAnInstant(String, option: String)
  /// A day to come, where only days of the past can be stored or shown.
  case toCome(Day, option: String, today: Day)
  /// An option that another one needs.
  case needs(String, String)
  /// A folder that is to be filled and holds something already.
  case notEmpty(folder: String)
  /// A folder that lies in one whose content is the program's own.
  case reserved(folder: String, by: String)
  /// A number of issue that no paper has.
  case issueNumber(Int)
}

extension Verdict {
  /// By the codes and the words of the program.
  static let program = Verdict(
    code: { $0.isEmpty ? 0 : Failure(Failure.Several(failures: $0)).code },
    line: { Wording.lines(for: $0).first ?? "" })
}
