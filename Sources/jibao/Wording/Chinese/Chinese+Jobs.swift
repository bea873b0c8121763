import Domain
import Jobs
import Scoring
import Store

extension Chinese {
  func job(_ failure: JobFailure) -> String {
    switch failure {
    case .unknownPlan(let id, let known): "没有方案“\(id)”；现有：\(list(known))"
    case .sourceQuery(let id):
      "“\(id)”读取业务数据库，由 jibao snapshot、jibao run、jibao check 运行"
    case .severalPlans(let known): "请用 --plan 指定方案：\(list(known))"
    case .filesGone(let paths):
      "\(list(paths)) 上次快照时还在，现已不存在；请恢复；如确已停用，请确认："
        + "jibao snapshot --accept-loss file:\(paths.first ?? "")"
    case .otherLedger(let ledger, let bound):
      "本工作区已绑定台账“\(bound)”，而 jibao.yaml 写的是“\(ledger)”，将另起历史；请改回 ledger: \(bound)，"
        + "确需更换请加 --adopt-ledger"
    case .noPlan: "既没有方案文件，也没有快照"
    case .unknownPeriod(let id, let known): "方案没有期别“\(id)”；现有：\(list(known))"
    case .noRules(let plan, let day):
      "\(plan) 在 \(day) 没有施行的评分规则：请添加 plans/\(plan)/rules/<日期>.yaml"
    case .unknownUnit(let name, let nearest):
      "找不到唯一匹配的单位“\(name)”；相近的有：\(list(nearest))"
    case .periodNotClosed(let period, let cutoff):
      "\(period) 到 \(cutoff) 才截止；可用 --as-of 指定更早日期"
    case .comparesMoments(let query):
      "\(query) 对比两个时点：请用 jibao diff --from <日期> --to <日期>"
    case .comparesNothing(let report):
      "\(report) 只反映一个日期：--compare-with 用于 delta 等变动报告"
    case .asksForNoComments(let report):
      "\(report) 不征求意见：--comments-by 用于通报等写有反馈日期的报表"
    case .nothingBefore(let day): "\(day) 之前没有截止日：请用 --compare-with 指定对比日期"
    case .notEarlier: "前一日期须早于后一日期；同一日期的，前一数据时点须早于后一数据时点"
    case .locked(let path): "另一任务正在运行（\(path)）"
    case .unmarkedOutput(let folder, let token):
      "\(folder) 没有本工作区的标记，而此前已生成版次：共享盘是否已挂载？未发布任何内容。确要使用该文件夹的：cp \(token) \(folder)/"
    case .foreignOutput(let folder):
      "\(folder) 带有其他工作区的标记；未发布任何内容。请在 jibao.yaml 的 output 另指定文件夹；确属本工作区的，请把 .jibao-ledger 复制到其中"
    case .unlockable(let path): "无法建立或持有 \(path)"
    case .checksFailed(let count, let check, let detail):
      "\(count) 项必过检查未通过，首项为“\(title(check))：\(detail)”；已生成草稿，详见“数据说明”"
    case .lacksLedger(let report, let days):
      "\(report) 仍为草稿：缺 \(list(days.map(\.description))) 的台账（未予接收）。请用 jibao snapshot --effective-on 补收；确无台账的，请用 jibao report --period … --without-ledger-of … --reason … 说明"
    case .nothingLacked(let day, let asOf):
      "截至 \(asOf) 的报表不缺 \(day) 的台账：当日或其后的台账已保存"
    case .misnamedExport(let path):
      "\(path) 未载入：文件夹名称不是有效日期（如 2023-09-25）"
    case .notAManifest(let path): "\(path) 不是版次清单 manifest.json"
    case .laterFigures(let number): "该版次的指标按第 \(number) 号口径计算，本程序不认识；请使用生成该版次的程序或更新的版本"
    case .otherSnapshot(let sequence, let day):
      "数据库中没有清单所列 \(day) 的第 \(sequence) 号快照：不是同一数据库或已被改动；请用 jibao verify --against 核对该清单"
    case .definitionNotKept(let kind, let id, let hash):
      "数据库未保存清单所列的\(definitionKind(kind)) \(id)（SHA-256 \(hash.prefix(16))……）"
    case .unknownEdition(let name, let known): "没有版次“\(name)”；现有：\(list(known))"
    case .notSentThen(let day, let first, let last):
      "该版次不可能于 \(day) 发出：其数据截止 \(first)，今天是 \(last)"
    case .otherWorkspace(let ledger, let since, let theirs, let folder, let own):
      "本数据库的台账“\(ledger)”已与另一工作区绑定（标记 \(theirs)，自 \(since)）；\(folder) \(own.map { "的标记为 \($0)" } ?? "没有标记")；如为两个单位，请在 jibao.yaml 中改用另一台账编号；如由本工作区接替，请加 --adopt-ledger 运行一次"
    case .notAToken(let path):
      "\(path) 不是工作区与台账的绑定文件：请恢复该文件，或将其删除后加 --adopt-ledger 运行一次"
    case .unknownSnapshot(let number, let known):
      "没有第 \(number) 号快照；现有：\(list(known.map(String.init)))"
    case .withdrawnBefore(let name): "\(name) 此前已经撤回"
    case .nothingRecordedAfter(let instant): "\(time(instant)) 之后没有任何记录"
    case .notTheSame(let count): "有 \(count) 个文件与清单不一致"
    }
  }

  /// The Chinese half of a title such as `新增任务 · New tasks`.
  private func title(_ title: String) -> String {
    let halves = title.split(separator: " · ").map(String.init)
    return halves.count == 2 ? halves[0] : title
  }

  func scoring(_ fault: ScoringFault) -> String {
    switch fault {
    case .emptyDenominator(let rule, let unit):
      "规则“\(rule)”：\(unit) 有一行分母为 0；只有 per_rate、rate_steps 可用"
    case .tooLarge(let rule, let unit): "规则“\(rule)”：\(unit) 的分数过大，无法精确计算"
    }
  }

  func usage(_ usage: Usage) -> String {
    switch usage {
    case .exclusive(let one, let other): "\(one) 与 \(other) 不能同时使用"
    case .needs(let one, let other): "\(one) 须与 \(other) 一起使用"
    case .notEmpty(let folder): "\(folder) 不是空文件夹：请另指定文件夹，已有内容不会被覆盖"
    case .issueNumber(let number): "--issue \(number) 不是期号，期号为 1 至 9999"
    case .reserved(let folder, let owner):
      "\(folder) 位于 \(owner) 之内，会被当作版次或导出台账：请另指定其他位置的文件夹"
    case .missing(let option): "缺少 \(option)"
    case .toCome(let day, let option, let today): "\(option)：\(day) 尚未到来；今天是 \(today)"
    case .notAnInstant(let text, let option):
      "\(option)：“\(text)”不是日期（如 2023-09-25），也不是时刻（如 2023-09-25T17:00 或 2023-09-25T09:00:00Z）"
    }
  }

  func initialise(_ refused: Initialise.Refused) -> String {
    switch refused {
    case .exists(let folder): "\(folder) 已是工作区"
    case .unknownExample(let name, let known): "没有示例“\(name)”；现有：\(list(known))"
    }
  }

  func notAWorkspace(folder: String) -> String {
    "\(folder) 不是工作区（没有 jibao.yaml）；可用 jibao init 新建，或用 --workspace 指定"
  }

  func incompleteInstallation(folder: String) -> String { "缺少 \(folder)：请重新安装" }

  func damaged(_ count: Int) -> String { "共 \(count) 处与原始记录不符" }

  func internalFault(_ error: String) -> String { "程序故障：\(error)" }
}
