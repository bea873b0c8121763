#!/usr/bin/env python3
"""Checks the Swift files for what the formatter does not see: length, and words that end badly."""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDERS = ["Sources", "Queries", "Reports", "Calendars", "Examples", "Tests"]
LONGEST = 300
# Exhaustive switches and tables are as long as they are.
TABLES = [
    "Sources/jibao/Wording/English", "Sources/jibao/Wording/Chinese",
    "Tests/WordingTests/Samples", "Sources/Intake/CharacterSounds.swift",
]

# Each with what to do instead. Tests may stop the process; the program may not.
BANNED = {
    r"\btry!": "throw, or handle the error",
    r"\bas!": "bind with `as?` and handle the rest",
    r"\bfatalError\b": "throw an error of its own kind",
    r"\bpreconditionFailure\b": "throw an error of its own kind",
    r"\b(?:TODO|FIXME|XXX)\b": "do it, or open an issue",
}


def faults(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    is_table = any(path.is_relative_to(ROOT / folder) for folder in TABLES)
    if len(lines) > LONGEST and not is_table:
        yield len(lines), f"{len(lines)} lines; at most {LONGEST}: split it by topic"
    if path.is_relative_to(ROOT / "Tests"):
        return
    for number, line in enumerate(lines, start=1):
        for pattern, cure in BANNED.items():
            if match := re.search(pattern, line):
                yield number, f"`{match[0]}`: {cure}"


def main():
    paths = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.swift"))
    found = [
        f"{path.relative_to(ROOT)}:{line}: {what}"
        for path in paths for line, what in faults(path)
    ]
    for fault in found:
        print(f"files: error: {fault}", file=sys.stderr)
    if not found:
        print(f"files: {len(paths)} Swift files are in order")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
