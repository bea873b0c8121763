#!/usr/bin/env python3
"""Holds the package against the table of its parts (docs/architecture.md).

    arrows.py [--scratch-path BUILD]

Checked are the arrows between targets and to outside libraries, in `swift package dump-package`
and in the import lines of the sources, and the language settings of every target.
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]

# target: (targets that it may depend on, outside libraries that it may use)
TABLE = {
    "Domain": ("", ""),
    "Database": ("Domain", ""),
    "DatabaseSQLite": ("Database Domain", "GRDB GRDBSQLite"),
    "DatabasePostgres": ("Database Domain", "CPostgres"),
    "Delimited": ("Domain", ""),
    "Definitions": ("Domain Delimited", "Yams Crypto"),
    "Intake": ("Domain Delimited Database Definitions Packages", ""),
    "Store": ("Domain Database Definitions", "Crypto"),
    "Metrics": ("Domain Database Definitions Store", ""),
    "Scoring": ("Domain Definitions", ""),
    "Packages": ("Domain", "CExpat CZip CZlib"),
    "Pages": ("Domain", ""),
    "Layout": ("Domain Definitions Pages", ""),
    "Writing": (
        "Domain Delimited Packages Pages CPackaging", "CXlsxWriter CZlib Crypto"),
    "CPackaging": ("", ""),
    "Editions": ("Domain Definitions Pages", "Crypto"),
    "Jobs": (
        "Domain Database Definitions Intake Store Metrics Scoring Pages Layout Writing Editions",
        "Logging"),
    "QueryFiles": ("", ""),
    "ReportFiles": ("", ""),
    "ExampleFiles": ("", ""),
    "CalendarFiles": ("", ""),
    # The one place where the parts are put together.
    "jibao": (
        "Domain Delimited Database DatabaseSQLite DatabasePostgres Definitions Intake Store"
        " Metrics Scoring Packages Pages Layout Writing Editions Jobs"
        " QueryFiles ReportFiles ExampleFiles CalendarFiles",
        "ArgumentParser Logging"),
}
SYSTEM_LIBRARIES = {"CXlsxWriter", "CExpat", "CZip", "CZlib", "CPostgres"}
TOOLCHAIN = {
    "Swift", "Foundation", "FoundationEssentials", "FoundationXML", "Glibc", "Dispatch",
    "Synchronization", "RegexBuilder",
}
FEATURES = {"ExistentialAny", "MemberImportVisibility", "InternalImportsByDefault"}
IMPORT = re.compile(
    r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?"
    r"import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias|actor)\s+)?(\w+)",
    re.MULTILINE)


def dump(scratch_path):
    command = ["swift", "package"]
    if scratch_path:
        command += ["--scratch-path", scratch_path]
    done = subprocess.run(
        command + ["dump-package"], cwd=ROOT, check=True, stdout=subprocess.PIPE)
    return json.loads(done.stdout)["targets"]


def folder(target):
    kind = "Tests" if target["type"] == "test" else "Sources"
    return target.get("path") or f"{kind}/{target['name']}"


def is_for_tests(target):
    return folder(target).startswith("Tests/")


def dependencies(target):
    """The names of a target's dependencies: targets, or products of outside packages."""
    for dependency in target["dependencies"]:
        yield next(iter(dependency.values()))[0]


def setting_faults(target):
    """What a target's settings lack; one written in C has none."""
    if not list(pathlib.Path(ROOT, folder(target)).rglob("*.swift")):
        return
    found = [
        setting["kind"] for setting in target["settings"]
        if setting["tool"] == "swift" and not setting.get("condition")
    ]
    features = {kind["enableUpcomingFeature"]["_0"] for kind in found
                if "enableUpcomingFeature" in kind}
    for feature in sorted(FEATURES - features):
        yield f"does not enable {feature}"
    if "6" not in {kind["swiftLanguageMode"]["_0"] for kind in found
                   if "swiftLanguageMode" in kind}:
        yield "is not in the language mode Swift 6"


def arrow_faults(target, targets):
    """What the package file says against the table."""
    name = target["name"]
    if name not in TABLE:
        yield "is not in the table of parts"
        return
    inside, outside = (set(names.split()) for names in TABLE[name])
    for other in dependencies(target):
        if other in targets and is_for_tests(targets[other]):
            yield f"depends on {other}, which is for tests"
        elif other not in inside | outside:
            allowed = " ".join(sorted(inside | outside)) or "nothing"
            yield f"may not depend on {other}; allowed: {allowed}"


def import_faults(target, targets):
    """What the sources import against what the package file declares."""
    declared = set(dependencies(target))
    toolchain = TOOLCHAIN | ({"Testing"} if is_for_tests(target) else set())
    used = set()
    for path in sorted((ROOT / folder(target)).rglob("*.swift")):
        text = path.read_text(encoding="utf-8")
        for match in IMPORT.finditer(text):
            module = match[1]
            used.add(module)
            if module not in declared | toolchain:
                line = text.count("\n", 0, match.start(1)) + 1
                yield f"{path.relative_to(ROOT)}:{line}: imports {module} without declaring it"
    # A test may need the program built without importing it.
    programs = {name for name, other in targets.items() if other["type"] == "executable"}
    for module in sorted(declared - used - programs):
        yield f"declares {module}, but no file imports it"


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scratch-path", help="SwiftPM's folder, if it is not .build")
    targets = {target["name"]: target for target in dump(parser.parse_args().scratch_path)}

    faults = []
    for name, target in targets.items():
        if target["type"] == "system":
            if name not in SYSTEM_LIBRARIES:
                faults.append((name, "is a system library that the table does not know"))
            continue
        found = [*setting_faults(target), *import_faults(target, targets)]
        if not is_for_tests(target):
            found += arrow_faults(target, targets)
        faults += [(name, fault) for fault in found]

    for name, fault in faults:
        print(f"arrows: error: {name}: {fault}", file=sys.stderr)
    if not faults:
        print(f"arrows: {len(targets)} targets keep to the table")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
