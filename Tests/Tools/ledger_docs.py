#!/usr/bin/env python3
"""Writes docs/ledger.md, the registers and their columns, from Sources/Domain and Definitions.

    ledger_docs.py            writes the page
    ledger_docs.py --check    fails with a diff where the page is not up to date
"""

import pathlib
import re

import generated_page

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "ledger.md"
REGISTERS = ROOT / "Sources" / "Domain" / "Register.swift"
WORDS = ROOT / "Sources" / "Definitions" / "Vocabulary+Standard.swift"

INTRODUCTION = """\
# The ledger 台账

<!-- The tables are written by Tests/Tools/ledger_docs.py from Sources/Domain/Register.swift; edit the script, not the page. -->

A ledger is a **folder with one CSV file per register**. `units` and `ledger` are required, the rest is optional. An
example: [Examples/tianshui-2023](../Examples/tianshui-2023/README.md) ([all](../README.md#examples-示例)). `jibao init` writes an empty one,
`台账.xlsx`; one that the office keeps in its own way is read by a mapping: [workbook.md](workbook.md). A ledger in a PostgreSQL or SQLite database is read by a query per register whose columns have
these headings: [operations.md](operations.md#reading-straight-from-a-database).

- **File names** are the English or the Chinese name of the register: `ledger.csv` or `任务台账.csv`. A CSV file of another
  name is refused, so that none is forgotten.
- **Encoding**: UTF-8 with or without BOM, or GB18030 (what Chinese Excel saves). LF or CRLF. Fields are parted by commas.
- **Headings** in Chinese or English, in any order, mixed if need be. Columns of your own are kept, up to 200 of a
  register and 16 KiB of a row; those of the task register come back on the sheet 任务台账 of the report.
- **Merged cells** leave gaps when a sheet is saved as CSV: only the first row of a group is filled. They are named once for a
  column; `fill_down: [分类, 牵头领导]` in [jibao.yaml](operations.md#jibaoyaml) fills them with what stands above.
- **A full statement**: a register that is present says everything for the plans of the ledger. A row that is no longer there
  is gone from that day on, and stays visible before. A register whose file is absent keeps its state; one with a line of
  headings only is empty.
- **All or nothing**: a ledger with one bad row is refused whole, every fault named with `FILE:LINE:COLUMN` (the column counts
  characters), reason and cure. See [errors.md](errors.md). `jibao check PATH` says the same and stores nothing.

## What cells hold

| kind | how it is written |
|---|---|
| text | as it is, up to 32,767 characters; line breaks within quotes are kept |
| identifier | text without invisible characters; full-width digits are read as plain ones, with a warning |
| number | as the office writes it: 7, 1.2, 民生-1, （一）; tasks are listed in their natural order |
| integer | digits |
| day | `2023-09-25`; the year first also with `/`, `.` or 年月日, full-width digits, and the `0:00` that Excel adds, which is said once for a column; within 1900 to 2199 |
| percent | `45%` or `45`, 0 to 100, at most four decimals |
| quantity | `1234` or `3.5`, at most six decimals |
| amount | a quantity above zero |
| word | one of the [words](#words) below; an office's own stand in [vocabulary.yaml](operations.md#vocabularyyaml) |
| unit | a name, alias or id of the register of units |
| units | several, parted by 、，,；; or blanks: at each place the longest name that is registered counts, brackets are tried with and without. What is no registered name is an error with the nearest candidates; nothing is guessed |
| leaders | posts or names, parted by 、，,；; or line breaks, and by / or + between names of persons; （协助）, （配合） or 李四配合 marks who assists |
| members | ids of units, parted by `;` |
| task | 序号 or 任务编号 of a task of the ledger |
| plan | the id of a plan; may be left out where there is one only |

An empty cell is *not filled in*; it never counts as 0.

### Deadlines in words

完成时限, 时限 and 新时限 (and 开始日期, which takes the first day where the others take the last) may also be written as offices
write them. What does not stand in the cell is said once for a column, with the first cell.

| written | read as |
|---|---|
| 9月25日, 11月30号, 9月25日前 | that day |
| 9月1日前 | 31 August: before the first of a month is by the end of the month before |
| 9月, 9月底, 9月底前, 9月前, 2016.9, 2024年12月 | the last day of the month; 2016.1 is January, and said, for a spreadsheet makes it of 2016.10, too |
| 9月上旬, 中旬, 下旬 | the 10th, the 20th, the last |
| 一季度, 第三季度末, 上半年, 前三季度, 年底前, 全年, 2025年底前 | the last day |
| 1-8月, 7、8月, 2023年9月至2024年8月 | the last day of the last |
| 2023-09-25 17:00, 9月25日17时前 | the day |
| 长期坚持, 持续推进, 常态化推进 | no day; 长期坚持 is the status, too, where that is empty |
| 2025年底前，并长期坚持 | the day |
| 每月, 每季度末, 每月25日前, 每半年, 每年 | the last of them in the plan's years |
| 立行立改, 即知即改 | 发现日期, else 开始日期; without either no day, with a warning |

A **year** that is not written is the plan's (`years` in plan.yaml), never that of the clock; where the plan has none or several,
the cell is refused. So are 9月初, 9月底左右, 三季度前 and all else. Days of completion have to be exact.

### Statuses in words

已完成80%, 80% or 进度：80% is *in progress* at 80 %; 100% is completed. 已完成，长期坚持 is completed; 已完成，待验收 is completed and not
yet struck off. More than 100 % is refused: it belongs to a target. Clauses that contradict each other are refused, and so is
a share that differs from 进度.
"""

