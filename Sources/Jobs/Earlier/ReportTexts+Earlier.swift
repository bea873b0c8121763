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

  /// A period's name with its year, as titles have it: 2023年前三季度, 2019年年中, of what ends a year
  /// 2019年度 and 2023年度年终核定.
  func title(of period: Period) -> String {
    let (year, stage) = period.titleParts
    return year + stage
  }

  /// The period as titles of papers have it, and the stage that they name in brackets:
  /// 关于2023年度…落实情况（年终核定）的通报.
  var paperTitle: [String: String] {
    let (year, stage) = moment.request.period.titleParts
    let isBracketed = year.hasSuffix("年度") && !stage.isEmpty
    return [
      "paper_period": isBracketed ? year : year + stage,
      "paper_stage": isBracketed ? "（\(stage)）" : "",
    ]
  }

  /// What was printed of the period before and is known otherwise now; empty where nothing is.
  var corrected: [String: String] {
    guard let correction else {
      return ["prior_printed": "", "prior_corrected": "", "prior_entries": ""]
    }
    func said(_ ratio: Ratio) -> String {
      ratio.rounded(scale: 1000).map { DecimalText.of($0, decimals: 1, keeping: 1) + "%" } ?? "—"
    }
    let entries = correction.known.numerator - correction.printed.numerator
    let isLate = entries > 0 && correction.known.denominator == correction.printed.denominator
    return [
      "prior_printed": said(correction.printed), "prior_corrected": said(correction.known),
      "prior_entries": isLate ? "（补登完成\(entries)项）" : "",
    ]
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

extension Period {
  /// The year that a period is named with, and its name beside that: a name that begins with 年 says
  /// the year itself.
  fileprivate var titleParts: (year: String, stage: String) {
    if name == "年终" { return ("\(to.year)年度", "") }
    if name.hasPrefix("年终") { return ("\(to.year)年度", name) }
    if name.hasPrefix("年度") { return ("\(to.year)", name) }
    return ("\(to.year)年", name)
  }
}
