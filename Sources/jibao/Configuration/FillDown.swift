import Definitions
import Domain

/// `fill_down:` of the configuration: the columns whose empty cells take what stands above them, as
/// merged cells need that were saved as CSV.
///
///     fill_down: [分类, 牵头领导, units.考核分组]
enum FillDown {
  /// The ids of the columns by register. A column is named by its heading or id; without the
  /// register's name before it that of the task register is meant, else of the first that has it.
  static func columns(_ node: YAMLNode) throws -> [Register: Set<String>] {
    var columns: [Register: Set<String>] = [:]
    for item in try node.items {
      let name = try item.text
      guard let (register, id) = column(name) else {
        throw item.fault(.unknownReference(name, known: known))
      }
      guard columns[register, default: []].insert(id).inserted else {
        throw item.fault(.duplicateKey(name))
      }
    }
    return columns
  }

  private static func column(_ name: String) -> (Register, String)? {
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    for register in [.ledger] + Register.allCases {
      let isNamed = [register.rawValue, register.heading].contains(parts.first)
      guard parts.count == 1 || isNamed, let heading = parts.last else { continue }
      let column = register.columns.first { $0.heading == heading || $0.id == heading }
      if let column { return (register, column.id) }
    }
    return nil
  }

  /// The columns that are named most often.
  private static let known = Register.ledger.columns.map(\.heading)
}
