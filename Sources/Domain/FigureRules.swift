/// What figures mean where the program, not a definition, decides it, by number.
///
/// An edition bears the number by which it was made (`figures` in its manifest; 1 where none is
/// said) and is made again, and shown as an earlier period, by the rules of that number.
///
/// | rule | 1 | 2 |
/// |---|---|---|
/// | nominal progress of 全年 in the standard calendar | 100 % | 90 % |
/// | nominal progress of what is made for a period | of the last cut-off reached | of the period |
/// | the period before | the last cut-off before | the one before of the same cadence |
public enum FigureRules: Int, Sendable, CaseIterable {
  case first = 1
  case second

  /// The rules by which figures are made now.
  public static let current = second

  /// Nominal progress at 25 November in the standard calendar, in per cent.
  var fullYearPercent: Int64 { self == .first ? 100 : 90 }

  /// Nominal progress (序时进度) at a day, in millionths.
  /// - Parameter isForPeriod: Whether it is asked for the period, not for an arbitrary day.
  public func nominalProgress(
    of plan: Plan, _ period: Period, at day: Day, isForPeriod: Bool
  ) -> Int64 {
    isForPeriod && self != .first ? period.nominal : plan.nominalProgress(at: day)
  }

  /// The period before (上期) that figures are held against; nil in a first period (首期).
  ///
  /// After the cut-off of the last period an arbitrary day is held against that one.
  /// - Parameter previous: The plan that this one follows.
  public func periodBefore(
    _ period: Period, of plan: Plan, following previous: Plan?, at day: Day, isForPeriod: Bool
  ) -> (plan: Plan, period: Period)? {
    if self == .first {
      for plan in [plan, previous].compactMap({ $0 }) {
        if let last = plan.calendar.last(where: { $0.cutoff < day }) { return (plan, last) }
      }
      return nil
    }
    if !isForPeriod, day > period.cutoff { return (plan, period) }
    var before = plan.before(period, following: previous)
    // An arbitrary day of a period can lie before the cut-off of the one before.
    while let later = before, later.period.cutoff >= day {
      before = later.plan.id == plan.id ? plan.before(later.period, following: previous) : nil
    }
    return before
  }
}
