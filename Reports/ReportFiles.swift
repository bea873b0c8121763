/// The resource bundle of `Reports/`; the program finds it beside its binary.
public enum ReportFiles {
  /// The folder that SwiftPM puts beside the binary.
  public static let bundle = "jibao_ReportFiles.resources"
}
