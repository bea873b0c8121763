import Jobs
import Store

/// What `verify` says.
extension Wording {
  static func verified(_ result: VerifyJob.Outcome) -> String {
    let kept =
      result.manifests > 0
      ? say(
        " Held against \(result.manifests) kept \(result.manifests == 1 ? "manifest" : "manifests").",
        "已与 \(result.manifests) 份留存清单核对。") : ""
    return say(
      """
      Verified: \(result.store.snapshots) snapshots, \(result.store.rows) row versions, \
      \(result.store.definitions) definitions, \(result.editions) editions. Nothing was altered.\
      \(kept)
      """,
      """
      已核验：快照 \(result.store.snapshots) 个、行版本 \(result.store.rows) 条、\
      口径 \(result.store.definitions) 项、版次 \(result.editions) 个，均未被改动。\
      \(kept)
      """)
  }
}
