import Definitions
import Domain
import Editions
import Foundation
import Intake
import Store

/// The forms of a plan and period as they were given out last.
final class GivenForms {
  let plan: Plan
  let period: Period
  /// The office's name as forms bear it.
  let office: String
  /// The number of the edition.
  let edition: Int
  private let folder: String
  private let names: [String]
  private var forms: [String: FormFile] = [:]
  private var isWhole = false

  /// - Parameter period: Nil for the one whose forms were given out last.
  /// - Throws: `JobFailure.noForms` where none were.
  init(_ workspace: Workspace, plan: String?, period: String?, in store: LedgerStore) throws {
    let found = try workspace.plan(plan, in: store, asOf: nil).plan
    let shelves = found.calendar.map { ($0, ReportJob.shelfName(period: $0.id, report: "forms")) }
    let editions = try store.standingEditions().filter { $0.plan == found.id }
    let wanted = shelves.filter { period == nil || $0.0.id == period }
    if let period, wanted.isEmpty {
      throw JobFailure.unknownPeriod(period, known: found.calendar.map(\.id))
    }
    let last = editions.last { edition in wanted.contains { $0.1 == edition.period } }
    guard let last, let shelf = wanted.first(where: { $0.1 == last.period }) else {
      throw JobFailure.noForms(plan: found.id)
    }
    self.plan = found
    office = found.office.isEmpty ? "　　　　" : found.office
    self.period = shelf.0
    edition = editions.filter { $0.period == last.period }.map(\.edition).max() ?? last.edition
    folder = "\(workspace.output)/\(found.id)/\(last.period)/\(edition)"
    names = try OutputFolder.names(in: folder).filter { $0.hasSuffix(".xlsx") }.sorted()
  }

  /// The form that a unit got.
  /// - Parameter name: What its file was called, if that is known.
  func form(of unit: String, named name: String?) throws -> FormFile? {
    if let form = forms[unit] { return form }
    if let name, names.contains(name) {
      let form = try FormFile(path: "\(folder)/\(name)", converter: nil)
      if form.marks["unit"] == unit {
        forms[unit] = form
        return form
      }
    }
    try readAll()
    return forms[unit]
  }

  /// The units that got a form, in the order of their files.
  var units: [String] {
    get throws {
      try readAll()
      return forms.keys.sorted()
    }
  }

  private func readAll() throws {
    guard !isWhole else { return }
    for name in names {
      let form = try FormFile(path: "\(folder)/\(name)", converter: nil)
      guard let unit = form.marks["unit"] else { continue }
      forms[unit] = form
    }
    isWhole = true
  }

  /// The units that got a form and have returned none.
  func missing(_ returned: Set<String>) throws -> [String] {
    try units.filter { !returned.contains($0) }.map { unit in
      let file = forms[unit]?.path ?? unit
      return (file as NSString).lastPathComponent.components(separatedBy: "填报表").first ?? unit
    }
  }
}
