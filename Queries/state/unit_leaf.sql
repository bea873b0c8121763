-- 单位写法所指的单位 · Whom a unit cell stands for
--
-- A unit stands for itself; a collective for its members in office, and theirs; one without
-- known members for itself (a check names it).
--
-- grain:   one row per unit and the unit it stands for
-- key:     unit, leaf
-- params:  :ledger text
-- columns: unit text, leaf text
WITH RECURSIVE
  member AS (
    SELECT v.unit, v.member
    FROM unit_member_version AS v
    JOIN held AS h ON h.register = 'units'
    JOIN unit AS u ON u.unit = v.member AND u.in_office = 1
    WHERE v.ledger = :ledger AND v.plan = ''
      AND v.from_position <= h.position AND h.position < v.to_position
  ),
  -- From the leaves upward: what is reached is what is asked for, however deep they are nested.
  reach (unit, leaf) AS (
    SELECT u.unit, u.unit
    FROM unit AS u
    WHERE NOT EXISTS (SELECT 1 FROM member AS m WHERE m.unit = u.unit)
    UNION
    SELECT m.unit, r.leaf
    FROM reach AS r
    JOIN member AS m ON m.member = r.unit
  )
SELECT r.unit, r.leaf
FROM reach AS r
