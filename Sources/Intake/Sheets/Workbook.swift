import Definitions

/// A workbook as it was read.
final class Workbook {
  let path: String
  /// Of the file's bytes.
  let hash: ContentHash
  /// In the order of the tabs.
  let sheets: [Sheet]

  init(path: String, hash: ContentHash, sheets: [Sheet]) {
    self.path = path
    self.hash = hash
    self.sheets = sheets
  }
}
