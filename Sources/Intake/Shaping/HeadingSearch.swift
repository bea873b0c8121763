import Definitions
import Domain

/// Finds the headings of a table by the words of a mapping, or of the register.
struct HeadingSearch {
  let rows: [HeadRow]
  let merges: [CellRange]
  let mapping: SheetMapping
  let register: Register

  /// So many rows may stand above the headings.
  static let limit = 30

  /// The headings, or the row that is nearest to be them and why it is not.
  enum Outcome {
    case found(TableHeadings)
    /// What is missing in the headings that were found.
    case missing(TableHeadings, [MissingHeading])
    /// No row looks like headings; the one that comes nearest.
    case none(nearest: TableHeadings?)
  }

  /// A column of ours that no heading stands over.
  struct MissingHeading {
    let column: RegisterColumn?
    /// What the mapping calls it; our heading where it says nothing.
    let name: String
    let place: SourcePlace?
    /// The columns that have the heading, where there are several.
    var several: [Int] = []
  }

  func run() -> Outcome {
    if let wanted = mapping.headings {
      let given = rows.filter { wanted.contains($0.number) }
      guard let first = given.first, first.number == wanted.lowerBound || given.count == 1 else {
        return .none(nearest: nil)
      }
      return judged(TableHeadings(given, merges: merges(in: given)))
    }
    var best: (headings: TableHeadings, score: Int)?
    for index in rows.indices {
      for candidate in candidates(at: index) {
        let score = score(candidate)
        // Of equals the one row: what stands above it is a title.
        let isSimpler = candidate.rows.count < best?.headings.rows.count ?? 0
        if score > best?.score ?? 0 || score == best?.score && isSimpler {
          best = (candidate, score)
        }
      }
    }
    guard let best else { return .none(nearest: nil) }
    guard best.score >= least || missing(best.headings).isEmpty else {
      return .none(nearest: best.headings)
    }
    return judged(best.headings)
  }

  /// The row alone, and with the next one below it.
  private func candidates(at index: Int) -> [TableHeadings] {
    let one = TableHeadings([rows[index]], merges: merges(in: [rows[index]]))
    guard index + 1 < rows.count, rows[index + 1].number == rows[index].number + 1,
      rows[index].fields.contains(where: { !FieldText.isBlank($0) })
    else { return [one] }
    let both = Array(rows[index...(index + 1)])
    let two = TableHeadings(both, merges: merges(in: both))
    // Merged over both rows, the headings are those of both.
    let isMerged = merges.contains {
      $0.first.row == rows[index].number && $0.last.row == rows[index + 1].number
    }
    return isMerged ? [two] : [one, two]
  }

  private func merges(in rows: [HeadRow]) -> [CellRange] {
    guard let first = rows.first, let last = rows.last else { return [] }
    return merges.filter { $0.first.row >= first.number && $0.last.row <= last.number }
  }

  /// The headings that the mapping names, each once.
  private var names: Set<String> { Set(mapping.columns.flatMap(\.from)) }

  /// How many headings must be there at least for a row to be taken for them.
  private var least: Int { 2 }

  private func score(_ headings: TableHeadings) -> Int {
    let named = names.count { name in
      if case .found(let number) = headings.find(name) {
        headings.column(number) != nil
      } else {
        false
      }
    }
    guard mapping.columns.isEmpty else { return named }
    return register.columns.count { headings.own($0) != nil }
  }

  private func judged(_ headings: TableHeadings) -> Outcome {
    let missing = missing(headings)
    return missing.isEmpty ? .found(headings) : .missing(headings, missing)
  }

  private func missing(_ headings: TableHeadings) -> [MissingHeading] {
    var missing: [MissingHeading] = []
    for column in mapping.columns {
      for name in column.from {
        let ours = register.columns.first { $0.id == column.column }
        switch headings.find(name) {
        case .found: break
        case .none:
          missing.append(MissingHeading(column: ours, name: name, place: column.place))
        case .several(let numbers):
          missing.append(
            MissingHeading(column: ours, name: name, place: column.place, several: numbers))
        }
      }
    }
    let named = Set(mapping.columns.map(\.column))
    let barred = mapping.bars
    for column in register.columns where column.isRequired && !named.contains(column.id) {
      guard column.id != barred else { continue }
      if mapping.columns.isEmpty, headings.own(column) != nil { continue }
      missing.append(MissingHeading(column: column, name: column.heading, place: mapping.place))
    }
    return missing
  }
}
