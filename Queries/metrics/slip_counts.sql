-- 催办单所列事项数 · How much each unit is chased for
--
-- The kinds of things on each slip (see `facts/chased`) and how many there are of each; `bears`
-- counts the tasks behind that bear an overdue item.
--
-- grain:   one row per unit and kind
-- key:     unit, kind
-- params:  -
-- columns: slip integer, unit text, kind text, amount integer, bears integer, rank integer
-- order:   slip, rank, unit, kind
SELECT
  n.slip, n.unit, c.kind, count(*) AS amount, sum(c.bears) AS bears,
  c.rank
FROM slip_number AS n
JOIN chased AS c ON c.unit = n.unit
GROUP BY n.slip, n.unit, c.kind, c.rank
