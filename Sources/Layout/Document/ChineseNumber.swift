/// Numbers of sections: 一 to 九十九.
enum ChineseNumber {
  private static let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

  static func text(_ number: Int) -> String {
    guard (1...99).contains(number) else { return String(number) }
    let (tens, rest) = number.quotientAndRemainder(dividingBy: 10)
    return (tens > 1 ? digits[tens] : "") + (tens > 0 ? "十" : "") + digits[rest]
  }
}
