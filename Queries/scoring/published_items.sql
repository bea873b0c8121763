-- News items published 刊发信息
--
-- Items published by the cut-off, verified, of a level that the plan counts; one title of a unit
-- counts once, by its earliest publication.
--
-- grain:   one row per unit and title
-- key:     unit, occasion
-- params:  :as_of date
-- columns: unit text, task text, title text, occasion text, published_on date, level text,
--          qty ratio, source_file text, source_day date, source_line integer, source_place text
-- order:   unit, published_on, occasion
WITH
  counted AS (
    SELECT
      p.unit, p.title, p.published_on, p.level, p.source_position, p.source_line, p.source_place,
      row_number() OVER (
        PARTITION BY p.unit, p.title_key
        ORDER BY p.published_on, p.submitted_on, p.outlet, p.level, p.ordinal) AS place
    FROM publication AS p
    WHERE p.published_on <= :as_of AND p.published_on <> '' AND p.verified = 1
      AND (p.level_key IN (SELECT l.level_key FROM publication_level AS l)
        OR NOT EXISTS (SELECT 1 FROM publication_level AS l))
  )
SELECT
  c.unit, '' AS task, '' AS title, c.title AS occasion, c.published_on, c.level, 1 AS qty_num,
  1 AS qty_den, s.file AS source_file, s.day AS source_day, c.source_line, c.source_place
FROM counted AS c
LEFT JOIN source_file AS s ON s.position = c.source_position AND s.register = 'publications'
WHERE c.place = 1
