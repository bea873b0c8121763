import Domain

/// What a workbook cannot be, found before one is written.
extension ReportDefinition {
  /// Holds names and measures against what Excel and file systems take.
  func checkLimits() throws {
    guard !sheets.isEmpty || (workbook == nil && document != nil) else {
      let place = SourcePlace(file: file.path, line: 1)
      throw DefinitionFault(place: place, problem: .missingKey("sheets"))
    }
    for isScored in [true, false] {
      let sheets = applying(isScored: isScored).sheets
      try Self.checkUnique(sheets.map { ($0.name, $0.place) })
      let files = sheets.flatMap(\.tables).compactMap { table in table.csv.map { ($0, table.place) }
      }
      try Self.checkUnique(files, taken: [Self.dictionaryName])
    }
    for sheet in sheets { try sheet.checkLimits() }
  }

  /// The base name of the CSV file that says what the columns of the others mean.
  public static let dictionaryName = "数据字典"

  private static func checkUnique(
    _ names: [(name: String, place: SourcePlace)], taken: Set<String> = []
  ) throws {
    var seen = taken
    for (name, place) in names where !seen.insert(name.lowercased()).inserted {
      throw DefinitionFault(place: place, problem: .duplicateKey(name))
    }
  }
}

extension ReportDefinition.Sheet {
  func checkLimits() throws {
    guard SheetName.isValid(name) else { throw fault(.sheetName) }
    for table in tables {
      guard let csv = table.csv, !FileName.isValid(csv + ".csv") else { continue }
      throw DefinitionFault(place: table.place, problem: .expected(.fileName))
    }
    guard tables.allSatisfy({ $0.columns.count <= Self.columnLimit }) else {
      throw fault(.columnsAtMost(Self.columnLimit))
    }
  }

  /// The most columns that a sheet takes.
  public static let columnLimit = 16_384

  private func fault(_ expected: DefinitionFault.Form) -> DefinitionFault {
    DefinitionFault(place: place, problem: .expected(expected))
  }
}
