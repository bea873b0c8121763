import Database
import DatabasePostgres
import Definitions
import Domain
import Intake
import Jobs
import Pages
import Scoring
import Store

/// What is said when something went wrong: the culprit, the reason, the cure.
extension Wording {
  /// The lines of any error of the program.
  static func lines(for error: any Error, in language: Language = .current) -> [String] {
    switch error {
    case let several as Failure.Several: several.failures.flatMap { lines(for: $0, in: language) }
    case let refused as LedgerRefused: lines(for: refused, in: language)
    case let refused as PlansRefused: lines(for: refused, in: language)
    case let fault as DefinitionFault: [message(sentence(fault, in: language), in: language)]
    case let stopped as LedgerStopped: lines(for: stopped, in: language)
    case let fault as ClockFault: lines(language.sentences.clock(fault), in: language)
    case let refused as WorkspaceOwner.Refused:
      lines(language.sentences.owner(refused), in: language)
    case StandardOutput.Failed.closed, is Failure.Told: []
    case let none as NoLedger: lines(language.sentences.noLedger(none), in: language)
    default: [message(sentence(error, in: language), in: language)]
    }
  }

  /// A fault or warning about a ledger: what, then the cure.
  static func lines(for fault: InputFault, in language: Language = .current) -> [String] {
    let words = language.sentences
    let sentence = words.input(fault)
    let kind = fault.severity == .error ? words.error : words.warning
    let cure = sentence.cure.isEmpty ? [] : ["  → \(sentence.cure)"]
    let place = place(fault.place, heading: fault.heading, in: words)
    return ["jibao: \(kind)\(words.colon)\(place)\(sentence.what)"] + cure
  }

  /// What is wrong with several cures to choose from.
  private static func lines(_ fault: Cures, in language: Language) -> [String] {
    [message(fault.what, in: language)] + fault.cures.map { "  → \($0)" }
  }

  private static func lines(for refused: LedgerRefused, in language: Language) -> [String] {
    alike(refused.faults).flatMap { fault, count in
      var lines = lines(for: fault, in: language)
      if count > 1, !lines.isEmpty { lines[0] += language.sentences.alike(count) }
      return lines
    }
      + [message(language.sentences.refused(errors: refused.errorCount), in: language)]
      + (refused.faults.contains { $0.place.sheet != nil }
        ? ["  → \(language.sentences.markingHint)"] : [])
  }

  /// The faults, an unknown word of a column once, with the number of its cells.
  private static func alike(_ faults: [InputFault]) -> [(fault: InputFault, count: Int)] {
    var places: [[String]: Int] = [:]
    var all: [(fault: InputFault, count: Int)] = []
    for fault in faults {
      guard case .unknownWord = fault.problem else {
        all.append((fault, 1))
        continue
      }
      let key = [fault.place.file, fault.place.sheet ?? "", fault.heading, fault.value]
      if let known = places[key] {
        all[known].count += 1
      } else {
        places[key] = all.count
        all.append((fault, 1))
      }
    }
    return all
  }

  private static func lines(for refused: PlansRefused, in language: Language) -> [String] {
    let plans = Set(refused.faults.map(\.value)).count
    return refused.faults.flatMap { lines(for: $0, in: language) }
      + [message(language.sentences.refused(plans: plans), in: language)]
  }

  /// What is said of an error that is neither a ledger's nor several.
  private static func sentence(_ error: any Error, in language: Language) -> String {
    let words = language.sentences
    return switch error {
    case let failure as DatabaseFailure: words.database(failure)
    case let failure as SourceFailure: words.source(failure)
    case let failure as StoreFailure: words.store(failure)
    case let failure as JobFailure: words.job(failure)
    case let fault as RunFault: words.run(fault)
    case let fault as ScoringFault: words.scoring(fault)
    case let fault as OutputFault: "\(fault.path)\(words.colon)\(words.output(fault.problem))"
    case let fault as CellFault: words.cell(fault)
    case let fault as BalanceFault: place(fault.place, in: words) + words.balance(fault)
    case let failed as StandardOutput.Failed: words.standardOutput(failed)
    case let missing as Configuration.NotAWorkspace: words.notAWorkspace(folder: missing.folder)
    case let missing as Installation.Incomplete:
      words.incompleteInstallation(folder: missing.folder)
    case let fault as Clock.Fault: words.clock(fault)
    case let occupied as NewFolder.Occupied: words.occupied(path: occupied.path)
    case let refused as Initialise.Refused: words.initialise(refused)
    case let fault as PostgresAddress.Fault: words.address(fault)
    case let damaged as Verify.Damaged: words.damaged(damaged.count)
    case let usage as Usage: words.usage(usage)
    default: words.internalFault("\(error)")
    }
  }

  private static func sentence(_ fault: DefinitionFault, in language: Language) -> String {
    let words = language.sentences
    if case .notFound(let id, let all) = fault.problem {
      return words.definition(.notFound(id, known: ofFolder(id, all)))
    }
    return place(fault.place, in: words) + words.definition(fault.problem)
  }

  /// The definitions of the same folder where there are any.
  private static func ofFolder(_ id: String, _ all: [String]) -> [String] {
    let folder = id.split(separator: "/").first.map { $0 + "/" } ?? ""
    let near = all.filter { $0.hasPrefix(folder) }
    return near.isEmpty ? all : near
  }

  static func message(_ text: String, in language: Language) -> String {
    "jibao: \(language.sentences.error)\(language.sentences.colon)\(text)"
  }

  private static func place(
    _ place: SourcePlace, heading: String = "", in words: any Sentences
  ) -> String {
    var text = place.file
    if place.isRow {
      if place.line > 0 { text += words.row(place.line, column: heading) }
      return text + words.colon
    }
    if place.sheet != nil { return text + ":" + place.within + words.colon }
    if place.line > 0 { text += ":\(place.line)" }
    if place.line > 0, place.column > 0 { text += ":\(place.column)" }
    return text + words.colon
  }
}
