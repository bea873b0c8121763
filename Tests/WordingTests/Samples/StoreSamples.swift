import Database
import DatabasePostgres
import Definitions
import Domain
import Jobs
import Editions

@testable import Store

enum StoreSamples {
  static func kinds(_ name: String) -> [DatabaseFailure.Kind] {
    [.unreachable, .busy, .damaged, .unwritable, .commitUnknown, .statement, .constraint]
  }

  static func details(_ name: String) -> [DatabaseFailure.Detail] {
    [
      .said(name), .said(""), .noFile(name), .noLibrary, .unfit(rule: ""), .unfit(rule: name),
      .notWhole, .noValue(name), .temporaryFull(name),
    ]
  }

  static func failures(_ name: String) -> [StoreFailure] {
    [
      .notAStore, .otherVersion(9, expected: 2), .otherVersion(1, expected: 2),
      .noData(plan: name, asOf: InputSamples.day, knownAt: nil),
      .noData(plan: name, asOf: InputSamples.day, knownAt: name), .inconsistent(name),
      .nothingKnown(at: name), .withdrawnContent(snapshot),
    ]
  }

  static func addresses(_ name: String) -> [PostgresAddress.Fault] {
    [
      .malformed, .noDatabase, .holdsPassword, .passwordFile(name),
      .passwordFileUnreadable(name, 13),
    ]
  }

  static func damages(_ name: String) -> [StoreDamage] {
    [
      .row(table: name, plan: name, key: name, position: 1),
      .overlap(table: name, plan: name, key: name), .content(snapshot: snapshot),
      .chain(snapshot: snapshot), .sequence(after: 3), .entry(sequence: 3), .file(name),
      .definition(kind: name, id: name),
      .places(snapshot: snapshot), .rowCount(snapshot: snapshot, register: name),
      .edition(plan: name, period: name, edition: 1), .notes(table: name), .days,
      .setting(name),
      .unreadable(table: name), .stranger(ledger: name, table: name),
    ]
      + DefinitionFile.Kind.allCases.map { .definition(kind: $0.rawValue, id: name) }
  }

  static func editionDamages(_ name: String) -> [EditionDamage.Kind] {
    [
      .noManifest, .otherManifest, .missing, .altered, .unlisted, .unnoted,
      .notKept(kind: "query", id: name), .otherSnapshot(sequence: 1, effectiveOn: name),
      .otherChain,
    ]
  }

  static let snapshot = Snapshot(
    sequence: 3, position: 202_309_250_001, form: 3, effectiveOn: InputSamples.day,
    recordedAt: "2023-09-25T09:00:00.000Z", contentHash: ContentHash(of: ""),
    chainHash: ContentHash(of: ""), placeHash: nil, ownColumns: [])
}
