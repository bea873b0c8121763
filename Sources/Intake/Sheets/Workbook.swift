import Definitions

/// A workbook as it was read.
final class Workbook {
  let path: String
  /// Of the file's bytes.
  let hash: ContentHash
  /// In the order of the tabs.
  let sheets: [Sheet]

  /// What the office or a program noted of it.
  let properties: [String: String]
  /// Whether days are counted from 1904 on.
  let is1904: Bool

  init(
    path: String, hash: ContentHash, sheets: [Sheet], properties: [String: String] = [:],
    is1904: Bool = false
  ) {
    (self.properties, self.is1904) = (properties, is1904)
    self.path = path
    self.hash = hash
    self.sheets = sheets
  }
}
