#!/usr/bin/env python3
"""Writes docs/metrics.md, the meaning of every figure, from the headers of Queries/.

    metric_docs.py            writes the page
    metric_docs.py --check    fails with a diff where the page is not up to date
"""

import pathlib
import re
import sys

import generated_page

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "metrics.md"
FIELDS = ["grain", "key", "params", "columns", "order", "severity"]
FIELD = re.compile(rf"^({'|'.join(FIELDS)}):\s*(.*)$")

INTRODUCTION = """\
# The meaning of every figure 指标口径

<!-- Written by Tests/Tools/metric_docs.py from the headers of Queries/; do not edit. -->

Each figure is one query, a file of [Queries/](../Queries). This page is made from their headers; the statement below each
header is what counts. How they hang together: [architecture.md](architecture.md). Every one can be run for any day:

```sh
jibao query metrics/completion_by_unit --workspace W --as-of 2023-09-25
```

Columns are `text`, `date` (ISO text) or `integer`; a `ratio` is two integers, `x_num` and `x_den`. Progress, schedule,
gaps, targets and their values are millionths (750,000 is 75 %); flags are 0 and 1. `:as_of` is 数据截止日, the day whose
end is described, `:known_at` 认知时点, by when it was recorded; `:period_from` and `:period_to` are the days that the reporting period covers.
"""

FOLDERS = {
    "metrics": (
        "Metrics 指标",
        "What reports show. They read state and facts, never the store."),
    "checks": (
        "Checks 数据核查",
        "What is wrong or doubtful in the data. A finding of severity `warn` is listed on the sheet 数据说明; one of "
        "severity `fail` makes the report a draft, and the exit code 4."),
    "changes": (
        "Changes 变动",
        "What differs between two moments: of two days, or of one day as it was known at two instants. Only these "
        "queries see both: the later moment's tables under their own names, the earlier one's as `prior_…`. "
        "`jibao diff --from 2023-06-25 --to 2023-09-25` runs them."),
    "scoring": (
        "Scoring 评分",
        "What scoring rules weigh ([rules.md](rules.md)): lines, each with a unit, a quantity (`qty`, and "
        "other columns by name) and the row of the ledger that it comes from. They read state and facts."),
    "signs": (
        "Signs 异常迹象",
        "Signs that figures may have been made to look well, for the office alone: what people look into, never a "
        "score, never on a sheet of a shipped report. `jibao query signs/progress_unchanged --as-of 2023-09-25` shows one. "
        "Each names a task or a unit, the day it is about and what was found; its thresholds stand in its text."),
    "facts": (
        "Facts 事实",
        "What follows from the state for each task, milestone and unit's part. Run once per moment, each into a "
        "temporary table of its name."),
    "state": (
        "State 状态",
        "The registers as they stand at the cut-off, run once per moment, each into a temporary table of its name. Only "
        "these, and `past/`, read the store."),
    "past": (
        "Past 沿革",
        "What the snapshots known at a moment said. Run where two moments are compared, or a query reads them, each into "
        "a temporary table of its name."),
}


