#!/usr/bin/env python3
"""An independent calculation of jibao's figures, to hold the program against.

It reads a folder of dated ledger states (<dir>/2023-04-25/ledger.csv ...), takes the state of one day
and prints the figures as JSON. It is naive on purpose: plain loops, no database, standard library only,
written from the definitions of the figures (docs and design, "What the figures mean"), not from the program.

    figures.py --ledgers Examples/tianshui-2023 --as-of 2023-09-25 \
               --period-from 2023-01-01 --period-to 2023-09-30 --rule nominal --calendar Calendars

Progress and targets are integers in millionths (1,000,000 = 100 % or 1). Every rate is a pair of counts.
Known as of now: all folders up to the day count, whenever they were written.
"""

import argparse
import csv
import datetime
import json
import math
import os
import re
import sys
from fractions import Fraction

MILLION = 1_000_000

STATUS = {
    "未启动": "not_started", "推进中": "in_progress", "已完成": "completed", "已销号": "accepted",
    "暂停": "suspended", "取消": "cancelled", "转办": "transferred", "长期坚持": "ongoing",
}
ROLES = {"牵头": "lead", "汇总": "collect", "责任": "responsible", "配合": "support"}
ROLE_ORDER = ["lead", "collect", "responsible", "support"]
REGISTERS = ["units", "ledger", "assignments", "milestones", "targets", "extensions",
             "submissions", "publications", "rectifications", "events"]
DEFAULT_CUTOFFS = "2023-04-25:25,2023-06-25:50,2023-09-25:75,2023-11-25:100,2023-12-31:100"
DEFAULT_PERIODS = "2023-Q1:2023-04-25,2023-H1:2023-06-25,2023-Q3:2023-09-25,2023-FY:2023-11-25"


# ---------------------------------------------------------------------------- reading

def day(text):
    text = (text or "").strip()
    return datetime.date.fromisoformat(text) if text else None


