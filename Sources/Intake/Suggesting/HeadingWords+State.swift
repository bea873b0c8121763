extension HeadingWords {
  static let days: [Entry] = [
    .init(
      "starts_on",
      [
        "开始日期", "开始时间", "启动时间", "起始时间", "开工时间", "起始日期", "启动日期", "计划开始时间", "start", "startdate",
        "plannedstart", "startedon", "commencementdate", "计划开始日期", "实施时间", "startson",
        "datestarted",
        "commenced", "actualstart",
      ], parts: ["开始", "启动"]),
    .init(
      "starts_on",
      [
        "立项时间", "交办时间", "下达时间", "交办日期", "下达日期", "立项日期", "dateraised", "dateopened", "raisedon",
        "dateassigned",
        "openeddate", "opened", "dateidentified", "datelogged", "dateadded", "raised", "logged",
        "created",
        "createddate", "dateofmeeting", "meetingdate", "dateissued", "创建时间", "下发时间", "提出时间", "登记日期",
        "createdon", "dateagreed", "reportdate", "dateofreport", "dateentered",
      ], weight: 0.5),
    .init(
      "due_on",
      [
        "完成时限", "完成时间", "时间节点", "时限", "办结时限", "截止时间", "截止日期", "结束日期", "结束时间", "计划完成时间", "要求完成时间",
        "整改时限", "目标日期", "时间要求", "完成期限", "完成时间节点", "计划完成日期", "办理时限", "整改期限", "要求时限", "限办时间", "期限",
        "办结期限", "销号时限", "计划结束时间", "计划完成时限", "年度完成时限", "要求办结时间", "完成时限要求", "整改完成时限", "截止", "竣工时间",
        "计划竣工时间", "交付时间", "due", "duedate", "targetdate", "deadline", "bywhen", "end", "enddate",
        "targetcompletion",
        "targetcompletiondate", "plannedcompletion", "plannedcompletiondate", "implementationdate",
        "agreeddate", "originalduedate", "originaltargetdate", "agreedimplementationdate", "when",
        "timescale", "timescales", "timeframe", "completeby", "completionduedate", "finish",
        "finishdate", "plannedend", "plannedenddate", "plannedfinish", "requireddate", "dateduefor",
        "duedateforcompletion",
        "targetimplementationdate", "targetenddate", "duebydate", "dueby", "resolutiondate",
        "agreeddeadline",
        "originaldeadline", "originaldate", "datedue", "originalimplementationdate",
        "agreedduedate", "timeline",
        "actiondue", "actiondate", "actionduedate", "completiontargetdate",
        "originaltargetcompletiondate",
      ], parts: ["时限", "完成时间", "期限", "截止", "完成日期", "计划完成", "计划结束"]),
    .init("due_on", ["时间安排", "进度安排", "时间", "实施期限", "办理期限"], weight: 0.65),
    .init(
      "due_on",
      ["date", "日期", "时间", "completiondate", "completion", "目标节点", "预计完成日期", "节点"],
      weight: 0.45),
    .init(
      "expected_on",
      [
        "预计完成日期", "预计完成时间", "预计结束时间", "预计办结时间", "预计时间", "预计完成时限", "forecast", "forecastdate",
        "reviseddate",
        "expectedcompletion", "expectedcompletiondate", "revisedduedate", "revisedtargetdate",
        "expecteddate", "forecastcompletion", "revisedimplementationdate", "newduedate", "调整后时限",
        "预计竣工时间", "reviseddeadline", "estimatedcompletion", "estimatedcompletiondate", "eta",
        "revisedcompletiondate",
        "anticipatedcompletion", "anticipatedcompletiondate", "projectedcompletion",
        "currentduedate", "expectedfinish",
        "latestduedate", "revisedenddate", "revisedcompletion",
      ], parts: ["预计完成", "预计结束", "预计办结"], weight: 0.98),
    .init(
      "completed_on",
      [
        "完成日期", "实际完成时间", "实际结束时间", "办结日期", "办结时间", "实际完成日期", "实际办结时间", "完成实际时间", "实际竣工时间",
        "dateclosed",
        "datecompleted", "closeddate", "completeddate", "actualcompletion", "actualcompletiondate",
        "actualend", "closedon", "completedon", "dateofcompletion", "dateresolved", "actualfinish",
        "closuredate", "resolveddate", "actualdate", "actualenddate", "dateimplemented",
        "implementedon", "datedone",
        "datecomplete", "dateofclosure", "actualimplementationdate", "completed", "closed", "办结日",
      ], parts: ["实际完成", "实际结束", "实际办结"]),
    .init(
      "completed_on", ["completiondate", "完成时间", "complete", "done"], weight: 0.5),
    .init(
      "accepted_on",
      [
        "销号日期", "销号时间", "验收时间", "验收日期", "dateverified", "verifieddate", "verifiedon",
        "dateapproved", "signedoffdate",
        "signoffdate", "核销时间",
      ], parts: ["销号时间", "验收时间"]),
  ]

  static let state: [Entry] = [
    .init(
      "status",
      [
        "状态", "完成状态", "进度状态", "办理状态", "是否完成", "当前状态", "工作状态", "任务状态", "整改状态", "办结状态", "完成与否",
        "是否办结", "销号状态", "进展状态", "目前状态", "status", "state", "currentstatus", "actionstatus",
        "taskstatus", "openclosed",
        "progressstatus", "implementationstatus", "statusopenclosed", "overallstatus",
        "recommendationstatus", "是否销号",
        "completionstatus", "issuestatus", "riskstatus", "closedopen", "completeyn", "completed",
        "complete",
        "是否整改到位", "是否落实", "openorclosed", "done", "statusofaction", "managementstatus",
      ], parts: ["状态", "是否完成"]),
    .init(
      "status",
      [
        "完成情况", "进展情况", "落实情况", "推进情况", "办理情况", "整改情况", "进度", "目前进展", "进展", "progress", "实施情况",
        "工作进展", "rag", "ragstatus", "brag", "bragstatus", "ragrating", "办理结果", "执行情况", "完成进度",
      ], parts: ["完成情况", "进展情况", "落实情况"], weight: 0.75),
    .init(
      "progress",
      [
        "进度", "完成率", "完成比例", "完成百分比", "工作进度", "完成进度", "当前进度", "进度%", "完成率%", "%", "%complete",
        "complete%",
        "percentcomplete", "percentagecomplete", "progress", "progress%", "%progress",
        "completion%", "%done",
        "整改率", "办结率", "形象进度", "完成度", "percentagecompletion", "percentdone", "complete",
        "completion",
        "总体进度", "目前进度", "任务进度", "进度比例", "%completion", "percent",
      ], parts: ["完成率", "完成比例", "进度", "百分比"], weight: 0.9),
    .init("progress", ["完成情况", "进展情况", "工作进展", "进展", "完成状态", "执行情况"], weight: 0.82),
    .init(
      "outlook", ["完成预期", "能否按期完成", "是否能按期完成", "confidence"], weight: 0.8),
    .init(
      "key_task", ["重难点", "是否重点", "重点任务标识", "是否重点任务", "是否难点", "keytask"], weight: 0.9),
  ]

  static let texts: [Entry] = [
    .init(
      "progress_note",
      [
        "进展情况", "目前进展", "推进情况", "落实情况", "工作进展", "进展", "最新进展", "办理情况", "整改情况", "完成情况", "工作进展情况",
        "任务进展情况", "推进落实情况", "当前进展", "目前进展情况", "工作推进情况", "主要进展", "本周进展", "进度情况", "整改进展", "整改落实情况",
        "工作完成情况", "任务完成情况", "完成进展", "实施情况", "执行情况", "阶段性成效", "工作成效", "取得成效", "进展及成效",
        "progressupdate", "update", "updates", "latestupdate", "statusupdate", "progress",
        "outcome",
        "currentposition", "managementupdate", "followup", "progressnotes", "latestposition",
        "statuscomments",
        "progresscomments", "progresstodate", "actiontaken", "actionstaken", "position",
        "updatecomments",
        "commentary", "latestprogress", "currentprogress", "statusnotes", "progressreport",
        "response", "resolution",
        "updateprogress", "progressagainstaction", "progressandcomments", "latestcomments", "办理结果",
        "工作情况",
      ], parts: ["进展", "落实情况", "推进情况", "完成情况", "办理情况", "整改情况"], weight: 0.9),
    .init(
      "delay_reason",
      [
        "滞后原因", "未完成原因", "存在的困难", "存在问题及原因", "原因分析", "未按期完成原因", "存在困难", "未办结原因", "reasonfordelay",
        "reasonsfordelay", "delayreason", "逾期原因", "barriers", "reasonforslippage", "存在的问题",
      ], parts: ["滞后原因", "未完成原因", "逾期原因"], weight: 0.9),
    .init(
      "next_step",
      [
        "下一步措施", "下一步工作", "下步打算", "下一步计划", "下步措施", "下一步打算", "下步工作计划", "下步工作", "下一步工作计划", "nextstep",
        "nextsteps", "nextaction", "nextactions", "plannedactions", "下一步工作打算", "下步计划", "下周计划",
      ], parts: ["下一步", "下步"], weight: 0.9),
    .init(
      "needs_coordination",
      ["需协调事项", "需协调解决的问题", "需协调解决事项", "需要协调的问题", "escalation", "supportneeded", "存在的困难和问题"],
      parts: ["协调"], weight: 0.8),
    .init("evidence", ["佐证材料", "证明材料", "evidence", "link", "links", "支撑材料"], weight: 0.8),
    .init("change_basis", ["变更依据", "调整依据"]),
    .init(
      "note",
      [
        "备注", "remarks", "remark", "comments", "comment", "notes", "note", "说明", "备注说明",
        "additionalcomments",
      ],
      parts: ["备注"], weight: 0.8),
    .init(
      "milestones",
      [
        "阶段目标", "目标节点", "目标节点或完成时限", "节点安排", "序时进度安排", "阶段性目标", "时间节点安排", "工作节点", "推进计划", "进度计划",
        "进度安排",
        "时间安排", "时间节点", "milestones", "阶段任务", "工作标准", "节点目标", "季度目标", "推进步骤", "阶段任务及时限",
      ], parts: ["节点", "阶段目标"], weight: 0.7),
    .init(
      "targets",
      [
        "年度目标", "目标值", "指标", "量化指标", "target", "targets", "kpi", "年度目标任务", "年度任务", "目标任务数", "任务数",
        "计划数",
        "年度计划", "任务量", "targetvalue", "指标值",
      ], parts: ["目标值", "任务数"], weight: 0.7),
  ]
}
