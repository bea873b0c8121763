import Definitions
import Domain
import Editions
import Foundation
import Intake
import Store

/// A form that came back and holds nothing wrong so far.
struct CollectedFile {
  let file: FormFile
  let unit: String
  let filledOn: Day?
  /// What the unit changed, by the form.
  let all: [FormValue]
  /// What of it the ledger is to take.
  var taken: [FormValue] = []
  /// The paths of other files of the unit, which do not count.
  var others: [String] = []
}

/// The forms that lie in a folder.
struct CollectedRound {
  let folder: String
  let given: GivenForms
  private let workspace: Workspace
  private let today: Day
  private let known: [ReturnedForm]
  private let receivedDays: [String: Day]
  private(set) var forms: [CollectedFile] = []
  private(set) var refused: [RefusedForm] = []
  private(set) var conflicts: [CollectConflict] = []
  /// The units of which a form came back, now or before.
  private(set) var returnedUnits: Set<String>

  init(
    folder: String, given: GivenForms, workspace: Workspace, today: Day, in store: LedgerStore
  ) throws {
    (self.folder, self.given, self.workspace, self.today) = (folder, given, workspace, today)
    known = try store.returnedForms().filter {
      $0.plan == given.plan.id && $0.period == given.period.id
    }
    returnedUnits = Set(known.map(\.unit))
    receivedDays = try Self.received(in: folder)
  }

  // MARK: Reading

  mutating func read(_ outcome: inout CollectOutcome) {
    let hashes = Set(known.map(\.hash))
    var files: [CollectedFile] = []
    do {
      for name in try Self.names(in: folder) {
        let path = "\(folder)/\(name)"
        guard try !DiskFiles.isFolder(path) else { continue }
        do {
          let file = try FormFile(path: path, converter: workspace.converter)
          if try hashes.contains(file.hash) || isKept(path, as: name) {
            outcome.notices.append(.collectedBefore(file: name))
            continue
          }
          guard let form = try read(file, name, &outcome) else { continue }
          files.append(form)
        } catch let refusal as LedgerRefused {
          guard let fault = refusal.faults.first else { throw refusal }
          if case .fileChanged = fault.problem {
            outcome.notices.append(.stillWritten(file: name))
            continue
          }
          refused.append(
            RefusedForm(
              file: path, unit: nil,
              faults: [FormFault(place: fault.place, problem: .unreadable(fault.problem))]))
        }
      }
    } catch {
      outcome.failures.append(error)
    }
    choose(files, &outcome)
    outcome.refused = refused
  }

  private mutating func read(
    _ file: FormFile, _ name: String, _ outcome: inout CollectOutcome
  ) throws -> CollectedFile? {
    let marks = file.marks
    if let problem = try originProblem(of: file) {
      refused.append(
        RefusedForm(
          file: file.path, unit: marks["unit"],
          faults: [FormFault(place: SourcePlace(file: file.path), problem: problem)]))
      return nil
    }
    guard let unit = marks["unit"],
      let own = try given.form(of: unit, named: marks[FormMark.file])
    else { return nil }
    let reading = FormReading(
      file, against: own, vocabulary: workspace.vocabulary, today: today)
    guard reading.faults.isEmpty else {
      refused.append(RefusedForm(file: file.path, unit: unit, faults: reading.faults))
      return nil
    }
    guard !reading.values.isEmpty else {
      outcome.notices.append(.nothingFilledIn(file: name))
      return nil
    }
    return CollectedFile(
      file: file, unit: unit, filledOn: reading.filledOn, all: reading.values)
  }

  /// Why a form is not the one that its unit got this time; nil where it is.
  private func originProblem(of file: FormFile) throws -> FormProblem? {
    let marks = file.marks
    guard let plan = marks["plan_id"], let period = marks["period_id"], let unit = marks["unit"],
      let edition = marks["edition"]
    else { return .noForm }
    if file.isMarkedTwice { return .markedTwice }
    if let office = marks["office"], office != given.office { return .otherOffice(office) }
    if plan != given.plan.id { return .otherPlan(plan, wanted: given.plan.id) }
    if period != given.period.id { return .otherPeriod(period, wanted: given.period.id) }
    guard let own = try given.form(of: unit, named: marks[FormMark.file]) else {
      return .notGivenOut
    }
    let isNewest = edition == String(given.edition)
    let isSame = marks[FormMark.hash].map { $0 == own.marks[FormMark.hash] }
    if isSame ?? isNewest { return nil }
    return isNewest ? .notGivenOut : .otherEdition(edition, newest: given.edition)
  }

