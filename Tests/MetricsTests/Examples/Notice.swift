import Foundation
import TestSupport

/// What a public notice says, as a table in `Tests/Notices`: a line a task, fields parted by tabs.
struct Notice {
  /// 序号, 分类, 任务, 牵头领导, 牵头单位, 责任单位; then what else the table holds.
  struct Task {
    let fields: [String]

    var number: String { fields[0] }
    var section: String { fields[1] }
    var title: String { fields[2] }
    var leaders: String { fields[3] }
    var leadUnits: String { fields[4] }
    var others: String { fields[5] }
  }

  let tasks: [Task]

  init(_ id: String) throws {
    let text = try String(
      contentsOfFile: Repository.folder + "/Tests/Notices/\(id).tsv", encoding: .utf8)
    tasks = text.split(separator: "\n").map { line in
      Task(
        fields: line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init))
    }
  }

  /// A register of all units in some cells, named as written but for brackets behind the name, and
  /// of one collective with its members.
  static func units(
    in cells: [String], collective: (name: String, alias: String, members: [String])
  ) -> String {
    let listed = cells.flatMap { cell in
      cell.replacing(collective.alias, with: collective.name).split(separator: "、").map(String.init)
    }
    let names = (collective.members + listed.filter { $0 != collective.name })
      .map { $0.hasSuffix(")") ? String($0.prefix { $0 != "(" }) : $0 }
      .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let rows = names.enumerated().map { index, name in
      "u\(index + 1),\(name),,\(index + 1),,"
    }
    let members = collective.members.indices.map { "u\($0 + 1)" }.joined(separator: ";")
    return
      (["编号,名称,别名,排序,集体,成员"] + rows
      + ["g,\(collective.name),\(collective.alias),999,是,\(members)"]).joined(separator: "\n")
  }
}
