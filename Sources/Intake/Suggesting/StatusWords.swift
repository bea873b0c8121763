import Domain
import Foundation

/// What the words of a status column mean, the standard ones and those that other offices write.
enum StatusWords {
  /// What a word is taken for, and whether that is sure.
  struct Meaning: Hashable {
    let code: String
    let isSure: Bool
  }

  /// The meaning of a cell that holds a status word alone.
  static func meaning(_ text: String) -> Meaning? {
    let key = Self.key(text)
    guard !key.isEmpty, key.count <= 24 else { return nil }
    if let code = codes[key] { return Meaning(code: code, isSure: true) }
    if let code = unsure[key] { return Meaning(code: code, isSure: false) }
    guard HeadingText.width(text) <= 12 else { return nil }
    for (code, parts) in inside where parts.contains(where: key.contains) {
      return Meaning(code: code, isSure: false)
    }
    // 完成主体 completes a part.
    if ["完成", "办结", "到位"].contains(where: key.hasSuffix) {
      return Meaning(code: "completed", isSure: false)
    }
    return ["完成", "办结", "到位"].contains(where: key.contains)
      ? Meaning(code: "in_progress", isSure: false) : nil
  }

  static func key(_ text: String) -> String {
    HeadingText.squashed(text.precomposedStringWithCompatibilityMapping.lowercased())
  }

  /// A word of a colour says how a task fares, not whether it is done.
  static func isColour(_ text: String) -> Bool { colours.contains(key(text)) }

  private static let colours: Set<String> = [
    "r", "a", "g", "b", "red", "amber", "green", "blue", "yellow", "grey", "gray", "orange", "红",
    "黄",
    "绿", "蓝", "红灯", "黄灯", "绿灯", "蓝灯", "红色", "黄色", "绿色", "蓝色",
  ]

  private static let codes = table([
    "not_started": [
      "未启动", "未开始", "未开展", "待办", "待启动", "待开始", "将进行", "未动工", "未开工", "notstarted", "notyetstarted",
      "todo", "planned", "notbegun", "notcommenced", "yettostart", "尚未启动", "尚未开展", "计划中", "未实施",
      "未推进", "new",
    ],
    "in_progress": [
      "推进中", "进行中", "正在推进", "达进度", "欠进度", "超进度", "在办", "办理中", "正在办理", "未完成", "整改中", "正在整改",
      "实施中", "正在实施", "落实中", "处理中", "跟进中", "基本完成", "部分完成", "未办结", "序时推进", "有序推进", "正在进行", "建设中",
      "inprogress", "started", "start", "wip", "active", "underway", "ontrack", "ongoing",
      "progressing",
      "partiallycomplete", "partiallycompleted", "partlycomplete", "partiallyimplemented",
      "partlyimplemented", "inprocess", "outstanding", "overdue", "delayed", "behind",
      "behindschedule",
      "incomplete", "notcomplete", "notcompleted", "notimplemented", "atrisk", "offtrack", "滞后",
      "逾期",
      "顺利推进", "按期推进", "正常推进", "开展中", "未整改到位", "未销号", "slipped", "partial", "partiallymet", "notmet",
      "minordelay",
      "majordelay", "slightdelay", "working", "doing", "assigned", "accepted risk", "undertaken",
    ],
    "completed": [
      "已完成", "完成", "已办结", "办结", "已落实", "落实到位", "整改到位", "已整改", "已整改到位", "完成整改", "全部完成", "已实施",
      "complete", "completed", "done", "closed", "resolved", "implemented", "finished",
      "fullyimplemented",
      "delivered", "achieved", "actioned", "fixed", "proposedcomplete", "discharged", "met", "已结束",
      "已解决", "整改完成",
      "completedclosed", "closedcompleted", "actionclosed", "actioncomplete", "actioncompleted",
      "completeclosed", "已开展",
      "已交付", "已上线", "已竣工", "已开工", "fullycomplete", "fullymet", "已建成",
    ],
    "accepted": [
      "已销号", "销号", "办结销号", "已验收", "验收通过", "已核销", "verified", "signedoff", "verifiedclosed",
      "closedverified",
      "confirmedimplemented", "approvedclosed", "verifiedcomplete", "完成销号",
    ],
    "suspended": [
      "暂停", "暂缓", "延期后再进行", "挂起", "中止", "onhold", "hold", "blocked", "paused", "suspended",
      "deferred",
      "parked", "stalled", "postponed", "搁置", "停滞", "awaiting",
    ],
    "cancelled": [
      "已取消", "取消", "终止", "撤销", "作废", "cancelled", "canceled", "rejected", "superseded", "withdrawn",
      "nolongerrequired", "nolongerapplicable", "notrequired", "notapplicable", "na", "abandoned",
      "已终止", "已撤销",
      "nolongerrelevant", "void", "dropped", "不适用", "duplicate", "notagreed", "removed",
      "terminated",
    ],
    "transferred": [
      "已转办", "转办", "移交", "已移交", "transferred", "referred", "reassigned", "movedtobau",
    ],
    "ongoing": [
      "长期坚持", "持续推进", "长期推进", "常态化推进", "长期", "持续开展", "常态化", "continuous", "bau", "businessasusual",
      "已完成长期坚持", "已完成并长期坚持", "长期任务", "recurring", "ongoingbau",
    ],
  ])

  /// Words whose meaning differs from office to office.
  private static let unsure = table([
    "in_progress": [
      "no", "n", "否", "×", "x", "open", "pending", "agreed", "proposed", "agreedaction", "accepted",
      "live", "approved", "current",
    ],
    "completed": ["yes", "y", "是", "√", "✓", "✔", "pass", "合格"],
    "not_started": ["identified", "draft"],
  ])

  /// What stands within a longer word, in the order in which it is looked for.
  private static let inside: [(String, [String])] = [
    ("ongoing", ["长期坚持", "常态化", "持续"]),
    ("completed", ["待销号", "待验收", "申请销号", "拟销号", "待核销"]),
    (
      "in_progress",
      ["未完成", "未办结", "部分", "基本", "partial", "partly", "notcomplete", "inprogress", "序时"]
    ),
    ("not_started", ["未开", "未启", "尚未", "notstart"]),
    ("accepted", ["销号", "verified"]),
    ("cancelled", ["取消", "cancel", "superseded", "nolonger"]),
    ("suspended", ["暂停", "暂缓", "hold", "defer"]),
    ("in_progress", ["推进", "进行", "正在", "ontrack", "progress", "滞后", "overdue", "delay", "办理中"]),
    ("completed", ["complete", "closed", "implemented", "resolved"]),
  ]

  private static func table(_ words: [String: [String]]) -> [String: String] {
    var codes: [String: String] = [:]
    for (code, words) in words {
      for word in words { codes[key(word)] = code }
    }
    return codes
  }
}
