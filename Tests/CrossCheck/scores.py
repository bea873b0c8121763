#!/usr/bin/env python3
"""Scores the units of the example by its example rules, from the ledger files, and holds a workbook against it.

    scores.py WORKBOOK [the arguments of figures.py]

The rules are those of Examples/tianshui-2023/rules/2023-01-01.yaml, written out here once more: nothing is read
from the program or from the rule file. Says every difference and exits with 1 if there is one.
"""
import sys
from fractions import Fraction

import figures
import workbook

ROLES = {"县区": ("lead", "responsible")}


def half_up(points):
    """To two places, half away from zero."""
    sign = -1 if points < 0 else 1
    return sign * Fraction(int(abs(points) * 100 + Fraction(1, 2)), 100)


def each(weight, quantities):
    return sum((half_up(Fraction(weight) * quantity) for quantity in quantities), Fraction(0))


def rate(weight, done, whole):
    return half_up(Fraction(weight) * (Fraction(done, whole) if whole else 1))


def work(parts, as_of):
    """任务落实: 20 and what follows, between 0 and 65."""
    items = [item for part in parts for item in figures.items_of(
        part["task"], part["completed"], part["completed_on"], part["unit"])]
    due = [item for item in items if item["due"] <= as_of]
    done = [item for item in due if item["completed_on"] and item["completed_on"] <= as_of]
    open_items = [item for item in items if item["due"] < as_of and item not in done]
    early = [(item["due"] - item["completed_on"]).days for item in items
             if item["completed_on"] and item["completed_on"] <= as_of]
    gaps = [Fraction(-part["gap"], 10_000) for part in parts if (part["gap"] or 0) < 0]
    points = 20 + rate(30, len(done), len(due))
    points += rate(10, len([item for item in done if item["completed_on"] <= item["due"]]), len(due))
    points += max(each("-0.05", [(as_of - item["due"]).days for item in open_items]), -10)
    points += max(each("-0.02", gaps), -6)
    points += sum(Fraction(1) if days >= 30 else Fraction(1, 2) if days >= 15 else 0 for days in early)
    return min(max(points, 0), 65)


def reports(unit, group, rows, owing, units, args):
    """报送: 20 less what was late, missing or sent back, never below 0."""
    late = missing = returned = 0
    for period, submit_by in args.periods:
        if submit_by > args.as_of or unit not in owing:
            continue
        row = next((r for r in rows if r["期别"] == period and units.find(r["单位"]) == unit), None)
        on = figures.day(row["报送日期"]) if row else None
        if on is None or on > args.as_of:
            missing += 1
        elif on > submit_by:
            late += 1
        returned += int(row["退回次数"] or 0) if row else 0
    factor = 2 if group == "县区" else 1
    return max(20 - factor * (2 * late + 5 * missing) - min(returned, 3), 0)


def other(unit, events, rectifications, units, as_of):
    """整改与考核事项: 10 and what follows, at most 15."""
    counts = {}
    for row in events:
        if units.find(row["单位"]) == unit and figures.day(row["日期"]) <= as_of:
            counts[row["类别"]] = counts.get(row["类别"], 0) + int(row["数量"] or 1)
    overdue = 0
    for row in rectifications:
        due, done, found = (figures.day(row[name]) for name in ("时限", "完成日期", "发现日期"))
        if units.find(row["单位"]) == unit and found <= as_of and due and due < as_of:
            overdue += done is None or done > as_of
    points = 10 - 2 * overdue + min(counts.get("批示表扬", 0), 3)
    points -= 3 * (counts.get("通报批评", 0) + counts.get("约谈", 0)) + counts.get("提示函", 0) // 2
    return min(points, 15)


def scores(args):
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
        own = [part for part in parts if part["unit"] == unit and part["counted"]
               and part["role"] in ROLES.get(group, ("lead",))]
        news = quotas.get(unit, {"quota": 0, "published": 0})
        points = work(own, args.as_of)
        points += reports(unit, group, rows("submissions"), leads, units, args)
        points += min(rate(10, news["published"], news["quota"]), 10)
        points += other(unit, rows("events"), rows("rectifications"), units, args.as_of)
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
    rows = workbook.table(book["单位完成情况与得分位次"], "考核分组")
    shown = {row["单位编号"]: row for row in rows if row.get("单位编号")}
    lines = {}
    for row in workbook.table(book["得分明细"], "单位"):
        lines[row["单位编号"]] = lines.get(row["单位编号"], 0) + Fraction(str(row["得分"]))
    for unit, score in expected.items():
        row = shown.get(unit, {})
        workbook.expect(f"{unit} score", Fraction(str(row.get("得分", 0))), score["points"])
        workbook.expect(f"{unit} lines", lines.get(unit), score["points"])
        workbook.expect(f"{unit} place", row.get("位次"), score["place"])
    print("\n".join(workbook.differences) or f"{len(expected)} scores agree")
    return 1 if workbook.differences else 0


if __name__ == "__main__":
    sys.exit(main())
