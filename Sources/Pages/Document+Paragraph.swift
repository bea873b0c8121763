public import Domain

extension Document {
  /// A paragraph: the part that it plays, and its text.
  public struct Paragraph: Hashable, Sendable {
    public var role: Role
    public var runs: [Run]
    /// Whether it begins a page.
    public var beginsPage: Bool
    /// Whether it stays on the page of what follows, also where its role does not.
    public var keepsNext = false

    public init(_ role: Role, _ runs: [Run], beginsPage: Bool = false) {
      self.role = role
      self.runs = runs
      self.beginsPage = beginsPage
    }

    public init(_ role: Role, _ text: String, beginsPage: Bool = false) {
      self.init(role, [Run(text)], beginsPage: beginsPage)
    }

    /// The text of all runs.
    public var text: String { runs.map(\.text).joined() }
  }

  /// Text of one look. A tab goes to the right end of a line that has two, a line break begins the
  /// next line.
  public struct Run: Hashable, Sendable {
    public var text: String
    public var emphasis: Emphasis

    public init(_ text: String, _ emphasis: Emphasis = .plain) {
      self.text = text
      self.emphasis = emphasis
    }
  }

  /// How text differs from its paragraph.
  public enum Emphasis: String, CaseIterable, Hashable, Sendable {
    case plain
    /// The heading in a paragraph: （一）.
    case lead
    /// A word that must be seen.
    case strong
  }

  public typealias Role = DocumentRole
}
