public import Definitions
public import Domain
import Foundation
public import Intake

/// A ledger that is stopped until what it lacks, or whose numbers it changed, is confirmed; nothing
/// was stored.
public struct LedgerStopped: Error, Sendable {
  public let day: Day
  /// What the ledger is known by.
  public let contentHash: ContentHash
  public let losses: [Loss]
  public let questions: [RenumberingFile.Question]
  /// Whether the ledger has several plans: then it is said which lost something.
  public let hasSeveralPlans: Bool
  /// Own columns that the snapshot before did not have: a lost column may be called so now.
  public let newColumns: [String]
  /// Rows of plans that are unknown here, which may be what is missed.
  public let setAside: [InputFault]
  /// Where the questions stand, ready to be decided; nil if they were not written.
  public private(set) var file: File?

  /// A file of questions.
  public struct File: Hashable, Sendable {
    public let path: String
    /// The system's number of why it could not be written.
    public let failure: Int32?
  }

  init(
    day: Day, contentHash: ContentHash, losses: [Loss], questions: [RenumberingFile.Question],
    hasSeveralPlans: Bool, newColumns: [String], setAside: [InputFault]
  ) {
    self.day = day
    self.contentHash = contentHash
    self.losses = losses
    self.questions = questions
    self.hasSeveralPlans = hasSeveralPlans
    self.newColumns = newColumns
    self.setAside = setAside
  }

  /// Writes the questions, if there are any. A file that is there already may be decided in part,
  /// and stays as it is.
  mutating func write(in folder: String) {
    guard !questions.isEmpty else { return }
    let name = "renumber-\(day.description.filter(\.isNumber))-\(contentHash.description.prefix(8))"
    let path = "\(folder)/\(name).csv"
    file = File(path: path, failure: Self.write(RenumberingFile.text(questions), path))
  }

  /// - Returns: The system's number of what kept it from being written.
  private static func write(_ text: String, _ path: String) -> Int32? {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { return errno == EEXIST ? nil : errno }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    do {
      try handle.write(contentsOf: Data(text.utf8))
      try handle.synchronize()
      return nil
    } catch {
      let code = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
      unlink(path)
      return Int32(code?.code ?? Int(EIO))
    }
  }
}
