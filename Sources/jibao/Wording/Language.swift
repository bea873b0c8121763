import Foundation
import Synchronization

/// A language in which the program speaks.
enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case chinese = "zh"

  /// The language of this process: `--lang`, else `JIBAO_LANG`, else that of `jibao.yaml`, else that
  /// of the locale.
  static var current: Language { asked ?? configured.withLock { $0 } ?? ofLocale }

  /// What `jibao.yaml` says, once it is read: cron gives a job no locale.
  static func configure(_ language: Language) { configured.withLock { $0 = language } }

  private static let configured = Mutex<Language?>(nil)

  private static let asked =
    option(in: CommandLine.arguments).flatMap(Language.init)
    ?? ProcessInfo.processInfo.environment["JIBAO_LANG"].flatMap(Language.init)

  private static let ofLocale: Language = {
    let environment = ProcessInfo.processInfo.environment
    let locale =
      ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale?.hasPrefix("zh") == true ? .chinese : .english
  }()

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
