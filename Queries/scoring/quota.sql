-- News items over the quota, one by one 刊发任务
--
-- For `per_rate`: the quota of a unit that has one (0 of n) and each item that counts towards it
-- (1 of 0), with its row. Added up they are the published items over the quota, as in `publications`.
--
-- grain:   one row per unit that has a quota, and per title that it published
-- key:     unit, occasion
-- params:  :as_of date
-- columns: unit text, task text, title text, occasion text, published_on date, qty ratio,
--          source_file text, source_day date, source_line integer, source_place text
-- order:   unit, published_on, occasion
WITH
  counted AS (
    SELECT
      p.unit, p.title, p.published_on, p.source_position, p.source_line, p.source_place,
      row_number() OVER (
        PARTITION BY p.unit, p.title_key
        ORDER BY p.published_on, p.submitted_on, p.outlet, p.level, p.ordinal) AS place
    FROM publication AS p
    JOIN publication_count AS c ON c.unit = p.unit AND c.quota > 0
    WHERE p.published_on <= :as_of AND p.published_on <> '' AND p.verified = 1
      AND (p.level_key IN (SELECT l.level_key FROM publication_level AS l)
        OR NOT EXISTS (SELECT 1 FROM publication_level AS l))
  )
SELECT
  q.unit, '' AS task, '' AS title, '' AS occasion, CAST(NULL AS text) AS published_on,
  0 AS qty_num, q.quota AS qty_den, CAST(NULL AS text) AS source_file,
  CAST(NULL AS text) AS source_day, CAST(NULL AS bigint) AS source_line,
  CAST(NULL AS text) AS source_place
FROM publication_count AS q
WHERE q.quota > 0
UNION ALL
SELECT
  c.unit, '', '', c.title, c.published_on, 1, 0, s.file, s.day, c.source_line, c.source_place
FROM counted AS c
LEFT JOIN source_file AS s ON s.position = c.source_position AND s.register = 'publications'
WHERE c.place = 1
