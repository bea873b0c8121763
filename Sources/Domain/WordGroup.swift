/// The words of a ledger that group its rows.
public enum WordGroup: String, CaseIterable, Sendable {
  case section, group, leader, level, outlet

  /// The register and the column that hold them.
  public var column: (register: Register, id: String) {
    switch self {
    case .section: (.ledger, "section")
    case .group: (.units, "group")
    case .leader: (.ledger, "leaders")
    case .level: (.publications, "level")
    case .outlet: (.publications, "outlet")
    }
  }
}
