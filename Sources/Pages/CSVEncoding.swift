/// The encodings of CSV files.
public enum CSVEncoding: String, CaseIterable, Codable, Sendable {
  /// UTF-8 with a byte order mark, without which Excel takes it for another encoding.
  case utf8
  /// For old tools.
  case gb18030
}
