/// The period before (上期): the one before of the same cadence.
extension Plan {
  /// The period that an entry of the calendar follows; nil in a first period (首期).
  ///
  /// The first of these that finds one: the entry named by `previous:`; the last earlier one of the
  /// same `cadence:`; the earlier one over the same days (年终核定 after 全年); of entries that begin
  /// on the same day and grow (一季度, 上半年, 前三季度, 全年) the longest shorter one; the one of the same
  /// length that ends the day before (months, quarters); for the first of those that grow, the last
  /// of those that ended the day before; for the period that closes the plan, the last other one
  /// that ends with it.
  /// - Parameter previous: The plan that this one follows, whose entries come before.
  public func before(
    _ period: Period, following previous: Plan? = nil
  ) -> (plan: Plan, period: Period)? {
    if let id = period.previous { return calendar.first { $0.id == id }.map { (self, $0) } }
    let own = calendar.prefix { $0.id != period.id }.map { (plan: self, period: $0) }
    let entries = (previous?.calendar ?? []).compactMap { entry in
      previous.map { (plan: $0, period: entry) }
    }
    let earlier = (entries + own).filter { $0.period.cadence == period.cadence }
    if period.cadence != nil { return earlier.last }
    if let same = earlier.last(where: { ($0.period.from, $0.period.to) == (period.from, period.to) }
    ) {
      return same
    }
    let adjacent = earlier.filter { $0.period.to.adding(days: 1) == period.from }
    if isGrowing(period) {
      let shorter = earlier.filter {
        $0.period.from == period.from && $0.period.to < period.to && $0.plan.isGrowing($0.period)
      }
      if let longest = shorter.max(by: { $0.period.to < $1.period.to }) { return longest }
    }
    if let neighbour = adjacent.last(where: { $0.period.length == period.length }) {
      return neighbour
    }
    if isGrowing(period), let last = adjacent.last(where: { $0.plan.isGrowing($0.period) }) {
      return last
    }
    return period == closingPeriod ? earlier.last { $0.period.to == period.to } : nil
  }

  /// The period that closes the plan: the last whose cut-off is not before its end.
  public var closingPeriod: Period? { calendar.last { $0.cutoff >= $0.to } }

  /// Whether an entry is one of several that begin on the same day and grow: neither a single month
  /// nor one of a row of equal lengths, such as quarters.
  private func isGrowing(_ period: Period) -> Bool {
    isCandidate(period)
      && calendar.contains {
        $0.from == period.from && $0.to != period.to && isCandidate($0)
      }
  }

  private func isCandidate(_ period: Period) -> Bool {
    // Years follow each other as well, and grow within themselves.
    period.cadence == nil && period.length != .months(1)
      && !calendar.contains { other in
        other.length == period.length && other.from.year == period.from.year
          && (other.from == period.to.adding(days: 1) || period.from == other.to.adding(days: 1))
      }
  }
}

extension Period {
  /// How long a period is: in whole months where it is some, else in days.
  enum Length: Hashable {
    case months(Int)
    case days(Int)
  }

  var length: Length {
    let (start, end) = (from.components, to.adding(days: 1).components)
    return start.dayOfMonth == end.dayOfMonth
      ? .months((end.year - start.year) * 12 + end.month - start.month)
      : .days(to.number - from.number + 1)
  }
}
