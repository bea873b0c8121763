import CXlsxWriter
import Definitions
import Domain
import Foundation
import Synchronization

/// Reports with a workbook for each row of a result.
extension ReportWriter {
  /// A workbook of its own for one key.
  struct Part: Sendable {
    let key: String
    /// The placeholders that are the columns of its row.
    let texts: [String: String]
    var name = ""
  }

  /// Reads every result once, its CSV files on the way, then writes the workbooks on all cores.
  func writeParts(
    of each: ReportDefinition.Each, _ files: ReportFolder,
    tables: (_ query: String) throws -> ResultStream
  ) throws {
    let list = try tables(each.query).held()
    let parts = try named(self.parts(of: each, list))
    var results = GroupedResults(key: each.key)
    for query in report.queries {
      let stream = query == each.query ? ResultStream(list) : try tables(query)
      try read(query, stream, into: &results, files)
    }
    let earlier = try context.earlier.mapValues { try GroupedEarlier($0, key: each.key) }
    for file in try written(parts, results, earlier, in: files.folder) { files.add(file) }
  }

  private func parts(of each: ReportDefinition.Each, _ list: ResultTable) throws -> [Part] {
    let names = list.columns.map(\.name)
    var seen: Set<String> = []
    return try list.rows.map { row in
      let texts = Dictionary(
        zip(names, row.map(ShownColumn.code)), uniquingKeysWith: { first, _ in first })
      let key = texts[each.key] ?? ""
      guard !key.isEmpty, seen.insert(key).inserted else {
        throw DefinitionFault(
          place: each.place, problem: .expected(.rowForEach(each.key)))
      }
      return Part(key: key, texts: texts)
    }
  }

  /// Gives every workbook a name that no other has; those that would share one get their keys.
  private func named(_ parts: [Part]) throws -> [Part] {
    let isCut = try parts.map { part in
      try report.workbook.filled(with: context.texts.merging(part.texts) { $1 }).utf8.count
        > FileName.room
    }
    let names = try parts.map { part in
      try FileName.filled(report.workbook, with: context.texts.merging(part.texts) { $1 })
    }
    let uses = Dictionary(names.map { ($0.lowercased(), 1) }, uniquingKeysWith: +)
    var taken: Set<String> = []
    return try zip(parts, names).enumerated().map { index, pair in
      var (part, name) = pair
      if uses[name.lowercased()] != 1 || isCut[index] {
        name = FileName.marked(name, "（\(FileName.part(part.key))）")
      }
      // Keys that differ only in what a name cannot show, or is cut off.
      if !taken.insert(name.lowercased()).inserted {
        name = FileName.marked(name, "（\(index + 1)）")
        taken.insert(name.lowercased())
      }
      part.name = try FileName.checked(name)
      return part
    }
  }

  /// Reads a result for the workbooks, and has the CSV files of its tables written meanwhile.
  private func read(
    _ query: String, _ stream: ResultStream, into results: inout GroupedResults,
    _ files: ReportFolder
  ) throws {
    var jobs: [PieceJob<[Value]>] = []
    for table in report.tables where table.query == query {
      let layout = try TableLayout(
        table, result: stream.columns, ownColumns: context.ownColumns, earlier: context.earlier)
      guard let csv = try csvPlan(table, layout, files) else { continue }
      let job = PieceJob { try CSVWriter(csv) }
      files.add(csv.name, job: job.file, rows: [query: stream.count])
      jobs.append(job)
    }
    try feed(jobs) { add in try results.read(query, stream, alsoTo: add) }
  }

  /// Writes the workbooks, as many at a time as there are cores.
  ///
  /// libxlsxwriter allows that as long as every workbook is told its day.
  private func written(
    _ parts: [Part], _ results: GroupedResults,
    _ earlier: [ReportDefinition.Earlier: GroupedEarlier], in folder: String
  ) throws -> [WrittenFile] {
    keepMemory()
    let next = Atomic(0)
    let done = Mutex<[(index: Int, result: Result<WrittenFile, any Error>)]>([])
    WorkThread.share(atMost: parts.count) {
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard parts.indices.contains(index) else { return }
        let result = Result { try write(parts[index], results, earlier, in: folder) }
        done.withLock { $0.append((index, result)) }
        // After a failure no other is begun: of those that failed the first is told.
        if case .failure = result { next.store(parts.count, ordering: .relaxed) }
      }
    }
    return try done.withLock { $0 }.sorted { $0.index < $1.index }.map { try $0.result.get() }
  }

  /// Has memory that was freed kept for the next workbook, and asked for in large pieces.
  ///
  /// Handed back to the system after each workbook, it would have to be asked for again, and for that
  /// all threads of a process wait for each other.
  private func keepMemory() {
    for (option, size) in [
      (M_TRIM_THRESHOLD, 512 << 20), (M_MMAP_THRESHOLD, 32 << 20), (M_TOP_PAD, 4 << 20),
    ] {
      _ = mallopt(option, Int32(size))
    }
  }

  private func write(
    _ part: Part, _ results: GroupedResults,
    _ earlier: [ReportDefinition.Earlier: GroupedEarlier], in folder: String
  ) throws -> WrittenFile {
    var writer = self
    writer.context.texts.merge(part.texts) { $1 }
    writer.context.earlier = earlier.mapValues { $0.results(of: part.key) }
    let tables = { results.stream($0, of: part.key) }
    let workbook = try writer.showing(tables).compose(part.name, in: folder, tables: tables)
    return try WrittenFile(part.name, workbook.close(), rows: workbook.rows)
  }
}
