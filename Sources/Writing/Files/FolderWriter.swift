import Domain
import Foundation
public import Pages

/// Writes the files of a report into a folder, some of them side by side.
public final class FolderWriter {
  let folder: String
  private var written: [WrittenFile] = []
  private var jobs: [(name: String, rows: [String: Int], job: FileJob)] = []

  private init(_ folder: String) {
    self.folder = folder
  }

  /// Writes all files that are handed over into a folder, in which it leaves nothing else.
  ///
  /// Every workbook is checked before it counts; every file has mode 0600. Syncing is the caller's.
  /// - Parameter layOut: hands over the files.
  /// - Returns: the files in the order of their names.
  /// - Throws: `CellFault`, `OutputFault`, or what `layOut` throws; the files written so far are
  ///   then to be thrown away.
  public static func write(
    into folder: String, _ layOut: (_ output: (Output) throws -> Void) throws -> Void
  ) throws -> [WrittenFile] {
    let files = FolderWriter(folder)
    do {
      try layOut(files.write)
      return try files.finish()
    } catch {
      files.abort()
      throw error
    }
  }

  private func write(_ output: Output) throws {
    switch output {
    case .book(let named):
      // It is closed while the next file is written.
      let workbook = ComposedWorkbook(
        workbook: try Workbook(named.book, path: path(of: named.name)))
      add(named.name, job: FileJob { try workbook.close() }, rows: named.rows)
    case .document(let named):
      add(named.name, try DocumentFile(named).write(to: path(of: named.name)), rows: named.rows)
    case .data(let name, let data, let stream, let rows):
      let writer = try CSVWriter(data, path: made(name))
      try stream.forEach(writer.write)
      add(name, try writer.finish(), rows: rows)
    case .streams(let files, let rows, let read):
      try write(files, rows: rows, read)
    case .books(let count, let make): try write(count, make)
    }
  }

  /// Where a file of the folder lies.
  func path(of name: String) -> String { folder + "/" + name }

  /// The same, its subfolder made if it is not there.
  private func made(_ name: String) throws -> String {
    let parts = name.split(separator: "/")
    if let subfolder = parts.first.map({ path(of: String($0)) }), parts.count > 1 {
      if mkdir(subfolder, 0o700) != 0, errno != EEXIST {
        throw OutputFault.system("mkdir", subfolder)
      }
      guard chmod(subfolder, 0o700) == 0 else { throw OutputFault.system("chmod", subfolder) }
    }
    return path(of: name)
  }

  /// Lists a file that is complete.
  func add(_ file: WrittenFile) { written.append(file) }

  private func add(_ name: String, _ summary: FileSummary, rows: [String: Int]) {
    add(WrittenFile(name, summary, rows: rows))
  }

  /// Lists a file that is still being written.
  func add(_ name: String, job: FileJob, rows: [String: Int]) { jobs.append((name, rows, job)) }

  /// Waits for what is still being written.
  private func finish() throws -> [WrittenFile] {
    while let (name, rows, job) = jobs.first {
      jobs.removeFirst()
      add(name, try job.wait(), rows: rows)
    }
    return written.sorted { $0.name < $1.name }
  }

  /// Waits until no thread uses the folder any more.
  private func abort() {
    for (_, _, job) in jobs { _ = try? job.wait() }
    jobs = []
  }
}

extension WrittenFile {
  init(_ name: String, _ summary: FileSummary, rows: [String: Int]) {
    self.init(name: name, sha256: summary.sha256, bytes: summary.bytes, rows: rows)
  }
}

extension FolderWriter {
  /// Reads a result once, for all its files, which threads of their own write.
  private func write(
    _ files: [StreamedFile], rows: [String: Int], _ read: Output.RowFeed
  ) throws {
    let jobs = try files.map { file in
      let path = try made(file.name)
      let job =
        switch file.content {
        case .list(let page): PieceJob { try CompanionWorkbook(page, path: path) }
        case .data(let data): PieceJob { try CSVWriter(data, path: path) }
        }
      add(file.name, job: job.file, rows: rows)
      return job
    }
    do {
      var batch: [[Value]] = []
      try read { row in
        batch.append(row)
        if batch.count == 256 {
          for job in jobs { job.add(batch) }
          batch.removeAll(keepingCapacity: true)
        }
      }
      for job in jobs {
        job.add(batch)
        job.end()
      }
    } catch {
      jobs.forEach { $0.abort() }
      throw error
    }
  }
}