class Query:
    """A query file's header."""

    def __init__(self, path):
        self.id = path.relative_to(ROOT / "Queries").with_suffix("").as_posix()
        self.path = path.relative_to(ROOT).as_posix()
        lines = []
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.startswith("--"):
                break
            lines.append(line[2:].strip())
        if not lines or not lines[0]:
            sys.exit(f"metric_docs: {self.path}:1: the header has no title")
        self.title = lines[0]
        self.fields = {}
        prose, field = [], None
        for line in lines[1:]:
            if match := FIELD.match(line):
                field, text = match.groups()
                self.fields[field] = text
            elif field:
                self.fields[field] += " " + line
            else:
                prose.append(line)
        for needed in ["grain", "columns"]:
            if needed not in self.fields:
                sys.exit(f"metric_docs: {self.path}:1: the header has no {needed}")
        paragraphs = "\n".join(prose).strip().split("\n\n")
        self.description = "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)

    @property
    def anchor(self):
        return self.id.replace("/", "-")

    def names(self, field):
        """The names of a comma-separated field, as code; empty for `-`."""
        items = [item.strip() for item in self.fields.get(field, "").split(",")]
        return ", ".join(f"`{item}`" for item in items if item not in ("", "-"))

    def typed(self, field):
        """The names of a field with their types, those of one type together."""
        items = [item.split() for item in self.fields.get(field, "").split(",") if item.strip() != "-"]
        groups = []
        for item in items:
            if len(item) != 2:
                sys.exit(f"metric_docs: {self.path}: {field}: '{' '.join(item)}' is not 'name type'")
            name, kind = item
            if groups and groups[-1][1] == kind:
                groups[-1][0].append(name)
            else:
                groups.append(([name], kind))
        return "; ".join(", ".join(f"`{name}`" for name in names) + f" {kind}" for names, kind in groups)

    def section(self):
        rows = [("grain", self.fields["grain"]), ("key", self.names("key")),
                ("params", self.typed("params")), ("columns", self.typed("columns")),
                ("order", self.names("order")), ("severity", self.names("severity"))]
        lines = [f'<a id="{self.anchor}"></a>', "", f"### {self.id}", "", f"**{self.title}**", ""]
        if self.description:
            lines += [self.description, ""]
        lines += [f"- {name}: {text}" for name, text in rows if text]
        return "\n".join([*lines, "", f"[{self.path}](../{self.path})", ""])


def catalogue():
    """Of each name of columns.yaml what is said: its text, or its fields that are one text."""
    entries, anchors = {}, {}
    lines = (ROOT / "Queries/columns.yaml").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if not line or line.startswith("#"):
            continue
        if not line.startswith(" "):
            name, text = re.match(r"([^\s:]+):\s*(.*)$", line).groups()
            if text.startswith("{"):
                fields = re.findall(r"(?:^\{|, )(heading|unit|meaning): ((?:\"[^\"]*\")|[^,}]*)", text)
                entries[name] = dict(fields)
            else:
                entries[name] = {"meaning": text} if text else {}
        elif match := re.match(r"  (heading|unit|meaning): (.*)$", line):
            entries[name][match[1]] = match[2]
    for fields in entries.values():
        for key, text in fields.items():
            if match := re.match(r"&(\w+) (.*)$", text):
                anchors[match[1]] = fields[key] = match[2]
            elif text.startswith("*"):
                fields[key] = anchors[text[1:]]
            else:
                fields[key] = text.strip('"')
    return entries


def columns():
    """The catalogue of columns: a row for each name."""
    rows = [(name, said.get("heading", ""), said.get("meaning", "")) for name, said in catalogue().items()]
    return "\n".join([
        '<a id="columns"></a>', "", "## Columns 结果列", "",
        "What the columns of results are called in reports, and what they mean. A name alone stands for the column in every",
        "query, one with a query for that of the query; `completed/due` is a ratio, `previous.due` of an earlier period.", "",
        "| 列 | 表头 | 含义 |", "|---|---|---|",
        *(f"| `{name}` | {heading} | {meaning} |" for name, heading, meaning in rows), "",
        "[Queries/columns.yaml](../Queries/columns.yaml)"])


def page():
    parts, contents = [], ["## Contents", ""]
    folders = sorted(
        (folder.name for folder in (ROOT / "Queries").iterdir() if folder.is_dir()),
        key=lambda name: (list(FOLDERS).index(name) if name in FOLDERS else len(FOLDERS), name))
    for folder in folders:
        title, about = FOLDERS.get(folder, (folder, ""))
        queries = [Query(path) for path in sorted((ROOT / "Queries" / folder).glob("*.sql"))]
        contents += [f"**{title}**", ""]
        contents += [f"- [{query.id}](#{query.anchor}): {query.title}" for query in queries]
        contents += [""]
        parts += [f"## {title}\n\n{about}\n", *(query.section() for query in queries)]
    contents += ["**Columns 结果列**", "", "- [columns](#columns): 结果列的含义 · What the columns of results mean", ""]
    return "\n".join([INTRODUCTION, *contents, *parts, columns()]).rstrip() + "\n"


def main():
    options = generated_page.arguments(__doc__)
    made = page()
    generated_page.deliver(PAGE, made, options.check)


if __name__ == "__main__":
    main()
