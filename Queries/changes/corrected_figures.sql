-- 上期数按现在所知 · The earlier figures by what is known now
--
-- Due completion, on time and overdue of the earlier moment as they were reported
-- (`prior_numerator` of `prior_denominator`), and with the completions that were only recorded
-- since (`corrected_numerator`; `entries` of them, listed by `corrected_items`). No rows where
-- nothing was recorded late. The figures of then stand; these stand beside them.
--
-- grain:   one row per figure
-- key:     ordinal
-- params:  -
-- columns: ordinal integer, figure text, prior_numerator integer, prior_denominator integer,
--          corrected_numerator integer, entries integer
-- order:   ordinal
WITH
  told_sum AS (
    SELECT
      sum(p.is_due) AS due, sum(p.is_due * p.done) AS done, sum(p.on_time) AS on_time,
      sum(p.overdue) AS overdue
    FROM prior_item AS p
    WHERE p.part = ''
  ),
  entry_sum AS (
    SELECT
      count(*) AS entries, sum(c.on_time) AS on_time,
      sum(CASE WHEN c.was = 'overdue' THEN 1 ELSE 0 END) AS overdue
    FROM corrected_items AS c
  )
SELECT
  1 AS ordinal, 'due_completion' AS figure, t.done AS prior_numerator, t.due AS prior_denominator,
  t.done + e.entries AS corrected_numerator, e.entries
FROM told_sum AS t
CROSS JOIN entry_sum AS e
WHERE e.entries > 0
UNION ALL
SELECT 2, 'on_time', t.on_time, t.due, t.on_time + e.on_time, e.entries
FROM told_sum AS t
CROSS JOIN entry_sum AS e
WHERE e.entries > 0
UNION ALL
SELECT 3, 'overdue', t.overdue, t.due, t.overdue - e.overdue, e.entries
FROM told_sum AS t
CROSS JOIN entry_sum AS e
WHERE e.entries > 0
