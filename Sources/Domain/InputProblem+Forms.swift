/// What problems say more of.
extension InputProblem {
  /// The form in which a number must be written.
  public enum NumberForm: String, Sendable { case integer, percent, quantity }

  /// A form into which spreadsheets turn what was typed as an id or a number.
  public enum ConvertedForm: String, Sendable {
    /// 1.16205E+17, with digits lost.
    case scientific
    /// 3月1日, 1-Mar, 2023/3/1, of 3-1.
    case date
    /// 43891, the number of a date, where the neighbours look otherwise.
    case serial
    /// Only noughts behind the fifteenth digit.
    case digitsLost
  }

  /// What of a deadline does not stand in its cell.
  public enum DeadlineInference: String, CaseIterable, Sendable {
    /// Of a month, a quarter, a half or a year the last day.
    case lastDay
    /// Of such a time the first day, for what begins in it.
    case firstDay
    /// The year, which is the plan's.
    case yearOfPlan
    /// Before the first of a month is by the end of the month before.
    case dayBefore
    /// The hour was dropped.
    case timeDropped
    /// Of several times, or from one to another, the last.
    case endOfRange
    /// 2016.1, which a spreadsheet also makes of 2016.10.
    case mayBeOctober
    /// It comes again; due with the last of the plan's years.
    case recurring
    /// 长期坚持.
    case ongoing
    /// 立行立改: due on the day it was found.
    case atOnce
  }

  /// What a file is that is called a workbook.
  public enum FileKind: Hashable, Sendable, CaseIterable {
    case csv, html
    /// XML of Excel 2003.
    case oldXML
    /// A document of Word, in one of its forms.
    case document
    /// OpenDocument, as LibreOffice saves it.
    case openDocument
    /// A workbook in binary form, .xlsb.
    case binaryWorkbook
    case empty
    /// Anything else.
    case other
  }

  /// How a conversion failed.
  public enum WorkbookConversion: Hashable, Sendable {
    case failed(program: String)
    case tookTooLong(program: String, seconds: Int)
  }
}
