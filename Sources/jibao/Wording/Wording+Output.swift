import Foundation
import Rendering

/// What is said of files that could not be written.
extension Wording {
  static func output(_ fault: OutputFault) -> String {
    let what =
      switch fault.problem {
      case .system(let call, let code):
        say("\(call) failed: \(systemText(code))", "\(call) 失败:\(systemText(code))")
      case .library(let function, let message): "\(function): \(message)"
      case .fileName: say("not a name that a file may have", "不是可用的文件名")
      case .sheetName(let name): say("'\(name)' cannot be a sheet's name", "“\(name)”不能用作工作表名")
      case .tooManyRows(let count): say("\(count) rows do not fit a sheet", "\(count) 行超出工作表上限")
      case .tooManyColumns(let count):
        say("\(count) columns do not fit a sheet", "\(count) 列超出工作表上限")
      case .overlap(let sheet, let cell):
        say("\(sheet)!\(cell): merged cells overlap", "\(sheet)!\(cell):合并单元格重叠")
      case .text(let text, let problem): "“\(text.prefix(40))”: \(cell(problem))"
      case .damaged(let part, let reason):
        say("\(part) is incomplete: \(reason)", "\(part) 不完整:\(reason)")
      }
    return "\(fault.path): \(what)"
  }

  static func cell(_ fault: CellFault) -> String {
    say(
      "\(fault.sheet), row \(fault.row), column \(fault.column): \(cell(fault.problem))",
      "\(fault.sheet) 第 \(fault.row) 行第 \(fault.column) 列:\(cell(fault.problem))")
  }

  private static func cell(_ problem: CellFault.Problem) -> String {
    switch problem {
    case .tooLong(let units):
      say(
        "\(units) characters; a cell takes 32,767", "共 \(units) 个字符,单元格最多容纳 32767 个")
    case .formulaTooLong(let units):
      say(
        "\(units) characters; a formula takes 8,192, a text in it 255",
        "共 \(units) 个字符,公式最多 8192 个,其中一段文字最多 255 个")
    case .character(let scalar):
      say(
        "character U+\(code(scalar)) cannot stand there", "含有不能写入的字符 U+\(code(scalar))")
    case .notFinite: say("not a finite number", "不是有限的数")
    case .encoding(let name):
      say("a character that \(name) does not have", "含有 \(name) 没有的字符")
    }
  }

  private static func code(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private static func systemText(_ code: Int32) -> String { String(cString: strerror(code)) }
}
