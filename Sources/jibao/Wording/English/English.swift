import Domain
import Foundation

/// What is said in English.
struct English: Sentences {
  var error: String { "error" }
  var warning: String { "warning" }
  var note: String { "note" }
  var colon: String { ": " }

  func row(_ row: Int, column: String) -> String {
    ": row \(row)" + (column.isEmpty ? "" : ", column \(column)")
  }

  var markingHint: String {
    "'jibao check FILE --mark OUT.xlsx' marks these cells in a copy"
  }

  func alike(_ cells: Int) -> String { " (\(cells) cells)" }

  func refused(errors: Int) -> String {
    "the ledger is refused: \(errors) \(errors == 1 ? "error" : "errors"); nothing was stored"
  }

  func refused(plans: Int) -> String {
    "rows of \(plans) unknown \(plans == 1 ? "plan" : "plans") are refused; the rest of the ledger "
      + "is not affected"
  }

  func list(_ names: some Sequence<String>) -> String {
    let names = Array(names)
    guard !names.isEmpty else { return "none" }
    return names.prefix(12).joined(separator: ", ") + (names.count > 12 ? ", …" : "")
  }

  func system(_ code: Int32) -> String { String(cString: strerror(code)) }

  /// What a misspelt word may have been meant to be.
  func nearest(_ word: String, _ known: [String]) -> String {
    Nearest.candidates(word, among: known, limit: 1).first.map { "; nearest: \($0)" } ?? ""
  }

  /// Candidates as the beginning of a cure.
  func meant(_ names: [String]) -> String {
    names.isEmpty ? "" : "did you mean \(names.joined(separator: ", "))? "
  }
}
