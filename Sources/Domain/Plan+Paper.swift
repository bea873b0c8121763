extension Plan {
  /// What a plan says of the papers that are made of its figures (通报, 简报, 催办单), and by which
  /// thresholds they judge.
  public struct Paper: Hashable, Sendable {
    /// 发文机关, where it is not to be told from the reporting office.
    public var issuer: String?
    /// 期号 of every paper whose period names none.
    public var issue: Int?
    /// 主送; nil for the groups of the register of units.
    public var addressees: String?
    /// 抄送; nil for the levels that the ledger brings matters before.
    public var copies: String?
    /// 联系人 and 联系电话; empty where they are to be filled in by hand.
    public var contact = ""
    public var phone = ""
    /// Who decides what the ledger brings before no level.
    public var decidedBy = ""
    /// Working days after the issue within which what is overdue is to be settled (办结).
    public var settleDays = 10
    /// Working days after the issue within which what is missing is to be handed in (补报).
    public var reportDays = 5
    /// Working days within which what falls due is reminded of before a cut-off (到期提醒).
    public var remindDays = 10
    public var judgement = Judgement()

    public init() {}
  }

  /// The thresholds of the sentence of judgement (总体判断), in millionths.
  public struct Judgement: Hashable, Sendable {
    /// 到期办结总体较好: at least this due-completion rate …
    public var dueCompletion: Int64 = 850_000
    /// … and an overdue rate below this.
    public var overdue: Int64 = 100_000
    /// 多数任务达序时 while the tasks below schedule are fewer than this share of those filled in.
    public var fewBelow: Int64 = 200_000
    /// 半数以上任务未达序时 from this share on.
    public var manyBelow: Int64 = 500_000
    /// The due-completion rate rose or fell by at least this.
    public var change: Int64 = 50_000
    /// 按期办结偏少: the on-time rate is below the due-completion rate by at least this.
    public var late: Int64 = 200_000

    public init() {}
  }

  /// 发文机关: the one that is set, else the reporting office without the section (科, 股, 处, 组; the
  /// 督查室 of a general office) in which it sits: a paper is issued by an office, not by its section.
  public var issuer: String {
    if let issuer = paper.issuer { return issuer }
    let general = ["办公室", "办公厅"]
    let bodies: [String]
    switch office.last {
    case "科", "股", "处", "组": bodies = general + ["督查室", "委员会", "局", "委", "厅", "中心"]
    case _ where office.hasSuffix("督查室"): bodies = general
    default: bodies = []
    }
    for body in bodies {
      // A name that begins with the word is no office of it.
      guard let found = office.ranges(of: body).last, found.lowerBound > office.startIndex,
        found.upperBound < office.endIndex
      else { continue }
      return String(office[..<found.upperBound])
    }
    return office
  }

  /// 期号 of a period's papers: that of its entry, else the plan's, else the place of the entry among
  /// those of its year.
  public func issue(of period: Period) -> Int? {
    if let issue = period.issue ?? paper.issue { return issue }
    return calendar.filter { $0.to.year == period.to.year }
      .firstIndex { $0.id == period.id }.map { $0 + 1 }
  }

  /// The period after: the first that follows one in its cadence; nil after the last.
  public func after(_ period: Period) -> Period? {
    let later = calendar.drop { $0.id != period.id }.dropFirst()
    return later.first { before($0)?.period.id == period.id }
      ?? later.first { $0.cadence == period.cadence }
  }
}
