import Jobs
import Rendering
import Store

/// What `verify` says.
extension Wording {
  static func verified(_ result: VerifyJob.Outcome) -> String {
    let kept =
      result.manifests > 0
      ? say(
        " Held against \(result.manifests) kept \(result.manifests == 1 ? "manifest" : "manifests").",
        "已与 \(result.manifests) 份留存清单核对。") : ""
    return say(
      """
      Verified: \(result.store.snapshots) snapshots, \(result.store.rows) row versions, \
      \(result.store.definitions) definitions, \(result.editions) editions. Nothing was altered.\
      \(kept)
      """,
      """
      已核验:快照 \(result.store.snapshots) 个、行版本 \(result.store.rows) 条、\
      口径 \(result.store.definitions) 项、版次 \(result.editions) 个,均未被改动。\
      \(kept)
      """)
  }

  static func damage(_ damage: StoreDamage) -> String {
    switch damage {
    case .row(let table, let plan, let key, let position):
      say(
        "\(table) \(plan) \(key), from \(position): the row is not what was stored",
        "\(table) \(plan) \(key)(自 \(position)):数据行与保存时不符")
    case .overlap(let table, let plan, let key):
      say("\(table) \(plan) \(key): two versions overlap", "\(table) \(plan) \(key):两个版本重叠")
    case .content(let snapshot):
      say(
        "snapshot \(snapshot.sequence) of \(snapshot.effectiveOn): its rows are not those stored",
        "\(snapshot.effectiveOn) 第 \(snapshot.sequence) 号快照:内容与保存时不符")
    case .chain(let snapshot):
      say(
        "snapshot \(snapshot.sequence) of \(snapshot.effectiveOn): the chain is broken",
        "\(snapshot.effectiveOn) 第 \(snapshot.sequence) 号快照:链已断裂")
    case .sequence(let sequence):
      say("a snapshot is missing after no. \(sequence)", "第 \(sequence) 号之后缺少快照")
    case .definition(let kind, let id):
      say("\(kind) \(id): the text kept is not what was stored", "\(kind) \(id):所存文本与保存时不符")
    default: notesDamage(damage)
    }
  }

  private static func notesDamage(_ damage: StoreDamage) -> String {
    switch damage {
    case .places(let snapshot):
      say(
        "snapshot \(snapshot.sequence) of \(snapshot.effectiveOn): lines of its rows are not those stored",
        "\(snapshot.effectiveOn) 第 \(snapshot.sequence) 号快照:数据行的来源行号与保存时不符")
    case .rowCount(let snapshot, let register):
      say(
        "snapshot \(snapshot.sequence) of \(snapshot.effectiveOn): \(register) has another number of rows",
        "\(snapshot.effectiveOn) 第 \(snapshot.sequence) 号快照:\(register) 的行数与保存时不符")
    case .edition(let plan, let period, let edition):
      say(
        "edition \(edition) of \(plan) \(period): its record is not what was noted",
        "\(plan) \(period) 第 \(edition) 版:记录与登记时不符")
    case .days:
      say("days: not those of the calendars kept", "日历表与所存工作日历不符")
    case .unreadable(let table):
      say("\(table): rows that cannot be read", "\(table):有无法读取的行")
    case .setting(let name): say("setting '\(name)' is unknown", "未知的设置“\(name)”")
    case .stranger(let ledger, let table):
      say(
        "\(table): rows of '\(ledger)' that belong to no snapshot",
        "\(table):“\(ledger)”有不属于任何快照的行")
    default: "\(damage)"
    }
  }

  static func damage(_ damage: EditionDamage) -> String {
    switch damage.kind {
    case .noManifest:
      say("\(damage.path): no manifest that can be read", "\(damage.path):没有可读的清单")
    case .otherManifest:
      say("\(damage.path): the manifest is not the one noted", "\(damage.path):清单与记录不符")
    case .missing: say("\(damage.path) is missing", "缺少 \(damage.path)")
    case .altered: say("\(damage.path) was altered", "\(damage.path) 已被改动")
    case .unlisted: say("\(damage.path) is not in the manifest", "\(damage.path) 不在清单中")
    case .unnoted:
      say("\(damage.path): the store does not know this edition", "\(damage.path):数据库中没有该版次的记录")
    case .notKept(let kind, let id):
      say(
        "\(damage.path): the store has not kept \(kind) \(id)",
        "\(damage.path):数据库未保存所列的 \(kind) \(id)")
    case .otherSnapshot(let sequence, let day):
      say(
        "\(damage.path): the store does not have its snapshot \(sequence) of \(day)",
        "\(damage.path):数据库中没有所列 \(day) 的第 \(sequence) 号快照")
    case .otherChain:
      say(
        "\(damage.path): its link is not in the store's chain: snapshots were cut off or made anew",
        "\(damage.path):所列链节不在数据库的链中:快照被截去或重造")
    }
  }
}
