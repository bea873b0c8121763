/// What is wrong with a form that a unit returned; nothing of it is taken then.
public enum FormProblem: Hashable, Sendable {
  // MARK: The file

  /// It cannot be read.
  case unreadable(InputProblem)
  /// It bears no mark of a form.
  case noForm
  /// What it bears of its origin says two things.
  case markedTwice
  /// It was given out by another office.
  case otherOffice(String)
  /// It belongs to another plan, or another period; which is asked for.
  case otherPlan(String, wanted: String)
  case otherPeriod(String, wanted: String)
  /// An edition that another one has replaced, or that is not known.
  case otherEdition(String, newest: Int)
  /// It was given out to another unit than the one that stands on it.
  case otherUnit(given: String)
  /// The office has given out no such form.
  case notGivenOut
  /// Another file of the same unit was filled in on the same day, or neither says when.
  case filledInTwice(other: String)

  // MARK: Its form

  case sheetMissing(String)
  case sheetRenamed(from: String)
  case unprotected
  case columnsChanged
  case rowsAdded
  /// How many.
  case rowsDeleted(Int)
  case rowTwice
  case rowsMoved
  /// A cell that is not to be filled in; what stood there.
  case lockedCell(given: String)

  // MARK: Its values

  case value(InputProblem)
  case formula
  /// A word that the drop-down does not offer.
  case notOffered([String])
  /// A value that figures need was taken away.
  case emptied(given: String)
  case completedWithoutDay
  case completedBelowFull
  case dayToCome
  /// Another form says something else of the same.
  case contradicts(other: String, value: String)
  /// The ledger with the form's values would be refused.
  case ledgerRefuses(InputProblem)
}

/// A fault of a returned form, and where it stands.
public struct FormFault: Hashable, Sendable {
  public let place: SourcePlace
  public let problem: FormProblem
  /// What stands there.
  public let value: String
  /// Of its column.
  public let heading: String

  public init(place: SourcePlace, problem: FormProblem, value: String = "", heading: String = "") {
    self.place = place
    self.problem = problem
    self.value = value
    self.heading = heading
  }
}
