import Definitions
import Domain

/// The texts that a report makes of results, each made when it is first asked for: figures may name
/// each other.
final class FigureBook {
  private let report: ReportDefinition
  private let context: ReportContext
  private let tables: (_ query: String) throws -> ResultStream
  private var texts: [String: String] = [:]
  private var lists: [String: FigureList] = [:]
  /// How many rows of figures are named, where that is fewer than they say.
  private(set) var limits: [String: Int] = [:]

  init(
    _ report: ReportDefinition, _ context: ReportContext,
    tables: @escaping (_ query: String) throws -> ResultStream
  ) {
    (self.report, self.context, self.tables) = (report, context, tables)
  }

  /// Names fewer rows of a figure. All texts that name it are made again.
  func limit(_ name: String, to most: Int) {
    limits[name] = most
    texts = [:]
  }

  /// What stands for a placeholder: the text of a figure, or what every report says; nil if there is
  /// none of the name.
  func text(_ name: String) throws -> String? {
    if let text = texts[name] ?? context.texts[name] { return text }
    guard let figure = report.figures[name] else { return nil }
    let text =
      try !isSaid(name, figure)
      ? figure.empty : try list(name, figure).text(most: limits[name], rowText(figure))
    texts[name] = text
    return text
  }

  /// A text with its placeholders filled.
  func filled(_ template: Template) throws -> String {
    try template.filled(
      known: (Array(context.texts.keys) + report.figures.keys).sorted(), text)
  }

  /// How many rows, or outermost groups, a figure would name.
  func count(_ name: String) throws -> Int {
    guard let figure = report.figures[name], try isSaid(name, figure) else { return 0 }
    return min(try list(name, figure).pieces.count, figure.most ?? .max)
  }

  /// The rows of a figure, each by itself, and what is said of those that are not named.
  func items(_ name: String) throws -> (items: [String], more: String) {
    guard let figure = report.figures[name], try isSaid(name, figure) else { return ([], "") }
    let list = try list(name, figure)
    return try list.items(most: limits[name], rowText(figure))
  }

  /// Whether anything may be said of it: there is an earlier report where it looks at one, and the
  /// texts that it depends on are as they must be.
  private func isSaid(_ name: String, _ figure: ReportDefinition.Figure) throws -> Bool {
    guard !report.withoutRows.contains(name) else { return false }
    let isMet = try figure.when.map { try text($0)?.isEmpty == false } ?? true
    let isFree = try figure.unless.map { try text($0)?.isEmpty != false } ?? true
    return isMet && isFree
  }

  private func list(_ name: String, _ figure: ReportDefinition.Figure) throws -> FigureList {
    if let list = lists[name] { return list }
    let list = try FigureList(figure, tables(figure.query), rowText(figure))
    // What rows say may name a figure that is shortened later.
    if report.document?.shortened == nil { lists[name] = list }
    return list
  }

  private func rowText(_ figure: ReportDefinition.Figure) throws -> RowText {
    RowText(
      columns: try tables(figure.query).columns, words: figure.words, empty: figure.empty,
      cutoff: context.cutoff,
      hidesDays: figure.leavesDaysOpen && context.texts["draft"]?.isEmpty == false, text: text)
  }
}

/// The rows of a figure, said.
struct FigureList {
  private let figure: ReportDefinition.Figure
  /// What is said of each row, or of each of the outermost groups.
  let pieces: [String]
  /// How many rows there are, and the first of them.
  private let rows: Int
  private let first: [Value]

  init(
    _ figure: ReportDefinition.Figure, _ stream: ResultStream, _ text: RowText
  ) throws {
    self.figure = figure
    var said: [SaidRow] = []
    try stream.forEach { row in
      guard text.meets(figure.conditions, row) else { return }
      let words = try text.filled(figure.text, row)
      if !words.isEmpty { said.append(SaidRow(values: row, text: words)) }
    }
    rows = said.count
    first = said.first?.values ?? []
    pieces = try Self.pieces(said, figure.groups[...], text)
  }

  private struct SaidRow {
    let values: [Value]
    let text: String
  }

  /// What is said of rows, group by group; groups of which the same is said are one.
  private static func pieces(
    _ rows: [SaidRow], _ groups: ArraySlice<ReportDefinition.Figure.Group>, _ text: RowText
  ) throws -> [String] {
    guard let group = groups.first else { return rows.map(\.text) }
    var places: [String: Int] = [:]
    var members: [[SaidRow]] = []
    for row in rows {
      let code = text.code(group.column, row.values)
      if let place = places[code] {
        members[place].append(row)
      } else {
        places[code] = members.count
        members.append([row])
      }
    }
    var merged: [(names: [String], list: String, rows: [SaidRow])] = []
    for rows in members {
      let inner = try pieces(rows, groups.dropFirst(), text)
      let shown = inner.prefix(group.most ?? .max).joined(separator: group.separator)
      let list = shown + (inner.count > group.most ?? .max ? group.more : "")
      let name = try group.name.map { try text.filled($0, rows[0].values, others: [:]) }
      if let name, let place = merged.firstIndex(where: { $0.list == list }) {
        merged[place].names.append(name)
      } else {
        merged.append((names: [name].compactMap { $0 }, list: list, rows: rows))
      }
    }
    return try merged.map { names, list, rows in
      try text.filled(
        group.text, rows[0].values,
        others: [
          "names": names.joined(separator: "、"), "list": list, "rows": String(rows.count),
          "groups": String(names.count),
        ])
    }
  }

  /// The whole text.
  /// - Parameter most: How many pieces are named at most, where that is fewer than the figure says.
  func text(most: Int?, _ text: RowText) throws -> String {
    guard rows > 0 else { return figure.empty }
    let (named, more) = try items(most: most, text)
    let list = named.joined(separator: figure.separator) + more
    if named.count < pieces.count, let beyond = figure.beyond {
      return try text.filled(beyond, first, others: others(list: list))
    }
    return try figure.whole.map { try text.filled($0, first, others: others(list: list)) } ?? list
  }

  /// The pieces that are named, and what is said of the others.
  func items(most: Int?, _ text: RowText) throws -> (items: [String], more: String) {
    let limit = min(most ?? .max, figure.most ?? .max)
    guard pieces.count > limit else { return (pieces, "") }
    let more = try figure.more.map { try text.filled($0, first, others: others(list: "")) }
    return (Array(pieces.prefix(limit)), more ?? "")
  }

  private func others(list: String) -> [String: String] {
    ["list": list, "rows": String(rows), "groups": String(pieces.count)]
  }
}
