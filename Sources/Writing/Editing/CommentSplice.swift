import Domain
import Foundation
import Packages

/// Adds comments to a sheet; those that are there stay.
struct CommentSplice {
  private let package: EditedPackage
  private let sheet: String
  private let author: String
  private let texts: [CellAddress: String]

  /// - Parameter sheet: The name of the sheet's part.
  init(
    _ package: EditedPackage, sheet: String, author: String, texts: [CellAddress: String]
  ) {
    self.package = package
    self.sheet = sheet
    self.author = author
    self.texts = texts
  }

  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
  private static let drawingType = "application/vnd.openxmlformats-officedocument.vmlDrawing"

  /// Adds the comments.
  /// - Parameter drawing: The relationship to the drawing of comments that the sheet has.
  /// - Returns: The id of a new one that the sheet is to refer to.
  func add(drawing: String?) throws -> String? {
    let related = try Relationship.all(of: sheet, in: package.archive)
    let old = try addTexts(related.first { $0.type == "comments" && !$0.isExternal }?.target)
    let new = texts.keys.filter { !old.contains($0) }.sorted()
    let shapes = new.map(shape).joined()
    if let drawing, let target = related.first(where: { $0.id == drawing })?.target,
      let content = try package.content(target)
    {
      package.set(target, try Self.adding(shapes, to: content, part: target))
      return nil
    }
    let name = package.freeName("xl/drawings/vmlDrawing", ".vml")
    package.set(name, Array(Self.drawing(shapes).utf8))
    try package.declare(extension: "vml", type: Self.drawingType)
    return try package.relate(sheet, to: name, type: Self.office + "/vmlDrawing")
  }

  // MARK: Texts

  /// - Returns: The cells that had a comment before.
  private func addTexts(_ part: String?) throws -> Set<CellAddress> {
    guard let part, let content = try package.content(part) else {
      let name = package.freeName("xl/comments", ".xml")
      let list = texts.sorted { $0.key < $1.key }.map { comment($0.key, $0.value, author: 0) }
      let xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<comments"
        + " xmlns=\"\(Self.main)\"><authors><author>\(author.escapedForXML)</author></authors>"
        + "<commentList>\(list.joined())</commentList></comments>"
      package.set(name, Array(xml.utf8))
      try package.declare(name, type: Self.type)
      _ = try package.relate(sheet, to: name, type: Self.office + "/comments")
      return []
    }
    let outline = try XMLOutline(
      content, part: part, names: ["authors", "author", "commentList", "comment", "text"])
    guard let authors = outline.all("authors").first, let list = outline.all("commentList").first
    else { throw PackageFault(part: part, problem: .missing) }
    let bodies = outline.all("text")
    let comments = outline.all("comment")
    var edits = XMLEdits()
    var old: Set<CellAddress> = []
    for comment in comments {
      guard let cell = comment.attributes["ref"].flatMap({ CellAddress($0) }) else { continue }
      old.insert(cell)
      guard let text = texts[cell],
        let body = bodies.first(where: { comment.range.contains($0.range.lowerBound) })
      else { continue }
      body.append(run("\n\(author)：\(text)", prefix: body.prefix), to: &edits)
    }
    let index = outline.all("author").count
    authors.append(
      "<\(authors.prefix)author>\(author.escapedForXML)</\(authors.prefix)author>", to: &edits)
    let new = texts.filter { !old.contains($0.key) }.sorted { $0.key < $1.key }
    list.append(
      new.map { comment($0.key, $0.value, author: index, prefix: list.prefix) }.joined(),
      to: &edits)
    package.set(part, edits.applied(to: content))
    return old
  }

  private func comment(
    _ cell: CellAddress, _ text: String, author: Int, prefix: String = ""
  ) -> String {
    "<\(prefix)comment ref=\"\(cell)\" authorId=\"\(author)\"><\(prefix)text>"
      + run(text, prefix: prefix) + "</\(prefix)text></\(prefix)comment>"
  }

  private func run(_ text: String, prefix: String) -> String {
    "<\(prefix)r><\(prefix)t xml:space=\"preserve\">\(text.escapedForXML)</\(prefix)t></\(prefix)r>"
  }

  // MARK: Drawings

  /// A shape that shows a comment beside its cell when the pointer rests there.
  private func shape(_ cell: CellAddress) -> String {
    let (row, column) = (cell.row - 1, cell.column - 1)
    let id = "_x0000_jibao_\(cell)"
    let anchor = "\(column + 1), 15, \(max(0, row - 1)), 10, \(column + 4), 15, \(row + 4), 4"
    return "<v:shape id=\"\(id)\" type=\"#_x0000_t202_jibao\""
      + " style=\"position:absolute;visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\">"
      + "<v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/>"
      + "<v:path o:connecttype=\"none\"/><v:textbox><div style=\"text-align:left\"></div>"
      + "</v:textbox><x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/>"
      + "<x:Anchor>\(anchor)</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>\(row)</x:Row>"
      + "<x:Column>\(column)</x:Column></x:ClientData></v:shape>"
  }

  /// The kind of shape that all of them are.
  private static let shapeType =
    "<v:shapetype id=\"_x0000_t202_jibao\" coordsize=\"21600,21600\" o:spt=\"202\""
    + " path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/>"
    + "<v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>"

  private static let spaces =
    "xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\""
    + " xmlns:x=\"urn:schemas-microsoft-com:office:excel\""

  private static func drawing(_ shapes: String) -> String {
    "<xml \(spaces)>\(shapeType)\(shapes)</xml>"
  }

  /// VML of old programs need not be well-formed: what is added goes before its last tag.
  private static func adding(_ shapes: String, to content: [UInt8], part: String) throws -> [UInt8]
  {
    guard let end = Data(content).range(of: Data("</xml>".utf8), options: .backwards) else {
      throw PackageFault(part: part, problem: .encoding)
    }
    let added = (shapeType + shapes)
      .replacing("<v:shapetype ", with: "<v:shapetype \(spaces) ")
      .replacing("<v:shape ", with: "<v:shape \(spaces) ")
    return content[..<end.lowerBound] + Array(added.utf8) + content[end.lowerBound...]
  }
}
