import Domain
import Foundation
import Packages
import Testing

/// What a reader hands over, as text.
private final class Trace: XMLHandler {
  private(set) var text = ""

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    text += "<\(String(cString: name.bytes))"
    if let value = attributes["a"] { text += " a=\(String(cString: value))" }
    text += ">"
  }
  func end(_ name: XMLName) { text += "</\(String(cString: name.bytes))>" }
  func text(_ bytes: UnsafeRawBufferPointer) { text += String(decoding: bytes, as: UTF8.self) }
}

private func read(_ xml: String, pieces: Int = 1) throws -> String {
  let trace = Trace()
  let reader = try XMLReader(part: "p.xml", handler: trace)
  let bytes = Array(xml.utf8)
  let size = max(1, bytes.count / pieces)
  for start in stride(from: 0, to: bytes.count, by: size) {
    try bytes[start..<min(start + size, bytes.count)].withUnsafeBytes(reader.add)
  }
  try reader.finish()
  return trace.text
}

@Suite("XML of a part")
struct XMLReaderTests {
  private let xml = "<?xml version=\"1.0\"?>\n<r><c a=\"一&amp;\">季&lt;报</c><c/></r>\n"

  @Test("comes in order, whatever the pieces", arguments: [1, 2, 7, 40])
  func pieces(count: Int) throws {
    #expect(try read(xml, pieces: count) == "<r><c a=一&>季<报</c><c></c></r>")
  }

  @Test(
    "is refused with the place where it is not well-formed",
    arguments: [
      ("<r><c></r>", 1, 9), ("<r>\n<c>", 2, 4), ("", 1, 1), ("<r/><r/>", 1, 5),
      ("<r a=1/>", 1, 6), ("<r>\u{1}</r>", 1, 4), ("<r>&x;</r>", 1, 4),
    ])
  func malformed(xml: String, line: Int, column: Int) {
    #expect {
      try read(xml)
    } throws: { error in
      guard case .malformed(line, column, _) = (error as? PackageFault)?.problem else {
        return false
      }
      return true
    }
  }

  @Test("is refused with a DOCTYPE")
  func doctype() {
    #expect(throws: PackageFault(part: "p.xml", problem: .doctype)) {
      try read("<!DOCTYPE r [<!ENTITY x \"y\">]><r>&x;</r>")
    }
  }
}
