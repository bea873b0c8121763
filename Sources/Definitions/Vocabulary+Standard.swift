import Domain

extension Vocabulary {
  /// The Chinese words of each code; the first is the one that reports show.
  /// Sources: the seeds' notices and the ledgers and bulletins named in `domain.md`.
  static func standardWords(for kind: WordKind) -> [(code: String, words: [String])] {
    switch kind {
    case .status: statuses
    case .role: roles
    case .flag: [("1", ["是", "√", "yes", "true"]), ("0", ["否", "no", "false"])]
    case .outlook: [("assured", ["能确保"]), ("difficult", ["有困难"])]
    case .reasonKind: [("subjective", ["主观", "主观原因"]), ("objective", ["客观", "客观原因"])]
    case .targetKind:
      [
        ("cumulative", ["累计"]), ("level", ["水平"]), ("growth", ["增长"]), ("zero", ["清零"]),
        ("deadline", ["时限"]),
      ]
    case .targetNature:
      [
        ("binding", ["确保"]), ("aspirational", ["力争"]), ("converted", ["折算"]),
        ("structural", ["结构性"]),
      ]
    case .comparison:
      [
        (">=", ["≥", "不低于", "以上"]), ("<=", ["≤", "不超过", "以内"]), ("=", ["=", "＝"]),
      ]
    }
  }

  private static let statuses: [(code: String, words: [String])] = [
    ("not_started", ["未启动", "未开始", "尚未启动"]),
    (
      "in_progress",
      [
        "推进中", "进行中", "正在推进", "序时推进", "有序推进", "达进度", "欠进度", "超进度", "达序时进度", "达到序时进度",
        "未达序时进度", "正在办理", "办理中",
      ]
    ),
    ("completed", ["已完成", "完成", "待验收", "已办结", "办结", "全部完成", "已全部完成"]),
    ("accepted", ["已销号", "销号", "办结销号", "完成销号", "已办结销号", "已完成并销号"]),
    ("suspended", ["暂停", "已暂停", "暂缓", "延期后再进行"]),
    ("cancelled", ["已取消", "取消"]),
    ("transferred", ["已转办", "转办"]),
    ("ongoing", ["长期坚持", "持续推进", "常态化推进"]),
  ]

  private static let roles: [(code: String, words: [String])] = [
    ("lead", ["牵头", "牵头单位"]), ("collect", ["汇总", "汇总单位"]),
    ("responsible", ["责任", "责任单位"]), ("support", ["配合", "配合单位"]),
  ]
}
