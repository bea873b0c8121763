import Domain
public import Packages
public import Pages

/// Packs a document as a Word file: the same bytes for the same document, on any machine.
public struct DocumentWriter {
  let document: Document
  private let measures: FormMeasures
  let styles: DocumentStyles
  private let template: DocumentTemplate?

  /// - Parameter template: The office's own, whose look it takes.
  public init(_ document: Document, template: DocumentTemplate? = nil) {
    self.document = document
    self.template = template
    measures = FormMeasures(document.form)
    styles = DocumentStyles(document.form)
  }

  /// Writes all parts; the container is the caller's to finish.
  /// - Throws: `PackageFault`, also where a part is not what was meant when it is parsed.
  public func write(into archive: ZipWriter) throws {
    if let template { return try write(into: archive, template) }
    let proof = DocumentProof(of: document)
    for (name, content) in parts {
      try archive.add(name, content, proof: proof)
    }
    try proof.check()
  }

  /// The parts in the order in which they are packed.
  private var parts: [(name: String, content: String)] {
    [
      ("[Content_Types].xml", DocumentParts.contentTypes),
      ("_rels/.rels", DocumentParts.packageRelationships),
      ("docProps/app.xml", DocumentParts.application),
      ("docProps/core.xml", DocumentParts.properties(of: document)),
      ("word/_rels/document.xml.rels", DocumentParts.relationships(of: document)),
      (DocumentParts.main, body),
      ("word/styles.xml", styles.part(width: measures.width(isLandscape: false))),
      ("word/settings.xml", DocumentParts.settings),
      ("word/numbering.xml", DocumentParts.numbering),
      ("word/fontTable.xml", DocumentParts.fonts),
      ("word/footer1.xml", DocumentParts.footer(style: "GwPageNumber")),
      ("word/footer2.xml", DocumentParts.footer(style: "GwEvenPageNumber")),
    ] + (document.header.isEmpty ? [] : [("word/header1.xml", DocumentParts.header(of: document))])
  }

  private var body: String {
    let body = DocumentBody(
      styles: styles, style: { $0.id },
      runStyles: Dictionary(uniqueKeysWithValues: DocumentStyles.runs.map { ($0.emphasis, $0.id) }),
      section: { isLandscape in
        DocumentParts.references(of: document) + measures.section(isLandscape: isLandscape)
      },
      width: measures.width)
    return XMLText.declaration
      + #"<w:document xmlns:w="\#(XMLText.word)" xmlns:r="\#(XMLText.relationships)"><w:body>"#
      + body.content(of: document, endsWithSection: true) + "</w:body></w:document>"
  }
}

extension ZipWriter {
  /// Adds a part of XML that was parsed to its end.
  func add(_ name: String, _ content: String, proof: DocumentProof) throws {
    try add(
      name, Array(content.utf8), handler: name == DocumentParts.main ? proof : UnreadPart())
  }

  /// Adds a part of XML that was parsed to its end.
  func add(_ name: String, _ bytes: [UInt8], handler: any XMLHandler = UnreadPart()) throws {
    let reader = try XMLReader(part: name, handler: handler)
    try bytes.withUnsafeBytes(reader.add)
    try reader.finish()
    try begin(name)
    try bytes.withUnsafeBytes(add)
    try end()
  }
}

/// A part of which no more is asked than that it is well-formed.
final class UnreadPart: XMLHandler {
  func start(_ name: XMLName, _ attributes: XMLAttributes) {}
  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeRawBufferPointer) {}
}
