public import Domain

/// What is wrong with a definition (query, report, plan, calendar, vocabulary, configuration).
///
/// Carries data; the program's wording says it.
public struct DefinitionFault: Error, Hashable, Sendable {
  public enum Problem: Hashable, Sendable {
    /// The file or folder cannot be read; the system's error number.
    case unreadable(Int32)
    /// The file is not UTF-8.
    case notUTF8
    /// Not YAML.
    case syntax(YAMLSyntax)
    /// A key that means nothing here; the keys that would.
    case unknownKey(String, known: [String])
    /// The same key twice.
    case duplicateKey(String)
    case missingKey(String)
    /// A value of the wrong form; what is expected there.
    case expected(Form)
    /// A character that no sheet can hold, by its code point.
    case character(UInt32)
    /// A text of more UTF-16 units than a cell should hold.
    case textTooLong(limit: Int)
    /// A word that is not among the valid ones.
    case unknownWord(String, known: [String])
    /// Something named that does not exist; what there is.
    case unknownReference(String, known: [String])
    /// A column of a report that neither it nor the catalogue of columns gives a heading.
    case noHeading(column: String, known: [String])
    /// The header of a query, or its statement, breaks a rule.
    case query(QueryRule)
    /// A report that no workbook can be.
    case layout(LayoutRule)
    /// A Word template that is not taken.
    case template(TemplateProblem)
    /// The database refuses the query.
    case engine(StatementRefusal)
    /// No definition has this name; the names there are.
    case notFound(String, known: [String])
    /// A file that looks like a definition and is not read; where it would be.
    case notReadHere(String)
    /// A year without a calendar.
    case missingCalendar(year: Int)
  }

  public let place: SourcePlace
  public let problem: Problem

  public init(place: SourcePlace, problem: Problem) {
    self.place = place
    self.problem = problem
  }
}
