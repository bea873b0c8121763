import Domain
import CExpat
import Foundation

/// Gets what stands in a part, in order.
public protocol XMLHandler: AnyObject {
  func start(_ name: XMLName, _ attributes: XMLAttributes)
  func end(_ name: XMLName)
  /// Text between two tags comes in one piece or several.
  func text(_ bytes: UnsafeRawBufferPointer)
}

/// Reads the XML of a part to its end, in pieces.
///
/// A DOCTYPE is refused, and with it every entity that the part would define; so are elements in
/// elements without end, and a tag or a comment without end, which older versions of expat read again
/// and again.
public final class XMLReader {
  /// Elements within elements. No part of a workbook comes near it.
  public static let depthLimit = 256
  /// Bytes of one tag or comment.
  public static let tagLimit = 1 << 20
  private static let pieceSize = 1 << 16

  private let part: String
  private let parser: XML_Parser
  private let handler: any XMLHandler
  private var problem: PackageFault.Problem?
  private var depth = 0
  private var hasEvent = false
  /// Bytes since the last piece in which something began or ended.
  private var silent = 0

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
        XMLReader.of(reader).start(XMLName(bytes: name), XMLAttributes(list: attributes))
      },
      { reader, name in
        guard let reader, let name else { return }
        XMLReader.of(reader).end(XMLName(bytes: name))
      })
    XML_SetCharacterDataHandler(parser) { reader, bytes, count in
      guard let reader else { return }
      XMLReader.of(reader).text(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
    }
    XML_SetStartDoctypeDeclHandler(parser) { reader, _, _, _, _ in
      guard let reader else { return }
      XMLReader.of(reader).stop(.doctype)
    }
  }

  deinit { XML_ParserFree(parser) }

  /// Where the tag or the text that the handler just gets begins, in bytes of the part.
  public var offset: Int { Int(XML_GetCurrentByteIndex(parser)) }

  /// How many bytes of the part the tag or the text takes that the handler just gets; 0 for the end
  /// of an element without content, which has no tag of its own.
  public var count: Int { Int(XML_GetCurrentByteCount(parser)) }

  /// Takes the next bytes of the part.
  public func add(_ bytes: UnsafeRawBufferPointer) throws {
    var start = 0
    while start < bytes.count {
      let end = min(start + Self.pieceSize, bytes.count)
      try parse(UnsafeRawBufferPointer(rebasing: bytes[start..<end]), isLast: false)
      start = end
    }
  }

  /// Says that all bytes are there.
  /// - Throws: `PackageFault` unless the root element is closed.
  public func finish() throws {
    try parse(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
  }

  private static func of(_ pointer: UnsafeMutableRawPointer) -> XMLReader {
    Unmanaged<XMLReader>.fromOpaque(pointer).takeUnretainedValue()
  }

  private func start(_ name: XMLName, _ attributes: XMLAttributes) {
    depth += 1
    hasEvent = true
    guard depth <= Self.depthLimit else { return stop(.tooDeep(limit: Self.depthLimit)) }
    handler.start(name, attributes)
  }

  private func end(_ name: XMLName) {
    depth -= 1
    hasEvent = true
    handler.end(name)
  }

  private func text(_ bytes: UnsafeRawBufferPointer) {
    hasEvent = true
    handler.text(bytes)
  }

  private func stop(_ problem: PackageFault.Problem) {
    self.problem = self.problem ?? problem
    XML_StopParser(parser, XML_Bool(XML_FALSE))
  }

  private func parse(_ bytes: UnsafeRawBufferPointer, isLast: Bool) throws {
    hasEvent = false
    let code = XML_Parse(
      parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count),
      isLast ? 1 : 0)
    silent = hasEvent ? 0 : silent + bytes.count
    if code == XML_STATUS_OK {
      guard silent <= Self.tagLimit else {
        throw PackageFault(part: part, problem: .tooLongTag(limit: Self.tagLimit))
      }
      return
    }
    if let problem { throw PackageFault(part: part, problem: problem) }
    throw PackageFault(
      part: part,
      problem: .malformed(
        line: Int(XML_GetCurrentLineNumber(parser)),
        column: Int(XML_GetCurrentColumnNumber(parser)) + 1,
        code: Int32(XML_GetErrorCode(parser).rawValue)))
  }
}
