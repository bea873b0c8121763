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

  /// Arguments without a valid `--lang`, which may stand before the subcommand, too.
  static func withoutOption(_ arguments: [String]) -> [String] {
    var rest = arguments
    if let index = rest.firstIndex(of: "--lang"), index + 1 < rest.count,
      Language(rawValue: rest[index + 1]) != nil
    {
      rest.removeSubrange(index...(index + 1))
    }
    rest.removeAll { $0.hasPrefix("--lang=") && Language(rawValue: String($0.dropFirst(7))) != nil }
    return rest
  }

  private static func option(in arguments: [String]) -> String? {
    for (index, argument) in arguments.enumerated() {
      if argument == "--lang", index + 1 < arguments.count { return arguments[index + 1] }
      if argument.hasPrefix("--lang=") { return String(argument.dropFirst(7)) }
    }
    return nil
  }
}
