import Domain

extension Chinese {
  func template(_ problem: TemplateProblem) -> String {
    switch problem {
    case .package(let fault): "不是 Word 文档：\(package(fault))"
    case .notADocument: "不是 Word 保存的文档（.docx）"
    case .macros(let part): "\(part)：含有宏，模板不得带宏"
    case .external(let part, let target):
      "\(part)：链接到文件之外的“\(ShownText.quoted(target))”"
    case .embedded(let part): "\(part)：含有其他程序的嵌入对象或控件"
    case .otherDocument(let part): "\(part)：引入了其他文档或模板"
    case .field(let part, let word): "\(part)：含有 \(word) 域，该域读取文件之外的内容"
    case .textPlaces(0): "正文中没有单独成段的 {{正文}}，不知道文字放在哪里"
    case .textPlaces(let count): "{{正文}} 出现了 \(count) 次，只能出现一次"
    }
  }
}
