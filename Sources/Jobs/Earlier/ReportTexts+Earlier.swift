import Definitions
import Domain
import Metrics
import Store

/// What is said of the earlier periods whose figures stand beside the report's.
extension ReportTexts {
  var earlierPeriods: [String: String] {
    let first = [
      "previous_period": "无（首期）", "year_before_period": "", "prior_name": "", "prior_cutoff": "",
    ]
    return EarlierMoments.Kind.allCases.reduce(into: first) { texts, kind in
      let name = kind == .previous ? "previous" : "year_before"
      let reported = earlier.reported[kind]
      texts["\(name)_basis"] = reported.map(basis) ?? ""
      guard let period = earlier.period(kind)?.period else { return }
      let cutoff = reported?.moment?.request.asOf ?? period.cutoff
      if kind == .previous {
        texts["prior_name"] = self.name(of: period)
        texts["prior_cutoff"] = short(cutoff)
      }
      texts["\(name)_period"] =
        "\(self.name(of: period))（截至\(short(cutoff))\(reported.map { ledger(of: $0, at: cutoff) } ?? "")）"
    }
  }

  /// What is to be said of the ledger of an earlier period: that there is none, or of which day it
  /// is where not of the cut-off.
  private func ledger(of reported: EarlierMoments.Reported, at cutoff: Day) -> String {
    guard let shown = reported.moment?.snapshot.effectiveOn else { return "，没有台账数据" }
    return shown == cutoff ? "" : "，台账为\(short(shown))"
  }

  /// A period's name, with its year where that is not the report's.
  func name(of period: Period) -> String {
    period.to.year == moment.request.period.to.year ? period.name : title(of: period)
  }

  func title(of period: Period) -> String {
    period.name.hasPrefix("年")
      ? "\(period.to.year)\(period.name)" : "\(period.to.year)年\(period.name)"
  }

  /// By what was known an earlier period is shown.
  private func basis(_ reported: EarlierMoments.Reported) -> String {
    guard let moment = reported.moment else { return "" }
    guard let edition = reported.edition else {
      return "未出报表，按\(short(moment.request.asOf))台账计算"
    }
    let sent = edition.sentOn.map { "\(short($0))已发出" } ?? ""
    return "按\(sent)第\(edition.number)版时的数据"
  }
}
