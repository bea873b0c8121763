#!/usr/bin/env python3
"""Writes docs/errors.md and docs/zh/报错对照.md, every fault of a ledger, from Sources/Domain and the wording table.

    error_docs.py            writes the page
    error_docs.py --check    fails with a diff where the page is not up to date
"""

import pathlib
import re
import sys

import generated_page

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "errors.md"
CHINESE_PAGE = ROOT / "docs" / "zh" / "报错对照.md"
CODES = ROOT / "Sources" / "Domain" / "InputProblem+Code.swift"
PROBLEMS = ROOT / "Sources" / "Domain" / "InputProblem.swift"
WORDING = [ROOT / "Sources" / "jibao" / "Wording" / language / f"{language}+Input.swift"
           for language in ["English", "Chinese"]]

INTRODUCTION = """\
# What can be wrong with a ledger 台账错误

<!-- Written by Tests/Tools/error_docs.py from Sources/Domain/InputProblem*.swift and the wording table; do not edit. -->

`jibao check PATH` and `jibao snapshot` name every fault with its place, reason and cure:

```
jibao: error: ledger/ledger.csv:14:37: “市商务居” is not in the register of units
  → did you mean 市商务局? use a registered name, or add this one as an alias
```

The line and the column count from 1; the column counts characters. In a database the place is the query's file, the row of its
result and the column's name. One **error**, and the whole ledger is refused: nothing is
stored, the exit code is 3. A **warning** refuses nothing. With `--json` each fault has its `code`, which never changes its
meaning. `…` stands for what the message names. How cells are written: [ledger.md](ledger.md).
"""

CHINESE_INTRODUCTION = """\
# 报错对照

<!-- 由 Tests/Tools/error_docs.py 生成，请勿手改。 -->

`jibao check` 和 `jibao snapshot` 一次列出台账的全部问题，每处写明位置、原因和改法：

```
jibao: 错误：台账.xlsx:任务台账!F14：单位名录中没有“市商务居”
  → 是否应为：市商务局？请使用名录中的名称，或将其加为别名
```

位置是“文件:行:列”，或“文件:工作表!单元格”。有一处**错误**，整本台账不入库，退出码为 3；**提示**不影响入库。`…` 代表提示中写明的内容。
怎样填写见[台账填报说明](台账填报说明.md)。
"""
CHINESE_TITLES = {
    "Files": "文件", "Workbooks and mappings": "工作簿与读法", "Encoding": "编码", "CSV": "CSV",
    "Headings": "表头", "Cells": "单元格", "Keys and references": "编号与引用", "Units": "单位",
    "Whole columns, with the number of cells and the place of the first": "整列",
    "What a row says": "一行之内", "Words that group": "分类用词",
    "Numbers that are confirmed": "编号确认", "Forms": "填报表",
}
CHINESE_SEVERITIES = {"error": "错误", "warning": "提示", "error or warning": "错误或提示"}


class Scanner:
    """Takes apart Swift expressions: string literals with what they interpolate, and brackets."""

    def __init__(self, text, start=0):
        self.text, self.position = text, start

    def string(self):
        """The literal that begins here, with … for what is interpolated."""
        self.position += 1
        result = ""
        while (character := self.text[self.position]) != '"':
            if self.text.startswith("\\(", self.position):
                self.position += 1
                self.bracket()
                result += "…"
            elif character == "\\":
                result += {"n": " ", "t": " "}.get(self.text[self.position + 1], self.text[self.position + 1])
                self.position += 2
            else:
                result += character
                self.position += 1
        self.position += 1
        return result

    def bracket(self):
        """What stands in the brackets that open here, parted at commas, each as its strings."""
        closing = {"(": ")", "[": "]", "{": "}"}[self.text[self.position]]
        self.position += 1
        items = [[]]
        while (character := self.text[self.position]) != closing:
            if character == '"':
                items[-1].append(self.string())
            elif character in "([{":
                items[-1].append(self.bracket())
            elif character == ",":
                items.append([])
                self.position += 1
            else:
                self.position += 1
        self.position += 1
        return items


def flat(item):
    """The strings of an item, whatever brackets they stand in."""
    for part in item:
        if isinstance(part, str):
            yield part
        else:
            for inner in part:
                yield from flat(inner)


def joined(item):
    """The sentence of one language: alternatives (a suggestion, or a general cure) side by side."""
    strings = [text.strip() for text in flat(item) if text.strip(" 、,")]
    return " / ".join(dict.fromkeys(strings)).replace("|", "\\|").replace("<", "&lt;")


def wording(path):
    """For each case of InputProblem: what and cure, in the language of a file."""
    text = path.read_text(encoding="utf-8")
    return {
        match[1]: [joined(part) for part in Scanner(text, match.end() - 1).bracket()]
        for match in re.finditer(r"case \.(\w+)[^\n]*:\n\s+Sentence\(", text)
    }


def main():
    options = generated_page.arguments(__doc__)

    codes = CODES.read_text(encoding="utf-8")
    warning_list, sometimes, _ = re.split(
        r":\s+\.warning|:\s+refused \?", codes.split("switch self {")[1], maxsplit=2)
    warnings = set(re.findall(r"\.(\w+)", warning_list))
    either = set(re.findall(r"\.(\w+)\(", sometimes))
    code_of = dict(re.findall(r'case \.(\w+): "([^"]+)"', codes))
    languages = [wording(path) for path in WORDING]
    lines, chinese = [INTRODUCTION], [CHINESE_INTRODUCTION]
    for part in PROBLEMS.read_text(encoding="utf-8").split("// MARK: ")[1:]:
        title, body = part.split("\n", 1)
        title = title.split(";")[0]
        lines += [f"## {title}", "", "| code | | what | cure |", "|---|---|---|---|"]
        chinese += [f"## {CHINESE_TITLES.get(title, title)}", "", "| 提示 | 类别 | 怎样改 | 代码 |", "|---|---|---|---|"]
        for case in re.findall(r"^  case (\w+)", body, re.M):
            if case not in code_of or not all(case in sentences for sentences in languages):
                sys.exit(f"error_docs: {case} has no code or no wording")
            what, cure = zip(*(sentences[case] for sentences in languages))
            severity = ("error or warning" if case in either else
                        "warning" if case in warnings else "error")
            cells = [f"`{code_of[case]}`", severity, *("<br>".join(pair) for pair in (what, cure))]
            lines.append("| " + " | ".join(cells) + " |")
            chinese.append(
                f"| {what[1]} | {CHINESE_SEVERITIES[severity]} | {cure[1]} | `{code_of[case]}` |")
        lines.append("")
        chinese.append("")
    made = "\n".join(lines).rstrip() + "\n"

    generated_page.deliver(PAGE, made, options.check)
    generated_page.deliver(CHINESE_PAGE, "\n".join(chinese).rstrip() + "\n", options.check)


if __name__ == "__main__":
    main()
