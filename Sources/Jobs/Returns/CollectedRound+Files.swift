import Definitions
import Domain
import Foundation

/// The files of a folder to which forms come back.
extension CollectedRound {
  static let endings = [".xlsx", ".xls", ".xlsm", ".et", ".csv"]
  private static let receivedName = "received.csv"

  /// The names of the files that may be forms, in their order.
  static func names(in folder: String) throws -> [String] {
    (try DiskFiles.names(in: folder) ?? []).filter { name in
      !name.hasPrefix(".") && !name.hasPrefix("~$") && name != receivedName
        && endings.contains { name.lowercased().hasSuffix($0) }
    }
  }

  /// `received.csv`: 文件 or 单位, 收到日期.
  static func received(in folder: String) throws -> [String: Day] {
    let path = "\(folder)/\(receivedName)"
    guard let text = try DiskFiles.text(of: path) else { return [:] }
    return text.split(whereSeparator: \.isNewline).dropFirst().reduce(into: [:]) { days, line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard fields.count >= 2, let day = Day(fields[1]) else { return }
      days[fields[0]] = day
    }
  }
}
