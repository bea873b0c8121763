public import Domain
import Synchronization

/// The definitions there are: in folders, or kept in a store as they were at some time.
///
/// The order of folders is: named on the command line, the workspace's own, what is installed,
/// what lies beside the binary. The first that has a name wins; only the last one holds what
/// ships. A hit in an earlier folder is an override and named in every manifest.
public struct DefinitionLibrary: Sendable {
  private let source: any DefinitionSource
  private let parsed = ParsedDefinitions()

  /// - Parameters: A kind's folders, the winning one first; one that is not there holds nothing.
  /// - Throws: `DefinitionFault` for a folder that cannot be listed.
  public init(
    queryFolders: [String], reportFolders: [String], calendarFolders: [String]
  ) throws {
    source = try DefinitionFolders(folders: [
      .query: queryFolders, .report: reportFolders, .calendar: calendarFolders,
      .glossary: queryFolders, .template: reportFolders,
    ])
  }

  /// Definitions as they were kept; no file is looked at.
  /// - Parameter isOverride: Whether one stood in the place of a shipped one.
  public init(
    kept files: [DefinitionFile],
    isOverride: @escaping @Sendable (DefinitionFile) throws -> Bool
  ) {
    source = KeptTexts(files, isOverride: isOverride)
  }

  /// The ids of all queries, in order.
  public var queryIDs: [String] { source.ids(.query, in: nil) }

  /// By which rules figures of these definitions are made: each number came with a query that all
  /// sets of its time have.
  public var figures: FigureRules {
    queryIDs.contains("state/written_word") ? .second : .first
  }

  /// The ids of all reports, in order.
  public var reportIDs: [String] { source.ids(.report, in: nil) }

  /// The ids of the queries in a folder such as `metrics`, in order.
  public func queryIDs(in folder: String) -> [String] { source.ids(.query, in: folder) }

  /// The tables that a moment makes, one for each query of `state/` and `facts/`.
  public var momentTables: Set<String> {
    Set(
      ["state", "facts"].flatMap(queryIDs).compactMap {
        $0.split(separator: "/").last.map(String.init)
      })
  }

  /// The tables of an earlier moment that the queries of `changes/` name, without `prior_`.
  public func priorTables() throws -> Set<String> {
    let prefix = SQLContract.priorPrefix
    let named = try queryIDs(in: "changes").flatMap { try query($0).tables }
    return Set(named.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) })
  }

  /// Finds the text of a query, without parsing it.
  public func queryFile(_ id: String) throws -> DefinitionFile {
    guard let file = try source.file(.query, id) else {
      throw DefinitionFault(
        place: SourcePlace(file: id), problem: .notFound(id, known: queryIDs))
    }
    return file
  }

  /// Finds and parses a query, once: every moment asks for the same ones.
  ///
  /// Shipped queries are held to the SQL contract by `jibao check` and the tests; an override or
  /// a query of the office's own is whenever it is used.
  /// - Throws: `DefinitionFault`; an override that changes parameters or columns is refused.
  public func query(_ id: String) throws -> QueryDefinition {
    if let query = parsed[id] { return query }
    let query = try parse(id)
    parsed[id] = query
    return query
  }

  private func parse(_ id: String) throws -> QueryDefinition {
    let query = try QueryDefinition(queryFile(id))
    guard source.isOwn(query.file) else { return query }
    try query.checkContract(momentTables: momentTables)
    if let file = try source.shipped(.query, id) {
      let shipped = try QueryDefinition(file)
      guard query.columns == shipped.columns, query.parameters == shipped.parameters else {
        throw DefinitionFault(
          place: SourcePlace(file: query.file.path, line: 1),
          problem: .query(.overrideDiffers(shipped: file.path)))
      }
    }
    return query
  }

  /// Finds the text of a report.
  public func report(_ id: String) throws -> DefinitionFile {
    guard let file = try source.file(.report, id) else {
      throw DefinitionFault(
        place: SourcePlace(file: id), problem: .notFound(id, known: reportIDs))
    }
    return file
  }

  /// The ids of the reports that have a Word template of the office, in order.
  public var templateIDs: [String] { source.ids(.template, in: nil) }

  /// The Word template of a report, if the office has one.
  public func template(_ id: String) throws -> DefinitionFile? { try source.file(.template, id) }

  /// Whether a definition is the office's own, and is held to what it promises whenever it is used.
  public func isOwn(_ file: DefinitionFile) -> Bool { source.isOwn(file) }

  /// Whether a definition stands in the place of one that ships.
  public func isOverride(_ file: DefinitionFile) throws -> Bool {
    // None ships.
    try file.kind == .template || source.isOverride(file)
  }

  /// Whether one ships under the same name with another text.
  public func differsFromShipped(_ file: DefinitionFile) throws -> Bool {
    try source.shipped(file.kind, file.id).map { $0.text != file.text } ?? false
  }

  /// The working-day calendars of all years that there are.
  public func calendars() throws -> [DefinitionFile] {
    try source.ids(.calendar, in: nil).compactMap { try source.file(.calendar, $0) }
  }

  /// What is said of columns, an office's own file before the shipped one; none among definitions
  /// that were kept before there was any.
  public func columnFiles() throws -> [DefinitionFile] {
    guard let file = try source.file(.glossary, ColumnCatalogue.id) else { return [] }
    // Where both were kept, the shipped one has a name of its own.
    if let kept = try source.file(.glossary, ColumnCatalogue.shippedID) { return [file, kept] }
    guard try source.isOverride(file),
      let shipped = try source.shipped(.glossary, ColumnCatalogue.id)
    else { return [file] }
    let base = DefinitionFile(
      kind: .glossary, id: ColumnCatalogue.shippedID, path: shipped.path, text: shipped.text)
    return [file, base]
  }

  /// Parses what is said of columns, once.
  public func columnCatalogue() throws -> ColumnCatalogue {
    if let catalogue = parsed.catalogue { return catalogue }
    let catalogue = try ColumnCatalogue(columnFiles())
    parsed.catalogue = catalogue
    return catalogue
  }

  /// Finds and parses a report.
  public func reportDefinition(_ id: String) throws -> ReportDefinition {
    let known = Set(queryIDs)
    return try ReportDefinition(report(id), columns: columnCatalogue()).identifyingRows { id in
      try known.contains(id) ? query(id).key : []
    }
  }
}

/// What was parsed, for a library and all its copies.
private final class ParsedDefinitions: Sendable {
  private let queries = Mutex<[String: QueryDefinition]>([:])
  private let columns = Mutex<ColumnCatalogue?>(nil)

  subscript(id: String) -> QueryDefinition? {
    get { queries.withLock { $0[id] } }
    set { queries.withLock { $0[id] = newValue } }
  }

  var catalogue: ColumnCatalogue? {
    get { columns.withLock { $0 } }
    set { columns.withLock { $0 = newValue } }
  }
}
