import Domain

enum InputSamples {
  static func problems(_ name: String) -> [InputProblem] {
    [
      .fileNotFound, .fileUnreadable(13), .notARegularFile, .workbookNotSupported,
      .fileTooLarge(limit: 1 << 30), .fileChanged, .fileEmpty,
      .unknownFile(nearest: name, known: [name]), .registerTwice(.ledger, other: name),
      .registerMissing(.units), .utf16, .invalidEncoding(offset: 3), .mixedEncodings(offset: 3),
      .nulByte(offset: 3), .ownColumns(limit: 200, found: 201),
      .ownTextTooLong(limit: 16_384, found: 16_385), .progressAtMostOne(count: 3),
      .dayFormsRead(count: 1, first: Day(number: 0)), .errorWords(count: 1),
      .gapsBelow(count: 2, column: name),
      .filledDown(count: 2), .valuesConverted(.scientific, count: 1),
      .valuesConverted(.date, count: 2), .valuesConverted(.serial, count: 1),
      .valuesConverted(.digitsLost, count: 1), .ambiguousTarget([name]),
      .targetValuesDiffer(other: "95", at: .line(3)), .unknownPeriod(nearest: name, known: [name]),
      .lostCharacter, .controlCharacter(7), .unclosedQuote, .textAfterQuote(openedOnLine: 2),
      .bareQuote, .loneCarriageReturn, .fieldCount(expected: 2, found: 3),
      .wrongSeparator("\t"), .separatorLine, .fieldTooLarge(limit: 9),
      .cellTooLong(limit: 9, found: 10), .headingMissing(id: name, nearest: name),
      .headingMissing(id: name, nearest: nil), .headingTwice(otherField: 2),
      .headingRepeated(firstLine: 1), .headingNear(name), .headingEmpty, .cellEmpty,
      .dayForm(suggestion: nil), .dayForm(suggestion: name), .dayNotInCalendar, .dayOutOfRange,
      .deadlineForm(suggestion: nil), .deadlineForm(suggestion: "2022-07-28"),
      .deadlineYear(years: []), .deadlineYear(years: [2023, 2024]), .deadlineAtOnce,
      .statusContradictory, .statusProgressDiffers, .statusOverFull, .quantityForm,
      .statusesRead(count: 2),
      .numberForm(.integer, suggestion: nil), .numberForm(.percent, suggestion: name),
      .numberForm(.quantity, suggestion: nil), .numberTooLarge, .numberDecimals(limit: 2),
      .numberNegative, .numberNotPositive, .percentRange,
      .unknownWord(.status, nearest: name, known: [name]), .identifierCharacter(0x200B),
      .identifierNormalised(name), .duplicateKey(others: [.line(2), .line(3)]), .taskKeyMissing,
      .unknownTask(nearest: [name]), .unknownTask(nearest: []), .ambiguousTask([name]),
      .referenceCircle([name]), .nestedTooDeep(levels: 9),
      .unknownPlan(nearest: name, known: [name]),
      .planNotInLedger(known: [name]), .planNeeded(known: [name]),
      .unknownTarget(nearest: [name]), .unknownUnit(nearest: [name]),
      .unitNotInForce(from: nil, to: nil, successor: name, refused: true),
      .unitNotInForce(from: day, to: day, successor: nil, refused: false),
      .unitNotInForce(from: day, to: nil, successor: nil, refused: false),
      .unitNotInForce(from: nil, to: day, successor: nil, refused: false), .unitRepeated,
      .unitsJoined([name]), .collectiveWithoutMembers,
      .nameTaken(units: [name], others: [.line(2)]),
      .unknownMember(nearest: [name]), .unknownSuccessor(nearest: [name]), .noLeadUnit,
      .noLeadUnits(tasks: 9), .dayBefore(heading: name, day: day),
      .dayInFuture(effectiveOn: day), .completionDayMissing,
      .completionDayUnexpected(status: nil, refused: true), .acceptanceDayMissing,
      .acceptanceWithoutCompletion, .progressFullNotCompleted, .completedBelowFull,
      .titleTwice(others: [.line(2)]), .columnLacking(id: "due_on", isHeaded: true),
      .columnLacking(id: "due_on", isHeaded: false), .wordNear(name), .levelNear(name),
      .planWordUnmatched(nearest: name, known: [name]), .numberNotChanged,
      .numberOfOther(title: name), .numberTwice(otherLine: 2), .unknownDecision(known: [name]),
    ]
      + InputProblem.DeadlineInference.allCases.flatMap {
        [
          InputProblem.deadlinesInferred($0, count: 1, first: nil),
          .deadlinesInferred($0, count: 2, first: day),
        ]
      } + TaskStatus.allCases.map { .completionDayUnexpected(status: $0, refused: false) }
  }

  static let day = Day(number: 19_625)
}
