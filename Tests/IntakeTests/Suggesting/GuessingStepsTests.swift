#if DEBUG
  import Domain
  import Testing

  @testable import Intake

  /// The work of a guess grows as its workbook does: counted are the texts that are looked at.
  @Suite struct GuessingStepsTests {
    struct Shape: CustomTestStringConvertible {
      let testDescription: String
      /// The cells of a row; nil for an empty one.
      let row: @Sendable (_ number: Int) -> [String?]
      var merges: @Sendable (_ rows: Int) -> [String] = { _ in [] }
    }

    private static let headings = [
      "序号", "工作类别", "工作任务", "市领导", "牵头单位", "配合单位", "工作状态", "进展情况", "开始时间", "完成时限",
    ]

    private static func task(_ number: Int, unit: String = "市工信局") -> [String?] {
      [
        "\(number)", "类别\(number % 7)", "推进第\(number)项重点工作（市发改委牵头）", "张三", unit,
        "市财政局、市教育局", "进行中", "2023年已完成第\(number)阶段工作", "2023-01-01", "2023年9月底前",
      ]
    }

    static let shapes = [
      Shape(testDescription: "tasks") { task($0) },
      Shape(testDescription: "units") { task($0, unit: "市\($0)局") },
      Shape(testDescription: "persons") { task($0, unit: "J Smith\($0)") },
      Shape(testDescription: "bars") { $0 % 2 == 0 ? ["一、第\($0)类"] : task($0) },
      Shape(testDescription: "numbered bars") { $0 % 2 == 0 ? ["一", "第\($0)类"] : task($0) },
      Shape(testDescription: "numbers alone") { $0 > 9 ? ["\($0)"] : task($0) },
      Shape(testDescription: "sums") { $0 % 3 == 0 ? ["小计", "\($0)"] : task($0) },
      Shape(testDescription: "headings") { $0 % 3 == 0 ? headings : task($0) },
      Shape(testDescription: "merged sections") { number in
        let row = task(number)
        return [row[0], number % 2 == 1 ? row[1] : nil] + row[2...]
      } merges: { rows in
        (1...rows / 2).map { "B\($0 * 2):B\($0 * 2 + 1)" }
      },
      Shape(testDescription: "rows of tasks") { number in
        let row = task(number)
        return number % 2 == 1 ? row : Array(repeating: nil, count: 8) + row[8...]
      } merges: { rows in
        (1...rows / 2).flatMap { pair in
          ["A", "C", "E"].map { "\($0)\(pair * 2):\($0)\(pair * 2 + 1)" }
        }
      },
    ]

    private func steps(_ shape: Shape, _ rows: Int) throws -> Int {
      let sheet = SuggestedBooks.sheet(
        "任务", [Self.headings] + (1...rows).map(shape.row), merges: shape.merges(rows))
      let count = Steps.Count()
      let book = try Steps.$count.withValue(count) { try SuggestedBooks.suggestion(sheet) }
      #expect(book.isLedger)
      return count.total
    }

    @Test(arguments: shapes)
    func stepsGrowAsTheTable(_ shape: Shape) throws {
      // What stands in the first 500 cells of a column is looked at closely, the rest once.
      let steps = try [500, 600, 800].map { try self.steps(shape, $0) }
      let (first, second) = (steps[1] - steps[0], steps[2] - steps[1])
      #expect(second <= first * 3 + 5_000, "\(steps)")
      #expect(second <= 200 * 600, "\(steps)")
    }
  }
#endif
