-- 补录完成 · Completions recorded late
--
-- Tasks completed at the later moment, of which the earlier one did not know, or knew another day;
-- and whose day of completion is not after that of a snapshot that did not know it. `unknown_on`
-- is the day of the last snapshot without it, `first_known` that of the first with it (the same
-- day where one corrects the other). A snapshot shows the end of its day: it should have known of
-- what was completed on the day itself.
-- Tasks without a number (their keys begin with ~) are compared with nothing.
--
-- grain:   one row per task
-- key:     task
-- params:  :as_of date
-- columns: task text, number text, number_order text, title text, lead_units text,
--          prior_completed_on date, completed_on date, unknown_on date, first_known date,
--          days integer
-- order:   number_order, task
WITH
  done AS (
    SELECT
      t.task, t.number, t.number_order, t.title, t.led_by AS lead_units, t.completed_on,
      CASE WHEN p.status IN ('completed', 'accepted') THEN p.completed_on END
        AS prior_completed_on
    FROM task AS t
    LEFT JOIN prior_task AS p ON p.task = t.task
    WHERE t.status IN ('completed', 'accepted') AND t.completed_on <= :as_of
      AND substr(t.task, 1, 1) <> '~'
  ),
  said AS (
    SELECT
      v.task, v.first_position, v.last_position,
      CASE
        WHEN v.status IN ('completed', 'accepted') AND v.completed_on = d.completed_on THEN 1
        ELSE 0
      END AS knows
    FROM seen_version AS v
    JOIN done AS d ON d.task = v.task
    WHERE d.prior_completed_on IS DISTINCT FROM d.completed_on
  ),
  unaware AS (
    SELECT s.task, max(s.last_position) AS position
    FROM said AS s
    WHERE s.knows = 0
    GROUP BY s.task
  ),
  aware AS (
    SELECT s.task, min(s.first_position) AS position
    FROM said AS s
    LEFT JOIN unaware AS u ON u.task = s.task
    WHERE s.first_position > coalesce(u.position, 0)
    GROUP BY s.task
  )
SELECT
  d.task, d.number, d.number_order, d.title, d.lead_units, d.prior_completed_on, d.completed_on,
  k.day_before AS unknown_on, k.day AS first_known, f.day_number - c.day_number AS days
FROM done AS d
JOIN aware AS a ON a.task = d.task
JOIN known_snapshot AS k ON k.position = a.position
JOIN day AS f ON f.day = k.day
JOIN day AS c ON c.day = d.completed_on
WHERE d.completed_on <= k.day_before
