#!/usr/bin/env python3
"""Writes docs/commands.md from the program's own --help.

    command_docs.py PROGRAM            writes the page
    command_docs.py PROGRAM --check    fails with a diff where the page is not up to date
"""

import os
import pathlib
import re
import subprocess

import generated_page

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "commands.md"

INTRODUCTION = """\
# Commands 命令

<!-- Written by Tests/Tools/command_docs.py from --help; do not edit. -->

All commands but `init` work on a **workspace**: `--workspace DIR`, else `JIBAO_WORKSPACE`, else the working directory.
Results go to standard output, messages to standard error, progress only to a terminal; with `--json` a program may read the
result. Flags go before the environment, the environment before `jibao.yaml`.

| variable | meaning |
|---|---|
| `JIBAO_WORKSPACE` | the workspace |
| `JIBAO_LANG` | `en` or `zh`; else the locale decides (`LC_ALL`, `LC_MESSAGES`, `LANG`) |
| `JIBAO_NOW` | an instant such as `2023-09-25T09:30:00Z` in place of the clock, [to rehearse](operations.md#rehearsal) |

Exit codes are an interface:

| code | meaning | try again? |
|---|---|---|
| 0 | done, or nothing to do | – |
| 1 | a fault of the program | no |
| 2 | usage or configuration | no |
| 3 | the ledger was refused and nothing stored; or there is no data for that day | after mending it |
| 4 | a data check of severity fail; the report was made as a draft | after mending it |
| 5 | output could not be written | yes |
| 6 | another run holds the lock | yes |
| 7 | the store cannot be reached, or something is not as it was made | yes |
| 141 | the reader of standard output closed it | – |

Of several failures of one run the first in the order 1, 7, 5, 4, 3, 6, 141 counts. Messages that cannot be written change no code. What to do: [operations.md](operations.md).
"""


def help_of(program, *words):
    # A width of its own, so that the page does not depend on the terminal.
    environment = {"PATH": os.environ.get("PATH", ""), "LANG": "C", "COLUMNS": "100"}
    done = subprocess.run(
        [program, *words, "--help"], check=True, stdout=subprocess.PIPE, env=environment)
    return "\n".join(line.rstrip() for line in done.stdout.decode("utf-8").strip().splitlines())


def page(program):
    overview = help_of(program)
    names = re.findall(r"^  ([a-z]+) {2,}", overview.split("SUBCOMMANDS:")[1], re.M)
    parts = [INTRODUCTION]
    parts += ["| command | does |", "|---|---|"]
    texts = {name: help_of(program, name) for name in names}
    for name in names:
        abstract = re.match(r"OVERVIEW: (.*)", texts[name])[1]
        parts.append(f"| [`{name}`](#{name}) | {abstract} |")
    for name in names:
        text = texts[name].removeprefix("OVERVIEW: ")
        parts += ["", f"## {name}", "", "```text", text, "```"]
    return "\n".join(parts) + "\n"


def main():
    options = generated_page.arguments(__doc__, "program")
    made = page(options.program)
    generated_page.deliver(PAGE, made, options.check)


if __name__ == "__main__":
    main()
