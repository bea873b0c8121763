-- 报送、整改、指标 · What the other registers come to
--
-- Reports owed and in time, problems found and struck off, targets that are due and those met; a
-- register without rows has none. `state`: `all`, `some` or `none` of them. Targets leave out those
-- that repeat another, aspirational and structural ones.
--
-- grain:   one row per register that has rows
-- key:     ordinal
-- params:  -
-- columns: ordinal integer, register text, state text, done integer, total integer
-- order:   ordinal
WITH
  tallied AS (
    SELECT
      t.relation,
      sum(CASE WHEN t.part IN ('in_time', 'closed', 'met') THEN t.amount ELSE 0 END) AS done,
      sum(
        CASE
          WHEN t.relation = 'targets' THEN CASE WHEN t.part IN ('met', 'missed') THEN 1 ELSE 0 END
          WHEN t.level = 0 THEN 1
          ELSE 0
        END * t.amount) AS total
    FROM tally AS t
    WHERE t.relation IN ('reports', 'rectifications', 'targets')
    GROUP BY t.relation
  )
SELECT
  CASE c.relation WHEN 'reports' THEN 1 WHEN 'rectifications' THEN 2 ELSE 3 END AS ordinal,
  c.relation AS register,
  CASE WHEN c.done = c.total THEN 'all' WHEN c.done = 0 THEN 'none' ELSE 'some' END AS state,
  c.done, c.total
FROM tallied AS c
WHERE c.total > 0
