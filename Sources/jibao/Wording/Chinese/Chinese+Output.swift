import Domain
import Pages

extension Chinese {
  func balance(_ fault: BalanceFault) -> String {
    let parts = fault.parts.map(String.init).joined(separator: "＋")
    return "“\(fault.name)”的分项与总数不符：\(parts)不等于\(fault.whole)，文稿未生成"
  }

  func output(_ problem: OutputFault.Problem) -> String {
    switch problem {
    case .system(let call, let code): "系统调用 \(call) 失败：\(system(code))"
    case .library(let function, let code): "函数 \(function) 失败：\(library(code))"
    case .fileName: "不是可用的文件名"
    case .sheetName(let name): "“\(name)”不能用作工作表名"
    case .tooManyRows(let count): "\(count) 行超出工作表上限"
    case .tooManyColumns(let count): "\(count) 列超出工作表上限"
    case .overlap(let sheet, let cell): "\(sheet)!\(cell)：合并单元格重叠"
    case .text(let text, let problem): "“\(text.prefix(40))”：\(cell(problem))"
    case .package(let fault): package(fault)
    case .otherRows(let found, let meant): "读出 \(found) 行，应为 \(meant) 行"
    }
  }

  /// What is wrong with a container or a part of it.
  func package(_ fault: PackageFault) -> String {
    let problem = problem(fault.problem)
    return fault.part.isEmpty ? problem : "\(ShownText.plain(fault.part))：\(problem)"
  }

  private func problem(_ problem: PackageFault.Problem) -> String {
    switch problem {
    case .system(let call, let code): "系统调用 \(call) 失败：\(system(code))"
    case .library(let function, let code): "函数 \(function) 失败：错误代码 \(code)"
    case .missing: "缺失"
    case .cutOff: "中途截断"
    case .inconsistent: "各部分互相重叠，或与目录不符"
    case .twice: "出现两次"
    case .otherParts: "各部分与写入的不符"
    case .encrypted: "设有密码"
    case .method(let method): "压缩方式 \(method) 不能读取"
    case .checksum: "内容与校验值不符"
    case .otherSize: "解压后的大小与所记的不符"
    case .malformed(let line, let column, _):
      "第 \(line) 行第 \(column) 列不是完整的 XML"
    case .encoding: "不是 UTF-8 编码"
    case .doctype: "含有 DOCTYPE 声明"
    case .tooDeep(let limit): "元素嵌套超过 \(limit) 层"
    case .tooLongTag(let limit): "有一个标签或注释超过 \(limit >> 10) KiB"
    case .count(let name, let found, let meant):
      "\(counted(name))应为 \(meant)，实为 \(found)"
    case .tooLarge: "超出文件格式的上限 4 GiB"
    case .tooManyParts(let limit): "超过 \(limit) 个部分"
    case .tooManyBytes(let limit): "解压后超过 \(limit >> 20) MiB"
    case .bomb(let ratio): "解压后超过压缩大小的 \(ratio) 倍"
    }
  }

  /// What an element of a part stands for.
  private func counted(_ element: String) -> String {
    switch element {
    case "row": "行数"
    case "c": "单元格数"
    case "t": "文字字节数"
    case "mergeCell": "合并单元格数"
    case "cfRule": "条件格式数"
    case "hyperlink": "链接数"
    case "chart": "图表数"
    case "sheet": "工作表数"
    default: "“\(element)”项数"
    }
  }

  /// The error codes of libxlsxwriter.
  private func library(_ code: Int32) -> String {
    switch code {
    case 1: "内存不足"
    case 2: "无法建立文件"
    case 3, 4: "无法建立或读取临时文件"
    case 5...10: "无法写入压缩包"
    default: "错误代码 \(code)"
    }
  }

  func cell(_ fault: CellFault) -> String {
    "\(fault.sheet) 第 \(fault.row) 行第 \(fault.column) 列：\(cell(fault.problem))"
  }

  func cell(_ problem: CellFault.Problem) -> String {
    switch problem {
    case .tooLong(let units): "共 \(units) 个字符，单元格最多容纳 32767 个"
    case .formulaTooLong(let units):
      "共 \(units) 个字符，公式最多 8192 个，其中一段文字最多 255 个"
    case .character(let scalar): "含有不能写入的字符 \(ShownText.codePoint(scalar))"
    case .notFinite: "不是有限的数"
    case .encoding(let name): "含有 \(name) 没有的字符"
    }
  }
}
