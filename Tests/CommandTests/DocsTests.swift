import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import jibao

/// The pages for readers: their links lead somewhere, and the program takes their commands.
@Suite struct DocsTests {
  static let pages: [String] = {
    let files = FileManager.default
    let top = (try? files.contentsOfDirectory(atPath: Repository.folder)) ?? []
    let below = ["docs", "cron", "Examples", "Calendars"].flatMap { folder in
      (files.enumerator(atPath: "\(Repository.folder)/\(folder)")?.compactMap { $0 as? String }
        ?? [])
        .map { "\(folder)/\($0)" }
    }
    return (top + below).filter { $0.hasSuffix(".md") }.sorted()
  }()

  @Test func thereArePages() {
    #expect(Self.pages.contains("README.zh-CN.md") && Self.pages.count > 20)
  }

  /// Links to files, and to headings of pages.
  @Test(arguments: pages) func linksLeadSomewhere(_ page: String) throws {
    let folder = (page as NSString).deletingLastPathComponent
    for match in try Self.text(page).matches(of: /\]\(([^)\s]+)\)/) {
      let link = String(match.output.1).removingPercentEncoding ?? String(match.output.1)
      if link.contains("://") { continue }
      let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let file = parts[0].isEmpty ? page : (folder.isEmpty ? "" : folder + "/") + parts[0]
      let path = "\(Repository.folder)/\(file)"
      #expect(FileManager.default.fileExists(atPath: path), "\(page): \(link)")
      guard parts.count == 2, path.hasSuffix(".md") else { continue }
      let text = try String(contentsOfFile: path, encoding: .utf8)
      let anchors =
        text.split(separator: "\n").filter { $0.hasPrefix("#") }.map(Self.anchor)
        + text.matches(of: /<a id="([^"]+)">/).map { String($0.output.1) }
      #expect(anchors.contains(String(parts[1])), "\(page): \(link)")
    }
  }

  /// The command lines of shell blocks are parsed as the program parses them.
  @Test(arguments: pages) func commandsAreTaken(_ page: String) throws {
    for line in Self.shellLines(try Self.text(page)) {
      guard let words = Self.command(line) else { continue }
      #expect(throws: Never.self, "\(page): \(line)") {
        _ = try Jibao.parseAsRoot(Language.withoutOption(words))
      }
    }
  }

  /// Both say the same, each leads to the other.
  @Test func theReadmesLeadToEachOther() throws {
    #expect(try Self.text("README.md").hasPrefix("[中文说明](README.zh-CN.md)\n"))
    #expect(try Self.text("README.zh-CN.md").hasPrefix("[English](README.md)\n"))
    let index = try Self.text("docs/README.md")
    for page in Self.pages where page.hasPrefix("docs/") && page != "docs/README.md" {
      #expect(index.contains("(\(page.dropFirst(5))"), "docs/README.md leads to \(page)")
    }
  }

  private static func text(_ page: String) throws -> String {
    try String(contentsOfFile: "\(Repository.folder)/\(page)", encoding: .utf8)
  }

  /// The anchor that a heading has on a page.
  private static func anchor(_ heading: Substring) -> String {
    let title = heading.drop { $0 == "#" || $0 == " " }.lowercased()
    return String(title.filter { $0.isLetter || $0.isNumber || " -_".contains($0) })
      .replacing(" ", with: "-")
  }

  private static func shellLines(_ text: String) -> [String] {
    var (isShell, pending, lines) = (false, "", [String]())
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let trimmed = line.drop { $0 == " " }
      if trimmed.hasPrefix("```") {
        isShell = trimmed == "```sh"
      } else if isShell {
        pending += trimmed.hasSuffix("\\") ? String(trimmed.dropLast()) : String(trimmed)
        if !trimmed.hasSuffix("\\") {
          lines.append(pending)
          pending = ""
        }
      }
    }
    return lines
  }

  /// The words after `jibao`; nil for another command.
  private static func command(_ line: String) -> [String]? {
    var (words, word, quote): ([String], String, Character?) = ([], "", nil)
    func end(_ words: inout [String], _ word: inout String) {
      if !word.isEmpty { words.append(word) }
      word = ""
    }
    for character in line {
      if let open = quote {
        if character == open { quote = nil } else { word.append(character) }
      } else if "\"'".contains(character) {
        quote = character
      } else if "#|>;&".contains(character), word.isEmpty || character != "#" {
        end(&words, &word)
        if words.contains("jibao") { break }
        words = []
        if character == "#" { break }
      } else if character == " " {
        end(&words, &word)
      } else {
        word.append(character)
      }
    }
    end(&words, &word)
    // A user may have the program's name, as in `runuser -u jibao --`.
    let place = words.indices.first { index in
      words[index] == "jibao"
        && (index == 0 || words[index - 1] == "--"
          || words[..<index].allSatisfy { $0.contains("=") })
    }
    guard let place else { return nil }
    let rest = Array(words[(place + 1)...])
    return rest.contains("--version") || rest.isEmpty ? nil : rest
  }
}
