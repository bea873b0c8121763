public import Domain

/// A CSV file: the rows of a table for programs.
public struct DataFile: Sendable {
  /// What a field says, and whether it is text that a spreadsheet might take for a formula.
  public typealias Field = (text: String, isText: Bool)

  /// The name that faults show.
  public let name: String
  /// The headings of the columns of the table.
  public let headings: [String]
  public let encoding: CSVEncoding
  /// Whether text that looks like a formula gets a leading apostrophe.
  public let guardsFormulas: Bool
  /// What a column says of a row.
  public let field: @Sendable (_ column: Int, _ row: [Value]) -> Field
  /// Why figures of a row are missing, which stands behind its columns; nil where none can be.
  public var reason: (@Sendable (_ row: [Value]) -> String)?
  /// What stands in every row behind that: of which report it is, so that files can be put one
  /// under another.
  public var stamp: [(heading: String, text: String)] = []

  public init(
    name: String, headings: [String], encoding: CSVEncoding, guardsFormulas: Bool,
    field: @escaping @Sendable (_ column: Int, _ row: [Value]) -> Field
  ) {
    self.name = name
    self.headings = headings
    self.encoding = encoding
    self.guardsFormulas = guardsFormulas
    self.field = field
  }

  /// A table of texts.
  public init(name: String, headings: [String], encoding: CSVEncoding, guardsFormulas: Bool) {
    self.init(
      name: name, headings: headings, encoding: encoding, guardsFormulas: guardsFormulas
    ) { column, row in (row[column].text ?? "", true) }
  }

  /// All headings, with those behind the table's.
  public var allHeadings: [String] {
    headings + (reason == nil ? [] : [free(DataReasons.heading)])
      + stamp.map { free($0.heading) }
  }

  /// A heading that no column has.
  private func free(_ heading: String) -> String {
    var heading = heading
    while headings.contains(heading) { heading += "（报表）" }
    return heading
  }

  /// What stands in the place of a figure that there was none of.
  public static let nothing = "—"
}

/// The column in which a CSV file says why figures are missing in a row.
public enum DataReasons {
  public static let heading = "无数值原因"

  public static func entry(_ heading: String, _ reason: String) -> String {
    "\(heading)：\(reason)"
  }

  /// What a row says, of all its columns.
  public static func text(_ entries: [String]) -> String { entries.joined(separator: "；") }

  /// The reason of one column.
  public static func reason(of heading: String, in text: String) -> String? {
    text.split(separator: "；").first { $0.hasPrefix(entry(heading, "")) }
      .map { String($0.dropFirst(entry(heading, "").count)) }
  }
}

/// What a CSV file says, read back to be compared.
public struct ReadTable: Sendable {
  public let headings: [String]
  public let rows: [[String]]

  public init(headings: [String], rows: [[String]]) {
    self.headings = headings
    self.rows = rows
  }

  /// The cells of a column, with the reason in the place of a figure that is missing: there older
  /// editions have it.
  public func cells(_ heading: String) -> [String] {
    guard let column = headings.firstIndex(of: heading) else { return rows.map { _ in "" } }
    let reasons = headings.firstIndex(of: DataReasons.heading)
    return rows.map { row in
      let cell = row.indices.contains(column) ? row[column] : ""
      guard cell.isEmpty, let reasons, row.indices.contains(reasons) else {
        return cell == DataFile.nothing ? "" : cell
      }
      return DataReasons.reason(of: heading, in: row[reasons]) ?? ""
    }
  }
}
