import CExpat
import Foundation

/// Gets what stands in a part, in order.
public protocol XMLHandler: AnyObject {
  func start(_ name: XMLName, _ attributes: XMLAttributes)
  func end(_ name: XMLName)
  /// Text between two tags comes in one piece or several.
  func text(_ bytes: UnsafeRawBufferPointer)
}

/// The name of an element, valid while the handler is called.
public struct XMLName {
  /// Ends with 0.
  public let bytes: UnsafePointer<CChar>

  public static func == (name: XMLName, other: StaticString) -> Bool {
    strcmp(name.bytes, UnsafeRawPointer(other.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
  }

  /// So that names stand in the cases of a switch.
  public static func ~= (other: StaticString, name: XMLName) -> Bool { name == other }
}

/// The attributes of an element, valid while the handler is called.
public struct XMLAttributes {
  fileprivate let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// The value of an attribute, which ends with 0; nil if there is none.
  public subscript(name: StaticString) -> UnsafePointer<CChar>? {
    var place = 0
    while let name_ = list?[place] {
      if XMLName(bytes: name_) == name { return list?[place + 1] }
      place += 2
    }
    return nil
  }

  /// The value of an attribute as a number; nil if it is none.
  public func integer(_ name: StaticString) -> Int? {
    self[name].flatMap { Int(String(cString: $0)) }
  }
}

/// Reads the XML of a part to its end, in pieces.
///
/// A DOCTYPE is refused, and with it every entity that the part would define.
public final class XMLReader {
  private let part: String
  private let parser: XML_Parser
  private let handler: any XMLHandler
  private var hasDoctype = false

  /// - Parameter part: The name that faults show.
  public init(part: String, handler: any XMLHandler) throws {
    guard let parser = XML_ParserCreate(nil) else {
      throw PackageFault(part: part, problem: .library(function: "XML_ParserCreate", code: 0))
    }
    self.part = part
    self.parser = parser
    self.handler = handler
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { reader, name, attributes in
        guard let reader, let name else { return }
        XMLReader.of(reader).handler.start(XMLName(bytes: name), XMLAttributes(list: attributes))
      },
      { reader, name in
        guard let reader, let name else { return }
        XMLReader.of(reader).handler.end(XMLName(bytes: name))
      })
    XML_SetCharacterDataHandler(parser) { reader, bytes, count in
      guard let reader else { return }
      XMLReader.of(reader).handler.text(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
    }
    XML_SetStartDoctypeDeclHandler(parser) { reader, _, _, _, _ in
      guard let reader else { return }
      XMLReader.of(reader).stop()
    }
  }

  deinit { XML_ParserFree(parser) }

  /// Takes the next bytes of the part.
  public func add(_ bytes: UnsafeRawBufferPointer) throws { try parse(bytes, isLast: false) }

  /// Says that all bytes are there.
  /// - Throws: `PackageFault` unless the root element is closed.
  public func finish() throws {
    try parse(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
  }

  private static func of(_ pointer: UnsafeMutableRawPointer) -> XMLReader {
    Unmanaged<XMLReader>.fromOpaque(pointer).takeUnretainedValue()
  }

  private func stop() {
    hasDoctype = true
    XML_StopParser(parser, XML_Bool(XML_FALSE))
  }

  private func parse(_ bytes: UnsafeRawBufferPointer, isLast: Bool) throws {
    let code = XML_Parse(
      parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count),
      isLast ? 1 : 0)
    guard code != XML_STATUS_OK else { return }
    guard !hasDoctype else { throw PackageFault(part: part, problem: .doctype) }
    throw PackageFault(
      part: part,
      problem: .malformed(
        line: Int(XML_GetCurrentLineNumber(parser)),
        column: Int(XML_GetCurrentColumnNumber(parser)) + 1,
        code: Int32(XML_GetErrorCode(parser).rawValue)))
  }
}
