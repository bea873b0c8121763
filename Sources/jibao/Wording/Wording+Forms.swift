import Domain
import Intake
import Jobs
import Store

/// What is said of forms that are given out and come back.
extension Wording {
  static var forms: (abstract: String, discussion: String) {
    (
      say("Write a form for each unit that owes one.", "为每个应报单位生成填报表。"),
      say(
        """
        A workbook for each unit, in out/<plan>/<period>-forms/<edition>/: what the ledger has, with
        coloured cells that the unit fills in. The same ledger makes no new edition.

        Examples:
          jibao forms --period 2023-Q3
        """,
        """
        每个单位一个工作簿，放在 out/<方案>/<期别>-forms/<次>/：预填台账现有内容，有底色的格由单位填写。
        台账没有变化的，不另发一次。

        示例：
          jibao forms --period 2023-Q3
        """)
    )
  }

  static var collect: (abstract: String, discussion: String) {
    (
      say("Read the forms that came back, and have the ledger take what they say.", "收取填报表，并入台账。"),
      say(
        """
        Shows what would change, who is missing and what is wrong; stores nothing without --accept.
        Forms that are wrong are refused whole (exit 3) and written again with marks into 退回/, to be
        sent back. With --accept the good ones are written into the office's own ledger, whose files of
        before are kept beside it, and a snapshot is stored.

        Examples:
          jibao collect
          jibao collect returns --accept
          jibao collect returns --accept --conflicts forms
        """,
        """
        列出将变动的内容、未报单位和有误的填报表；不加 --accept 不入库。有误的填报表整份不收（退出码 3），
        另存一份标明问题的工作簿到“退回”文件夹。加 --accept 后，合格的写入本单位台账（原文件保留在旁），并保存快照。

        示例：
          jibao collect
          jibao collect returns --accept
          jibao collect returns --accept --conflicts forms
        """)
    )
  }

  static var returns: (abstract: String, discussion: String) {
    (
      say(
        "List the forms that came back: each value with its file, cell and instant.",
        "列出收取的填报表：每个值的文件、单元格和时刻。"),
      say(
        """
        Examples:
          jibao history returns --period 2023-Q3
        """,
        """
        示例：
          jibao history returns --period 2023-Q3
        """)
    )
  }

  static var collectFolderArgument: String {
    say("Where the forms lie (default: returns/ of the workspace).", "填报表所在文件夹（默认为工作区的 returns/）。")
  }
  static var acceptFlag: String {
    say("Write into the ledger and store a snapshot.", "写入台账并保存快照。")
  }
  static var conflictsOption: String {
    say(
      "Whose word counts where the ledger was changed since the forms went out: ledger or forms.",
      "发表后台账又有改动、与填报表不一致的，以谁为准：ledger（台账）或 forms（填报表）。")
  }

  static func lines(for refused: FormsRefused, in language: Language) -> [String] {
    let words = language.sentences
    return refused.forms.flatMap { form in
      form.faults.flatMap { fault -> [String] in
        let sentence = words.returned(fault)
        let within = fault.place.within.isEmpty ? "" : ":\(fault.place.within)"
        let cure = sentence.cure.isEmpty ? [] : ["  → \(sentence.cure)"]
        return [
          "jibao: \(words.error)\(words.colon)\(fault.place.file)\(within)\(words.colon)\(sentence.what)"
        ] + cure
      }
    } + [message(words.refused(forms: refused.forms.count), in: language)]
  }

  /// What came back, what would change, who is missing.
  static func outcome(_ outcome: CollectOutcome, accepted: Bool) -> String {
    var lines = [
      say(
        "\(outcome.plan) \(outcome.period): \(outcome.collected.count) forms read, \(outcome.refused.count) refused, \(outcome.missing.count) missing",
        "\(outcome.plan) \(outcome.period)：读取 \(outcome.collected.count) 份，未予接收 \(outcome.refused.count) 份，未报 \(outcome.missing.count) 个单位"
      )
    ]
    for form in outcome.collected {
      let late =
        form.daysLate > 0 ? say(", \(form.daysLate) days late", "，迟报 \(form.daysLate) 天") : ""
      lines.append(
        say(
          "\(form.unitName) (\(form.file)): \(form.changes.count) values\(late)",
          "\(form.unitName)（\(form.file)）：变动 \(form.changes.count) 处\(late)"))
      for value in form.changes { lines.append("  " + line(value)) }
      for value in form.objections { lines.append(say("  objection: ", "  异议：") + line(value)) }
    }
    for conflict in outcome.conflicts {
      let ledger = conflict.ledger.map { "“\($0)”" } ?? say("no such row", "已无此行")
      lines.append(
        say("conflict: ", "两边不一致：") + line(conflict.value) + say("; the ledger says ", "；台账现为")
          + ledger
          + say(": decide by --conflicts ledger or forms", "，请以 --conflicts ledger 或 forms 决定"))
    }
    if !outcome.missing.isEmpty {
      lines.append(
        say("missing: ", "未报：") + outcome.missing.joined(separator: say(", ", "、")))
    }
    if outcome.notWritten > 0 {
      lines.append(
        say(
          "\(outcome.notWritten) values have no cell of the ledger to go to",
          "\(outcome.notWritten) 处无法写入台账")
          + (outcome.notWrittenFile.map { say(": see \($0)", "，见 \($0)") } ?? ""))
    }
    if let snapshot = outcome.snapshot {
      lines.append(Wording.outcome(snapshot))
    } else if !accepted, outcome.collected.contains(where: { !$0.changes.isEmpty }) {
      lines.append(say("Nothing was stored: add --accept to take this.", "以上未入库；确认无误请加 --accept。"))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(_ value: FormValue) -> String {
    let key = value.key.split(separator: "|").dropFirst().joined(separator: " ")
    return
      "\(key) \(value.heading)：\(value.old.isEmpty ? "—" : value.old) → \(value.new.isEmpty ? "—" : value.new)（\(value.place.within)）"
  }

  static func returns(_ forms: [ReturnedForm]) -> String {
    forms.flatMap { form in
      [
        "\(form.number)  \(form.unit)  \(form.file)  \(time(form.returnedAt))  \(form.plan) \(form.period) \(form.edition)"
      ]
        + form.values.map {
          "    \($0.key) \($0.column)：\($0.earlier ?? "—") → \($0.later ?? "—")（\($0.cell)）"
        }
    }.joined(separator: "\n") + (forms.isEmpty ? "" : "\n")
  }
}
