import Domain

/// What `jibao doctor` says.
extension Wording {
  static var doctor: (abstract: String, discussion: String) {
    (
      say("Look whether the next report can be made.", "体检：查看下一期报表能否按时生成。"),
      say(
        """
        Looks at configuration, owner, store, clock, source, calendars, deadlines, output, disk,
        libraries and the last run; each finding names its cure. Writes nothing. The code is that of
        the weightiest finding, 0 where nothing is wrong.

        Examples:
          jibao doctor --workspace /srv/jibao/office
          jibao doctor --json
        """,
        """
        逐项查看配置、属主、数据库、时钟、台账、工作日安排、截止日、输出文件夹、磁盘、程序库和最近一次运行，
        每项问题附处理办法；不写入任何内容。退出码取最重的一项，无异常为 0。

        示例：
          jibao doctor --workspace /srv/jibao/office
          jibao doctor --json
        """)
    )
  }

  static func doctorName(_ subject: DoctorFinding.Subject) -> String {
    switch subject {
    case .configuration: say("configuration", "配置")
    case .owner: say("owner", "属主")
    case .store: say("store", "数据库")
    case .clock: say("clock", "时钟")
    case .source: say("ledger", "台账")
    case .folders: say("folders", "文件夹")
    case .calendar: say("working days", "工作日安排")
    case .deadline: say("deadline", "截止日")
    case .output: say("output", "输出文件夹")
    case .disk: say("disk", "磁盘")
    case .memory: say("shared memory", "共享内存")
    case .libraries: say("libraries", "程序库")
    case .runs: say("runs", "定时运行")
    case .notify: say("notify", "通知命令")
    }
  }

  static func doctorOwner(_ path: String) -> String {
    say("this user owns \(path)", "当前用户是 \(path) 的属主")
  }

  static func doctorStore(newest: Day?) -> String {
    newest.map { say("readable, the newest ledger is of \($0)", "可读，最近的台账为 \($0)") }
      ?? say("readable, no ledger yet", "可读，尚无台账")
  }

  static func doctorDeadline(_ plan: String, _ period: Period) -> String {
    say(
      "\(plan) \(period.id) is cut off on \(period.cutoff)",
      "\(plan) \(period.name)（\(period.id)）数据截止 \(period.cutoff)")
  }

  static func doctorStandsOn(_ ledger: Day) -> String {
    say("; the newest ledger is of \(ledger)", "；最近的台账为 \(ledger)")
  }

  static var doctorNoLedger: String {
    say("no ledger is stored yet: put it where 'source' says", "尚无台账入库：请放到 source 所写的位置")
  }

  static func doctorLacking(_ name: String) -> String {
    say("\(name) has no edition though its cut-off has passed", "\(name) 已过截止日，尚无正式稿")
  }

  static var doctorLackingCure: String {
    say(
      "jibao run makes it; what keeps it from that stands under the other findings",
      "由 jibao run 生成；未能生成的原因见其他各项")
  }

  static func doctorRefused(_ day: Day, _ reason: String) -> String {
    say("the ledger of \(day) stands refused: \(reason)", "\(day) 的台账未入库：\(reason)")
  }

  static func doctorRefusedCure(_ day: Day) -> String {
    say(
      "mend it, then jibao run; of a past day: jibao snapshot --effective-on \(day), or jibao report --period … --without-ledger-of \(day) --reason …",
      "改正后运行 jibao run；已过的日期用 jibao snapshot --effective-on \(day) 补收，或用 jibao report --period … --without-ledger-of \(day) --reason … 说明确无台账"
    )
  }

  static func doctorSource(_ name: String, age: Int?) -> String {
    age.map {
      say("\(name), changed \($0) days ago", "\(name)，\($0)天前更新")
    } ?? name
  }

  static var doctorOldSourceCure: String {
    say(
      "is it still the file that the office keeps? A report on an old ledger says so on its front",
      "是否仍是正在使用的台账？依据陈旧台账的报表会在首页注明")
  }

  static func doctorCalendars(_ last: Int?) -> String {
    last.map { say("known up to \($0)", "已有至 \($0) 年") } ?? say("none", "无")
  }

  static func doctorCalendarCure(_ year: Int) -> String {
    say(
      "put the State Council's list for \(year) into calendars/\(year).csv, as Calendars/README.md says",
      "请将国务院办公厅公布的 \(year) 年放假安排写入 calendars/\(year).csv，格式见 Calendars/README.md")
  }

  static func doctorRoom(_ path: String, _ megabytes: Int) -> String {
    say("\(megabytes) MB free at \(path)", "\(path) 可用空间 \(megabytes) MB")
  }

  static var doctorRoomCure: String {
    say("make room: reports need 200 MB", "请清理磁盘：至少需要 200 MB")
  }

  static var doctorNoMemory: String {
    say("/dev/shm cannot be written", "/dev/shm 不可写")
  }

  static var doctorNoMemoryCure: String {
    say("temporary files then go to the disk: slower, else the same", "临时文件将写在磁盘上：较慢，结果不变")
  }

  static var doctorOldExpatCure: String {
    say(
      "update libexpat: below 2.4.1 it does not bound entities", "请升级 libexpat：低于 2.4.1 的版本不限制实体展开")
  }

  static var doctorNeverRun: String { say("never", "从未运行") }

  static var doctorNeverRunCure: String {
    say(
      "does the timer run? systemctl list-timers 'jibao*', or /etc/cron.d/jibao",
      "定时任务是否启用？请查看 systemctl list-timers 'jibao*' 或 /etc/cron.d/jibao")
  }

  static func doctorLastRun(_ time: String) -> String {
    say("last run: \(time)", "最近一次：\(time)")
  }

  static func doctorStanding(_ text: String, since: String) -> String {
    say("since \(since): \(text)", "自 \(since) 起：\(text)")
  }

  static func doctorNoCommand(_ name: String) -> String {
    say("\(name) is not there or cannot be run", "\(name) 不存在或不可执行")
  }

  static var doctorNoCommandCure: String {
    say(
      "put 'notify:' of jibao.yaml right, or chmod +x the file",
      "请改正 jibao.yaml 的 notify，或为该文件加可执行权限")
  }
}
