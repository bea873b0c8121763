import Database
import DatabasePostgres
import Definitions
import Domain
import Editions
import Jobs
import Store

extension Chinese {
  func database(_ failure: DatabaseFailure) -> String {
    let detail = detail(failure)
    return switch failure.kind {
    case .unreachable where !failure.code.hasPrefix("SQLITE"): "数据库无法连接：\(detail)"
    case .unreachable, .commitUnknown:
      "数据库无法打开：\(detail)；请恢复备份，或用 jibao init 在新文件夹另建"
    case .busy: "数据库正被占用：\(detail)"
    case .damaged: "数据库已损坏：\(detail)；请恢复备份"
    case .unwritable where failure.isOfTemporaryFiles: detail
    case .unwritable: "数据库无法写入：\(detail)"
    case .statement, .constraint:
      "语句有误：\(detail)：\(ShownText.beginning(failure.statement))"
    }
  }

  func source(_ failure: SourceFailure) -> String {
    let (source, failure) = (failure.source, failure.failure)
    let detail = "\(source)：\(detail(failure, of: source))"
    return switch failure.kind {
    case .busy: "台账来源数据库正被占用：\(detail)"
    case .damaged: "台账来源数据库已损坏：\(detail)"
    case .unreachable, .unwritable, .commitUnknown, .statement, .constraint:
      "台账来源数据库无法读取：\(detail)"
    }
  }

  private func detail(_ failure: DatabaseFailure, of source: String = "") -> String {
    let words =
      switch failure.detail {
      case .said(let words): words.isEmpty ? "未说明原因" : "原文“\(words)”"
      case .noFile(let path): "\(path) 不存在"
      case .noLibrary: "未找到程序库，请安装 libpq5"
      case .unfit(""): "有的值不符合列的要求"
      case .unfit(let rule): "有的值不符合约束 \(rule)"
      case .notWhole: "不是整数"
      case .temporaryFull(let folder): "临时文件夹 \(folder) 已满：请清理，或用 TMPDIR 另指定"
      case .noValue(let parameter): "参数 \(parameter) 没有值"
      }
    return failure.code == source ? words : "\(words)（\(failure.code)）"
  }

  func store(_ failure: StoreFailure) -> String {
    switch failure {
    case .notAStore: "数据库不是本程序的或尚未建立；可用 jibao init 或 jibao migrate 建立"
    case .otherVersion(let version, let expected) where version > expected:
      "数据库版本为 \(version)，新于本程序（\(expected)）"
    case .otherVersion(let version, let expected):
      "数据库版本为 \(version)：请运行 jibao migrate 升级到 \(expected)"
    case .noData(let plan, let day, nil): "截至 \(day) 没有 \(plan) 的数据：尚无快照"
    case .noData(let plan, let day, let instant?):
      "截至 \(day)、数据时点 \(time(instant)) 没有 \(plan) 的数据：尚无快照"
    case .nothingKnown(let instant): "数据时点 \(time(instant)) 之前尚未保存任何快照"
    case .withdrawnContent(let snapshot):
      "台账内容与已撤回的\(name(snapshot))相同，未保存；请修改台账，或用 --accept-withdrawn \(snapshot.sequence) 确认仍要保存"
    case .inconsistent(let table): "数据库 \(table) 自相矛盾：请运行 jibao verify"
    }
  }

  func address(_ fault: PostgresAddress.Fault) -> String {
    switch fault {
    case .malformed: "数据库地址应为 postgres://host:5432/database 形式的地址"
    case .noDatabase: "数据库地址中没有数据库名"
    case .holdsPassword:
      "数据库地址中不得含口令；请写入 ~/.pgpass 或 store_passwords 所指文件"
    case .passwordFileUnreadable(let path, let code): "\(path)：\(system(code))"
    case .passwordFile(let path): "\(path)：口令文件须存在且仅属主可读（chmod 600）"
    }
  }

  func damage(_ damage: StoreDamage) -> String {
    switch damage {
    case .row(let table, let plan, let key, let position):
      "\(table) \(plan) \(key)（自 \(position)）：数据行与保存时不符"
    case .overlap(let table, let plan, let key): "\(table) \(plan) \(key)：两个版本重叠"
    case .content(let snapshot): "\(name(snapshot))：内容与保存时不符"
    case .chain(let snapshot): "\(name(snapshot))：链已断裂"
    case .entry(let sequence): "第 \(sequence) 号记录：链已断裂"
    case .file(let words): "数据库文件已损坏：\(words)"
    case .sequence(let sequence): "第 \(sequence) 号之后缺少记录"
    case .definition(let kind, let id): "\(definitionKind(kind)) \(id)：所存文本与保存时不符"
    case .places(let snapshot): "\(name(snapshot))：数据行的来源行号与保存时不符"
    case .rowCount(let snapshot, let register):
      "\(name(snapshot))：“\(Register(rawValue: register)?.heading ?? register)”的行数与保存时不符"
    case .edition(let plan, let period, let edition):
      "\(plan) \(period) 第 \(edition) 版：记录与登记时不符"
    case .notes(let table): "\(table)：登记的内容与登记时不符"
    case .days: "日历表与所存工作日历不符"
    case .unreadable(let table): "\(table)：有无法读取的行"
    case .setting(let name): "未知的设置“\(name)”"
    case .stranger(let ledger, let table): "\(table)：“\(ledger)”有不属于任何快照的行"
    }
  }

  func damage(_ damage: EditionDamage) -> String {
    let path = damage.path
    return switch damage.kind {
    case .noManifest: "\(path)：没有可读的清单"
    case .otherManifest: "\(path)：清单与记录不符"
    case .missing: "缺少 \(path)"
    case .altered: "\(path) 已被改动"
    case .unlisted: "\(path) 不在清单中"
    case .unnoted: "\(path)：数据库中没有该版次的记录"
    case .notKept(let kind, let id): "\(path)：数据库未保存所列的\(definitionKind(kind)) \(id)"
    case .otherSnapshot(let sequence, let day):
      "\(path)：数据库中没有所列 \(day) 的第 \(sequence) 号快照"
    case .otherChain: "\(path)：所列链节不在数据库的链中：快照被截去或重造"
    }
  }

  private func name(_ snapshot: Snapshot) -> String {
    "\(snapshot.effectiveOn) 第 \(snapshot.sequence) 号快照"
  }

  /// What a kind of definition is called; as it stands where the program has no such kind.
  func definitionKind(_ name: String) -> String {
    guard let kind = DefinitionFile.Kind(rawValue: name) else { return name }
    return switch kind {
    case .query: "查询"
    case .report: "报告"
    case .plan: "方案"
    case .rules: "评分规则"
    case .calendar: "工作日历"
    case .vocabulary: "词汇表"
    case .glossary: "列目录"
    case .mapping: "台账对应表"
    case .template: "文稿模板"
    }
  }
}
