-- 勾稽关系 · Totals and the sums of their parts
--
-- One row per total that papers break down (see `tally`), those of nothing left out: `parts` is the
-- sum of its parts, `subparts` that of the parts of what is completed. `agrees` is 1 where both
-- fit.
--
-- grain:   one row per relation
-- key:     place
-- params:  -
-- columns: place integer, relation text, total integer, parts integer, completed integer,
--          subparts integer, agrees integer
-- order:   place
WITH
  summed AS (
    SELECT
      t.place, t.relation, sum(CASE WHEN t.level = 0 THEN t.amount ELSE 0 END) AS total,
      sum(CASE WHEN t.level = 1 THEN t.amount ELSE 0 END) AS parts,
      sum(CASE WHEN t.part = 'completed' THEN t.amount ELSE 0 END) AS completed,
      sum(CASE WHEN t.level = 2 THEN t.amount ELSE 0 END) AS subparts,
      max(t.level) AS deepest
    FROM tally AS t
    GROUP BY t.place, t.relation
  )
SELECT
  s.place, s.relation, s.total, s.parts, s.completed, s.subparts,
  CASE
    WHEN s.total <> s.parts OR (s.deepest = 2 AND s.completed <> s.subparts) THEN 0
    ELSE 1
  END AS agrees
FROM summed AS s
WHERE s.total > 0 OR s.parts > 0