ABOUT = {
    "units": ("编号", """\
Who is who. A name or alias means one unit at a time. `起`, `止`: the first and the last day in office; `继任`: the unit that
follows. A collective (`集体` 是) such as 各县区政府 stands for its `成员` in office on the day; one without members stands for
itself, with a warning. `考核分组` is the ranking group, `排序` the official order of every list."""),
    "ledger": ("方案 + 任务编号, else 序号", """\
The tasks. Either 序号 or 任务编号 must be filled, unless no task of the plan has a number: these are named by their rows and have no
history (`numbers: partial` in [plan.yaml](operations.md#planyaml) allows some without). Without 完成时限 and milestones a task is never due; without 进度 it is
未填报. 完成日期 goes with the status 已完成 or 已销号."""),
    "assignments": ("任务 + 单位 + 角色", """\
A unit's own line in a task. The unit is judged by it, in place of the task."""),
    "milestones": ("任务 + 节点 + 单位", """\
Stages of a task with their own due dates: a task that has any is judged by them. With 单位 the milestone is that unit's."""),
    "targets": ("编号", """\
Quantified targets. `同源指标` names the target that this one repeats: the two count once."""),
    "extensions": ("任务 + 申请日期", """\
Applications for a later due date, approved or not. One counts if it was asked for on or before the due date in force and
approved by the cut-off."""),
    "submissions": ("单位 + 期别", """\
The reports that units handed in. 期别 is the id of a period of the plan's calendar, such as `2023-Q1`."""),
    "publications": ("the whole row, equal ones numbered", """\
News items, reported and published. Published ones count when verified (`核实` 是) and of a level that the plan names."""),
    "rectifications": ("编号", """\
Problems found, their measures and their striking off."""),
    "events": ("the whole row, equal ones numbered", """\
Commendations, sendings back and whatever else scoring rules count (`scoring/events`), told apart by
their kind."""),
}

CALL = re.compile(r'\.init\((?P<arguments>(?:[^()]|\([^()]*\)|\((?:[^()]|\([^()]*\))*\))*)\)')


