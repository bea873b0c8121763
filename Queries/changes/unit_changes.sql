-- 单位到期办结增减 · How the due completion of each lead unit changed
--
-- The due items of the parts that a unit leads and those done, then as they were reported, and
-- now. `late_entries` are those open then which by what is known now had been done by then.
-- `direction` compares the two rates as they were reported, `corrected_direction` with the
-- late entries counted then: `up`, `down`, `same`, or `none` where one of them has no due
-- items. `rests_on_late_entry` is 1 where the unit rose, and without the late entries would
-- not have.
--
-- grain:   one row per lead unit then or now
-- key:     unit
-- params:  :prior_as_of date
-- columns: unit text, unit_name text, short_name text, official_order integer, due integer,
--          due_completed integer, prior_due integer, prior_completed integer,
--          late_entries integer, corrected_completed integer, direction text,
--          corrected_direction text, rests_on_late_entry integer
-- order:   official_order, unit
WITH
  -- Rows of both moments, put together by their unit, not searched for one another.
  side AS (
    SELECT n.unit, n.is_due AS due, n.is_due * n.done AS done, 0 AS prior_due, 0 AS prior_done, 0 AS entries
    FROM unit_item AS n
    WHERE n.role_code = 1
    UNION ALL
    SELECT
      p.unit, 0, 0, p.is_due, p.is_due * p.done,
      CASE
        WHEN p.is_due = 1 AND p.done = 0 AND n.done_on <= :prior_as_of
          AND substr(p.task, 1, 1) <> '~' THEN 1
        ELSE 0
      END
    FROM prior_unit_item AS p
    LEFT JOIN unit_item AS n
      ON n.task = p.task AND n.unit = p.unit AND n.milestone = p.milestone
      AND n.own_milestone = p.own_milestone
    WHERE p.role_code = 1
  ),
  paired AS (
    SELECT
      s.unit, sum(s.due) AS due, sum(s.done) AS done, sum(s.prior_due) AS prior_due,
      sum(s.prior_done) AS prior_done, sum(s.entries) AS entries
    FROM side AS s
    GROUP BY s.unit
  ),
  told AS (
    SELECT
      p.unit, p.due, p.done, p.prior_due, p.prior_done, p.entries,
      CASE
        WHEN p.due = 0 OR p.prior_due = 0 THEN 'none'
        WHEN p.done * p.prior_due > p.prior_done * p.due THEN 'up'
        WHEN p.done * p.prior_due < p.prior_done * p.due THEN 'down'
        ELSE 'same'
      END AS direction,
      CASE
        WHEN p.due = 0 OR p.prior_due = 0 THEN 'none'
        WHEN p.done * p.prior_due > (p.prior_done + p.entries) * p.due THEN 'up'
        WHEN p.done * p.prior_due < (p.prior_done + p.entries) * p.due THEN 'down'
        ELSE 'same'
      END AS corrected_direction
    FROM paired AS p
  )
SELECT
  t.unit, coalesce(u.unit_name, o.unit_name) AS unit_name,
  coalesce(n.name, u.unit_name, o.unit_name) AS short_name,
  coalesce(u.official_order, o.official_order) AS official_order, t.due, t.done AS due_completed,
  t.prior_due, t.prior_done AS prior_completed, t.entries AS late_entries,
  t.prior_done + t.entries AS corrected_completed, t.direction, t.corrected_direction,
  CASE WHEN t.direction = 'up' AND t.corrected_direction <> 'up' THEN 1 ELSE 0 END
    AS rests_on_late_entry
FROM told AS t
LEFT JOIN unit AS u ON u.unit = t.unit
LEFT JOIN prior_unit AS o ON o.unit = t.unit
LEFT JOIN short_name AS n ON n.unit = t.unit
