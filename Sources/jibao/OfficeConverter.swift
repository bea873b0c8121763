import Domain
import Foundation
import Intake

/// Has an installed LibreOffice make an .xlsx of an old workbook (.xls, .et).
///
/// It runs with a profile of its own, so that a window that is open elsewhere is none of its business,
/// and is ended with all that it started when its time is over.
struct OfficeConverter {
  let program: String
  let seconds: Int

  static let limit = 60

  /// The first `soffice` of a search path; nil if there is none.
  init?(searching path: String, seconds: Int = limit) {
    let names = ["soffice", "libreoffice"]
    let programs = path.split(separator: ":").flatMap { folder in names.map { "\(folder)/\($0)" } }
    guard let program = programs.first(where: { access($0, X_OK) == 0 }) else { return nil }
    self.program = program
    self.seconds = seconds
  }

  /// As the reader of workbooks takes it.
  var converter: WorkbookConverter { WorkbookConverter { path in convert(path) } }

  private var name: String { (program as NSString).lastPathComponent }

  private func convert(_ path: String) -> Result<[UInt8], WorkbookConverter.Failure> {
    let failed = WorkbookConverter.Failure(.failed(program: name))
    var folder = Array((NSTemporaryDirectory() + "/jibao-office-XXXXXX").utf8CString)
    guard mkdtemp(&folder) != nil else { return .failure(failed) }
    let place = String(decoding: folder.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { try? FileManager.default.removeItem(atPath: place) }
    do {
      // A name of its own: the program takes what it makes for the input's name.
      try FileManager.default.copyItem(atPath: path, toPath: place + "/workbook.xls")
    } catch { return .failure(failed) }
    switch run(in: place) {
    case .inTime(let code) where code == 0: break
    case .inTime: return .failure(failed)
    case .tooLate:
      return .failure(.init(.tookTooLong(program: name, seconds: seconds)))
    }
    guard let content = FileManager.default.contents(atPath: place + "/out/workbook.xlsx") else {
      return .failure(failed)
    }
    return .success(Array(content))
  }

  private func run(in folder: String) -> LimitedProcess.End {
    LimitedProcess(arguments: [
      program, "-env:UserInstallation=file://\(folder)/profile", "--headless", "--norestore",
      "--nolockcheck", "--convert-to", "xlsx", "--outdir", "\(folder)/out",
      "\(folder)/workbook.xls",
    ]).run(seconds: seconds)
  }
}
