import Domain

extension English {
  func input(_ fault: InputFault) -> Sentence {
    let (value, heading) = (fault.value, fault.heading)
    let quoted = ShownText.quoted(value)
    return switch fault.problem {
    // MARK: Files
    case .fileNotFound:
      Sentence("no such file or folder", "check the path")
    case .fileUnreadable(let code):
      Sentence("cannot be read: \(system(code))", "check that it exists and may be read")
    case .notARegularFile:
      Sentence("is not a plain file", "give a folder with one CSV file per register")
    case .workbookOld:
      Sentence(
        "is a workbook of the old form (.xls or .et)",
        "open it in Excel or WPS and save it as .xlsx, or install LibreOffice")
    case .workbookNotConverted(.failed(let program)):
      Sentence(
        "is a workbook of the old form, and \(program) could not convert it",
        "open it in Excel or WPS and save it as .xlsx")
    case .workbookNotConverted(.tookTooLong(let program, let seconds)):
      Sentence(
        "is a workbook of the old form, and \(program) did not convert it within \(seconds) s",
        "open it in Excel or WPS and save it as .xlsx")
    case .workbookEncrypted:
      Sentence("needs a password", "save a copy without a password")
    case .notAWorkbook(.csv):
      Sentence(
        "is no workbook but text, most likely CSV",
        "name it .csv, or open it in Excel or WPS and save it as .xlsx")
    case .notAWorkbook(.html):
      Sentence(
        "is no workbook but a web page that is called one",
        "open it in Excel or WPS and save it as .xlsx")
    case .notAWorkbook(.oldXML):
      Sentence(
        "is a workbook in the XML of Excel 2003", "open it in Excel or WPS and save it as .xlsx")
    case .notAWorkbook(.document):
      Sentence("is a document, not a workbook", "copy its table into a workbook (.xlsx)")
    case .notAWorkbook(.openDocument):
      Sentence("is an OpenDocument file", "open it in Excel or WPS and save it as .xlsx")
    case .notAWorkbook(.binaryWorkbook):
      Sentence("is a binary workbook (.xlsb)", "open it in Excel or WPS and save it as .xlsx")
    case .notAWorkbook(.empty): Sentence("is empty", "restore it from a copy")
    case .notAWorkbook(.other):
      Sentence("is no workbook (.xlsx)", "check that it is the right file")
    case .workbookDamaged(let fault):
      Sentence(
        "cannot be read as a workbook: \(package(fault))",
        "open it in Excel or WPS and save it under another name as .xlsx")
    case .cellTwice:
      Sentence(
        "the cell is in the file twice",
        "open it in Excel or WPS and save it under another name as .xlsx")
    case .cellMisplaced(let address):
      Sentence(
        "a cell of this row has the address \(ShownText.quoted(address))",
        "open it in Excel or WPS and save it under another name as .xlsx")
    case .cellTextMissing:
      Sentence(
        "the cell refers to a text that the file does not hold",
        "restore the file from a copy, or type the text anew")
    case .tooManyMerges(let limit):
      Sentence(
        "the sheet has more than \(limit) merged cells", "unmerge those that are not needed")
    case .fileTooLarge(let limit):
      Sentence("is larger than \(limit >> 20) MiB", "split the ledger by plan")
    case .fileChanged:
      Sentence(
        "was changed while it was read", "close it in the other program and run again")
    case .fileEmpty:
      Sentence(
        "is empty: it has no line of headings",
        "a register without rows keeps its line of headings; else remove the file")
    case .unknownFile(let near, let known):
      Sentence(
        "is none of the registers",
        meant(near.map { [$0] } ?? []) + "known files: \(list(known)); move others elsewhere")
    case .registerTwice(let register, let other):
      Sentence(
        "the register \(register.rawValue) is there twice, also as \(other)",
        "keep one of the two")
    case .registerMissing(let register):
      Sentence(
        "the register \(register.rawValue) is missing",
        "add \(register.rawValue).csv or \(register.heading).csv")

    case .severalWorkbooks(let other):
      Sentence(
        "is a second workbook beside \(other)",
        "keep one workbook in the folder, or name the one that is meant")

    // MARK: Workbooks and mappings
    case .workbookNeedsMapping:
      Sentence(
        "is a workbook with sheets and headings of your own, and there is no mapping.yaml",
        "run `jibao check --suggest` with it: it writes a mapping.yaml, which you check")
    case .sheetNotFound(let near, let known):
      Sentence(
        "there is no sheet \(quoted)", meant(near.map { [$0] } ?? []) + "there are: \(list(known))")
    case .headingsNotFound(let row):
      Sentence(
        "no row of \(quoted) looks like the headings of a ledger"
          + (row.map { "; nearest is row \($0)" } ?? ""),
        "name their row with `headings:` in mapping.yaml, or leave the sheet out with `register: none`"
      )
    case .mappedHeadingMissing(let column, let line, let near):
      Sentence(
        "the heading \(quoted)" + (column.isEmpty ? "" : " for \(column)") + " is missing",
        meant(near.map { [$0] } ?? [])
          + (line.map { "correct line \($0) of mapping.yaml" } ?? "name it in mapping.yaml"))
    case .mappedHeadingTwice(let columns):
      Sentence(
        "the heading \(quoted) stands over the columns \(list(columns))",
        "name the letters of the column in mapping.yaml, or both levels as “upper/lower”")
    case .headingsDiffer(let expected):
      Sentence(
        "the headings are repeated with \(quoted) in place of “\(expected)”",
        "head all parts of the table alike, or give this part an entry of its own in mapping.yaml")
    case .formulaWithoutValue:
      Sentence(
        "\(heading) is a formula of which the workbook holds no result",
        "open and save the workbook in Excel or WPS")
    case .taskOverSeveralRows:
      Sentence(
        "a task is merged over several rows",
        "say what these are with `rows_of_a_task:` in mapping.yaml: milestones, targets or assignments"
      )
    case .sheetLeftOut(let rows, let isHidden):
      Sentence(
        "the \(isHidden ? "hidden " : "")sheet \(quoted) with \(rows) rows is not read",
        "name it in mapping.yaml if it belongs to the ledger, else with `register: none`")
    case .rowsHidden(let count):
      Sentence("\(count) hidden rows are read, from here on", "")
    case .columnsHidden(let names):
      Sentence("hidden columns are read: \(list(names))", "")
    case .rowsNumberedAhead(let count):
      Sentence("\(count) rows are numbered in advance, from here on: no tasks", "")
    case .barsUnread(let count):
      Sentence(
        "\(count) rows merged across are not read, from here on",
        "if they name the section or the leader, say `bars: section` or `bars: leaders` in mapping.yaml"
      )
    case .rowsBelowTable(let count):
      Sentence("\(count) rows below the table are not read, from here on", "")
    case .cellsBesideTable(let count):
      Sentence(
        "\(count) cells beside the table are not read, from here on",
        "name their columns in mapping.yaml if they belong to it")
    case .totalDiffers(let said, let rows):
      Sentence("the total says \(said), but \(rows) rows stand above", "look for what is missing")
    case .commentsKept(let count):
      Sentence("\(count) comments are kept as notes, from here on", "")
    case .coloursNotRead(let count):
      Sentence(
        "\(count) cells are coloured, from here on: colours are not read",
        "what a colour means has to be written in a cell")
    case .formulasRead(let count):
      Sentence("\(count) formulas are read by their stored results, from here on", "")
    case .timesLeftOut(let count):
      Sentence("\(count) dates have a time, from here on: the day is read", "")
    case .unitsTakenFromText(let count):
      Sentence(
        "the units of \(count) tasks are taken out of the brackets in \(heading), such as \(quoted)",
        "")
    case .furtherValuesLeftOut(let count):
      Sentence(
        "\(count) values in further rows of tasks are not read, from here on",
        "a task has one value in this column: write it in its first row")
    case .dueOfLastMilestone(let count):
      Sentence("\(count) tasks are due with their last milestone, from here on", "")
    case .quantitiesExpanded(let count):
      Sentence(
        "\(count) quantities in ten thousands or hundred millions are written out, from here on", ""
      )

    // MARK: Encoding
    case .utf16:
      Sentence("is encoded in UTF-16 (“Unicode text”)", "save it again as “CSV UTF-8”")
    case .invalidEncoding(let offset):
      Sentence(
        "byte \(offset) (\(value)) is neither UTF-8 nor GB18030", "save it again as “CSV UTF-8”")
    case .mixedEncodings(let offset):
      Sentence(
        "is partly UTF-8 and, from byte \(offset) on, partly GB18030",
        "copy the parts into one sheet and save it as “CSV UTF-8”")
    case .nulByte(let offset):
      Sentence(
        "byte \(offset) is NUL; it looks like a file cut off by a power cut",
        "restore the file from a copy, or save it again from the workbook")
    case .lostCharacter:
      Sentence(
        "holds U+FFFD: characters were lost when it was saved",
        "restore the text from its source")
    case .controlCharacter(let code):
      Sentence("holds the control character \(ShownText.codePoint(code))", "delete it")

    // MARK: CSV
    case .loneCarriageReturn:
      Sentence(
        "a carriage return stands without a line feed",
        "save with the line ends of Windows or Unix")
    case .unclosedQuote:
      Sentence(
        "the quote that opens here is never closed", "close it, or double a quote that is text")
    case .textAfterQuote(let line):
      Sentence(
        "text follows the quote that closes the field opened on line \(line)",
        "double a quote that is text")
    case .bareQuote:
      Sentence(
        "a quote stands inside a field without quotes",
        "quote the whole field and double the quote in it, or use “”")
    case .fieldCount(let expected, let found):
      Sentence(
        "the row has \(found) fields, the headings are \(expected)",
        "look for a comma that is text (quote that field) or one that is missing")
    case .wrongSeparator(let separator):
      Sentence(
        "fields are parted by \(separator == "\t" ? "tabs" : separator)",
        "save it with commas (“CSV UTF-8”)")
    case .separatorLine:
      Sentence(
        "the first line is \(value)", "delete that line; fields are parted by commas")
    case .fieldTooLarge(let limit):
      Sentence(
        "the field is larger than \(limit) bytes", "shorten it, or look for a missing quote")
    case .cellTooLong(let limit, let found):
      Sentence(
        "the cell has \(found) characters; a workbook's cell holds \(limit)", "shorten it")

    // MARK: Headings
    case .headingMissing(let id, let near):
      Sentence(
        "the column \(value) (\(id)) is missing",
        near.map { "is “\($0)” meant for it? head it \(value)" }
          ?? "add a column headed \(value)")
    case .headingTwice(let other):
      Sentence(
        "the column \(quoted) is there twice, also as field \(other)",
        "remove or rename one of the two")
    case .headingRepeated(let line):
      Sentence("the headings of line \(line) are repeated", "delete this line")
    case .headingNear(let known):
      Sentence(
        "\(quoted) is kept as a column of your own", "if \(known) is meant, head it so")
    case .headingEmpty:
      Sentence(
        "\(quoted) stands in a column without heading",
        "give the column a heading, or empty it")
    case .ownColumns(let limit, let found):
      Sentence(
        "\(found) columns of your own; a register may have \(limit)",
        "remove those that are not needed")
    case .columnLacking(_, let isHeaded):
      Sentence(
        isHeaded ? "no row fills the column \(quoted)" : "there is no column \(quoted)",
        "figures that need it stay empty; if it has another heading, call it so")

    // MARK: Cells
    case .cellEmpty:
      Sentence("\(heading) is empty", "fill it in")
    case .statusContradictory:
      Sentence("\(quoted) contradicts itself", "write one status")
    case .statusProgressDiffers:
      Sentence("\(quoted) says another progress than the row does", "make them agree")
    case .statusOverFull:
      Sentence(
        "\(quoted) is more than 100 %: what came of a target, read neither as status nor as progress",
        "write the task's status, and the figure into the register of targets")
    case .quantityForm:
      Sentence(
        "\(quoted) is no definite quantity",
        "write one number with its unit and, before or behind it, whether it is the least or the "
          + "most: no range, and not about so many")
    case .unknownWord(_, let near, let known):
      Sentence(
        "\(quoted) is no known word for \(heading)",
        meant(near.map { [$0] } ?? [])
          + "valid words: \(list(known)); more can be added in vocabulary.yaml")
    case .identifierCharacter(let code):
      Sentence(
        "\(quoted) holds \(ShownText.codePoint(code)), which does not show",
        "type the cell anew")
    case .identifierNormalised(let normal):
      Sentence("\(quoted) was read as \(normal)", "write \(normal)")
    case .ownTextTooLong(let limit, let found):
      Sentence(
        "the columns of your own hold \(found) bytes in this row; \(limit) are kept",
        "shorten them")
    case .dayForm(let suggestion):
      Sentence(
        "\(quoted) is not a date as 2023-09-25",
        suggestion.map { "write \($0), if that is meant" } ?? "write year-month-day")
    case .deadlineForm(let suggestion):
      Sentence(
        "\(quoted) is no deadline that is known",
        suggestion.map { "write \($0), if that is meant" }
          ?? "write a day (2023-09-25); a month, its end or a third of it; a quarter, half or year; "
          + "what comes again each month or quarter; ongoing; or at once: docs/ledger.md shows how")
    case .deadlineYear(let years):
      Sentence(
        "\(quoted) has no year, and the plan has "
          + (years.isEmpty ? "none" : years.map(String.init).joined(separator: ", ")),
        years.isEmpty
          ? "write years in the plan's plan.yaml, or the year in the cell"
          : "write the year in the cell")
    case .deadlineAtOnce:
      Sentence(
        "\(quoted) is due on the day it was found, and the row does not say when that was; "
          + "read as without a deadline", "write the day")
    case .dayNotInCalendar:
      Sentence("there is no day \(quoted)", "check month and day")
    case .dayOutOfRange:
      Sentence(
        "\(quoted) is not within \(Day.years.lowerBound) to \(Day.years.upperBound)",
        "check the year")
    case .numberForm(let form, let suggestion):
      Sentence(
        "\(quoted) is not \(number(form))",
        suggestion.map { "write \($0)" } ?? "write plain digits")
    case .numberTooLarge:
      Sentence("\(quoted) is too large", "check the number")
    case .numberDecimals(let limit):
      Sentence("\(quoted) has more than \(limit) decimals", "round it")
    case .numberNegative:
      Sentence("\(quoted) is below zero", "check the number")
    case .numberNotPositive:
      Sentence("\(quoted) is not above zero", "leave it empty for one, or delete the row")
    case .percentRange:
      Sentence(
        "\(quoted) is not between 0 and 100 %", "write the share that is done, such as 45%")

    // MARK: Whole columns
    case .deadlinesInferred(let inference, let count, let first):
      Sentence(
        "\(heading): \(cells(count)) \(inferred(inference)); \(quoted) was read as "
          + (first?.description ?? "without a day"),
        "nothing need be done if that is meant; else write the day")
    case .statusesRead(let count):
      Sentence(
        "\(heading): \(cells(count)) more than a word of status, such as \(quoted); "
          + "status and progress were read from it",
        "nothing need be done if that is meant; else fill status and progress separately")
    case .dayFormsRead(let count, let first):
      Sentence(
        "\(heading): \(cells(count)) not written as 2023-09-25; \(quoted) was read as \(first)",
        "nothing need be done if that is meant; else correct the dates")
    case .progressAtMostOne(let count):
      Sentence(
        "\(heading): none of the values (\(count)) is above 1, such as \(quoted); "
          + "they were read as 1 % and less",
        "write 45% or 45 where 0.45 stands, and 100% where 1 stands")
    case .errorWords(let count):
      Sentence(
        "\(heading): \(cells(count)) a spreadsheet's word for an error, such as \(quoted)",
        "mend the formula in the workbook and save the table again")
    case .valuesConverted(let form, let count):
      Sentence(
        "\(heading): \(cells(count)) \(converted(form)), such as \(quoted); "
          + "a spreadsheet seems to have converted what was typed",
        "format the column as text in the workbook, type these cells anew, save the table again")
    case .gapsBelow(let count, let column):
      Sentence(
        "\(heading): \(cells(count)) empty below filled ones, as merged cells leave them",
        "if they were merged, write fill_down: [\(column)] in jibao.yaml; else nothing to do")
    case .filledDown(let count):
      Sentence(
        "\(heading): \(cells(count)) empty and took what stands above, first \(quoted)",
        "nothing need be done if that is meant")

    // MARK: Keys and references
    case .duplicateKey(let others):
      Sentence(
        "\(quoted) is also \(places(others))", "keep one row, or correct the number")
    case .taskKeyMissing:
      Sentence(
        "the task has neither 序号 nor 任务编号, and others of its plan have",
        "fill in one of the two; where only some tasks bear a number, write numbers: partial in plan.yaml"
      )
    case .tasksWithoutNumber(let count):
      Sentence(
        "\(count == 1 ? "1 task bears" : "\(count) tasks bear") no number; named by row, compared with "
          + "no ledger before: no original deadline, no changes, no earlier red lights",
        "fill in 序号, and confirm the numbers when the next ledger is taken")
    case .taskNumberReserved:
      Sentence(
        "\(quoted) begins with ~, as keys of tasks without a number do", "take another number")
    case .unknownTask(let plan, let near):
      Sentence(
        "there is no task \(quoted)" + (plan.map { " in the plan '\($0)'" } ?? ""),
        meant(near) + "write the 序号 or 任务编号 of a task of the ledger")
    case .ambiguousTask(let names):
      Sentence(
        "\(quoted) can mean several tasks: \(list(names))", "fill in 方案, or use the 任务编号")
    case .referenceCircle(let way):
      Sentence(
        "\(heading) runs in a circle: \(way.joined(separator: " → "))",
        "take one of the references out")
    case .nestedTooDeep(let levels):
      Sentence(
        "\(heading) runs over \(levels) levels, too many to be counted",
        "refer to the highest level directly")
    case .tooManyExtensions(let limit):
      Sentence("task \(quoted) has more than \(limit) extensions", "keep those that count")
    case .unknownPlan(let near, let known):
      Sentence(
        "there is no plan \(quoted)",
        meant(near.map { [$0] } ?? [])
          + "known plans: \(list(known)); a new one needs plans/<id>/plan.yaml")
    case .planSetAside(let others, let rows, let near, let known):
      Sentence(
        "there is no plan \(quoted): \(rows) \(rows == 1 ? "row is" : "rows are") not taken "
          + "(\(places(others)))",
        meant(near.map { [$0] } ?? [])
          + "known plans: \(list(known)); a new one needs plans/<id>/plan.yaml")
    case .planNotInLedger(let known):
      Sentence(
        "the task register has no task of the plan \(quoted)",
        "plans of the ledger: \(list(known))")
    case .planNeeded(let known):
      Sentence(
        "the row does not say which plan it belongs to", "fill in 方案: \(list(known))")
    case .unknownTarget(let near):
      Sentence(
        "there is no target \(quoted)", meant(near) + "write the 编号 of a target of the plan")
    case .ambiguousTarget(let names):
      Sentence("\(quoted) can mean several targets: \(list(names))", "write one of these")
    case .targetMeasuresDiffer(let measure, let other, let place):
      Sentence(
        "the target is measured in '\(measure)', and \(quoted), the same target, in '\(other)' "
          + "(\(places([place])))", "write one 计量单位 in both, with the values that belong to it")
    case .targetValuesDiffer(let other, let place):
      Sentence(
        "\(quoted) differs from \(other) \(places([place])), which is the same target",
        "keep the right value in one of the two and leave the other empty")
    case .unknownPeriod(let near, let known):
      Sentence(
        "the plan's calendar has no period \(quoted)",
        meant(near.map { [$0] } ?? []) + "its periods: \(list(known))")

    // MARK: Units
    case .unknownUnit(let near):
      Sentence(
        "\(quoted) is not in the register of units",
        meant(near) + "use a registered name, or add this one as an alias")
    case .unitNotInForce(let from, let to, let successor, _):
      Sentence(
        "\(quoted) exists \(span(from, to)) only, not on the ledger's day",
        successor.map { "its successor is \($0)" } ?? "name the unit of today, or mend its days")
    case .unitRepeated:
      Sentence("\(quoted) is listed twice in the cell", "it counts once; delete the other")
    case .unitsJoined(let names):
      Sentence("\(quoted) was read as \(list(names))", "part the names with 、")
    case .collectiveWithoutMembers:
      Sentence(
        "the members of \(quoted) are not known",
        "list their ids under 成员 in the register of units")
    case .nameTaken(let units, let others):
      Sentence(
        "\(quoted) is also the name of \(list(units)) (\(places(others)))",
        "a name means one unit at a time: change one, or its days 起 and 止")
    case .unknownMember(let near):
      Sentence(
        "the member \(quoted) is not in the register",
        meant(near) + "list the ids of units, parted by ;")
    case .unknownSuccessor(let near):
      Sentence(
        "the successor \(quoted) is not in the register", meant(near) + "write the id of a unit")
    case .noLeadUnit:
      Sentence(
        "the task has no lead unit",
        "it is listed under no unit unless the plan says who leads; if cells were merged, write "
          + "fill_down: [牵头单位] in jibao.yaml")
    case .noLeadUnits(let tasks):
      Sentence(
        "none of the \(tasks) tasks has a lead unit",
        "set lead_policy in plan.yaml, or fill in 牵头单位")

    // MARK: What a row says
    case .dayBefore(let other, let day, let cell):
      Sentence(
        "\(heading) \(quoted) lies before \(other) \(day)" + (cell.map { " in \($0)" } ?? ""),
        "correct the one that is wrong")
    case .dayInFuture(let day):
      Sentence(
        "\(heading) \(quoted) lies after the ledger's day \(day)",
        "it counts from that day on; a day only expected belongs under 预计完成日期")
    case .titleTwice(let others):
      Sentence(
        "the title is also \(places(others))", "if it is the same task, keep one row")
    case .wordNear(let other):
      Sentence(
        "\(quoted) is nearly '\(other)'", "if the same is meant, write it the same way everywhere")
    case .levelNear(let level):
      Sentence(
        "\(quoted) is none of the levels that count; nearly '\(level)'",
        "write it so, or add it to publication_levels")
    case .ruleWordNear(let word):
      Sentence(
        "no rule counts by \(quoted); it is nearly '\(word)'",
        "write it so, or add it to the rule")
    case .planWordUnmatched(let near, let known):
      Sentence(
        "\(quoted) matches nothing under \(heading) in the ledger; there are: \(list(known))",
        meant(near.map { [$0] } ?? []))
    case .numberNotChanged:
      Sentence(
        "the ledger does not change the number of \(quoted) so",
        "delete the file and run again: it is written anew")
    case .numberOfOther(let title):
      Sentence(
        "the title is '\(title)', not \(quoted)",
        "delete the file and run again: it is written anew")
    case .numberTwice(let line):
      Sentence("line \(line) says something of the number \(quoted), too", "keep one of the two")
    case .unknownDecision(let known):
      Sentence("\(quoted) is no decision", "write one of: \(list(known))")
    case .columnNeeded(_, let rows):
      Sentence(
        "there is no column \(quoted), which \(rows) \(rows == 1 ? "row needs" : "rows need")",
        "if it has another heading, call it so; else add it")
    case .completionDayMissing:
      Sentence("completed, but 完成日期 is empty", "fill in 完成日期")
    case .titlesMissing(let count):
      Sentence(
        "\(count) tasks have no title: they are named by their rows", "fill in what the tasks are")
    case .completionDaysInferred(let count):
      Sentence(
        "\(count) tasks are done, and no column says when: the day on which each was first seen done counts",
        "add a column 完成日期 to the ledger")
    case .completionDayUnexpected(let status, _):
      Sentence(
        "has a 完成日期, but its status is \(status?.rawValue ?? "empty")",
        "correct the status, or delete the date")
    case .acceptanceDayMissing:
      Sentence("struck off (已销号), but 销号日期 is empty", "fill in 销号日期")
    case .acceptanceWithoutCompletion:
      Sentence("struck off without a 完成日期", "fill in 完成日期, or delete 销号日期")
    case .progressFullNotCompleted:
      Sentence(
        "progress is 100 %, but the task is not completed",
        "set the status 已完成 and its 完成日期, if it is")
    case .completedBelowFull:
      Sentence(
        "completed, but progress is \(quoted)", "set progress to 100%, or the status back")
    }
  }

