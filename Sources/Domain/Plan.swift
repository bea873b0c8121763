/// 方案: a notice that sets tasks, and how its office reports on them.
public struct Plan: Hashable, Sendable {
  /// Which unit of a task leads it.
  public enum LeadPolicy: String, CaseIterable, Sendable {
    /// The units named as leading.
    case named
    /// Where none is named, the first of the responsible ones.
    case firstListed = "first_listed"
    /// All responsible units carry the task in common (按职能分别负责).
    case common
  }

  /// How scheduled progress (序时进度) is computed.
  public enum ScheduleRule: String, CaseIterable, Sendable {
    case nominal, months, days, milestones
  }

  /// Who owes a report for each period.
  public enum SubmissionDebtors: String, CaseIterable, Sendable {
    /// The units that lead a task.
    case lead
    /// Every unit of a ranking group.
    case all
    /// Nobody.
    case none
  }

  /// Which tasks bear a number.
  public enum Numbers: String, CaseIterable, Sendable {
    /// All of them, or none.
    case all
    /// Some: the others have no history.
    case partial
  }

  /// 信息刊发任务数: how many published items a unit owes.
  public struct Quota: Hashable, Sendable {
    /// The ranking group it applies to, or nil for the units that lead a task.
    public let group: String?
    public let items: Int

    public init(group: String?, items: Int) {
      self.group = group
      self.items = items
    }
  }

  /// One rule of the plan's lights; the first that applies gives a task its light.
  public struct Light: Hashable, Sendable {
    /// When a light applies.
    public enum Condition: String, CaseIterable, Sendable {
      case completed, suspended, overdue, behind, notFilled = "not_filled"
      case dueWithin = "due_within"
      case otherwise
    }
    /// Colours a light can have.
    public enum Colour: String, CaseIterable, Sendable {
      case red, orange, yellow, green, blue, grey
    }

    /// The word shown: a light is a word first, a colour second.
    public let word: String
    public let colour: Colour
    public let condition: Condition
    /// `behind`: at least so many millionths below schedule; `dueWithin`: so many calendar days.
    public let threshold: Int64

    public init(word: String, colour: Colour, condition: Condition, threshold: Int64) {
      self.word = word
      self.colour = colour
      self.condition = condition
      self.threshold = threshold
    }
  }

  public var id: String
  public var title: String
  /// What the workbook is about, such as 深化“放管服”改革重点任务; part of its name.
  public var subject: String
  /// 文号, empty if there is none.
  public var document: String
  /// The office that reports.
  public var office: String
  /// The place whose name begins the workbook's, such as 天水市.
  public var place: String
  /// A remark that stands on every sheet, such as 示例数据，进展为虚构.
  public var remark: String
  public var years: [Int]
  public var calendar: [Period]
  public var leadPolicy: LeadPolicy
  public var scheduleRule: ScheduleRule
  public var debtors: SubmissionDebtors
  public var quotas: [Quota]
  /// The levels of publication that count towards a quota.
  public var publicationLevels: [String]
  public var lights: [Light]
  /// The lines at the foot of the report, such as 填表单位 and 负责人(签字).
  public var signature: [String]
  /// The day on which the plan ended, if it has.
  public var closed: Day?
  /// Whether a ledger is refused in which some tasks bear a number and others none.
  public var numbers = Numbers.all
  /// The plan that this one follows: its period of the same name is that of the year before.
  public var previous: String?
  /// What is said of the papers that are made of its figures.
  public var paper = Paper()

  public init(
    id: String, title: String, subject: String, document: String, office: String, place: String,
    remark: String, years: [Int], calendar: [Period], leadPolicy: LeadPolicy,
    scheduleRule: ScheduleRule, debtors: SubmissionDebtors, quotas: [Quota],
    publicationLevels: [String], lights: [Light], signature: [String], closed: Day?
  ) {
    self.id = id
    self.title = title
    self.subject = subject
    self.document = document
    self.office = office
    self.place = place
    self.remark = remark
    self.years = years
    self.calendar = calendar
    self.leadPolicy = leadPolicy
    self.scheduleRule = scheduleRule
    self.debtors = debtors
    self.quotas = quotas
    self.publicationLevels = publicationLevels
    self.lights = lights
    self.signature = signature
    self.closed = closed
  }

  /// The calendar entry that a day works towards: the first whose cut-off is not before it,
  /// else the last.
  public func period(at day: Day) -> Period? {
    calendar.first { $0.cutoff >= day } ?? calendar.last
  }

  /// Nominal progress on a day, in millionths: that of the last cut-off reached.
  public func nominalProgress(at day: Day) -> Int64 {
    calendar.last { $0.cutoff <= day }?.nominal ?? 0
  }
}
