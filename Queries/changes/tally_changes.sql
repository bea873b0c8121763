-- 各部分增减 · How the parts of every total changed
--
-- The parts of `metrics/reconciliation_parts` then and now; `change` is what came to it, below
-- zero what went. No rows where the earlier moment was reported by definitions that do not
-- have these totals.
--
-- grain:   one row per relation and part
-- key:     place, ordinal
-- params:  -
-- columns: place integer, relation text, ordinal integer, level integer, part text, label text,
--          amount integer, prior_amount integer, change integer
-- order:   place, ordinal
WITH
  side AS (
    SELECT
      t.place, t.relation, t.ordinal, t.level, t.part, t.label, t.amount, 0 AS prior_amount
    FROM tally AS t
    UNION ALL
    SELECT p.place, p.relation, p.ordinal, p.level, p.part, p.label, 0, p.amount
    FROM prior_tally AS p
  )
SELECT
  s.place, s.relation, s.ordinal, max(s.level) AS level, max(s.part) AS part,
  max(s.label) AS label, sum(s.amount) AS amount, sum(s.prior_amount) AS prior_amount,
  sum(s.amount) - sum(s.prior_amount) AS change
FROM side AS s
WHERE EXISTS (SELECT 1 FROM prior_tally AS x)
GROUP BY s.place, s.relation, s.ordinal
