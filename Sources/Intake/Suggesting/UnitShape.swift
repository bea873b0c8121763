import Domain
import Foundation

/// Whether a text looks like the name of a unit or of a person, and which group a unit belongs to.
enum UnitShape {
  private static let endings: [String] = [
    "局", "委", "办", "厅", "部", "院", "处", "科", "股", "室", "县", "区", "镇", "乡", "街道", "政府", "委员会", "中心",
    "公司",
    "集团", "银行", "学校", "大学", "学院", "医院", "所", "站", "队", "支队", "大队", "总队", "管委会", "指挥部", "领导小组", "联社",
    "协会",
    "法院", "检察院", "工会", "妇联", "团委", "残联", "科协", "文联", "工商联", "红十字会", "供销社", "党校", "报社", "电视台", "园区",
    "开发区",
    "高新区", "示范区", "景区", "市", "旗", "分行", "支行", "专班", "组", "村", "社区", "办公室", "单位", "部门", "党委", "纪委",
    "市直各单位", "直属机构", "总社", "纪检组", "人大", "政协", "海关", "税务局", "气象局",
  ]
  private static let latin: [String] = [
    "department", "dept", "service", "services", "team", "council", "directorate", "division",
    "finance", "hr", "ict", "it", "legal", "housing", "planning", "unit", "office", "board",
    "committee",
    "group", "audit", "procurement", "estates", "communications", "governance", "health",
    "education",
  ]

  /// Whether every part of a cell looks like a unit, a role word taken away.
  static func isList(_ text: String) -> Bool {
    let parts = parts(text)
    guard !parts.isEmpty else { return false }
    return parts.count { isUnit($0) } * 2 > parts.count
  }

  static func isUnit(_ text: String) -> Bool {
    let name = withoutBrackets(text)
    guard name.count >= 2, name.count <= 30 else { return false }
    if name.unicodeScalars.contains(where: { $0.value >= 0x2E80 }) {
      return name.unicodeScalars.allSatisfy(isOfName) && endings.contains(where: name.hasSuffix)
    }
    let words = name.lowercased().split { !$0.isLetter }.map(String.init)
    return words.count <= 6 && words.contains(where: latin.contains)
  }

  /// Two to four characters, or two or three capitalised words, or initials.
  static func isPeople(_ text: String) -> Bool {
    let parts = parts(text)
    guard !parts.isEmpty, parts.count <= 12 else { return false }
    return parts.allSatisfy { part in
      part.wholeMatch(of: hanName) != nil && !isUnit(part)
        || part.wholeMatch(of: latinName) != nil
    }
  }