  private func converted(_ form: InputProblem.ConvertedForm) -> String {
    switch form {
    case .scientific: "in scientific notation"
    case .date: "a date"
    case .serial: "the number of a date, unlike the others"
    case .digitsLost: "of more than 15 digits with only noughts behind them"
    }
  }

  private func cells(_ count: Int) -> String { count == 1 ? "1 cell is" : "\(count) cells are" }

  private func inferred(_ inference: InputProblem.DeadlineInference) -> String {
    switch inference {
    case .lastDay: "a month or longer, of which the last day was taken"
    case .firstDay: "a month or longer, of which the first day was taken"
    case .yearOfPlan: "without a year, which was taken from the plan"
    case .dayBefore: "before the first of a month, taken as the end of the month before"
    case .timeDropped: "with an hour, which was dropped"
    case .endOfRange: "from one time to another, or several, of which the last was taken"
    case .mayBeOctober: "written as 2016.1, which a spreadsheet also makes of 2016.10"
    case .recurring: "a deadline that comes again, of which the last was taken"
    case .ongoing: "ongoing"
    case .atOnce: "due at once, on the day it was found"
    }
  }

  private func number(_ form: InputProblem.NumberForm) -> String {
    switch form {
    case .integer: "a whole number"
    case .percent: "a percentage such as 45% or 53.3"
    case .quantity: "a number such as 1234 or 3.5"
    }
  }

  private func places(_ places: [OtherPlace]) -> String {
    if case .line = places.first {
      "on line " + list(places.map { $0.description })
    } else {
      "in " + list(places.map { $0.description })
    }
  }

  private func span(_ from: Day?, _ to: Day?) -> String {
    switch (from, to) {
    case (let from?, let to?): "from \(from) to \(to)"
    case (let from?, nil): "from \(from) on"
    case (nil, let to?): "until \(to)"
    case (nil, nil): "at no time"
    }
  }
}
