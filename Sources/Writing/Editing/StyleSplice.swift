import Domain
import Packages

/// Adds styles to a workbook that are those of its cells but for their fill.
struct StyleSplice {
  private let content: [UInt8]
  private let outline: XMLOutline
  private let fills: XMLElement
  private let formats: XMLElement
  private let styles: [XMLElement]
  private var newFills: [String] = []
  private var newStyles: [String] = []
  private var known: [[Int]: Int] = [:]

  /// Nil if the workbook has no styles that could be added to.
  init?(_ content: [UInt8], part: String) throws {
    self.content = content
    outline = try XMLOutline(
      content, part: part, names: ["fills", "fill", "cellXfs", "xf"], depths: 1)
    guard let fills = outline.elements.first(where: { $0.name == "fills" && $0.depth == 2 }),
      let formats = outline.elements.first(where: { $0.name == "cellXfs" && $0.depth == 2 })
    else { return nil }
    (self.fills, self.formats) = (fills, formats)
    styles = outline.all("xf").filter {
      $0.depth == 3 && formats.range.contains($0.range.lowerBound)
    }
  }

  /// The number of a style like another one, filled with a colour (RRGGBB).
  mutating func style(like style: Int, filled colour: String) -> Int {
    let fill = fill(colour)
    if let index = known[[style, fill]] { return index }
    let index = styles.count + newStyles.count
    known[[style, fill]] = index
    let attributes = [("fillId", String(fill)), ("applyFill", "1")]
    if styles.indices.contains(style) {
      let old = styles[style]
      let rest = content[old.tag.range.upperBound..<old.range.upperBound]
      newStyles.append(old.tag.with(attributes) + String(decoding: rest, as: UTF8.self))
    } else {
      newStyles.append(
        "<\(formats.prefix)xf numFmtId=\"0\" fontId=\"0\" fillId=\"\(fill)\" borderId=\"0\""
          + " xfId=\"0\" applyFill=\"1\"/>")
    }
    return index
  }

  private mutating func fill(_ colour: String) -> Int {
    let prefix = fills.prefix
    let text =
      "<\(prefix)fill><\(prefix)patternFill patternType=\"solid\"><\(prefix)fgColor"
      + " rgb=\"FF\(colour)\"/><\(prefix)bgColor indexed=\"64\"/></\(prefix)patternFill>"
      + "</\(prefix)fill>"
    let count = outline.all("fill").count {
      $0.depth == 3 && fills.range.contains($0.range.lowerBound)
    }
    if let index = newFills.firstIndex(of: text) { return count + index }
    newFills.append(text)
    return count + newFills.count - 1
  }

  /// The part with what was added; the old one if nothing was.
  var edited: [UInt8] {
    var edits = XMLEdits()
    Self.append(newFills, to: fills, &edits)
    Self.append(newStyles, to: formats, &edits)
    return edits.applied(to: content)
  }

  private static func append(_ texts: [String], to list: XMLElement, _ edits: inout XMLEdits) {
    guard !texts.isEmpty else { return }
    if let range = list.tag.value("count"),
      let count = list.attributes["count"].flatMap({ Int($0) }), !list.tag.isEmpty
    {
      edits.replace(range, String(count + texts.count))
    }
    list.append(texts.joined(), to: &edits)
  }
}
