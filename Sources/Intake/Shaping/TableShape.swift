import Definitions
import Domain

/// How the columns of a sheet's table become fields of a register's rows.
struct TableShape {
  /// Where the content of a field comes from; columns count from 1.
  enum Rule {
    case cell(Int)
    /// Several cells, one below the other.
    case cells([Int])
    /// The units of a role, out of the cells that list units.
    case units(Role)
    /// A text without the brackets at its end that list units.
    case bareText(Int)
    /// A number out of a quantity, its unit, and what it is compared by.
    case quantity(Int), quantityUnit(Int), quantityComparison(Int)
    /// What a bar says.
    case bar
    /// The day of the last milestone.
    case lastMilestone
    /// The comments of the row, below a cell's content if there is one.
    case comments(Int?)
  }

  struct Field {
    let column: PartColumn
    let rule: Rule
    /// Whether what further rows of a task say is put below.
    let isJoinable: Bool
    /// The field of a bar, where a cell of its own is empty.
    var isBar = false
  }

  /// A cell that lists units in a role, or by words.
  struct UnitSource {
    let column: Int
    let role: Role
    let roles: ColumnMapping.Roles?
    let isBracket: Bool
  }

  let headings: TableHeadings
  let fields: [Field]
  let unitSources: [UnitSource]
  /// What the rows of a task are.
  let partFields: [Field]
  /// Cells that hold milestones or targets whole.
  let wholes: [(register: Register, column: Int)]
  let number: Int?
  let title: Int?
  let due: Int?
  /// The columns whose empty cells take what stands above.
  let filledDown: Set<Int>
  /// The first and the last column of the table.
  let extent: ClosedRange<Int>
  /// The columns beyond it, with a heading, that are left out.
  let beside: [TableHeadings.Column]
}

extension TableShape {
  init(
    _ headings: TableHeadings, _ mapping: SheetMapping, _ register: Register, hasComments: Bool
  ) {
    var builder = ShapeBuilder(headings, mapping, register)
    builder.build(hasComments: hasComments)
    self.headings = headings
    fields = builder.fields
    unitSources = builder.unitSources
    partFields = builder.partFields
    wholes = builder.wholes
    number = builder.columns["number"]?.first ?? builder.columns["task_id"]?.first
    title = builder.columns["title"]?.first
    due = builder.columns["due_on"]?.first
    filledDown = Set(
      mapping.fillDown.flatMap { id in
        builder.columns[id] ?? builder.unitSources.filter { $0.role.column == id }.map(\.column)
      })
    extent = builder.extent
    beside = builder.beside
  }
}

extension Role {
  /// The id of the task register's column of the role.
  var column: String { rawValue + "_units" }
}

/// Works out the fields of a table.
private struct ShapeBuilder {
  let headings: TableHeadings
  let mapping: SheetMapping
  let register: Register
  var fields: [TableShape.Field] = []
  var unitSources: [TableShape.UnitSource] = []
  var partFields: [TableShape.Field] = []
  var wholes: [(register: Register, column: Int)] = []
  /// By the id of a column of ours.
  var columns: [String: [Int]] = [:]
  var extent = 1...1
  var beside: [TableHeadings.Column] = []
  private var used: Set<Int> = []
  private var takes: [String: ColumnMapping] = [:]

  init(_ headings: TableHeadings, _ mapping: SheetMapping, _ register: Register) {
    (self.headings, self.mapping, self.register) = (headings, mapping, register)
  }

  mutating func build(hasComments: Bool) {
    findColumns()
    findExtent()
    addUnits()
    addOurs()
    if hasComments { addComments() }
    addParts()
    addOwn()
  }

  private mutating func findColumns() {
    for column in mapping.columns {
      let numbers = column.from.compactMap { name -> Int? in
        if case .found(let number) = headings.find(name) { number } else { nil }
      }
      columns[column.column] = numbers
      takes[column.column] = column
      used.formUnion(numbers)
      if let whole = Register(rawValue: column.column) {
        wholes += numbers.map { (whole, $0) }
      }
    }
    // An entry that names columns names all that are ours.
    guard mapping.columns.isEmpty else { return }
    for column in register.columns {
      guard let number = headings.own(column), !used.contains(number) else { continue }
      columns[column.id] = [number]
      used.insert(number)
    }
  }

  /// The columns from the first to the last that is read, and those beside them without a gap.
  private mutating func findExtent() {
    let headed = Set(headings.columns.map(\.number))
    var first = used.min() ?? headings.columns.first?.number ?? 1
    var last = used.max() ?? headings.columns.last?.number ?? 1
    while headed.contains(first - 1) { first -= 1 }
    while headed.contains(last + 1) { last += 1 }
    extent = first...max(first, last)
    beside = headings.columns.filter { !extent.contains($0.number) }
  }

  private mutating func addUnits() {
    guard register == .ledger else { return }
    for role in Role.allCases {
      guard let numbers = columns[role.column] else { continue }
      let column = takes[role.column]
      for number in numbers {
        unitSources.append(
          TableShape.UnitSource(
            column: number, role: role, roles: column?.roles, isBracket: column?.take == .units))
      }
    }
    let isPlain = unitSources.allSatisfy { !$0.isBracket && ($0.roles ?? .all) == .all }
    guard !isPlain else { return unitSources.removeAll() }
    let roles = Role.allCases.filter { role in
      unitSources.contains { $0.role == role || $0.isBracket || ($0.roles ?? .all) != .all }
    }
    for role in roles {
      let own = unitSources.first { $0.role == role } ?? unitSources[0]
      add(role.column, own.column, .units(role), isJoinable: true)
      columns[role.column] = nil
    }
  }

