public import Pages

/// Writes what the pages of a report say as text, a file for each page: to be read, searched and
/// compared. CSV files, which are text, are left out.
public enum TextFolder {
  /// - Parameter layOut: hands over the files of the report.
  /// - Returns: the names of the files, in order.
  /// - Throws: `OutputFault`, or what `layOut` throws.
  public static func write(
    into folder: String, _ layOut: (_ output: (Output) throws -> Void) throws -> Void
  ) throws -> [String] {
    var names: [String] = []
    func write(_ name: String, _ body: (OutputFile) throws -> Void) throws {
      let file = try OutputFile(path: "\(folder)/\(name)")
      try body(file)
      names.append(name)
    }
    func write(_ book: Book, prefix: String = "") throws {
      for (index, page) in book.pages.enumerated() {
        try write("\(prefix)\(index + 1)-\(page.name).txt") { file in
          try file.write(Array(page.printed().utf8))
        }
      }
    }
    try layOut { output in
      switch output {
      case .book(let named): try write(named.book)
      case .document(let named):
        try write("\(stem(named.name)).txt") { file in
          try file.write(Array(named.document.printed.utf8))
        }
      case .books(let count, let make):
        for index in 0..<count {
          let named = try make(index)
          try write(named.book, prefix: stem(named.name) + "-")
        }
      case .data: break
      case .streams(let files, _, let read):
        let list = files.first { if case .list = $0.content { true } else { false } }
        guard let list, case .list(let page) = list.content else { return try read { _ in } }
        try write("\(stem(list.name)).txt") { file in
          try file.write(Array(page.printedHead().utf8))
          try read { try file.write(Array(page.printed($0).utf8)) }
        }
      }
    }
    return names
  }

  /// A file name without its ending.
  private static func stem(_ name: String) -> String {
    [".xlsx", ".docx"].contains { name.hasSuffix($0) } ? String(name.dropLast(5)) : name
  }
}
