import Definitions
import Domain

enum DefinitionSamples {
  static func problems(_ name: String) -> [DefinitionFault.Problem] {
    [
      .unreadable(13), .notUTF8, .syntax(.key), .unknownKey(name, known: [name]),
      .duplicateKey(name), .missingKey(name), .expected(.list), .character(1),
      .textTooLong(limit: 10_000),
      .unknownWord(name, known: [name]), .unknownReference(name, known: [name]),
      .unknownReference(name, known: []), .noHeading(column: name, known: [name]),
      .query(.beginsWithSelect), .layout(.matrixWithCSV), .template(.notADocument),
      .engine(.types), .notFound(name, known: [name]), .missingCalendar(year: 2027),
      .notReadHere(name),
    ]
  }

  static func forms(_ name: String) -> [DefinitionFault.Form] {
    [
      .mapping, .list, .text, .wholeNumber, .wholeNumberWithin(0, 4), .flag, .day, .percentage,
      .percentageUpTo100, .decimal, .oneKeyOf([name]), .keyOnlyWith(name, owner: name),
      .closingBrace, .timeZone, .timeOfDay, .calendarFileName, .calendarHeadings,
      .calendarLine(year: 2027), .years,
      .onePeriod, .periodInOrder, .cutoffsInOrder, .periodID, .groupOrRole, .lastLightOtherwise,
      .anotherPlan, .issuedAfterCutoff, .sharesInOrder, .headingRows, .columnOfUnits,
      .dateOfFileName, .pointsWithDecimals(2),
      .pointsNotZero, .capNotBelowFloor, .capNotBelowBase, .floorNotAboveBase, .capOfAddingRule,
      .floorOfDeductingRule, .oneStep,
      .stepsAscending, .factorAboveZero, .oneRole, .meaning, .queryOfRegister(.ledger), .sheetName,
      .fileName, .columnsAtMost(3), .columnOrRatio, .changeColumns, .ratioColumns, .doughnutColumn,
      .noLargeWithEach, .keyOfTable, .rowForEach(name), .sheetWithoutScores,
      .twoTables,
    ]
  }

  static func rules(_ name: String) -> [DefinitionFault.QueryRule] {
    [
      .notNameAndType(field: name, item: name), .parameterWithoutColon, .orderEndsInKey,
      .sourceParameter(name), .sourceOrder, .overrideDiffers(shipped: name),
      .columnsDiffer(header: [name], statement: [name]), .emptyKey(column: name),
      .repeatedKey([]), .repeatedKey([name]), .severalRows, .takenName(name), .tableName(name),
      .beginsWithSelect,
      .undeclared(parameter: name), .unused(parameter: name), .word(name, .clock),
      .noPriorTable(name), .circle([name]),
    ] + ResultColumn.Kind.allCases.map { .wrongType(column: name, $0, value: name) }
  }

  static func reasons(_ name: String) -> [DefinitionFault.QueryRule.Reason] {
    [
      .clock, .joinDay, .rateOfTwo, .rounding, .integersOnly, .letterCase, .onlySQLite,
      .onlyPostgres, .rowPerPair, .useCase, .useCoalesce, .useBars, .useSumOfCase, .notProvable,
      .nothingCutOff, .onlyReads, .json, .useCast, .nameColumns, .quotesDiffer, .oneStatement,
      .onlyChangesSeeTwo,
    ]
  }

  static func layouts(_ name: String) -> [DefinitionFault.LayoutRule] {
    [
      .sumsOver(table: name, .notAllRows), .sumsOver(table: name, .ownSums),
      .sumsOver(table: name, .otherTables), .largeWithTotal, .largeOfAllRows, .largeWithEarlier,
      .matrixWithCSV, .withoutSince(query: name), .noEarlier(query: name),
      .figureCircle([name, name]),
    ]
  }

  static func templates(_ name: String) -> [TemplateProblem] {
    [
      .package(PackageFault(part: name, problem: .missing)), .notADocument, .macros(part: name),
      .external(part: name, target: name), .embedded(part: name), .otherDocument(part: name),
      .field(part: name, name), .textPlaces(0), .textPlaces(2),
    ]
  }

  static func refusals(_ name: String) -> [StatementRefusal] {
    [
      .unknownColumn(name), .unknownTable(name), .unknownFunction(name), .ambiguousColumn(name),
      .syntax(near: ""), .syntax(near: name), .types, .notGrouped, .writes,
      .endless,
      .other(code: name, words: name),
    ]
  }
}
