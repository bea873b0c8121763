import Definitions
import Domain
import Foundation
import Pages
import TestSupport
import Testing

@testable import Layout

@Suite struct DocumentTests {
  private func sample(figures: String, blocks: String, more: String = "") -> DocumentSample {
    DocumentSample(
      yaml: """
        figures:
        \(figures)
        document:
          name: "文稿.docx"
          title: 标题
        \(more)
          blocks:
        \(blocks)
        """, rows: [:])
  }

  private let demands = """
      demands:
        query: items
        where: {kind: [settle, other]}
        text: "{number}"
        groups:
          - {by: day, text: "{list}于{day}前"}
          - {by: unit, name: "{unit}", text: "{names}（第{list}项）"}
        join: ，
        whole: "{list}办结，共{rows}件{groups}批。"
    """

  private var demanded: DocumentSample {
    var sample = sample(
      figures: demands,
      blocks: """
            - section: {heading: 要求, parts: [["{demands}"], {lead: 另。, sentences: ["{cutoff}止。"]}]}
        """)
    sample.rows["items"] = [
      DocumentSample.item("settle", "13", "甲局", "2023-10-15"),
      DocumentSample.item("settle", "13", "乙局", "2023-10-15"),
      DocumentSample.item("other", "19", "丙局", "2023-10-15"),
      DocumentSample.item("settle", "29", "丙局", "2023-10-15"),
      DocumentSample.item("settle", "24", "丁办", "2024-01-16"),
      DocumentSample.item("no", "99", "戊局", "2023-10-15"),
    ]
    return sample
  }

