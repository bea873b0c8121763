import Definitions
import Domain

extension TableReader {
  func isEmpty(_ column: Int) -> Bool {
    guard raw.fields.indices.contains(column - 1) else { return true }
    return FieldText.isBlank(raw.fields[column - 1])
  }

  /// Whether the cell is a part of one that is merged over rows and begins above.
  func isMerged(_ column: Int) -> Bool {
    guard cells.indices.contains(column - 1), let merge = cells[column - 1].merge else {
      return false
    }
    return merge.range.first.row < number
  }

  /// The content of a column, its own or what it takes from above; of the latter its own place, too.
  func cell(_ column: Int) -> (field: RowField, own: CellSpot?) {
    let spot = spot(column)
    guard isEmpty(column) else { return (raw.fields[column - 1], nil) }
    let blank = RowField(bytes: RowField.empty, spot: spot)
    guard cells.indices.contains(column - 1) else { return (blank, nil) }
    if let merge = cells[column - 1].merge { return (merge.field, spot) }
    if let above = cells[column - 1].above { return (above, spot) }
    return (blank, nil)
  }

  private func spot(_ column: Int) -> CellSpot {
    if raw.fields.indices.contains(column - 1) { return raw.fields[column - 1].spot }
    return sheet?.spot(number, column) ?? raw.spot
  }

  /// Builds the row of the present row of the source.
  func build(_ row: inout PartRow) {
    row.fields.removeAll(keepingCapacity: true)
    if !row.filled.isEmpty { row.filled = [:] }
    row.spot = spot(shape.extent.lowerBound)
    if let first = raw.fields.first(where: { !FieldText.isBlank($0) }) { row.spot = first.spot }
    for (index, field) in shape.fields.enumerated() {
      let value = value(of: field)
      row.fields.append(value.field)
      if let own = value.own {
        row.filled[index] = own
        notes.filledDown[field.column.name, default: .init()].add(source.place(of: own))
      }
    }
  }

  func value(of field: TableShape.Field) -> (field: RowField, own: CellSpot?) {
    let value = plainValue(of: field)
    guard field.isBar, let bar, FieldText.isBlank(value.field) else { return value }
    return (bar, value.field.spot)
  }

  private func plainValue(of field: TableShape.Field) -> (field: RowField, own: CellSpot?) {
    switch field.rule {
    case .cell(let column): return cell(column)
    case .cells(let columns): return joined(columns)
    case .bar, .lastMilestone: return (blank(at: field.column), nil)
    case .units(let role): return units(role)
    case .bareText(let column):
      var value = cell(column)
      if let bracket = bracket(column) {
        value.field.bytes = texts.keep(bracket.title)
        value.field.isEscaped = false
      }
      return value
    case .quantity(let column): return quantity(column) { Self.decimal($0.value) }
    case .quantityUnit(let column): return quantity(column) { $0.unit }
    case .quantityComparison(let column): return quantity(column) { $0.comparison ?? ">=" }
    case .comments(let column): return comments(column)
    }
  }

  private func blank(at column: PartColumn) -> RowField {
    var spot = column.spot
    spot.line = raw.spot.line
    return RowField(bytes: RowField.empty, spot: sheet == nil ? raw.spot : spot)
  }

  private func joined(_ columns: [Int]) -> (field: RowField, own: CellSpot?) {
    let values = columns.map(cell)
    let filled = values.filter { !FieldText.isBlank($0.field) }
    guard filled.count > 1 else { return filled.first ?? values[0] }
    var value = filled[0]
    value.field.bytes = texts.keep(
      filled.map { FieldText.string($0.field) }.joined(separator: "\n"))
    value.field.isEscaped = false
    return value
  }

  // MARK: Units

