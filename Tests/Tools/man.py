#!/usr/bin/env python3
"""Writes manual pages and completions from the program's own help.

    man.py PROGRAM FOLDER    man1/, zh_CN/man1/, completions/ below FOLDER
"""

import os
import pathlib
import re
import subprocess
import sys

WORDS = {
    "en": {
        "NAME": "NAME", "USAGE": "SYNOPSIS", "DESCRIPTION": "DESCRIPTION", "ARGUMENTS": "ARGUMENTS",
        "OPTIONS": "OPTIONS", "SUBCOMMANDS": "COMMANDS", "SEE": "SEE ALSO",
    },
    "zh": {
        "NAME": "名称", "USAGE": "用法", "DESCRIPTION": "说明", "ARGUMENTS": "参数", "OPTIONS": "选项",
        "SUBCOMMANDS": "命令", "SEE": "另见",
    },
}
HEADS = {
    "en": {"OVERVIEW: ": "OVERVIEW", "USAGE: ": "USAGE", "ARGUMENTS:": "ARGUMENTS",
           "OPTIONS:": "OPTIONS", "SUBCOMMANDS:": "SUBCOMMANDS"},
    "zh": {"概述：": "OVERVIEW", "用法：": "USAGE", "参数：": "ARGUMENTS", "选项：": "OPTIONS",
           "子命令：": "SUBCOMMANDS"},
}


def said(program, *words, language="en"):
    environment = {"PATH": os.environ.get("PATH", ""), "JIBAO_LANG": language, "COLUMNS": "78"}
    done = subprocess.run([program, *words], check=True, stdout=subprocess.PIPE, env=environment)
    return done.stdout.decode("utf-8")


def roff(text):
    lines = []
    for line in text.rstrip().splitlines():
        line = line.rstrip().replace("\\", "\\e").replace("-", "\\-")
        lines.append("\\&" + line if line[:1] in (".", "'") else line)
    return "\n".join(lines)


def parts(text, language):
    """The parts of a help text: overview, usage, discussion, arguments, options, commands."""
    found, name = {}, None
    for line in text.splitlines():
        head = next((head for head in HEADS[language] if line.startswith(head)), None)
        if head:
            name = HEADS[language][head]
            line = line[len(head):]
        elif name == "OVERVIEW" and not line.strip():
            name = "DESCRIPTION"
        if name:
            found.setdefault(name, []).append(line)
    return {name: "\n".join(lines).strip("\n") for name, lines in found.items()}


def page(name, text, language, version, others):
    words, found = WORDS[language], parts(text, language)
    shown = [f'.TH {name.upper().replace("-", chr(92) + "-")} 1 "" "jibao {version}" "jibao"']
    shown += [f'.SH {words["NAME"]}', f'{roff(name)} \\- {roff(found["OVERVIEW"])}']
    for part in ["USAGE", "DESCRIPTION", "ARGUMENTS", "OPTIONS", "SUBCOMMANDS"]:
        if found.get(part, "").strip():
            shown += [f'.SH "{words[part]}"', ".nf", roff(found[part]), ".fi"]
    shown += [f'.SH "{words["SEE"]}"', roff(", ".join(others))]
    return "\n".join(shown) + "\n"


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    version = said(program, "--version").split()[0]
    for language, place in [("en", "man1"), ("zh", "zh_CN/man1")]:
        (folder / place).mkdir(parents=True, exist_ok=True)
        overview = said(program, "--help", language=language)
        commands = re.findall(r"^  ([a-z]+)(?: +|$)", parts(overview, language)["SUBCOMMANDS"], re.M)
        names = ["jibao"] + [f"jibao-{command}" for command in commands]
        for name in names:
            text = said(program, *name.split("-")[1:], "--help", language=language)
            others = [f"{other}(1)" for other in names if other != name]
            (folder / place / f"{name}.1").write_text(
                page(name, text, language, version, others), encoding="utf-8")
    (folder / "completions").mkdir(exist_ok=True)
    for shell, name in [("bash", "jibao"), ("zsh", "_jibao"), ("fish", "jibao.fish")]:
        script = said(program, "--generate-completion-script", shell)
        (folder / "completions" / name).write_text(script, encoding="utf-8")


if __name__ == "__main__":
    main()
