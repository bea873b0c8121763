import Foundation
import TestSupport
import Testing

/// `jibao history withdraw`: what was taken back counts for what was known before, not after.
@Suite(.onEachEngine) struct WithdrawTests {
  /// One task is completed on 20 April, three are on 25 April; the latter is taken back on the 26th.
  private func office() throws -> Office {
    var office = try Office()
    try office.store(1, for: "2023-04-20", on: "2023-04-20")
    try office.store(3, for: "2023-04-25", on: "2023-04-25")
    let result = try office.run(
      "2023-04-26", "history", "withdraw", "snapshot", "2", "--reason", "误收 他处\n台账")
    #expect(result.output == "Withdrawn with no. 3: 1 snapshot, 0 editions.\n")
    return office
  }

  private func completed(_ office: inout Office, _ arguments: String...) throws -> Int {
    let arguments = ["state/task", "--as-of", "2023-04-25"] + arguments
    let result = try office.attempt("2023-04-26", ["query"] + arguments + ["--json"])
    return result.output.components(separatedBy: "\"completed\"").count - 1
  }

  @Test func aSnapshotCountsBeforeNotAfter() throws {
    var office = try office()
    #expect(try completed(&office) == 1)
    #expect(try completed(&office, "--known-at", "2023-04-25") == 3)
    #expect(try completed(&office, "--known-at", "2023-04-26") == 1)
    #expect(try office.run("2023-04-26", "verify").output.contains("Nothing was altered"))
  }

