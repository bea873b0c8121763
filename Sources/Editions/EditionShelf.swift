public import Definitions
import Domain
import Foundation
public import Pages

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

  /// What was built.
  public enum Building {
    /// Files that wait to be published under a number, or dropped.
    case built(BuiltEdition)
    /// The newest edition holds the same files.
    case unchanged(Manifest, folder: String)
  }

  /// Builds the files of an edition in a folder.
  public typealias Build = (_ folder: String) throws -> [WrittenFile]

  /// Compares the files of two editions and writes the list into the folder of the new one.
  public typealias Correct =
    (_ corrections: Corrections, _ old: String, _ new: String) throws -> [WrittenFile]

  /// The name of the draft's folder.
  static let draft = "draft"
  /// No office makes as many editions of a period: a folder of a greater number is none of ours.
  static let greatestNumber = Int(Int32.max) - 1

  public let folder: String

  /// - Parameter folder: `out/<plan>/<period>`; made when it is needed.
  public init(folder: String) {
    self.folder = folder
  }

  /// The numbers of the editions there are.
  public var editions: [Int] {
    get throws {
      try numberedFolders.compactMap { Int($0) }.filter {
        (1...Self.greatestNumber).contains($0)
      }.sorted()
    }
  }

  /// The names that are numbers, those that no edition can have among them.
  public var numberedFolders: [String] {
    get throws {
      try OutputFolder.names(in: folder).filter { name in
        name.utf8.allSatisfy { (0x30...0x39).contains($0) } && name.first != "0"
      }
    }
  }

  /// Whether an edition's folder is there with the manifest that a hash is taken of.
  public func holds(_ edition: Int, manifest hash: ContentHash) throws -> Bool {
    guard try OutputFolder.names(in: path("\(edition)")).contains(Manifest.fileName) else {
      return false
    }
    return try Manifest.hash(folder: path("\(edition)")) == hash
  }

  /// Builds an edition, which is not there before it is published.
  ///
  /// Beside any but the first, `corrections.csv` and `.xlsx` list every figure that changed.
  /// - Parameters:
  ///   - withdrawn: The editions that were taken back: a new one may say the same. Where all were,
  ///     the newest of them is still what readers have, and corrected.
  ///   - report: Names the tables' CSV files and their key columns.
  ///   - correct: Writes the list of corrections.
  public func build(
    _ manifest: Manifest, withdrawn: Set<Int> = [], comparing report: ReportDefinition,
    correct: Correct, build: Build
  ) throws -> Building {
    let built = try BuiltEdition(manifest, on: self, name: "edition")
    built.manifest.files = try build(built.folder)
    let editions = try editions
    if let newest = try newest(of: editions.filter { !withdrawn.contains($0) }) {
      if newest.files == built.manifest.files {
        return .unchanged(newest, folder: path("\(newest.edition)"))
      }
    }
    let last =
      try newest(of: editions.filter { !withdrawn.contains($0) }) ?? newest(of: editions)
    if let last, let asOf = Day(manifest.asOf) {
      let corrections = Corrections(
        report: report, created: asOf,
        subject: "\(manifest.plan) \(manifest.period ?? manifest.asOf)："
          + "第\(built.manifest.edition)版与第\(last.edition)版相比，数据截止\(manifest.asOf)")
      built.manifest.corrections = try correct(
        corrections, path("\(last.edition)"), built.folder)
    }
    return .built(built)
  }

  /// The manifest of the newest edition; nil if there is none, or it is missing or damaged.
  public func newest() throws -> Manifest? { try newest(of: editions) }

  /// The manifest of the last of some editions; nil if that is missing or damaged.
  /// - Throws: `DefinitionFault` where it is there and cannot be read.
  private func newest(of editions: [Int]) throws -> Manifest? {
    guard let last = editions.last else { return nil }
    do {
      return try Manifest(folder: path("\(last)"))
    } catch let fault as DefinitionFault {
      throw fault
    } catch {
      return nil
    }
  }

  /// Publishes what was built under the number that its manifest bears.
  public func publish(_ built: BuiltEdition) throws -> Outcome {
    let target = path("\(built.manifest.edition)")
    try built.complete()
    try OutputFolder.move(built.folder, to: target)
    try settle()
    return .published(built.manifest, folder: target)
  }

  /// Ends a publication, that of a killed run too: no draft is left beside the edition, and all of
  /// it outlives a power cut.
  public func settle() throws {
    try OutputFolder.remove(path(Self.draft))
    try OutputFolder.sync(folder)
  }

  /// Puts a draft in the place of the one before.
  public func publishDraft(_ manifest: Manifest, build: Build) throws -> Outcome {
    let built = try BuiltEdition(manifest, on: self, name: Self.draft)
    built.manifest.files = try build(built.folder)
    built.manifest.isDraft = true
    try built.complete()
    let target = path(Self.draft)
    let isReplaced = try OutputFolder.exchange(built.folder, with: target)
    try OutputFolder.sync(folder)
    if isReplaced { try OutputFolder.remove(built.folder) }
    return .draft(built.manifest, folder: target)
  }

  func path(_ name: String) -> String { folder + "/" + name }
}
