import Definitions
import Domain
import Foundation
import TestSupport
import Testing

/// Missing and unreadable differ: only what is not there counts as none.
@Suite struct DiskFilesTests {
  private func code(_ body: () throws -> Void) -> Int32? {
    do {
      try body()
      return nil
    } catch let fault as DefinitionFault {
      guard case .unreadable(let code) = fault.problem else { return nil }
      return code
    } catch { return nil }
  }

  @Test func whatIsNotThereIsNone() throws {
    let folder = try Repository.temporaryFolder("disk")
    #expect(try DiskFiles.names(in: folder + "/x") == nil)
    #expect(try DiskFiles.names(in: folder + "/x/y") == nil)
    #expect(try DiskFiles.contents(of: folder + "/x") == nil)
    #expect(try DiskFiles.text(of: folder + "/x") == nil)
    #expect(try !DiskFiles.exists(folder + "/x") && !DiskFiles.isFolder(folder + "/x"))
    #expect(try DiskFiles.names(in: folder) == [])
  }

  @Test func namesAreInOrderOfTheirBytes() throws {
    let folder = try Repository.temporaryFolder("disk")
    for name in ["乙", "b", ".c", "a", "Z"] { try write(name, to: "\(folder)/\(name)") }
    #expect(try DiskFiles.names(in: folder) == [".c", "Z", "a", "b", "乙"])
    #expect(try DiskFiles.text(of: folder + "/乙") == "乙")
  }

  /// Links to nothing and to themselves, files for folders, folders for files.
  @Test func whatIsNoneOfThemIsAFault() throws {
    let folder = try Repository.temporaryFolder("disk")
    try write("x", to: folder + "/file")
    try link("gone", to: folder + "/dangling")
    try link("loop", to: folder + "/loop")
    #expect(code { _ = try DiskFiles.names(in: folder + "/file") } == ENOTDIR)
    #expect(code { _ = try DiskFiles.names(in: folder + "/file/x") } == ENOTDIR)
    #expect(code { _ = try DiskFiles.contents(of: folder) } == EISDIR)
    #expect(code { _ = try DiskFiles.contents(of: folder + "/file/x") } == ENOTDIR)
    for (name, expected) in [("dangling", ENOENT), ("loop", ELOOP)] {
      let path = "\(folder)/\(name)"
      #expect(code { _ = try DiskFiles.names(in: path) } == expected)
      #expect(code { _ = try DiskFiles.contents(of: path) } == expected)
      #expect(code { _ = try DiskFiles.exists(path) } == expected)
      #expect(code { _ = try DiskFiles.isFolder(path) } == expected)
    }
    #expect(mkfifo(folder + "/pipe", 0o600) == 0)
    #expect(code { _ = try DiskFiles.contents(of: folder + "/pipe") } == EINVAL)
  }

  /// A library does not take an unreadable folder for an empty one.
  @Test(arguments: ["Queries", "Queries/metrics", "Reports", "calendars"])
  func aLibraryOfAFolderThatCannotBeRead(_ broken: String) throws {
    let folder = try Repository.temporaryFolder("disk")
    for name in ["Queries", "Reports", "calendars"] where name != broken {
      try FileManager.default.createDirectory(
        atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
    }
    func library() throws -> DefinitionLibrary {
      try DefinitionLibrary(
        queryFolders: [folder + "/Queries"], reportFolders: [folder + "/Reports"],
        calendarFolders: [folder + "/calendars"])
    }
    #expect(try library().queryIDs == [])
    try link("nowhere", to: "\(folder)/\(broken)")
    let fault = #expect(throws: DefinitionFault.self) { try library() }
    #expect(fault?.place.file == "\(folder)/\(broken)")
    #expect(fault?.problem == .unreadable(ENOENT))
  }

  private func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  private func link(_ target: String, to path: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
  }
}
