-- 公文所用日期 · Days that papers name
--
-- The day of issue (印发日): the one that the plan's calendar names, else the first working day after
-- the cut-off. By `settle_by` what is overdue is to be settled (办结), by `report_by` what is missing is
-- to be handed in (补报), as many working days later as the plan says; empty where the working days of
-- that year are not known. The next cut-off is empty after the last. What falls due by `remind_by` is
-- reminded of; empty at a period's cut-off, when only what is late is chased.
--
-- grain:   one row
-- key:     -
-- params:  :as_of date
-- columns: issued_on date, settle_by date, report_by date, next_period text, next_cutoff date,
--          next_submit_by date, remind_by date
WITH
  issue AS (
    SELECT
      coalesce(
        p.issued_on,
        (SELECT min(d.day)
          FROM day AS d
          WHERE d.day_number > n.day_number AND d.day_number <= n.day_number + 40
            AND d.workday_number > n.workday_number),
        (SELECT d.day FROM day AS d WHERE d.day_number = n.day_number + 1)) AS issued_on,
      p.settle_days, p.report_days, p.remind_days, p.next_period, p.next_cutoff, p.next_submit_by
    FROM paper_setting AS p
    JOIN day AS n ON n.day = :as_of
  )
SELECT
  i.issued_on,
  (SELECT min(d.day)
    FROM day AS d
    WHERE d.day_number > b.day_number AND d.day_number <= b.day_number + 500
      AND d.workday_number >= b.workday_number + i.settle_days) AS settle_by,
  (SELECT min(d.day)
    FROM day AS d
    WHERE d.day_number > b.day_number AND d.day_number <= b.day_number + 500
      AND d.workday_number >= b.workday_number + i.report_days) AS report_by,
  i.next_period, i.next_cutoff, i.next_submit_by,
  (SELECT min(d.day)
    FROM day AS d
    WHERE d.day_number > n.day_number AND d.day_number <= n.day_number + 500
      AND d.workday_number >= n.workday_number + i.remind_days) AS remind_by
FROM issue AS i
JOIN day AS b ON b.day = i.issued_on
JOIN day AS n ON n.day = :as_of
