"""A page of docs/ that is generated: written, or held against what stands there."""

import argparse
import difflib
import sys


def arguments(about, *positional):
    """The options that all generators take, and the positional arguments of one."""
    parser = argparse.ArgumentParser(
        description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in positional:
        parser.add_argument(name)
    parser.add_argument("--check", action="store_true", help="fail if the page is not up to date")
    return parser.parse_args()


def deliver(path, text, check):
    """Writes the page; with `check` shows what differs instead, and exits with 1."""
    name = f"docs/{path.name}"
    if not check:
        path.write_text(text, encoding="utf-8")
        print(f"wrote {name}")
        return
    there = path.read_text(encoding="utf-8") if path.exists() else ""
    if there != text:
        sys.stderr.writelines(difflib.unified_diff(
            there.splitlines(keepends=True), text.splitlines(keepends=True), name, "generated"))
        sys.exit(f"{name} is not up to date; run make docs")
    print(f"{name} is up to date")
