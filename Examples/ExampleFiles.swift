/// The resource bundle of `Examples/`; the program finds it beside its binary.
public enum ExampleFiles {
  /// The folder that SwiftPM puts beside the binary.
  public static let bundle = "jibao_ExampleFiles.resources"
}
