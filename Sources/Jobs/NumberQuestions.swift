import Domain
import Intake
import Store

/// Works out what has to be asked about the numbers of a plan's tasks.
struct NumberQuestions {
  /// Titles are held against those of other numbers where there are no more pairs of them; else
  /// only the same ones are found.
  private static let mostPairs = 1_000_000
  /// From this share on, in per cent, a title under its own number is proposed to be the same task.
  private static let sameFrom = 35

  private let changes: TaskChanges
  /// The titles that their numbers have no more, by number.
  private let departed: [(task: String, title: String)]
  private var placesByTitle: [String: [String]] = [:]

  init(_ changes: TaskChanges) {
    self.changes = changes
    departed =
      (changes.gone + changes.unnumbered).map { ($0.task, $0.title) }
      + changes.retitled.map { ($0.task, $0.before.title) }
    placesByTitle = Dictionary(grouping: departed, by: \.title).mapValues { $0.map(\.task) }
  }

  /// In the natural order of the ids: one for each number that bears another title than may be its own, and
  /// for each title that stands under another number.
  func all() -> [RenumberingFile.Question] {
    let retitled = Dictionary(
      changes.retitled.map { ($0.task, $0.before.title) }, uniquingKeysWith: { first, _ in first })
    let arrived =
      changes.added.map { ($0.task, $0.title) } + changes.retitled.map { ($0.task, $0.now) }
    var taken: Set<String> = []
    var questions: [RenumberingFile.Question] = []
    var rest: [(task: String, title: String)] = []
    for (task, title) in arrived {
      let places = placesByTitle[title] ?? []
      if let place = places.first(where: { !taken.contains($0) }) ?? places.first {
        taken.insert(place)
        questions.append(question(task, title, from: place, title, 100))
      } else if retitled[task].map({ isRewording($0, title) }) != true {
        rest.append((task, title))
      }
    }
    questions += near(rest, taken)
    let asked = Set(questions.map(\.task))
    for (task, title) in rest where !asked.contains(task) {
      guard let before = retitled[task] else { continue }
      let likeness = TitleLikeness(before).share(with: TitleLikeness(title))
      questions.append(question(task, title, from: task, before, likeness))
    }
    return questions.map { (NaturalOrder.key(of: $0.task), $0) }.sorted {
      $0.0.utf8.lexicographicallyPrecedes($1.0.utf8)
    }.map(\.1)
  }

  private func question(
    _ task: String, _ title: String, from earlier: String, _ before: String, _ likeness: Int
  ) -> RenumberingFile.Question {
    RenumberingFile.Question(
      plan: changes.plan, earlier: earlier, task: task, titleBefore: before, titleNow: title,
      likeness: likeness,
      proposal: earlier != task ? .renumbered : likeness >= Self.sameFrom ? .same : .another)
  }

  private func isRewording(_ before: String, _ now: String) -> Bool {
    TitleLikeness(now).isRewording(of: TitleLikeness(before))
  }

  /// Titles that are nearly those of other numbers, each with the nearest of them that is left.
  private func near(
    _ arrived: [(task: String, title: String)], _ taken: Set<String>
  ) -> [RenumberingFile.Question] {
    let left = departed.filter { !taken.contains($0.task) }
    guard arrived.count * left.count <= Self.mostPairs else { return [] }
    let forms = left.map { TitleLikeness($0.title) }
    var pairs: [(likeness: Int, arrived: Int, left: Int)] = []
    for (index, one) in arrived.enumerated() {
      let form = TitleLikeness(one.title)
      for (other, departed) in left.enumerated() where departed.task != one.task {
        guard form.isNear(forms[other]) else { continue }
        pairs.append((form.share(with: forms[other]), index, other))
      }
    }
    pairs.sort { ($1.likeness, $0.arrived, $0.left) < ($0.likeness, $1.arrived, $1.left) }
    var (usedArrived, usedLeft): (Set<Int>, Set<Int>) = ([], [])
    return pairs.compactMap { pair in
      guard !usedArrived.contains(pair.arrived), !usedLeft.contains(pair.left) else { return nil }
      usedArrived.insert(pair.arrived)
      usedLeft.insert(pair.left)
      let (one, other) = (arrived[pair.arrived], left[pair.left])
      return question(one.task, one.title, from: other.task, other.title, pair.likeness)
    }
  }
}
