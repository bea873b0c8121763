import Definitions
import Foundation
import TestSupport
import Testing

/// Chinese texts have full-width marks after Chinese characters; half-width ones are for numbers,
/// codes and commands.
@Suite struct PunctuationTests {
  /// What stands wrong in a text, with what is before it.
  private static func halfWidth(_ text: String) -> [String] {
    text.matches(of: /[一-龥”）〕》][,:;?!()]/).map { String($0.0) }
  }

  private static func texts(_ node: YAMLNode) throws -> [String] {
    if node.isMapping { return try node.entries().flatMap { try [$0.key] + texts($0.value) } }
    if node.isList { return try node.items.flatMap(texts) }
    return [try node.text]
  }

  @Test func shippedReportsAndTheCatalogueHaveFullWidthMarks() throws {
    let library = DefinitionLibrary.shipped
    let files = try library.reportIDs.map(library.report) + library.columnFiles()
    #expect(files.count > 5)
    for file in files {
      let texts = try Self.texts(YAMLNode(file))
      #expect(texts.count > 20)
      for text in texts { #expect(Self.halfWidth(text) == [], "\(file.id): \(text)") }
    }
  }

  /// `键: 值` and `日,0或1,名称` show what stands in a file.
  @Test func theChineseWordingHasThemToo() throws {
    let folder = "\(Repository.folder)/Sources/jibao/Wording/Chinese"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(names.count > 3)
    for name in names {
      let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
      for line in text.split(separator: "\n") where !line.contains("// ") {
        let said = line.replacing("键: 值", with: "").replacing("日,0或1,名称", with: "")
        #expect(Self.halfWidth(String(said)) == [], "\(name): \(line)")
      }
    }
  }

  @Test func aHalfWidthMarkIsFound() {
    #expect(Self.halfWidth("逾期,滞后（3项）:共7项") == ["期,", "）:"])
    #expect(Self.halfWidth("第1,2项：3:1") == [])
  }
}
