import ArgumentParser
import Database
import DatabasePostgres
import Definitions
import Domain
import Jobs
import Rendering
import Scoring
import Store

/// What went wrong, as an exit code and a message.
///
/// The codes are an interface: 0 done, 1 a fault of the program, 2 usage or configuration, 3 input
/// refused or no data, 4 a check failed, 5 output, 6 locked, 7 store.
struct Failure {
  /// Several failures of one run, of which the weightiest gives the code.
  struct Several: Error { let failures: [any Error] }

  let error: any Error

  init(_ error: any Error) {
    self.error = error
  }

  /// Of several codes the first in this order counts.
  static let order: [Int32] = [1, 7, 5, 4, 3, 6]

  var code: Int32 {
    switch error {
    case let several as Several:
      let codes = several.failures.map { Failure($0).code }
      return Self.order.first(where: codes.contains) ?? codes.first ?? 1
    case is LedgerRefused: return 3
    case is DefinitionFault, is ScoringFault, is Configuration.NotAWorkspace, is Clock.Unreadable,
      is Initialise.Refused, is Usage, is PostgresAddress.Fault:
      return 2
    case is Verify.Damaged: return 7
    case is OutputFault, is CellFault, is StandardOutput.Failed: return 5
    case let failure as DatabaseFailure: return Self.code(of: failure)
    case let failure as SourceFailure: return Self.code(of: failure.failure)
    case let failure as StoreFailure:
      if case .noData = failure { return 3 }
      return 7
    case let failure as JobFailure: return Self.code(of: failure)
    default: return parserCode
    }
  }

  /// Says the message where it belongs and returns the code.
  func report() -> Int32 {
    let code = code
    if isOfParser {
      let message = Jibao.fullMessage(for: error)
      if code == 0 {
        return (try? StandardOutput.writeLine(message)) == nil ? 5 : 0
      }
      StandardError.writeLine(message)
    } else {
      for line in Wording.lines(for: error) { StandardError.writeLine(line) }
    }
    return code
  }

  private static func code(of failure: DatabaseFailure) -> Int32 {
    switch failure.kind {
    case .statement, .constraint: return 1
    case .busy: return 6
    case .unreachable, .commitUnknown, .damaged, .unwritable: return 7
    }
  }

  private static func code(of failure: JobFailure) -> Int32 {
    switch failure {
    case .unknownPlan, .severalPlans, .sourceQuery, .noPlan, .unknownPeriod, .comparesMoments,
      .comparesNothing, .nothingBefore, .notEarlier, .notAManifest, .unknownEdition, .noRules,
      .unknownUnit, .notSentThen:
      2
    case .periodNotClosed, .shrunken, .renumbered, .notRenumbered, .misnamedExport: 3
    case .checksFailed, .notTheSame: 4
    case .unlockable: 5
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
  /// An option that another one needs.
  case needs(String, String)
  /// A folder that is to be filled and holds something already.
  case notEmpty(folder: String)
}
