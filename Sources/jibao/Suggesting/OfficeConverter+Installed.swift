import Foundation
import Intake

extension OfficeConverter {
  /// What converts old workbooks on this machine; nil where nothing does.
  static var found: WorkbookConverter? {
    OfficeConverter(searching: ProcessInfo.processInfo.environment["PATH"] ?? "")?.converter
  }
}
