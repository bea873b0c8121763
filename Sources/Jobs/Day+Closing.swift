public import Domain
public import Foundation

extension Day {
  /// The day of an instant in a zone, and the minutes since its midnight.
  public static func local(
    _ date: Date, in zone: TimeZone
  ) -> (day: Day, minute: Int) {
    let seconds = Int(date.timeIntervalSince1970.rounded(.down)) + zone.secondsFromGMT(for: date)
    let number = Int((Double(seconds) / 86_400).rounded(.down))
    return (Day(number: number), (seconds - number * 86_400) / 60)
  }

  /// The latest day whose closing time, in minutes after midnight, has passed at an instant.
  public static func closed(at date: Date, in zone: TimeZone, closes: Int) -> Day {
    let (day, minute) = local(date, in: zone)
    return minute < closes ? day.adding(days: -1) : day
  }
}
