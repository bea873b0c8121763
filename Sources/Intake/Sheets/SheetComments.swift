import Domain
import Packages

/// Reads the comments of a sheet: notes of the old kind, and threads.
final class SheetComments: XMLHandler {
  /// The texts by cell; those of a thread one a line.
  private(set) var texts: [CellAddress: String] = [:]
  private let isThread: Bool
  private var authors: [String] = []
  private var author = -1
  private var cell: CellAddress?
  private var text = RichText()
  private var content = Content.none

  private enum Content { case none, author, text }
  /// Cells with a comment; the others are not kept.
  private static let limit = 100_000

  init(isThread: Bool) { self.isThread = isThread }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name.local {
    case "author": begin(.author)
    case "comment", "threadedComment":
      cell = attributes.text("ref").flatMap { CellAddress($0) }
      author = attributes.integer("authorId") ?? -1
      if !isThread { begin(.text) }
    case "text": if isThread { begin(.text) }
    case let local: if content == .text, !isThread { text.begin(local, attributes) }
    }
  }

  func end(_ name: XMLName) {
    switch name.local {
    case "author":
      if authors.count < Self.limit { authors.append(String(decoding: text.bytes, as: UTF8.self)) }
      content = .none
    case "comment", "threadedComment":
      add()
      content = .none
    case "text": if isThread { content = .none }
    case let local: if content == .text, !isThread { text.end(local) }
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer) {
    switch content {
    case .none: break
    case .author: text.add(bytes)
    case .text: if isThread { text.add(bytes) } else { text.text(bytes) }
    }
  }

  private func begin(_ content: Content) {
    self.content = content
    text.clear()
  }

  private func add() {
    guard let cell, texts.count < Self.limit else { return }
    text.finish()
    var shown = String(decoding: text.bytes, as: UTF8.self)
    // Excel begins a note with its author's name.
    if authors.indices.contains(author), !authors[author].isEmpty,
      let rest = [":\n", "：\n", ":", "："].lazy.compactMap({ self.rest(of: shown, after: $0) }).first
    {
      shown = rest
    }
    let before = texts[cell].map { $0 + "\n" } ?? ""
    texts[cell] = isThread ? before + shown : shown
  }

  private func rest(of shown: String, after mark: String) -> String? {
    let start = authors[author] + mark
    return shown.hasPrefix(start) ? String(shown.dropFirst(start.count)) : nil
  }
}
