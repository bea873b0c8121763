import Domain
import Packages

/// The texts that the cells of a workbook share.
struct SharedTexts {
  private(set) var pool = TextPool()
  /// Where each text ends.
  fileprivate(set) var ends: [UInt32] = []

  init() {}

  init(_ entry: ZipEntry, of archive: ZipArchive) throws {
    let handler = SharedTextHandler()
    try XMLReader.read(entry, of: archive, handler: handler) {
      guard !handler.isFull else {
        throw PackageFault(
          part: entry.name, problem: .tooManyBytes(limit: Int(UInt32.max)))
      }
    }
    self = handler.texts
  }

  /// Where a text stands in the pool; nil if there is none of the number.
  func range(_ index: Int) -> (start: UInt32, end: UInt32)? {
    guard ends.indices.contains(index) else { return nil }
    return (index == 0 ? 0 : ends[index - 1], ends[index])
  }
}

private final class SharedTextHandler: XMLHandler {
  private(set) var texts = SharedTexts()
  private(set) var isFull = false
  private var text = RichText()

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    let name = name.local
    if name == "si" { text.clear() } else { text.begin(name, attributes) }
  }

  func end(_ name: XMLName) {
    let name = name.local
    guard name == "si" else { return text.end(name) }
    text.finish()
    if !text.bytes.withUnsafeBufferPointer(texts.pool.add) { isFull = true }
    texts.ends.append(UInt32(clamping: texts.pool.count))
  }

  func text(_ bytes: UnsafeRawBufferPointer) { text.text(bytes) }
}
