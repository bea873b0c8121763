import Foundation

/// The name of an element, valid while the handler is called.
public struct XMLName {
  /// Ends with 0.
  public let bytes: UnsafePointer<CChar>

  public init(bytes: UnsafePointer<CChar>) { self.bytes = bytes }

  public static func == (name: XMLName, other: StaticString) -> Bool {
    strcmp(name.bytes, UnsafeRawPointer(other.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
  }

  /// So that names stand in the cases of a switch.
  public static func ~= (other: StaticString, name: XMLName) -> Bool { name == other }

  /// The name behind the prefix of its namespace.
  public var local: XMLName {
    guard let colon = strrchr(bytes, 0x3A) else { return self }
    return XMLName(bytes: UnsafePointer(colon) + 1)
  }

  /// The prefix of its namespace with the colon; empty if it has none.
  public var prefix: String {
    guard let colon = strrchr(bytes, 0x3A) else { return "" }
    return String(
      decoding: UnsafeRawBufferPointer(
        start: bytes, count: colon - UnsafeMutablePointer(mutating: bytes) + 1),
      as: UTF8.self)
  }
}

/// The attributes of an element, valid while the handler is called.
public struct XMLAttributes {
  let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// The value of an attribute, which ends with 0; nil if there is none.
  public subscript(name: StaticString) -> UnsafePointer<CChar>? {
    var place = 0
    while let found = list?[place] {
      if XMLName(bytes: found) == name { return list?[place + 1] }
      place += 2
    }
    return nil
  }

  /// The value of an attribute whatever the prefix of its namespace; nil if there is none.
  public subscript(local name: StaticString) -> UnsafePointer<CChar>? {
    var place = 0
    while let found = list?[place] {
      if XMLName(bytes: found).local == name { return list?[place + 1] }
      place += 2
    }
    return nil
  }

  /// The name of an attribute by its place, from 0; nil behind the last.
  public func name(_ place: Int) -> UnsafePointer<CChar>? { list?[2 * place] }

  /// The value of an attribute by its place, where it has a name.
  public func value(_ place: Int) -> UnsafePointer<CChar>? { list?[2 * place + 1] }

  /// The value of an attribute as text.
  public func text(_ name: StaticString) -> String? {
    self[name].map { String(cString: $0) }
  }

  /// The value of an attribute as a number; nil if it is none.
  public func integer(_ name: StaticString) -> Int? {
    text(name).flatMap { Int($0) }
  }

  /// Whether an attribute says yes: `1` or `true`.
  public func isTrue(_ name: StaticString) -> Bool {
    guard let value = self[name] else { return false }
    return strcmp(value, "1") == 0 || strcasecmp(value, "true") == 0 || strcmp(value, "on") == 0
  }
}
