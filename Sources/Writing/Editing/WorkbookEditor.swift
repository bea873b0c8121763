public import Domain
import Foundation
import Packages
import Pages

/// Writes an office's workbook again with some cells changed, all else as it was, byte for byte.
///
/// Parts that are not touched are copied as they are packed; those that are keep every byte but those
/// of the cells.
public final class WorkbookEditor {
  /// A cell that is marked, and why.
  public struct Mark: Sendable {
    public let sheet: String
    public let cell: CellAddress
    public let reason: String
    /// Whether the ledger is refused for it.
    public let isError: Bool

    public init(sheet: String, cell: CellAddress, reason: String, isError: Bool) {
      self.sheet = sheet
      self.cell = cell
      self.reason = reason
      self.isError = isError
    }
  }

  private let path: String
  private let package: EditedPackage
  /// The part of each sheet, by the sheet's name.
  private var parts: [String: String] = [:]
  private var main = ""
  private var stylesPart: String?
  private var edits: [String: [CellAddress: CellEdit]] = [:]
  private var marks: [String: [CellAddress: [Mark]]] = [:]
  /// How many cells bear a mark in what was written.
  public private(set) var markedCells = 0

  private static let colours = (error: "FFC7CE", warning: "FFEB9C")
  /// What Excel lets a cell's comment hold.
  private static let commentLimit = 8_000

  /// - Throws: `OutputFault` if the workbook cannot be read.
  public init(path: String) throws {
    self.path = path
    package = try OutputFault.of(path) { try EditedPackage(path: path) }
    try OutputFault.of(path) { try findParts() }
  }

  /// The names of the sheets with cells.
  public var sheets: [String] { Array(parts.keys) }

  /// Marks cells: their fill, and a comment that says why.
  public func mark(_ marks: [Mark]) {
    for mark in marks { self.marks[mark.sheet, default: [:]][mark.cell, default: []].append(mark) }
  }

  /// Writes values into cells of a sheet. Whether they may be is for the caller to see to.
  public func set(_ values: [CellAddress: CellEdit.Value], in sheet: String) {
    for (cell, value) in values {
      edits[sheet, default: [:]][cell, default: CellEdit()].value = value
    }
  }

  /// Writes the workbook to a file that is not there yet.
  /// - Parameter author: Of the comments.
  /// - Throws: `OutputFault`.
  public func write(to target: String, author: String) throws {
    try OutputFault.of(path) { try change(author: author) }
    let file = try WorkbookFile(path: target)
    try OutputFault.of(target) { try package.write(to: file.archive) }
    _ = try file.finish()
  }

  private func findParts() throws {
    let root = try Relationship.all(of: "", in: package.archive)
    main = root.first { $0.type == "officeDocument" }?.target ?? "xl/workbook.xml"
    guard let content = try package.content(main) else {
      throw PackageFault(part: main, problem: .missing)
    }
    let outline = try XMLOutline(content, part: main, names: ["sheet"])
    let related = try Relationship.all(of: main, in: package.archive)
    stylesPart = related.first { $0.type == "styles" }?.target
    for sheet in outline.all("sheet") {
      let id = sheet.attributes.first { $0.key.hasSuffix(":id") }?.value
      guard let name = sheet.attributes["name"],
        let part = related.first(where: { $0.id == id && $0.type == "worksheet" })
      else { continue }
      parts[name] = part.target
    }
  }

  private func change(author: String) throws {
    var styles: StyleSplice?
    if !marks.isEmpty, let stylesPart, let content = try package.content(stylesPart) {
      styles = try StyleSplice(content, part: stylesPart)
    }
    for name in Set(edits.keys).union(marks.keys).sorted() {
      try changeSheet(name, author: author, styles: &styles)
    }
    if let styles, let stylesPart { package.set(stylesPart, styles.edited) }
    if !edits.isEmpty { try recalculate() }
  }

  private func changeSheet(_ name: String, author: String, styles: inout StyleSplice?) throws {
    guard let part = parts[name], let content = try package.content(part) else {
      throw PackageFault(part: name, problem: .missing)
    }
    var cells = edits[name] ?? [:]
    let marks = try shown(self.marks[name] ?? [:], content, part)
    markedCells += marks.count
    let splice = try SheetSplice(
      content, part: part, cells: Set(cells.keys).union(marks.keys))
    for (cell, reasons) in marks.sorted(by: { $0.key < $1.key }) {
      let old = splice.found[cell]?.tag.value("s").flatMap {
        Int(String(decoding: content[$0], as: UTF8.self))
      }
      let isError = reasons.contains(where: \.isError)
      cells[cell, default: CellEdit()].style = styles?.style(
        like: old ?? 0, filled: isError ? Self.colours.error : Self.colours.warning)
    }
    var changes = splice.edits(cells)
    if !marks.isEmpty {
      let texts = marks.mapValues { reasons in
        String(reasons.map(\.reason).joined(separator: "\n").prefix(Self.commentLimit))
      }
      let comments = CommentSplice(package, sheet: part, author: author, texts: texts)
      if let id = try comments.add(drawing: splice.legacyDrawing), let tail = splice.tail {
        changes.insert(drawing(id, of: splice), at: tail)
      }
    }
    package.set(part, changes.applied(to: content))
  }

  /// The marks of cells that are covered by a merge, at the cell of it that shows.
  private func shown(
    _ marks: [CellAddress: [Mark]], _ content: [UInt8], _ part: String
  ) throws -> [CellAddress: [Mark]] {
    guard !marks.isEmpty else { return marks }
    let merges = try MergeFinder(content, part: part, cells: Set(marks.keys))
    return marks.sorted { $0.key < $1.key }.reduce(into: [:]) { shown, mark in
      shown[merges.first[mark.key] ?? mark.key, default: []] += mark.value
    }
  }

  /// The element that shows the comments of a sheet.
  private func drawing(_ id: String, of sheet: SheetSplice) -> String {
    let isStrict = sheet.root?.text.contains("purl.oclc.org") == true
    let space =
      isStrict
      ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return "<\(sheet.prefix)legacyDrawing xmlns:r=\"\(space)\" r:id=\"\(id)\"/>"
  }

  /// Has the next program that opens the workbook compute its formulas anew.
  private func recalculate() throws {
    guard let content = try package.content(main) else { return }
    let outline = try XMLOutline(content, part: main, names: [], depths: 2)
    var edits = XMLEdits()
    let children = outline.elements.filter { $0.depth == 2 }
    if let calculation = children.first(where: { $0.name == "calcPr" }) {
      let (range, text) = calculation.tag.setting("fullCalcOnLoad", to: "1")
      edits.replace(range, text)
    } else if let root = outline.root {
      let before: Set = [
        "fileVersion", "fileSharing", "workbookPr", "AlternateContent", "revisionPtr",
        "workbookProtection", "bookViews", "sheets", "functionGroups", "externalReferences",
        "definedNames",
      ]
      let place = children.last { before.contains($0.name) }?.range.upperBound ?? root.end
      edits.insert("<\(root.prefix)calcPr fullCalcOnLoad=\"1\"/>", at: place)
    }
    package.set(main, edits.applied(to: content))
  }
}
