import Domain
import Foundation
import Packages

/// What the main part of a workbook lists.
struct WorkbookParts {
  struct Tab {
    let name: String
    let visibility: Sheet.Visibility
    let relationship: String
  }

  fileprivate(set) var tabs: [Tab] = []
  /// Whether days are counted from 1904 on.
  fileprivate(set) var is1904 = false
  /// What a defined name stands for, in small letters; one of a sheet alone as `2!name`, with the
  /// number of its tab from 1.
  fileprivate(set) var names: [String: String] = [:]

  init() {}

  init(_ entry: ZipEntry, of archive: ZipArchive) throws {
    let handler = WorkbookHandler()
    try XMLReader.read(entry, of: archive, handler: handler)
    self = handler.parts
  }

  /// The formula of a name as a sheet sees it.
  func formula(of name: String, tab: Int) -> String? {
    let name = name.lowercased()
    return names["\(tab)!\(name)"] ?? names[name]
  }
}

private final class WorkbookHandler: XMLHandler {
  private(set) var parts = WorkbookParts()
  private var name: String?
  private var formula: [UInt8] = []

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name.local {
    case "workbookPr": parts.is1904 = attributes.isTrue("date1904")
    case "sheet":
      guard let title = attributes.text("name"), let id = relationship(attributes) else { return }
      let visibility: Sheet.Visibility =
        switch attributes.text("state") {
        case "hidden": .hidden
        case "veryHidden": .veryHidden
        default: .visible
        }
      parts.tabs.append(.init(name: title, visibility: visibility, relationship: id))
    case "definedName":
      let scope = attributes.integer("localSheetId").map { "\($0 &+ 1)!" } ?? ""
      self.name = attributes.text("name").map { scope + $0.lowercased() }
      formula = []
    default: break
    }
  }

  func end(_ name: XMLName) {
    guard name.local == "definedName", let key = self.name else { return }
    parts.names[key] = String(decoding: formula, as: UTF8.self)
    self.name = nil
  }

  func text(_ bytes: UnsafeRawBufferPointer) {
    if name != nil, formula.count + bytes.count <= RichText.limit { formula += bytes }
  }

  /// `r:id`, whatever the prefix: the other attribute called so is `sheetId`.
  private func relationship(_ attributes: XMLAttributes) -> String? {
    attributes[local: "id"].map { String(cString: $0) }
  }
}
