import Domain
import Jobs

extension Check {
  /// Does the work on a ledger; where the ledger is refused, its workbook is marked all the same.
  func marking<Result>(_ work: () throws -> Result) throws -> Result {
    do { return try work() } catch let refused as LedgerRefused {
      try StandardOutput.fail(refused) { try markCells(refused.faults) }
    }
  }

  /// Writes the workbook again with its faulty cells marked, where that is asked for.
  func markCells(_ faults: [InputFault]) throws {
    guard let mark else { return }
    guard let copy = MarkedCopy(faults) else {
      return StandardError.writeLine(Wording.nothingMarked(mark))
    }
    let words = Language.current.sentences
    let count = try copy.write(to: mark, author: Wording.markAuthor) { fault in
      let sentence = words.input(fault)
      return sentence.cure.isEmpty ? sentence.what : "\(sentence.what)\n→ \(sentence.cure)"
    }
    StandardError.writeLine(Wording.marked(count, mark))
  }
}
