import Definitions
import Domain

extension English {
  func definition(_ problem: DefinitionFault.Problem) -> String {
    switch problem {
    case .unreadable(let code): "cannot be read: \(system(code))"
    case .notUTF8: "cannot be read as UTF-8 text"
    case .syntax(let syntax): "not YAML: \(self.syntax(syntax))"
    case .unknownKey(let key, let known):
      "unknown key '\(key)'; known: \(list(known))" + nearest(key, known)
    case .duplicateKey(let key): "'\(key)' stands twice"
    case .missingKey(let key): "'\(key)' is missing"
    case .expected(let form): "expected \(self.form(form))"
    case .character(let scalar):
      "the character \(ShownText.codePoint(scalar)) cannot be shown; take it out"
    case .textTooLong(let limit): "the text has more than \(limit) characters; shorten it"
    case .unknownWord(let word, let known):
      "unknown word '\(word)'; valid: \(list(known))" + nearest(word, known)
    case .unknownReference(let name, let known):
      "'\(name)' does not exist; there are: \(list(known))" + nearest(name, known)
    case .noHeading(let column, let known):
      "the column '\(column)' has no heading: give it one here, or in Queries/columns.yaml"
        + nearest(column, known)
    case .query(let rule): self.rule(rule)
    case .template(let problem): template(problem)
    case .layout(let rule): "no workbook can be like that: \(layout(rule))"
    case .engine(let refusal): "the database refuses the query: \(self.refusal(refusal))"
    case .notFound(let id, let known): "there is no '\(id)'; there are: \(list(known))"
    case .notReadHere(let place): "the file is not read here; it would be as \(place)"
    case .missingCalendar(let year):
      "the working-day calendar of \(year) is missing: add calendars/\(year).csv"
    }
  }

  func form(_ form: DefinitionFault.Form) -> String {
    switch form {
    case .mapping: "a mapping"
    case .list: "a list"
    case .text: "text"
    case .wholeNumber: "a whole number"
    case .wholeNumberWithin(let least, let most): "a whole number from \(least) to \(most)"
    case .flag: "true or false"
    case .day: "a date as 2023-09-25"
    case .percentage: "a percentage such as 75 or 91.7"
    case .percentageUpTo100: "a percentage up to 100"
    case .decimal: "a number such as 5 or -0.25"
    case .oneKeyOf(let keys): "one of \(list(keys))"
    case .keyOnlyWith(let key, let owner): "\(key) only with \(owner)"
    case .closingBrace: "} after {"
    case .timeZone: "a time zone such as Asia/Shanghai"
    case .timeOfDay: "a time such as \"17:00\""
    case .calendarFileName: "a file named 2027.csv"
    case .calendarHeadings: "the headings date,is_working,name"
    case .calendarLine(let year): "\(year)-mm-dd,0 or 1,name"
    case .years: "years such as [2023]"
    case .onePeriod: "at least one period"
    case .periodInOrder: "from not after to"
    case .cutoffsInOrder: "cut-offs in order, each after the one before"
    case .periodID: "letters, digits, '-' and '_', no mere number, not 'draft' and not 'as-of-…'"
    case .groupOrRole: "either group or role"
    case .lastLightOtherwise: "a last light 'when: otherwise'"
    case .headingRows: "the row of the headings, such as 3, or two rows, such as 3-4"
    case .columnOfUnits: "`roles` only with a column that lists units"
    case .anotherPlan: "a plan that does not follow this one"
    case .issuedAfterCutoff: "a day of issue that is not before the cut-off"
    case .sharesInOrder: "two percentages, the smaller one first, such as [20, 50]"
    case .dateOfFileName: "the date that the file is named after"
    case .pointsWithDecimals(let places):
      "points with at most \(places) decimals, as `places` says"
    case .pointsNotZero: "points other than 0"
    case .capNotBelowFloor: "a cap that is not below the floor"
    case .capNotBelowBase: "a cap that is not below the base"
    case .floorNotAboveBase: "a floor that is not above the base"
    case .capOfAddingRule: "a cap above 0, on a rule that adds"
    case .floorOfDeductingRule: "a floor below 0, on a rule that deducts"
    case .oneStep: "at least one step"
    case .stepsAscending: "steps in ascending order"
    case .factorAboveZero: "a factor above 0"
    case .oneRole: "at least one role"
    case .meaning: "what the column means"
    case .queryOfRegister(let register):
      "a query that yields the register \(register.rawValue)"
    case .sheetName: "a sheet's name that Excel takes"
    case .fileName: "a name that a file may have"
    case .columnsAtMost(let limit): "at most \(limit) columns"
    case .columnOrRatio: "a column or a ratio"
    case .changeColumns: "a column, or two: [numerator, denominator]; and no format"
    case .ratioColumns: "two columns: [numerator, denominator]"
    case .doughnutColumn: "one column of values in a doughnut"
    case .noLargeWithEach: "no 'large' in a report with 'each'"
    case .keyOfTable: "a 'key' that a table's query has"
    case .rowForEach(let key): "one row for each \(key), and none without"
    case .twoTables: "tables side by side: a list of two"
    case .sheetWithoutScores: "a sheet for plans without scoring rules"
    }
  }

