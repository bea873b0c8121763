public import Domain

extension Moment {
  /// What a moment is asked for.
  public struct Request: Sendable {
    public let plan: Plan
    /// The entry of the plan's calendar that the figures of a period are about.
    public let period: Period
    /// 数据截止日: the day whose end is described.
    public let asOf: Day
    /// Whether what is shown is made for the period, not for an arbitrary day.
    public let isForPeriod: Bool
    /// What figures mean.
    public let figures: FigureRules
    /// 认知时点: only snapshots recorded by then count; UTC text, `allKnown` for all.
    public let knownAt: String

    /// An instant that no snapshot is recorded after.
    public static let allKnown = "9999"

    public init(
      plan: Plan, period: Period, isForPeriod: Bool = false, asOf: Day, knownAt: String,
      figures: FigureRules = .current
    ) {
      self.plan = plan
      self.period = period
      self.isForPeriod = isForPeriod
      self.asOf = asOf
      self.knownAt = knownAt
      self.figures = figures
    }

    /// Nominal progress at the moment, in millionths.
    public var nominal: Int64 {
      figures.nominalProgress(of: plan, period, at: asOf, isForPeriod: isForPeriod)
    }

    /// The period before (上期); nil in a first period.
    /// - Parameter previous: The plan that this one follows.
    public func periodBefore(following previous: Plan?) -> (plan: Plan, period: Period)? {
      figures.periodBefore(
        period, of: plan, following: previous, at: asOf, isForPeriod: isForPeriod)
    }

    /// The last day that the calendar covers of the year in which the period ends.
    public var yearEnd: Day {
      plan.calendar.map(\.to).filter { $0.year == period.to.year }.max() ?? period.to
    }

    /// The period of the next cut-off: the one after the period that is reported on, a draft's as well;
    /// on an arbitrary day the one that it works towards. Nil after the last.
    public var next: Period? {
      if asOf < period.cutoff, !isForPeriod { return period }
      return plan.after(period).flatMap { $0.cutoff > asOf ? $0 : nil }
    }

    /// Whether the plan is closed with this moment: of the period that closes it, at its end.
    public var isClosing: Bool { period == plan.closingPeriod && asOf >= period.to }
  }
}
