public import Domain
import Packages

/// An office's own Word document whose look a document takes: its styles, headers, footers and pages,
/// and what stands around the paragraph `{{正文}}`.
///
/// Nothing that acts, or leads outside of the file, is taken along.
public struct DocumentTemplate {
  /// The paragraph in whose place the text goes.
  public static let mark = "{{正文}}"

  let archive: ZipArchive
  let body: [UInt8]
  let bodyPart: String
  let styles: [UInt8]
  let stylesPart: String
  /// Where the paragraph stands.
  let place: Range<Int>
  /// What says how the pages of the last section are, and where it stands.
  let section: TemplateSection
  /// Whether text stands before the paragraph, such as the office's own masthead, and behind it.
  let hasTextBefore: Bool
  let hasTextBehind: Bool

  private static let limits = ZipLimits(
    parts: 500, partBytes: 32 << 20, bytes: 128 << 20, ratio: 200)

  /// Reads a template and holds it to what is taken.
  /// - Throws: `TemplateRefused`.
  public init(_ content: [UInt8]) throws {
    do {
      try self.init(reading: content)
    } catch let fault as PackageFault {
      throw TemplateRefused(problem: .package(fault))
    }
  }

  private init(reading content: [UInt8]) throws {
    let kept = KeptBytes(content)
    let archive = try ZipArchive(bytes: kept.bytes, owner: kept, limits: Self.limits)
    self.archive = archive
    try TemplateCheck(archive).check()
    let main = try Relationship.all(of: "", in: archive).first { $0.type == "officeDocument" }
    // A file of templates of Word itself has another type, with which no document opens.
    let isDocument = try archive.entry("[Content_Types].xml").map { entry in
      String(decoding: try archive.content(of: entry), as: UTF8.self)
        .contains("wordprocessingml.document.main+xml")
    }
    guard let main, let entry = archive.entry(main.target), isDocument == true else {
      throw TemplateRefused(problem: .notADocument)
    }
    let related = try Relationship.all(of: main.target, in: archive)
    guard let part = related.first(where: { $0.type == "styles" })?.target,
      let stylesEntry = archive.entry(part)
    else { throw TemplateRefused(problem: .notADocument) }
    (bodyPart, stylesPart) = (entry.name, stylesEntry.name)
    body = try archive.content(of: entry)
    styles = try archive.content(of: stylesEntry)
    guard try TemplateStyles.areStyles(styles, part: stylesPart) else {
      throw TemplateRefused(problem: .notADocument)
    }

    let elements = try XMLOutline(body, part: bodyPart, names: TemplateText.names, depths: 3)
    guard elements.root?.tag.text.hasPrefix("<w:document") == true,
      let last = elements.all("sectPr").last(where: { $0.depth == 3 })
    else { throw TemplateRefused(problem: .notADocument) }
    let texts = TemplateText.of(elements, in: body)
    let marked = texts.filter { $0.text.filter { !$0.isWhitespace } == Self.mark }
    guard marked.count == 1, let place = marked.first?.range else {
      throw TemplateRefused(problem: .textPlaces(marked.count))
    }
    self.place = place
    section = TemplateSection(last, elements, in: body)
    hasTextBefore = texts.contains { $0.range.upperBound <= place.lowerBound && $0.isText }
    hasTextBehind = texts.contains { $0.range.lowerBound >= place.upperBound && $0.isText }
  }
}

/// A template that is not taken.
public struct TemplateRefused: Error, Hashable, Sendable {
  public let problem: TemplateProblem
}

/// Bytes that stay where they are.
private final class KeptBytes {
  let bytes: UnsafeRawBufferPointer

  init(_ content: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: content.count, alignment: 1)
    copy.copyBytes(from: content)
    bytes = UnsafeRawBufferPointer(copy)
  }

  deinit { bytes.deallocate() }
}

/// What stands in a body: its paragraphs and tables, with their texts.
private struct TemplateText {
  static let names: Set<String> = ["t", "sectPr", "pgSz", "pgMar", "drawing", "pict"]

  let range: Range<Int>
  let text: String
  /// Whether a reader sees anything of it.
  let isText: Bool

