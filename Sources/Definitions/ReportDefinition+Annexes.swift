import Domain

extension ReportDefinition {
  /// An annex of the document: sheets of one id, numbered in their order.
  public struct Annex: Hashable, Sendable {
    public let id: String
    /// `附件1`, or `附件` of a document with a single one.
    public let label: String
    /// Its title as the first of its sheets has it, without the label.
    public let title: Template
  }

  /// The ids of annexes in the order of their sheets.
  var annexIDs: [String] {
    sheets.compactMap(\.annex).reduce(into: []) { ids, id in
      if !ids.contains(id) { ids.append(id) }
    }
  }

  /// The annexes that there are, numbered.
  public var annexes: [Annex] {
    let ids = annexIDs
    return ids.enumerated().compactMap { index, id in
      sheets.first { $0.annex == id }.map { sheet in
        Annex(id: id, label: "附件" + (ids.count > 1 ? "\(index + 1)" : ""), title: sheet.title)
      }
    }
  }

  /// The placeholders that name annexes: `{annex.id}` is 附件1, `{see.id}` is （见附件1）; both are empty
  /// of one that is not there.
  public var annexTexts: [String: String] {
    annexes.reduce(into: [:]) { texts, annex in
      texts["annex." + annex.id] = annex.label
      texts["see." + annex.id] = "（见\(annex.label)）"
    }
  }

  /// The names of these placeholders.
  public var annexNames: [String] { annexIDs.flatMap { ["annex." + $0, "see." + $0] } }

  /// The report with the sheets of annexes called by their labels: what the workbook shows.
  public var labellingAnnexes: ReportDefinition {
    let labels = Dictionary(uniqueKeysWithValues: annexes.map { ($0.id, $0.label) })
    var copy = self
    for index in copy.sheets.indices {
      guard let label = copy.sheets[index].annex.flatMap({ labels[$0] }) else { continue }
      let sheet = copy.sheets[index]
      copy.sheets[index].name = "\(label) \(sheet.name)"
      copy.sheets[index].title = Template(
        text: "\(label)　\(sheet.title.text)", place: sheet.title.place)
    }
    return copy
  }
}
