public import Domain

extension DefinitionFault {
  /// A rule that a query's header or statement breaks (docs/architecture.md, SQL contract).
  public enum QueryRule: Hashable, Sendable {
    /// Why a word must not stand in a statement.
    public enum Reason: Hashable, Sendable {
      case clock
      case joinDay
      case rateOfTwo
      case rounding
      case integersOnly
      case letterCase
      case onlySQLite
      case onlyPostgres
      case rowPerPair
      case useCase
      case useCoalesce
      case useBars
      case useSumOfCase
      case notProvable
      case nothingCutOff
      case onlyReads
      case json
      case useCast
      case nameColumns
      case quotesDiffer
      case oneStatement
      case onlyChangesSeeTwo
    }

    // MARK: Header

    case notNameAndType(field: String, item: String)
    case parameterWithoutColon
    case orderEndsInKey
    case sourceParameter(String)
    case sourceOrder
    /// An override with other parameters or columns than what ships at this path.
    case overrideDiffers(shipped: String)
    /// The header's columns, and those that the statement yields.
    case columnsDiffer(header: [String], statement: [String])

    // MARK: Result

    /// A value that is not of its column's type.
    case wrongType(column: String, ResultColumn.Kind, value: String)
    /// A row without a value in a column of the key.
    case emptyKey(column: String)
    /// Two rows of one key; its values, none where only the engine saw them.
    case repeatedKey([String])
    /// Several rows where `key: -` promises one.
    case severalRows

    // MARK: Name

    /// A state or fact that bears the name of a table that is there.
    case takenName(String)
    /// A state or fact whose name no table can have.
    case tableName(String)

    // MARK: Statement

    case beginsWithSelect
    case undeclared(parameter: String)
    case unused(parameter: String)
    case word(String, Reason)
    /// A table of the earlier moment that is neither state nor fact.
    case noPriorTable(String)
    /// Queries that read each other.
    case circle([String])
  }
}
