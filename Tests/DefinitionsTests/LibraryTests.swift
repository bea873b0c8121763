import Definitions
import Domain
import Foundation
import TestSupport
import Testing

/// Where definitions are found, and which overrides are refused.
@Suite struct LibraryTests {
  static let query = """
    -- Title
    --
    -- Words.
    --
    -- grain:   one row
    -- key:     a
    -- params:  :as_of date
    -- columns: a text, b integer
    -- order:   a
    SELECT :as_of AS a, 1 AS b
    """

  /// A folder with some files.
  private func folder(_ files: [String: String]) throws -> String {
    let folder = try Repository.temporaryFolder("library")
    for (name, text) in files {
      let path = "\(folder)/\(name)"
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }
    return folder
  }

  private func library(_ folders: String...) throws -> DefinitionLibrary {
    try DefinitionLibrary(queryFolders: folders, reportFolders: folders, calendarFolders: folders)
  }

  @Test func theFirstFolderWins() throws {
    let own = try folder([
      "metrics/x.sql": Self.query + " -- own", "r.yaml": "own", "2023.csv": "own",
    ])
    let shipped = try folder([
      "metrics/x.sql": Self.query, "metrics/y.sql": Self.query, "state/z.sql": Self.query,
      "r.yaml": "shipped", "s.yaml": "shipped", "2023.csv": "shipped", "2024.csv": "shipped",
    ])
    let library = try library(own, shipped)
    #expect(library.queryIDs == ["metrics/x", "metrics/y", "state/z"])
    #expect(library.queryIDs(in: "metrics") == ["metrics/x", "metrics/y"])
    #expect(library.reportIDs == ["r", "s"])
    #expect(try library.query("metrics/x").file.path == "\(own)/metrics/x.sql")
    #expect(try library.report("r").text == "own")
    #expect(try library.calendars().map(\.text) == ["own", "shipped"])
    let files = try [
      library.query("metrics/x").file, library.query("metrics/y").file, library.report("r"),
      library.report("s"),
    ]
    #expect(try files.map(library.isOverride) == [true, false, true, false])
  }

  @Test func aFolderMayBeALinkOrMissing() throws {
    let shipped = try folder(["metrics/x.sql": Self.query])
    let link = try Repository.temporaryFolder("links") + "/Queries"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: shipped)
    #expect(try library("/nowhere", link).queryIDs == ["metrics/x"])
    #expect(try library("/nowhere").queryIDs == [])
  }

  /// What an override changes, and whether it is taken.
  @Test(arguments: [
    ("SELECT :as_of", "SELECT 'x' || :as_of", true), ("Title", "Other title", true),
    ("b integer", "b text", false), ("a text, b integer", "b integer, a text", false),
    (":as_of date", ":as_of text", false), ("SELECT :as_of AS a", "SELECT now() AS a", false),
  ])
  func anOverrideKeepsParametersAndColumns(
    _ old: String, _ new: String, _ isTaken: Bool
  ) throws {
    let own = try folder(["metrics/x.sql": Self.query.replacing(old, with: new)])
    let shipped = try folder(["metrics/x.sql": Self.query])
    let library = try library(own, shipped)
    guard !isTaken else {
      #expect(try library.query("metrics/x").file.path.hasPrefix(own))
      return
    }
    let fault = #expect(throws: DefinitionFault.self) { try library.query("metrics/x") }
    #expect(fault?.place.file == "\(own)/metrics/x.sql")
  }

  @Test(arguments: ["metrics/y", "../metrics/x", "metrics/../metrics/x", ""])
  func whatIsNotThereNamesWhatIs(_ id: String) throws {
    let library = try library(try folder(["metrics/x.sql": Self.query, "r.yaml": ""]))
    let query = #expect(throws: DefinitionFault.self) { try library.query(id) }
    #expect(query?.problem == .notFound(id, known: ["metrics/x"]))
    let report = #expect(throws: DefinitionFault.self) { try library.report(id) }
    #expect(report?.problem == .notFound(id, known: ["r"]))
  }

  @Test func aFileThatIsNotUTF8() throws {
    let folder = try folder([:])
    try Data([0xD6, 0xD0]).write(to: URL(fileURLWithPath: folder + "/r.yaml"))
    let fault = #expect(throws: DefinitionFault.self) { try library(folder).report("r") }
    #expect(fault?.problem == .notUTF8)
  }
}
