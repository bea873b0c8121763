/// The words of a ledger that group its rows.
public enum WordGroup: String, CaseIterable, Sendable {
  case section, group, leader, level, outlet
  /// What rules count by: 考核事项's 类别 and 报送's 质量.
  case eventKind, quality

  /// Whether the words of plans and rules are those that count, and all others of the ledger do not.
  public var isCounted: Bool {
    switch self {
    case .level, .eventKind, .quality: true
    case .section, .group, .leader, .outlet: false
    }
  }

  /// The register and the column that hold them.
  public var column: (register: Register, id: String) {
    switch self {
    case .section: (.ledger, "section")
    case .group: (.units, "group")
    case .leader: (.ledger, "leaders")
    case .level: (.publications, "level")
    case .outlet: (.publications, "outlet")
    case .eventKind: (.events, "kind")
    case .quality: (.submissions, "quality")
    }
  }
}
