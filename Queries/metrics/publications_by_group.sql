-- 信息刊发按分组和角色 · News items by group and by role
--
-- Units that have a quota, by ranking group and by what the quota rests on: their group (group) or a
-- lead (lead). How many reached it, items reported, published and verified, and what the quotas lack.
--
-- grain:   one row per group and basis
-- key:     ranking_group, basis
-- params:  -
-- columns: ranking_group text, basis text, units integer, met integer, quota integer,
--          reported integer, published integer, missing integer, group_order integer
-- order:   group_order, ranking_group, basis
SELECT
  coalesce(u.ranking_group, '') AS ranking_group, p.basis, count(*) AS units,
  sum(CASE WHEN p.published >= p.quota THEN 1 ELSE 0 END) AS met, sum(p.quota) AS quota,
  sum(p.reported) AS reported, sum(p.published) AS published,
  sum(CASE WHEN p.published < p.quota THEN p.quota - p.published ELSE 0 END) AS missing,
  min(u.official_order) AS group_order
FROM publication_count AS p
JOIN unit AS u ON u.unit = p.unit
WHERE p.quota > 0
GROUP BY coalesce(u.ranking_group, ''), p.basis
