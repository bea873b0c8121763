import Domain
import Metrics
import Store

extension ReportMaking {
  /// The registers that ledgers since have no file of, with the day of the one that had. By the rules
  /// of before nothing was said of them.
  func carriedOver() throws -> [(register: Register, day: Day)] {
    guard moment.request.figures != .first else { return [] }
    return try Register.allCases.compactMap { register in
      guard let position = moment.positions[register], position < moment.snapshot.position,
        try store.rowCounts(at: position)[register] ?? 0 > 0,
        let day = LedgerStore.day(of: position)
      else { return nil }
      return (register, day)
    }
  }
}
