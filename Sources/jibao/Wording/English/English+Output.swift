import Domain
import Pages

extension English {
  func balance(_ fault: BalanceFault) -> String {
    let parts = fault.parts.map(String.init).joined(separator: " + ")
    return "the parts of \(fault.name) do not add up: \(parts) is not \(fault.whole);"
      + " the document was not made"
  }

  func output(_ problem: OutputFault.Problem) -> String {
    switch problem {
    case .system(let call, let code): "\(call) failed: \(system(code))"
    case .library(let function, let code): "\(function): \(library(code))"
    case .fileName: "not a name that a file may have"
    case .sheetName(let name): "'\(name)' cannot be a sheet's name"
    case .tooManyRows(let count): "\(count) rows do not fit a sheet"
    case .tooManyColumns(let count): "\(count) columns do not fit a sheet"
    case .overlap(let sheet, let cell): "\(sheet)!\(cell): merged cells overlap"
    case .text(let text, let problem): "“\(text.prefix(40))”: \(cell(problem))"
    case .package(let fault): package(fault)
    case .otherRows(let found, let meant): "\(found) rows were read, \(meant) counted"
    }
  }

  /// What is wrong with a container or a part of it.
  func package(_ fault: PackageFault) -> String {
    let problem = problem(fault.problem)
    return fault.part.isEmpty ? problem : "\(ShownText.plain(fault.part)): \(problem)"
  }

  private func problem(_ problem: PackageFault.Problem) -> String {
    switch problem {
    case .system(let call, let code): "\(call) failed: \(system(code))"
    case .library(let function, let code): "\(function) failed with code \(code)"
    case .missing: "the part is missing"
    case .cutOff: "it is cut off"
    case .inconsistent: "its parts overlap or are not where its directory says"
    case .twice: "it is there twice"
    case .otherParts: "it holds other parts than were written"
    case .encrypted: "it needs a password"
    case .method(let method): "packed by method \(method), which is not read"
    case .checksum: "its content is not what its checksum says"
    case .otherSize: "it unpacks to another size than it says"
    case .malformed(let line, let column, _):
      "not well-formed XML at line \(line), column \(column)"
    case .encoding: "it is not encoded in UTF-8"
    case .doctype: "it has a DOCTYPE"
    case .tooDeep(let limit): "elements stand in elements, more than \(limit) deep"
    case .tooLongTag(let limit): "a tag or a comment is longer than \(limit >> 10) KiB"
    case .count(let name, let found, let meant):
      "\(counted(name)): \(meant) were handed over, \(found) are there"
    case .tooLarge: "larger than the file format allows, 4 GiB"
    case .tooManyParts(let limit): "it has more than \(limit) parts"
    case .tooManyBytes(let limit): "it unpacks to more than \(limit >> 20) MiB"
    case .bomb(let ratio): "it unpacks to more than \(ratio) times its size"
    }
  }

  /// What an element of a part stands for.
  private func counted(_ element: String) -> String {
    switch element {
    case "row": "rows"
    case "c": "cells"
    case "t": "bytes of text"
    case "mergeCell": "merged cells"
    case "cfRule": "conditional formats"
    case "hyperlink": "links"
    case "chart": "charts"
    case "sheet": "sheets"
    default: "'\(element)'"
    }
  }

  /// The error codes of libxlsxwriter.
  private func library(_ code: Int32) -> String {
    switch code {
    case 1: "out of memory"
    case 2: "the file cannot be made"
    case 3, 4: "a temporary file cannot be made or read"
    case 5...10: "the archive cannot be written"
    default: "error code \(code)"
    }
  }

  func cell(_ fault: CellFault) -> String {
    "\(fault.sheet), row \(fault.row), column \(fault.column): \(cell(fault.problem))"
  }

  func cell(_ problem: CellFault.Problem) -> String {
    switch problem {
    case .tooLong(let units): "\(units) characters; a cell takes 32,767"
    case .formulaTooLong(let units):
      "\(units) characters; a formula takes 8,192, a text in it 255"
    case .character(let scalar): "character \(ShownText.codePoint(scalar)) cannot stand there"
    case .notFinite: "not a finite number"
    case .encoding(let name): "a character that \(name) does not have"
    }
  }
}
