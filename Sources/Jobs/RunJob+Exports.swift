import Definitions
import Domain
import Foundation
import Intake
import Store

/// The dated exports of an office.
extension RunJob {
  /// The days that there are exports of, in order.
  var exportDays: [Day] {
    get throws { try exportsByDay.keys.sorted() }
  }

  /// The names of the exports by their days: folders, and workbooks such as 2023-09-25.xlsx.
  var exportsByDay: [Day: String] {
    get throws {
      try Dictionary(
        exportNames.compactMap { name in LedgerReader.exportDay(name).map { ($0, name) } },
        uniquingKeysWith: { first, _ in first })
    }
  }

  /// Exports whose names begin as days do and are none (2024-02-30, 20240229), or whose day another
  /// one has.
  var misnamedExports: [String] {
    get throws {
      let known = try exportsByDay
      return try exportNames.filter { name in
        LedgerReader.exportDay(name).map { known[$0] != name } ?? true
          && name.utf8.prefix(4).allSatisfy { (0x30...0x39).contains($0) }
      }
    }
  }

  var exportNames: [String] {
    get throws { try DiskFiles.names(in: workspace.exports) ?? [] }
  }

  /// The cut-offs of which an export came, or was changed, after a snapshot of that day was stored,
  /// and says what no snapshot of the day does.
  func lateExports(_ plans: [Plan], in store: LedgerStore) throws -> Set<Day> {
    let (names, snapshots) = (
      try exportsByDay, Dictionary(grouping: try store.snapshots(), by: \.effectiveOn)
    )
    let cutoffs = Set(plans.flatMap { $0.calendar.map(\.cutoff) })
    return try Set(
      cutoffs.filter { cutoff in
        guard cutoff <= day, let name = names[cutoff],
          let newest = snapshots[cutoff]?.map(\.recordedAt).max()
        else { return false }
        let path = "\(workspace.exports)/\(name)"
        guard try Self.changed(path) > newest else { return false }
        return try !isKnown(path, cutoff, in: store)
      })
  }

  /// When a file, or one of a folder, was changed last or came there.
  private static func changed(_ path: String) throws -> String {
    let names = try DiskFiles.isFolder(path) ? DiskFiles.names(in: path) ?? [] : []
    let paths = [path] + names.map { "\(path)/\($0)" }
    let seconds = paths.compactMap { path -> Double? in
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      return Double(status.st_ctim.tv_sec) + Double(status.st_ctim.tv_nsec) / 1e9
    }
    return Instant.text(Date(timeIntervalSince1970: seconds.max() ?? 0))
  }

  /// Whether a snapshot of a day has the content of an export; one that is refused is as one that is
  /// not known, so that it is said.
  private func isKnown(_ path: String, _ day: Day, in store: LedgerStore) throws -> Bool {
    var isKnown = false
    do {
      let registers = try store.statedRegisters()
      try store.compare(
        effectiveOn: day,
        review: { isKnown = try store.holds($0.contentHash, asOf: day) },
        read: { sink in
          SnapshotContent(
            try workspace.read(
              .files(path), effectiveOn: day, known: registers, before: store, into: sink))
        })
    } catch is LedgerRefused {
      return false
    }
    return isKnown
  }
}
