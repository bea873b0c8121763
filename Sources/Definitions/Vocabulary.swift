public import Domain

/// The words that an office writes into its ledger for what the program counts.
///
/// A workspace's `vocabulary.yaml` adds to the standard words, or gives one another meaning:
///
///     status:
///       欠进度: in_progress
///       延期后再进行: suspended
public struct Vocabulary: Hashable, Sendable {
  private var codes: [WordKind: [String: String]] = [:]
  private var ordered: [WordKind: [String]] = [:]

  /// The words that every workspace knows.
  public static let standard = Vocabulary()

  private init() {
    for kind in WordKind.allCases {
      for entry in Self.standardWords(for: kind) {
        for word in entry.words { add(word, meaning: entry.code, kind: kind) }
      }
      for code in kind.codes { add(code, meaning: code, kind: kind) }
    }
  }

  /// The standard words and those of a workspace's file.
  /// - Throws: `DefinitionFault` for an unknown kind of word or an unknown meaning.
  public init(_ definition: DefinitionFile) throws {
    self = .standard
    for (name, words) in try YAMLNode(definition).entries(known: WordKind.allCases.map(\.rawValue))
    {
      guard let kind = WordKind(rawValue: name) else { continue }
      for (word, node) in try words.entries() {
        let code = try node.text
        guard kind.codes.contains(code) else {
          throw node.fault(.unknownWord(code, known: kind.codes))
        }
        add(word, meaning: code, kind: kind)
      }
    }
  }

  /// What a word means, or nil if it is unknown. Latin letters may be in either case.
  public func code(_ word: String, _ kind: WordKind) -> String? {
    codes[kind]?[word] ?? codes[kind]?[word.lowercased()]
  }

  /// The words that may be written, as messages list them.
  public func words(for kind: WordKind) -> [String] { ordered[kind] ?? [] }

  /// The Chinese word that a report shows for a code; the code itself if it has none.
  public func label(_ code: String, _ kind: WordKind) -> String {
    Self.standardWords(for: kind).first { $0.code == code }?.words.first ?? code
  }

  private mutating func add(_ word: String, meaning code: String, kind: WordKind) {
    if codes[kind, default: [:]].updateValue(code, forKey: word) == nil {
      ordered[kind, default: []].append(word)
    }
  }
}
