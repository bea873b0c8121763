-- 逾期天数 · How long the overdue items are overdue
--
-- Items due before the cut-off and not completed: calendar days, working days, mean as sum over
-- count, longest, and the median as the sum of the one or two middle values over their number.
--
-- grain:   one row
-- key:     -
-- params:  -
-- columns: overdue integer, days integer, workdays integer, longest integer, median ratio
-- order:   -
WITH
  ranked AS (
    SELECT
      i.days, i.workdays, row_number() OVER (ORDER BY i.days) AS place,
      count(*) OVER () AS overdue
    FROM item AS i
    WHERE i.part = '' AND i.overdue = 1
  )
SELECT
  count(*) AS overdue, coalesce(sum(r.days), 0) AS days,
  coalesce(sum(r.workdays), 0) AS workdays, coalesce(max(r.days), 0) AS longest,
  coalesce(sum(CASE WHEN 2 * r.place BETWEEN r.overdue AND r.overdue + 2 THEN r.days END), 0)
    AS median_num,
  coalesce(sum(CASE WHEN 2 * r.place BETWEEN r.overdue AND r.overdue + 2 THEN 1 END), 0)
    AS median_den
FROM ranked AS r
