import Definitions

/// What was guessed of an office's workbook and nobody has looked at yet.
extension Workspace {
  /// What marks a guess in a file that `init --from` wrote.
  private static let mark = "# 推测"

  /// How many guesses are marked in the files that a plan's ledger is read with.
  func assumptions(of plan: String) throws -> Int {
    let own = [mappingFile, vocabularyFile].compactMap { $0 }
    let files = try keptFiles ?? own + plans.compactMap(\.file)
    return files.reduce(0) { count, file in
      let isMeant =
        switch file.kind {
        case .mapping, .vocabulary: true
        case .plan: file.id == plan
        default: false
        }
      return isMeant
        ? count + file.text.split(separator: "\n").count { $0.contains(Self.mark) } : count
    }
  }
}
