public import Definitions
import Domain
import Foundation

/// The editions of one plan and period: the folder `out/<plan>/<period>`.
///
/// An edition is built in a temporary folder beside the others and published by renaming it; it is
/// never overwritten. Used by one run at a time.
public struct EditionShelf {
  /// What became of a run.
  public enum Outcome: Hashable, Sendable {
    /// A new edition stands in the folder.
    case published(Manifest, folder: String)
    /// The newest edition holds the same files; none was made.
    case unchanged(Manifest, folder: String)
    /// The draft stands in the folder, in the place of the one before.
    case draft(Manifest, folder: String)
  }

  /// Builds the files of an edition in a folder, as `ReportWriter` does.
  public typealias Build = (_ folder: String) throws -> [WrittenFile]

  private let folder: String

  /// - Parameter folder: `out/<plan>/<period>`; made when it is needed.
  public init(folder: String) {
    self.folder = folder
  }

  /// The numbers of the editions there are.
  public var editions: [Int] {
    OutputFolder.names(in: folder).compactMap { name in
      Int(name).flatMap { $0 > 0 && String($0) == name ? $0 : nil }
    }.sorted()
  }

  /// The newest edition's manifest, if there is one that can be read.
  public var newest: Manifest? {
    editions.last.flatMap { try? Manifest(folder: path("\($0)")) }
  }

  /// Publishes an edition, unless the newest one holds the same files.
  ///
  /// From the second edition on, `corrections.csv` and `.xlsx` list every figure that changed.
  /// - Parameters:
  ///   - known: The highest edition that was ever made: its number is not given again, even where
  ///     its folder is gone.
  ///   - report: Names the tables' CSV files and their key columns.
  public func publish(
    _ manifest: Manifest, after known: Int, comparing report: ReportDefinition, build: Build
  ) throws -> Outcome {
    let number = max(editions.last ?? 0, known) + 1
    return try inTemporaryFolder("\(number)") { temporary in
      var manifest = manifest
      manifest.files = try build(temporary)
      manifest.edition = number
      let newest = self.newest
      if let newest, newest.files == manifest.files {
        return .unchanged(newest, folder: path("\(newest.edition)"))
      }
      if let newest, let asOf = Day(manifest.asOf) {
        manifest.corrections = try Corrections(report: report, created: asOf).write(
          from: path("\(newest.edition)"), to: temporary)
      }
      try complete(manifest, in: temporary)
      try OutputFolder.move(temporary, to: path("\(number)"))
      try OutputFolder.remove(path("draft"))
      try OutputFolder.sync(folder)
      return .published(manifest, folder: path("\(number)"))
    }
  }

  /// Puts a draft in the place of the one before.
  public func publishDraft(_ manifest: Manifest, build: Build) throws -> Outcome {
    try inTemporaryFolder("draft") { temporary in
      var manifest = manifest
      manifest.files = try build(temporary)
      manifest.isDraft = true
      try complete(manifest, in: temporary)
      let (target, old) = (path("draft"), temporary + "-old")
      if access(target, F_OK) == 0 { try OutputFolder.move(target, to: old) }
      try OutputFolder.move(temporary, to: target)
      try OutputFolder.sync(folder)
      try OutputFolder.remove(old)
      return .draft(manifest, folder: target)
    }
  }

  private func path(_ name: String) -> String { folder + "/" + name }

  /// Writes the manifest last and syncs all there is.
  private func complete(_ manifest: Manifest, in temporary: String) throws {
    let file = try OutputFile(path: temporary + "/" + Manifest.fileName)
    try file.write(manifest.encoded())
    try OutputFolder.syncAll(temporary)
  }

  private func inTemporaryFolder(
    _ name: String, _ body: (_ temporary: String) throws -> Outcome
  ) throws -> Outcome {
    try OutputFolder.make(folder)
    try removeLeftovers()
    let temporary = path(".tmp-\(name)-\(getpid())")
    try OutputFolder.make(temporary)
    defer { try? OutputFolder.remove(temporary) }
    return try body(temporary)
  }

  /// Removes what killed runs left: temporary folders of processes that are no more.
  private func removeLeftovers() throws {
    for name in OutputFolder.names(in: folder) where name.hasPrefix(".tmp-") {
      let process = name.split(separator: "-").compactMap { pid_t($0) }.last ?? 0
      let isAlive = process > 0 && process != getpid() && (kill(process, 0) == 0 || errno == EPERM)
      if !isAlive { try OutputFolder.remove(path(name)) }
    }
  }
}
