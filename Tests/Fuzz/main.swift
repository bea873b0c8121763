import Domain
import Foundation

@testable import Intake
@testable import Packages

/// Hands what libFuzzer makes up to the reader of workbooks; built by `make fuzz`.
///
/// The first byte says what the others are: the part of a sheet, comments, a part that is changed, or
/// a short text; any other begins a container.
@_silgen_name("LLVMFuzzerRunDriver")
private func run(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ target: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

private func read(_ bytes: [UInt8], _ handler: any XMLHandler) {
  guard let reader = try? XMLReader(part: "", handler: handler) else { return }
  try? bytes.withUnsafeBytes(reader.add)
  try? reader.finish()
}

private func sheet(_ bytes: [UInt8]) {
  let handler = SheetHandler(
    cells: CellCollector(
      styles: CellStyles(), texts: SharedTexts(), is1904: false, bytes: bytes.count
    ) { _, _ in })
  read(bytes, handler)
  let sheet = handler.cells.builder.sheet(name: "")
  for row in sheet.rows {
    for cell in sheet.cells[row.cells] {
      precondition(Int(cell.row) == row.number && sheet.bytes(cell).count <= 1 << 20)
    }
  }
  _ = ListWords(sheets: [sheet], parts: WorkbookParts()).lists(handler.tail.lists, tab: 1)
}

private func changes(_ bytes: [UInt8]) {
  guard let outline = try? XMLOutline(bytes, part: "", names: ["a", "xf"], depths: 2) else {
    return
  }
  var edits = XMLEdits()
  for element in outline.elements {
    let (range, text) = element.tag.setting("s", to: "1")
    edits.replace(range, text)
  }
  precondition(edits.applied(to: bytes).count > 0)
}

private func text(_ bytes: [UInt8]) {
  let text = String(decoding: bytes, as: UTF8.self)
  _ = (ListFormula(text), NumberFormat(code: text), CellRange(text), CellAddress(text))
  _ = (NumberText(bytes)?.text, EscapedText.decoded(bytes))
}

private func container(_ bytes: [UInt8]) {
  let faults = FaultList()
  let workbook = Workbook.read(bytes, faults: faults)
  // Nothing is refused without a word.
  precondition(workbook != nil || faults.errorCount > 0)
}

private func one(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let rest = Array(bytes.dropFirst())
  switch bytes.first {
  case 0: sheet(rest)
  case 1: read(rest, SheetComments(isThread: rest.first == 1))
  case 2: changes(rest)
  case 3: text(rest)
  default: container(bytes)
  }
  return 0
}

private var count = CommandLine.argc
private var arguments = CommandLine.unsafeArgv
exit(run(&count, &arguments, { one($0, $1) }))
