import Definitions
import Domain
import Store

/// Files that figures follow from, and that the newest snapshot knew, but the workspace has no more:
/// a plan, its rules, the vocabulary. Without them figures would be others in silence, so nothing is
/// made until they are there again, or it is confirmed that they are gone.
extension Workspace {
  /// A file that is missed.
  struct MissingFile {
    let name: DefinitionName
    /// The plan that it belongs to; nil for the vocabulary.
    let plan: String?
    let isPlan: Bool

    /// Its path in the workspace.
    var path: String {
      guard let plan else { return "vocabulary.yaml" }
      return isPlan
        ? "plans/\(plan)/plan.yaml"
        : "plans/\(plan)/rules/\(name.id.dropFirst(plan.count + 1)).yaml"
    }

    init?(_ name: DefinitionName) {
      self.name = name
      let kind = DefinitionFile.Kind(rawValue: name.kind)
      isPlan = kind == .plan
      switch kind {
      case .plan: plan = name.id
      case .rules: plan = name.id.split(separator: "/").first.map(String.init)
      case .vocabulary: plan = nil
      case .query, .report, .calendar, .glossary, .mapping, .template, nil: return nil
      }
    }
  }

  /// The files that are missed, in the order of their paths; none where definitions that were kept
  /// stand in the place of files.
  func missingFiles(in store: LedgerStore) throws -> [MissingFile] {
    guard !isKept else { return [] }
    let files =
      try plans.compactMap(\.file) + plans.flatMap { $0.rules.map(\.file) }
      + [vocabularyFile].compactMap { $0 }
    let present = Set(files.map { [$0.kind.rawValue, $0.id] })
    return try store.definitionNames().filter { !present.contains([$0.kind, $0.id]) }
      .compactMap(MissingFile.init).sorted { $0.path < $1.path }
  }

  /// - Throws: `JobFailure.filesGone` where a file of a plan is missed.
  func requireFiles(of plan: String, in store: LedgerStore) throws {
    let missing = try missingFiles(in: store).filter { $0.plan == plan }
    guard missing.isEmpty else { throw JobFailure.filesGone(missing.map(\.path)) }
  }
}

/// What a ledger that is to be stored makes of files that are missed.
struct MissingFiles {
  /// Those for which it is stopped, unless that is confirmed.
  let losses: [Loss]
  /// Those that are known still after it was stored.
  let kept: Set<DefinitionName>

  /// Where other plans are there, rows of a plan without its file are refused alone.
  init(_ workspace: Workspace, _ confirmation: LedgerConfirmation, in store: LedgerStore) throws {
    let missing = try workspace.missingFiles(in: store)
    let plans = Set(try workspace.plans.map(\.plan.id))
    var (losses, kept): ([Loss], Set<DefinitionName>) = ([], [])
    for file in missing {
      let loss = Loss(.file(file.path), plan: "", before: 1, now: 0)
      let isConfirmed = confirmation.losses.contains { $0.covers(loss) }
      let isOfOther = file.plan.map { !plans.contains($0) && !plans.isEmpty } ?? false
      if isConfirmed || !isOfOther { losses.append(loss) }
      if !isConfirmed { kept.insert(file.name) }
    }
    (self.losses, self.kept) = (losses, kept)
  }
}
