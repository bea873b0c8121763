/// The parts that paragraphs play in an official document (GB/T 9704).
public enum DocumentRole: String, CaseIterable, Hashable, Sendable {
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

/// How an official document is set.
public enum DocumentForm: String, CaseIterable, Hashable, Sendable {
  /// A notice by GB/T 9704: 22 lines of 28 characters of 16 points.
  case notice
  /// One page for a leader: smaller letters, narrower lines.
  case page
}

/// A line across a document.
public enum DocumentRule: String, CaseIterable, Hashable, Sendable {
  /// The red line under a masthead.
  case red
  /// A thin black line.
  case thin
}
