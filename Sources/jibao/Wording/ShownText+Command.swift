extension ShownText {
  /// The command that was refused, as the owner of the store would run it.
  static func asOwner(_ refused: WorkspaceOwner.Refused) -> String {
    let command = refused.command.map(shellWord).joined(separator: " ")
    return "runuser -u \(refused.owner) -- \(command)"
  }

  /// A word as a shell takes it.
  private static func shellWord(_ word: String) -> String {
    let isPlain = word.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || "0123456789-_./:=@%+,".unicodeScalars.contains($0)
    }
    return isPlain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
