/// The resource bundle of `Queries/`; the program finds it beside its binary.
public enum QueryFiles {
  /// The folder that SwiftPM puts beside the binary.
  public static let bundle = "jibao_QueryFiles.resources"
}