  /// The elements right in the body.
  static func of(_ elements: XMLOutline, in body: [UInt8]) -> [TemplateText] {
    let shown = elements.elements.filter { ["t", "drawing", "pict"].contains($0.name) }
    return elements.elements.filter { $0.depth == 3 && $0.name != "sectPr" }.map { block in
      let inner = shown.filter {
        block.range.contains($0.range.lowerBound) && $0.range.upperBound <= block.range.upperBound
      }
      let text = inner.filter { $0.name == "t" }.map { piece in
        String(
          decoding: body[min(piece.tag.range.upperBound, piece.end)..<piece.end], as: UTF8.self)
      }
      .joined()
      return TemplateText(
        range: block.range, text: block.name == "p" ? text : "",
        isText: inner.contains { $0.name != "t" } || text.contains { !$0.isWhitespace })
    }
  }
}

/// How the pages of a template's last section are.
struct TemplateSection {
  /// The element in the body, and what stands in it.
  let range: Range<Int>
  let content: String
  /// What stands in it but for size and margins.
  private let others: String
  private let size: (width: Int, height: Int)
  private let margins: (top: Int, right: Int, bottom: Int, left: Int, header: Int, footer: Int)

  init(_ section: XMLElement, _ elements: XMLOutline, in body: [UInt8]) {
    range = section.range
    let inner = min(section.tag.range.upperBound, section.end)..<section.end
    content = String(decoding: body[inner], as: UTF8.self)
    let measures = elements.elements.filter {
      ["pgSz", "pgMar"].contains($0.name) && inner.contains($0.range.lowerBound)
    }
    var edits = XMLEdits()
    for measure in measures {
      edits.replace(
        measure.range.lowerBound - inner.lowerBound..<measure.range.upperBound - inner.lowerBound,
        "")
    }
    others = String(decoding: edits.applied(to: Array(body[inner])), as: UTF8.self)
    func value(_ element: String, _ name: String, _ otherwise: Int) -> Int {
      let text = measures.first { $0.name == element }?.attributes["w:" + name]
      return text.flatMap { Int($0) }.map { min(max($0, 0), 31_680) } ?? otherwise
    }
    size = (value("pgSz", "w", 11_906), value("pgSz", "h", 16_838))
    margins = (
      value("pgMar", "top", 1_440), value("pgMar", "right", 1_440),
      value("pgMar", "bottom", 1_440), value("pgMar", "left", 1_440),
      value("pgMar", "header", 851), value("pgMar", "footer", 992)
    )
  }

  /// The width of the text.
  func width(isLandscape: Bool) -> Int {
    let isTurned = isLandscape && size.width < size.height
    let width =
      isTurned
      ? size.height - margins.top - margins.bottom : size.width - margins.left - margins.right
    return max(1_000, width)
  }

  /// What stands in the element of a section. Turned, its margins turn with it.
  func content(isLandscape: Bool) -> String {
    guard isLandscape, size.width < size.height else { return content }
    let measures =
      #"<w:pgSz w:w="\#(size.height)" w:h="\#(size.width)" w:orient="landscape"/>"#
      + #"<w:pgMar w:top="\#(margins.left)" w:right="\#(margins.top)""#
      + #" w:bottom="\#(margins.right)" w:left="\#(margins.bottom)""#
      + #" w:header="\#(margins.header)" w:footer="\#(margins.footer)" w:gutter="0"/>"#
    // Headers and footers come first in the element, then what kind of section it is.
    var at = others.startIndex
    for name in ["headerReference", "footerReference", "footnotePr", "endnotePr", "type"] {
      while let found = others.range(of: "<w:\(name)", from: at),
        let end = others.end(of: name, from: found)
      {
        at = end
      }
    }
    return others[..<at] + measures + others[at...]
  }
}

extension String {
  /// Where an element begins.
  fileprivate func range(of tag: String, from start: String.Index) -> String.Index? {
    var place = start
    while place < endIndex {
      if self[place...].hasPrefix(tag) { return place }
      place = index(after: place)
    }
    return nil
  }

  /// Behind the element of a name that begins at a place.
  fileprivate func end(of name: String, from start: String.Index) -> String.Index? {
    guard let close = self[start...].firstIndex(of: ">") else { return nil }
    if self[..<close].last == "/" { return index(after: close) }
    guard let end = range(of: "</w:\(name)>", from: close) else { return nil }
    return index(end, offsetBy: "</w:\(name)>".count, limitedBy: endIndex)
  }
}
