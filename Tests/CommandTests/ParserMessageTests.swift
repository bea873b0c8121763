import TestSupport
import Testing

/// What the argument parser says, in Chinese: the same code, and no English but names.
@Suite struct ParserMessageTests {
  @Test(arguments: [
    (["report", "--perid", "2023-Q1"], "错误：没有选项“--perid”，是否应为“--period”？"),
    (["report", "--nothing-like-it"], "错误：没有选项“--nothing-like-it”"),
    (["report", "--period"], "错误：选项“--period <period>”缺少值"),
    (["verify", "--json=1"], "错误：选项“--json”不带值，而写了“1”"),
    (["snapshot", "a"], "错误：多余的参数“a”"), (["snapshot", "a", "b"], "错误：多余的参数2个：“a”、“b”"),
    (["init"], "错误：缺少参数“<directory>”"),
    (
      ["report", "--all-periods", "--only", "some"],
      "错误：“--only <only>”的值“some”无效，应为missing、failed、all"
    ), (["report", "--as-of", "2023-02-30"], "错误：“--as-of <as-of>”的值“2023-02-30”无效"),
  ])
  func errorsAreChinese(_ words: [String], _ said: String) throws {
    let program = Program()
    let english = try program.run(words + ["--lang", "en"])
    let chinese = try program.run(words + ["--lang", "zh"])
    #expect(english.status == 2 && chinese.status == 2, "\(chinese)")
    #expect(chinese.errors.hasPrefix(said + "\n"), "\(chinese.errors)")
    #expect(english.errors.hasPrefix("Error: ") && english.output.isEmpty, "\(english)")
    for word in ["Error", "Usage", "See", "Help", "for more information"] {
      #expect(!chinese.errors.contains(word), "\(chinese.errors)")
    }
  }

  @Test(arguments: [[], ["report"], ["history", "withdraw"], ["run"]])
  func helpHasAChineseFrame(_ command: [String]) throws {
    let help = try Program().run(command + ["--help", "--lang", "zh"])
    #expect(help.status == 0 && help.output.hasPrefix("概述：") && help.output.contains("用法："))
    for word in ["OVERVIEW", "USAGE", "OPTIONS", "SUBCOMMANDS", "ARGUMENTS", "Show help", "See '"] {
      #expect(!help.output.contains(word), "\(word) in \(help.output)")
    }
  }
}
