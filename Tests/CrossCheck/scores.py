#!/usr/bin/env python3
"""Scores the units of an example by its example rules, from the ledger files, and holds a workbook against it.

    scores.py WORKBOOK [the arguments of figures.py]

The rules are those of Examples/<example>/rules, written out here once more: nothing is read from the program or
from the rule files. Which example it is, its folder of ledgers says. Says every difference and exits with 1 if
there is one.
"""
import pathlib
import sys
from fractions import Fraction

import figures
import workbook


def half_up(points):
    """To two places, half away from zero."""
    sign = -1 if points < 0 else 1
    return sign * Fraction(int(abs(points) * 100 + Fraction(1, 2)), 100)


def each(weight, quantities):
    return sum((half_up(Fraction(weight) * quantity) for quantity in quantities), Fraction(0))


def rate(weight, done, whole, empty=1):
    return half_up(Fraction(weight) * (Fraction(done, whole) if whole else empty))


def between(least, points, most):
    return min(max(points, least), most)


class Work:
    """What there is to score in a unit's parts."""

    def __init__(self, parts, args):
        as_of = args.as_of
        items = [item for part in parts for item in figures.items_of(
            part["task"], part["completed"], part["completed_on"], part["unit"])]
        done = [item for item in items if item["completed_on"] and item["completed_on"] <= as_of]
        self.parts = len(parts)
        self.accepted = len([part for part in parts if part["accepted"]])
        self.not_filled = len([part for part in parts if part["not_filled"]])
        self.gaps = [Fraction(-part["gap"], 10_000) for part in parts
                     if args.behind_points is not None and (part["gap"] or 0) < 0
                     and part["gap"] <= -args.behind_points]
        self.due = len([item for item in items if item["due"] <= as_of])
        done_due = [item for item in done if item["due"] <= as_of]
        self.due_done = len(done_due)
        self.on_time = len([item for item in done_due if item["completed_on"] <= item["due"]])
        self.overdue = [(as_of - item["due"]).days for item in items
                        if item["due"] < as_of and item not in done]
        self.early = [(item["due"] - item["completed_on"]).days for item in done]
        self.late = len([days for days in self.early if days < 0])


class Reports:
    """What a unit that owes reports handed in."""

    def __init__(self, unit, rows, owing, units, args):
        self.late = self.missing = self.returned = self.poor = 0
        for period, submit_by in args.periods:
            if (submit_by > args.as_of or unit not in owing
                    or not units.is_valid(units.rows[unit], submit_by)):
                continue
            row = next((r for r in rows if r["期别"] == period and units.find(r["单位"]) == unit), None)
            on = figures.day(row["报送日期"]) if row else None
            if on is None or on > args.as_of:
                self.missing += 1
            elif on > submit_by:
                self.late += 1
            self.returned += int(row["退回次数"] or 0) if row else 0
            self.poor += row["质量"] == "差" if row else 0


class Notes:
    """What was noted of a unit for the assessment, and its problems that are overdue."""

    def __init__(self, unit, events, rectifications, units, as_of):
        self.counts = {}
        for row in events:
            if units.find(row["单位"]) == unit and figures.day(row["日期"]) <= as_of:
                self.counts[row["类别"]] = self.counts.get(row["类别"], 0) + int(row["数量"] or 1)
        self.overdue = 0
        for row in rectifications:
            due, done, found = (figures.day(row[name]) for name in ("时限", "完成日期", "发现日期"))
            if units.find(row["单位"]) == unit and found <= as_of and due and due < as_of:
                self.overdue += done is None or done > as_of

    def of(self, *kinds):
        return sum(self.counts.get(kind, 0) for kind in kinds)


def tianshui(group, work, reports, notes, news):
    points = 20 + rate(30, work.due_done, work.due) + rate(10, work.on_time, work.due)
    points += max(each("-0.05", work.overdue), -10) + max(each("-0.02", work.gaps), -6)
    points += sum(Fraction(1) if days >= 30 else Fraction(1, 2) if days >= 15 else 0 for days in work.early)
    factor = 2 if group == "县区" else 1
    sent = 20 - factor * (2 * reports.late + 5 * reports.missing) - min(reports.returned, 3)
    other = 10 - 2 * notes.overdue + min(notes.of("批示表扬"), 3)
    other -= 3 * notes.of("通报批评", "约谈") + notes.of("提示函") // 2
    return (between(0, points, 65) + max(sent, 0) + min(rate(10, news["published"], news["quota"]), 10)
            + min(other, 15))


