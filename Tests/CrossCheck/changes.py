#!/usr/bin/env python3
"""An independent look at what changed between two days, to hold `jibao diff` against.

It reads the folders of dated states (<dir>/2023-04-25/ledger.csv ...) as figures.py does, naively and
without a database, and compares the program's list (`jibao diff --csv`) with its own, line by line.

    changes.py --ledgers Examples/tianshui-2023 --from 2023-06-25 --to 2023-09-25 DIFF.csv
"""

import argparse
import csv
import sys

import figures

STEPS = {"not_started": 1, "in_progress": 2, "suspended": 2, "ongoing": 2, "completed": 3, "accepted": 4}
COMPARISONS = {"≥": ">=", "≤": "<=", "＝": "="}
DONE = ("completed", "accepted")
ASIDE = ("cancelled", "transferred", "suspended", "ongoing")


class State:
    """The ledger as a day shows it."""

    def __init__(self, folder, as_of):
        self.folder, self.as_of = folder, as_of
        self.states = figures.states_until(folder, as_of)
        self.units = figures.Units(self.rows("units"), as_of)
        self.tasks = {row["序号"]: row for row in self.rows("ledger")}
        extensions = {}
        for row in self.rows("extensions"):
            dates = tuple(figures.day(row[name]) for name in ("申请日期", "批准日期", "新时限"))
            extensions.setdefault(row["任务"], []).append(dates)
        self.extensions = extensions
        originals, _ = figures.original_dues(folder, self.states)
        self.due = {
            task: figures.effective_due(
                figures.day(row["完成时限"]), originals[task], extensions.get(task, []), as_of)
            for task, row in self.tasks.items()
        }

    def rows(self, register):
        return figures.register(self.folder, self.states, register)

    def listed(self, task):
        return figures.day(self.tasks[task]["完成时限"])

    def status(self, task):
        return figures.STATUS[self.tasks[task]["状态"]]

    def completed_on(self, task):
        """The day of completion, if the task is completed by then."""
        date = figures.day(self.tasks[task]["完成日期"])
        return date if figures.completed_by(self.status(task), date, self.as_of) else None

    def roles(self):
        """The highest role of each unit in each task."""
        roles = {}
        lines = [(row["任务"], figures.ROLES[row["角色"]], row["单位"]) for row in self.rows("assignments")]
        for task, row in self.tasks.items():
            lines += [(task, "lead", row["牵头单位"]), (task, "responsible", row["责任单位"])]
        for task, role, cell in lines:
            for unit in self.units.expanded(cell):
                known = roles.get((task, unit), role)
                roles[task, unit] = min(known, role, key=figures.ROLE_ORDER.index)
        return roles

    def lines(self):
        """Status, progress and day of completion of tasks and of units' own lines."""
        lines = {(task, ""): row for task, row in self.tasks.items()}
        for row in self.rows("assignments"):
            for unit in self.units.expanded(row["单位"]):
                lines.setdefault((row["任务"], unit), row)
        return {key: (figures.STATUS[row["状态"]], figures.millionths(row["进度"]), row["完成日期"])
                for key, row in lines.items()}

    def milestones(self):
        return {(row["任务"], row["节点"], self.units.find(row["单位"]) if row["单位"] else ""):
                (row["时限"], row["完成日期"]) for row in self.rows("milestones")}

    def completed_parts(self):
        """The days of completion of milestones and of units' own lines, of those completed by then."""
        parts = {key: figures.day(done) for key, (_, done) in self.milestones().items()}
        for (task, unit), (status, _, done) in self.lines().items():
            if unit and status in DONE:
                parts[task, "", unit] = figures.day(done)
        return {key: date for key, date in parts.items() if date and date <= self.as_of}

    def targets(self):
        """By target: the task, the text of value and direction, and all that counts as a change."""
        found = {}
        for row in self.rows("targets"):
            comparison = COMPARISONS.get(row["口径"], row["口径"])
            text = f"{comparison} {figures.millionths(row['目标值'])}"
            text += f" {row['计量单位']}" if row["计量单位"] else ""
            found[row["编号"]] = (
                row["任务"], text,
                (row["任务"], row["指标"], text, row["基数"], row["性质"], row.get("单位"), row.get("时限")))
        return found


def text(value):
    return "" if value is None else str(value)


