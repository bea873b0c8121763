import Foundation
import RegexBuilder

/// What the argument parser says, in Chinese: it has its own sentences, in English alone.
///
/// A sentence that is not known stays as it is.
enum ParserMessage {
  /// A whole message, line by line.
  static func chinese(_ message: String) -> String {
    message.split(separator: "\n", omittingEmptySubsequences: false).map {
      line(String($0))
    }.joined(separator: "\n")
  }

  /// How a line begins, and how it begins in Chinese.
  private static let beginnings = [
    ("OVERVIEW: ", "概述："), ("USAGE: ", "用法："), ("Usage: ", "用法："), ("Help:  ", "说明："),
    ("ARGUMENTS:", "参数："), ("OPTIONS:", "选项："), ("SUBCOMMANDS:", "子命令："),
  ]

  private static func line(_ line: String) -> String {
    if line.hasPrefix("Error: ") { return "错误：" + error(String(line.dropFirst(7))) }
    if line.hasPrefix("   or: ") { return "   或：" + error(String(line.dropFirst(7))) }
    for (english, chinese) in beginnings where line.hasPrefix(english) {
      return chinese + remarks(String(line.dropFirst(english.count)))
    }
    if let match = line.wholeMatch(of: /( *)See '(.+)' for (?:more information|detailed help)\./) {
      return "\(match.1)详见：\(match.2.replacing("<subcommand>", with: "<子命令>"))"
    }
    return remarks(line)
  }

  /// What stands in brackets behind an option, and the options that every command has.
  private static func remarks(_ line: String) -> String {
    guard line.contains(#/\(default|\(values|Show /#) else { return line }
    return line.replacing(#/ ?\(values: ([^();]*); default: ([^()]*)\)/#) {
      "（可选：\(list($0.1))；默认：\($0.2)）"
    }
    .replacing(#/ ?\(values: ([^()]*)\)/#) { "（可选：\(list($0.1))）" }
    .replacing(#/ ?\(default: ([^()]*)\)/#) { "（默认：\($0.1)）" }
    .replacing(#/ ?\(default\)/#) { _ in "（默认）" }
    .replacing("Show help information.", with: "显示帮助。")
    .replacing("Show the version.", with: "显示版本。")
    .replacing("Show subcommand help information.", with: "显示子命令的帮助。")
  }

  private static func list(_ words: Substring) -> String {
    String(words.replacing(", ", with: "、"))
  }

  private static func error(_ text: String) -> String {
    unknown(text) ?? lacking(text) ?? invalid(text) ?? text
  }

  private static func unknown(_ text: String) -> String? {
    if let match = text.wholeMatch(of: /Unknown option '(.+?)'\. Did you mean '(.+)'\?/) {
      return "没有选项“\(match.1)”，是否应为“\(match.2)”？"
    }
    if let match = text.wholeMatch(of: /(?:Unknown|Invalid) option:? '?(.+?)'?/) {
      return "没有选项“\(match.1)”"
    }
    if let match = text.wholeMatch(of: /Unexpected argument '(.*)'/) {
      return "多余的参数“\(match.1)”"
    }
    if let match = text.wholeMatch(of: /(\d+) unexpected arguments: '(.*)'/) {
      return "多余的参数\(match.1)个：“\(match.2.replacing("', '", with: "”、“"))”"
    }
    return nil
  }

  private static func lacking(_ text: String) -> String? {
    if let match = text.wholeMatch(of: /Missing value for '(.+?)'(?: in '(.+)')?/) {
      return "选项“\(match.1)”缺少值" + (match.2.map { "（“\($0)”）" } ?? "")
    }
    if let match = text.wholeMatch(of: /Missing expected argument '(.+)'/) {
      return "缺少参数“\(match.1)”"
    }
    if let match = text.wholeMatch(of: /Missing one of: '(.+)'/) {
      return "缺少以下之一：“\(match.1.replacing("', '", with: "”、“"))”"
    }
    return text == "Missing required subcommand." ? "缺少子命令" : nil
  }

  private static func invalid(_ text: String) -> String? {
    if let match = text.wholeMatch(
      of: /The option '(.+?)' does not take any value, but '(.*)' was specified\./)
    {
      return "选项“\(match.1)”不带值，而写了“\(match.2)”"
    }
    if let match = text.wholeMatch(
      of: /Value to be set with (.+) had already been set with (.+)/)
    {
      return "\(set(match.1))与\(set(match.2))重复"
    }
    let value = /The value '(.*?)' is invalid(?: for '(.+?)')?/
    let choice = /(?:\. Please provide one of (.*?)\.?|: .*|\.?)/
    guard
      let match = text.wholeMatch(
        of: Regex {
          value; choice
        })
    else { return nil }
    let option = match.2.map { "“\($0)”的值" } ?? "值"
    return "\(option)“\(match.1)”无效" + (match.3.map { "，应为\(choices($0))" } ?? "")
  }

  /// `flag '--a'` as a word.
  private static func set(_ text: Substring) -> String {
    let name = text.replacing("flag ", with: "").replacing(" in ", with: " ")
    return "“\(name.replacing("'", with: ""))”"
  }

  /// `'a', 'b' or 'c'`.
  private static func choices(_ text: Substring) -> String {
    text.matches(of: /'([^']*)'/).map { String($0.1) }.joined(separator: "、")
  }
}
