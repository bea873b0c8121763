import Definitions
import Domain
import Packages

/// Reads the sheets of a workbook from its container, one pass over each part.
struct WorkbookReader {
  private let buffer: ByteBuffer
  private let path: String
  private let file: String
  private let hash: ContentHash
  private let faults: FaultList

  init(
    _ buffer: ByteBuffer, _ path: String, _ file: String, _ hash: ContentHash, _ faults: FaultList
  ) {
    self.buffer = buffer
    self.path = path
    self.file = file
    self.hash = hash
    self.faults = faults
  }

  /// The workbook; nil if cells are refused, which the faults say.
  func workbook() throws(FileRefusal) -> Workbook? {
    do {
      let archive = try ZipArchive(
        bytes: UnsafeRawBufferPointer(buffer.bytes), owner: buffer, limits: .received)
      return try read(archive)
    } catch let fault as PackageFault {
      throw FileRefusal(problem: .workbookDamaged(fault))
    } catch let refusal as FileRefusal {
      throw refusal
    } catch {
      throw FileRefusal(problem: .notAWorkbook(.other))
    }
  }

  /// The names of the sheets; none where the container is not one of a workbook.
  func names() -> [String] {
    do {
      let archive = try ZipArchive(
        bytes: UnsafeRawBufferPointer(buffer.bytes), owner: buffer, limits: .received)
      return try WorkbookParts(mainPart(of: archive), of: archive).tabs.map(\.name)
    } catch { return [] }
  }

  private func read(_ archive: ZipArchive) throws -> Workbook? {
    let main = try mainPart(of: archive)
    let parts = try WorkbookParts(main, of: archive)
    let relationships = try Relationship.all(of: main.name, in: archive)
    var (styles, texts) = (CellStyles(), SharedTexts())
    for relationship in relationships where !relationship.isExternal {
      guard let entry = archive.entry(relationship.target) else { continue }
      switch relationship.type {
      case "styles": styles = try CellStyles(entry, of: archive)
      case "sharedStrings": texts = try SharedTexts(entry, of: archive)
      default: break
      }
    }
    let before = faults.errorCount
    var sheets: [Sheet] = []
    var lists: [[SheetTail.List]] = []
    for (index, tab) in parts.tabs.enumerated() {
      let reader = SheetReader(
        archive: archive, file: file, tab: index + 1, is1904: parts.is1904, styles: styles,
        texts: texts, faults: faults)
      let (sheet, found) = try reader.sheet(
        tab, relationships.first { $0.id == tab.relationship })
      sheets.append(sheet)
      lists.append(found)
    }
    guard faults.errorCount == before else { return nil }
    let words = ListWords(sheets: sheets, parts: parts)
    for (index, found) in lists.enumerated() where !found.isEmpty {
      sheets[index] = sheets[index].with(words.lists(found, tab: index + 1))
    }
    return Workbook(path: path, hash: hash, sheets: sheets)
  }

  /// The part that lists the sheets.
  private func mainPart(of archive: ZipArchive) throws -> ZipEntry {
    let target = try Relationship.all(of: "", in: archive).first { $0.type == "officeDocument" }
    let name = target?.target ?? "xl/workbook.xml"
    if let entry = archive.entry(name), !name.hasPrefix("word/"), !name.hasPrefix("ppt/") {
      guard !name.hasSuffix(".bin") else { throw refusal(.binaryWorkbook) }
      return entry
    }
    let holds = { archive.entry($0) != nil }
    if holds("word/document.xml") || name.hasPrefix("ppt/") { throw refusal(.document) }
    if holds("mimetype"), holds("content.xml") { throw refusal(.openDocument) }
    if holds("[Content_Types].xml") { throw PackageFault(part: name, problem: .missing) }
    throw refusal(.other)
  }

  private func refusal(_ kind: InputProblem.FileKind) -> FileRefusal {
    FileRefusal(problem: .notAWorkbook(kind))
  }
}

/// Reads one sheet of a workbook.
struct SheetReader {
  let archive: ZipArchive
  let file: String
  /// The sheet's number among the tabs, from 1.
  let tab: Int
  let is1904: Bool
  let styles: CellStyles
  let texts: SharedTexts
  let faults: FaultList

  /// The sheet, its drop-down lists still without their words.
  func sheet(
    _ tab: WorkbookParts.Tab, _ relationship: Relationship?
  ) throws -> (Sheet, [SheetTail.List]) {
    guard let relationship, let entry = archive.entry(relationship.target) else {
      throw PackageFault(
        part: relationship?.target ?? "xl/workbook.xml", problem: .missing)
    }
    guard relationship.type == "worksheet" else {
      return (Sheet(name: tab.name, visibility: tab.visibility, isDrawing: true), [])
    }
    let handler = SheetHandler(
      cells: CellCollector(styles: styles, texts: texts, is1904: is1904, bytes: entry.size) {
        problem, cell in
        faults.add(.error, in: file) { InputFault(place: place(tab.name, cell), problem: problem) }
      })
    try XMLReader.read(entry, of: archive, handler: handler) {
      guard !handler.tail.hasTooManyMerges else {
        throw FileRefusal(problem: .tooManyMerges(limit: SheetTail.mergeLimit))
      }
    }
    var details = Sheet.Details()
    details.merges = handler.tail.merges
    details.hiddenColumns = handler.hiddenColumns.columns
    details.hasFilter = handler.hasFilter
    details.colouredCells = handler.cells.coloured
    try addRelated(to: &details, of: entry.name)
    let sheet = handler.cells.builder.sheet(
      name: tab.name, visibility: tab.visibility, details: details, shared: texts.pool)
    return (sheet, handler.tail.lists)
  }

  private func place(_ name: String, _ cell: CellAddress) -> SourcePlace {
    SourcePlace(file: file, sheet: name, tab: tab, cell: cell)
  }

  /// Comments and the filters of tables, which stand in parts of their own.
  private func addRelated(to details: inout Sheet.Details, of part: String) throws {
    var threads: [CellAddress: String] = [:]
    for relationship in try Relationship.all(of: part, in: archive) where !relationship.isExternal {
      guard let entry = archive.entry(relationship.target) else { continue }
      switch relationship.type {
      case "comments", "threadedComment":
        let isThread = relationship.type == "threadedComment"
        let comments = SheetComments(isThread: isThread)
        try XMLReader.read(entry, of: archive, handler: comments)
        // A thread has a note beside it that says how to read it.
        if isThread {
          threads.merge(comments.texts) { $0 + "\n" + $1 }
        } else {
          details.comments.merge(comments.texts) { $1 }
        }
      case "table":
        let table = TableFilter()
        try XMLReader.read(entry, of: archive, handler: table)
        details.hasFilter = details.hasFilter || table.hasFilter
      default: break
      }
    }
    details.comments.merge(threads) { $1 }
  }
}

/// Whether a table of a sheet can be filtered.
private final class TableFilter: XMLHandler {
  private(set) var hasFilter = false

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.local == "autoFilter" { hasFilter = true }
  }

  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeRawBufferPointer) {}
}
