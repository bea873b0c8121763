public import Domain

extension LedgerMapping {
  /// Parses `mapping.yaml`.
  /// - Throws: `DefinitionFault` for a key, register or column that there is not, with its line.
  public init(_ file: DefinitionFile) throws {
    let fields = try YAMLNode(file).fields(["units", "sheets"])
    units = try fields["units"]?.text
    sheets = try fields.required("sheets").items.map { try SheetMapping($0) }
  }
}

extension SheetMapping {
  /// The columns that a bar can name.
  public static let barColumns = ["section", "leaders"]
  /// The registers whose rows one task can have in a sheet of tasks.
  public static let partRegisters: [Register] = [.milestones, .targets, .assignments]
  /// The registers that a cell of a task can hold whole.
  static let wholeRegisters: [Register] = [.milestones, .targets]
  private static let none = "none"

  init(_ node: YAMLNode) throws {
    let fields = try node.fields([
      "sheet", "register", "headings", "columns", "fill_down", "bars", "rows_of_a_task", "end_at",
    ])
    let register = try Self.register(fields.required("register"))
    func column(_ node: YAMLNode) throws -> String {
      let name = try node.text
      guard let id = Self.column(name, of: register) else {
        throw node.fault(.unknownWord(name, known: Self.names(of: register)))
      }
      return id
    }
    self.init(
      sheet: try fields.required("sheet").text, register: register,
      headings: try fields["headings"].map(Self.rows),
      columns: try fields["columns"].map { try ColumnMapping.all($0, of: register) } ?? [],
      fillDown: Set(try fields["fill_down"]?.items.map(column) ?? []),
      bars: try fields["bars"].map { try Self.bars($0, register) },
      rowsOfATask: try fields["rows_of_a_task"].map { try Self.parts($0, register) },
      endAt: try fields["end_at"]?.items.map { try $0.text }, place: node.place)
  }

  private static func register(_ node: YAMLNode) throws -> Register? {
    let name = try node.text
    if name == none { return nil }
    guard let register = Register.named(name) else {
      let known = Register.allCases.flatMap { [$0.rawValue, $0.heading] } + [none]
      throw node.fault(.unknownWord(name, known: known))
    }
    return register
  }

  /// The rows of the headings: `3`, or `3-4` for two levels.
  private static func rows(_ node: YAMLNode) throws -> ClosedRange<Int> {
    let parts = try node.text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.map { Int($0) ?? 0 }
    guard let first = numbers.first, let last = numbers.last, numbers.count <= 2, first > 0,
      last >= first, last - first <= 1, last <= CellAddress.lastRow
    else { throw node.fault(.expected(.headingRows)) }
    return first...last
  }

  private static func bars(_ node: YAMLNode, _ register: Register?) throws -> String {
    let name = try node.text
    guard register == .ledger, let id = column(name, of: register), barColumns.contains(id) else {
      throw node.fault(.unknownWord(name, known: barColumns))
    }
    return id
  }

  private static func parts(_ node: YAMLNode, _ register: Register?) throws -> Register {
    let name = try node.text
    guard register == .ledger, let part = Register.named(name), partRegisters.contains(part)
    else { throw node.fault(.unknownWord(name, known: partRegisters.map(\.rawValue))) }
    return part
  }

  /// The id of a column of a register by its id or heading; of tasks `milestones.due_on` or
  /// 阶段目标.时限 and `milestones`, too.
  static func column(_ name: String, of register: Register?) -> String? {
    guard let register else { return nil }
    if let id = register.column(named: name)?.id { return id }
    guard register == .ledger else { return nil }
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    guard let first = parts.first, let part = Register.named(first) else { return nil }
    if parts.count == 1 { return wholeRegisters.contains(part) ? part.rawValue : nil }
    guard partRegisters.contains(part), let column = part.column(named: parts[1]),
      column.kind != .plan, column.kind != .task
    else { return nil }
    return "\(part.rawValue).\(column.id)"
  }

  /// The names that a column can be called by.
  static func names(of register: Register?) -> [String] {
    guard let register else { return [] }
    let own = register.columns.flatMap { [$0.id, $0.heading] }
    return register == .ledger ? own + wholeRegisters.map(\.rawValue) : own
  }
}

extension ColumnMapping {
  /// The columns of a sheet, in the order of the file.
  static func all(_ node: YAMLNode, of register: Register?) throws -> [ColumnMapping] {
    let known = SheetMapping.names(of: register)
    return try node.entries({ SheetMapping.column($0, of: register) }, known: known).map {
      try ColumnMapping($0.key, $0.value)
    }
  }

  private init(_ column: String, _ node: YAMLNode) throws {
    guard node.isMapping else {
      self.init(column: column, from: try Self.headings(node), place: node.place)
      try check(node)
      return
    }
    let fields = try node.fields(["from", "roles", "take"])
    self.init(
      column: column, from: try Self.headings(fields.required("from")),
      roles: try fields["roles"]?.word(), take: try fields["take"]?.word(), place: node.place)
    try check(node)
  }

  /// A heading, or a list of them.
  private static func headings(_ node: YAMLNode) throws -> [String] {
    let names = try node.isList ? node.items.map { try $0.text } : [node.text]
    guard !names.isEmpty, !names.contains("") else { throw node.fault(.expected(.text)) }
    return names
  }

  /// Whether what is taken fits the column.
  private func check(_ node: YAMLNode) throws {
    let isWhole = Register(rawValue: column).map(SheetMapping.wholeRegisters.contains) ?? false
    let listsUnits = Register.ledger.column(named: column).map {
      if case .units = $0.kind { true } else { false }
    }
    let isUnits = listsUnits ?? false
    let fits: Bool =
      switch take {
      case .statusAndProgress: column == "status" || column == "assignments.status"
      case .quantity: column == "targets" || column.hasSuffix(".value") || column == "value"
      case .milestones: column == "milestones"
      case .units: isUnits
      case nil: true
      }
    guard fits else {
      let words = Take.allCases.map(\.rawValue)
      throw node.fault(.unknownWord(take?.rawValue ?? "", known: words))
    }
    guard roles == nil || isUnits else { throw node.fault(.expected(.columnOfUnits)) }
    if isWhole, take == nil { throw node.fault(.missingKey("take")) }
  }
}
