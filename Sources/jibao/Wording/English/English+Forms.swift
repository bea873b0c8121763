import Domain
import Jobs

extension English {
  func returned(_ fault: FormFault) -> Sentence {
    let quoted = ShownText.quoted(fault.value)
    func input(_ problem: InputProblem) -> Sentence {
      self.input(
        InputFault(
          place: fault.place, problem: problem, value: fault.value, heading: fault.heading))
    }
    return switch fault.problem {
    case .unreadable(let problem): input(problem)
    case .noForm: Sentence("this is no form that was given out here", "fill in the form itself")
    case .markedTwice:
      Sentence(
        "its two marks of origin disagree: two forms may have been put together",
        "fill in the form again")
    case .otherOffice(let office):
      Sentence("this is a form of “\(office)”", "ask the unit")
    case .otherPlan(let plan, let wanted):
      Sentence(
        "this is a form of the plan \(plan); collected is \(wanted)", "use the form of this round")
    case .otherPeriod(let period, let wanted):
      Sentence("this is a form of \(period); collected is \(wanted)", "use the form of this period")
    case .otherEdition(let edition, let newest):
      Sentence(
        "this is edition \(edition) of the form; the newest is \(newest)", "use the newest form")
    case .otherUnit(let given):
      Sentence(
        "the unit was changed to \(quoted); given out was “\(given)”", "use the unit's own form")
    case .notGivenOut:
      Sentence("no such form was given out", "check unit and period, and use the form that was")
    case .filledInTwice(let other):
      Sentence(
        "this and \(other) are of one unit, filled in on the same day or on none",
        "return one, or fill in the day")
    case .sheetMissing(let name):
      Sentence("the sheet “\(name)” is missing", "use the form as it was given out")
    case .sheetRenamed(let name):
      Sentence("the sheet “\(name)” is called \(quoted) now", "give it its name again")
    case .unprotected:
      Sentence("the protection of the sheet was taken off", "use the form as it was given out")
    case .columnsChanged: Sentence("columns were inserted, deleted or moved", "put them back")
    case .rowsAdded: Sentence("rows were added", "take them out; say what is new in a letter")
    case .rowsDeleted(let count): Sentence("\(count) rows were deleted", "put them back")
    case .rowTwice: Sentence("a row stands there twice", "delete the copy")
    case .rowsMoved:
      Sentence("the rows are in another order", "put them back: do not sort or move them")
    case .lockedCell(let given):
      Sentence(
        "a cell that is not to be filled in says \(quoted); given out was “\(ShownText.plain(given))”",
        "put it back; say in a letter what is wrong with it")
    case .value(let problem), .ledgerRefuses(let problem): input(problem)
    case .formula: Sentence("this is a formula", "enter the value itself")
    case .notOffered(let words):
      Sentence("\(quoted) is not in the drop-down", "choose one of \(list(words))")
    case .emptied(let given):
      Sentence(
        "“\(ShownText.plain(given))” was taken away",
        "put it back; object to it on the last sheet if it is wrong")
    case .completedWithoutDay: Sentence("completed, and no day of completion", "enter the day")
    case .completedBelowFull:
      Sentence("completed, and the progress is not 100", "enter 100, or another status")
    case .dayToCome: Sentence("the day \(quoted) is still to come", "enter a day that has been")
    case .contradicts(let other, let value):
      Sentence(
        "\(other) says “\(ShownText.plain(value))” of the same",
        "have the units agree, or one of them fill it in")
    }
  }

  func collect(_ notice: CollectNotice) -> String {
    switch notice {
    case .collectedBefore(let file): "\(file): collected before"
    case .stillWritten(let file): "\(file): still being written, left for the next time"
    case .nothingFilledIn(let file):
      "\(file): nothing was filled in; the unit still counts as missing"
    case .replaced(let file, let other):
      "\(file): \(other) of the same unit was filled in later and counts"
    case .returnedAgain(let file): "\(file): the unit has returned a form before; this one counts"
    }
  }

  func refused(forms: Int) -> String { "\(forms) forms were refused; nothing of them was stored" }
}
