import Domain
import Foundation

/// What is said in Chinese.
struct Chinese: Sentences {
  var error: String { "错误" }
  var warning: String { "提示" }
  var note: String { "提示" }
  var colon: String { "：" }

  func row(_ row: Int, column: String) -> String {
    "：第\(row)行" + (column.isEmpty ? "" : "，“\(column)”列")
  }

  var markingHint: String {
    "可用 jibao check FILE --mark OUT.xlsx 在副本中标注这些单元格"
  }

  func alike(_ cells: Int) -> String { "（共\(cells)格）" }

  func refused(errors: Int) -> String { "台账校验未通过，共\(errors)处错误，未入库" }

  func refused(plans: Int) -> String {
    "有\(plans)个方案未在本单位设置，其数据未予收取；其余方案不受影响"
  }

  func list(_ names: some Sequence<String>) -> String {
    let names = Array(names)
    guard !names.isEmpty else { return "无" }
    return names.prefix(12).joined(separator: "、") + (names.count > 12 ? "等" : "")
  }

  func system(_ code: Int32) -> String {
    switch code {
    case EPERM: "操作不被允许"
    case ENOENT: "文件或文件夹不存在"
    case EIO: "读写磁盘出错"
    case ENOMEM: "内存不足"
    case EACCES: "没有权限"
    case EBUSY: "正被占用"
    case EEXIST: "已经存在"
    case EXDEV: "不在同一磁盘分区"
    case ENOTDIR: "路径中有一段不是文件夹"
    case EISDIR: "是文件夹，不是文件"
    case EINVAL: "不是普通文件或参数无效"
    case ENFILE, EMFILE: "打开的文件过多"
    case ETXTBSY: "文件正在运行"
    case EFBIG: "文件过大"
    case ENOSPC: "磁盘空间不足"
    case EROFS: "文件系统为只读"
    case EPIPE: "接收方已关闭"
    case ENAMETOOLONG: "名称过长"
    case ENOTEMPTY: "文件夹不为空"
    case ELOOP: "链接循环"
    case ESTALE: "网络文件夹已失效"
    case EDQUOT: "磁盘配额已用完"
    default: "系统错误\(code)"
    }
  }

  /// What a misspelt word may have been meant to be.
  func nearest(_ word: String, _ known: [String]) -> String {
    Nearest.candidates(word, among: known, limit: 1).first.map { "；最接近的是：\($0)" } ?? ""
  }

  /// Candidates as the beginning of a cure.
  func meant(_ names: [String]) -> String {
    names.isEmpty ? "" : "是否应为：\(names.joined(separator: "、"))？"
  }
}
