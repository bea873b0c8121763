import Definitions
import Domain
import Pages

extension ReportLayout {
  /// The layout of the report with the annexes that there are, and the texts that name them.
  func withAnnexes(_ tables: SheetLayout.Tables) throws -> ReportLayout {
    var layout = self
    layout.report = try report.showing { try tables($0).count > 0 }
    for name in report.annexNames { layout.context.texts[name] = "" }
    layout.context.texts.merge(layout.report.annexTexts) { $1 }
    return layout
  }

  /// The document of a report that has one.
  /// - Parameter named: Its file name, where that is not the one of the definition.
  func document(_ tables: SheetLayout.Tables, named: String? = nil) throws -> NamedDocument? {
    guard let definition = report.document else { return nil }
    let layout = try withAnnexes(tables)
    let document = try withoutActuallyEscaping(tables) { tables in
      try DocumentLayout(
        report: layout.report, definition: definition, context: layout.context,
        book: FigureBook(layout.report, layout.context, tables: tables),
        bind: { try layout.bind($0, tables: tables, keys: nil) }, tables: tables
      ).document()
    }
    let annexes = layout.report.sheets.filter { $0.annex != nil }.flatMap(\.tables)
    return NamedDocument(
      name: try named
        ?? FileName.checked(FileName.filled(definition.name, with: context.texts)),
      document: document, template: context.template?.content,
      rows: try annexes.reduce(into: [:]) { $0[$1.query] = try tables($1.query).count })
  }
}