  @Test func historySaysWhatWasTakenBackAndWhy() throws {
    var office = try office()
    let history = try office.run("2023-04-26", "history").output
    #expect(history.contains("by no. 3"))
    #expect(history.contains("误收 他处 台账"))
    let json = try office.run("2023-04-26", "history", "--json").output
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8))
    let parts = try #require(object as? [String: [[String: Any]]])
    #expect(parts["snapshots"]?.map { $0["withdrawn_by"] as? Int } == [nil, 3])
    #expect(parts["withdrawals"]?.first?["reason"] as? String == "误收 他处 台账")
    #expect(parts["withdrawals"]?.first?["snapshots"] as? [Int] == [2])
  }

  /// What is stored next is compared with what counts, and counts itself.
  @Test func whatFollowsStandsOnWhatCounts() throws {
    var office = try office()
    try office.store(2, for: "2023-04-25", on: "2023-04-27")
    #expect(try completed(&office) == 2)
    #expect(try completed(&office, "--known-at", "2023-04-26") == 1)
    let stored = try office.run("2023-04-27", "history", "--json").output
    #expect(stored.contains("\"sequence\" : 4"))
    try office.run("2023-04-27", "verify")
  }

  @Test func theSameLedgerIsRefusedUntilItIsAccepted() throws {
    var office = try office()
    let ledger = try Repository.temporaryFolder("ledger")
    try office.write(3, of: 4, for: "2023-04-25", to: ledger)
    let day = ["--effective-on", "2023-04-25"]
    let again = ["snapshot", "--from", ledger] + day
    let refused = try office.attempt("2023-04-26", again)
    #expect(refused.status == 3, "\(refused)")
    #expect(refused.errors.contains("which was withdrawn"), "\(refused)")
    #expect(refused.errors.contains("--accept-withdrawn 2"), "\(refused)")
    // Under another day it is the same ledger.
    let other = try office.attempt(
      "2023-04-26", ["snapshot", "--from", ledger, "--effective-on", "2023-04-26"])
    #expect(other.status == 3)
    #expect(try completed(&office) == 1)
    let unknown = try office.attempt("2023-04-26", again + ["--accept-withdrawn", "1"])
    #expect(unknown.status == 2 && unknown.errors.contains("there is no snapshot 1"), "\(unknown)")
    let accepted = try office.attempt("2023-04-26", again + ["--accept-withdrawn", "2"])
    #expect(accepted.status == 0, "\(accepted)")
    #expect(try completed(&office) == 3)
    let unchanged = try office.attempt("2023-04-26", again)
    #expect(unchanged.status == 0 && unchanged.output.hasPrefix("Nothing new"), "\(unchanged)")
    try office.run("2023-04-27", "verify")
  }

  /// A withdrawn edition is not made: another takes its place, with the same figures if need be.
  @Test func aWithdrawnEditionIsMadeAnew() throws {
    var office = try Office()
    try office.store(1, for: "2023-04-25", on: "2023-04-25")
    let first = try office.report("2023-Q1", on: "2023-04-25")
    let same = try office.report("2023-Q1", on: "2023-04-25")
    #expect(first.hasSuffix("/1") && same == first)
    try office.run(
      "2023-04-26", "history", "withdraw", "edition", "2023-Q1", "1", "--reason", "数据有误")
    let dry = try office.run("2023-04-26", "report", "--all-periods", "--dry-run", "--json")
    #expect(dry.output.contains("\"missing\""), "\(dry)")
    let second = try office.report("2023-Q1", on: "2023-04-26")
    #expect(second.hasSuffix("/2"))
    let third = try office.report("2023-Q1", on: "2023-04-26")
    #expect(third == second)
    try office.run("2023-04-26", "verify")
  }

  /// The edition before is that which counts: 上期 of the half-year follows the second one.
  @Test func aWithdrawnEditionIsNotWhatWasReported() throws {
    var office = try Office()
    try office.store(1, for: "2023-04-25", on: "2023-04-25")
    _ = try office.report("2023-Q1", on: "2023-04-25")
    try office.store(2, for: "2023-04-25", on: "2023-04-26")
    _ = try office.report("2023-Q1", on: "2023-04-26")
    try office.run("2023-04-27", "history", "mark", "2023-Q1", "2", "--sent", "2023-04-27")
    try office.store(3, for: "2023-06-25", on: "2023-06-25")
    func previous(_ folder: String) throws -> Int? {
      let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/manifest.json"))
      let manifest = try JSONSerialization.jsonObject(with: data) as? [String: Any]
      let previous = manifest?["previous"] as? [String: Any]
      return (previous?["edition"] as? [String: Any])?["number"] as? Int
    }
    let before = try office.report("2023-H1", on: "2023-06-25")
    #expect(try previous(before) == 2)
    try office.run(
      "2023-06-26", "history", "withdraw", "edition", "2023-Q1", "2", "--reason", "数据有误")
    let after = try office.report("2023-H1", on: "2023-06-27")
    #expect(try previous(after) == 1)
    // As known before, it was.
    let again = try office.attempt(
      "2023-06-28",
      ["report", "--again", before + "/manifest.json", "--into", office.folder + "-again"])
    #expect(again.status == 0, "\(again)")
  }

  /// An edition that stands on a withdrawn snapshot can be made again as it was.
  @Test func whatWasMadeBeforeCanBeMadeAgain() throws {
    var office = try Office()
    try office.store(1, for: "2023-04-20", on: "2023-04-20")
    try office.store(3, for: "2023-04-25", on: "2023-04-25")
    let edition = try office.report("2023-Q1", on: "2023-04-25")
    try office.run(
      "2023-04-26", "history", "withdraw", "--recorded-after", "2023-04-24", "--reason", "时钟")
    let next = try office.report("2023-Q1", on: "2023-04-26")
    #expect(next.hasSuffix("/2"))
    for folder in [edition, next] {
      let again = try office.attempt(
        "2023-04-27",
        [
          "report", "--again", folder + "/manifest.json", "--into",
          try Repository.temporaryFolder("again") + "/A",
        ])
      #expect(again.status == 0, "\(again)")
    }
    try office.run("2023-04-27", "verify")
  }

  /// Tasks that a withdrawn snapshot renumbered are followed from the numbers that count.
  @Test func aWithdrawnRenumberingIsNone() throws {
    var office = try Office()
    try office.store(1, for: "2023-04-20", on: "2023-04-20")
    try office.store(1, shift: 10, for: "2023-04-25", on: "2023-04-25")
    try office.run(
      "2023-04-26", "history", "withdraw", "snapshot", "2", "--reason", "误编号")
    func tasks(_ query: String, _ column: String = "task") throws -> [String] {
      try office.rows("2023-04-27", query, "--as-of", "2023-04-27").compactMap { $0[column] }
        .sorted()
    }
    #expect(try tasks("state/task") == ["1", "2", "3", "4"])
    #expect(try tasks("state/gone_task") == [])
    #expect(try tasks("state/original_due") == ["1", "2", "3", "4"])
  }

  /// Tasks that are renumbered again after that are followed from the numbers that counted.
  @Test(arguments: [10, 20]) func renumberedAgainAfterAWithdrawnRenumbering(_ shift: Int) throws {
    var office = try Office()
    try office.store(1, for: "2023-04-20", on: "2023-04-20")
    try office.store(1, shift: 10, for: "2023-04-25", on: "2023-04-25")
    try office.run(
      "2023-04-26", "history", "withdraw", "snapshot", "2", "--reason", "误编号")
    try office.store(2, shift: shift, for: "2023-04-27", on: "2023-04-27")
    func tasks(_ query: String, _ words: String...) throws -> [String] {
      let day = words.isEmpty ? ["--as-of", "2023-04-27"] : words
      let result = try office.attempt("2023-04-28", ["query", query, "--json"] + day)
      let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
      return try #require(json as? [[String: Any]], "\(result)").map { "\($0["task"] ?? "")" }
        .sorted()
    }
    let renumbered = (1...4).map { "\($0 + shift)" }
    #expect(try tasks("state/task") == renumbered)
    #expect(try tasks("state/gone_task") == [])
    #expect(try tasks("state/original_due") == renumbered)
    // Before it was withdrawn the first renumbering counted, and of the days before neither does.
    #expect(
      try tasks("state/task", "--as-of", "2023-04-25", "--known-at", "2023-04-25")
        == (11...14).map { "\($0)" })
    #expect(try tasks("state/task", "--as-of", "2023-04-25") == ["1", "2", "3", "4"])
    for kind in ["new_tasks", "gone_tasks"] {
      let listed = try office.run(
        "2023-04-28", "diff", kind, "--from", "2023-04-20", "--to", "2023-04-27", "--csv")
      #expect(listed.output.split(separator: "\r\n").count == 1, "\(listed)")
    }
    try office.run("2023-04-28", "verify")
  }

  @Test func whatCannotBeTakenBackIsTwo() throws {
    var office = try office()
    let cases: [(arguments: [String], said: String)] = [
      (["snapshot", "9", "--reason", "x"], "there is no snapshot 9; there are: 1, 2"),
      (["snapshot", "3", "--reason", "x"], "there is no snapshot 3; there are: 1, 2"),
      (["snapshot", "2", "--reason", "x"], "2 was withdrawn before"),
      (["snapshot", "1", "--reason", " "], "--reason is missing"),
      (["edition", "2023-Q1", "1", "--reason", "x"], "there is no edition '2023-Q1 1'"),
      (["--recorded-after", "2023-05-01", "--reason", "x"], "nothing was recorded after "),
      (["--reason", "x"], "--recorded-after is missing"),
      (["snapshot", "--reason", "x"], "N is missing"),
      (["edition", "2023-Q1", "--reason", "x"], "PERIOD N is missing"),
    ]
    for (arguments, said) in cases {
      let result = try office.attempt("2023-04-27", ["history", "withdraw"] + arguments)
      #expect(result.status == 2 && result.errors.contains(said), "\(result)")
    }
    try office.run("2023-04-27", "verify")
  }
}
