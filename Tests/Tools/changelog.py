#!/usr/bin/env python3
"""Gathers changes/*.md into CHANGELOG.md under a version, and removes them: changelog.py VERSION DATE"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def main():
    version, date = sys.argv[1:]
    page = ROOT / "CHANGELOG.md"
    text = page.read_text(encoding="utf-8")
    files = sorted(
        (ROOT / "changes").glob("*.md"),
        key=lambda path: (int(path.stem.split("-")[0]), path.stem))
    items = []
    for path in files:
        lines = path.read_text(encoding="utf-8").strip().splitlines()
        items.append("- " + "\n".join([lines[0], *("  " + line if line else "" for line in lines[1:])]))
    heading = f"## {version} – {date}"
    if heading in text:
        text = text.replace(heading + "\n\n", heading + "\n\n" + "\n".join(items) + "\n", 1)
    else:
        text = re.sub(
            r"^## ", f"{heading}\n\n" + "\n".join(items).replace("\\", r"\\") + "\n\n## ", text,
            count=1, flags=re.M)
    page.write_text(text, encoding="utf-8")
    for path in files:
        path.unlink()


if __name__ == "__main__":
    main()
