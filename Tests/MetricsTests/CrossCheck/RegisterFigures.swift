import Domain

/// Submissions, publications, rectifications and targets, from their metrics.
struct RegisterFigures {
  private(set) var figures: Figures

  init(_ figures: Figures, table: (String) throws -> [Row]) throws {
    self.figures = figures
    addSubmissions(try table("submissions_by_unit"))
    addPublications(try table("publications_by_unit"))
    addRectifications(try table("rectification_list"))
    addTargets(try table("target_list"))
  }

  private mutating func addSubmissions(_ rows: [Row]) {
    for (period, rows) in Dictionary(grouping: rows, by: { $0.text("period") }) {
      let path = ["submissions", period]
      func units(_ state: String) -> [String] {
        rows.filter { $0.text("state") == state }.map { $0.text("unit") }.sorted()
      }
      let onTheDay = rows.count { $0["submitted_on"] == $0["submit_by"] }
      figures.set(
        path,
        [
          "owed": Int64(rows.count), "on_time": Int64(units("on_time").count),
          "on_the_very_day": Int64(onTheDay),
        ])
      figures[path + ["late"]] = units("late").joined(separator: ",")
      figures[path + ["missing"]] = units("missing").joined(separator: ",")
    }
  }

  private mutating func addPublications(_ rows: [Row]) {
    for row in rows {
      for name in ["quota", "reported", "published"] {
        figures[["publications", row.text("unit"), name]] = row.text(name)
      }
    }
  }

  private mutating func addRectifications(_ rows: [Row]) {
    func count(_ state: String) -> Int64 { Int64(rows.count { $0.text("state") == state }) }
    figures.set(
      ["rectifications"],
      [
        "found": Int64(rows.count), "completed": count("completed") + count("closed"),
        "struck_off": count("closed"), "open": Int64(rows.count) - count("closed"),
        "overdue": count("overdue"),
        "overdue_days_sum": rows.reduce(0) { $0 + $1.number("days") },
      ])
  }

  private mutating func addTargets(_ rows: [Row]) {
    for row in rows {
      figures[["targets", "verdicts", row.text("target")]] = row.text("own_state")
    }
    let counted = rows.filter { $0.text("state") != "repeats" }
    for (group, apart) in [("hard", Int64(0)), ("apart", 1)] {
      let rows = counted.filter { $0.number("apart") == apart }
      guard !rows.isEmpty else { continue }
      let path = ["targets", "counts", group]
      figures.set(path, ["total": Int64(rows.count)])
      if apart == 0 {
        figures.set(
          path,
          [
            "due": rows.reduce(0) { $0 + $1.number("rated") },
            "paced": rows.reduce(0) { $0 + $1.number("paced") },
          ])
      }
      let states = [
        "met", "missed", "not_measured", "on_schedule", "below_schedule", "not_due",
      ]
      for state in states {
        figures.set(path, [state: Int64(rows.count { $0.text("state") == state })])
      }
    }
  }
}
