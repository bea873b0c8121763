#!/usr/bin/env python3
"""Prints the commands that cron/ starts, one a line, each after the file and line it stands in.

    cron_commands.py                                   as they stand
    cron_commands.py --program BIN --workspace DIR     for a test: with another program and
                                                       workspace, and `run` with --dry-run
"""

import argparse
import pathlib
import re
import shlex
import sys

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "cron"
SCHEDULE = re.compile(r"^(?:\S+\s+){5}(?P<user>[a-z_][a-z0-9_-]*)\s+(?P<command>\S.*)$")
VARIABLE = re.compile(r"^\w+\s*=")


def crontab(path):
    """The commands of a file in the form of /etc/cron.d."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#") or VARIABLE.match(line):
            continue
        entry = SCHEDULE.match(line)
        if not entry:
            sys.exit(f"{path.name}:{number}: neither a comment, a variable nor an entry")
        if "%" in entry["command"]:
            sys.exit(f"{path.name}:{number}: cron takes % for a line break")
        yield number, entry["command"]


def unit(path):
    """The commands of a systemd service."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("ExecStart="):
            yield number, line.removeprefix("ExecStart=")


def for_test(command, program, workspace):
    words = shlex.split(command)
    redirections = [word for word in words if word.startswith(">")]
    words = [word for word in words if not word.startswith(">")]
    if program:
        words[0] = program
    if workspace:
        words[words.index("--workspace") + 1] = workspace
    if words[1] == "run":
        words.append("--dry-run")
    return " ".join([shlex.join(words), *redirections])


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program")
    parser.add_argument("--workspace")
    options = parser.parse_args()
    for path in sorted(FOLDER.iterdir()):
        read = {".cron": crontab, ".service": unit}.get(path.suffix)
        for number, command in read(path) if read else []:
            if options.program or options.workspace:
                command = for_test(command, options.program, options.workspace)
            print(f"{path.name}:{number}\t{command}")


if __name__ == "__main__":
    main()
