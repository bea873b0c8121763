import Definitions
import Domain
import Foundation

/// Finds the files of a ledger.
enum LedgerFolder {
  /// The files of a folder by register, in the order of the registers.
  static func find(_ path: String, faults: FaultList) -> [(register: Register, file: String)] {
    func refuse(_ problem: InputProblem, file: String = path) {
      faults.add(InputFault(place: SourcePlace(file: file), problem: problem))
    }
    guard let names = names(in: path, refuse: { refuse($0) }) else { return [] }
    let found = assign(names, folder: path, refuse: refuse)
    return Register.allCases.compactMap { register in
      found[register].map { (register, join(path, $0)) }
    }
  }

  private static func names(in path: String, refuse: (InputProblem) -> Void) -> [String]? {
    do {
      if let names = try DiskFiles.names(in: path) { return names }
      refuse(.fileNotFound)
    } catch let fault as DefinitionFault {
      switch fault.problem {
      case .unreadable(ENOTDIR):
        refuse(isWorkbook(path) ? .workbookNotSupported : .notARegularFile)
      case .unreadable(let code): refuse(.fileUnreadable(code))
      default: refuse(.fileUnreadable(EIO))
      }
    } catch {
      refuse(.fileUnreadable(EIO))
    }
    return nil
  }

  private static func assign(
    _ names: [String], folder: String, refuse: (InputProblem, String) -> Void
  ) -> [Register: String] {
    var found: [Register: String] = [:]
    for name in names where isTable(name) {
      let file = join(folder, name)
      if isWorkbook(name) {
        refuse(.workbookNotSupported, file)
      } else if let register = Register.named(stem(name)) {
        if let other = found[register] {
          refuse(.registerTwice(register, other: other), file)
        }
        found[register] = found[register] ?? name
      } else {
        let nearest = Nearest.candidates(
          stem(name), among: Register.allCases.flatMap { [$0.rawValue, $0.heading] }, limit: 1)
        refuse(.unknownFile(nearest: nearest.first.map { $0 + ".csv" }, known: known), file)
      }
    }
    for register in Register.allCases where register.isRequired && found[register] == nil {
      refuse(.registerMissing(register), folder)
    }
    return found
  }

  /// Every file name that is read.
  private static let known = Register.allCases.map { "\($0.rawValue).csv / \($0.heading).csv" }

  /// Whether a file is meant as a table. Excel's lock files (`~$…`) and hidden files are not.
  private static func isTable(_ name: String) -> Bool {
    guard !name.hasPrefix("."), !name.hasPrefix("~$") else { return false }
    return name.lowercased().hasSuffix(".csv") || isWorkbook(name)
  }

  private static func isWorkbook(_ name: String) -> Bool {
    [".xlsx", ".xls", ".xlsm", ".et", ".ods"].contains { name.lowercased().hasSuffix($0) }
  }

  private static func stem(_ name: String) -> String {
    String(name.dropLast(4)).precomposedStringWithCanonicalMapping
  }

  private static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}
