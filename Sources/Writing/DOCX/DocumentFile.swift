import Domain
import Packages
import Pages

/// Writes a document into a file, and reads that back.
struct DocumentFile {
  private let named: NamedDocument

  init(_ named: NamedDocument) { self.named = named }

  func write(to path: String) throws -> FileSummary {
    let file = try WorkbookFile(path: path)
    try OutputFault.of(path) {
      let template = try named.template.map { try DocumentTemplate($0) }
      try DocumentWriter(named.document, template: template).write(into: file.archive)
    }
    return try file.finish()
  }
}
