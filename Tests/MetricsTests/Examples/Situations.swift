/// The situations that the READMEs of the examples name, each as a statement over the tables of a
/// moment that yields one text a row: a task, or what the README calls it.
enum Situations {
  static let statements: [String: String] = [
    "completed early": "SELECT task FROM task_fact WHERE done_on < due_on",
    "completed on the very day": "SELECT task FROM task_fact WHERE done_on = due_on",
    "completed late": "SELECT task FROM task_fact WHERE done_on > due_on",
    "milestone done late":
      "SELECT DISTINCT task FROM item WHERE part = '' AND milestone <> '' AND late = 1",
    "overdue": "SELECT task FROM task_fact WHERE overdue > 0",
    "due on the day of the cut-off, still open":
      "SELECT DISTINCT task FROM item WHERE part = '' AND due = :as_of AND done = 0",
    "behind schedule": light(of: "'滞后', '严重滞后'"),
    "ahead of schedule": "SELECT task FROM task_fact WHERE gap > 0 AND completed = 0",
    "progress not filled in": "SELECT task FROM task_fact WHERE not_filled = 1",
    "progress gone back": """
    SELECT DISTINCT t.task FROM task AS t JOIN task_version AS v ON v.task = t.task
    JOIN held AS h ON h.register = 'ledger' AND v.to_position <= h.position
    WHERE v.progress > t.progress
    """,
    "not yet started by its start date": "SELECT task FROM task WHERE starts_on > :as_of",
    "extension approved in time": "SELECT task FROM due WHERE extended = 1",
    "extension asked for too late": """
    SELECT e.task FROM extension AS e JOIN due AS d ON d.task = e.task
    WHERE e.approved_on <= :as_of AND d.extended = 0
    """,
    "extension not decided": "SELECT task FROM extension WHERE approved_on IS NULL",
    "accepted": "SELECT task FROM task_fact WHERE accepted = 1",
    "completed, not accepted": "SELECT task FROM task_fact WHERE completed = 1 AND accepted = 0",
    "suspended": "SELECT task FROM task_fact WHERE suspended = 1",
    "cancelled": "SELECT task FROM task WHERE status = 'cancelled'",
    "transferred": "SELECT task FROM task WHERE status = 'transferred'",
    "ongoing": "SELECT task FROM task_fact WHERE ongoing = 1",
    "added in mid-year": """
    SELECT t.task FROM task AS t WHERE (SELECT min(v.from_position) FROM task_version AS v
    WHERE v.task = t.task) > (SELECT min(v.from_position) FROM task_version AS v)
    """,
    "disappears": "SELECT task FROM gone_task",
    "no unit at all": "SELECT task FROM task WHERE task NOT IN (SELECT task FROM task_unit)",
    "several leaders": "SELECT task FROM task_leader GROUP BY task HAVING count(*) > 1",
    "several units lead":
      "SELECT task FROM task_unit WHERE role_code = 1 GROUP BY task HAVING count(*) > 1",
    "units' lines stand differently": """
    SELECT task FROM assignment GROUP BY task
    HAVING count(DISTINCT CASE WHEN completed_on <= :as_of THEN 1 ELSE 0 END) > 1
    """,
    "a unit's line cancelled": named(
      "SELECT task, unit FROM assignment WHERE status = 'cancelled'"),
    "milestone with a unit of its own": "SELECT DISTINCT task FROM milestone WHERE unit <> ''",
    "judged by its own due date": "SELECT task FROM standing WHERE counted = 1 AND milestones = 0",
    "completion recorded late": """
    SELECT DISTINCT m.task FROM milestone AS m JOIN milestone_version AS v
    ON v.task = m.task AND v.milestone = m.milestone AND v.unit = m.unit
    JOIN held AS h ON h.register = 'milestones' AND v.to_position <= h.position
    WHERE v.completed_on IS NULL AND m.completed_on <= (SELECT s.effective_on FROM snapshot AS s
      WHERE s.position = (SELECT max(p.position) FROM snapshot AS p WHERE p.position < v.to_position))
    """,
    "brought before a leader": "SELECT task FROM task WHERE escalate_to IS NOT NULL",
    "target met": "SELECT target FROM target_fact WHERE state = 'met'",
    "target missed": "SELECT target FROM target_fact WHERE state = 'missed'",
    "target not measured": "SELECT target FROM target_fact WHERE state = 'not_measured'",
    "report on the very day": submission("s.submitted_on = s.submit_by"),
    "report late": submission("s.state = 'late'"),
    "report missing": submission("s.state = 'missing'"),
    "report sent back": named("SELECT period AS task, unit FROM submission WHERE returned > 0"),
    "rectification struck off":
      "SELECT rectification FROM rectification WHERE accepted_on <= :as_of",
    "rectification overdue":
      "SELECT rectification FROM rectification WHERE due_on < :as_of AND completed_on IS NULL",
    "rectification completed, not struck off":
      "SELECT rectification FROM rectification WHERE completed_on <= :as_of AND accepted_on IS NULL",
    "rectification open in time":
      "SELECT rectification FROM rectification WHERE due_on >= :as_of AND completed_on IS NULL",
    "commendation and bonus": event("'加分事项', '通报表扬', '批示表扬', '特色亮点'"),
    "sent back, named, questioned":
      event("'退回', '通报批评', '提示函', '约谈', '行政问责', '媒体曝光'"),
    "item unpublished or unverified":
      named("SELECT '' AS task, unit FROM publication WHERE published_on IS NULL OR verified = 0"),
  ]

  private static func light(of words: String) -> String {
    """
    SELECT f.task FROM task_fact AS f JOIN light_rule AS r ON r.ordinal = f.light
    WHERE r.word IN (\(words))
    """
  }

  /// The first column and the name of the unit.
  private static func named(_ statement: String) -> String {
    """
    SELECT trim(s.task || ' ' || u.unit_name) FROM (\(statement)) AS s
    JOIN unit AS u ON u.unit = s.unit
    """
  }

  private static func submission(_ condition: String) -> String {
    named("SELECT s.period AS task, s.unit FROM submission_owed AS s WHERE \(condition)")
  }

  private static func event(_ kinds: String) -> String {
    """
    SELECT DISTINCT u.unit_name FROM event_version AS v
    JOIN held AS h ON h.register = 'events'
      AND v.from_position <= h.position AND h.position < v.to_position
    JOIN unit AS u ON u.unit = v.unit WHERE v.kind IN (\(kinds))
    """
  }
}
