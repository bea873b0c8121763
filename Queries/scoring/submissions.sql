-- Reports owed 应报送
--
-- One for each unit that owes a report and each period whose time limit has been reached: on time
-- (the very day is), late or missing, as flags and in `state`; `days` late; `quality` as the office
-- wrote it; `returned` times sent back.
--
-- grain:   one row per unit and period
-- key:     unit, period
-- params:  -
-- columns: unit text, task text, title text, occasion text, period text,
--          submit_by date, qty ratio, state text,
--          on_time integer, late integer, missing integer, days integer, quality text,
--          returned integer, source_file text, source_day date, source_line integer,
--          source_place text
-- order:   unit, submit_by, period
SELECT
  o.unit, '' AS task, '' AS title, c.period_name AS occasion, o.period, o.submit_by,
  1 AS qty_num,
  1 AS qty_den, o.state, CASE WHEN o.state = 'on_time' THEN 1 ELSE 0 END AS on_time,
  CASE WHEN o.state = 'late' THEN 1 ELSE 0 END AS late,
  CASE WHEN o.state = 'missing' THEN 1 ELSE 0 END AS missing, o.days_late AS days, o.quality,
  o.returned, s.file AS source_file, s.day AS source_day, b.source_line, b.source_place
FROM submission_owed AS o
JOIN calendar AS c ON c.period = o.period
LEFT JOIN submission AS b ON b.unit = o.unit AND b.period = o.period
LEFT JOIN source_file AS s ON s.position = b.source_position AND s.register = 'submissions'
