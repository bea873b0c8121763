public import Domain

extension RuleBook {
  /// The columns that every query of `Queries/scoring` which yields lines has.
  public static let lineColumns = [
    "unit", "task", "title", "occasion", "qty_num", "qty_den", "source_file", "source_day",
    "source_line",
  ]

  /// Holds the queries and columns that the rules name against what there is.
  /// - Parameters:
  ///   - queries: The ids that there are.
  ///   - columns: What a query yields.
  /// - Throws: `DefinitionFault` at the first place that names something else.
  public func check(queries: [String], columns: (_ query: String) throws -> [ResultColumn]) throws {
    let known = queries.filter { $0.hasPrefix("scoring/") }
    for source in rules.map(\.source) + [workload?.source].compactMap({ $0 }) {
      guard known.contains(source.query) else {
        throw source.fault(.unknownReference(source.query, known: known))
      }
      try source.check(columns: columns(source.query))
    }
  }
}

extension RuleBook.LineSource {
  /// A fault at the place of a column, else at that of the query.
  func fault(_ problem: DefinitionFault.Problem, at column: String = "") -> DefinitionFault {
    DefinitionFault(
      place: places[column] ?? places[""] ?? SourcePlace(file: query), problem: problem)
  }

  fileprivate func check(columns: [ResultColumn]) throws {
    let names = columns.map(\.name)
    for name in RuleBook.lineColumns + only.map(\.column) + (roles == nil ? [] : ["role_code"])
    where !names.contains(name) {
      throw fault(.unknownReference(name, known: names), at: name)
    }
    let integers = Set(columns.filter { $0.kind == .integer }.map(\.name))
    guard integers.contains(quantity) || integers.isSuperset(of: ratio) else {
      let ratios = names.filter { $0.hasSuffix("_num") }.map { String($0.dropLast(4)) }
      throw fault(.unknownReference(quantity, known: ratios + integers.sorted()), at: quantity)
    }
  }

  /// The two columns of a quantity that is a ratio.
  public var ratio: [String] { [quantity + "_num", quantity + "_den"] }
}
