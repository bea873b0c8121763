public import Domain

/// A workbook: its pages in order, and what stands in its properties.
public struct Book {
  public let title: String
  public let author: String
  public let created: Day
  public let pages: [Page]

  public init(title: String, author: String, created: Day, pages: [Page]) {
    self.title = title
    self.author = author
    self.created = created
    self.pages = pages
  }
}
