import Domain
import Foundation
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
    if !isThread { shown = Self.withoutGuide(shown) }
    let before = texts[cell].map { $0 + "\n" } ?? ""
    texts[cell] = isThread ? before + shown : shown
  }

  /// What Excel puts into the note beside a thread for programs that know no threads: a guide, and
  /// behind it what the thread says.
  private static func withoutGuide(_ text: String) -> String {
    guard text.hasPrefix("["), let end = text.firstIndex(of: "]") else { return text }
    let isGuide = ["hread", "线程", "会话", "串联"].contains { text[..<end].contains($0) }
    guard isGuide else { return text }
    for mark in ["Comment:", "Comment：", "批注:", "批注：", "注释:", "注释：", "评论:", "评论："] {
      guard let range = text.range(of: "\n" + mark) else { continue }
      return text[range.upperBound...].split(whereSeparator: \.isNewline)
        .map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: "\n")
    }
    return text
  }

  private func rest(of shown: String, after mark: String) -> String? {
    let start = authors[author] + mark
    return shown.hasPrefix(start) ? String(shown.dropFirst(start.count)) : nil
  }
}
