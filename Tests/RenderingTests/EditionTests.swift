import Definitions
import Domain
import Foundation
import Testing

@testable import Rendering

@Suite struct EditionTests {
  private let manifest = Manifest(
    plan: "p", period: "2023-Q3",
    state: .init(
      asOf: "2023-09-25", knownAt: "2023-09-25T18:00:00+08:00", isKnownAtAsked: false,
      snapshot: .init(
        effectiveOn: "2023-09-25", sequence: 3, recordedAt: "2023-09-25T17:30:00+08:00",
        contentHash: "00")),
    chainHead: "11", definitions: [], csvEncoding: .utf8, maximumAge: 7,
    figures: (
      .current,
      Plan(
        id: "p", title: "", subject: "", document: "", office: "", place: "", remark: "",
        years: [2023], calendar: Period.standardCalendar(year: 2023), leadPolicy: .named,
        scheduleRule: .nominal, debtors: .lead, quotas: [], publicationLevels: [], lights: [],
        signature: [], closed: nil)
    ), programVersion: "1",
    madeAt: "2023-09-25T18:00:00+08:00")

  private func publish(
    _ folder: String, rows: [String: [[Value]]] = Sample.rows, encoding: CSVEncoding = .utf8
  ) throws -> EditionShelf.Outcome {
    var options = ReportOptions()
    options.csvEncoding = encoding
    return try publish(folder, rows: rows, options: options)
  }

  private func publish(
    _ folder: String, rows: [String: [[Value]]], options: ReportOptions
  ) throws -> EditionShelf.Outcome {
    try EditionShelf(folder: folder + "/p/2023-Q3").publish(
      manifest, after: 0, comparing: Sample.report()
    ) { try Sample.write(into: $0, rows: rows, options: options) }
  }

  private var changed: [String: [[Value]]] {
    var rows = Sample.rows
    rows["list"]?[0][7] = .integer(27)
    rows["list"]?.remove(at: 1)
    rows["units"]?[0][2] = .integer(2)
    return rows
  }

  @Test func theSameResultMakesNoEdition() throws {
    try withFolder { folder in
      guard case .published(let first, let path) = try publish(folder) else {
        Issue.record("not published")
        return
      }
      #expect(first.edition == 1 && path.hasSuffix("/p/2023-Q3/1"))
      #expect(try Manifest(folder: path) == first)
      guard case .unchanged(let second, _) = try publish(folder) else {
        Issue.record("not the same")
        return
      }
      #expect(second == first)
      #expect(OutputFolder.names(in: folder + "/p/2023-Q3") == ["1"])
    }
  }

  @Test func anotherResultMakesTheNextEditionAndListsWhatChanged() throws {
    try withFolder { folder in
      _ = try publish(folder)
      let before = try Manifest(folder: folder + "/p/2023-Q3/1")
      guard case .published(let second, let path) = try publish(folder, rows: changed) else {
        Issue.record("not published")
        return
      }
      #expect(second.edition == 2)
      #expect(second.corrections.map(\.name) == ["corrections.csv", "corrections.xlsx"])
      #expect(
        text(path + "/corrections.csv") == """
          \u{FEFF}表,行,涉及单位,项目,原值,现值\r
          清单,1,市发改委,办结,26,27\r
          清单,1,市发改委,办结率,40.0,41.5\r
          清单,2,市发改委,任务,2,\r
          清单,2,市发改委,序时差,'-0.04,\r
          清单,2,市发改委,到期,0,\r
          清单,2,市发改委,办结,0,\r
          清单,2,市发改委,办结率,本期无到期任务,\r
          清单,2,市发改委,重点,否,\r
          单位,市发改委,市发改委,办结,1,2\r
          单位,市发改委,市发改委,办结率,33.3,66.7\r

          """)
      #expect(try Manifest(folder: folder + "/p/2023-Q3/1") == before, "never overwritten")
      guard case .unchanged = try publish(folder, rows: changed) else {
        Issue.record("not the same")
        return
      }
    }
  }

  @Test func figuresAreComparedInAnyEncoding() throws {
    try withFolder { folder in
      _ = try publish(folder, encoding: .gb18030)
      _ = try publish(folder, rows: changed, encoding: .gb18030)
      let corrections = text(folder + "/p/2023-Q3/2/corrections.csv")
      #expect(corrections.contains("\n单位,市发改委,市发改委,办结率,33.3,66.7\r\n"))
      _ = try publish(folder, rows: changed, encoding: .utf8)
      #expect(
        text(folder + "/p/2023-Q3/3/corrections.csv") == "\u{FEFF}表,行,涉及单位,项目,原值,现值\r\n",
        "another encoding is no other figure")
    }
  }

  @Test func failuresLeaveNothing() throws {
    struct Broken: Error {}
    try withFolder { folder in
      let shelf = EditionShelf(folder: folder)
      #expect(throws: Broken.self) {
        try shelf.publish(manifest, after: 0, comparing: Sample.report()) { temporary in
          _ = try Sample.write(into: temporary)
          throw Broken()
        }
      }
      #expect(OutputFolder.names(in: folder) == [])
    }
  }

  @Test func leftoversOfKilledRunsAreRemoved() throws {
    try withFolder { folder in
      // No process has the largest number; the first one always lives.
      let (dead, alive) = (".tmp-1-4194304", ".tmp-1-1")
      for name in [dead, alive] { try OutputFolder.make("\(folder)/p/2023-Q3/\(name)/csv") }
      _ = try publish(folder)
      #expect(OutputFolder.names(in: folder + "/p/2023-Q3") == [alive, "1"])
    }
  }

  @Test func draftsReplaceOneAnother() throws {
    try withFolder { folder in
      let shelf = EditionShelf(folder: folder)
      for rows in [Sample.rows, changed] {
        let outcome = try shelf.publishDraft(manifest) { try Sample.write(into: $0, rows: rows) }
        guard case .draft(let draft, _) = outcome else {
          Issue.record("not a draft")
          return
        }
        #expect(draft.isDraft && draft.edition == 0)
      }
      #expect(OutputFolder.names(in: folder) == ["draft"])
      #expect(shelf.editions == [])
      #expect(text(folder + "/draft/csv/清单.csv").contains("27,41.5"))
    }
  }

  @Test func manifestsHaveSortedKeys() throws {
    let text = String(decoding: try manifest.encoded(), as: UTF8.self)
    #expect(text.hasPrefix("{\n  \"as_of\" : \"2023-09-25\",\n  \"chain_head\" : \"11\","))
    #expect(text.contains("\"libxlsxwriter_version\" : \"\(WorkbookLibraries.libxlsxwriter)\""))
  }
}
