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

  private enum End { case inTime(Int32), tooLate }

  /// Runs the program in a process group, which is ended as a whole.
  private func run(in folder: String) -> End {
    let arguments = [
      program, "-env:UserInstallation=file://\(folder)/profile", "--headless", "--norestore",
      "--nolockcheck", "--convert-to", "xlsx", "--outdir", "\(folder)/out",
      "\(folder)/workbook.xls",
    ]
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    for descriptor in Int32(0)...2 {
      let mode = descriptor == 0 ? O_RDONLY : O_WRONLY
      posix_spawn_file_actions_addopen(&files, descriptor, "/dev/null", mode, 0)
    }
    var texts: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { texts.forEach { free($0) } }
    var process: pid_t = 0
    guard posix_spawn(&process, program, &files, &attributes, &texts, environ) == 0 else {
      return .inTime(-1)
    }
    return wait(for: process)
  }

  private func wait(for process: pid_t) -> End {
    var status: Int32 = 0
    for _ in 0..<(seconds * 20) {
      switch waitpid(process, &status, WNOHANG) {
      case process:
        // What it left running goes, too.
        kill(-process, SIGKILL)
        return .inTime(status)
      case 0: usleep(50_000)
      default: if errno != EINTR { return .inTime(-1) }
      }
    }
    kill(-process, SIGKILL)
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    return .tooLate
  }
}
