import Domain
import Packages

/// The styles of a template with those of a form that it lacks: one that has the name of ours is taken
/// in its place.
struct TemplateStyles {
  /// The part.
  let part: [UInt8]
  /// The ids under which our styles stand there.
  private let ids: [String: String]

  /// Whether a part holds styles in the form that Word writes.
  static func areStyles(_ content: [UInt8], part: String) throws -> Bool {
    let root = try XMLOutline(content, part: part, names: []).root
    return root?.tag.text.hasPrefix("<w:styles") == true && root?.tag.isEmpty == false
  }

  init(
    _ content: [UInt8], part name: String,
    adding styles: [(id: String, name: String, element: String)]
  ) throws {
    let elements = try XMLOutline(content, part: name, names: ["style", "name"])
    guard let root = elements.root else { throw PackageFault(part: name, problem: .cutOff) }
    var found: [String: String] = [:]
    for style in elements.all("style") {
      guard let id = style.attributes["w:styleId"],
        let name = elements.all("name").first(where: { style.range.contains($0.range.lowerBound) })?
          .attributes["w:val"]
      else { continue }
      found[name] = found[name] ?? id
    }
    let taken = Set(elements.all("style").compactMap { $0.attributes["w:styleId"] })
    var (ids, added): ([String: String], String) = ([:], "")
    for style in styles {
      if let id = found[style.name] {
        ids[style.id] = id
        continue
      }
      var id = style.id
      while taken.contains(id) { id += "x" }
      ids[style.id] = id
      // The id stands in the element, and in those that are based on it.
      added += style.element.replacing(
        #"w:styleId="\#(style.id)""#, with: #"w:styleId="\#(id)""#)
    }
    var edits = XMLEdits()
    edits.insert(added, at: root.end)
    self.part = edits.applied(to: content)
    self.ids = ids
  }

  /// The id in the template of a style of ours.
  func id(_ own: String) -> String { ids[own] ?? own }
}
