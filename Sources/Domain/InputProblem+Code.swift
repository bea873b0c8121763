extension InputProblem {
  /// Whether the ledger is refused for it.
  public var severity: InputFault.Severity {
    switch self {
    case .headingNear, .columnLacking, .wordNear, .levelNear, .planWordUnmatched,
      .identifierNormalised, .unitRepeated, .unitsJoined,
      .collectiveWithoutMembers, .noLeadUnit, .noLeadUnits, .progressFullNotCompleted,
      .completedBelowFull, .dayInFuture, .titleTwice, .dayFormsRead, .progressAtMostOne,
      .errorWords, .valuesConverted, .gapsBelow, .filledDown, .unknownPeriod:
      .warning
    case .unitNotInForce(_, _, _, let refused), .completionDayUnexpected(_, let refused):
      refused ? .error : .warning
    default: .error
    }
  }

  /// The problem's permanent name, for programs that read `--json`.
  public var code: String {
    switch self {
    case .fileNotFound: "file-not-found"
    case .fileUnreadable: "file-unreadable"
    case .notARegularFile: "not-a-regular-file"
    case .workbookNotSupported: "workbook-not-supported"
    case .fileTooLarge: "file-too-large"
    case .fileChanged: "file-changed"
    case .fileEmpty: "file-empty"
    case .unknownFile: "unknown-file"
    case .registerTwice: "register-twice"
    case .registerMissing: "register-missing"
    case .utf16: "utf-16"
    case .invalidEncoding: "invalid-encoding"
    case .mixedEncodings: "mixed-encodings"
    case .nulByte: "nul-byte"
    case .lostCharacter: "lost-character"
    case .controlCharacter: "control-character"
    case .unclosedQuote: "unclosed-quote"
    case .textAfterQuote: "text-after-quote"
    case .bareQuote: "bare-quote"
    case .loneCarriageReturn: "lone-carriage-return"
    case .fieldCount: "field-count"
    case .wrongSeparator: "wrong-separator"
    case .separatorLine: "separator-line"
    case .fieldTooLarge: "field-too-large"
    case .cellTooLong: "cell-too-long"
    case .headingMissing: "heading-missing"
    case .headingTwice: "heading-twice"
    case .headingRepeated: "heading-repeated"
    case .headingNear: "heading-near"
    case .headingEmpty: "heading-empty"
    case .ownColumns: "own-columns"
    case .columnLacking: "column-lacking"
    case .cellEmpty: "cell-empty"
    case .dayForm: "day-form"
    case .dayNotInCalendar: "day-not-in-calendar"
    case .dayOutOfRange: "day-out-of-range"
    case .numberForm: "number-form"
    case .numberTooLarge: "number-too-large"
    case .numberDecimals: "number-decimals"
    case .numberNegative: "number-negative"
    case .numberNotPositive: "number-not-positive"
    case .percentRange: "percent-range"
    case .unknownWord: "unknown-word"
    case .identifierCharacter: "identifier-character"
    case .identifierNormalised: "identifier-normalised"
    case .ownTextTooLong: "own-text-too-long"
    case .dayFormsRead: "day-forms-read"
    case .progressAtMostOne: "progress-at-most-one"
    case .errorWords: "error-words"
    case .valuesConverted: "values-converted"
    case .gapsBelow: "gaps-below"
    case .filledDown: "filled-down"
    case .duplicateKey: "duplicate-key"
    case .taskKeyMissing: "task-key-missing"
    case .unknownTask: "unknown-task"
    case .ambiguousTask: "ambiguous-task"
    case .referenceCircle: "reference-circle"
    case .nestedTooDeep: "nested-too-deep"
    case .unknownPlan: "unknown-plan"
    case .planNotInLedger: "plan-not-in-ledger"
    case .planNeeded: "plan-needed"
    case .unknownTarget: "unknown-target"
    case .ambiguousTarget: "ambiguous-target"
    case .targetValuesDiffer: "target-values-differ"
    case .unknownPeriod: "unknown-period"
    case .unknownUnit: "unknown-unit"
    case .unitNotInForce: "unit-not-in-force"
    case .unitRepeated: "unit-repeated"
    case .unitsJoined: "units-joined"
    case .collectiveWithoutMembers: "collective-without-members"
    case .nameTaken: "name-taken"
    case .unknownMember: "unknown-member"
    case .unknownSuccessor: "unknown-successor"
    case .noLeadUnit: "no-lead-unit"
    case .noLeadUnits: "no-lead-units"
    case .dayBefore: "day-before"
    case .dayInFuture: "day-in-future"
    case .completionDayMissing: "completion-day-missing"
    case .completionDayUnexpected: "completion-day-unexpected"
    case .acceptanceDayMissing: "acceptance-day-missing"
    case .acceptanceWithoutCompletion: "acceptance-without-completion"
    case .progressFullNotCompleted: "progress-full-not-completed"
    case .completedBelowFull: "completed-below-full"
    case .titleTwice: "title-twice"
    case .wordNear: "word-near"
    case .levelNear: "level-near"
    case .planWordUnmatched: "plan-word-unmatched"
    case .numberNotChanged: "number-not-changed"
    case .numberOfOther: "number-of-other"
    case .numberTwice: "number-twice"
    case .unknownDecision: "unknown-decision"
    }
  }
}