class Column:
    def __init__(self, arguments):
        self.id, self.heading, *rest = re.findall(r'^"([^"]*)", "([^"]*)"', arguments)[0]
        kind = re.search(r'", \.([a-zA-Z]+)(?:\(\.(\w+)\))?', arguments)
        self.kind, self.detail = kind.groups() if kind else ("text", None)
        self.required = "required: true" in arguments

    @property
    def shown_kind(self):
        if self.kind == "word":
            anchor = re.sub(r"([A-Z])", lambda match: "-" + match[1].lower(), self.detail)
            return f"[word](#{anchor})"
        return f"units ({self.detail})" if self.kind == "units" else self.kind


def registers():
    """Each register's id, Chinese name, whether it is required, and its columns."""
    text = REGISTERS.read_text(encoding="utf-8")
    shared = {
        name: Column(arguments) for name, arguments in
        re.findall(r"private static let (\w+) = RegisterColumn\(([^\n]*)\)\n", text)
    }
    required = re.search(r"var isRequired: Bool \{(.*)\}", text)[1]
    names = re.findall(r'case \.(\w+): "([^"]+)"', text)
    lists = dict(re.findall(r"case \.(\w+): Self\.(\w+)", text))
    for name, heading in names:
        body = re.search(
            rf"private static let {lists[name]}: \[RegisterColumn\] = \[\n(.*?)\n  \]\n", text, re.S)[1]
        columns = []
        for line in body.splitlines():
            if match := CALL.search(line):
                columns.append(Column(match["arguments"]))
            else:
                columns += [shared[word] for word in re.findall(r"\w+", line)]
        yield name, heading, f".{name}" in required, columns


def words():
    """The standard words: kind, then code and words."""
    text = WORDS.read_text(encoding="utf-8")
    entry = re.compile(r'\("([^"]+)", \[((?:"[^"]*",?\s*)+)\]\)')
    bodies = {
        name: body for name, body in
        re.findall(r"private static let (\w+):[^\n]*= \[\n(.*?)\n  \]\n", text, re.S)
    }
    switch = re.search(r"switch kind \{(.*?)\n    \}\n", text, re.S)[1]
    for kind, body in re.findall(r"case \.(\w+):(.*?)(?=\n    case |\Z)", switch, re.S):
        body = bodies.get(body.strip(), body)
        yield kind, [(code, re.findall(r'"([^"]*)"', list)) for code, list in entry.findall(body)]


def page():
    found = list(registers())
    lines = [INTRODUCTION, "## Registers", "", "| file | 表 | |", "|---|---|---|"]
    lines += [f"| [{name}](#{name}) | {heading} | {'required' if required else ''} |"
              for name, heading, required, _ in found]
    for name, heading, _, columns in found:
        key, about = ABOUT[name]
        lines += ["", f'<a id="{name}"></a>', "", f"### {heading} `{name}.csv`", "", about, "",
                  f"Key: {key}.", "", "| 中文 | English | kind | filled |", "|---|---|---|---|"]
        lines += [f"| {column.heading} | {column.id} | {column.shown_kind} | "
                  f"{'always' if column.required else ''} |" for column in columns]
    lines += ["", "## Words", "", "Latin letters may be in either case; the code itself is always a word, too."]
    used = {column.detail for _, _, _, columns in found for column in columns if column.kind == "word"}
    used |= {"role"}
    for kind, entries in words():
        if kind not in used:
            continue
        anchor = re.sub(r"([A-Z])", lambda match: "-" + match[1].lower(), kind)
        lines += ["", f'<a id="{anchor}"></a>', "", f"**{anchor.replace('-', '_')}**", "",
                  "| code | words |", "|---|---|"]
        lines += [f"| `{code}` | {'、'.join(list)} |" for code, list in entries]
    return "\n".join(lines) + "\n"


def main():
    options = generated_page.arguments(__doc__)
    made = page()
    generated_page.deliver(PAGE, made, options.check)


if __name__ == "__main__":
    main()
