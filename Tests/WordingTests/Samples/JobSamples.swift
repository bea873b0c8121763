import Domain
import Scoring

@testable import Jobs
@testable import Pages
@testable import Store
@testable import jibao

enum JobSamples {
  static func failures(_ name: String) -> [JobFailure] {
    let day = InputSamples.day
    return [
      .unknownPlan(name, known: [name]), .sourceQuery(name), .severalPlans([name]),
      .filesGone([name]), .filesGone([name, name]), .otherLedger(name, bound: name), .noPlan,
      .unknownPeriod(name, known: [name]), .periodNotClosed(name, cutoff: day),
      .locked(path: name), .unlockable(path: name),
      .unmarkedOutput(folder: name, token: name), .foreignOutput(folder: name),
      .comparesMoments(name),
      .comparesNothing(report: name), .asksForNoComments(report: name), .nothingBefore(day),
      .notEarlier,
      .noRules(plan: name, asOf: day), .unknownUnit(name, nearest: [name]),
      .checksFailed(2, check: name, detail: name), .misnamedExport(name),
      .lacksLedger(name, of: [InputSamples.day]),
      .nothingLacked(InputSamples.day, asOf: InputSamples.day), .notAManifest(path: name),
      .laterFigures(3),
      .otherSnapshot(sequence: 2, effectiveOn: name),
      .definitionNotKept(kind: "query", id: name, hash: "0123"),
      .unknownEdition(name, known: [name]), .notSentThen(day, from: day, to: day),
      .notTheSame(2), .unknownSnapshot(9, known: [1]), .withdrawnBefore(name),
      .nothingRecordedAfter(name), .notAToken(path: name),
      .otherWorkspace(ledger: name, since: name, theirs: name, folder: name, own: nil),
      .otherWorkspace(ledger: name, since: name, theirs: name, folder: name, own: name),
    ]
  }

  static func clocks(_ name: String) -> [ClockFault] {
    let edition = EditionRecord(
      plan: name, period: name, edition: 1, asOf: InputSamples.day, position: 1,
      madeAt: name, manifestHash: StoreSamples.snapshot.contentHash)
    return [
      .behind(
        now: name, newest: name,
        recorded: .init(snapshots: [StoreSamples.snapshot], editions: [edition])),
      .behind(now: name, newest: name, recorded: .init(snapshots: [], editions: [])),
      .ahead(now: name, newest: name, limit: 400),
    ]
  }

  static func programClocks(_ name: String) -> [Clock.Fault] {
    [.unreadable(name), .outsideYears(instant: name)]
  }

  static func runs(_ name: String) -> [RunFault] {
    [.exportToCome(name, today: InputSamples.day), .noExports(name)]
  }

  static func notices(_ name: String) -> [RunNotice] {
    [
      .exportsOnly(source: name, newest: InputSamples.day), .columnsTaken([name]),
      .calendarMissing(year: 9),
      .waits(report: name, for: name),
      .corrected(report: name, edition: 2, on: InputSamples.day),
      .staleSent(report: name, edition: 2, ledger: InputSamples.day),
      .oldLedger(report: name, ledger: InputSamples.day, age: 9),
    ]
  }

  static func scoring(_ name: String) -> [ScoringFault] {
    [.emptyDenominator(rule: name, unit: name), .tooLarge(rule: name, unit: name)]
  }

  static func usages(_ name: String) -> [Usage] {
    [
      .exclusive("--plan", "--period"), .missing("--plan"), .notAnInstant(name, option: "--as-of"),
      .needs("--plan", "--period"),
      .toCome(InputSamples.day, option: "--as-of", today: InputSamples.day),
      .notEmpty(folder: name), .reserved(folder: name, by: name), .issueNumber(0),
    ]
  }

  static func refusals(_ name: String) -> [Initialise.Refused] {
    [.exists(folder: name), .unknownExample(name, known: [name])]
  }

  static func outputs(_ name: String) -> [OutputFault.Problem] {
    [
      .system(call: "write", code: 28), .otherRows(found: 1, meant: 2), .fileName,
      .sheetName(name), .tooManyRows(9), .tooManyColumns(9), .overlap(sheet: name, cell: "A1"),
      .text(name, .notFinite), .package(PackageFault(part: name, problem: .missing)),
    ]
      + [1, 2, 3, 5, 99].map { .library(function: "workbook_close", code: $0) }
  }

  static func packages(_ name: String) -> [PackageFault.Problem] {
    [
      .system(call: "write", code: 5), .library(function: "deflate", code: 2), .missing, .cutOff,
      .inconsistent, .twice,
      .encoding, .encrypted, .otherSize, .tooDeep(limit: 9), .tooLongTag(limit: 9),
      .otherParts, .method(9), .checksum, .malformed(line: 1, column: 2, code: 3), .doctype,
      .tooLarge, .tooManyParts(limit: 9), .tooManyBytes(limit: 9), .bomb(ratio: 9),
    ]
      + ["row", "c", "t", "mergeCell", "cfRule", "hyperlink", "chart", "sheet", "9"].map {
        .count(of: $0, found: 1, meant: 2)
      }
  }

  static func cells(_ name: String) -> [CellFault.Problem] {
    [
      .tooLong(units: 9), .formulaTooLong(units: 9), .character(7), .notFinite, .encoding(name),
    ]
  }
}
