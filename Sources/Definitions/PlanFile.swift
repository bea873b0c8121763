public import Domain

extension Plan {
  /// Reads a plan file.
  /// - Parameter figures: The rules by which what it leaves open is filled in.
  /// - Throws: `DefinitionFault` with the line of what is wrong.
  public init(_ file: DefinitionFile, by figures: FigureRules = .current) throws {
    let fields = try YAMLNode(file).fields(
      [
        "title", "subject", "document", "office", "place", "remark", "years", "calendar",
        "lead_policy", "schedule", "submissions", "quotas", "publication_levels", "lights",
        "signature", "closed",
        "previous", "numbers",
      ] + Paper.keys)
    let years = try fields.required("years").items.map { try $0.integer }
    guard let first = years.first, years.allSatisfy(Day.years.contains) else {
      throw try fields.required("years").fault(.expected(.years))
    }
    self = .standard(id: file.id, year: first, by: figures)
    self.years = years
    title = try fields.required("title").text
    subject = try fields["subject"]?.text ?? title
    document = try fields["document"]?.text ?? ""
    office = try fields.required("office").text
    place = try fields["place"]?.text ?? ""
    remark = try fields["remark"]?.text ?? ""
    calendar =
      try fields["calendar"].map(Self.calendar)
      ?? years.flatMap { Period.standardCalendar(year: $0, by: figures) }
    leadPolicy = try fields["lead_policy"]?.word() ?? leadPolicy
    scheduleRule = try fields["schedule"]?.word() ?? scheduleRule
    debtors = try fields["submissions"]?.word() ?? debtors
    quotas = try fields["quotas"]?.items.map(Self.quota) ?? []
    publicationLevels = try fields["publication_levels"]?.items.map { try $0.text } ?? []
    lights = try fields["lights"].map(Self.lights) ?? lights
    signature = try fields["signature"]?.items.map { try $0.text } ?? signature
    closed = try fields["closed"]?.day
    previous = try fields["previous"]?.text
    numbers = try fields["numbers"]?.word() ?? .all
    paper = try Paper(fields)
  }

  /// The plan of a ledger that has no plan file: standard calendar, nominal schedule, leads as
  /// named, standard lights.
  public static func standard(
    id: String, year: Int, by figures: FigureRules = .current
  ) -> Plan {
    Plan(
      id: id, title: id, subject: "重点任务", document: "", office: "", place: "", remark: "",
      years: [year], calendar: Period.standardCalendar(year: year, by: figures),
      leadPolicy: .named,
      scheduleRule: .nominal, debtors: .lead, quotas: [], publicationLevels: [],
      lights: [
        Light(word: "已完成", colour: .blue, condition: .completed, threshold: 0),
        Light(word: "暂停", colour: .grey, condition: .suspended, threshold: 0),
        Light(word: "逾期", colour: .red, condition: .overdue, threshold: 0),
        Light(word: "严重滞后", colour: .red, condition: .behind, threshold: 300_000),
        Light(word: "滞后", colour: .yellow, condition: .behind, threshold: 100_000),
        Light(word: "未填报", colour: .grey, condition: .notFilled, threshold: 0),
        Light(word: "正常", colour: .green, condition: .otherwise, threshold: 0),
      ], signature: ["填表人", "联系电话", "负责人（签字）"], closed: nil)
  }

  private static func calendar(_ node: YAMLNode) throws -> [Period] {
    let periods = try node.items.map(period)
    for (index, entry) in periods.enumerated().dropFirst() {
      let item = try node.items[index]
      guard entry.cutoff > periods[index - 1].cutoff else {
        throw item.fault(.expected(.cutoffsInOrder))
      }
      // A drive of Windows takes names that differ in case for one.
      if periods.prefix(index).contains(where: { $0.id.lowercased() == entry.id.lowercased() }) {
        throw item.fault(.duplicateKey(entry.id))
      }
    }
    for (index, entry) in periods.enumerated() {
      let earlier = periods.prefix(index).map(\.id)
      guard let previous = entry.previous, !earlier.contains(previous) else { continue }
      let fields = try node.items[index].entries()
      throw (fields.first { $0.key == "previous" }?.value ?? node)
        .fault(.unknownReference(previous, known: earlier))
    }
    guard !periods.isEmpty else { throw node.fault(.expected(.onePeriod)) }
    return periods
  }

