import Definitions
import Foundation

/// The folder that a report is written into, and the files that it holds so far.
final class ReportFolder {
  let folder: String
  private var written: [WrittenFile] = []
  private var jobs: [(name: String, rows: [String: Int], job: FileJob)] = []
  /// The columns of the CSV files, by the files' base names.
  private(set) var noted: [String: (table: ReportDefinition.Table, layout: TableLayout)] = [:]

  init(_ folder: String) {
    self.folder = folder
  }

  /// Where a file of the folder lies.
  func path(of name: String) -> String { folder + "/" + name }

  /// Makes the subfolder for CSV files, if it is not there.
  func makeFolder(_ name: String) throws {
    if mkdir(path(of: name), 0o700) != 0, errno != EEXIST {
      throw OutputFault.system("mkdir", path(of: name))
    }
    guard chmod(path(of: name), 0o700) == 0 else {
      throw OutputFault.system("chmod", path(of: name))
    }
  }

  /// Notes which columns the CSV file of a table has.
  func note(_ table: ReportDefinition.Table, _ layout: TableLayout) {
    noted[table.csv ?? ""] = (table, layout)
  }

  /// Lists a file that is complete.
  func add(_ file: WrittenFile) { written.append(file) }

  /// Lists a file that is complete.
  func add(_ name: String, _ summary: FileSummary, rows: [String: Int]) {
    written.append(WrittenFile(name, summary, rows: rows))
  }

  /// Lists a file that is still being written.
  func add(_ name: String, job: FileJob, rows: [String: Int]) {
    jobs.append((name, rows, job))
  }

  /// Waits for what is still being written.
  /// - Returns: all files in the order of their names.
  func finish() throws -> [WrittenFile] {
    while let (name, rows, job) = jobs.first {
      jobs.removeFirst()
      add(name, try job.wait(), rows: rows)
    }
    return written.sorted { $0.name < $1.name }
  }

  /// Waits until no thread uses the folder any more.
  func abort() {
    for (_, _, job) in jobs { _ = try? job.wait() }
    jobs = []
  }
}
