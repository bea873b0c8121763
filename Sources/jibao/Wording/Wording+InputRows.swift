import Domain

extension InputWording {
  /// Keys, and what refers to them.
  func reference(_ problem: InputProblem) -> (what: String, cure: String)? {
    switch problem {
    case .duplicateKey(let others):
      say(
        (
          "\(quoted) is also on line \(lines(others))",
          "\(quoted)与第 \(lines(others)) 行重复"
        ), ("keep one row, or correct the number", "请只保留一行,或更正编号"))
    case .taskKeyMissing:
      say(
        ("the task has neither 序号 nor 任务编号", "任务既无序号也无任务编号"),
        ("fill in one of the two", "请至少填写其一"))
    case .unknownTask(let near):
      say(
        ("there is no task \(quoted)", "没有任务\(quoted)"),
        (
          nearest(near).english + "write the 序号 or 任务编号 of a task of the ledger",
          nearest(near).chinese + "请填写台账中任务的序号或任务编号"
        ))
    case .ambiguousTask(let names):
      say(
        ("\(quoted) can mean several tasks: \(list(names))", "\(quoted)对应多项任务:\(list(names))"),
        ("fill in 方案, or use the 任务编号", "请填写方案,或使用任务编号"))
    case .referenceCircle(let way):
      say(
        (
          "\(heading) runs in a circle: \(way.joined(separator: " → "))",
          "“\(heading)”形成循环:\(way.joined(separator: " → "))"
        ), ("take one of the references out", "请去掉其中一处引用"))
    case .unknownTarget(let near):
      say(
        ("there is no target \(quoted)", "没有指标\(quoted)"),
        (
          nearest(near).english + "write the 编号 of a target of the plan",
          nearest(near).chinese + "请填写本方案指标的编号"
        ))
    default: plan(problem)
    }
  }

  private func plan(_ problem: InputProblem) -> (what: String, cure: String)? {
    switch problem {
    case .unknownPlan(let near, let known):
      say(
        ("there is no plan \(quoted)", "没有方案\(quoted)"),
        (
          nearest(near.map { [$0] } ?? []).english
            + "known plans: \(list(known)); a new one needs plans/<id>/plan.yaml",
          nearest(near.map { [$0] } ?? []).chinese
            + "已有方案:\(list(known));新方案需要 plans/<编号>/plan.yaml"
        ))
    case .planNotInLedger(let known):
      say(
        (
          "the task register has no task of the plan \(quoted)",
          "任务台账中没有方案\(quoted)的任务"
        ),
        ("plans of the ledger: \(list(known))", "台账中的方案:\(list(known))"))
    case .planNeeded(let known):
      say(
        ("the row does not say which plan it belongs to", "本行未注明所属方案"),
        ("fill in 方案: \(list(known))", "请填写方案:\(list(known))"))
    default: nil
    }
  }

  /// Units and their names.
  func unit(_ problem: InputProblem) -> (what: String, cure: String)? {
    switch problem {
    case .unknownUnit(let near):
      say(
        ("\(quoted) is not in the register of units", "\(quoted)不在单位名录中"),
        (
          nearest(near).english + "use a registered name, or add this one as an alias",
          nearest(near).chinese + "请使用名录中的名称,或将其加为别名"
        ))
    case .unitNotInForce(let from, let to, let successor, _):
      say(
        (
          "\(quoted) exists \(span(from, to)) only, not on the ledger's day",
          "\(quoted)仅在\(span(from, to))存续,台账当日不存在"
        ),
        (
          successor.map { "its successor is \($0)" } ?? "name the unit of today, or mend its days",
          successor.map { "其继任单位是\($0)" } ?? "请填写现单位,或更正名录中的起止日期"
        ))
    case .unitRepeated:
      say(
        ("\(quoted) is listed twice in the cell", "单元格中\(quoted)重复"),
        ("it counts once; delete the other", "只计一次;请删除重复项"))
    case .unitsJoined(let names):
      say(
        ("\(quoted) was read as \(list(names))", "\(quoted)按\(list(names))读取"),
        ("part the names with 、", "请用、分隔各单位"))
    case .collectiveWithoutMembers:
      say(
        ("the members of \(quoted) are not known", "集体\(quoted)的成员未知"),
        ("list their ids under 成员 in the register of units", "请在单位名录“成员”列填写成员编号"))
    default: register(problem)
    }
  }

