import Definitions
public import Domain
import Editions
import Foundation
import Pages
import Writing

extension RefusedForm {
  /// The folder in which forms lie that go back.
  public static let folderName = "退回"

  /// What was written of the form before; nil for nothing.
  func copy(in folder: String) throws -> String? {
    let stem = stem(in: folder)
    return try ["\(stem).xlsx", "\(stem).txt"].first { try DiskFiles.exists($0) }
  }

  private func stem(in folder: String) -> String {
    let name = (file as NSString).lastPathComponent
    let bytes = FileManager.default.contents(atPath: file) ?? Data()
    let mark = ContentHash(of: bytes).description.prefix(8)
    return "\(folder)/\(Self.folderName)/\((name as NSString).deletingPathExtension)（退回-\(mark)）"
  }

  /// Writes the form again with its faulty cells marked and the reasons as comments, to be sent back;
  /// of a file that is no workbook the reasons alone. Nothing is done where that was done before.
  /// - Parameters:
  ///   - folder: Where the forms lie.
  ///   - author: Of the comments.
  ///   - reason: What is said of a fault.
  /// - Returns: The path of what is sent back.
  /// - Throws: `OutputFault`.
  public func writeCopy(
    in folder: String, author: String, reason: (FormFault) -> String
  ) throws -> String {
    if let path = try copy(in: folder) { return path }
    let stem = stem(in: folder)
    try OutputFolder.make("\(folder)/\(Self.folderName)")
    let name = (file as NSString).lastPathComponent
    if let editor = try? WorkbookEditor(path: file), let first = editor.sheets.sorted().first {
      // What concerns the file as a whole stands at the head of a sheet that is seen.
      let whole = faults.compactMap(\.place.sheet).first ?? editor.firstSheet ?? first
      editor.mark(
        faults.map { fault in
          WorkbookEditor.Mark(
            sheet: fault.place.sheet ?? whole,
            cell: fault.place.cell ?? CellAddress(row: 1, column: 2), reason: reason(fault),
            isError: true)
        })
      try editor.write(to: "\(stem).xlsx", author: author)
      return "\(stem).xlsx"
    }
    let text = ([name] + faults.map { "\($0.place.within) \(reason($0))" })
      .joined(separator: "\n")
    try Data((text + "\n").utf8).write(to: URL(fileURLWithPath: "\(stem).txt"))
    return "\(stem).txt"
  }
}
