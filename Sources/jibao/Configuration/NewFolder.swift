import Domain
import Foundation
import Intake
import Pages
import Writing

/// A folder that is filled aside and is there whole, or not at all.
struct NewFolder {
  /// Something stands where a part of the folder would go.
  struct Occupied: Error { let path: String }

  private let path: String
  private let files = FileManager.default

  init(_ path: String) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// Fills a folder beside the new one, and renames it; where there is a folder already, as a mount
  /// point is, fills one in it and moves what it holds up.
  /// - Throws: What `fill` throws, `Occupied`, `OutputFault`; then what was made is gone again.
  func make(_ fill: (_ folder: String) throws -> Void) throws {
    let isThere = files.fileExists(atPath: path)
    let aside = isThere ? "\(path)/.jibao-new-\(getpid())" : "\(path).jibao-new-\(getpid())"
    try Self.makeFolder(aside)
    defer { try? files.removeItem(atPath: aside) }
    try fill(aside)
    if isThere { try moveUp(aside) } else { try Self.move(aside, to: path) }
  }

  /// Moves the parts of a folder up, and back again if one cannot be.
  private func moveUp(_ aside: String) throws {
    // What makes it a workspace comes last.
    let names = try files.contentsOfDirectory(atPath: aside).sorted {
      ($0 == Configuration.fileName ? 1 : 0, $0) < ($1 == Configuration.fileName ? 1 : 0, $1)
    }
    var moved: [String] = []
    do {
      for name in names {
        var status = stat()
        guard lstat("\(path)/\(name)", &status) != 0 else {
          throw Occupied(path: "\(path)/\(name)")
        }
        try Self.move("\(aside)/\(name)", to: "\(path)/\(name)")
        moved.append(name)
      }
    } catch {
      for name in moved { rename("\(path)/\(name)", "\(aside)/\(name)") }
      throw error
    }
  }

  /// Writes a file, and makes the folders that it needs.
  static func write(_ text: String, to path: String) throws {
    try write(Data(text.utf8), to: path)
  }

  /// Writes a file of what another holds: its owner and mode are those of any new file.
  static func copy(_ source: String, to path: String) throws {
    try write(Data(contentsOf: URL(fileURLWithPath: source)), to: path)
  }

  /// Copies the files of a folder and of those in it; one that is not there has none.
  static func copyTree(_ source: String, to path: String) throws {
    let files = FileManager.default
    guard files.fileExists(atPath: source) else { return }
    for name in try files.subpathsOfDirectory(atPath: source).sorted() {
      var isFolder: ObjCBool = false
      guard files.fileExists(atPath: "\(source)/\(name)", isDirectory: &isFolder),
        !isFolder.boolValue
      else { continue }
      try copy("\(source)/\(name)", to: "\(path)/\(name)")
    }
  }

  /// Copies a workbook, its tasks numbered from 1 on.
  static func writeNumbers(
    _ numbering: [SuggestedNumbering], from workbook: String, to path: String
  ) throws {
    let editor = try WorkbookEditor(path: workbook)
    var number = 0
    for sheet in numbering {
      var values: [CellAddress: CellEdit.Value] = [:]
      if let heading = sheet.heading { values[heading] = .text(sheet.headingText) }
      for cell in sheet.cells {
        number += 1
        values[cell] = .number("\(number)")
      }
      editor.set(values, in: sheet.sheet)
    }
    try editor.write(to: path, author: "jibao")
  }

  private static func write(_ data: Data, to path: String) throws {
    try makeFolder((path as NSString).deletingLastPathComponent)
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw OutputFault.system("open", path) }
    let code = Descriptor.write(data, to: file, patience: -1)
    guard close(file) == 0, code == nil else {
      if let code { errno = code }
      throw OutputFault.system("write", path)
    }
  }

  private static func makeFolder(_ path: String) throws {
    var status = stat()
    guard !path.isEmpty, stat(path, &status) != 0 else { return }
    try makeFolder((path as NSString).deletingLastPathComponent)
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw OutputFault.system("mkdir", path)
    }
  }

  private static func move(_ source: String, to target: String) throws {
    guard rename(source, target) == 0 else { throw OutputFault.system("rename", target) }
  }
}