  private mutating func addOurs() {
    let brackets = Set(unitSources.filter(\.isBracket).map(\.column))
    for column in register.columns {
      if column.id == mapping.bars {
        addBar(column)
      } else if let numbers = columns[column.id], let first = numbers.first {
        if column.id == "title", brackets.contains(first) {
          add(column.id, first, .bareText(first))
        } else if takes[column.id]?.take == .quantity {
          addQuantity(column.id, first)
        } else {
          add(
            column.id, first, numbers.count > 1 ? .cells(numbers) : .cell(first),
            isJoinable: Self.isJoinable(column))
        }
      }
    }
    let hasMilestones =
      mapping.rowsOfATask == .milestones || wholes.contains { $0.register == .milestones }
    if register == .ledger, hasMilestones, columns["due_on"] == nil,
      let column = columns["milestones.due_on"]?.first
        ?? wholes.first(where: { $0.register == .milestones })?.column
    {
      add("due_on", column, .lastMilestone)
    }
  }

  private mutating func addBar(_ column: RegisterColumn) {
    let own = columns[column.id]?.first
    let number = own ?? extent.lowerBound
    let heading = own.flatMap(headings.column) ?? headings.columns.first
    guard let heading else { return }
    fields.append(
      TableShape.Field(
        column: PartColumn(
          id: column.id, name: own == nil ? column.heading : heading.name, spot: heading.cell.spot),
        rule: own == nil ? .bar : .cell(number), isJoinable: false, isBar: true))
  }

  private mutating func addQuantity(_ id: String, _ number: Int) {
    add(id, number, .quantity(number))
    if columns["unit_of_measure"] == nil { add("unit_of_measure", number, .quantityUnit(number)) }
    if columns["operator"] == nil { add("operator", number, .quantityComparison(number)) }
  }

  private static func isJoinable(_ column: RegisterColumn) -> Bool {
    switch column.kind {
    case .text, .leaders, .units: !["title", "section"].contains(column.id)
    default: false
    }
  }

  private mutating func add(
    _ id: String, _ number: Int, _ rule: TableShape.Rule, isJoinable: Bool = false
  ) {
    guard let column = partColumn(id, number) else { return }
    fields.append(TableShape.Field(column: column, rule: rule, isJoinable: isJoinable))
  }

  /// A column of ours, headed as the office's; one without a heading by its letters.
  private func partColumn(_ id: String, _ number: Int) -> PartColumn? {
    if let heading = headings.column(number) {
      return PartColumn(id: id, name: heading.name, spot: heading.cell.spot)
    }
    guard var spot = headings.columns.first?.cell.spot else { return nil }
    (spot.start, spot.end) = (UInt32(clamping: number), UInt32(clamping: number))
    return PartColumn(id: id, name: CellAddress.letters(of: number), spot: spot)
  }

  private mutating func addComments() {
    guard let note = register.columns.first(where: { $0.id == "note" }) else { return }
    let index = fields.firstIndex { $0.column.id == note.id }
    guard let heading = headings.columns.last else { return }
    var cell: Int?
    if let index, case .cell(let number) = fields[index].rule { cell = number }
    if let index, cell == nil { return _ = index }
    let column =
      index.map { fields[$0].column }
      ?? PartColumn(id: note.id, name: note.heading, spot: heading.cell.spot)
    let field = TableShape.Field(column: column, rule: .comments(cell), isJoinable: true)
    if let index { fields[index] = field } else { fields.append(field) }
  }

  private mutating func addParts() {
    guard let part = mapping.rowsOfATask else { return }
    let prefix = part.rawValue + "."
    for column in part.columns {
      guard let number = columns[prefix + column.id]?.first,
        let place = partColumn(column.id, number)
      else { continue }
      guard takes[prefix + column.id]?.take == .quantity else {
        addPart(place, .cell(number))
        continue
      }
      addPart(place, .quantity(number))
      for (id, rule) in [
        ("unit_of_measure", TableShape.Rule.quantityUnit(number)),
        ("operator", .quantityComparison(number)),
      ] where columns[prefix + id] == nil {
        if let column = partColumn(id, number) { addPart(column, rule) }
      }
    }
    // What a milestone is called, if nothing says it, is when it is due.
    if part == .milestones, columns[prefix + "milestone"] == nil,
      let due = partFields.first(where: { $0.column.id == "due_on" })
    {
      addPart(
        PartColumn(id: "milestone", name: due.column.name, spot: due.column.spot), due.rule)
    }
  }

  private mutating func addPart(_ column: PartColumn, _ rule: TableShape.Rule) {
    partFields.append(TableShape.Field(column: column, rule: rule, isJoinable: false))
  }

  private mutating func addOwn() {
    for heading in headings.columns
    where extent.contains(heading.number) && !used.contains(heading.number) {
      fields.append(
        TableShape.Field(
          column: PartColumn(id: nil, name: heading.name, spot: heading.cell.spot),
          rule: .cell(heading.number), isJoinable: true))
    }
  }
}
