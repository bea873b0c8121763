import Foundation

/// A language in which the program speaks.
enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case chinese = "zh"

  /// The language of this process: `--lang`, else `JIBAO_LANG`, else the locale.
  static let current = chosen(
    arguments: CommandLine.arguments, environment: ProcessInfo.processInfo.environment)

  static func chosen(arguments: [String], environment: [String: String]) -> Language {
    let locale =
      ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    return option(in: arguments).flatMap(Language.init)
      ?? environment["JIBAO_LANG"].flatMap(Language.init)
      ?? (locale?.hasPrefix("zh") == true ? .chinese : .english)
  }

  private static func option(in arguments: [String]) -> String? {
    for (index, argument) in arguments.enumerated() {
      if argument == "--lang", index + 1 < arguments.count { return arguments[index + 1] }
      if argument.hasPrefix("--lang=") { return String(argument.dropFirst(7)) }
    }
    return nil
  }
}