def read_csv(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def states_until(folder, as_of):
    """The dates of the states that exist on the day, oldest first."""
    dates = [name for name in os.listdir(folder) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", name)]
    return sorted(name for name in dates if day(name) <= as_of)


def register(folder, states, name):
    """The rows of a register in the newest state that holds it."""
    for state in reversed(states):
        path = os.path.join(folder, state, name + ".csv")
        if os.path.exists(path):
            return read_csv(path)
    return []


class WorkingDays:
    """Monday to Friday, unless the calendar file of the year says otherwise."""

    def __init__(self, folder):
        self.folder = folder
        self.years = {}

    def is_working(self, date):
        if date.year not in self.years:
            path = os.path.join(self.folder, f"{date.year}.csv")
            if not os.path.exists(path):
                sys.exit(f"no calendar for {date.year}: {path}")
            self.years[date.year] = {day(row["date"]): row["is_working"] == "1" for row in read_csv(path)}
        return self.years[date.year].get(date, date.weekday() < 5)

    def between(self, after, until):
        """The number of working days in (after, until]."""
        count = 0
        date = after + datetime.timedelta(days=1)
        while date <= until:
            if self.is_working(date):
                count += 1
            date += datetime.timedelta(days=1)
        return count


# ---------------------------------------------------------------------------- numbers

def half_up(fraction):
    """The nearest integer, halves away from zero."""
    if fraction < 0:
        return -half_up(-fraction)
    return int(fraction + Fraction(1, 2))


def millionths(text):
    """'45%' or '0.45' to millionths; an empty cell is None."""
    text = (text or "").strip()
    if not text:
        return None
    if text.endswith("%"):
        return half_up(Fraction(text[:-1].strip()) / 100 * MILLION)
    return half_up(Fraction(text) * MILLION)


def full_months(start, end):
    """The number of full months from one day to another."""
    months = (end.year - start.year) * 12 + end.month - start.month
    if end.day < start.day:
        months -= 1
    return max(months, 0)


# ---------------------------------------------------------------------------- units

class Units:
    """The register of units: names to ids, collectives to their members."""

    def __init__(self, rows, as_of):
        self.rows = {row["编号"]: row for row in rows}
        self.as_of = as_of
        self.by_name = {}
        for row in rows:
            if not self.is_valid(row):
                continue
            for name in [row["名称"]] + row["别名"].split(";"):
                if name.strip():
                    self.by_name[name.strip()] = row["编号"]

    def is_valid(self, row, on=None):
        begin, end, on = day(row.get("起")), day(row.get("止")), on or self.as_of
        return (begin is None or begin <= on) and (end is None or on <= end)

    def find(self, name):
        """The id of one unit that is named exactly so."""
        name = name.strip()
        if name not in self.by_name:
            sys.exit(f"unknown unit: {name}")
        return self.by_name[name]

    def split(self, cell):
        """The ids of a cell: the whole cell first, then the longest name at each place, then the separators."""
        cell = cell.strip()
        if not cell:
            return []
        if cell in self.by_name:
            return [self.by_name[cell]]
        found, rest = [], cell
        while rest:
            rest = rest.lstrip("、，,；; \t\n\u3000")
            if not rest:
                break
            for length in range(len(rest), 0, -1):
                at_a_border = length == len(rest) or rest[length] in "、，,；; \t\n\u3000"
                if at_a_border and rest[:length] in self.by_name:
                    found.append(self.by_name[rest[:length]])
                    rest = rest[length:]
                    break
            else:
                sys.exit(f"unknown unit: {rest} (in {cell})")
        return found

    def expand(self, unit):
        """A collective gives its members (those valid on the day), another unit and an empty collective itself."""
        row = self.rows[unit]
        if row.get("集体") != "是":
            return [unit]
        members = [member.strip() for member in row["成员"].split(";") if member.strip()]
        members = [member for member in members if self.is_valid(self.rows[member])]
        if not members:
            return [unit]
        return [single for member in members for single in self.expand(member)]

    def expand_all(self, listed):
        result = []
        for unit in listed:
            for single in self.expand(unit):
                if single not in result:
                    result.append(single)
        return result

    def expanded(self, cell):
        return self.expand_all(self.split(cell))

    def order(self, unit):
        return (int(self.rows[unit]["排序"] or 0), unit)


# ---------------------------------------------------------------------------- tasks and due dates

def original_dues(folder, states):
    """The due dates of the earliest state that has the task or the milestone."""
    tasks, milestones = {}, {}
    for state in states:
        path = os.path.join(folder, state, "ledger.csv")
        if os.path.exists(path):
            for row in read_csv(path):
                tasks.setdefault(row["序号"], day(row["完成时限"]))
        path = os.path.join(folder, state, "milestones.csv")
        if os.path.exists(path):
            for row in read_csv(path):
                milestones.setdefault((row["任务"], row["节点"], row["单位"]), day(row["时限"]))
    return tasks, milestones


def leaders(cell):
    """The leaders of a cell, each once; who assists (协助) is one of them."""
    names = [re.sub(r"[(（]协助[)）]$", "", part.strip()).strip() for part in re.split("[、；;，,\n]", cell or "")]
    return list(dict.fromkeys(name for name in names if name))


def effective_due(listed, original, extensions, as_of):
    """The due date after the extensions that were approved in time, else the listed one."""
    if original is None:
        return listed
    counted = []                                        # pairs (approved, new due), in the order of the requests
    for requested, approved, new_due in sorted(extensions, key=lambda e: (e[0], e[1] or datetime.date.max)):
        if approved is None or approved > as_of:
            continue
        in_force = original
        for earlier_approved, earlier_due in counted:
            if earlier_approved <= requested:
                in_force = earlier_due
        if requested <= in_force:
            counted.append((approved, new_due))
    return counted[-1][1] if counted else listed


def completed_by(status, completed_on, as_of):
    return status in ("completed", "accepted") and completed_on is not None and completed_on <= as_of


def scheduled_progress(task, as_of, rule, cutoffs, first_year):
    """Where the task should stand on the day, in millionths; None without a due date."""
    due, start = task["due"], task["starts_on"]
    if due is None:
        return None
    if start is not None and start > as_of:
        return 0
    if as_of >= due:
        return MILLION
    begin = start or datetime.date(first_year, 1, 1)
    one = datetime.timedelta(days=1)
    if rule == "nominal":
        share = 0
        for cutoff, nominal in cutoffs:
            if cutoff <= as_of:
                share = nominal
        return share
    if rule == "months":
        whole = full_months(begin, due + one)
        part = full_months(begin, as_of + one)
        if whole == 0:                                  # a task of less than a month: nothing until it is due
            return 0
    elif rule == "days" or not task["milestones"]:     # without milestones: by days
        whole = (due - begin).days + 1
        part = (as_of - begin).days + 1
    else:
        whole = len(task["milestones"])
        part = len([m for m in task["milestones"] if m["due"] <= as_of])
    return half_up(min(Fraction(max(part, 0), whole), Fraction(1)) * MILLION)


def leads_and_others(row, units, policy):
    """Who leads a task and who else is responsible; without a named lead as the plan's policy says."""
    responsible = units.split(row["责任单位"])
    if row["牵头单位"].strip() or policy == "named":
        return units.expanded(row["牵头单位"]), units.expanded(row["责任单位"])
    number = len(responsible) if policy == "common" else 1
    return units.expand_all(responsible[:number]), units.expand_all(responsible[number:])


def load_tasks(folder, states, units, args):
    rows = register(folder, states, "ledger")
    originals, milestone_originals = original_dues(folder, states)
    extensions = {}
    for row in register(folder, states, "extensions"):
        entry = (day(row["申请日期"]), day(row["批准日期"]), day(row["新时限"]))
        if entry[0] is not None and entry[2] is not None:
            extensions.setdefault(row["任务"], []).append(entry)
    milestones = {}
    for row in register(folder, states, "milestones"):
        milestones.setdefault(row["任务"], []).append(row)

    tasks = []
    for row in rows:
        number = row["序号"]
        listed = day(row["完成时限"])
        leads, responsible = leads_and_others(row, units, args.lead_policy)
        task = {
            "number": number,
            "section": row["分类"],
            "status": STATUS[row["状态"]],
            "starts_on": day(row["开始日期"]),
            "listed_due": listed,
            "original_due": originals[number],
            "due": effective_due(listed, originals[number], extensions.get(number, []), args.as_of),
            "completed_on": day(row["完成日期"]),
            "accepted_on": day(row["销号日期"]),
            "expected_on": day(row["预计完成日期"]),
            "assured": row["完成预期"] == "能确保",
            "progress": millionths(row["进度"]),
            "leaders": leaders(row["牵头领导"]),
            "leads": leads,
            "responsible": responsible,
        }
        task["completed"] = completed_by(task["status"], task["completed_on"], args.as_of)
        task["accepted"] = (task["completed"] and task["accepted_on"] is not None
                            and task["accepted_on"] <= args.as_of)
        started = task["starts_on"] is None or task["starts_on"] <= args.as_of
        task["in_force"] = started and task["status"] not in ("cancelled", "transferred")
        task["counted"] = task["in_force"] and task["status"] != "ongoing"

        task["milestones"] = []
        for milestone in milestones.get(number, []):
            due = day(milestone["时限"])
            if due is None or due.year > args.period_to.year:
                continue
            moves_with_task = due == listed
            task["milestones"].append({
                "name": milestone["节点"],
                "unit": units.find(milestone["单位"]) if milestone["单位"].strip() else None,
                "due": task["due"] if moves_with_task else due,
                "original_due": milestone_originals[(number, milestone["节点"], milestone["单位"])],
                "completed_on": day(milestone["完成日期"]),
            })

        task["scheduled"] = scheduled_progress(task, args.as_of, args.rule, args.cutoffs, args.first_year)
        progress = MILLION if task["completed"] else task["progress"]
        task["not_filled"] = progress is None
        task["gap"] = None if progress is None or task["scheduled"] is None else progress - task["scheduled"]
        tasks.append(task)
    return tasks


def items_of(task, completed, completed_on, unit=None):
    """What is judged: the milestones of a task (for a unit: its own and the common ones), else the task."""
    fallback = completed_on if completed else None
    milestones = task["milestones"]
    if unit is not None:
        milestones = [m for m in milestones if m["unit"] is None or m["unit"] == unit]
    items = []
    for milestone in milestones:
        items.append({
            "due": milestone["due"], "original_due": milestone["original_due"],
            "completed_on": milestone["completed_on"] or fallback,
        })
    if not items and task["due"] is not None:
        items.append({"due": task["due"], "original_due": task["original_due"], "completed_on": fallback})
    for item in items:
        item["expected_on"] = task["expected_on"]
        item["assured"] = task["assured"]
    return items


# ---------------------------------------------------------------------------- figures

def lateness(items, key, as_of, working):
    """Overdue and late items, judged by one of the two due dates."""
    overdue, overdue_days, overdue_working, late_days, early = 0, [], [], [], 0
    for item in items:
        due, done = item[key], item["completed_on"]
        is_done = done is not None and done <= as_of
        if due is None:
            continue
        if not is_done and due < as_of:
            overdue += 1
            overdue_days.append((as_of - due).days)
            overdue_working.append(working.between(due, as_of))
        if is_done and done > due:
            late_days.append((done - due).days)
        if is_done and done < due:
            early += 1
    return {
        "overdue": overdue,
        "overdue_days_sum": sum(overdue_days),
        "overdue_days_max": max(overdue_days, default=0),
        "overdue_working_days_sum": sum(overdue_working),
        "overdue_working_days_max": max(overdue_working, default=0),
        "late": len(late_days),
        "late_days_sum": sum(late_days),
        "early": early,
    }


def item_figures(items, args, working):
    due = due_completed = on_time = 0
    period = {"total": 0, "completed": 0, "open": 0, "overdue": 0, "expected": 0}
    for item in items:
        is_done = item["completed_on"] is not None and item["completed_on"] <= args.as_of
        if item["due"] <= args.as_of:
            due += 1
            if is_done:
                due_completed += 1
                if item["completed_on"] <= item["due"]:
                    on_time += 1
        if args.period_from <= item["due"] <= args.period_to:
            period["total"] += 1
            if is_done:
                period["completed"] += 1
            else:
                period["open"] += 1
                if item["due"] < args.as_of:
                    period["overdue"] += 1
                expected = item["expected_on"] is not None and item["expected_on"] <= args.period_to
                if expected or item["assured"]:
                    period["expected"] += 1
    return {
        "items": len(items),
        "due": due,
        "due_completed": due_completed,
        "on_time": on_time,
        # What is late: with the moment that closes the plan, what is due on that day as well.
        "unfinished": (due - due_completed if args.closing
                       else len([i for i in items if i["due"] < args.as_of
                                 and (i["completed_on"] is None or i["completed_on"] > args.as_of)])),
        "done": len([i for i in items if i["completed_on"] is not None and i["completed_on"] <= args.as_of]),
        "due_on_the_day_open": len([i for i in items if i["due"] == args.as_of
                                    and (i["completed_on"] is None or i["completed_on"] > args.as_of)]),
        "by_effective_due": lateness(items, "due", args.as_of, working),
        "by_original_due": lateness(items, "original_due", args.as_of, working),
        "due_in_period": period,
    }


def expected_by_the_end(task, args):
    return (task["completed"] or task["assured"]
            or (task["expected_on"] is not None and task["expected_on"] <= args.period_to))


def schedule_figures(gaps, args):
    """Where progress stands against the schedule: behind as the lights call it, below it by less, on it, ahead."""
    behind = [g for g in gaps if args.behind_points is not None and g < 0 and g <= -args.behind_points]
    return {
        "behind": len(behind),
        "slightly_behind": len([g for g in gaps if g < 0]) - len(behind),
        "on_schedule": len([g for g in gaps if g == 0]),
        "ahead": len([g for g in gaps if g > 0]),
    }


def task_figures(tasks, args, working):
    """The figures of a set of whole tasks (a plan, a section)."""
    counted = [t for t in tasks if t["counted"]]
    items = [item for t in counted for item in items_of(t, t["completed"], t["completed_on"])]
    gaps = [t["gap"] for t in counted if t["gap"] is not None]
    figures = {
        "tasks": len(tasks),
        "in_force": len([t for t in tasks if t["in_force"]]),
        "counted": len(counted),
        "completed": len([t for t in counted if t["completed"]]),
        "accepted": len([t for t in counted if t["accepted"]]),
        "ongoing": len([t for t in tasks if t["in_force"] and t["status"] == "ongoing"]),
        "suspended": len([t for t in counted if t["status"] == "suspended"]),
        "cancelled": len([t for t in tasks if t["status"] == "cancelled"]),
        "transferred": len([t for t in tasks if t["status"] == "transferred"]),
        "not_yet_started": len([t for t in tasks if t["starts_on"] and t["starts_on"] > args.as_of]),
        "expected": len([t for t in counted if expected_by_the_end(t, args)]),
        "not_filled": len([t for t in counted if t["not_filled"]]),
        "gap_sum": sum(gaps),
    }
    figures.update(schedule_figures(gaps, args))
    figures.update(item_figures(items, args, working))
    return figures


def parts_of(tasks, units, assignments, as_of):
    """One entry for each unit and task, with the highest role, and the unit's own line where there is one."""
    parts = {}
    by_task = {t["number"]: t for t in tasks}

    def add(unit, task, role):
        key = (unit, task["number"])
        if key not in parts:
            parts[key] = {"unit": unit, "task": task, "role": role, "line": None}
        elif ROLE_ORDER.index(role) < ROLE_ORDER.index(parts[key]["role"]):
            parts[key]["role"] = role

    for task in tasks:
        for unit in task["leads"]:
            add(unit, task, "lead")
        for unit in task["responsible"]:
            add(unit, task, "responsible")
    for row in assignments:
        if row["任务"] not in by_task:
            continue
        for unit in units.expanded(row["单位"]):
            add(unit, by_task[row["任务"]], ROLES[row["角色"]])
            part = parts[(unit, row["任务"])]
            # A unit with several lines in one task: the line of its highest role speaks for it.
            if part["line"] is None or ROLES[row["角色"]] == part["role"]:
                part["line"] = row

    for part in parts.values():
        task, line = part["task"], part["line"]
        part["status"] = STATUS[line["状态"]] if line else task["status"]
        part["completed_on"] = day(line["完成日期"]) if line else task["completed_on"]
        part["progress"] = millionths(line["进度"]) if line else task["progress"]
        part["completed"] = completed_by(part["status"], part["completed_on"], as_of)
        part["accepted"] = part["completed"] and task["accepted"]
        part["counted"] = (task["counted"]
                           and part["status"] not in ("cancelled", "transferred", "ongoing"))
        progress = MILLION if part["completed"] else part["progress"]
        part["not_filled"] = progress is None
        part["gap"] = None if progress is None or task["scheduled"] is None else progress - task["scheduled"]
    return list(parts.values())


def part_figures(parts, args, working):
    counted = [p for p in parts if p["counted"]]
    items = [item for p in counted
             for item in items_of(p["task"], p["completed"], p["completed_on"], p["unit"])]
    gaps = [p["gap"] for p in counted if p["gap"] is not None]
    figures = {
        "parts": len(counted),
        "completed": len([p for p in counted if p["completed"]]),
        "accepted": len([p for p in counted if p["accepted"]]),
        "not_filled": len([p for p in counted if p["not_filled"]]),
    }
    figures.update(schedule_figures(gaps, args))
    figures.update(item_figures(items, args, working))
    return figures


# ---------------------------------------------------------------------------- the other registers

def submission_figures(rows, owing, units, args):
    """On time, late and missing for each period whose deadline has come."""
    result = {}
    leads = owing
    for period, submit_by in args.periods:
        if submit_by > args.as_of:
            continue
        owing = [unit for unit in leads if units.is_valid(units.rows[unit], submit_by)]
        if not owing:
            continue
        sent = {}
        for row in rows:
            on = day(row["报送日期"])
            if row["期别"] == period and on is not None and on <= args.as_of:
                sent[units.find(row["单位"])] = on
        result[period] = {
            "owed": len(owing),
            "on_time": len([u for u in owing if u in sent and sent[u] <= submit_by]),
            "on_the_very_day": len([u for u in owing if u in sent and sent[u] == submit_by]),
            "late": sorted(u for u in owing if u in sent and sent[u] > submit_by),
            "missing": sorted(u for u in owing if u not in sent),
        }
    return result


def publication_figures(rows, leads, units, args):
    reported, published = {}, {}
    for row in rows:
        unit, title = units.find(row["单位"]), row["标题"]
        submitted_on, published_on = day(row["报送日期"]), day(row["刊发日期"])
        if submitted_on is not None and submitted_on <= args.as_of:
            reported.setdefault(unit, set()).add(title)
        if (published_on is not None and published_on <= args.as_of and row["核实"] == "是"
                and (not args.quota_levels or row["级别"] in args.quota_levels)):
            published.setdefault(unit, set()).add(title)
    result = {}
    for unit in units.rows:
        quotas = []
        if units.rows[unit]["考核分组"] in args.quota_groups:
            quotas.append(args.quota_groups[units.rows[unit]["考核分组"]])
        if unit in leads and args.quota_lead:
            quotas.append(args.quota_lead)
        if quotas or unit in reported or unit in published:
            result[unit] = {
                "quota": max(quotas, default=0),
                "reported": len(reported.get(unit, ())),
                "published": len(published.get(unit, ())),
            }
    return {unit: result[unit] for unit in sorted(result, key=units.order)}


def rectification_figures(rows, as_of):
    result = {"found": 0, "completed": 0, "struck_off": 0, "open": 0, "overdue": 0, "overdue_days_sum": 0}
    for row in rows:
        if day(row["发现日期"]) > as_of:
            continue
        due, done, struck = day(row["时限"]), day(row["完成日期"]), day(row["销号日期"])
        is_done = done is not None and done <= as_of
        is_struck = struck is not None and struck <= as_of
        result["found"] += 1
        result["completed"] += is_done
        result["struck_off"] += is_struck
        result["open"] += not is_struck
        if due is not None and due < as_of and not is_done:
            result["overdue"] += 1
            result["overdue_days_sum"] += (as_of - due).days
    return result


def target_share(task, args):
    """How much of its way a cumulative target should have gone by the schedule of its task, in millionths."""
    nominal = 0
    for cutoff, share in args.cutoffs:
        if cutoff <= args.as_of:
            nominal = share
    if task["starts_on"] is not None and task["starts_on"] > args.as_of:
        return 0
    is_open = task["due"] is None or task["due"] > args.as_of
    if args.rule == "milestones" and is_open or not task["counted"] or task["scheduled"] is None:
        return nominal
    return task["scheduled"]


def target_verdict(row, task, args):
    """Against its value once it is due; a cumulative one until then against its scheduled value."""
    observed, due = day(row["统计日期"]), day(row.get("时限", "")) or args.year_end
    cumulative = row["类型"] == "累计"
    if due > args.as_of and not cumulative:
        return "not_due"
    if not row["完成值"].strip() or (observed is not None and observed > args.as_of):
        return "not_measured"
    actual, value = Fraction(row["完成值"].strip()), Fraction(row["目标值"].strip())
    if due > args.as_of:
        base = Fraction(row["基数"].strip() or 0)
        value = math.floor(base + (value - base) * target_share(task, args) / MILLION)
    lower_is_better = row["口径"] in ("<=", "≤") or (row["口径"] == "=" and row["类型"] in ("清零", "时限"))
    is_reached = actual <= value if lower_is_better else actual >= value
    if due > args.as_of:
        return "on_schedule" if is_reached else "below_schedule"
    return "met" if is_reached else "missed"


def target_figures(rows, tasks, args):
    """A target that repeats another has a verdict of its own in the list, but is not counted."""
    by_number = {task["number"]: task for task in tasks}
    counts = {}
    verdicts = {}
    for row in rows:
        verdict = verdicts[row["编号"]] = target_verdict(row, by_number[row["任务"]], args)
        if row["同源指标"].strip():
            continue
        group = "apart" if row["性质"] in ("结构性", "力争") else "hard"
        of_group = counts.setdefault(group, dict.fromkeys(
            ("total", *(("due", "paced") if group == "hard" else ()), "met", "missed", "not_measured", "on_schedule", "below_schedule",
             "not_due"), 0))
        is_due = (day(row.get("时限", "")) or args.year_end) <= args.as_of
        of_group["total"] += 1
        if group == "hard":     # those apart are in no rate
            of_group["due"] += is_due
            of_group["paced"] += not is_due and row["类型"] == "累计"
        of_group[verdict] += 1
    return {"counts": counts, "verdicts": verdicts}


# ---------------------------------------------------------------------------- all together

def iso(date):
    return date.isoformat() if date else None


def figures(args):
    states = states_until(args.ledgers, args.as_of)
    if not states:
        sys.exit(f"no state on or before {args.as_of}")
    working = WorkingDays(args.calendar)
    units = Units(register(args.ledgers, states, "units"), args.as_of)
    tasks = load_tasks(args.ledgers, states, units, args)
    parts = parts_of(tasks, units, register(args.ledgers, states, "assignments"), args.as_of)
    leads = sorted({unit for task in tasks for unit in task["leads"]}, key=units.order)

    sections = list(dict.fromkeys(t["section"] for t in tasks))
    by_unit = {}
    for unit in leads:
        by_unit[unit] = part_figures([p for p in parts if p["unit"] == unit and p["role"] == "lead"],
                                     args, working)
    others = {}
    for unit in sorted({p["unit"] for p in parts if p["role"] != "lead"}, key=units.order):
        others[unit] = part_figures([p for p in parts if p["unit"] == unit and p["role"] != "lead"],
                                    args, working)
    return {
        "as_of": iso(args.as_of),
        "state": states[-1],
        "rule": args.rule,
        "plan": task_figures(tasks, args, working),
        "sections": {s: task_figures([t for t in tasks if t["section"] == s], args, working)
                     for s in sections},
        "leaders": {l: task_figures([t for t in tasks if l in t["leaders"]], args, working)
                    for l in sorted({l for t in tasks for l in t["leaders"]})},
        "no_lead": task_figures([t for t in tasks if not t["leads"]], args, working),
        "lead_units": by_unit,
        "other_units": others,
        "tasks": {t["number"]: {
            "status": t["status"], "counted": t["counted"], "completed": t["completed"],
            "original_due": iso(t["original_due"]), "effective_due": iso(t["due"]),
            "progress": MILLION if t["completed"] else t["progress"],
            "scheduled": t["scheduled"] if t["counted"] else None,
            "gap": t["gap"] if t["counted"] else None,
        } for t in tasks},
        "submissions": submission_figures(register(args.ledgers, states, "submissions"), leads, units, args),
        "publications": publication_figures(register(args.ledgers, states, "publications"), leads, units, args),
        "rectifications": rectification_figures(register(args.ledgers, states, "rectifications"), args.as_of),
        "targets": target_figures(register(args.ledgers, states, "targets"), tasks, args),
    }


def pairs(text, make):
    """'a:b,c:d' to a list of pairs."""
    return [make(*entry.rsplit(":", 1)) for entry in text.split(",") if entry]


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--ledgers", required=True, help="folder with one folder per dated state")
    parser.add_argument("--as-of", required=True, type=day)
    parser.add_argument("--period-from", required=True, type=day)
    parser.add_argument("--period-to", required=True, type=day)
    parser.add_argument("--rule", default="nominal", choices=["nominal", "months", "days", "milestones"])
    parser.add_argument("--lead-policy", default="named", choices=["named", "first_listed", "common"])
    parser.add_argument("--calendar", required=True, help="folder with <year>.csv")
    parser.add_argument("--cutoffs", default=DEFAULT_CUTOFFS, help="cut-offs and their nominal progress in %%")
    parser.add_argument("--periods", default=DEFAULT_PERIODS, help="periods and their submit_by")
    parser.add_argument("--first-year", type=int, help="first year of the plan (default: the period's)")
    parser.add_argument("--behind-points", help="how far below schedule the lights call behind, in %%; without it nothing is")
    parser.add_argument("--year-end", type=day, help="when targets without a day of their own are due (default: 31 December)")
    parser.add_argument("--closing", action="store_true", help="the moment closes the plan")
    parser.add_argument("--quota-groups", default="县区:8")
    parser.add_argument("--quota-lead", type=int, default=5)
    parser.add_argument("--quota-levels", default="国家级,省级")
    args = parser.parse_args()
    args.cutoffs = sorted(pairs(args.cutoffs, lambda date, nominal: (day(date), millionths(nominal + "%"))))
    args.periods = pairs(args.periods, lambda name, date: (name, day(date)))
    args.behind_points = millionths(args.behind_points + "%") if args.behind_points else None
    args.quota_groups = dict(pairs(args.quota_groups, lambda group, quota: (group, int(quota))))
    args.quota_levels = [level for level in args.quota_levels.split(",") if level]
    args.year_end = args.year_end or datetime.date(args.period_to.year, 12, 31)
    args.first_year = args.first_year or args.period_from.year
    return args


def main():
    json.dump(figures(arguments()), sys.stdout, ensure_ascii=False, indent=2)
    print()


if __name__ == "__main__":
    main()
