import Foundation

/// The user whose files a workspace's are: the owner of its store, or of `jibao.yaml` where the
/// store is on a server.
///
/// A run by another, such as root by hand, leaves files that the owner's own runs cannot write.
struct WorkspaceOwner {
  /// A command that writes was started by another user.
  struct Refused: Error {
    let user: String
    let owner: String
    /// Whose owner it is.
    let path: String
    /// Whether the user may say `--as-owner`.
    let canBecomeOwner: Bool
    /// The command as it was started.
    let command: [String]
  }

  /// Whose owner it is.
  let path: String
  let user: uid_t
  let group: gid_t

  /// - Throws: `Configuration.NotAWorkspace`, `DefinitionFault`, or `PostgresAddress.Fault`.
  init(folder: String) throws {
    let configuration = try Configuration(folder: folder)
    let place = try StorePlace(configuration) { $0.hasPrefix("/") ? $0 : "\(folder)/\($0)" }
    var status = stat()
    if case .file(let store, _) = place, stat(store, &status) == 0 {
      path = store
    } else {
      path = "\(folder)/\(Configuration.fileName)"
      guard stat(path, &status) == 0 else { throw Configuration.NotAWorkspace(folder: folder) }
    }
    (user, group) = (status.st_uid, status.st_gid)
  }

  /// Goes on only as the owner; root may become it.
  /// - Throws: `Refused`.
  func require(becomingOwner: Bool) throws {
    guard geteuid() != user else { return }
    guard becomingOwner, geteuid() == 0, become() else { throw refusal }
  }

  private var refusal: Refused {
    Refused(
      user: Account(geteuid())?.name ?? "#\(geteuid())", owner: Account(user)?.name ?? "#\(user)",
      path: path, canBecomeOwner: geteuid() == 0, command: CommandLine.arguments)
  }

  /// Gives up root's rights, with the groups and the home that the owner has.
  private func become() -> Bool {
    guard let account = Account(user) else {
      return setgroups(0, nil) == 0 && setgid(group) == 0 && setuid(user) == 0
    }
    let isOwner =
      initgroups(account.name, account.group) == 0 && setgid(account.group) == 0
      && setuid(user) == 0
    for (name, value) in [
      ("HOME", account.home), ("USER", account.name), ("LOGNAME", account.name),
    ] { setenv(name, value, 1) }
    return isOwner
  }
}

/// A user as the system knows it.
private struct Account {
  let name: String
  let group: gid_t
  let home: String

  init?(_ user: uid_t) {
    guard let entry = getpwuid(user)?.pointee else { return nil }
    name = String(cString: entry.pw_name)
    group = entry.pw_gid
    home = String(cString: entry.pw_dir)
  }
}