  private static func isOfName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isIdeographic || "“”".unicodeScalars.contains(scalar)
      || scalar.isASCII && Character(scalar).isLetter || ("0"..."9").contains(scalar)
  }

  nonisolated(unsafe) private static let hanName = /[\p{Han}]{2,4}|[\p{Han}]某+/
  nonisolated(unsafe) private static let latinName =
    /[A-Z][a-z'’\-]+( [A-Z][A-Za-z'’\-]*){1,3}|[A-Z]{2,3}/
  /// （县财政局配合） names a unit of its own.
  nonisolated(unsafe) private static let roleInBrackets =
    /[（(]([^（）()]*(?:配合|牵头|负责|协办|主办)[^（）()]*)[）)]/

  /// The parts of a cell, and what roles they have in it left out.
  static func parts(_ text: String) -> [String] {
    Steps.add(text.utf8.count + 1)
    var text = text
    if text.contains(where: { $0 == ":" || $0 == "：" }) {
      for word in ["牵头单位", "责任单位", "配合单位", "协办单位", "主办单位", "承办单位"] {
        text = text.replacing(word + ":", with: "\n").replacing(word + "：", with: "\n")
      }
    }
    if text.contains(where: { $0 == "(" || $0 == "（" }) {
      text = text.replacing(roleInBrackets) { "\n\($0.output.1)\n" }
    }
    return text.split { "、，,;；\n\r\t/+&。:：".contains($0) }
      .map { part in
        var part = part.trimmingCharacters(in: .whitespaces)
        for role in ["牵头", "配合", "负责", "主办", "协办"] where part.count > role.count + 1 {
          if part.hasSuffix(role) { part = String(part.dropLast(role.count)) }
        }
        return part.trimmingCharacters(in: .whitespaces)
      }
      .filter { !$0.isEmpty && !roles.contains($0) }
  }

  /// A role alone names no unit.
  private static let roles: Set<String> = [
    "牵头", "配合", "负责", "主办", "协办", "承办", "牵头单位", "责任单位", "配合单位", "协办单位", "主办单位", "承办单位", "牵头负责",
    "责任", "主责",
  ]

  static func withoutBrackets(_ text: String) -> String {
    var (result, depth) = ("", 0)
    for character in text {
      if "(（[【〔".contains(character) { depth += 1 }
      if depth == 0 { result.append(character) }
      if ")）]】〕".contains(character) { depth = max(0, depth - 1) }
    }
    return result.trimmingCharacters(in: .whitespaces)
  }

  /// 各县（区）政府, 市直各部门: one name for several units.
  static func isCollective(_ name: String) -> Bool {
    name.hasPrefix("各") || name.contains("各有关") || name.contains("各相关") || name.hasPrefix("相关")
      || name.hasPrefix("有关") || name.contains("各部门") || name.contains("各单位")
      || name.contains("各成员")
      || ["all", "allservices", "alldirectorates", "allstaff", "everyone"]
        .contains(HeadingText.squashed(name.lowercased()))
  }

  nonisolated(unsafe) private static let groups: [(String, Regex<Substring>)] = [
    ("园区", /(?:开发区|高新区|示范区|园区|产业园|新区|经开区|度假区|管委会|景区)/),
    ("驻地单位", /^(?:驻|中国|中央|国家|省)|(?:海关|税务局|气象局|调查队|烟草|供电|电力公司|人民银行|人行|消防救援|邮政|电信|移动公司|联通)/),
    ("乡镇街道", /(?:镇|乡|街道|街道办|街道办事处)(?:人民政府|政府|党委)?$/),
    ("企业", /(?:公司|集团|银行|分行|支行|联社)$/),
    ("县区", /(?:县|区|旗)(?:委|人民政府|政府|委区政府|委县政府|党委政府)?$|^..市(?:人民政府|政府)$/),
  ]
  nonisolated(unsafe) private static let department =
    /(?:局|委|办|厅|部|院|处|科|股|室|委员会|中心|联|会|队|所|站|社|台|校|专班|办公室)$/
  nonisolated(unsafe) private static let guest =
    /海关|税务局|气象局|调查队|烟草|供电|电力公司|人民银行|人行|消防救援|邮政|电信|移动公司|联通/

  /// The ranking group that a name suggests.
  /// - Parameter own: What the office's own departments are called.
  static func group(_ name: String, own: String) -> String? {
    let bare = withoutBrackets(name)
    guard bare.unicodeScalars.contains(where: { $0.value >= 0x2E80 }) else { return nil }
    // 省财政厅 in a city's ledger is a guest, in a province's its own.
    if bare.first == own.first, bare.count > 2, bare.contains(department), !bare.contains(guest) {
      return own
    }
    return groups.first { bare.contains($0.1) }?.0 ?? (bare.contains(department) ? own : nil)
  }

  /// 市直部门, 县直部门, …: as most names of departments begin.
  static func ownUnits(_ names: [String]) -> String {
    var counts: [Character: Int] = [:]
    for name in names where name.count > 2 && name.contains(department) {
      if let first = name.first, "省市县区州盟旗".contains(first) { counts[first, default: 0] += 1 }
    }
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return most.map { "\($0.key)直部门" } ?? "直属部门"
  }
}
