public import Domain

/// What a run could not do besides what its snapshots and reports could not.
public enum RunFault: Error, Hashable, Sendable {
  /// A folder of exports is named by a day that has not come.
  case exportToCome(String, today: Day)
}

/// What a run says that is no failure.
public enum RunNotice: Hashable, Sendable {
  /// There is no ledger where it should be, but there are exports; the newest one's day.
  case exportsOnly(source: String, newest: Day)
}
