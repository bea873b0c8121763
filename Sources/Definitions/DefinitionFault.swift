public import Domain

/// What is wrong with a definition (query, report, plan, calendar, vocabulary, configuration).
public struct DefinitionFault: Error, Hashable, Sendable {
  public enum Problem: Hashable, Sendable {
    /// The file cannot be read, or is not UTF-8.
    case unreadable
    /// Not YAML; the parser's own words.
    case syntax(String)
    /// A key that means nothing here; the keys that would.
    case unknownKey(String, known: [String])
    /// The same key twice.
    case duplicateKey(String)
    case missingKey(String)
    /// A value of the wrong form; what is expected there.
    case expected(String)
    /// A word that is not among the valid ones.
    case unknownWord(String, known: [String])
    /// Something named that does not exist; what there is.
    case unknownReference(String, known: [String])
    /// A rule of the SQL contract is broken.
    case contract(String)
    /// The database refuses the query; its own words.
    case engine(String)
    /// No definition has this name; the names there are.
    case notFound(String, known: [String])
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