  private static func period(_ node: YAMLNode) throws -> Period {
    let fields = try node.fields([
      "period", "name", "from", "to", "submit_by", "cutoff", "nominal", "cadence", "previous",
      "issue", "issued_on",
    ])
    let submitBy = try fields["submit_by"]?.day
    let nominal = try fields.required("nominal")
    guard try nominal.percent <= 1_000_000 else {
      throw nominal.fault(.expected(.percentageUpTo100))
    }
    guard let cutoff = try fields["cutoff"]?.day ?? submitBy else {
      throw fields.fault(.missingKey("cutoff"))
    }
    let period = Period(
      id: try fields.required("period").text, name: try fields.required("name").text,
      from: try fields.required("from").day, to: try fields.required("to").day,
      submitBy: submitBy, cutoff: cutoff, nominal: try nominal.percent,
      cadence: try fields["cadence"]?.text, previous: try fields["previous"]?.text,
      issue: try fields["issue"].map(Paper.issue), issuedOn: try fields["issued_on"]?.day)
    if let issued = fields["issued_on"], try issued.day < cutoff {
      throw issued.fault(.expected(.issuedAfterCutoff))
    }
    guard period.from <= period.to else { throw fields.fault(.expected(.periodInOrder)) }
    guard isFolderName(period.id) else {
      throw try fields.required("period").fault(.expected(.periodID))
    }
    return period
  }

  /// Whether a period's reports can lie in a folder of this name: neither a number, as editions
  /// have, nor one that drafts or days have.
  private static func isFolderName(_ id: String) -> Bool {
    id.utf8.allSatisfy(\.isNameByte) && id.utf8.count <= 64 && FileName.isValid(id)
      && Int(id) == nil && !id.allSatisfy(\.isNumber) && id.lowercased() != "draft"
      && !id.lowercased().hasPrefix("as-of-")
  }

  private static func quota(_ node: YAMLNode) throws -> Quota {
    let fields = try node.fields(["group", "role", "items"])
    if let role = fields["role"], try role.text != "lead" {
      throw role.fault(.unknownWord(try role.text, known: ["lead"]))
    }
    guard (fields["group"] == nil) != (fields["role"] == nil) else {
      throw node.fault(.expected(.groupOrRole))
    }
    return Quota(
      group: try fields["group"]?.text,
      items: try fields.required("items").integer(within: 0...1_000_000))
  }

  /// Every task in force has a light: the last one is for all that the others leave.
  private static func lights(_ node: YAMLNode) throws -> [Light] {
    let lights = try node.items.map(light)
    guard lights.last?.condition == .otherwise else {
      throw node.fault(.expected(.lastLightOtherwise))
    }
    return lights
  }

  /// Points of a gap, from 0 to 100.
  private static func points(_ node: YAMLNode) throws -> Int64 {
    let points = try node.percent
    guard points <= 1_000_000 else { throw node.fault(.expected(.percentageUpTo100)) }
    return points
  }

  private static func light(_ node: YAMLNode) throws -> Light {
    let fields = try node.fields(["word", "colour", "when", "points", "days"])
    let condition: Light.Condition = try fields.required("when").word()
    let threshold: Int64 =
      switch condition {
      case .behind: try fields["points"].map(points) ?? 0
      case .dueWithin: Int64(try fields.required("days").integer(within: 0...3_660))
      default: 0
      }
    return Light(
      word: try fields.required("word").text, colour: try fields.required("colour").word(),
      condition: condition, threshold: threshold)
  }
}

extension UInt8 {
  /// Whether the byte may stand in a name that becomes a folder.
  var isNameByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
