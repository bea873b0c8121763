import Definitions
import Domain
import Intake

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
}
