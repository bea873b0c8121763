public import Domain

/// A colour of a light: as background and text of a cell, and in charts. RGB.
public struct Tint: Hashable, Sendable {
  public let fill: UInt32
  public let text: UInt32
  public let chart: UInt32

  public init(_ colour: Plan.Light.Colour) {
    switch colour {
    case .red: self.init(0xFFC7CE, 0x9C0006, 0xE15759)
    case .orange: self.init(0xFCE4D6, 0x974706, 0xED7D31)
    case .yellow: self.init(0xFFEB9C, 0x7F6000, 0xFFC000)
    case .green: self.init(0xC6EFCE, 0x006100, 0x70AD47)
    case .blue: self.init(0xDDEBF7, 0x1F4E78, 0x4472C4)
    case .grey: self.init(0xE7E6E6, 0x404040, 0xA5A5A5)
    }
  }

  /// A colour half way to white.
  public static func paler(_ colour: UInt32) -> UInt32 { (colour >> 1 & 0x7F7F7F) + 0x808080 }

  private init(_ fill: UInt32, _ text: UInt32, _ chart: UInt32) {
    self.fill = fill
    self.text = text
    self.chart = chart
  }
}
