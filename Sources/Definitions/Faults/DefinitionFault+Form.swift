public import Domain

extension DefinitionFault {
  /// The form that a value in a definition must have.
  public enum Form: Hashable, Sendable {
    // MARK: Any definition

    case mapping
    case list
    case text
    case wholeNumber
    /// A whole number within bounds.
    case wholeNumberWithin(Int, Int)
    /// `true` or `false`.
    case flag
    case day
    /// A percentage with at most four decimals.
    case percentage
    /// A percentage from 0 to 100.
    case percentageUpTo100
    /// A number with at most six decimals.
    case decimal
    /// Exactly one of these keys.
    case oneKeyOf([String])
    /// A key that means something only beside another.
    case keyOnlyWith(String, owner: String)
    /// A `}` that closes a placeholder.
    case closingBrace

    // MARK: Configuration

    case timeZone
    case timeOfDay

    // MARK: Calendars

    case calendarFileName
    case calendarHeadings
    case calendarLine(year: Int)

    // MARK: Mappings of a workbook

    /// The rows of headings: `3`, or `3-4` for two levels.
    case headingRows
    /// A column whose cells list units, for `roles`.
    case columnOfUnits

    // MARK: Plans

    case years
    case onePeriod
    case periodInOrder
    case cutoffsInOrder
    case periodID
    case groupOrRole
    case lastLightOtherwise
    case anotherPlan
    /// A day of issue (印发日).
    case issuedAfterCutoff
    /// Two shares of which the second is not the smaller.
    case sharesInOrder

    // MARK: Scoring rules

    case dateOfFileName
    case pointsWithDecimals(Int)
    case pointsNotZero
    case capNotBelowFloor
    case capNotBelowBase
    case floorNotAboveBase
    case capOfAddingRule
    case floorOfDeductingRule
    case oneStep
    case stepsAscending
    case factorAboveZero
    case oneRole

    // MARK: Queries

    /// What a column of the catalogue means.
    case meaning
    /// A query that yields a required register.
    case queryOfRegister(Register)

    // MARK: Reports

    case sheetName
    case fileName
    case columnsAtMost(Int)
    case columnOrRatio
    case changeColumns
    case ratioColumns
    case doughnutColumn
    case noLargeWithEach
    case keyOfTable
    /// One row for each value of a column, and none without.
    case rowForEach(String)
    case sheetWithoutScores
    /// Tables side by side are two.
    case twoTables
  }
}
