import Definitions
import Domain
import Writing

extension DefinitionFile {
  /// Holds an office's Word template to what is taken.
  /// - Throws: `DefinitionFault` if it is not.
  func checkTemplate() throws {
    do {
      _ = try DocumentTemplate(content)
    } catch let refused as TemplateRefused {
      throw DefinitionFault(
        place: SourcePlace(file: path), problem: .template(refused.problem))
    }
  }
}
