import Definitions
import Domain

extension Moment {
  /// What the checks of severity fail found; the others are noted as used, too.
  public func failures() throws -> [Finding] { try findings { $0.severity == .fail } }

  /// What the other checks found.
  public func warnings() throws -> [Finding] { try findings { $0.severity != .fail } }

  private func findings(of isWanted: (QueryDefinition) -> Bool) throws -> [Finding] {
    let checks = try library.queryIDs(in: "checks").map { try use($0) }
    return try checks.filter(isWanted).flatMap { check in
      let columns = try ["task", "unit", "detail"].map { try check.position(of: $0) }
      return try table(check.id).rows.map { row in
        Finding(
          check: check, task: row[columns[0]].text ?? "", unit: row[columns[1]].text ?? "",
          detail: row[columns[2]].text ?? "")
      }
    }
  }
}
