/// The resource bundle of `Calendars/`; the program finds it beside its binary.
public enum CalendarFiles {
  /// The folder that SwiftPM puts beside the binary.
  public static let bundle = "jibao_CalendarFiles.resources"
}