  private func span(_ from: Day?, _ to: Day?) -> String {
    switch (from, to, language) {
    case (let from?, let to?, .english): "from \(from) to \(to)"
    case (let from?, nil, .english): "from \(from) on"
    case (nil, let to?, .english): "until \(to)"
    case (nil, nil, .english): "at no time"
    case (let from?, let to?, .chinese): "\(from)至\(to)"
    case (let from?, nil, .chinese): "\(from)起"
    case (nil, let to?, .chinese): "\(to)前"
    case (nil, nil, .chinese): "其他时间"
    }
  }

  private func register(_ problem: InputProblem) -> (what: String, cure: String)? {
    switch problem {
    case .nameTaken(let units, let others):
      say(
        (
          "\(quoted) is also the name of \(list(units)) (line \(lines(others)))",
          "\(quoted)同时是 \(list(units)) 的名称(第 \(lines(others)) 行)"
        ),
        (
          "a name means one unit at a time: change one, or its days 起 and 止",
          "同一时期一个名称只能对应一个单位:请改名,或填写起止日期"
        ))
    case .unknownMember(let near):
      say(
        ("the member \(quoted) is not in the register", "成员\(quoted)不在单位名录中"),
        (
          nearest(near).english + "list the ids of units, parted by ;",
          nearest(near).chinese + "请填写单位编号,以 ; 分隔"
        ))
    case .unknownSuccessor(let near):
      say(
        ("the successor \(quoted) is not in the register", "继任单位\(quoted)不在单位名录中"),
        (nearest(near).english + "write the id of a unit", nearest(near).chinese + "请填写单位编号"))
    case .noLeadUnit:
      say(
        ("the task has no lead unit", "任务没有牵头单位"),
        ("it is listed under no unit unless the plan says who leads", "除非方案另有规定,不计入任何单位"))
    case .noLeadUnits(let tasks):
      say(
        ("none of the \(tasks) tasks has a lead unit", "\(tasks) 项任务均无牵头单位"),
        ("set lead_policy in plan.yaml, or fill in 牵头单位", "请在 plan.yaml 设置 lead_policy,或填写牵头单位"))
    default: nil
    }
  }

  /// What the cells of a row say of each other.
  func row(_ problem: InputProblem) -> (what: String, cure: String)? {
    let check = (english: "correct the one that is wrong", chinese: "请更正有误的一处")
    return switch problem {
    case .dayBefore(let other, let day):
      say(
        (
          "\(heading) \(quoted) lies before \(other) \(day)",
          "“\(heading)”\(quoted)早于“\(other)”\(day)"
        ), check)
    case .dayInFuture(let day):
      say(
        (
          "\(heading) \(quoted) lies after the ledger's day \(day)",
          "“\(heading)”\(quoted)晚于台账日期 \(day)"
        ),
        (
          "it counts from that day on; a day only expected belongs under 预计完成日期",
          "自该日起方计入;预计的日期请填入“预计完成日期”"
        ))
    case .titleTwice(let others):
      say(
        ("the title is also on line \(lines(others))", "任务名称与第 \(lines(others)) 行相同"),
        ("if it is the same task, keep one row", "如为同一任务,请只保留一行"))
    default: completion(problem)
    }
  }

  private func completion(_ problem: InputProblem) -> (what: String, cure: String)? {
    switch problem {
    case .completionDayMissing:
      say(
        ("completed, but 完成日期 is empty", "已完成,但“完成日期”为空"),
        ("fill in 完成日期", "请填写完成日期"))
    case .completionDayUnexpected(let status, _):
      say(
        (
          "has a 完成日期, but its status is \(status?.rawValue ?? "empty")",
          "有完成日期,但状态为 \(status?.rawValue ?? "空")"
        ), ("correct the status, or delete the date", "请更正状态,或删除该日期"))
    case .acceptanceDayMissing:
      say(
        ("struck off (已销号), but 销号日期 is empty", "已销号,但“销号日期”为空"),
        ("fill in 销号日期", "请填写销号日期"))
    case .acceptanceWithoutCompletion:
      say(
        ("struck off without a 完成日期", "有销号日期而无完成日期"),
        ("fill in 完成日期, or delete 销号日期", "请填写完成日期,或删除销号日期"))
    case .progressFullNotCompleted:
      say(
        ("progress is 100 %, but the task is not completed", "进度为 100%,但任务未完成"),
        ("set the status 已完成 and its 完成日期, if it is", "如已完成,请更新状态和完成日期"))
    case .completedBelowFull:
      say(
        ("completed, but progress is \(quoted)", "已完成,但进度为\(quoted)"),
        ("set progress to 100%, or the status back", "请将进度改为 100%,或更正状态"))
    default: nil
    }
  }
}
