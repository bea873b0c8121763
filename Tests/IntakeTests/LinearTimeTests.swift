#if DEBUG
  import Domain
  import Foundation
  import Testing

  @testable import Intake

  /// The work of a reading grows as its input does, however bad that is: what is counted are the
  /// bytes, rows and words that are looked at.
  @Suite struct LinearTimeTests {
    /// A kind of ledger that can be made as large as one likes.
    struct Shape: CustomTestStringConvertible {
      let name: String
      /// The files of about so many bytes.
      let files: @Sendable (_ size: Int) -> [String: String]
      var testDescription: String { name }

      init(_ name: String, _ files: @escaping @Sendable (Int) -> [String: String]) {
        (self.name, self.files) = (name, files)
      }
    }

    /// So many bytes of a piece of text.
    static func fill(_ size: Int, _ piece: String) -> String {
      String(repeating: piece, count: size / piece.utf8.count)
    }

    /// So many bytes of numbered lines.
    static func lines(_ size: Int, _ line: (Int) -> String) -> String {
      let count = size / line(100_000).utf8.count
      return (1...count).map(line).joined()
    }

    /// A task register of a text.
    static func tasks(_ name: String, _ text: @escaping @Sendable (Int) -> String) -> Shape {
      Shape(name) { ["ledger.csv": text($0)] }
    }

    /// Rows with a cell as large as a cell may be, or as the input.
    static func cells(_ size: Int, _ piece: String, end: String = "") -> String {
      let length = min(size, 90_000)
      return (1...max(1, size / length)).map { "\($0),甲,\(fill(length, piece))\($0)\(end)\n" }
        .joined()
    }

    static let head = "序号,任务,牵头单位\n"

    static let bytes = [
      tasks("NUL") { fill($0, "\0") },
      tasks("text, then NUL") { head + fill($0 / 2, "1,甲,市工信局\n") + fill($0 / 2, "\0") },
      tasks("U+FFFD in a line") { head + "1," + fill($0, "\u{FFFD}") },
      tasks("U+FFFD in every line") { head + fill($0, "1,甲\u{FFFD},\n") },
      tasks("control characters") { head + "1," + fill($0, "\u{1}") },
      tasks("carriage returns") { head + fill($0, "1\r") },
      tasks("quotes") { fill($0, "\"") },
      tasks("quotes in fields") { head + fill($0, "a\"b,") },
      tasks("text after quotes") { head + fill($0, "\"a\"b,") },
      tasks("text after quotes in one field") { head + "\"a\"" + fill($0, "b") },
      tasks("an open quote") { head + "1,\"" + fill($0, "甲\n") },
      tasks("separators") { fill($0, ",") },
      tasks("separators below headings") { head + fill($0, ",") },
      tasks("rows of separators") { head + fill($0, ",,,,,,\n") },
      tasks("blank lines") { fill($0, "\n") },
      tasks("blank lines below headings") { head + fill($0, "\n") },
      tasks("blanks") { head + "1," + fill($0, " ") + ",\n" },
      tasks("one line") { fill($0, "甲") },
      tasks("one field") { head + "1," + fill($0, "甲") + ",\n" },
      tasks("a heading") { "序号,任务,牵头单位," + fill($0, "甲") + "\n1,甲,市工信局,\n" },
      tasks("headings") { size in lines(size) { "列\($0)," } + head + "1\n" },
      tasks("equal headings") { fill($0, "列,") + head },
      tasks("headings again") { fill($0, head) },
      tasks("cells without heading") {
        "序号,任务,牵头单位" + fill(16_000, ",") + "\n" + fill($0, "\"甲\n\",")
      },
    ]

    static let rows = [
      tasks("unknown words") { "序号,任务,牵头单位,状态\n" + fill($0, "1,甲,市工信局,推进种\n") },
      tasks("one number") { head + fill($0, "1,甲,市工信局\n") },
      tasks("own columns") {
        let names = (1...200).map { "列\($0)" }.joined(separator: ",")
        return "序号,任务," + names + "\n" + fill($0, "1,甲," + fill(398, "x,") + "x\n")
      },
      tasks("plans") { size in "方案,序号,任务\n" + lines(size) { "p\($0),1,甲\n" } },
      tasks("a circle of tasks") { size in
        "序号,任务,上级任务\n" + lines(size) { "\($0),甲,\($0 + 1)\n" } + "0,甲,1\n"
      },
      tasks("leaders") { size in
        let leaders = lines(min(size, 90_000)) { "张\($0)、" }
        return "序号,任务,牵头领导\n" + fill(size, "1,甲,\(leaders)\n")
      },
      Shape("numbers with several meanings") { size in
        [
          "ledger.csv": "任务编号,序号,任务\n" + lines(size / 2) { "A\($0),7,甲\n" },
          "milestones.csv": "任务,节点,时限\n" + lines(size / 2) { "7,n\($0),2023-03-01\n" },
        ]
      },
      Shape("unknown tasks") { size in
        [
          "ledger.csv": "序号,任务\n" + lines(size / 2) { "T\($0),甲\n" },
          "milestones.csv": "任务,节点,时限\n" + lines(size / 2) { "X\($0),初稿,2023-03-01\n" },
        ]
      },
      Shape("tasks of any plan") { size in
        [
          "ledger.csv": "方案,序号,任务\n" + lines(size / 2) { "p\($0),1,甲\n" },
          "milestones.csv": "任务,节点,时限\n" + lines(size / 2) { "1,n\($0),2023-03-01\n" },
        ]
      },
      Shape("a chain of targets") { size in
        [
          "targets.csv": "编号,任务,指标,口径,目标值,同源指标\n"
            + lines(size) { "T\($0),1,数,≥,1,T\($0 + 1)\n" } + "T0,1,数,≥,1,\n"
        ]
      },
      Shape("unknown targets") { size in
        [
          "targets.csv": "编号,任务,指标,口径,目标值,同源指标\n"
            + lines(size) { "T\($0),1,数,≥,1,X\($0)\n" }
        ]
      },
    ]

    static let units = [
      // So many that the budget for nearest names is what counts.
      Shape("unknown units among many") { size in
        [
          "units.csv": "编号,名称\n" + lines(4 * size) { "u\($0),市\($0)局\n" },
          "ledger.csv": "序号,任务,牵头单位\n" + lines(4 * size) { "\($0),甲,县\($0)办\n" },
        ]
      },
      Shape("units in a cell") { size in
        [
          "units.csv": LedgerFixture.units,
          "ledger.csv": "序号,任务,牵头单位\n"
            + cells(size, "市工信局、市政务办、"),
        ]
      },
      Shape("units without separators") { size in
        [
          "units.csv": LedgerFixture.units,
          "ledger.csv": "序号,任务,牵头单位\n"
            + cells(size, "市工信局市政务办"),
        ]
      },
      Shape("open brackets") { size in
        [
          "units.csv": LedgerFixture.units,
          "ledger.csv": "序号,任务,牵头单位\n"
            + cells(size, "市工信局(", end: ")"),
        ]
      },
      Shape("long names") { size in
        [
          "units.csv": "编号,名称\n"
            + lines(size) { "u\($0)," + fill(3 * (1 + ($0 + 20) % 60), "甲") + "\n" },
          "ledger.csv": "序号,任务,牵头单位\n" + cells(size, "甲甲甲、"),
        ]
      },
      Shape("one name of all") { size in
        [
          "units.csv": "编号,名称,起,止\n" + lines(size) { "u\($0),甲局,,\n" }
        ]
      },
      Shape("one name, day after day") { size in
        [
          "units.csv": "编号,名称,起,止\n"
            + lines(size) { number in
              let day = Day(number: 7_400 + number % 20_000).description
              return "u\(number),甲局,\(day),\(day)\n"
            }
        ]
      },
      Shape("nested collectives") { size in
        [
          "units.csv": "编号,名称,集体,成员\n"
            + lines(size) { "u\($0),集体\($0),是,u\($0 + 1)\n" } + "u0,甲局,,\n"
        ]
      },
      Shape("circles of collectives") { size in
        [
          "units.csv": "编号,名称,集体,成员\n"
            + lines(size) { "u\($0),集体\($0),是,u\(1 + $0 / 2);u\($0 + 1)\n" } + "u0,甲局,,\n"
        ]
      },
      Shape("members") { size in
        [
          "units.csv": "编号,名称,集体,成员\n"
            + "u1,集体,是," + lines(min(size, 90_000)) { "m\($0);" } + "\n"
        ]
      },
    ]

    /// A megabyte where all is tried, less for every day: what grows too fast does so at once.
    static let unit =
      ProcessInfo.processInfo.environment["JIBAO_SEEDS"] == nil ? 1 << 14 : 1 << 20

    /// The steps of reading a ledger of a size.
    static func steps(_ shape: Shape, _ size: Int) throws -> Int {
      let count = Steps.Count()
      let fixture = LedgerFixture(shape.files(size))
      _ = try Steps.$count.withValue(count) { try fixture.read() }
      return count.total
    }

    @Test(arguments: bytes + rows + units)
    func stepsGrowAsTheInput(_ shape: Shape) throws {
      let steps = try [1, 2, 4].map { try Self.steps(shape, $0 * Self.unit) }
      // Cells are measured only from 16 KB on: the first step may pass that.
      #expect(steps[1] <= steps[0] * 36 / 10 + 1_000, "\(steps)")
      #expect(steps[2] <= steps[1] * 24 / 10 + 1_000, "\(steps)")
      #expect(steps[2] <= 8_000 * Self.unit, "\(steps)")
    }
  }
#endif
