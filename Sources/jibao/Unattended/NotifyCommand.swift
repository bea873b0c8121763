import Definitions
import Foundation

/// The command of `notify:` in `jibao.yaml`, which is told of a run's events.
///
/// It reads one event as JSON; `JIBAO_EVENT` and `JIBAO_WORKSPACE` say which, and whose. What becomes
/// of it changes nothing of the run.
struct NotifyCommand {
  let words: [String]
  var kinds = RunEvent.Kind.allCases
  /// How long all events of a run may take.
  var seconds = 30

  /// The command alone, or a mapping with `command`, `events` and `seconds`.
  init(_ node: YAMLNode, folder: String) throws {
    guard node.isMapping else {
      words = try Self.words(node, folder)
      return
    }
    let fields = try node.fields(["command", "events", "seconds"])
    words = try Self.words(fields.required("command"), folder)
    kinds = try fields["events"]?.items.map { try $0.word() } ?? kinds
    seconds = try fields["seconds"]?.integer(within: 1...600) ?? seconds
  }

  /// A path with a slash is one of the workspace; a name is searched for.
  private static func words(_ node: YAMLNode, _ folder: String) throws -> [String] {
    var words = try node.isList ? node.items.map { try $0.text } : [node.text]
    guard let program = words.first, !program.isEmpty else { throw node.fault(.expected(.text)) }
    if program.contains("/"), !program.hasPrefix("/") { words[0] = "\(folder)/\(program)" }
    return words
  }

  /// What became of telling events.
  struct Outcome {
    var undelivered: [RunEvent] = []
    /// How the command ended where it failed.
    var failure: LimitedProcess.End?
  }

  /// Tells the command of events, one after the other. After one that it does not take none is tried.
  func tell(_ events: [RunEvent]) -> Outcome {
    let wanted = events.filter { kinds.contains($0.event) }
    let end = ContinuousClock.now + .seconds(seconds)
    for (index, event) in wanted.enumerated() {
      let rest = Int((end - .now).components.seconds)
      let result = rest > 0 || index == 0 ? tell(event, seconds: max(rest, 1)) : .tooLate
      if result != .inTime(0) {
        return Outcome(undelivered: Array(wanted[index...].suffix(Self.mostKept)), failure: result)
      }
    }
    return Outcome()
  }

  /// No office reads more when its mail works again.
  private static let mostKept = 20

  private func tell(_ event: RunEvent, seconds: Int) -> LimitedProcess.End {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    guard let json = try? encoder.encode(event) else { return .inTime(-1) }
    setenv("JIBAO_EVENT", event.event.rawValue, 1)
    setenv("JIBAO_WORKSPACE", event.workspace, 1)
    return LimitedProcess(arguments: words, input: Array(json) + [0x0A], speaks: true)
      .run(seconds: seconds)
  }
}
