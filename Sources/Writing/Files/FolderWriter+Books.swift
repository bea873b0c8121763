import CXlsxWriter
import Domain
import Foundation
import Pages
import Synchronization

extension FolderWriter {
  /// Writes workbooks, as many at a time as there are cores.
  ///
  /// libxlsxwriter allows that as long as every workbook is told its day.
  func write(_ count: Int, _ make: @escaping @Sendable (Int) throws -> NamedBook) throws {
    keepMemory()
    let folder = folder
    let next = Atomic(0)
    let done = Mutex<[(index: Int, result: Result<WrittenFile, any Error>)]>([])
    WorkThread.share(atMost: count) {
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        let result = Result {
          let named = try make(index)
          let workbook = try Workbook(named.book, path: "\(folder)/\(named.name)")
          return try WrittenFile(named.name, workbook.close(), rows: named.rows)
        }
        done.withLock { $0.append((index, result)) }
        // After a failure no other is begun: of those that failed the first is told.
        if case .failure = result { next.store(count, ordering: .relaxed) }
      }
    }
    for (_, result) in done.withLock({ $0 }).sorted(by: { $0.index < $1.index }) {
      add(try result.get())
    }
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
}
