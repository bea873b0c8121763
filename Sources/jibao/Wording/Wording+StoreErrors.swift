import Database
import DatabasePostgres
import Jobs
import Store

/// What is said when a database, the store's or the ledger's, cannot do what it should.
extension Wording {
  static func database(_ failure: DatabaseFailure) -> String {
    let detail = "\(failure.message) (\(failure.code))"
    return switch failure.kind {
    case .unreachable where !failure.code.hasPrefix("SQLITE"):
      say("the store cannot be reached: \(detail)", "数据库无法连接:\(detail)")
    case .unreachable, .commitUnknown:
      say(
        "the store cannot be opened: \(detail); restore a backup, or begin anew with 'jibao init' in another folder",
        "数据库无法打开:\(detail);请恢复备份,或用 jibao init 在新目录另建")
    case .busy: say("the store is in use: \(detail)", "数据库正被占用:\(detail)")
    case .damaged:
      say("the store is damaged: \(detail); restore a backup", "数据库已损坏:\(detail);请恢复备份")
    case .unwritable: say("the store cannot be written: \(detail)", "数据库无法写入:\(detail)")
    case .statement, .constraint:
      say("fault in a statement: \(detail)", "语句有误:\(detail)") + " "
        + failure.statement.split { $0.isWhitespace }.prefix(40).joined(separator: " ")
    }
  }

  static func source(_ failure: SourceFailure) -> String {
    let (source, failure) = (failure.source, failure.failure)
    let code = failure.code == source ? "" : " (\(failure.code))"
    let detail = "\(source): \(failure.message)\(code)"
    return switch failure.kind {
    case .busy: say("the source is in use: \(detail)", "台账来源数据库正被占用:\(detail)")
    case .damaged: say("the source is damaged: \(detail)", "台账来源数据库已损坏:\(detail)")
    default: say("the source cannot be read: \(detail)", "台账来源数据库无法读取:\(detail)")
    }
  }

  static func store(_ failure: StoreFailure) -> String {
    switch failure {
    case .notAStore:
      say(
        "the store is not one of jibao's, or not made yet; make it with 'jibao init' or 'jibao migrate'",
        "数据库不是本程序的或尚未建立;可用 jibao init 或 jibao migrate 建立")
    case .otherVersion(let version, let expected):
      version > expected
        ? say(
          "the store is of version \(version), newer than this program (\(expected))",
          "数据库版本 \(version) 新于本程序(\(expected))")
        : say(
          "the store is of version \(version): run 'jibao migrate' to bring it to \(expected)",
          "数据库版本为 \(version):请运行 jibao migrate 升级到 \(expected)")
    case .noData(let plan, let day, nil):
      say("no data of \(plan) as of \(day): no snapshot shows it", "截至 \(day) 没有 \(plan) 的数据:尚无快照")
    case .noData(let plan, let day, let instant?):
      say(
        "no data of \(plan) as of \(day), known at \(instant): no snapshot shows it",
        "截至 \(day)、认知时点 \(instant) 没有 \(plan) 的数据:尚无快照")
    case .inconsistent(let table):
      say(
        "the store contradicts itself in \(table): run 'jibao verify'",
        "数据库 \(table) 自相矛盾:请运行 jibao verify")
    }
  }

  static func address(_ fault: PostgresAddress.Fault) -> String {
    switch fault {
    case .malformed:
      say(
        "not an address such as postgres://host:5432/database",
        "数据库地址应为 postgres://host:5432/database 形式的地址")
    case .noDatabase:
      say("the database's address names no database", "数据库地址中没有数据库名")
    case .holdsPassword:
      say(
        "the database's address holds a password; put it into ~/.pgpass or the file of store_passwords",
        "数据库地址中不得含口令;请写入 ~/.pgpass 或 store_passwords 所指文件")
    case .passwordFile(let path):
      say(
        "\(path): passwords must be in a file that only its owner can read (chmod 600)",
        "\(path):口令文件须存在且仅属主可读(chmod 600)")
    }
  }
}
