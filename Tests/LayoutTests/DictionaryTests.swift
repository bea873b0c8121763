import Definitions
import Domain
import Foundation
import Pages
import TestSupport
import Testing

@testable import Layout

/// The data dictionary beside the CSV files.
@Suite struct DictionaryTests {
  private let query = """
    -- 清单 · What is on the list
    --
    -- One row each. `gap` is progress minus schedule,
    -- in millionths. What is due counts.
    --
    -- grain:   one row per task
    -- key:     task
    -- params:  -
    -- columns: task text
    -- order:   task
    SELECT t.task FROM task AS t
    """

  private func dictionary(
    _ encoding: CSVEncoding = .utf8, catalogue: String? = nil
  ) throws -> Data {
    var context = Sample.context
    context.catalogue = try ColumnCatalogue(
      [catalogue].compactMap(\.self).map {
        DefinitionFile(kind: .glossary, id: ColumnCatalogue.id, path: "columns.yaml", text: $0)
      })
    context.queries = [
      try QueryDefinition(
        DefinitionFile(kind: .query, id: "list", path: "list.sql", text: query))
    ]
    var options = ReportOptions()
    options.csvEncoding = encoding
    return try withFolder { folder in
      let files = try Sample.write(into: folder, context: context, options: options)
      #expect(files.contains { $0.rows == ["dictionary": 21] })
      return FileManager.default.contents(atPath: folder + "/csv/数据字典.csv") ?? Data()
    }
  }

  @Test func oneRowForEachColumn() throws {
    #expect(
      String(decoding: try dictionary(), as: UTF8.self) == """
        \u{FEFF}文件,列序,表头,列名,主键,格式,计量单位,取值,含义,查询\r
        清单.csv,1,任务,task,是,文本,,,清单 · What is on the list,list\r
        清单.csv,2,灯,light,,灯（文字）,,,清单 · What is on the list,list\r
        清单.csv,3,时限,due_on,,日期,年-月-日,,清单 · What is on the list,list\r
        清单.csv,4,进度,progress,,百分数,%,,清单 · What is on the list,list\r
        清单.csv,5,序时差,gap,,百分点,百分点,,"gap is progress minus schedule, in millionths.",list\r
        清单.csv,6,督办,own_columns.督办,,文本,,,台账自有列,list\r
        清单.csv,7,科室,own_columns.科室,,文本,,,台账自有列,list\r
        清单.csv,8,到期,due,,整数,,,清单 · What is on the list,list\r
        清单.csv,9,办结,done,,整数,,,清单 · What is on the list,list\r
        清单.csv,10,办结率,done/due,,百分数,%,,办结 ÷ 到期,list\r
        清单.csv,11,重点,key,,是否,,,清单 · What is on the list,list\r
        清单.csv,12,无数值原因,reason,,文本,,,比率等数字为空的原因，各列以“；”分开,list\r
        清单.csv,13,报告期,period,,文本,,,报表的期别编号；任意日期的报表为空,list\r
        清单.csv,14,数据截止日,as_of,,日期,年-月-日,,报表的数据截止日,list\r
        单位.csv,1,单位,unit,是,文本,,,单位,units\r
        单位.csv,2,到期,due,,整数,,,单位,units\r
        单位.csv,3,办结,done,,整数,,,单位,units\r
        单位.csv,4,办结率,done/due,,百分数,%,,办结 ÷ 到期,units\r
        单位.csv,5,无数值原因,reason,,文本,,,比率等数字为空的原因，各列以“；”分开,units\r
        单位.csv,6,报告期,period,,文本,,,报表的期别编号；任意日期的报表为空,units\r
        单位.csv,7,数据截止日,as_of,,日期,年-月-日,,报表的数据截止日,units\r

        """)
  }

  /// Above what the query says of the column, or in its title; ratios speak of headings.
  @Test func theCatalogueGoesBeforeTheHeader() throws {
    let catalogue = "due: 到期事项\nlist.due: 清单的到期\ngap: 进度减序时进度\ndone/due: 无此列\n"
    let rows = String(decoding: try dictionary(catalogue: catalogue), as: UTF8.self)
      .split(separator: "\r\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let meanings = rows.dropFirst().map { "\($0[9]).\($0[3]) \($0[8])" }
    #expect(meanings.contains("list.due 清单的到期"))
    #expect(meanings.contains("units.due 到期事项"))
    #expect(meanings.contains("list.gap 进度减序时进度"))
    #expect(meanings.contains("list.done/due 办结 ÷ 到期"))
    #expect(meanings.contains("list.light 清单 · What is on the list"))
    #expect(meanings.contains("units.done 单位"))
  }

  /// Every column of every file, in the order of the file.
  @Test func itsHeadingsAreThoseOfTheFiles() throws {
    try withFolder { folder in
      _ = try Sample.write(into: folder)
      let rows = try #require(try readTable(folder + "/csv/数据字典.csv")).rows
      for name in ["清单.csv", "单位.csv"] {
        let headings = try #require(try readTable("\(folder)/csv/\(name)")).headings
        #expect(rows.filter { $0[0] == name }.map { $0[2] } == headings)
      }
    }
  }

  @Test func itFollowsTheEncodingOfTheFiles() throws {
    let bytes = try dictionary(.gb18030)
    #expect(
      bytes.starts(with: [0xCE, 0xC4, 0xBC, 0xFE, 0x2C]), "文件, in GB18030 and without a mark")
  }

  @Test func wordsAreListed() throws {
    let yaml = Sample.yaml.replacing(
      "{column: task, heading: 任务}",
      with: "{column: task, heading: 任务, words: {b: 乙, a: 甲, \"\": 无}}")
    try withFolder { folder in
      _ = try ReportLayout(report: Sample.report(yaml), context: Sample.context)
        .write(into: folder) {
          ResultStream(ResultTable(columns: Sample.columns[$0] ?? [], rows: []))
        }
      #expect(text(folder + "/csv/数据字典.csv").contains(",（空）＝无；a＝甲；b＝乙,"))
    }
  }
}
