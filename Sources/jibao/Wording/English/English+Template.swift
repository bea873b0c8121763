import Domain

extension English {
  func template(_ problem: TemplateProblem) -> String {
    switch problem {
    case .package(let fault): "is no Word document: \(package(fault))"
    case .notADocument: "is no document as Word saves it (.docx)"
    case .macros(let part): "\(part): holds macros, which no template may"
    case .external(let part, let target):
      "\(part): leads to \(ShownText.quoted(target)), outside of the file"
    case .embedded(let part): "\(part): holds an object of another program, or a control"
    case .otherDocument(let part): "\(part): takes in another document or template"
    case .field(let part, let word): "\(part): holds the field \(word), which reads from elsewhere"
    case .textPlaces(0): "has no paragraph {{正文}} right in its body, where the text would go"
    case .textPlaces(let count):
      "has the paragraph {{正文}} \(count) times; the text goes to one place"
    }
  }
}
