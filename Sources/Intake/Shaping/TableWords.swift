import Domain

/// The words with which rows begin that are no tasks.
enum TableWords {
  /// What the first cell of a template's sample row says.
  static let sample = SampleRow.mark
  /// What ends a table where a mapping does not say.
  static let ends = [
    "注", "备注", "说明", "填表说明", "填报说明", "填表人", "填报人", "制表人", "制表", "审核人", "审核", "审核签字", "审签",
    "负责人签字", "主要负责人", "分管领导签字", "单位负责人", "联系人", "联系电话", "填报日期", "填表日期", "填报时间", "填报单位", "填表单位",
    "统计人", "负责人（签字", "负责人(签字", "分管领导签字",
    "主要负责人签字", "note", "notes", "key", "legend", "prepared by",
  ]
  /// What sums the rows up.
  static let totals = [
    "合计", "总计", "小计", "共计", "total", "totals", "subtotal", "sub total", "grand total",
  ]

  /// The word with which a text begins, if it stands alone or is parted from what follows.
  static func beginning(_ text: String, of words: [String]) -> String? {
    let lowercased = text.lowercased()
    return words.first { word in
      guard lowercased.hasPrefix(word.lowercased()) else { return false }
      guard let next = lowercased.dropFirst(word.count).first else { return true }
      return ":：(（)） 　\n1234567890一二三四五六七八九十、.．共".contains(next)
    }
  }

  /// Whether bytes begin as one of some words does, in capitals or not.
  static func mayBegin(_ bytes: UnsafeBufferPointer<UInt8>, _ words: [[UInt8]]) -> Bool {
    words.contains { word in
      bytes.count >= word.count
        && word.indices.allSatisfy { index in
          let byte = bytes[index]
          return ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) == word[index]
        }
    }
  }

  /// The whole number in a text that holds one only.
  static func number(in text: String) -> Int? {
    let runs = text.split { !($0.isASCII && $0.isNumber) }
    return runs.count == 1 && runs[0].count <= 9 ? Int(runs[0]) : nil
  }

  /// Whether a text is no more than a number, a date or a sign: it makes no task.
  static func isNumberLike(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.allSatisfy { (0x2B...0x3A).contains($0) || $0 == 0x25 || $0 == 0x20 }
  }
}
