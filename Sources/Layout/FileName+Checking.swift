import Definitions
import Pages

extension FileName {
  /// The name, if it is one.
  /// - Throws: `OutputFault` if it is none.
  static func checked(_ name: String) throws -> String {
    guard isValid(name) else { throw OutputFault(path: name, problem: .fileName) }
    return name
  }

  /// The name of the document beside a workbook.
  static func documentName(_ workbook: String) -> String {
    (workbook.hasSuffix(".xlsx") ? String(workbook.dropLast(5)) : workbook) + ".docx"
  }
}