  func rule(_ rule: DefinitionFault.QueryRule) -> String {
    switch rule {
    case .notNameAndType(let field, let item): "\(field): '\(item)' is not 'name type'"
    case .parameterWithoutColon: "params: a parameter begins with ':'"
    case .orderEndsInKey: "order must end in the key"
    case .sourceParameter(let name):
      "a source query has no parameter but :effective_on date, not :\(name)"
    case .sourceOrder: "a source query has an order: faults name its rows by their number"
    case .overrideDiffers(let path):
      "an override keeps the parameters and columns of \(path)"
    case .columnsDiffer(let header, let statement):
      "the header's columns are \(header.joined(separator: ", ")); the statement yields "
        + statement.joined(separator: ", ")
    case .wrongType(let column, let kind, let value):
      "the column \(column) yields \(ShownText.quoted(value)), which is no \(kind.rawValue)"
    case .emptyKey(let column): "the column \(column) of the key is empty in a row"
    case .repeatedKey([]): "several rows have the same key"
    case .repeatedKey(let values):
      "several rows have the key \(ShownText.quoted(values.joined(separator: ", ")))"
    case .severalRows: "'key: -' promises one row, but there are several"
    case .takenName(let name):
      "there is a table '\(name)' already: give the file another name"
    case .tableName(let name):
      "no table can be called '\(name)': use small letters, digits and '_', beginning with a letter"
    case .beginsWithSelect: "a query begins with SELECT or WITH"
    case .undeclared(let name): "\(name) is not among the params of the header"
    case .unused(let name): "\(name) is declared and not used"
    case .word(let word, let reason): "\(word): \(self.reason(reason))"
    case .noPriorTable(let name): "prior_\(name): no state or fact is \(name)"
    case .circle(let names): "these queries read each other: \(list(names))"
    }
  }

  private func reason(_ reason: DefinitionFault.QueryRule.Reason) -> String {
    switch reason {
    case .clock: "the clock is read once, by the job"
    case .joinDay: "join the table day"
    case .rateOfTwo: "a rate is a numerator and a denominator"
    case .rounding: "rounding belongs to the report"
    case .integersOnly: "integers only"
    case .letterCase: "the engines differ in case"
    case .onlySQLite: "SQLite only"
    case .onlyPostgres: "PostgreSQL only"
    case .rowPerPair: "one row per pair"
    case .useCase: "one engine only; use CASE"
    case .useCoalesce: "SQLite only; use coalesce"
    case .useBars: "the engines differ; use ||"
    case .useSumOfCase: "use sum(CASE …)"
    case .notProvable: "not provable"
    case .nothingCutOff: "nothing is cut off silently"
    case .onlyReads: "queries only read"
    case .json: "JSON differs between the engines"
    case .useCast: "use CAST"
    case .nameColumns: "name the columns"
    case .quotesDiffer: "double quotes mean a string to one engine and a name to the other"
    case .oneStatement: "one statement, without a semicolon"
    case .onlyChangesSeeTwo: "only changes/ see two moments"
    }
  }

  func layout(_ rule: DefinitionFault.LayoutRule) -> String {
    switch rule {
    case .sumsOver(let table, .notAllRows):
      "sums over \(table), of which not all rows are shown"
    case .sumsOver(let table, .ownSums):
      "sums over \(table), under which sums of its own stand"
    case .sumsOver(let table, .otherTables):
      "sums over \(table), beside which other tables stand"
    case .largeWithTotal: "a large table has no total"
    case .largeOfAllRows: "a table with columns made of all rows is not large"
    case .largeWithEarlier: "a large table has no earlier figures"
    case .matrixWithCSV: "a matrix has no csv"
    case .withoutSince(let query):
      "\(query) stands on a sheet without since, beside one with it"
    case .figureCircle(let names): "the texts of these figures name each other: \(list(names))"
    case .noEarlier(let query): "\(query) has no earlier figures"
    }
  }

  func refusal(_ refusal: StatementRefusal) -> String {
    switch refusal {
    case .unknownColumn(let name): "there is no column '\(name)'"
    case .unknownTable(let name): "there is no table '\(name)'"
    case .unknownFunction(let name): "there is no such function: \(name)"
    case .ambiguousColumn(let name): "several tables have a column '\(name)'"
    case .syntax(""): "it ends too early"
    case .syntax(let words): "it is no SQL at '\(words)'"
    case .types: "its types do not go together"
    case .notGrouped: "a column is neither grouped nor aggregated"
    case .writes: "it wants to write"
    case .endless: "it takes more work, or yields more rows, than any report needs; has it an end?"
    case .other(let code, let words): "\(words) (\(code))"
    }
  }

  func syntax(_ syntax: YAMLSyntax) -> String {
    syntax == .other ? "the text cannot be parsed" : syntax.rawValue
  }
}
