import Definitions
public import Domain

extension Snapshot {
  /// What stands for a snapshot at a moment of nothing.
  public static func none(of day: Day) -> Snapshot {
    Snapshot(
      sequence: 0, position: 0, form: Snapshot.newestForm, effectiveOn: day, recordedAt: "",
      contentHash: ContentHash(of: ""), chainHash: ContentHash(of: ""), placeHash: nil,
      ownColumns: [])
  }
}