def changes(old, new):
    """Lines of kind, task, unit, subject, old and new value."""
    both = [task for task in new.tasks if task in old.tasks]
    for task in new.tasks:
        if task not in old.tasks:
            yield "new_tasks", task, "", "", "", new.status(task)
    for task in old.tasks:
        if task not in new.tasks:
            yield "gone_tasks", task, "", "", old.status(task), ""
    before, after = old.roles(), new.roles()
    for task, unit in sorted({*before, *after}):
        roles = before.get((task, unit), ""), after.get((task, unit), "")
        if task in both and roles[0] != roles[1]:
            yield "reassigned", task, unit, "", *roles
    for task in both:
        if old.due[task] != new.due[task]:
            yield "due_moved", task, "", "", text(old.due[task]), text(new.due[task])
        elif old.listed(task) != new.listed(task) != new.due[task]:
            yield "due_moved", task, "", "", text(old.listed(task)), text(new.listed(task))
    before, after = old.milestones(), new.milestones()
    for key in sorted({*before, *after}):
        was, now = before.get(key, ("", "")), after.get(key, ("", ""))
        if key[0] in both and (was[0] != now[0] or was[1] and not now[1]):
            yield "milestones_changed", key[0], key[2], key[1], was[0], now[0]
    before, after = old.lines(), new.lines()
    for key in sorted({*before} & {*after}):
        was, now = before[key], after[key]
        if was[1] is not None and now[0] not in DONE and (now[1] is None or now[1] < was[1]):
            yield "progress_back", *key, "", text(was[1]), text(now[1])
        if STEPS.get(now[0], 2) < STEPS.get(was[0], 0):
            yield "status_back", *key, "", was[0], now[0]
        if (was[0] in ASIDE or now[0] in ASIDE) and was[0] != now[0]:
            yield "status_adjusted", *key, "", was[0], now[0]
    for task in new.tasks:
        was = old.completed_on(task) if task in old.tasks else None
        now = new.completed_on(task)
        if now and not was:
            yield "newly_completed", task, "", "", "", text(now)
        if now and now != was and is_late(new, now, lambda state: state.tasks.get(task) and state.completed_on(task)):
            yield "completed_late", task, "", "", text(was), text(now)
    before, after = old.completed_parts(), new.completed_parts()
    for key, now in sorted(after.items()):
        was = before.get(key)
        if key[0] in both and now != was and is_late(new, now, lambda state: state.completed_parts().get(key)):
            yield "part_completed_late", key[0], key[2], key[1], text(was), text(now)
    before, after = old.targets(), new.targets()
    for target in sorted({*before, *after}):
        was, now = before.get(target), after.get(target)
        if (now or was)[0] in both and (not was or not now or was[2] != now[2]):
            yield ("targets_changed", (now or was)[0], "", target,
                   was[1] if was else "", now[1] if now else "")
    for task in both:
        for field, heading in (("title", "任务"), ("section", "分类"), ("leaders", "牵头领导")):
            was, now = old.tasks[task][heading], new.tasks[task][heading]
            if was != now:
                yield "reworded", task, "", field, was, now


def is_late(new, completed_on, look):
    """Whether the last state that did not know of the completion is not before its day."""
    unaware = None
    for name in new.states:
        state = State(new.folder, figures.day(name))
        if look(state) != completed_on:
            unaware = state.as_of
    return unaware is not None and completed_on <= unaware


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--ledgers", required=True, help="folder with one folder per dated state")
    parser.add_argument("--from", required=True, type=figures.day, dest="old")
    parser.add_argument("--to", required=True, type=figures.day, dest="new")
    parser.add_argument("diff", help="what `jibao diff --csv` wrote")
    args = parser.parse_args()
    expected = sorted(changes(State(args.ledgers, args.old), State(args.ledgers, args.new)))
    with open(args.diff, encoding="utf-8", newline="") as file:
        found = sorted(
            tuple(row[name] for name in ("kind", "task", "unit", "subject", "old_value", "new_value"))
            for row in csv.DictReader(file))
    for line in expected:
        if line not in found:
            print("missing:", *line)
    for line in found:
        if line not in expected:
            print("not expected:", *line)
    print(f"{len(expected)} changes")
    sys.exit(0 if expected == found else 1)


if __name__ == "__main__":
    main()