def xuancheng(group, work, reports, notes, news):
    points = rate(20, work.due_done, work.due) + rate(10, work.accepted, work.parts, empty=0)
    points += max(each("-0.5", [1] * work.late), -3)
    points += max(-sum(Fraction(2 if days >= 90 else 1 if days >= 30 else Fraction(1, 2))
                       for days in work.overdue), -6)
    sent = -2 * reports.late - 5 * reports.missing - reports.returned - reports.poor
    checked = -2 * notes.overdue - 2 * notes.of("通报批评", "约谈", "行政问责")
    bonus = 3 * notes.of("加分事项") + 2 * notes.of("批示表扬", "通报表扬")
    bonus += min(len([days for days in work.early if days >= 30]), 3)
    return 60 + between(0, points, 30) + max(sent, -5) + max(checked, -6) + min(bonus, 10)


def yingtan(group, work, reports, notes, news):
    points = rate(40, work.due_done, work.due) + rate(30, work.accepted, work.parts)
    points += max(each("-0.05", work.gaps), -10) + max(-work.not_filled, -5)
    sent = 20 - reports.late - 3 * reports.missing - min(reports.returned, 3) - reports.poor // 2
    other = 10 - 2 * notes.overdue + min(2 * notes.of("通报表扬", "特色亮点"), 5)
    other -= 3 * notes.of("通报批评", "约谈", "媒体曝光") + notes.of("提示函")
    score = between(0, points, 70) + max(sent, 0) + between(0, other, 15)
    factor = Fraction("0.02") if work.parts >= 8 else Fraction("0.01") if work.parts >= 4 else 0
    return score + half_up(score * factor)


# The rules of each example, and the roles that count by group; elsewhere the lead alone.
EXAMPLES = {
    "tianshui-2023": (tianshui, ["县区"]),
    "xuancheng-2019": (xuancheng, []),
    "yingtan-2023": (yingtan, ["区(市)", "功能区"]),
}


def scores(args):
    rules, responsible = EXAMPLES[pathlib.Path(args.ledgers).name]
    states = figures.states_until(args.ledgers, args.as_of)

    def rows(name):
        return figures.register(args.ledgers, states, name)

    units = figures.Units(rows("units"), args.as_of)
    tasks = figures.load_tasks(args.ledgers, states, units, args)
    parts = figures.parts_of(tasks, units, rows("assignments"), args.as_of)
    leads = {unit for task in tasks for unit in task["leads"]}
    quotas = figures.publication_figures(rows("publications"), leads, units, args)
    result = {}
    for unit, row in units.rows.items():
        group = row["考核分组"]
        if not group:
            continue
        roles = ("lead", "responsible") if group in responsible else ("lead",)
        own = [part for part in parts if part["unit"] == unit and part["counted"]
               and part["role"] in roles]
        points = rules(
            group, Work(own, args), Reports(unit, rows("submissions"), leads, units, args),
            Notes(unit, rows("events"), rows("rectifications"), units, args.as_of),
            quotas.get(unit, {"quota": 0, "published": 0}))
        result[unit] = {"group": group, "points": points, "is_ranked": bool(own)}
    for score in result.values():
        better = [other for other in result.values() if other["is_ranked"]
                  and other["group"] == score["group"] and other["points"] > score["points"]]
        score["place"] = len(better) + 1 if score["is_ranked"] else None
    return result


def main():
    path = sys.argv.pop(1)
    expected = scores(figures.arguments())
    book = workbook.openpyxl.load_workbook(path, data_only=True)
    rows = workbook.table(book["单位完成情况与得分名次"], "考核分组")
    shown = {row["单位编号"]: row for row in rows if row.get("单位编号")}
    lines = {}
    for row in workbook.table(book["得分明细"], "单位"):
        lines[row["单位编号"]] = lines.get(row["单位编号"], 0) + Fraction(str(row["得分"]))
    for unit, score in expected.items():
        row = shown.get(unit, {})
        if score["is_ranked"]:
            workbook.expect(f"{unit} score", Fraction(str(row.get("得分", 0))), score["points"])
            workbook.expect(f"{unit} lines", lines.get(unit), score["points"])
        else:
            # Without a task that counts there is nothing to score.
            workbook.expect(f"{unit} score", row.get("得分"), "—")
            workbook.expect(f"{unit} lines", lines.get(unit), None)
        workbook.expect(f"{unit} place", row.get("名次"), score["place"])
    print("\n".join(workbook.differences) or f"{len(expected)} scores agree")
    return 1 if workbook.differences else 0


if __name__ == "__main__":
    sys.exit(main())
