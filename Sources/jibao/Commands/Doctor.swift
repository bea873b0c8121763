import ArgumentParser
import Jobs

/// `jibao doctor`: looks whether the next report can be made; writes nothing.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: Wording.doctor.abstract,
    discussion: Wording.doctor.discussion)

  @OptionGroup var common: CommonOptions

  @Flag(help: "\(Wording.jsonFlag)")
  var json = false

  func run() throws {
    let findings = try Examination(common, Clock()).findings
    if json {
      try StandardOutput.write(json: findings)
    } else {
      try StandardOutput.write(findings.map { $0.text + "\n" }.joined())
    }
    let codes = findings.compactMap(\.code)
    if let code = ([2] + Failure.order).first(where: codes.contains) ?? codes.first {
      throw Failure.Told(code: code)
    }
  }
}

/// What the doctor found of one thing.
struct DoctorFinding: Encodable {
  /// What was looked at.
  enum Subject: String, Encodable, CaseIterable {
    case configuration, owner, store, clock, source, folders, calendar, deadline, output, disk
    case memory, libraries, runs, notify
  }

  enum State: String, Encodable { case good, notice, wrong }

  let subject: Subject
  let state: State
  let found: String
  let cures: [String]
  /// The exit code of what is wrong.
  let code: Int32?

  /// What is well, or worth a notice.
  init(_ subject: Subject, _ found: String, cure: String? = nil) {
    (self.subject, self.found) = (subject, found)
    (state, cures, code) = (cure == nil ? .good : .notice, cure.map { [$0] } ?? [], nil)
  }

  /// What is wrong, as messages say it.
  init(_ subject: Subject, _ error: any Error) {
    let lines = Wording.lines(for: error)
    let (cures, found) = (
      lines.filter { $0.hasPrefix("  → ") }, lines.filter { !$0.hasPrefix("  → ") }
    )
    self.init(
      subject, wrong: found.map(Wording.withoutProgram).joined(separator: "\n  "),
      cures: cures.map { String($0.dropFirst(4)) }, code: Failure(error).code)
  }

  init(_ subject: Subject, wrong found: String, cures: [String], code: Int32) {
    (self.subject, self.found, self.cures, self.code) = (subject, found, cures, code)
    state = .wrong
  }

  /// A line for what was found, and one for each cure.
  var text: String {
    let mark =
      switch state {
      case .good: Wording.say("ok     ", "正常")
      case .notice: Wording.say("note   ", "注意")
      case .wrong: Wording.say("wrong  ", "异常")
      }
    let separator = Wording.say(": ", "：")
    let first = "\(mark) \(Wording.doctorName(subject))\(separator)\(found)"
    return ([first] + cures.map { "  → \($0)" }).joined(separator: "\n")
  }
}
