# SPDX-License-Identifier: GPL-3.0-or-later
"""Resident memory with the map shown, beside gnome-maps and gnome-text-editor.

Usage: bench-memory.py MADOGUCHI WINDOW-WATCH [ROUNDS]
"""

import statistics
import sys
import tempfile
import time

from measure import Home, Window, madoguchi_home, print_table, print_verdict, require

MAPS = "gnome-maps"
EDITOR = "gnome-text-editor"
MAP = "madoguchi, map"
OVERVIEW = "madoguchi, overview"

# What is loaded late, such as gnome-maps' offline message, is to be there.
SETTLE_SECONDS = 1


def main():
    madoguchi, watcher = sys.argv[1:3]
    n_rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    require(MAPS, EDITOR)

    with tempfile.TemporaryDirectory(prefix="bench-memory-") as folder:
        programs = {
            MAPS: ([MAPS], Home(f"{folder}/maps")),
            EDITOR: ([EDITOR], Home(f"{folder}/editor")),
            MAP: ([madoguchi], madoguchi_home(f"{folder}/map", "map")),
            OVERVIEW: ([madoguchi], madoguchi_home(f"{folder}/overview", "overview")),
        }
        measured = {kind: {name: [] for name in programs} for kind in ("PSS", "RSS", "anonymous")}
        sizes = {}

        # The first start of each is of another kind, and is not counted.
        for n_round in range(n_rounds + 1):
            for name, (command, home) in programs.items():
                with Window(watcher, command, home) as window:
                    time.sleep(SETTLE_SECONDS)
                    sizes[name] = f"{window.width} x {window.height}"
                    for kind, value in window.memory().items():
                        if n_round > 0:
                            measured[kind][name].append(value)

        state = (programs[MAP][1].folder / "state/madoguchi/state.ini").read_text(encoding="utf-8")
        if "page=map" not in state:
            raise SystemExit("The map page was not shown.")

    for kind, rows in measured.items():
        print_table(f"Memory, {kind}", "MB", rows, MAPS)
    print("\nWindows: " + ", ".join(f"{name} {size}" for name, size in sizes.items()))

    print()
    for other, kind in ((MAPS, "target"), (EDITOR, "aim")):
        ratios = [a / b for a, b in zip(measured["PSS"][MAP], measured["PSS"][other])]
        print_verdict(f"PSS with the map shown / {other}", statistics.median(ratios), 1, kind=kind)


main()
