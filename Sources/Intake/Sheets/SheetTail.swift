import Domain
import Packages

/// What stands behind the rows of a sheet: merged cells and drop-down lists.
struct SheetTail {
  /// A drop-down list as the sheet says it.
  struct List: Hashable {
    var ranges = ""
    var formula = ""
  }

  private(set) var merges: [CellRange] = []
  /// With those of the extension that refers to other sheets.
  private(set) var lists: [List] = []
  /// More are refused.
  static let mergeLimit = 1_000_000
  static let listLimit = 100_000
  private(set) var hasTooManyMerges = false

  private var list: List?
  private var content = Content.none
  private var bytes: [UInt8] = []

  private enum Content { case none, formula, ranges }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "mergeCell": addMerge(attributes)
    case "dataValidation":
      guard attributes.text("type") == "list", lists.count < Self.listLimit else { return }
      list = List(ranges: attributes.text("sqref") ?? "")
    case "formula1": begin(.formula)
    case "sqref": begin(.ranges)
    default: break
    }
  }

  mutating func end(_ name: XMLName) {
    switch name {
    case "formula1":
      list?.formula = String(decoding: bytes, as: UTF8.self)
      content = .none
    case "sqref":
      list?.ranges = String(decoding: bytes, as: UTF8.self)
      content = .none
    case "dataValidation":
      if let list, !list.formula.isEmpty { lists.append(list) }
      list = nil
    default: break
    }
  }

  mutating func text(_ piece: UnsafeRawBufferPointer) {
    guard content != .none, bytes.count + piece.count <= RichText.limit else { return }
    bytes += piece
  }

  private mutating func begin(_ content: Content) {
    guard list != nil else { return }
    self.content = content
    bytes = []
  }

  private mutating func addMerge(_ attributes: XMLAttributes) {
    guard let range = attributes.text("ref").flatMap({ CellRange($0) }), range.first != range.last
    else { return }
    add(range)
  }

  /// Takes a merged range.
  mutating func add(_ range: CellRange) {
    guard merges.count < Self.mergeLimit else { return hasTooManyMerges = true }
    merges.append(range)
  }
}
