import Foundation
import TestSupport
import Testing

/// `check --mark`: the office's own workbook, its faulty cells marked.
@Suite struct MarkedCopyTests {
  private static let folder = "\(Repository.folder)/Tests/IntakeTests/Workbooks"
  private let program = Program.at("2026-11-28T10:00:00Z")

  @Test func marksWhatIsRefused() throws {
    let folder = try Repository.temporaryFolder("marked")
    let (book, copy) = ("\(Self.folder)/progress-colour-legend.xlsx", "\(folder)/marked.xlsx")
    let refused = try program.run("check", book, "--mark", copy)
    #expect(refused.status == 3, "\(refused)")
    #expect(refused.errors.contains("\(copy): "), "\(refused.errors)")
    // A copy that is read again has the same faults, and it is marked once.
    let again = try program.run("check", copy)
    #expect(again.status == 3)
    func faults(_ result: Program.Result, _ path: String) -> [String] {
      result.errors.split(separator: "\n").map(String.init)
        .filter { $0.contains("error") && $0.contains(path) }.map { $0.replacing(path, with: "") }
    }
    #expect(faults(refused, book).filter { !$0.contains("marked") } == faults(again, copy))
    let twice = try program.run("check", book, "--mark", copy)
    #expect(twice.status == 5, "\(twice)")
    #expect(twice.errors.contains("the ledger is refused"))
  }

  /// What another program sees of the copy: the cells' fill and the reasons.
  @Test func anotherProgramReadsTheMarks() throws {
    let folder = try Repository.temporaryFolder("marked")
    let (book, copy) = ("\(Self.folder)/progress-colour-legend.xlsx", "\(folder)/marked.xlsx")
    _ = try program.run("check", book, "--mark", copy)
    let script = """
      sys, openpyxl = __import__("sys"), __import__("openpyxl")
      old, new = (openpyxl.load_workbook(path).worksheets[0] for path in sys.argv[1:])
      for row in new.iter_rows():
          for cell in row:
              before = old[cell.coordinate]
              assert cell.value == before.value, cell.coordinate
              assert cell.number_format == before.number_format, cell.coordinate
              if cell.comment: print(cell.coordinate, cell.fill.fgColor.rgb)
      """
    let read = try Program.launch(Program.python, ["-c", script, book, copy])
    #expect(read.status == 0, "\(read.errors)")
    let marked = read.output.split(separator: "\n").map(String.init)
    #expect(marked.contains { $0.hasPrefix("E8 FFFFC7CE") || $0.hasPrefix("D8 FFFFC7CE") })
    #expect(marked.count > 4, "\(marked)")
  }

  @Test func withoutAFaultyCellNothingIsWritten() throws {
    let office = try SmallOffice()
    try office.write("units", LedgerAsKeptTests.units)
    try office.write("ledger", "序号,任务,牵头单位\n1,甲\n")
    let copy = "\(try Repository.temporaryFolder("marked"))/marked.xlsx"
    let result = try office.run(["check", "--mark", copy])
    #expect(result.status == 3)
    #expect(result.errors.contains("was not written"), "\(result.errors)")
    #expect(!FileManager.default.fileExists(atPath: copy))
  }
}
