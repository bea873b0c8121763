import Domain

extension Document {
  /// The document as text for golden files: a line for each paragraph and row, the part that it plays
  /// first.
  public var printed: String {
    var lines = ["document \(form.rawValue): \(title)"]
    if !header.isEmpty { lines.append("header: \(header)") }
    for section in sections {
      lines.append("")
      lines.append(section.isLandscape ? "section, landscape" : "section")
      lines += section.blocks.flatMap(\.printed)
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Document.Block {
  fileprivate var printed: [String] {
    switch self {
    case .paragraph(let paragraph): [paragraph.printed]
    case .rule(let rule): ["----- \(rule.rawValue) line"]
    case .table(let table): table.printed
    }
  }
}

extension Document.Paragraph {
  fileprivate var printed: String {
    let text = runs.map { run in
      switch run.emphasis {
      case .plain: run.text
      case .lead: "_\(run.text)_"
      case .strong: "*\(run.text)*"
      }
    }
    .joined().replacing("\t", with: "⇥").replacing("\n", with: "↵")
    return "\(beginsPage ? "new page, " : "")\(role.rawValue): \(text)"
  }
}

extension Document.Table {
  fileprivate var printed: [String] {
    ["table: \(widths.map(String.init).joined(separator: ", "))", "  head | \(Self.line(heading))"]
      + rows.map { "  row | \(Self.line($0))" }
  }

  private static func line(_ cells: [Document.Cell]) -> String {
    cells.map { cell in
      let text = cell.text.replacing("\n", with: "↵")
      return cell.span > 1 ? "\(text) (\(cell.span) columns)" : text
    }
    .joined(separator: " | ")
  }
}
