import Domain

/// A quantity as offices write it: 1300人, 10000万元, ≥95%, 不少于20家, 新增床位200张.
struct QuantityText: Equatable {
  /// What stands before the quantity: 新增床位.
  var indicator = ""
  /// `>=`, `<=` or `=`; nil where the cell says nothing.
  var comparison: String?
  /// In millionths, with 万 and 亿 expanded.
  var value: Int64 = 0
  /// 计量单位, without 万 or 亿; `%` for a percentage.
  var unit = ""
  /// 万 or 亿 where it was expanded; else empty.
  var expanded = ""

  /// Reads a cell that holds one quantity.
  static func read(_ text: String) -> CellReading<QuantityText> {
    guard text.utf8.count <= 4_096 else { return .refused(.quantityForm) }
    var scanner = GrammarScanner(text)
    var head = ""
    while let next = scanner.next, !next.isASCIIDigit {
      head.unicodeScalars.append(next)
      scanner.skip()
    }
    var quantity = QuantityText()
    let isNegative = quantity.takeHead(head)
    guard let isNegative, let number = scanner.decimal() else { return .refused(.quantityForm) }
    let factor = takeFactor(&scanner)
    quantity.expanded = factor.word
    let rest = scanner.rest
    guard quantity.takeTail(rest) else { return .refused(.quantityForm) }
    return quantity.take((isNegative ? "-" : "") + number, times: factor.value)
  }

  private static let beforeWords: [(words: [String], comparison: String?)] = [
    (["≥", ">=", "不低于", "不少于", "不小于", "至少", "达到", "达"], ">="),
    (["≤", "<=", "≦", "不超过", "不高于", "不多于", "不大于", "控制在"], "<="), (["=", ":"], nil),
  ]

  /// What stands before the number; nil where it leaves the value open. True for a minus sign.
  private mutating func takeHead(_ head: String) -> Bool? {
    var head = head
    var isNegative = false
    if head == "-" || head == "−" { (head, isNegative) = ("", true) }
    for (words, comparison) in Self.beforeWords {
      guard let word = words.first(where: head.hasSuffix) else { continue }
      self.comparison = comparison
      head.removeLast(word.count)
      break
    }
    guard !Self.openWords.contains(where: head.hasSuffix), !head.hasSuffix("-") else { return nil }
    indicator = head
    return isNegative
  }

  private static let openWords = ["约", "近", "超过", "超", ">", "<", "大于", "小于", "低于", "高于"]

  private static func takeFactor(
    _ scanner: inout GrammarScanner
  ) -> (word: String, value: Int64) {
    if scanner.take("万亿") { return ("万亿", 1_000_000_000_000) }
    if scanner.take("亿") { return ("亿", 100_000_000) }
    if scanner.take("万") { return ("万", 10_000) }
    return ("", 1)
  }

  /// What stands behind the number; false where it leaves the value open, or is no unit.
  private mutating func takeTail(_ rest: String) -> Bool {
    var rest = rest.unicodeScalars.filter { !$0.isGrammarBlank }.map(\.halfWidth).text
    while let last = rest.last, "。.;；".contains(last) { rest.removeLast() }
    for (words, meaning) in [(["及以上", "以上"], ">="), (["以内", "及以下", "以下", "之内"], "<=")] {
      guard let word = words.first(where: rest.hasSuffix) else { continue }
      guard comparison == nil || comparison == meaning else { return false }
      comparison = meaning
      rest.removeLast(word.count)
    }
    let isUnit = rest.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || "%‰°℃㎡㎥/²³·()".unicodeScalars.contains(scalar)
    }
    guard isUnit, rest.unicodeScalars.count <= 12,
      !["左右", "上下", "余", "多", "至", "到"].contains(where: rest.contains)
    else { return false }
    unit = rest
    return true
  }

  private func take(_ number: String, times factor: Int64) -> CellReading<QuantityText> {
    let bytes = Array(number.utf8)
    switch bytes.withUnsafeBufferPointer({ NumberCell.quantity($0) }) {
    case .refused(let problem): return .refused(problem)
    case .value(let value):
      let (product, isTooLarge) = value.multipliedReportingOverflow(by: factor)
      guard !isTooLarge else { return .refused(.numberTooLarge) }
      var quantity = self
      quantity.value = product
      return .value(quantity)
    }
  }
}
