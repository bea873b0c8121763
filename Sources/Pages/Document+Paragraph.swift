extension Document {
  /// A paragraph: the part that it plays, and its text.
  public struct Paragraph: Hashable, Sendable {
    public var role: Role
    public var runs: [Run]
    /// Whether it begins a page.
    public var beginsPage: Bool

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

  /// The parts that paragraphs play in an official document.
  public enum Role: String, CaseIterable, Hashable, Sendable {
    /// 发文机关标志.
    case masthead
    /// What kind of paper it is, under the masthead.
    case kind
    /// 期号 at the left, the date at the right.
    case number
    /// 标题.
    case title
    /// A line under the title.
    case remark
    /// A warning: 草稿.
    case notice
    /// 主送机关, at the margin.
    case addressees
    /// 正文.
    case body
    /// 一、.
    case heading
    /// The first line of 附件： and the ones under it.
    case annexes
    case nextAnnex = "next_annex"
    /// 发文机关署名 and 成文日期.
    case office
    case date
    /// Who is to be asked.
    case contact
    /// 抄送.
    case copies
    /// 印发机关和日期.
    case issued
    /// 附件1, over an annex, and its title.
    case annexNumber = "annex_number"
    case annexTitle = "annex_title"
    /// A line over or under a table.
    case note
    /// The heading of a column, a text and what stands in the middle of a cell.
    case columnHeading = "column_heading"
    case cell
    case centredCell = "centred_cell"
  }
}
