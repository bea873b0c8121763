import Definitions
import Domain
import Foundation

/// The roles of a store on a server, each with no more rights than its work needs.
struct StoreRoles {
  var reader = "jibao_reader"
  var writer = "jibao_writer"
  var owner = "jibao_owner"
}

/// What `jibao.yaml` says, with paths relative to its folder.
struct Configuration {
  static let fileName = "jibao.yaml"

  var ledger: String
  var source = "ledger"
  var exports = "exports"
  /// A file, or the address of a database on a server.
  var store = "jibao.sqlite"
  /// Who reads, writes and owns a store on a server.
  var roles = StoreRoles()
  /// The passwords of a server's roles, in the form of `.pgpass`.
  var passwords: String?
  var output = "out"
  /// What is told of a run's events.
  var notification: NotifyCommand?
  static let standardTimeZone = TimeZone(identifier: "Asia/Shanghai") ?? .gmt
  var timeZone = standardTimeZone
  /// Minutes after midnight.
  var dayCloses = 17 * 60
  var maximumAge = 7
  /// In days.
  var maximumClockJump = 400
  /// In per cent.
  var maximumShrink = 20
  /// In working days before a deadline; nil where nobody is reminded.
  var remind: Int?
  /// The columns whose empty cells take what stands above them.
  var fillDown: [Register: Set<String>] = [:]
  /// The ids of the reports that are made for every period, and where the file says so.
  var reports: (ids: [String], place: SourcePlace)

  /// Reads the configuration of a workspace.
  /// - Throws: `DefinitionFault` with the line of what is wrong.
  init(folder: String) throws {
    let path = "\(folder)/\(Self.fileName)"
    guard let file = try DefinitionFile.ifThere(.plan, "jibao", path: path) else {
      throw NotAWorkspace(folder: folder)
    }
    let fields = try YAMLNode(file).fields([
      "ledger", "source", "exports", "store", "store_reader", "store_writer", "store_owner",
      "store_passwords", "output", "timezone", "day_closes", "max_age", "max_shrink",
      "max_clock_jump", "fill_down", "remind", "reports", "language", "notify",
    ])
    if let language: Language = try fields["language"]?.word() { Language.configure(language) }
    let name = try fields.required("ledger")
    ledger = try name.text
    // A ledger without a plan file has its own name, and a folder below the reports.
    guard !["", ".", ".."].contains(ledger), ledger.utf8.count <= 200,
      !ledger.contains(where: { "/\\".contains($0) || $0.isNewline })
    else { throw name.fault(.expected(.fileName)) }
    source = try fields["source"]?.text ?? source
    exports = try fields["exports"]?.text ?? exports
    store = try fields["store"]?.text ?? store
    roles.reader = try fields["store_reader"]?.text ?? roles.reader
    roles.writer = try fields["store_writer"]?.text ?? roles.writer
    roles.owner = try fields["store_owner"]?.text ?? roles.owner
    passwords = try fields["store_passwords"]?.text
    output = try fields["output"]?.text ?? output
    maximumAge = try fields["max_age"]?.integer(within: 0...36_500) ?? maximumAge
    maximumClockJump = try fields["max_clock_jump"]?.integer(within: 1...36_500) ?? maximumClockJump
    maximumShrink = try fields["max_shrink"]?.integer(within: 0...100) ?? maximumShrink
    fillDown = try fields["fill_down"].map(FillDown.columns) ?? fillDown
    remind = try fields["remind"]?.integer(within: 1...60)
    notification = try fields["notify"].map { try NotifyCommand($0, folder: folder) }
    reports = (["quarterly"], fields.place)
    if let node = fields["reports"] { reports = (try Self.reports(node), node.place) }
    if let node = fields["timezone"] {
      guard let zone = TimeZone(identifier: try node.text) else {
        throw node.fault(.expected(.timeZone))
      }
      timeZone = zone
    }
    if let node = fields["day_closes"] { dayCloses = try Self.minutes(node) }
  }

  /// A folder without a configuration.
  struct NotAWorkspace: Error { let folder: String }

  private static func reports(_ node: YAMLNode) throws -> [String] {
    try node.items.reduce(into: []) { ids, node in
      let id = try node.text
      guard !ids.contains(id) else { throw node.fault(.duplicateKey(id)) }
      ids.append(id)
    }
  }

  private static func minutes(_ node: YAMLNode) throws -> Int {
    let parts = try node.text.split(separator: ":").map { Int($0) }
    guard parts.count == 2, let hour = parts[0], let minute = parts[1],
      (0...23).contains(hour), (0...59).contains(minute)
    else { throw node.fault(.expected(.timeOfDay)) }
    return hour * 60 + minute
  }
}
