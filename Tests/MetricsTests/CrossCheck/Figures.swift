import Domain
import Foundation

/// Figures by their path, such as `plan/due_in_period/total`.
struct Figures {
  private(set) var values: [String: String] = [:]

  init() {}

  /// Flattens what `figures.py` printed: flags as 0 and 1, lists with commas, `·` for null.
  init(json: Data) throws {
    add(try JSONSerialization.jsonObject(with: json), at: [])
  }

  private mutating func add(_ value: Any, at path: [String]) {
    switch value {
    case let mapping as [String: Any]:
      for (key, value) in mapping { add(value, at: path + [key]) }
    case let list as [String]: self[path] = list.joined(separator: ",")
    case let text as String: self[path] = text
    case let number as NSNumber: self[path] = number.stringValue
    default: self[path] = "·"
    }
  }

  subscript(path: [String]) -> String? {
    get { values[path.joined(separator: "/")] }
    set { values[path.joined(separator: "/")] = newValue }
  }

  /// Adds figures under a path: the last part of the path, parted by `/`, and the value.
  mutating func set(_ path: [String], _ figures: KeyValuePairs<String, Int64>) {
    for (name, value) in figures { self[path + [name]] = "\(value)" }
  }

  mutating func set(_ path: [String], _ figures: [String: Int64]) {
    for (name, value) in figures { self[path + [name]] = "\(value)" }
  }

  /// Where two sets differ, one line a path. Left out: those whose path ends in `without`.
  func differences(from other: Figures, without: Set<String>) -> [String] {
    Set(values.keys).union(other.values.keys).sorted().compactMap { path in
      let (own, others) = (values[path], other.values[path])
      guard own != others, !without.contains(where: { path == $0 || path.hasSuffix("/" + $0) })
      else { return nil }
      return "\(path): \(own ?? "none") here, \(others ?? "none") there"
    }
  }
}
