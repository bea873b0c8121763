-- 各组前列和后列单位 · The first and last units of each group
--
-- By their places: the first three and the last three of each ranking group with six units or more
-- that are ranked, of a smaller one the first and the last. Equal places stand together. No rows
-- where the plan has no rules.
--
-- grain:   one row per unit
-- key:     unit
-- params:  -
-- columns: unit text, short_name text, ranking_group text, group_order integer, position text,
--          place integer, ranked integer, points integer, remark text, official_order integer
-- order:   group_order, place, official_order, unit
WITH
  grouped AS (
    SELECT u.ranking_group, min(u.official_order) AS group_order, count(*) AS ranked
    FROM score AS s
    JOIN unit AS u ON u.unit = s.unit
    WHERE s.place IS NOT NULL AND u.ranking_group IS NOT NULL
    GROUP BY u.ranking_group
  )
SELECT
  s.unit, coalesce(n.name, u.unit_name) AS short_name, u.ranking_group, g.group_order,
  CASE
    WHEN s.place <= CASE WHEN g.ranked >= 6 THEN 3 ELSE 1 END THEN 'first'
    ELSE 'last'
  END AS position,
  s.place, g.ranked, s.points, CASE WHEN s.is_small = 1 THEN 'small' ELSE 'none' END AS remark,
  u.official_order
FROM score AS s
JOIN unit AS u ON u.unit = s.unit
JOIN grouped AS g ON g.ranking_group = u.ranking_group
LEFT JOIN short_name AS n ON n.unit = s.unit
WHERE s.place IS NOT NULL AND s.tasks > 0 AND g.ranked > 1
  AND (
    s.place <= CASE WHEN g.ranked >= 6 THEN 3 ELSE 1 END
    OR s.place > g.ranked - CASE WHEN g.ranked >= 6 THEN 3 ELSE 1 END)
