import Domain

/// A code that a report or a rule asks for in a column of a query's result.
public struct StatedCode {
  let query: String
  let column: String
  let code: String
  let place: SourcePlace
}

extension ReportDefinition {
  /// The codes that figures and sums of the report ask for.
  public var statedCodes: [StatedCode] {
    var stated: [StatedCode] = []
    for figure in figures.values {
      for (column, codes) in figure.conditions {
        stated += codes.map {
          StatedCode(query: figure.query, column: column, code: $0, place: figure.place)
        }
      }
    }
    for sums in tables.flatMap(\.sums) + tables.compactMap({ $0.total?.once?.sums }) {
      stated += sums.codes.map {
        StatedCode(query: sums.table, column: $0.key, code: $0.value, place: sums.place)
      }
    }
    return stated
  }
}

extension RuleBook {
  /// The codes that the rules ask for.
  public var statedCodes: [StatedCode] {
    (rules.map(\.source) + [workload?.source].compactMap { $0 }).flatMap { source in
      source.only.flatMap { column, codes in
        codes.map {
          StatedCode(
            query: source.query, column: column, code: $0, place: source.place(of: column))
        }
      }
    }
  }
}

extension DefinitionLibrary {
  /// The columns that hold codes which the queries themselves make; what others hold the ledger says.
  private static let made: Set<String> = ["state", "role"]

  /// Holds codes against what the columns may hold: one that no query makes would find nothing,
  /// without a word. What an office's own query makes is its own.
  /// - Throws: `DefinitionFault` for the first that is none.
  public func check(_ codes: [StatedCode]) throws {
    let known = codes.filter { queryIDs.contains($0.query) }
    for stated in known.sorted(by: { ($0.column, $0.code) < ($1.column, $1.code) }) {
      let query = try query(stated.query)
      let isNumber = query.columns.contains { $0.name == stated.column && $0.kind == .integer }
      let isFound =
        isNumber
        ? stated.code.isEmpty || Int64(stated.code) != nil
        : try stated.code.isEmpty || !Self.made.contains(stated.column) || isOwn(query.file)
          || literals(of: query).contains(stated.code)
      guard isFound else {
        let known = try isNumber ? ["0", "1"] : literals(of: query).sorted()
        let near = Nearest.candidates(stated.code, among: known)
        throw DefinitionFault(
          place: stated.place,
          problem: .unknownWord(stated.code, known: near.isEmpty ? Array(known.prefix(20)) : near))
      }
    }
  }

  /// The words in quotes of a query and of all that it reads.
  private func literals(of query: QueryDefinition) throws -> Set<String> {
    let stages = ["state", "facts", "past", "changes"].flatMap(queryIDs(in:))
    var (words, tables, seen) = (Set<String>(), query.tables, Set<String>())
    words.formUnion(query.literals)
    while let table = tables.subtracting(seen).first {
      seen.insert(table)
      for id in stages where id.hasSuffix("/\(table)") {
        let next = try self.query(id)
        words.formUnion(next.literals)
        tables.formUnion(next.tables)
      }
    }
    return words
  }
}

extension QueryDefinition {
  /// The words of small letters and digits that stand in quotes.
  fileprivate var literals: Set<String> {
    var (words, word) = (Set<String>(), [UInt8]?.none)
    for byte in body.utf8 {
      switch byte {
      case UInt8(ascii: "'"):
        if let word { words.insert(String(decoding: word, as: UTF8.self)) }
        word = []
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "_"), UInt8(ascii: "-"):
        word?.append(byte)
      default: word = nil
      }
    }
    return words
  }
}

extension RuleBook.LineSource {
  fileprivate func place(of column: String) -> SourcePlace {
    places[column] ?? places[""] ?? SourcePlace(file: query)
  }
}
