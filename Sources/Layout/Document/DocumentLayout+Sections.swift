import Definitions
import Domain
import Pages

extension DocumentLayout {
  /// The paragraphs of a section; none where nothing is said in it.
  /// - Parameter number: Its number, if it is there.
  func paragraphs(
    of section: ReportDefinition.Document.Section, number: Int
  ) throws -> [Document.Paragraph] {
    var body = try text(section.sentences)
    var paragraphs = try items(of: section) + parts(of: section)
    if body.isEmpty, paragraphs.isEmpty, let otherwise = section.otherwise {
      body = try book.filled(otherwise)
    }
    guard !body.isEmpty || !paragraphs.isEmpty else { return [] }
    let after = try text(section.after)
    if !after.isEmpty { paragraphs.append(Document.Paragraph(.body, after)) }
    let heading =
      (section.isNumbered ? ChineseNumber.text(number) + "、" : "")
      + (try book.filled(section.heading))
    if section.isRunIn, !body.isEmpty {
      let first = Document.Paragraph(
        .body, [Document.Run(heading, .strong), Document.Run("：" + body)])
      return [first] + paragraphs
    }
    let text = body.isEmpty ? [] : [Document.Paragraph(.body, body)]
    return [Document.Paragraph(.heading, heading)] + text + paragraphs
  }

  /// Sentences one after another; one that is empty is left out.
  private func text(_ sentences: [Template]) throws -> String {
    Punctuation.tidied(try sentences.map(book.filled).joined())
  }

  /// A paragraph for each row of a figure, numbered unless there is but one.
  private func items(
    of section: ReportDefinition.Document.Section
  ) throws -> [Document.Paragraph] {
    guard let name = section.items else { return [] }
    let (items, more) = try book.items(name)
    let numbered = items.enumerated().map { index, item in
      Document.Paragraph(.body, (items.count > 1 ? "\(index + 1)." : "") + item)
    }
    return numbered + (more.isEmpty ? [] : [Document.Paragraph(.body, more)])
  }

  /// The parts in which something is said, numbered unless there is but one.
  private func parts(
    of section: ReportDefinition.Document.Section
  ) throws -> [Document.Paragraph] {
    let parts = try section.parts.compactMap { part -> (lead: String, text: String)? in
      let text = try text(part.sentences)
      return text.isEmpty ? nil : (try part.lead.map(book.filled) ?? "", text)
    }
    return parts.enumerated().map { index, part in
      let number = parts.count > 1 ? "（\(ChineseNumber.text(index + 1))）" : ""
      let lead = number + part.lead
      let text = Document.Run(part.text)
      return Document.Paragraph(.body, lead.isEmpty ? [text] : [Document.Run(lead, .lead), text])
    }
  }
}
