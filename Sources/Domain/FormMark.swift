/// How a form that is given out says where it comes from.
public enum FormMark {
  /// The sheet that nobody sees.
  public static let sheet = "_jibao"
  /// What stands there first in a line on a column, behind it the sheet, the number of the column, from
  /// 1, and what it is, such as `ledger.progress`.
  public static let column = "column"
  public static let hash = "form_hash"
  /// The name that the file had when it was given out.
  public static let file = "form_file"
  /// What else stands there, each with its value, and in the properties.
  public static let names = ["plan_id", "period_id", "unit", "edition", "office", file, hash]

  /// The property of a name.
  public static func property(_ name: String) -> String { "jibao_" + name }

  /// What stands on every sheet before plan, period, unit and edition, parted by `/`.
  public static let code = "表单编号："
}
