@testable import Store

extension StoreDamage {
  /// The name of the case.
  var name: String {
    switch self {
    case .row: "row"
    case .overlap: "overlap"
    case .content: "content"
    case .chain: "chain"
    case .sequence: "sequence"
    case .definition: "definition"
    case .places: "places"
    case .rowCount: "row count"
    case .edition: "edition"
    case .days: "days"
    case .setting: "setting"
    case .stranger: "stranger"
    case .unreadable: "unreadable"
    case .entry: "entry"
    case .file: "file"
    case .notes: "notes"
    }
  }
}
