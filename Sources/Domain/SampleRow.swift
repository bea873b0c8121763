/// The row below the headings of a template that shows how it is filled in: it is never read.
public enum SampleRow {
  /// What its first cell says.
  public static let mark = "示例行"
}
