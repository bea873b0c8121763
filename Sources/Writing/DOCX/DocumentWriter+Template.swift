import Domain
import Packages
import Pages

extension DocumentWriter {
  /// Writes the parts of a template, the text in its place; all else stays as it is.
  func write(into archive: ZipWriter, _ template: DocumentTemplate) throws {
    let styles = try TemplateStyles(
      template.styles, part: template.stylesPart,
      adding: styles.elements(width: template.section.width(isLandscape: false)))
    for entry in template.archive.entries {
      switch entry.name {
      case template.bodyPart: try archive.add(entry.name, body(in: template, styles))
      case template.stylesPart: try archive.add(entry.name, styles.part)
      // Whoever made the template is not who made the document.
      case "docProps/core.xml":
        try archive.add(entry.name, Array(DocumentParts.properties(of: document).utf8))
      default: try archive.copy(entry, of: template.archive)
      }
    }
  }

  /// The template's body with the text in the place of its mark.
  private func body(in template: DocumentTemplate, _ styles: TemplateStyles) throws -> [UInt8] {
    let document = template.hasTextBefore ? document.withoutMasthead : document
    let isTurned = document.sections.last?.isLandscape == true
    let body = DocumentBody(
      styles: self.styles, style: { styles.id($0.id) },
      runStyles: Dictionary(
        uniqueKeysWithValues: DocumentStyles.runs.map { ($0.emphasis, styles.id($0.id)) }),
      tableStyle: styles.id(DocumentBody.tableStyle),
      section: template.section.content, width: template.section.width)
    var content = body.content(of: document, endsWithSection: false)
    if case .table = document.sections.last?.blocks.last { content += body.emptyParagraph }
    try check(content, of: document)
    var edits = XMLEdits()
    if isTurned, template.hasTextBehind {
      // What stands behind in the template is on pages of the template.
      content += body.sectionEnd(isLandscape: true)
    } else if isTurned {
      edits.replace(
        template.section.range,
        "<w:sectPr>\(template.section.content(isLandscape: true))</w:sectPr>")
    }
    edits.replace(template.place, content)
    return edits.applied(to: template.body)
  }

  /// Counts what goes into the template.
  private func check(_ content: String, of document: Document) throws {
    let proof = DocumentProof(of: document)
    let reader = try XMLReader(part: DocumentParts.main, handler: proof)
    let whole =
      #"<w:body xmlns:w="\#(XMLText.word)" xmlns:r="\#(XMLText.relationships)">\#(content)</w:body>"#
    try Array(whole.utf8).withUnsafeBytes(reader.add)
    try reader.finish()
    try proof.check()
  }
}

extension Document {
  /// The document for a template that has a masthead of its own.
  fileprivate var withoutMasthead: Document {
    var copy = self
    guard !copy.sections.isEmpty else { return copy }
    copy.sections[0].blocks.removeAll { block in
      switch block {
      case .paragraph(let paragraph): paragraph.role == .masthead || paragraph.role == .kind
      case .rule(let rule): rule == .red
      case .table: false
      }
    }
    return copy
  }
}
