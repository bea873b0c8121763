-- 信息刊发与任务数 · News items against the quota
--
-- Per unit one title counts once. Reported: handed in by the cut-off. Published: published by
-- then, verified, and of a level that the plan counts (all levels where it names none). The quota
-- is the greatest that applies: that of the unit's ranking group, that of the units that lead.
--
-- grain:   one row per unit that has a quota or reported an item
-- key:     unit
-- params:  :as_of date
-- columns: unit text, basis text, quota integer, reported integer, published integer
WITH
  owed AS (
    SELECT u.unit, 'group' AS basis, q.items
    FROM unit AS u
    JOIN quota AS q ON q.group_key = u.group_key AND q.group_key <> ''
    UNION ALL
    SELECT l.unit, 'lead', q.items
    FROM lead_unit AS l
    JOIN quota AS q ON q.group_key = ''
  ),
  ranked AS (
    SELECT
      o.unit, o.basis, o.items,
      row_number() OVER (PARTITION BY o.unit ORDER BY o.items DESC, o.basis) AS place
    FROM owed AS o
  ),
  counted AS (
    SELECT
      p.unit,
      count(DISTINCT CASE WHEN p.submitted_on <= :as_of AND p.submitted_on <> '' THEN p.title_key END)
        AS reported,
      count(DISTINCT CASE
        WHEN p.published_on <= :as_of AND p.published_on <> '' AND p.verified = 1
          AND (p.level_key IN (SELECT l.level_key FROM publication_level AS l)
            OR NOT EXISTS (SELECT 1 FROM publication_level AS l))
          THEN p.title_key
      END) AS published
    FROM publication AS p
    GROUP BY p.unit
  ),
  -- One row of either kind for a unit; put together by their unit, not searched for one another.
  side AS (
    SELECT r.unit, r.basis, r.items, 0 AS reported, 0 AS published
    FROM ranked AS r
    WHERE r.place = 1
    UNION ALL
    SELECT c.unit, CAST(NULL AS text), CAST(NULL AS bigint), c.reported, c.published
    FROM counted AS c
  )
SELECT
  s.unit, max(s.basis) AS basis, coalesce(max(s.items), 0) AS quota,
  max(s.reported) AS reported, max(s.published) AS published
FROM side AS s
GROUP BY s.unit
