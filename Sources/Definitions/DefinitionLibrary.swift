import Domain
import Foundation

/// Where definitions are found: folders in order, the first that has a name wins.
///
/// The order is: named on the command line, the workspace's own, what is installed, what lies
/// beside the binary. Only the last one that has a name is the shipped definition; a hit in an
/// earlier folder is an override and named in every manifest.
public struct DefinitionLibrary: Sendable {
  /// A kind's folders, the winning one first.
  public let queryFolders: [String]
  public let reportFolders: [String]
  public let calendarFolders: [String]

  public init(queryFolders: [String], reportFolders: [String], calendarFolders: [String]) {
    self.queryFolders = queryFolders
    self.reportFolders = reportFolders
    self.calendarFolders = calendarFolders
  }

  /// The ids of all queries, in order.
  public var queryIDs: [String] {
    let folders = Set(queryFolders.flatMap(Self.names(in:))).filter { !$0.contains(".") }
    return folders.sorted().flatMap(queryIDs(in:))
  }

  /// The ids of all reports, in order.
  public var reportIDs: [String] { ids(in: reportFolders, ending: ".yaml") }

  /// The ids of the queries in a folder such as `metrics`, in order.
  public func queryIDs(in folder: String) -> [String] {
    ids(in: queryFolders.map { "\($0)/\(folder)" }, ending: ".sql").map { "\(folder)/\($0)" }
  }

  /// Finds the text of a query, without parsing it.
  public func queryFile(_ id: String) throws -> DefinitionFile {
    guard let path = files(id, in: queryFolders, ending: ".sql").first else {
      throw DefinitionFault(
        place: SourcePlace(file: id), problem: .notFound(id, known: queryIDs))
    }
    return try DefinitionFile(kind: .query, id: id, path: path)
  }

  /// Finds and parses a query.
  ///
  /// Shipped queries are held to the SQL contract by `jibao check` and the tests; an override is
  /// whenever it is used.
  /// - Throws: `DefinitionFault`; an override that changes parameters or columns is refused.
  public func query(_ id: String) throws -> QueryDefinition {
    let query = try QueryDefinition(queryFile(id))
    let path = query.file.path
    guard queryFolders.last.map({ path.hasPrefix($0 + "/") }) != true else { return query }
    try query.checkContract()
    if let last = files(id, in: queryFolders, ending: ".sql").last, last != path {
      let shipped = try QueryDefinition(DefinitionFile(kind: .query, id: id, path: last))
      guard query.columns == shipped.columns, query.parameters == shipped.parameters else {
        throw DefinitionFault(
          place: SourcePlace(file: path, line: 1),
          problem: .contract("an override keeps the parameters and columns of \(last)"))
      }
    }
    return query
  }

  /// Finds the text of a report.
  public func report(_ id: String) throws -> DefinitionFile {
    guard let path = files(id, in: reportFolders, ending: ".yaml").first else {
      throw DefinitionFault(
        place: SourcePlace(file: id), problem: .notFound(id, known: reportIDs))
    }
    return try DefinitionFile(kind: .report, id: id, path: path)
  }

  /// Whether a definition comes from another folder than the shipped ones.
  public func isOverride(_ file: DefinitionFile) -> Bool {
    switch file.kind {
    case .query: isOverride(file, queryFolders, ".sql")
    case .report: isOverride(file, reportFolders, ".yaml")
    case .calendar: isOverride(file, calendarFolders, ".csv")
    case .plan, .vocabulary: false
    }
  }

  /// The working-day calendars of all years that there are.
  public func calendars() throws -> [DefinitionFile] {
    try ids(in: calendarFolders, ending: ".csv").compactMap { id in
      try files(id, in: calendarFolders, ending: ".csv").first.map {
        try DefinitionFile(kind: .calendar, id: id, path: $0)
      }
    }
  }

  private func isOverride(_ file: DefinitionFile, _ folders: [String], _ ending: String) -> Bool {
    folders.count > 1
      && files(file.id, in: folders, ending: ending).last.map { $0 != file.path } ?? false
  }

  private func files(_ id: String, in folders: [String], ending: String) -> [String] {
    guard !id.split(separator: "/").contains("..") else { return [] }
    return folders.map { "\($0)/\(id)\(ending)" }.filter {
      FileManager.default.fileExists(atPath: $0)
    }
  }

  private func ids(in folders: [String], ending: String) -> [String] {
    let found = folders.flatMap(Self.names(in:)).filter { $0.hasSuffix(ending) }
    return Set(found.map { String($0.dropLast(ending.count)) }).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }

  private static func names(in folder: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  }
}
