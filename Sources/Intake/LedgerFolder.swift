import Definitions
import Domain
import Foundation

/// Finds the files of a ledger.
struct LedgerFolder {
  private let path: String
  private let tables: LedgerTables
  private let faults: FaultList
  private let mapping: LedgerMapping?
  private let converter: WorkbookConverter?

  /// What is at a path: a workbook, or a folder with a file for each register, or a workbook, or both.
  /// - Parameter folder: Where the mapping stands; the file of the units that it names lies there.
  static func find(
    _ path: String, mapping: LedgerMapping?, beside folder: String,
    converter: WorkbookConverter? = nil, faults: FaultList
  ) -> LedgerTables {
    let tables = LedgerTables(mapping, faults: faults)
    let found = LedgerFolder(
      path: path, tables: tables, faults: faults, mapping: mapping, converter: converter)
    if found.collect() { found.finish(beside: folder) }
    return tables
  }

  /// As `find`, of a workbook that was opened.
  static func find(
    _ workbook: Workbook, mapping: LedgerMapping?, beside folder: String, faults: FaultList
  ) -> LedgerTables {
    let tables = LedgerTables(mapping, faults: faults)
    let found = LedgerFolder(
      path: workbook.path, tables: tables, faults: faults, mapping: mapping, converter: nil)
    if found.take(workbook) { found.finish(beside: folder) }
    return tables
  }

  private func finish(beside folder: String) {
    tables.finish()
    if let units = mapping?.units, !tables.has(.units) {
      tables.add(csv: units.hasPrefix("/") ? units : Self.join(folder, units), .units)
    }
    for register in Register.allCases where register.isRequired && !tables.has(register) {
      refuse(.registerMissing(register))
    }
  }

  private func refuse(_ problem: InputProblem, _ file: String? = nil) {
    faults.add(InputFault(place: SourcePlace(file: file ?? path), problem: problem))
  }

  /// False if there is nothing of which more can be said.
  private func collect() -> Bool {
    do {
      guard let names = try DiskFiles.names(in: path) else {
        refuse(.fileNotFound)
        return false
      }
      return take(names.filter(Self.isTable))
    } catch let fault as DefinitionFault {
      switch fault.problem {
      case .unreadable(ENOTDIR) where takesAlone(path): return true
      case .unreadable(ENOTDIR) where Self.isWorkbook(path):
        return take(workbook: path)
      case .unreadable(ENOTDIR): refuse(.notARegularFile)
      case .unreadable(let code): refuse(.fileUnreadable(code))
      default: refuse(.fileUnreadable(EIO))
      }
    } catch {
      refuse(.fileUnreadable(EIO))
    }
    return false
  }

  /// Takes a single CSV file that the mapping is for.
  private func takesAlone(_ path: String) -> Bool {
    let stem = Self.stem(LedgerTables.name(path))
    let entries = tables.entries(stem)
    guard path.lowercased().hasSuffix(".csv"), !entries.isEmpty else { return false }
    tables.add(csv: path, name: stem, entries)
    return true
  }

  /// Takes the files of a folder; false if a workbook among them is refused.
  private func take(_ names: [String]) -> Bool {
    let workbooks = names.filter(Self.isWorkbook)
    for name in names where !Self.isWorkbook(name) { take(csv: name) }
    guard workbooks.count <= 1 else {
      for name in workbooks.dropFirst() {
        refuse(.severalWorkbooks(other: workbooks[0]), Self.join(path, name))
      }
      return false
    }
    return workbooks.first.map { take(workbook: Self.join(path, $0)) } ?? true
  }

  private func take(csv name: String) {
    let file = Self.join(path, name)
    let stem = Self.stem(name)
    let entries = tables.entries(stem)
    if !entries.isEmpty {
      tables.add(csv: file, name: stem, entries)
    } else if let register = Register.named(stem) {
      tables.add(csv: file, register)
    } else if name != mapping?.units {
      let nearest = Nearest.candidates(
        stem, among: Register.allCases.flatMap { [$0.rawValue, $0.heading] }, limit: 1)
      refuse(.unknownFile(nearest: nearest.first.map { $0 + ".csv" }, known: Self.known), file)
    }
  }

  private func take(workbook path: String) -> Bool {
    guard let workbook = Workbook.read(path, converter: converter, faults: faults) else {
      return false
    }
    return take(workbook)
  }

  private func take(_ workbook: Workbook) -> Bool {
    guard mapping != nil || LedgerTables.isTemplate(workbook) else {
      refuse(.workbookNeedsMapping, workbook.path)
      return false
    }
    tables.add(workbook)
    return true
  }

  /// Every file name that is read.
  private static let known = Register.allCases.map { "\($0.rawValue).csv / \($0.heading).csv" }

  /// Whether a file is meant as a table. Excel's lock files (`~$…`) and hidden files are not.
  private static func isTable(_ name: String) -> Bool {
    guard !name.hasPrefix("."), !name.hasPrefix("~$") else { return false }
    return name.lowercased().hasSuffix(".csv") || isWorkbook(name)
  }

  static func isWorkbook(_ name: String) -> Bool {
    [".xlsx", ".xls", ".xlsm", ".et", ".ods"].contains { name.lowercased().hasSuffix($0) }
  }

  static func stem(_ name: String) -> String {
    let ending = name.lastIndex(of: ".") ?? name.endIndex
    return String(name[..<ending]).precomposedStringWithCanonicalMapping
  }

  private static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}
