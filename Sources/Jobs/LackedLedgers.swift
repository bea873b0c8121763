import Database
import Definitions
import Domain
import Editions
import Foundation
import Metrics
import Store

/// The ledgers that a moment lacks: newer than the one it stands on, of days up to its own.
struct LackedLedgers: Hashable {
  /// The days whose ledger stands refused: what is made of the moment is a draft.
  var refused: [Day] = []
  /// The days of which the office says that there is none: what is made says so.
  var released: [LedgerlessDay] = []
}

extension LedgerStore {
  /// - Parameters:
  ///   - snapshot: What the moment stands on.
  ///   - knownAt: Only what was refused by then counts.
  func lackedLedgers(
    since snapshot: Snapshot, asOf day: Day, knownAt: String
  ) throws -> LackedLedgers {
    let days = snapshot.effectiveOn...max(snapshot.effectiveOn, day)
    let refused = try standingRefusals().filter {
      days.contains($0.day) && $0.refusedAt <= knownAt
    }
    let released = try ledgerlessDays().filter { release in
      let isNewer = release.day > snapshot.effectiveOn || release.notedAt > snapshot.recordedAt
      return days.contains(release.day) && isNewer && release.notedAt <= knownAt
        && !refused.contains { $0.day == release.day }
    }
    let newest = Dictionary(released.map { ($0.day, $0) }, uniquingKeysWith: { $1 })
    return LackedLedgers(
      refused: Set(refused.map(\.day)).sorted(),
      released: newest.values.sorted { $0.day < $1.day })
  }

  /// Whether a ledger of a day up to `day` stands refused that is newer than what is stored.
  func lacksLedger(asOf day: Day) throws -> Bool {
    guard let shown = try snapshot(asOf: day, knownAt: Moment.Request.allKnown) else {
      return try standingRefusals().contains { $0.day <= day }
    }
    return try !lackedLedgers(since: shown, asOf: day, knownAt: Moment.Request.allKnown)
      .refused.isEmpty
  }
}

extension Manifest.Lacked {
  /// What a manifest says of the ledgers lacked; nil where none are.
  init?(_ lacked: LackedLedgers) {
    guard lacked != LackedLedgers() else { return nil }
    self.init(
      refused: lacked.refused.map(\.description),
      released: lacked.released.map {
        Release(day: $0.day.description, reason: $0.reason, notedAt: $0.notedAt)
      })
  }
}

extension LackedLedgers {
  /// As a manifest notes them.
  init(_ noted: Manifest.Lacked?) {
    refused = noted?.refused.compactMap { Day($0) } ?? []
    released =
      noted?.released.compactMap { release in
        Day(release.day).map {
          LedgerlessDay(day: $0, reason: release.reason, notedAt: release.notedAt)
        }
      } ?? []
  }
}

extension LedgerSource {
  /// A hash of what is there to be read: of a folder its files; of a database, and of a folder that
  /// cannot be read, what it was refused for.
  func contentHash(reason: String) -> ContentHash {
    guard case .files(let path) = self else { return ContentHash(of: reason) }
    do {
      if let workbook = try Self.content(path) { return ContentHash(of: workbook) }
      let hashes = try (DiskFiles.names(in: path) ?? []).map { name in
        let content = try Self.content("\(path)/\(name)")
        return "\(name) \(content.map { ContentHash(of: $0).description } ?? "")\n"
      }
      return ContentHash(of: hashes.joined())
    } catch {
      return ContentHash(of: reason)
    }
  }

  /// The bytes of a plain file; nil of all else: a pipe would keep the program waiting.
  private static func content(_ path: String) throws -> Data? {
    let file = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    let isFile = try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true
    return isFile ? try Data(contentsOf: file, options: .alwaysMapped) : nil
  }
}
