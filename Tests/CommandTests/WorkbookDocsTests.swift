import Foundation
import TestSupport
import Testing

/// The commands of the pages on an office's own workbook do what the pages say.
@Suite struct WorkbookDocsTests {
  @Test(arguments: ["docs/workbook.md", "docs/zh/从工作簿到第一份报表.md"])
  func commandsWork(_ page: String) throws {
    let folder = try Repository.temporaryFolder("docs")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder)/docs", withDestinationPath: "\(Repository.folder)/docs")
    let commands = try Self.commands(of: page)
    #expect(commands.count == 4, "\(commands)")
    for command in commands {
      let result = try Program.launch(
        Program.path, Array(command.dropFirst()),
        environment: ["JIBAO_LANG": "zh", "JIBAO_NOW": "2026-11-28T10:00:00Z"],
        workingDirectory: folder)
      #expect(result.status == 0, "\(command) \(result.output)\(result.errors)")
    }
    let made = try FileManager.default.subpathsOfDirectory(atPath: "\(folder)/office/out")
    #expect(made.contains { $0.hasSuffix(".xlsx") }, "\(made)")
  }

  /// What the pages say of the sample is what the program says of it.
  @Test func theSampleIsUnderstood() throws {
    let result = try Program.launch(
      Program.path, ["check", "\(Repository.folder)/docs/samples/重点任务台账.xlsx"],
      environment: ["JIBAO_LANG": "zh", "JIBAO_NOW": "2026-11-28T10:00:00Z"])
    #expect(result.status == 0, "\(result.errors)")
    for text in [
      "工作表“重点任务”：任务台账，8 行", "表头在第 3–4 行", "D4“责任分工/承办单位” → 牵头单位，按“牵头、配合”等词分",
      "H4“进展情况/办理状态” → 状态，含进度", "取自 重点任务!A1",
    ] {
      #expect(result.output.contains(text), "\(text)\n\(result.output)")
    }
  }

  /// The links of the pages lead to files.
  @Test(arguments: ["docs/workbook.md", "docs/zh/从工作簿到第一份报表.md"])
  func linksLeadSomewhere(_ page: String) throws {
    let folder = ("\(Repository.folder)/\(page)" as NSString).deletingLastPathComponent
    let text = try String(contentsOfFile: "\(Repository.folder)/\(page)", encoding: .utf8)
    let links = text.matches(of: /\]\(([^)#]+)\)/).map { String($0.output.1) }
    #expect(links.count > 6)
    for link in links {
      #expect(FileManager.default.fileExists(atPath: "\(folder)/\(link)"), "\(link)")
    }
  }

  /// The lines of the shell blocks.
  private static func commands(of page: String) throws -> [[String]] {
    let text = try String(contentsOfFile: "\(Repository.folder)/\(page)", encoding: .utf8)
    var isShell = false
    return text.split(separator: "\n").compactMap { line in
      if line.hasPrefix("```") {
        isShell = line == "```sh"
        return nil
      }
      return isShell ? line.split(separator: " ").map(String.init) : nil
    }
  }
}
