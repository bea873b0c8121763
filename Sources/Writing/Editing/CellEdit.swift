import Domain
import Packages

/// What becomes of a cell of a workbook that is written again.
public struct CellEdit {
  /// What is written into the cell; nil leaves its content.
  public enum Value: Hashable, Sendable {
    /// Decimal text.
    case number(String)
    case text(String)
  }

  public var value: Value?
  /// The style, by its number in the workbook; nil leaves it.
  var style: Int?

  public init(value: Value? = nil) { self.value = value }
}

extension SheetSplice {
  /// The changes that make cells what they are to be.
  func edits(_ cells: [CellAddress: CellEdit]) -> XMLEdits {
    var edits = XMLEdits()
    for (address, edit) in cells {
      guard let cell = found[address] else { continue }
      if let value = edit.value {
        edits.replace(cell.range, element(value, tag: cell.tag, address, style: edit.style))
      } else if let style = edit.style {
        let (range, text) = cell.tag.setting("s", to: String(style))
        edits.replace(range, text)
      }
    }
    addMissing(cells, to: &edits)
    return edits
  }

  /// New cells, those of one place together in their order; a tag that is its own end is opened.
  private func addMissing(_ cells: [CellAddress: CellEdit], to edits: inout XMLEdits) {
    let groups = Dictionary(
      grouping: missing.filter { cells[$0.key] != nil }, by: \.value.offset)
    for (offset, group) in groups {
      var text = ""
      var row = 0
      for (address, place) in group.sorted(by: { $0.key < $1.key }) {
        guard let edit = cells[address] else { continue }
        if place.needsRow, address.row != row {
          text += row > 0 ? "</\(prefix)row>" : ""
          text += "<\(prefix)row r=\"\(address.row)\">"
          row = address.row
        }
        text += newElement(edit, address)
      }
      if row > 0 { text += "</\(prefix)row>" }
      if let (tag, name) = emptyTags[offset] {
        let opened = tag.text.dropLast(2)
        edits.replace(tag.range, "\(opened)>\(text)</\(prefix)\(name)>")
      } else {
        edits.insert(text, at: offset)
      }
    }
  }

  private func newElement(_ edit: CellEdit, _ address: CellAddress) -> String {
    let style = edit.style.map { " s=\"\($0)\"" } ?? ""
    guard let value = edit.value else { return "<\(prefix)c r=\"\(address)\"\(style)/>" }
    return element(value, address, style)
  }

  /// A cell with another content: its style stays, or is the new one.
  private func element(
    _ value: CellEdit.Value, tag: XMLTag, _ address: CellAddress, style: Int?
  ) -> String {
    let kept = tag.value("s").map { String(decoding: content[$0], as: UTF8.self) }
    let style = (style.map(String.init) ?? kept).map { " s=\"\($0)\"" } ?? ""
    return element(value, address, style)
  }

  private func element(
    _ value: CellEdit.Value, _ address: CellAddress, _ style: String
  ) -> String {
    let start = "<\(prefix)c r=\"\(address)\"\(style)"
    let end = "</\(prefix)c>"
    switch value {
    case .number(let text): return "\(start)><\(prefix)v>\(text.escapedForXML)</\(prefix)v>\(end)"
    case .text(let text):
      return start + " t=\"inlineStr\"><\(prefix)is><\(prefix)t xml:space=\"preserve\">"
        + text.escapedForXML + "</\(prefix)t></\(prefix)is>" + end
    }
  }
}
