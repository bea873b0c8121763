import Rendering

extension English {
  func output(_ problem: OutputFault.Problem) -> String {
    switch problem {
    case .system(let call, let code): "\(call) failed: \(system(code))"
    case .library(let function, let code): "\(function): \(library(code))"
    case .compression(let function, let code): "\(function) gave the error code \(code)"
    case .fileName: "not a name that a file may have"
    case .sheetName(let name): "'\(name)' cannot be a sheet's name"
    case .tooManyRows(let count): "\(count) rows do not fit a sheet"
    case .tooManyColumns(let count): "\(count) columns do not fit a sheet"
    case .overlap(let sheet, let cell): "\(sheet)!\(cell): merged cells overlap"
    case .text(let text, let problem): "“\(text.prefix(40))”: \(cell(problem))"
    case .damaged(let part, let damage): "\(part) is incomplete: \(self.damage(damage))"
    }
  }

  private func damage(_ damage: OutputFault.Damage) -> String {
    switch damage {
    case .missing: "missing"
    case .cutOff: "cut off"
    case .packing: "not packed as expected"
    case .checksum: "wrong size or checksum"
    case .rows(let last, let expected): "row \(last) of \(expected)"
    case .noSheetData: "no rows"
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
