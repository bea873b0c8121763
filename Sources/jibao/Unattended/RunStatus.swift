import Foundation
import Pages

/// `status.json` in the workspace: how the runs stand, for monitors and for the next run, which says
/// again only what is news.
struct RunStatus: Codable, Hashable {
  static let fileName = "status.json"

  /// Something that goes on until a run finds that it has ended.
  struct Standing: Codable, Hashable {
    let topic: String
    let kind: RunEvent.Kind
    /// The instant of the run that met it first.
    let since: String
    /// The day, in the office's zone, on which it was said last; nil for what was not said yet.
    var saidOn: String?
    /// Whether its end is said.
    var saysEnd = true
    /// What is said, as it was found last.
    var text: [String]
  }

  /// The newest edition that a run made.
  struct Made: Codable, Hashable {
    let plan: String
    let period: String
    let edition: Int
    let folder: String
    let madeAt: String
  }

  /// When a run ended last, how, and by which program.
  var checkedAt = ""
  var exitCode: Int32 = 0
  var program = Program.version
  /// When a run last ended with code 0.
  var succeededAt: String?
  var lastMade: Made?
  var standing: [Standing] = []
  /// What the ledger that was stored last is warned of.
  var warnings: [String] = []
  /// The reports whose drafts were announced.
  var drafts: [String] = []
  /// Events that the command of `notify:` did not take.
  var undelivered: [RunEvent] = []

  /// The status that a workspace's last run left; a new one where there is none that can be read: then
  /// everything is said again.
  init(folder: String) {
    let data = try? Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(Self.fileName)"))
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    if let status = data.flatMap({ try? decoder.decode(Self.self, from: $0) }) { self = status }
  }

  /// The size of a page of a disk, which a status fills whole.
  private static let page = 4096

  /// Writes the status. Where there is no room for a new file it is written over the old one, whose
  /// pages are there already.
  func write(folder: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    var bytes = Array(try encoder.encode(self))
    let rest = Self.page - (bytes.count + 1) % Self.page
    bytes += [UInt8](repeating: 0x20, count: rest % Self.page) + [0x0A]
    let path = "\(folder)/\(Self.fileName)"
    let temporary = path + ".tmp"
    unlink(temporary)
    do {
      try Self.write(bytes, to: temporary, O_CREAT | O_EXCL)
      guard rename(temporary, path) == 0 else { throw OutputFault.system("rename", path) }
    } catch {
      unlink(temporary)
      try Self.write(bytes, to: path, 0)
    }
  }

  private static func write(_ bytes: [UInt8], to path: String, _ flags: Int32) throws {
    let file = open(path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC | flags, 0o600)
    guard file >= 0 else { throw OutputFault.system("open", path) }
    defer { close(file) }
    if let code = Descriptor.write(bytes, to: file, patience: -1) {
      errno = code
      throw OutputFault.system("write", path)
    }
    guard ftruncate(file, off_t(bytes.count)) == 0, fsync(file) == 0 else {
      throw OutputFault.system("write", path)
    }
  }
}
