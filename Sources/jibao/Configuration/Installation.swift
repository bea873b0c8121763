import Definitions
import Domain
import ExampleFiles
import CalendarFiles
import Foundation
import QueryFiles
import ReportFiles

/// The files that came with the program: under `<prefix>/share/jibao`, else beside the binary.
struct Installation {
  /// A folder that ships with the program is not where it should be.
  struct Incomplete: Error { let folder: String }

  let queries: String
  let reports: String
  let calendars: String
  let examples: String
  /// The commit that an installed program was built from; nil where it is not known.
  let commit: String?

  init() throws {
    let binary = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let folder = binary.deletingLastPathComponent()
    let share = folder.deletingLastPathComponent().appendingPathComponent("share/jibao").path
    func find(_ name: String, _ bundle: String) throws -> String {
      let places = ["\(share)/\(name)", folder.appendingPathComponent(bundle).path]
      guard let found = try places.first(where: DiskFiles.exists) else {
        throw Incomplete(folder: places[0])
      }
      return found
    }
    commit = (try? DiskFiles.text(of: "\(share)/COMMIT"))?.map {
      String($0.prefix { $0.isHexDigit })
    }
    queries = try find("Queries", QueryFiles.bundle)
    reports = try find("Reports", ReportFiles.bundle)
    calendars = try find("Calendars", CalendarFiles.bundle)
    examples = try find("Examples", ExampleFiles.bundle)
  }

  /// The example plans that ship.
  var exampleNames: [String] {
    get throws {
      try (DiskFiles.names(in: examples) ?? []).filter { name in
        try DiskFiles.isFolder("\(examples)/\(name)")
          && DiskFiles.exists("\(examples)/\(name)/plan.yaml")
      }
    }
  }

  /// Where definitions are found, in the order in which they win.
  /// - Throws: `DefinitionFault` where a folder that a command names is not there, too: its
  ///   definitions would be missed in silence.
  func library(workspace: String, queries: String?, reports: String?) throws -> DefinitionLibrary {
    for named in [queries, reports].compactMap({ $0 }) where try DiskFiles.names(in: named) == nil {
      throw DefinitionFault(place: SourcePlace(file: named), problem: .unreadable(ENOENT))
    }
    func folders(_ named: String?, _ own: String, _ shipped: String) -> [String] {
      [named, "\(workspace)/\(own)", shipped].compactMap { $0 }
    }
    return try DefinitionLibrary(
      queryFolders: folders(queries, "Queries", self.queries),
      reportFolders: folders(reports, "Reports", self.reports),
      calendarFolders: folders(nil, "calendars", calendars))
  }
}
