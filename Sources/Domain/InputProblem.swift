/// Why a ledger is refused or warned about, with the data to say it; the program's wording table
/// makes the sentences.
public enum InputProblem: Hashable, Sendable {
  // MARK: Files

  case fileNotFound
  /// The system's error number.
  case fileUnreadable(Int32)
  /// A folder, a pipe or a device where a file is needed.
  case notARegularFile
  /// An old workbook (.xls, .et) that no program here can convert.
  case workbookOld
  /// An old workbook that the program called for it did not convert.
  case workbookNotConverted(WorkbookConversion)
  case workbookEncrypted
  /// What the file is, in place of a workbook.
  case notAWorkbook(FileKind)
  /// The workbook, or a part of it.
  case workbookDamaged(PackageFault)
  /// A cell that the sheet holds twice.
  case cellTwice
  /// A cell whose address is none, or does not lie in its row; the address.
  case cellMisplaced(String)
  /// A cell refers to a text that the workbook does not hold.
  case cellTextMissing
  case tooManyMerges(limit: Int)
  case fileTooLarge(limit: Int)
  /// The file was written to while it was read.
  case fileChanged
  /// There is not even a line of headings.
  case fileEmpty
  /// A table that is none of the registers; the file names that are.
  case unknownFile(nearest: String?, known: [String])
  /// Two files for one register.
  case registerTwice(Register, other: String)
  /// A second workbook in the folder of a ledger.
  case severalWorkbooks(other: String)
  case registerMissing(Register)

  // MARK: Workbooks and mappings

  /// A workbook with names and headings of the office's own, and no mapping.yaml.
  case workbookNeedsMapping
  /// An entry of the mapping names a sheet that there is not.
  case sheetNotFound(nearest: String?, known: [String])
  /// No row looks like headings; the one that comes nearest.
  case headingsNotFound(nearestRow: Int?)
  /// A heading that the mapping names, for a column of ours, stands nowhere.
  case mappedHeadingMissing(column: String, line: Int?, nearest: String?)
  /// A heading that the mapping names stands over several columns.
  case mappedHeadingTwice(columns: [String])
  /// Headings that are repeated further down, and differ.
  case headingsDiffer(expected: String)
  /// A formula of which the workbook holds no result.
  case formulaWithoutValue
  /// Number and title are merged over several rows, and the mapping does not say what these are.
  case taskOverSeveralRows
  case sheetLeftOut(rows: Int, isHidden: Bool)
  case rowsHidden(count: Int)
  case columnsHidden([String])
  /// Rows with a number and nothing else.
  case rowsNumberedAhead(count: Int)
  /// Rows merged across, of which the mapping does not say what they name.
  case barsUnread(count: Int)
  case rowsBelowTable(count: Int)
  case cellsBesideTable(count: Int)
  case totalDiffers(said: Int, rows: Int)
  case commentsKept(count: Int)
  case coloursNotRead(count: Int)
  case formulasRead(count: Int)
  case timesLeftOut(count: Int)
  case unitsTakenFromText(count: Int)
  /// What further rows of a task say in columns in which a task has one value.
  case furtherValuesLeftOut(count: Int)
  /// Tasks without a due date of their own.
  case dueOfLastMilestone(count: Int)
  /// Quantities in 万 or 亿.
  case quantitiesExpanded(count: Int)

  // MARK: Encoding; offsets count bytes from 0

  case utf16
  /// Neither UTF-8 nor GB18030.
  case invalidEncoding(offset: Int)
  /// Some lines are UTF-8 and others are not.
  case mixedEncodings(offset: Int)
  /// A NUL byte, with which the reading ends.
  case nulByte(offset: Int)
  /// U+FFFD: the text was already lost when the file was saved.
  case lostCharacter
  case controlCharacter(UInt32)

  // MARK: CSV

  case unclosedQuote
  case textAfterQuote(openedOnLine: Int)
  case bareQuote
  case loneCarriageReturn
  case fieldCount(expected: Int, found: Int)
  case wrongSeparator(String)
  /// A line `sep=…`.
  case separatorLine
  /// In bytes.
  case fieldTooLarge(limit: Int)
  /// In UTF-16 units, which is what a workbook's cell is limited by.
  case cellTooLong(limit: Int, found: Int)

  // MARK: Headings

  /// A required column; the file's own heading that is most like it.
  case headingMissing(id: String, nearest: String?)
  /// The same column twice; fields count from 1.
  case headingTwice(otherField: Int)
  case headingRepeated(firstLine: Int)
  /// An own column that is nearly called like a known one.
  case headingNear(String)
  /// Cells are filled in a column that has no heading.
  case headingEmpty
  /// More columns of the office's own than a register may have.
  case ownColumns(limit: Int, found: Int)
  /// No row of a first ledger fills a column that figures need; whether it has a heading.
  case columnLacking(id: String, isHeaded: Bool)

  // MARK: Cells

  case cellEmpty
  case dayForm(suggestion: String?)
  /// A deadline in none of the forms that are known.
  case deadlineForm(suggestion: String?)
  /// A deadline without a year, where the plan has none or several.
  case deadlineYear(years: [Int])
  /// 立行立改 in a row that does not say when it was found.
  case deadlineAtOnce
  case dayNotInCalendar
  case dayOutOfRange
  case numberForm(NumberForm, suggestion: String?)
  case numberTooLarge
  case numberDecimals(limit: Int)
  case numberNegative
  /// A number of things that is none, or below zero.
  case numberNotPositive
  /// A percentage that is not between 0 and 100.
  case percentRange
  /// Clauses of a status that contradict each other.
  case statusContradictory
  /// A status that says another progress than the column of progress.
  case statusProgressDiffers
  /// A share above 100 % as a status: it says nothing of the task's.
  case statusOverFull
  /// No number with its unit, or one that is left open: a range, 左右.
  case quantityForm
  case unknownWord(WordKind, nearest: String?, known: [String])
  /// A character that does not show or changes the direction of writing.
  case identifierCharacter(UInt32)
  /// An identifier was read as the given one.
  case identifierNormalised(String)

