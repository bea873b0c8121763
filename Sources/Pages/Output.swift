public import Domain

/// What a report makes: one file, or several of one result, which is read once for all of them.
public enum Output {
  /// A workbook; its tables are read at once.
  case book(NamedBook)
  /// A Word document.
  case document(NamedDocument)
  /// A CSV file of a result.
  case data(name: String, DataFile, ResultStream, rows: [String: Int])
  /// Files that are written while a result is read: a long list, its CSV file, or what else takes
  /// the rows.
  case streams([StreamedFile], rows: [String: Int], read: RowFeed)
  /// Workbooks that may be made side by side.
  case books(count: Int, make: @Sendable (_ index: Int) throws -> NamedBook)

  /// Hands every row of a result to its argument.
  public typealias RowFeed = (_ add: ([Value]) throws -> Void) throws -> Void
}

/// A workbook, its file name, and how many rows of results it shows, by query.
public struct NamedBook {
  public let name: String
  public let book: Book
  public let rows: [String: Int]

  public init(name: String, book: Book, rows: [String: Int]) {
    self.name = name
    self.book = book
    self.rows = rows
  }
}

/// A document, its file name, and how many rows of results its annexes show, by query.
public struct NamedDocument {
  public let name: String
  public let document: Document
  /// The office's own file whose look it takes.
  public let template: [UInt8]?
  public let rows: [String: Int]

  public init(name: String, document: Document, template: [UInt8]?, rows: [String: Int]) {
    self.name = name
    self.document = document
    self.template = template
    self.rows = rows
  }
}

/// A file that is written while a result is read.
public struct StreamedFile: Sendable {
  public enum Content: Sendable {
    case list(LongPage)
    case data(DataFile)
  }

  public let name: String
  public let content: Content

  public init(name: String, content: Content) {
    self.name = name
    self.content = content
  }
}

/// A file that was written.
public struct WrittenFile: Codable, Hashable, Sendable {
  /// The path within the folder.
  public let name: String
  /// SHA-256 of the bytes, in hexadecimal digits.
  public let sha256: String
  public let bytes: Int
  /// How many rows of results the file shows, by query.
  public let rows: [String: Int]

  public init(name: String, sha256: String, bytes: Int, rows: [String: Int]) {
    self.name = name
    self.sha256 = sha256
    self.bytes = bytes
    self.rows = rows
  }
}
