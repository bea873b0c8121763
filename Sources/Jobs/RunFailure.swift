/// What a run could not do, and what of its work that is.
public struct RunFailure: Sendable {
  /// A piece of a run's work.
  public enum Subject: Hashable, Sendable {
    /// The office's ledger as it stands.
    case ledger
    /// A dated export, by its path.
    case export(String)
    /// The folder of exports.
    case exports
    /// A plan that cannot be reported, by its id.
    case plan(String)
    /// `out/`.
    case output
    /// A report, by the name that messages give it.
    case report(String)
  }

  public let subject: Subject
  public let error: any Error
}