  /// The office's own columns of a row hold more bytes together than are kept.
  case ownTextTooLong(limit: Int, found: Int)

  // MARK: Whole columns, with the number of cells and the place of the first

  /// Dates that are not written as 2023-09-25 were read; what the first was read as.
  case dayFormsRead(count: Int, first: Day)
  /// Deadlines in words were read; what was inferred, and what the first was read as.
  case deadlinesInferred(DeadlineInference, count: Int, first: Day?)
  /// Statuses that say more than a word, such as 已完成80%.
  case statusesRead(count: Int)
  /// No progress is above 1: fractions, most likely, where shares of 100 are written.
  case progressAtMostOne(count: Int)
  /// Excel's words for an error, such as #REF!.
  case errorWords(count: Int)
  /// Values that a spreadsheet seems to have converted.
  case valuesConverted(ConvertedForm, count: Int)
  /// Empty cells below filled ones, as merged cells leave them; how `fill_down` names the column.
  case gapsBelow(count: Int, column: String)
  /// Empty cells took the value above them, as the configuration says.
  case filledDown(count: Int)

  // MARK: Keys and references

  case duplicateKey(others: [OtherPlace])
  /// A task without a number, where others of the plan bear one.
  case taskKeyMissing
  /// No task of the plan, or not every one, bears a number: these have no history.
  case tasksWithoutNumber(count: Int)
  /// A number that begins as the keys of tasks without one do.
  case taskNumberReserved
  /// There is no such task; in the plan, where the row says it and the ledger has several.
  case unknownTask(plan: String?, nearest: [String])
  /// More than one task is called so; the plans or task ids that tell them apart.
  case ambiguousTask([String])
  /// The way from the row through its references back to it.
  case referenceCircle([String])
  /// So many levels of tasks that they could not be counted in a bearable time.
  case nestedTooDeep(levels: Int)
  /// A task was extended more often than is worked out in a bearable time.
  case tooManyExtensions(limit: Int)
  case unknownPlan(nearest: String?, known: [String])
  /// Rows of a plan that is unknown are refused, those of others are not; where the first stand,
  /// and how many there are.
  case planSetAside(others: [OtherPlace], rows: Int, nearest: String?, known: [String])
  /// The plan exists, but the ledger has no task of it.
  case planNotInLedger(known: [String])
  /// The ledger has several plans and the row names none.
  case planNeeded(known: [String])
  case unknownTarget(nearest: [String])
  /// Targets of several plans have the id; write one of the given.
  case ambiguousTarget([String])
  /// Two targets of one source have different units of measure; where the other stands.
  case targetMeasuresDiffer(String, other: String, at: OtherPlace)
  /// Two targets of one source have different values; where the other stands.
  case targetValuesDiffer(other: String, at: OtherPlace)
  /// The plan's calendar has no such period.
  case unknownPeriod(nearest: String?, known: [String])

  // MARK: Units

  case unknownUnit(nearest: [String])
  /// A known unit that does not exist on the ledger's day; `refused` where that matters.
  case unitNotInForce(from: Day?, to: Day?, successor: String?, refused: Bool)
  case unitRepeated
  /// Names that stand without a separator between them.
  case unitsJoined([String])
  case collectiveWithoutMembers
  /// The name or alias is also that of other units, valid at the same time.
  case nameTaken(units: [String], others: [OtherPlace])
  case unknownMember(nearest: [String])
  case unknownSuccessor(nearest: [String])
  case noLeadUnit
  /// None of the ledger's tasks has a lead unit.
  case noLeadUnits(tasks: Int)

  // MARK: What a row says

  /// The day lies before the one under `heading`, in a sheet's cell of the row.
  case dayBefore(heading: String, day: Day, cell: CellAddress?)
  /// The day lies after the one whose state the ledger shows: it counts from that day on. A run
  /// in the morning belongs to the day before, and may find what was completed since.
  case dayInFuture(effectiveOn: Day)
  case completionDayMissing
  /// Tasks of an office's own workbook whose title is empty: they are named by their rows.
  case titlesMissing(count: Int)
  /// So many rows have a value that needs a column which is not there.
  case columnNeeded(id: String, rows: Int)
  /// Tasks that are done in a ledger without days of completion: the day on which each was first
  /// seen done stands for it.
  case completionDaysInferred(count: Int)
  /// A day of completion with a status that is not completed.
  case completionDayUnexpected(status: TaskStatus?, refused: Bool)
  case acceptanceDayMissing
  /// Struck off without a day of completion.
  case acceptanceWithoutCompletion
  case progressFullNotCompleted
  case completedBelowFull
  /// The same title stands under another number of the plan.
  case titleTwice(others: [OtherPlace])

  // MARK: Words that group

  /// A word that is nearly another one.
  case wordNear(String)
  /// A level that the plan does not count, and nearly one that it does.
  case levelNear(String)
  /// A word by which no rule counts, and nearly one by which one does.
  case ruleWordNear(String)
  /// A word of a plan that no word of the ledger is; the nearest, and those there are.
  case planWordUnmatched(nearest: String?, known: [String])

  // MARK: Numbers that are confirmed

  /// A confirmed number that the ledger does not change so.
  case numberNotChanged
  /// The number has another title.
  case numberOfOther(title: String)
  /// Another line says something of the same number.
  case numberTwice(otherLine: Int)
  case unknownDecision(known: [String])
}
