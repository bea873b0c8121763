import Domain
import Packages
import Pages

/// Counts what stands in the body as it is parsed, and holds it against the document.
final class DocumentProof: XMLHandler {
  private var tables = 0
  private var rows = 0
  private var cells = 0
  private var bytes = 0
  private var isText = false
  private let meant: (tables: Int, rows: Int, cells: Int, bytes: Int)

  init(of document: Document) {
    var meant = (tables: 0, rows: 0, cells: 0, bytes: 0)
    for block in document.sections.flatMap(\.blocks) {
      switch block {
      case .paragraph(let paragraph): meant.bytes += Self.bytes(paragraph.text)
      case .rule: break
      case .table(let table):
        let rows = table.rows + (table.heading.isEmpty ? [] : [table.heading])
        meant.tables += 1
        meant.rows += rows.count
        meant.cells += rows.reduce(0) { $0 + $1.count }
        meant.bytes += rows.joined().reduce(0) { $0 + Self.bytes($1.text) }
      }
    }
    self.meant = meant
  }

  /// Bytes of text, without what becomes an element.
  private static func bytes(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { count, scalar in
      switch scalar {
      case "\t", "\n", "\r": count
      default: count + UTF8.width(XMLText.kept(scalar))
      }
    }
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name.local {
    case "tbl": tables += 1
    case "tr": rows += 1
    case "tc": cells += 1
    case "t": isText = true
    default: break
    }
  }

  func end(_ name: XMLName) {
    if name.local == "t" { isText = false }
  }

  func text(_ bytes: UnsafeRawBufferPointer) {
    if isText { self.bytes += bytes.count }
  }

  /// - Throws: `PackageFault` where a count differs.
  func check() throws {
    let counts = [
      ("table", tables, meant.tables), ("row", rows, meant.rows), ("cell", cells, meant.cells),
      ("byte", bytes, meant.bytes),
    ]
    for (kind, found, meant) in counts where found != meant {
      throw PackageFault(
        part: DocumentParts.main, problem: .count(of: kind, found: found, meant: meant))
    }
  }
}
