import Domain
import Packages

/// What the styles of a workbook say of a cell: how its number is shown, and whether it is coloured.
struct CellStyles {
  struct Style {
    var format = NumberFormat.number
    var isColoured = false
  }

  fileprivate(set) var styles: [Style] = []
  private static let plain = Style()

  /// The style of a number that stands at a cell; plain where there is none.
  subscript(index: Int) -> Style { styles.indices.contains(index) ? styles[index] : Self.plain }

  init() {}

  /// Reads the styles of a workbook.
  init(_ entry: ZipEntry, of archive: ZipArchive) throws {
    let handler = StyleHandler()
    try XMLReader.read(entry, of: archive, handler: handler)
    self = handler.result
  }
}

private final class StyleHandler: XMLHandler {
  private(set) var result = CellStyles()
  private var formats: [Int: NumberFormat] = [:]
  private var fills: [Bool] = []
  private var isInFills = false
  private var isInFormats = false
  private var isSolid = false

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name.local {
    case "numFmt":
      guard let id = attributes.integer("numFmtId"), let code = attributes.text("formatCode")
      else { return }
      formats[id] = NumberFormat(code: code)
    case "fills": isInFills = true
    case "cellXfs": isInFormats = true
    case "fill": if isInFills { fills.append(false) }
    case "patternFill": pattern(attributes.text("patternType") ?? "none")
    case "gradientFill": mark(true)
    case "fgColor": if isInFills, isSolid { mark(!Self.isWhite(attributes)) }
    case "xf": if isInFormats { add(attributes) }
    default: break
    }
  }

  func end(_ name: XMLName) {
    switch name.local {
    case "fills": isInFills = false
    case "cellXfs": isInFormats = false
    default: break
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer) {}

  private func pattern(_ type: String) {
    isSolid = type == "solid"
    // The second fill of every workbook is gray125, which no cell has.
    mark(!["none", "solid", "gray125"].contains(type))
  }

  private func mark(_ isColoured: Bool) {
    if isInFills, !fills.isEmpty { fills[fills.count - 1] = isColoured }
  }

  private func add(_ attributes: XMLAttributes) {
    let id = attributes.integer("numFmtId") ?? 0
    let fill = attributes.integer("fillId") ?? 0
    result.styles.append(
      CellStyles.Style(
        format: formats[id] ?? NumberFormat(builtIn: id),
        isColoured: fills.indices.contains(fill) && fills[fill]))
  }

  /// White by its value, by the theme's background, or by the window's.
  private static func isWhite(_ attributes: XMLAttributes) -> Bool {
    if let rgb = attributes.text("rgb") { return rgb.uppercased().hasSuffix("FFFFFF") }
    if let theme = attributes.integer("theme") { return theme == 0 && attributes["tint"] == nil }
    if let index = attributes.integer("indexed") { return [1, 9, 64, 65].contains(index) }
    return attributes.isTrue("auto")
  }
}