  /// Of several files of a unit the one that was filled in last counts.
  private mutating func choose(_ files: [CollectedFile], _ outcome: inout CollectOutcome) {
    for (unit, files) in Dictionary(grouping: files, by: \.unit).sorted(by: { $0.key < $1.key }) {
      let last = files.map(\.filledOn).max { ($0?.number ?? 0) < ($1?.number ?? 0) } ?? nil
      let chosen = files.filter { $0.filledOn == last }
      let isSame = Set(chosen.map(\.file.hash)).count == 1
      guard chosen.count == 1 || isSame, var form = chosen.first else {
        for (index, file) in chosen.enumerated() {
          let other = (chosen[index == 0 ? 1 : 0].file.path as NSString).lastPathComponent
          refused.append(
            RefusedForm(
              file: file.file.path, unit: unit,
              faults: [
                FormFault(
                  place: SourcePlace(file: file.file.path), problem: .filledInTwice(other: other))
              ]))
        }
        continue
      }
      for other in files where other.file.path != form.file.path {
        outcome.notices.append(
          .replaced(
            file: (other.file.path as NSString).lastPathComponent,
            by: (form.file.path as NSString).lastPathComponent))
      }
      if known.contains(where: { $0.unit == unit }) {
        outcome.notices.append(
          .returnedAgain(file: (form.file.path as NSString).lastPathComponent))
      }
      form.others = files.map(\.file.path).filter { $0 != form.file.path }
      forms.append(form)
      returnedUnits.insert(unit)
    }
  }

  /// The day on which a form came, where the office says so.
  func received(_ form: CollectedFile) -> Day? {
    receivedDays[(form.file.path as NSString).lastPathComponent] ?? receivedDays[form.unit]
  }

  // MARK: What the ledger takes

  /// Holds what forms say against each other and against the ledger.
  mutating func settle(against cells: LedgerCells, prefers: CollectJob.Side?) {
    refuseContradictions()
    conflicts = []
    for index in forms.indices {
      forms[index].taken = forms[index].all.filter { value in
        guard let column = value.register?.column(value.column) else { return false }
        guard let current = cells.text(value.key, column) else {
          conflicts.append(CollectConflict(value: value, unit: forms[index].unit, ledger: nil))
          return false
        }
        if current == value.new || current == value.old { return current != value.new }
        if prefers == nil {
          conflicts.append(CollectConflict(value: value, unit: forms[index].unit, ledger: current))
        }
        return prefers == .forms
      }
    }
  }

  /// Several units that fill in one cell say the same, or are all refused.
  private mutating func refuseContradictions() {
    var said: [String: [(form: Int, value: FormValue)]] = [:]
    for (index, form) in forms.enumerated() {
      for value in form.all where value.register != nil {
        said["\(value.key)\u{1F}\(value.column)", default: []].append((index, value))
      }
    }
    var faults: [Int: [FormFault]] = [:]
    for values in said.values where Set(values.map(\.value.new)).count > 1 {
      for (form, value) in values {
        guard let other = values.first(where: { $0.value.new != value.new }) else { continue }
        let file = (other.value.place.file as NSString).lastPathComponent
        faults[form, default: []].append(
          FormFault(
            place: value.place,
            problem: .contradicts(
              other: "\(file):\(other.value.place.within)", value: other.value.new),
            value: value.new, heading: value.heading))
      }
    }
    refuse(faults)
  }

  private mutating func refuse(_ faults: [Int: [FormFault]]) {
    for (index, faults) in faults.sorted(by: { $0.key < $1.key }) {
      refused.append(
        RefusedForm(
          file: forms[index].file.path, unit: forms[index].unit,
          faults: faults.sorted { $0.place < $1.place }))
    }
    for index in faults.keys.sorted(by: >) {
      let unit = forms.remove(at: index).unit
      if !known.contains(where: { $0.unit == unit }) { returnedUnits.remove(unit) }
    }
  }

  /// Refuses the forms whose values stand in the rows that a ledger would be refused for.
  /// - Returns: Whether there are any.
  mutating func refuse(_ problems: [InputFault], _ cells: LedgerCells) -> Bool {
    var faults: [Int: [FormFault]] = [:]
    for problem in problems {
      for (index, form) in forms.enumerated() {
        let value = form.taken.first { value in
          guard let row = cells.rows[value.key], row.line == problem.place.line else {
            return false
          }
          if let sheet = problem.place.sheet { return row.place.hasPrefix(sheet + "!") }
          let name = (problem.place.file as NSString).lastPathComponent
          return value.register.map { cells.file(of: $0) == name } ?? false
        }
        guard let value else { continue }
        faults[index, default: []].append(
          FormFault(
            place: value.place, problem: .ledgerRefuses(problem.problem), value: value.new,
            heading: value.heading))
      }
    }
    refuse(faults)
    return !faults.isEmpty
  }

  private var keptFolder: String { "\(workspace.returnsFolder)/kept" }

  /// Whether a file was kept before: with a form that was taken, or as one that did not count beside it.
  private func isKept(_ path: String, as name: String) throws -> Bool {
    try (DiskFiles.names(in: keptFolder) ?? []).contains { number in
      let copy = "\(keptFolder)/\(number)/\(name)"
      return access(copy, F_OK) == 0
        && FileManager.default.contentsEqual(atPath: path, andPath: copy)
    }
  }

  /// Copies the originals into folders of their own, before anything is stored.
  /// - Returns: The first of them.
  func keep(from number: Int) throws -> String {
    let place = keptFolder
    for (index, form) in forms.enumerated() {
      let target = "\(place)/\(number + index)"
      try OutputFolder.make(target)
      for path in [form.file.path] + form.others {
        let copy = "\(target)/\((path as NSString).lastPathComponent)"
        if try DiskFiles.exists(copy) { try FileManager.default.removeItem(atPath: copy) }
        try FileManager.default.copyItem(atPath: path, toPath: copy)
      }
      try OutputFolder.sync(target)
    }
    return "\(place)/\(number)"
  }
}
