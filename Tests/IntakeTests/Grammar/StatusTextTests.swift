import Definitions
import Domain
import Testing

@testable import Intake

@Suite struct StatusTextTests {
  /// `in_progress 80% | rest`, with what else was seen.
  static func shown(_ text: String) -> String {
    let cell = StatusText.read(text, .standard)
    let parts = [
      cell.status?.rawValue ?? "", cell.progress.map { "\(Double($0) / 10_000)" } ?? "",
      cell.isOngoing ? "and goes on" : "", cell.overFull.isEmpty ? "" : "over",
      cell.isContradictory ? "contradictory" : "",
      cell.rest.isEmpty ? "" : "| " + cell.rest.joined(separator: " | "),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  @Test(arguments: [
    ("已完成", "completed"), ("完成", "completed"), ("已完成80%", "in_progress 80.0"),
    ("完成80％", "in_progress 80.0"), ("80%", "in_progress 80.0"), ("53.3%", "in_progress 53.3"),
    ("已完成 ８０％", "in_progress 80.0"), ("进度：80%", "in_progress 80.0"),
    ("完成率为80%", "in_progress 80.0"), ("目前已完成80%", "in_progress 80.0"),
    ("已完成100%", "completed 100.0"), ("100%", "completed 100.0"), ("0%", "not_started 0.0"),
    ("已完成，长期坚持", "completed and goes on"), ("已完成并长期坚持", "completed and goes on"),
    ("并长期坚持", "| 并长期坚持"),
    ("已完成、长期坚持", "completed and goes on"), ("待验收", "completed"),
    ("已完成，待验收", "completed"), ("已销号", "accepted"), ("办结销号", "accepted"),
    ("已完成，已销号", "accepted"), ("未启动", "not_started"), ("正在推进", "in_progress"),
    ("序时推进", "in_progress"), ("达进度", "in_progress"), ("欠进度", "in_progress"),
    ("暂停", "suspended"), ("取消", "cancelled"), ("转办", "transferred"), ("长期坚持", "ongoing"),
    ("进行中80%", "in_progress 80.0"), ("推进中（60％）", "in_progress 60.0"), ("未启动 0%", "not_started 0.0"),
    ("已完成（80%）", "in_progress 80.0"), ("已完成(100%)", "completed 100.0"),
    ("未启动（20%）", "contradictory"), ("进行中(120%)", "over"), ("搞定啦80%", "| 搞定啦80%"),
    ("正在推进，长期坚持", "ongoing and goes on"), ("正在推进，已完成80%", "in_progress 80.0"),
    ("前三季度增长5.8%，达序时进度", "in_progress | 前三季度增长5.8%"),
    ("已完成12家，完成率120%", "over | 已完成12家"), ("119%", "over"), ("完成286%", "over"),
    ("因天气原因延期，预计11月底前完成", "| 因天气原因延期 | 预计11月底前完成"), ("持续推进", "ongoing"),
    ("未完成", "| 未完成"), ("基本完成", "| 基本完成"), ("完成招标", "| 完成招标"), ("预计80%", "| 预计80%"),
    ("增长6%", "| 增长6%"), ("已完成80%左右", "| 已完成80%左右"), ("-5%", "| -5%"), ("完成", "completed"),
    ("已完成，未启动", "contradictory"), ("已完成，进度80%", "contradictory"),
    ("未启动，10%", "contradictory"), ("30%，40%", "contradictory"), ("Open", "| Open"),
  ])
  func reads(_ text: String, _ expected: String) {
    #expect(Self.shown(text) == expected, "\(text)")
  }

  /// An office's own word comes first, whatever it looks like.
  @Test func theVocabularyComesFirst() throws {
    let file = DefinitionFile(
      kind: .vocabulary, id: "vocabulary", path: "vocabulary.yaml",
      text: "status:\n  已完成，待核: in_progress\n")
    let cell = StatusText.read("已完成，待核", try Vocabulary(file))
    #expect(cell.status == .inProgress)
    #expect(cell.isWhole)
  }

  @Test func onlyAWholeCellIsUnderstood() {
    #expect(StatusText.read("已完成80%", .standard).isWhole)
    #expect(!StatusText.read("已完成80%，其余加快", .standard).isWhole)
    #expect(!StatusText.read("120%", .standard).isWhole)
    #expect(!StatusText.read("", .standard).isWhole)
  }

  @Test func neverCrashes() {
    var random = SeededRandom(seed: 22)
    let pieces = [
      "已完成", "80", "%", "％", "，", "、", "进度", "1", ".", ",", "\n", "长期坚持", "9", "00", "为", "：", "暂停",
      "\0",
    ]
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...8, using: &random)
      let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      let cell = StatusText.read(text, .standard)
      #expect(cell.progress.map { (0...1_000_000).contains($0) } ?? true, "\(text)")
      _ = QuantityText.read(text)
    }
  }
}
