/// Rows, as ranges that do not meet: whether one is among them takes no longer for many ranges.
struct RowRanges {
  private let ranges: [ClosedRange<Int>]

  init(_ rows: some Sequence<ClosedRange<Int>>) {
    var joined: [ClosedRange<Int>] = []
    for range in rows.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      guard let last = joined.last, range.lowerBound <= last.upperBound else {
        joined.append(range)
        continue
      }
      joined[joined.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
    }
    ranges = joined
  }

  func contains(_ row: Int) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = low + (high - low) / 2
      if ranges[middle].upperBound < row { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(row)
  }
}
