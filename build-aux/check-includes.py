#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks every #include below src/ against the table in src/README.md.

A folder may include its own headers, those of the folders its row names, and the system headers
of the libraries that its row names. A library of a folder that may be used may be used too where
the lower folder's own headers bring it in (GLib, GIO, Cairo, Pango), but never SQLite, json-glib
or a widget library, which a folder must name itself.

With --self-test the check is run on small made-up trees, to prove that it can fail.
"""

import argparse
import pathlib
import re
import sys
import tempfile

# Which library a system header belongs to. Headers that match nothing are the C library's.
LIBRARIES = [
    ("gtk", re.compile(r"^(gtk|gdk|gsk)/")),
    ("adwaita", re.compile(r"^adwaita\.h$|^libadwaita")),
    ("shumate", re.compile(r"^shumate/")),
    ("sqlite", re.compile(r"^sqlite3")),
    ("json-glib", re.compile(r"^json-glib/")),
    ("poppler", re.compile(r"^poppler")),
    ("libcsv", re.compile(r"^csv\.h$")),
    ("libarchive", re.compile(r"^archive")),
    ("xlsxwriter", re.compile(r"^xlsxwriter")),
    ("cairo", re.compile(r"^cairo")),
    ("pango", re.compile(r"^pango/")),
]
# These come with the headers of a folder that has them.
INHERITED = {"cairo", "pango"}
# These are everybody's.
COMMON = {"glib", "gio"}
# A widget library brings its own drawing and widget libraries.
BRINGS = {
    "gtk": {"cairo", "pango"},
    "adwaita": {"gtk", "cairo", "pango"},
    "shumate": {"gtk", "cairo", "pango"},
}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def read_table(readme):
    """Returns the table as a dictionary from folder to the set of what it may use."""
    table = {}
    column = None
    for line in readme.read_text(encoding="utf-8").splitlines():
        if not line.startswith("|"):
            column = None
            continue
        cells = [cell.strip().strip("`") for cell in line.strip().strip("|").split("|")]
        if cells[0] == "folder" and "may use" in cells:
            column = cells.index("may use")
        elif column is not None and not set(cells[0]) <= set("-: "):
            used = {name.strip().strip("`") for name in cells[column].split(",")}
            table[cells[0].removeprefix("src/")] = {name for name in used if name}
    return table


def allowed_libraries(folder, table):
    """Returns the libraries that a folder may include."""
    own = table[folder] - table.keys()
    libraries = own | COMMON
    for lower in table[folder] & table.keys():
        libraries |= allowed_libraries(lower, table) & INHERITED
    for library in own:
        libraries |= BRINGS.get(library, set())
    return libraries


def check_tree(source):
    """Returns the findings for a source folder, as a list of lines."""
    readme = source / "README.md"
    table = read_table(readme)
    findings = []
    if not table:
        return [f"{readme}: there is no table with the columns 'folder' and 'may use'"]

    known = table.keys() | COMMON | {name for name, _ in LIBRARIES}
    for folder, used in table.items():
        for name in sorted(used - known):
            findings.append(f"{readme}: {folder} may use {name}, which is neither a folder"
                            " nor a library that this check knows")

    for path in sorted(source.rglob("*.[ch]")):
        parts = path.relative_to(source).parts
        if len(parts) == 1:
            continue  # main.c puts the whole together
        folder = parts[0]
        if folder not in table:
            findings.append(f"{path}: the folder {folder} has no row in {readme}")
            continue
        findings += check_file(path, folder, table)
    return findings


def check_file(path, folder, table):
    findings = []
    libraries = allowed_libraries(folder, table)
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        match = INCLUDE.match(line)
        if not match:
            continue
        quoted, name = match[1] == '"', match[2]
        where = f"{path}:{number}: {folder} may not include {name}"
        if quoted and "/" in name and name.split("/")[0] in table:
            used = name.split("/")[0]
            if used != folder and used not in table[folder]:
                findings.append(where)
        elif quoted:
            # What is not beside the file is generated and lies in the build folder.
            if (path.parent / name).exists():
                findings.append(f'{where}: name it with its folder, "{folder}/{name}"')
        else:
            for library, pattern in LIBRARIES:
                if pattern.match(name) and library not in libraries:
                    findings.append(where)
    return findings


SELF_TEST_TABLE = """
| folder | holds | may use |
|---|---|---|
| core | figures | glib, gio, sqlite |
| draw | scenes | core, cairo |
| map | widgets | core, draw, gtk |
"""

SELF_TESTS = [
    # (file, its line, whether it is a finding)
    ("core/a.c", '#include "core/b.h"', False),
    ("core/a.c", "#include <sqlite3.h>", False),
    ("core/a.c", "#include <math.h>", False),
    ("core/a.c", '#include "draw/b.h"', True),
    ("core/a.c", "  #  include <gtk/gtk.h>", True),
    ("core/a.c", '#include "config.h"', False),
    ("core/a.c", '#include "b.h"', True),
    ("draw/a.h", "#include <cairo.h>", False),
    ("draw/a.h", "#include <sqlite3.h>", True),
    ("draw/a.h", "#include <pango/pango.h>", True),
    ("map/a.c", "#include <cairo-svg.h>", False),
    ("map/a.c", "#include <pango/pango.h>", False),
    ("map/a.c", "#include <sqlite3.h>", True),
    ("map/a.c", "#include <adwaita.h>", True),
    ("desk/a.c", "#include <glib.h>", True),
]


def self_test():
    failures = []
    for name, line, is_finding in SELF_TESTS:
        with tempfile.TemporaryDirectory() as folder:
            source = pathlib.Path(folder)
            (source / "README.md").write_text(SELF_TEST_TABLE, encoding="utf-8")
            path = source / name
            path.parent.mkdir()
            path.write_text(line + "\n", encoding="utf-8")
            (path.parent / "b.h").touch()
            if bool(check_tree(source)) != is_finding:
                failures.append(f"self-test: {name} with {line!r} should"
                                f" {'' if is_finding else 'not '}be a finding")
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder)
        (source / "README.md").write_text("no table\n", encoding="utf-8")
        if not check_tree(source):
            failures.append("self-test: a README.md without a table should be a finding")
    return failures


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--self-test", action="store_true")
    parser.add_argument("source", nargs="?", default="src", type=pathlib.Path)
    arguments = parser.parse_args()

    findings = self_test() if arguments.self_test else check_tree(arguments.source)
    for finding in findings:
        print(finding)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
