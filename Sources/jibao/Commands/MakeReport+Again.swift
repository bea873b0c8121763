import Definitions
import Foundation
import Jobs

extension MakeReport {
  /// `jibao report --again MANIFEST --into DIR`.
  func makeAgain() throws {
    guard let again else { throw Usage.needs("--into", "--again") }
    guard let into else { throw Usage.needs("--again", "--into") }
    let others = [
      ("REPORT", !ids.isEmpty), ("--period", !period.isEmpty), ("--as-of", asOf != nil),
      ("--known-at", knownAt != nil), ("--plan", plan != nil), ("--comments-by", commentsBy != nil),
      ("--as-text", asText != nil),
    ]
    if let other = others.first(where: \.1) { throw Usage.exclusive("--again", other.0) }
    let workspace = try common.load()
    try makeFolder(into, beside: workspace)
    let outcome = try RemakeJob(workspace).run(manifest: again, into: into)
    guard outcome.differing.isEmpty else {
      try StandardOutput.fail(JobFailure.notTheSame(outcome.differing.count)) {
        try show(outcome, into)
      }
    }
    try show(outcome, into)
  }

  private func show(_ outcome: RemakeJob.Outcome, _ folder: String) throws {
    if json { return try StandardOutput.write(json: RemadeReport(outcome, folder: folder)) }
    for line in Wording.outcome(outcome, folder: folder) { try StandardOutput.writeLine(line) }
  }

  /// Whether a path lies in a folder, or is it, whatever links lead there.
  private static func isInside(_ path: String, _ folder: String) -> Bool {
    let (path, folder) = (real(path), real(folder))
    return path == folder || path.hasPrefix(folder + "/")
  }

  /// The path without links, of what is not there yet by the nearest folder that is.
  private static func real(_ path: String) -> String {
    var (there, rest) = (URL(fileURLWithPath: path).standardizedFileURL, [String]())
    while true {
      if let resolved = realpath(there.path, nil) {
        defer { free(resolved) }
        return ([String(cString: resolved)] + rest.reversed()).joined(separator: "/")
          .replacing("//", with: "/")
      }
      if there.path == "/" { return path }
      rest.append(there.lastPathComponent)
      there.deleteLastPathComponent()
    }
  }

  func makeFolder(_ path: String, beside workspace: Workspace) throws {
    // What lies there is an edition, or an export, and is taken for one.
    for taken in [workspace.output, workspace.exports] where Self.isInside(path, taken) {
      throw Usage.reserved(folder: path, by: taken)
    }
    guard let names = try DiskFiles.names(in: path) else {
      return try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true)
    }
    guard names.isEmpty else { throw Usage.notEmpty(folder: path) }
  }
}

/// An edition that was made again, for programs.
private struct RemadeReport: Encodable {
  struct Version: Encodable {
    let name: String
    let then: String
    let now: String
  }

  let same: Bool
  /// Whether figures alone were compared, the workbooks' layout being another one.
  let figuresOnly: Bool
  let folder: String
  let files: Int
  let differing: [String]
  let versions: [Version]

  init(_ outcome: RemakeJob.Outcome, folder: String) {
    same = outcome.differing.isEmpty
    figuresOnly = outcome.isLayoutGone
    self.folder = folder
    files = outcome.files.count
    differing = outcome.differing
    versions = outcome.versions.map { Version(name: $0.name, then: $0.then, now: $0.now) }
  }
}
