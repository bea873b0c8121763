import Definitions
import Domain
import Foundation
import Layout
import Pages
import TestSupport
import Testing
import Writing

@testable import Editions

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
    ), programVersion: "1", libraries: ("1.1.4", "1.3"),
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
    try publish(on: EditionShelf(folder: folder + "/p/2023-Q3")) {
      try Sample.write(into: $0, rows: rows, options: options)
    }
  }

  private func correct(
    _ corrections: Corrections, _ old: String, _ new: String
  ) throws -> [WrittenFile] {
    let files = try corrections.files(
      from: { try readTable("\(old)/csv/\($0).csv") },
      to: { try readTable("\(new)/csv/\($0).csv") })
    return try FolderWriter.write(into: new) { try files.forEach($0) }
  }

  /// Builds and publishes as one who knows the folders alone.
  private func publish(
    on shelf: EditionShelf, withdrawn: Set<Int> = [], build: EditionShelf.Build
  ) throws -> EditionShelf.Outcome {
    switch try shelf.build(
      manifest, withdrawn: withdrawn, comparing: Sample.report(), correct: correct, build: build)
    {
    case .unchanged(let manifest, let folder): return .unchanged(manifest, folder: folder)
    case .built(let built):
      _ = try built.number((shelf.editions.last ?? 0) + 1)
      return try shelf.publish(built)
    }
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
      #expect(try OutputFolder.names(in: folder + "/p/2023-Q3") == ["1"])
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
          \u{FEFF}类别,表,行,单位,项目,原值,现值\r
          台账,清单,2,,任务,2,\r
          台账,清单,2,,重点,否,\r
          随之变动,清单,1,,办结,26,27\r
          随之变动,清单,1,,办结率,40.0,41.5\r
          随之变动,清单,2,,序时差,-0.04,\r
          随之变动,清单,2,,到期,0,\r
          随之变动,清单,2,,办结,0,\r
          随之变动,清单,2,,办结率,本期无到期任务,\r
          随之变动,单位,市发改委,市发改委,办结,1,2\r
          随之变动,单位,市发改委,市发改委,办结率,33.3,66.7\r

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
      #expect(corrections.contains("\n随之变动,单位,市发改委,市发改委,办结率,33.3,66.7\r\n"))
      _ = try publish(folder, rows: changed, encoding: .utf8)
      #expect(
        text(folder + "/p/2023-Q3/3/corrections.csv") == "\u{FEFF}类别,表,行,单位,项目,原值,现值\r\n",
        "another encoding is no other figure")
    }
  }

  @Test func failuresLeaveNothing() throws {
    struct Broken: Error {}
    try withFolder { folder in
      let shelf = EditionShelf(folder: folder)
      #expect(throws: Broken.self) {
        try publish(on: shelf) { temporary in
          _ = try Sample.write(into: temporary)
          throw Broken()
        }
      }
      let names = try OutputFolder.names(in: folder)
      #expect(names == [])
    }
  }

  @Test func leftoversOfKilledRunsAreRemoved() throws {
    try withFolder { folder in
      // No process has the largest number; the first one always lives.
      let (dead, alive) = (".tmp-1-4194304", ".tmp-1-1")
      for name in [dead, alive] { try OutputFolder.make("\(folder)/p/2023-Q3/\(name)/csv") }
      _ = try publish(folder)
      #expect(try OutputFolder.names(in: folder + "/p/2023-Q3") == [alive, "1"])
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
      #expect(try OutputFolder.names(in: folder) == ["draft"])
      #expect(try shelf.editions == [])
      #expect(text(folder + "/draft/csv/清单.csv").contains("27,41.5"))
    }
  }

  /// What is built and dropped leaves nothing; what is built is not there before it is published.
  @Test func whatIsBuiltIsPublishedLater() throws {
    try withFolder { folder in
      let shelf = EditionShelf(folder: folder)
      do {
        let building = try shelf.build(manifest, comparing: Sample.report(), correct: correct) {
          try Sample.write(into: $0)
        }
        guard case .built(let built) = building else {
          Issue.record("not built")
          return
        }
        let hash = try built.number(1)
        #expect(try shelf.editions == [] && !shelf.holds(1, manifest: hash))
        _ = try shelf.publish(built)
        #expect(try shelf.editions == [1] && shelf.holds(1, manifest: hash))
        #expect(try !shelf.holds(2, manifest: hash))
      }
      _ = try shelf.build(manifest, comparing: Sample.report(), correct: correct) {
        try Sample.write(into: $0, rows: changed)
      }
      #expect(try OutputFolder.names(in: folder) == ["1"])
    }
  }

  /// An edition that was taken back is not what a new one is held against, but what it corrects
  /// where there is no other.
  @Test func aWithdrawnEditionIsMadeAnew() throws {
    try withFolder { folder in
      let shelf = EditionShelf(folder: folder)
      func make(_ rows: [String: [[Value]]], _ withdrawn: Set<Int>) throws -> String {
        switch try publish(
          on: shelf, withdrawn: withdrawn, build: { try Sample.write(into: $0, rows: rows) })
        {
        case .published(let manifest, _):
          "\(manifest.edition) \(manifest.corrections.isEmpty ? "first" : "corrects")"
        case .unchanged(let manifest, _): "as \(manifest.edition)"
        case .draft: "draft"
        }
      }
      let made = [
        try make(Sample.rows, []), try make(Sample.rows, [1]), try make(changed, [1]),
        try make(Sample.rows, [1, 3]),
      ]
      #expect(made == ["1 first", "2 corrects", "3 corrects", "as 2"])
    }
  }

  /// Folders that bear numbers which no edition has.
  @Test(arguments: ["9223372036854775807", "9223372036854775808", "4294967296", "0", "01", "１"])
  func aFolderOfNoEditionIsPassedOver(_ name: String) throws {
    try withFolder { folder in
      try OutputFolder.make("\(folder)/p/2023-Q3/\(name)")
      guard case .published(let first, _) = try publish(folder) else {
        Issue.record("not published")
        return
      }
      #expect(first.edition == 1)
      let shelf = EditionShelf(folder: folder + "/p/2023-Q3")
      let isNumber = name.first != "0" && name != "１"
      #expect(try shelf.numberedFolders.contains(name) == isNumber)
    }
  }

  /// A folder that cannot be read is not an empty one. (Root reads everything.)
  @Test(.disabled(if: getuid() == 0)) func anUnreadableShelfIsAFault() throws {
    try withFolder { folder in
      chmod(folder, 0)
      defer { chmod(folder, 0o700) }
      #expect(throws: OutputFault.self) { try EditionShelf(folder: folder).editions }
    }
  }

  /// Where a file system cannot exchange two folders, a run may have been killed in between: the
  /// draft is put back.
  @Test func aDraftThatWasMovedAsideIsPutBack() throws {
    try withFolder { folder in
      let shelf = EditionShelf(folder: folder)
      _ = try shelf.publishDraft(manifest) { try Sample.write(into: $0) }
      let before = text(folder + "/draft/csv/清单.csv")
      try OutputFolder.move(folder + "/draft", to: folder + "/.tmp-draft-4194304-old")
      struct Broken: Error {}
      #expect(throws: Broken.self) { try shelf.publishDraft(manifest) { _ in throw Broken() } }
      #expect(try OutputFolder.names(in: folder) == ["draft"])
      #expect(text(folder + "/draft/csv/清单.csv") == before)
    }
  }

  @Test func manifestsHaveSortedKeys() throws {
    let text = String(decoding: try manifest.encoded(), as: UTF8.self)
    #expect(text.hasPrefix("{\n  \"as_of\" : \"2023-09-25\",\n  \"calendar\" : ["))
    let keys = text.split(separator: "\n").filter { $0.hasPrefix("  \"") }
    #expect(keys == keys.sorted() && keys.contains("  \"figures\" : 2,"))
    #expect(text.contains("\"libxlsxwriter_version\" : \"1.1.4\""))
  }
}
