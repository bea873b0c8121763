-- 分类词语的写法 · Words that group, as they are written
--
-- Every spelling of a word by which rows are grouped or joined: sections, leaders, levels of
-- escalation, ranking groups of units, levels, outlets and titles of news items. Where two are the
-- same word (NFKC, without blanks and what does not show) the table `word` says so: each spelling
-- with a key of its own, or with a rival, has a row in it with the key and the spelling that is shown,
-- the first in the ledger's order.
--
-- grain:   one row per kind and spelling
-- key:     kind, written
-- params:  :ledger text, :plan text
-- columns: kind text, written text
WITH
  task_words AS (
    SELECT DISTINCT v.section, v.escalate_to
    FROM task_version AS v
    JOIN held AS h ON h.register = 'ledger'
    WHERE v.ledger = :ledger AND v.plan = :plan
      AND v.from_position <= h.position AND h.position < v.to_position
  ),
  news_words AS (
    SELECT v.title, v.level, v.outlet
    FROM publication_version AS v
    JOIN held AS h ON h.register = 'publications'
    WHERE v.ledger = :ledger AND v.plan = :plan
      AND v.from_position <= h.position AND h.position < v.to_position
  )
SELECT DISTINCT 'section' AS kind, w.section AS written FROM task_words AS w WHERE w.section <> ''
UNION ALL
SELECT DISTINCT 'escalation', w.escalate_to FROM task_words AS w WHERE w.escalate_to <> ''
UNION ALL
SELECT DISTINCT 'leader', v.leader
FROM task_leader_version AS v
JOIN held AS h ON h.register = 'ledger'
WHERE v.ledger = :ledger AND v.plan = :plan
  AND v.from_position <= h.position AND h.position < v.to_position
UNION ALL
SELECT DISTINCT 'group', v.ranking_group
FROM unit_version AS v
JOIN held AS h ON h.register = 'units'
WHERE v.ledger = :ledger AND v.plan = '' AND v.ranking_group <> ''
  AND v.from_position <= h.position AND h.position < v.to_position
UNION ALL
SELECT DISTINCT 'title', w.title FROM news_words AS w WHERE w.title <> ''
UNION ALL
SELECT DISTINCT 'level', w.level FROM news_words AS w WHERE w.level <> ''
UNION ALL
SELECT DISTINCT 'outlet', w.outlet FROM news_words AS w WHERE w.outlet <> ''
