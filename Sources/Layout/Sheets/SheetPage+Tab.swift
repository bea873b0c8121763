import Definitions

extension ReportDefinition.TabColour {
  /// RGB.
  var rgb: UInt32 {
    switch self {
    case .red: 0xC00000
    case .blue: 0x1F4E79
    case .grey: 0x7F7F7F
    }
  }
}
