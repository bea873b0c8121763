extension HeadingWords {
  /// The surest come first only for the reader: weights decide.
  static let entries: [Entry] = identity + people + days + state + texts

  private static let identity: [Entry] = [
    .init(
      "number",
      [
        "序号", "编号", "项号", "号", "事项编号", "任务序号", "工作序号", "项次", "次序", "问题编号", "问题序号", "no", "sno",
        "sn", "srno", "#", "id", "ref", "refno", "reference", "referenceno", "referencenumber",
        "refnumber", "actionref", "actionno", "actionid", "actionnumber", "actionreference",
        "item", "itemno", "itemnumber", "itemref", "number", "num", "index", "riskid", "riskno",
        "riskref", "issueid", "issueno", "issueref", "findingno", "findingref", "findingid",
        "recommendationno", "recno", "recref", "recommendationref", "recommendationnumber",
        "taskid", "taskno", "taskref", "logno", "lineno", "serialno", "decisionid", "auditref",
        "raidid", "raidref", "uniqueid", "uid", "actionitem#", "task#", "no#", "ser", "milestoneno",
        "工单号", "条目", "号码", "顺序号", "问题号", "清单序号",
      ], parts: ["序号"]),
    .init(
      "task_id",
      [
        "任务编号", "系统内编号", "系统编号", "督办编号", "立项编号", "任务编码", "任务代码", "督查编号", "唯一编号", "任务号", "事项编码",
        "issuekey", "systemid", "guid",
      ], parts: ["编码"], weight: 0.95),
    .init("parent", ["上级任务", "父任务", "所属任务", "parent", "parenttask", "parentid"], weight: 0.8),
    .init(
      "title",
      [
        "任务", "工作任务", "重点工作", "任务内容", "主要任务", "具体措施", "目标任务", "工作内容", "工作事项", "事项", "任务名称",
        "目标名称", "督查事项", "督办事项", "议定事项", "重点任务", "工作目标", "整改任务", "整改事项", "事项内容", "重点工作任务", "重点事项",
        "任务事项", "工作任务内容", "主要工作任务", "年度重点工作", "工作要点", "具体任务", "任务清单", "改革任务", "具体事项",
        "事项名称", "决策事项", "交办事项", "批示事项", "督查内容", "督办内容", "工作举措", "主要工作", "重点工作内容", "工作名称",
        "action", "actions", "task", "tasks", "taskdescription", "taskname", "actiondecision",
        "actiondescription", "actionrequired", "actionsrequired", "agreedaction", "agreedactions",
        "agreedmanagementaction", "managementaction", "managementactions", "actionitem",
        "actionitems", "actiontobetaken", "actiontaskdescription", "deliverable", "todo",
        "actionpoint", "requiredaction", "proposedaction", "actiondetail", "actiondetails",
        "detailsofaction", "improvementaction", "plannedaction",
      ], parts: ["任务", "事项", "重点工作", "工作内容"]),
    .init(
      "title",
      [
        "recommendation", "recommendations", "description", "itemdescription", "summary", "title",
        "activity",
        "activities", "measure", "objective", "工作", "内容", "任务描述", "项目名称", "支撑项目", "目标内容",
        "措施", "整改措施", "主要措施", "工作措施", "主要内容", "建设内容", "问题", "存在问题", "问题描述", "发现问题", "问题清单",
        "建议", "要求", "工作要求", "环节", "名称", "milestone",
        "riskdescription", "decision", "decisiondescription", "subject", "details", "detail",
        "议题", "指标名称", "目标", "work", "topic", "what", "activitydescription", "任务目标", "建议内容",
        "提案名称", "案由", "项目", "项目内容", "项目进度", "具体内容", "事由", "诉求", "event", "step", "steps",
        "deliverables",
        "rectification", "issueandaction", "itemtask",
      ], parts: ["内容", "措施", "项目名称"], weight: 0.8),
    .init(
      "title",
      [
        "finding", "findings", "issue", "issuedescription", "observation", "auditfinding",
        "weakness",
      ],
      weight: 0.7),
    .init(
      "section",
      [
        "分类", "类别", "工作类别", "领域", "板块", "任务类别", "任务分类", "项目类别", "重点领域", "目标类别", "事项类别", "方面",
        "类型", "工作分类", "所属项目", "所属领域", "一级任务", "一级指标", "专项", "章节", "工作板块", "任务领域", "大类", "工程名称",
        "category", "taskcategory", "actioncategory", "workstream", "theme", "area", "workarea",
        "programme", "program",
        "projectarea", "section", "group", "phase", "priorityarea", "strand", "audit", "audittitle",
        "auditname", "auditarea", "reporttitle", "auditreport", "report", "reportname", "topicarea",
        "project", "projectname", "objectivearea", "domain", "stage", "function", "subjectarea",
      ], parts: ["类别", "分类", "领域", "板块"], weight: 0.8),
    .init("section", ["项目", "type", "来源", "任务来源", "阶段", "source", "location"], weight: 0.5),
  ]

  private static let people: [Entry] = [
    .init(
      "leaders",
      [
        "牵头领导", "责任领导", "分管领导", "包抓领导", "市领导", "县领导", "区领导", "包联领导", "联系领导", "挂点领导", "牵头市领导",
        "牵头县领导", "分管副市长", "分管副县长", "包保领导", "督办领导", "分管市领导", "分管县领导", "挂钩领导", "主管领导", "带队领导", "交办领导",
        "sponsor", "executivelead", "leadmember", "cabinetmember", "portfolioholder", "sro",
        "seniorresponsibleofficer", "executiveowner", "executivesponsor", "accountableofficer",
        "leaddirector", "leadofficerexecutive", "director", "strategiclead", "portfoliolead",
      ], parts: ["领导", "副市长", "副县长"], weight: 0.95),
    .init(
      "lead_units",
      [
        "牵头单位", "牵头部门", "主办单位", "承办单位", "承办部门", "主办部门", "主责单位", "主责部门", "第一责任单位", "牵头责任单位",
        "牵头科室", "承办科室", "牵头处室", "主办科室", "牵头部门单位", "交办单位", "主体单位",
        "leaddepartment", "leadunit", "leadservice", "leadteam", "leadorganisation",
        "leadorganization", "leadagency", "leadpartner", "owningdepartment",
      ], parts: ["牵头", "承办", "主办", "主责"]),
    .init(
      "lead_units",
      [
        "责任主体", "单位", "部门", "科室", "department", "service", "directorate", "division", "team",
        "unit", "servicearea", "dept", "organisation", "organization", "agency", "实施主体", "所属单位",
        "所属部门", "单位名称", "部门名称", "owner", "owners", "actionowner", "taskowner", "riskowner",
        "issueowner", "lead", "responsibility", "responsible", "assignedto", "assignee",
        "responsibleparty", "responsibleperson", "responsibleofficer", "leadofficer", "actionby",
        "who", "bywhom", "actionlead", "accountable", "ownedby", "owneddepartment",
        "personresponsible",
        "officerresponsible", "officer", "responsiblemanager", "manager", "managerresponsible",
        "recommendationowner",
        "allocatedto", "resource", "whoisresponsible", "decisionowner", "raisedto", "actionee",
        "implementationlead", "leadperson", "responsibleowner", "leadresponsible", "findingowner",
        "managementowner",
      ], weight: 0.7),
    .init("collect_units", ["汇总单位", "统计单位", "汇总部门"]),
    .init(
      "responsible_units",
      [
        "责任单位", "责任部门", "落实单位", "实施单位", "具体责任单位", "整改单位", "整改责任单位", "责任科室", "责任处室", "落实部门",
        "实施部门", "完成单位", "责任股室", "涉及单位", "项目单位", "建设单位", "responsibledepartment", "responsibleunit",
        "responsibleservice", "责任单位及责任人", "责任分工",
      ], parts: ["责任单位", "责任部门", "落实单位"], weight: 0.95),
    .init(
      "support_units",
      [
        "配合单位", "协办单位", "协同单位", "参与单位", "配合部门", "协助单位", "协办部门", "参加单位", "协作单位", "supporting",
        "supportunits", "supportedby", "support", "contributors", "supportteam", "partners",
        "partneragencies", "supportofficers", "consulted", "otherpartners", "supportingofficers",
      ], parts: ["配合", "协办", "协同"]),
    .init(
      "owner",
      [
        "责任人", "负责人", "具体责任人", "联系人", "经办人", "项目负责人", "主要负责人", "直接责任人", "承办人", "具体负责人", "责任人员",
        "contact", "contactperson", "contactofficer", "承办人员", "跟进人", "执行人", "主要责任人", "落实人", "处理人",
      ], parts: ["责任人", "负责人", "承办人"], weight: 0.9),
    .init(
      "owner",
      [
        "owner", "owners", "actionowner", "taskowner", "riskowner", "issueowner", "assignedto",
        "assignee",
        "responsibleperson", "responsibleofficer", "leadofficer", "who", "bywhom",
        "personresponsible",
        "officerresponsible", "officer", "responsiblemanager", "manager", "lead", "actionlead",
        "actionby",
        "responsibility", "responsible",
      ], weight: 0.6),
    .init(
      "phone", ["联系电话", "电话", "手机", "手机号", "联系方式", "phone", "tel", "telephone", "contactnumber"],
      parts: ["电话"]),
  ]
}
