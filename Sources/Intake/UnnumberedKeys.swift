import Definitions
import Domain

/// The keys of tasks that bear no number, in the order of their rows: `~` and 12 digits of the hash
/// over plan, title and place among those with the same title.
struct UnnumberedKeys {
  private var places: [ByteText: Int] = [:]

  /// The key of the next such task of a plan with a title.
  mutating func next(plan: String, title: String) -> String {
    let name = plan + "\u{1F}" + WordKey(title).text
    places[ByteText(name), default: 0] += 1
    let hash = ContentHash(of: "\(name)\u{1F}\(places[ByteText(name)] ?? 1)").description
    return String(TaskKey.unnumberedMark) + hash.prefix(12)
  }
}