  private func units(_ role: Role) -> (field: RowField, own: CellSpot?) {
    var found: [UnsafeBufferPointer<UInt8>] = []
    var place: (field: RowField, own: CellSpot?)?
    for (index, source) in shape.unitSources.enumerated() {
      let cell = cell(source.column)
      guard !FieldText.isBlank(cell.field) else {
        if source.role == role, place == nil { place = cell }
        continue
      }
      guard let bytes = names(index, cell.field)[role], !bytes.isEmpty else { continue }
      if found.isEmpty { place = cell }
      found.append(bytes)
    }
    let blank = RowField(bytes: RowField.empty, spot: spot(shape.unitSources[0].column))
    var value = place ?? (field: blank, own: nil)
    guard let first = found.first else {
      value.field.bytes = RowField.empty
      return value
    }
    value.field.isEscaped = false
    value.field.bytes = first
    if found.count > 1 {
      let all = found.map { String(decoding: $0, as: UTF8.self) }
      value.field.bytes = texts.keep(all.joined(separator: "、"))
    }
    return value
  }

  /// The names of each role in a cell; worked out once for each text.
  private func names(
    _ index: Int, _ field: RowField
  ) -> [Role: UnsafeBufferPointer<UInt8>] {
    let source = shape.unitSources[index]
    let text = FieldText.string(field)
    let key = UnitText(source: index, text: ByteText(text))
    if let known = unitTexts[key] { return known }
    let names = names(source, text).mapValues { texts.keep($0) }
    unitTexts[key] = names
    return names
  }

  private func names(_ source: TableShape.UnitSource, _ text: String) -> [Role: String] {
    if source.isBracket {
      let bracket = RoleText.bracket(
        inTitle: text, own: source.role, isName: context.isUnit)
      return bracket?.units.names ?? [:]
    }
    switch source.roles {
    case .words: return RoleText.read(text, own: source.role, isName: context.isUnit).names
    case .firstListed: return RoleText.firstListed(text, isName: context.isUnit).names
    case .all, nil: return [source.role: text]
    }
  }

  private func bracket(_ column: Int) -> RoleText.Bracket? {
    guard let source = shape.unitSources.first(where: { $0.isBracket && $0.column == column })
    else { return nil }
    let bracket = RoleText.bracket(
      inTitle: FieldText.string(cell(column).field), own: source.role, isName: context.isUnit)
    if let bracket {
      notes.unitsTaken.add(
        place(column), text: bracket.taken, heading: shape.headings.column(column)?.name ?? "")
    }
    return bracket
  }

  // MARK: Quantities

  private func quantity(
    _ column: Int, _ text: (QuantityText) -> String
  ) -> (field: RowField, own: CellSpot?) {
    var value = cell(column)
    guard !FieldText.isBlank(value.field),
      case .value(let quantity) = QuantityText.read(FieldText.string(value.field))
    else { return value }
    value.field.bytes = texts.keep(text(quantity))
    value.field.isEscaped = false
    return value
  }

  /// Millionths as a decimal number.
  static func decimal(_ millionths: Int64) -> String {
    let (whole, rest) = millionths.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
    var text = (millionths < 0 ? "-" : "") + String(whole)
    guard rest > 0 else { return text }
    var decimals = String(1_000_000 + rest).dropFirst()
    while decimals.last == "0" { decimals.removeLast() }
    text += "." + decimals
    return text
  }

  // MARK: Comments

  private func comments(_ column: Int?) -> (field: RowField, own: CellSpot?) {
    var value =
      column.map(cell) ?? (field: RowField(bytes: RowField.empty, spot: spot(1)), own: nil)
    guard let comments = commented[number] else { return value }
    var lines: [String] = []
    if !FieldText.isBlank(value.field) { lines.append(FieldText.string(value.field)) }
    for comment in comments {
      let heading = shape.headings.column(comment.column)?.name ?? ""
      lines.append("批注（\(heading)）：\(comment.text)")
      notes.comments.add(place(comment.column))
    }
    value.field.bytes = texts.keep(lines.joined(separator: "\n"))
    value.field.isEscaped = false
    return value
  }
}
