extension ReportDefinition {
  /// One of several by the code of a column, or one for all rows.
  public struct Choice<Option: Sendable>: Sendable {
    /// The column of the code; nil where one is for all.
    public let column: String?
    /// What is chosen, by code.
    public let options: [String: Option]
    /// What is chosen for all other codes.
    public let otherwise: Option

    public init(by column: String? = nil, _ options: [String: Option] = [:], otherwise: Option) {
      self.column = column
      self.options = options
      self.otherwise = otherwise
    }

    /// All that may be chosen.
    var all: [Option] { options.values + [otherwise] }

    /// What is chosen for a code; nil for a row that has none.
    public func option(for code: String?) -> Option { code.flatMap { options[$0] } ?? otherwise }
  }
}

extension ReportDefinition.Choice {
  /// Reads what stands for all rows, or `by`, `words` and `otherwise`.
  /// - Parameter otherwise: What is chosen where that is not said; nil if it must be.
  init(
    _ node: YAMLNode, otherwise: Option? = nil, _ option: (YAMLNode) throws -> Option
  ) throws {
    guard node.isMapping else {
      self.init(otherwise: try option(node))
      return
    }
    let fields = try node.fields(["by", "words", "otherwise"])
    let options = try fields.required("words").entries().map { ($0.key, try option($0.value)) }
    self.init(
      by: try fields.required("by").text, Dictionary(uniqueKeysWithValues: options),
      otherwise: try fields["otherwise"].map(option)
        ?? otherwise ?? option(fields.required("otherwise")))
  }
}
