import Editions
import Foundation
import Pages
import Store

/// A workspace and its ledger hold the same random token, so that two offices whose ledgers bear the
/// same id by accident never write one history. Copies of a workspace share it.
extension Workspace {
  /// Binds the workspace to its ledger: where neither is bound, or where it adopts the ledger.
  /// - Parameter open: Opens the store for writing; called where there is anything to note.
  /// - Throws: `JobFailure.otherWorkspace` where the ledger is bound to another workspace.
  func bind(_ store: LedgerStore, now: String, writing open: () throws -> LedgerStore) throws {
    let bound = try store.binding()
    let own = try token()
    if let bound, own == bound.token { return }
    if !adoptsLedger { try checkBinding(of: store, isWriting: true) }
    if bound != nil, !adoptsLedger { return }
    let token = try own ?? makeToken()
    try open().bind(LedgerBinding(token: token, boundAt: now), after: bound)
    // Where another workspace was faster.
    try checkBinding(of: store, isWriting: true)
  }

  /// Whether the ledger is this workspace's, as far as both are bound.
  /// - Parameter isWriting: Whether a workspace that is not bound may not take a ledger that is.
  /// - Throws: `JobFailure.otherWorkspace` where not; `.otherLedger` where the workspace is bound to
  ///   another.
  func checkBinding(of store: LedgerStore, isWriting: Bool = false) throws {
    let own = try token()
    guard let bound = try store.binding() else {
      // Else a new history would begin in silence.
      guard !adoptsLedger, let own, let other = try store.otherLedger(boundBy: own) else { return }
      throw JobFailure.otherLedger(ledger, bound: other)
    }
    if own == bound.token || (own == nil && !isWriting) { return }
    throw JobFailure.otherWorkspace(
      ledger: ledger, since: bound.boundAt, theirs: LedgerBinding.mark(of: bound.token),
      folder: (tokenFile as NSString).deletingLastPathComponent,
      own: own.map(LedgerBinding.mark))
  }

  /// The token of the workspace; nil where it has none.
  func token() throws -> String? { try token(in: tokenFile) }

  /// The token in a file; nil where there is none.
  func token(in path: String) throws -> String? {
    let file = Foundation.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    if file < 0, errno == ENOENT { return nil }
    guard file >= 0 else { throw OutputFault.system("open", path) }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = bytes.withUnsafeMutableBytes { Foundation.read(file, $0.baseAddress, $0.count) }
    guard count >= 0 else { throw OutputFault.system("read", path) }
    let text = String(decoding: bytes.prefix(count), as: UTF8.self)
    let token = text.last == "\n" ? String(text.dropLast()) : text
    guard token.utf8.count == Self.digits,
      token.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else { throw JobFailure.notAToken(path: path) }
    return token
  }

  /// 128 bits.
  private static let digits = 32

  /// Makes the token, readable by its owner alone; it outlives a power cut before it is noted.
  private func makeToken() throws -> String {
    var random = SystemRandomNumberGenerator()
    let token = (0..<Self.digits).map { _ in
      String(Int.random(in: 0..<16, using: &random), radix: 16)
    }.joined()
    try writeToken(token, to: tokenFile)
    return token
  }

  /// Writes a token, which outlives a power cut when this returns.
  func writeToken(_ token: String, to path: String) throws {
    let temporary = path + ".tmp"
    unlink(temporary)
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let file = Foundation.open(temporary, flags, 0o600)
    guard file >= 0 else { throw OutputFault.system("open", temporary) }
    defer { close(file) }
    let bytes = Array((token + "\n").utf8)
    let count = bytes.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
    guard count == bytes.count, fchmod(file, 0o600) == 0, fsync(file) == 0 else {
      throw OutputFault.system("write", temporary)
    }
    guard rename(temporary, path) == 0 else { throw OutputFault.system("rename", path) }
    try OutputFolder.sync((path as NSString).deletingLastPathComponent)
  }
}
