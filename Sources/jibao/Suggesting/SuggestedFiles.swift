import Definitions
import Domain
import Foundation
import Intake

/// What a workspace of a workbook begins with beside `mapping.yaml`.
enum SuggestedFiles {
  static let units = "单位名录.csv"

  /// The list of units: every spelling of the workbook, likely doubles together.
  static func unitsText(_ suggestion: WorkbookSuggestion) -> String {
    let columns = ["unit", "name", "aliases", "kind", "group", "order", "is_group", "members"]
    let headings = columns.compactMap { Register.units.column(named: $0)?.heading }
    var rows = [headings + ["出现次数", "首次出现", "疑似同一单位"]]
    for (index, unit) in suggestion.units.enumerated() {
      rows.append([
        unit.id, unit.name, "", "", unit.group ?? "", "\(index + 1)", unit.isCollective ? "是" : "",
        unit.members.joined(separator: ";"), "\(unit.count)", unit.place.within, unit.double ?? "",
      ])
    }
    return "\u{FEFF}" + rows.map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func field(_ text: String) -> String {
    let needsQuotes =
      text.contains { ",\"\n\r".contains($0) } || text.hasPrefix(" ") || text.hasSuffix(" ")
    return needsQuotes ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }

  /// The words of the status column, and what each is taken for.
  static func vocabularyText(_ suggestion: WorkbookSuggestion) -> String {
    var file = SuggestedFile()
    file.comment(Wording.vocabularyHead(suggestion.file))
    let known = suggestion.words.filter { TaskStatus(rawValue: $0.code) != nil }
    file.add(known.isEmpty ? "status: {}" : "status:")
    for word in known {
      let line =
        "  \"\(word.word.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\": \(word.code)"
      let seen = Wording.word(word)
      file.add(
        word.isStandard ? "\(line)   # \(seen)" : line, because: word.isStandard ? nil : seen)
    }
    return file.text
  }

  /// The plan, with what stands above the table.
  static func planText(_ suggestion: WorkbookSuggestion) -> String {
    let plan = suggestion.plan
    var file = SuggestedFile()
    file.comment(Wording.planHead)
    file.add(
      "title: \(SuggestedFile.scalar(plan.title))",
      because: Wording.planTitle(plan, suggestion.file))
    file.add("subject: \(SuggestedFile.scalar(subject(plan.title)))")
    file.add(
      "office: \(SuggestedFile.scalar(plan.office ?? Wording.say("(office)", "（填报单位）")))",
      because: plan.office == nil ? Wording.noOffice : Wording.officeFound)
    file.add(
      "years: [\(plan.years.map { "\($0)" }.joined(separator: ", "))]",
      because: Wording.planYears(plan))
    if plan.hasPartialNumbers { file.add("numbers: partial", because: Wording.partialNumbers) }
    file.add("lead_policy: named")
    file.add("schedule: nominal")
    file.add("submissions: none")
    return file.text
  }

  /// A title as it stands in file names: without year, kind of list, and what no file name holds.
  private static func subject(_ title: String) -> String {
    var text = title.replacing(/(?:19|20)\d\d年(?:度)?/, with: "")
    text = text.replacing(/(?:任务)?(?:台账|清单|一览表|情况表|进度表|任务表|分解表|表)$/, with: "")
    text = String(text.filter { !"/\\:*?\"<>|\n\r\t".contains($0) }.prefix(30))
    text = text.trimmingCharacters(in: .whitespaces)
    return text.isEmpty ? Wording.say("tasks", "重点任务") : text
  }
}
