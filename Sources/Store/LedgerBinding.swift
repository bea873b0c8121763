import Database
import Definitions
import Domain

/// That a ledger belongs to a workspace: both hold the same random token.
public struct LedgerBinding: Hashable, Sendable {
  /// 32 hexadecimal digits.
  public let token: String
  /// UTC with milliseconds.
  public let boundAt: String

  public init(token: String, boundAt: String) {
    self.token = token
    self.boundAt = boundAt
  }

  /// What may be said of a token, which is itself kept secret.
  public static func mark(of token: String) -> String {
    String(ContentHash(of: token).description.prefix(8))
  }
}

extension LedgerStore {
  /// The binding that counts: the last one. Nil for a ledger that is bound to no workspace yet.
  public func binding() throws -> LedgerBinding? {
    try connection.firstRow(
      of: """
        SELECT token, bound_at FROM ledger
        WHERE ledger = :ledger
          AND binding = (SELECT max(binding) FROM ledger WHERE ledger = :ledger)
        """, ["ledger": .text(ledger)]
    ).map { row in
      guard let token = row[0].text, let boundAt = row[1].text else {
        throw StoreFailure.inconsistent("ledger")
      }
      return LedgerBinding(token: token, boundAt: boundAt)
    }
  }

  /// Another ledger that is bound by a token; nil for none.
  public func otherLedger(boundBy token: String) throws -> String? {
    try connection.firstRow(
      of: "SELECT min(ledger) FROM ledger WHERE token = :token AND ledger <> :ledger",
      ["token": .text(token), "ledger": .text(ledger)])?.first?.text
  }

  /// Binds the ledger to the workspace that holds the token.
  /// - Parameter earlier: The binding that it takes the place of; where it is another by now,
  ///   nothing is done.
  public func bind(_ binding: LedgerBinding, after earlier: LedgerBinding?) throws {
    try write {
      guard try self.binding() == earlier else { return }
      try connection.execute(
        """
        INSERT INTO ledger (ledger, binding, token, bound_at)
        SELECT :ledger, coalesce(max(binding), 0) + 1, :token, :bound_at
        FROM ledger WHERE ledger = :ledger
        """,
        [
          "ledger": .text(ledger), "token": .text(binding.token),
          "bound_at": .text(binding.boundAt),
        ])
    } isThere: {
      try self.binding() == binding
    }
  }
}
