-- Units that owe reports
--
-- Whom the plan names: the units that lead a task, every unit of a ranking group, or nobody.
--
-- grain:   one row per unit
-- key:     unit
-- params:  :debtors text
-- columns: unit text
SELECT l.unit FROM lead_unit AS l WHERE :debtors = 'lead'
UNION
SELECT u.unit FROM unit AS u WHERE :debtors = 'all' AND u.ranking_group IS NOT NULL
