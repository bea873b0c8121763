/// Why an office's Word template is not taken.
public enum TemplateProblem: Hashable, Sendable {
  /// The container, or a part of it, cannot be read.
  case package(PackageFault)
  /// Not a Word document: no body, no styles, or none in the form that Word writes.
  case notADocument
  /// It holds macros.
  case macros(part: String)
  /// It leads to something outside of the file.
  case external(part: String, target: String)
  /// It holds an object of another program, or a control.
  case embedded(part: String)
  /// It takes in another document.
  case otherDocument(part: String)
  /// A field that reads something from elsewhere.
  case field(part: String, String)
  /// There is no paragraph `{{正文}}` in its body, or there are several.
  case textPlaces(Int)
}
