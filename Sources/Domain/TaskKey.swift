/// What a task is known by in the store: the office's id, else its number, else a key of its own.
public enum TaskKey {
  /// What the keys of tasks without a number begin with; no number of an office does.
  public static let unnumberedMark: Character = "~"

  /// Whether a key is that of a task that bears no number. It is compared with nothing before.
  public static func isUnnumbered(_ key: String) -> Bool { key.first == unnumberedMark }
}