  /// Units of which the same is said stand together; another year is said.
  @Test func rowsAreSaidByGroups() throws {
    #expect(
      try demanded.document().suffix(3) == [
        "heading: 一、要求",
        "body: _（一）_甲局、乙局（第13项）、丙局（第19、29项）于10月15日前，丁办（第24项）于2024年1月16日前办结，共5件2批。",
        "body: _（二）另。_2023年9月25日止。",
      ])
  }

  @Test func aDraftLeavesDaysOpen() throws {
    var sample = demanded
    sample.yaml = sample.yaml.replacingOccurrences(
      of: "    join: ，", with: "    join: ，\n    open_days: true")
    sample.texts["draft"] = "草稿"
    let text = try sample.document().joined()
    #expect(text.contains("（第13项）、丙局（第19、29项）于＿月＿日前，丁办（第24项）于＿月＿日前办结"))
    sample.texts["draft"] = ""
    #expect(try sample.document().joined().contains("于10月15日前"))
  }

  private let list = """
      list:
        query: items
        text: {by: kind, words: {silent: ""}, otherwise: "{unit}{n}项"}
        first: 2
        more: 等{rows}个单位
        whole: "{list}均已完成。"
      many: {query: items, text: "{unit}", first: 2, beyond: "{rows}个单位。", whole: "{list}。"}
    """

  @Test(arguments: [
    (0, ["heading: 一、其他", "body: 无"]),
    (1, ["heading: 一、好的", "body: 局1有1项均已完成。局1有。", "heading: 二、其他", "body: 无"]),
    (3, ["heading: 一、好的", "body: 局1有1项、局2有2项等3个单位均已完成。3个单位。", "heading: 二、其他", "body: 无"]),
  ])
  func whatIsEmptyIsLeftOutAndTheRestNumberedAnew(_ count: Int, _ lines: [String]) throws {
    var sample = sample(
      figures: list,
      blocks: """
            - section: {heading: 好的, parts: [["{list}{many}"], ["{nothing}"]]}
            - section: {heading: 没有, sentences: ["{nothing}"]}
            - section: {heading: 其他, sentences: ["{nothing}"], otherwise: 无}
            - text: ["{nothing}"]
        """.replacingOccurrences(of: "{nothing}", with: "{draft}"))
    sample.rows["items"] = (0..<count).map {
      DocumentSample.item("k", "\($0)", "局\($0 + 1)有", "", Int64($0 + 1))
    }
    #expect(try Array(sample.document().dropFirst(2)) == lines)
  }

  @Test func rowsOfWhichNothingIsSaidDoNotCount() throws {
    var sample = sample(
      figures: list, blocks: #"    - text: ["{list}"]"#)
    sample.rows["items"] = [
      DocumentSample.item("silent", "1", "甲局", ""), DocumentSample.item("k", "2", "乙局", "", 3),
    ]
    #expect(try sample.document().last == "body: 乙局3项均已完成。")
  }

  @Test func codesHaveTextsThatNameOtherColumns() throws {
    var sample = sample(
      figures: """
          x:
            query: items
            words: {n: {"0": 尚无, "*": "已有{n}项"}, number: {"": "", "*": "的“{number}”"}}
            text: "{unit}{number}{n}"
        """, blocks: #"    - text: ["{x}"]"#)
    sample.rows["items"] = [
      DocumentSample.item("k", "", "甲", "", 0), DocumentSample.item("k", "一", "乙", "", 2),
    ]
    #expect(try sample.document().last == "body: 甲尚无、乙的“一”已有2项")
  }

  @Test func blocksDependOnTexts() throws {
    var sample = sample(
      figures: "  x: {query: items, text: x}",
      blocks: """
            - {text: ["有稿"], when: draft}
            - {text: ["无稿"], unless: draft}
            - {text: ["有行"], when: x}
        """)
    #expect(try sample.document().suffix(1) == ["body: 无稿"])
    sample.texts["draft"] = "草稿"
    sample.rows["items"] = [DocumentSample.item("k", "1", "甲局", "")]
    #expect(try sample.document().suffix(2) == ["body: 有稿", "body: 有行"])
  }

  @Test func itemsAreParagraphsOfTheirOwn() throws {
    var sample = sample(
      figures: #"  asked: {query: items, text: "第{number}项？", first: 2, more: "等{rows}项。"}"#,
      blocks: """
            - section: {heading: 请定, items: asked, after: ["另：无。"]}
            - section: {heading: 快讯, run_in: true, numbered: false, sentences: ["{cutoff}"]}
        """)
    sample.rows["items"] = ["3", "5", "7"].map { DocumentSample.item("k", $0, "甲", "") }
    #expect(
      try sample.document().dropFirst(2) == [
        "heading: 一、请定", "body: 1.第3项？", "body: 2.第5项？", "body: 等3项。", "body: 另：无。",
        "body: *快讯*：2023年9月25日",
      ])
    sample.rows["items"]?.removeLast(2)
    #expect(try sample.document().contains("body: 第3项？"))
  }

  private let balanced = """
      balances:
        - name: 到期事项
          whole: {query: total, column: all}
          parts:
            - {query: total, column: a}
            - {query: items, where: {kind: [x, y]}}
    """

  /// A total that is not the sum of its parts: no document.
  @Test func partsAddUpOrNothingIsMade() throws {
    var sample = sample(
      figures: "  x: {query: items, text: x}", blocks: "    - text: [文]", more: balanced)
    sample.rows = [
      "total": DocumentSample.total("s", 5, 3, 9),
      "items": ["x", "y", "z"].map { DocumentSample.item($0, "1", "甲", "") },
    ]
    #expect(try sample.document().last == "body: 文")
    sample.rows["total"] = DocumentSample.total("s", 6, 3, 9)
    let fault = #expect(throws: BalanceFault.self) { try sample.document() }
    #expect(fault?.name == "到期事项" && fault?.whole == 6 && fault?.parts == [3, 2])
    #expect(fault?.place.line == 7)
  }

  @Test func aDocumentOfOnePageIsShortened() throws {
    var sample = sample(
      figures: #"  list: {query: items, text: "{unit}", first: 90, more: "等{rows}项"}"#,
      blocks: """
            - section: {heading: 事项, items: list}
            - table:
                query: items
                more: 其余{others}项，共{rows}项
                columns: [{heading: 单位, width: 3, text: "{unit}", centred: true}]
        """, more: "  form: page\n  shorten: [items, list]")
    sample.rows["items"] = (0..<60).map {
      DocumentSample.item("k", "\($0)", String(repeating: "长", count: 40), "")
    }
    let lines = try sample.document()
    #expect(lines.filter { $0.hasPrefix("body: ") }.last == "body: 等60项")
    #expect((10..<36).contains(lines.count { $0.hasPrefix("body: ") }))
    #expect(lines.contains("  row | 其余59项，共60项"))
  }

  @Test func tablesStandSideBySide() throws {
    var sample = sample(
      figures: "  x: {query: items, text: x}",
      blocks: """
            - beside:
                - query: items
                  where: {kind: a}
                  columns: [{heading: 甲, width: 3, text: "{n}/{n}"}]
                - query: items
                  where: {kind: b}
                  columns: [{heading: 乙, width: 2, text: {by: n, words: {"1": 一}, otherwise: "{n}"}}]
        """)
    sample.rows["items"] = [
      DocumentSample.item("a", "", "", "", 1), DocumentSample.item("a", "", "", "", 2),
      DocumentSample.item("b", "", "", "", 1),
    ]
    #expect(
      try sample.document().dropFirst(2) == [
        "table: 3, 1, 2", "  head | 甲 |  | 乙", "  row | 1/1 |  | 一", "  row | 2/2 |  | ",
      ])
  }

  @Test(arguments: [
    ("heading: 要求", "heeding: 要求", 16, "unknownKey"), ("{demands}", "{demand}", 16, "unknown"),
    ("by: day", "by: dey", 3, "unknown"), ("query: items", "query: itens", 3, "unknown"),
    ("{list}办结", "{lst}办结", 10, "unknown"),
    ("text: \"{number}\"", "text: \"{demands}\"", 3, "circle"),
    ("- section:", "- secton:", 16, "unknownKey"), ("title: 标题", "tytle: 标题", 13, "unknownKey"),
  ])
  func faultsNameTheirPlace(_ old: String, _ new: String, _ line: Int, _ kind: String) throws {
    var sample = demanded
    try #require(sample.yaml.contains(old))
    sample.yaml = sample.yaml.replacingOccurrences(of: old, with: new)
    let fault = try #require(try sample.fault())
    switch fault.problem {
    case .unknownKey: #expect(kind == "unknownKey")
    case .unknownReference: #expect(kind == "unknown")
    case .layout(.figureCircle(let names)): #expect(kind == "circle" && names == ["demands"])
    default: Issue.record("\(fault)")
    }
    #expect(fault.line == line)
  }
}
